/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"
#include "path.h"

#include <glib/gi18n-lib.h>

/* What is allowed in a schema and does nothing. Only what is sure is told. */

typedef struct
{
  SchSchema *schema;
  GPtrArray *warnings; /* SchWarning */
  GHashTable *told;    /* char: what has been told */
  GHashTable *used;    /* char: variables that expressions use */
  GHashTable *named;   /* char: diagnostics and properties that assertions name */
} Lint;

/* A rule with its branches as paths. */
typedef struct
{
  const SchRule *rule;
  const SchExpression *place;
  GPtrArray *texts; /* char, as the context has them */
  GPtrArray *paths; /* SchPath, in the same order */
} Reach;

/* Takes the sentence. */
SchWarning *
sch_warning_new (const char *file, guint line, char *sentence)
{
  SchWarning *self = g_new0 (SchWarning, 1);

  self->file = g_strdup (file);
  self->line = line;
  self->sentence = sentence;

  return self;
}

void
sch_warning_free (SchWarning *self)
{
  g_free (self->file);
  g_free (self->sentence);
  g_free (self);
}

/* What stands in an abstract pattern or rule is told once, however often it is used. */
static void
warn (Lint *lint, const char *file, guint line, char *sentence)
{
  SchWarning *warning = sch_warning_new (file, line, sentence);

  if (g_hash_table_add (lint->told, g_strdup_printf ("%s:%u:%s", file, line, sentence)))
    g_ptr_array_add (lint->warnings, warning);
  else
    sch_warning_free (warning);
}

static void
warn_at (Lint *lint, const xmlNode *node, char *sentence)
{
  warn (lint, sch_source_of (node)->name, (guint) xmlGetLineNo (node), sentence);
}

static void
reach_free (gpointer data)
{
  Reach *self = data;

  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

static const SchExpression *
expression_of (SchSchema *schema, const SchRule *rule, guint branch)
{
  int number = *(int *) g_ptr_array_index (rule->contexts, branch);

  return &g_array_index (schema->expressions, SchExpression, number);
}

static Reach *
reach_new (SchSchema *schema, const SchRule *rule)
{
  Reach *self = g_new0 (Reach, 1);

  self->rule = rule;
  self->place = expression_of (schema, rule, 0);
  self->texts = sch_expression_split (rule->context);
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_path_free);
  for (guint i = 0; i < rule->contexts->len; i++)
    g_ptr_array_add (self->paths, sch_path_new (expression_of (schema, rule, i)));

  return self;
}

/* The first of the rules before that takes all nodes of a branch. */
static const Reach *
find_taker (GPtrArray *before, const SchPath *path)
{
  for (guint i = 0; i < before->len; i++)
    {
      const Reach *reach = g_ptr_array_index (before, i);

      for (guint j = 0; j < reach->paths->len; j++)
        if (sch_path_covers (g_ptr_array_index (reach->paths, j), path))
          return reach;
    }

  return NULL;
}

static void
lint_rule (Lint *lint, GPtrArray *before, const Reach *reach)
{
  g_autofree const Reach **takers = g_new0 (const Reach *, reach->paths->len);
  guint n_taken = 0;

  for (guint i = 0; i < reach->paths->len; i++)
    {
      takers[i] = find_taker (before, g_ptr_array_index (reach->paths, i));
      n_taken += takers[i] != NULL;
    }
  if (n_taken == reach->paths->len)
    {
      warn (lint, reach->place->file, reach->place->line,
            g_strdup_printf (_ ("the rule with context “%s” is never reached: the rule with "
                                "context “%s” at %s:%u comes first and takes its nodes."),
                             reach->rule->context, takers[0]->rule->context, takers[0]->place->file,
                             takers[0]->place->line));
      return;
    }

  for (guint i = 0; i < reach->paths->len; i++)
    if (takers[i] != NULL)
      warn (lint, reach->place->file, reach->place->line,
            g_strdup_printf (_ ("in the context “%s”, “%s” is never reached: the rule with context "
                                "“%s” at %s:%u comes first and takes its nodes."),
                             reach->rule->context, (char *) g_ptr_array_index (reach->texts, i),
                             takers[i]->rule->context, takers[i]->place->file,
                             takers[i]->place->line));
}

static void
collect_named (Lint *lint, const SchRule *rule)
{
  for (guint i = 0; i < rule->assertions->len; i++)
    {
      const SchAssertion *assertion = g_ptr_array_index (rule->assertions, i);

      for (guint j = 0; assertion->diagnostics[j] != NULL; j++)
        g_hash_table_add (lint->named, assertion->diagnostics[j]);
      for (guint j = 0; assertion->properties[j] != NULL; j++)
        g_hash_table_add (lint->named, assertion->properties[j]);
    }
}

static void
lint_rules (Lint *lint, const SchPattern *pattern)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (reach_free);

  for (guint i = 0; i < pattern->rules->len; i++)
    {
      Reach *reach = reach_new (lint->schema, g_ptr_array_index (pattern->rules, i));

      collect_named (lint, reach->rule);
      lint_rule (lint, before, reach);
      g_ptr_array_add (before, reach);
    }
}

static void
collect_used (Lint *lint)
{
  for (guint i = 0; i < lint->schema->expressions->len; i++)
    {
      const char *text = g_array_index (lint->schema->expressions, SchExpression, i).text;

      for (SchToken token = sch_expression_next_token (&text); token.kind != SCH_TOKEN_END;
           token = sch_expression_next_token (&text))
        if (token.kind == SCH_TOKEN_VARIABLE)
          g_hash_table_add (lint->used, g_strndup (token.start, token.length));
    }
}

static void
lint_let (Lint *lint, const xmlNode *node)
{
  g_autofree char *name = sch_compile_attribute (node, "name");

  /* In a place where it means nothing it need not have a name. */
  if (name != NULL && !g_hash_table_contains (lint->used, name))
    warn_at (lint, node, g_strdup_printf (_ ("no expression uses the variable $%s."), name));
}

static void
lint_text (Lint *lint, const xmlNode *node)
{
  g_autofree char *id = sch_compile_attribute (node, "id");

  if (id != NULL && !g_hash_table_contains (lint->named, id))
    warn_at (lint, node,
             g_strdup_printf (_ ("no assert and no report names the %s “%s”."), node->name, id));
}

static gboolean
is_in_phase (SchSchema *schema, const char *id)
{
  for (guint i = 0; id != NULL && i < schema->phases->len; i++)
    {
      const SchPhase *phase = g_ptr_array_index (schema->phases, i);

      if (g_strv_contains ((const char *const *) phase->active, id))
        return TRUE;
    }

  return FALSE;
}

static void
lint_pattern (Lint *lint, const xmlNode *node)
{
  g_autofree char *id = sch_compile_attribute (node, "id");

  if (lint->schema->phases->len > 0 && !is_in_phase (lint->schema, id))
    warn_at (lint, node, g_strdup (_ ("no phase has this pattern; only #ALL checks it.")));
}

static void
lint_nodes (Lint *lint, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (sch_compile_is_element (node, "let"))
        lint_let (lint, node);
      else if (sch_compile_is_element (node, "diagnostic") ||
               sch_compile_is_element (node, "property"))
        lint_text (lint, node);
      else if (sch_compile_is_element (node, "pattern"))
        lint_pattern (lint, node);
      if (!sch_compile_is_element (node, "let"))
        lint_nodes (lint, node);
    }
}

static int
compare_warnings (gconstpointer a, gconstpointer b)
{
  const SchWarning *x = *(SchWarning *const *) a, *y = *(SchWarning *const *) b;
  int files = g_strcmp0 (x->file, y->file);

  int lines = (x->line > y->line) - (x->line < y->line);

  if (files != 0)
    return files;

  return lines != 0 ? lines : strcmp (x->sentence, y->sentence);
}

/**
 * sch_schema_lint:
 * @self: a schema
 *
 * Finds what is allowed and does nothing: rules, and branches of their contexts, all of whose nodes
 * an earlier rule of the pattern takes; variables, diagnostics, properties, abstract patterns and
 * abstract rules that nothing uses; patterns that no phase has. What is told is sure; what is not
 * told may still be so.
 *
 * Returns: (transfer full) (element-type SchWarning): the warnings, by file and line
 */
GPtrArray *
sch_schema_lint (SchSchema *self)
{
  Lint lint = { .schema = self };

  lint.warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_warning_free);
  lint.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lint.used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lint.named = g_hash_table_new (g_str_hash, g_str_equal);
  collect_used (&lint);
  for (guint i = 0; i < self->patterns->len; i++)
    lint_rules (&lint, g_ptr_array_index (self->patterns, i));
  lint_nodes (&lint, xmlDocGetRootElement (self->doc));
  for (guint i = 0; i < self->warnings->len; i++)
    {
      const SchWarning *warning = g_ptr_array_index (self->warnings, i);

      warn (&lint, warning->file, warning->line, g_strdup (warning->sentence));
    }
  g_hash_table_unref (lint.told);
  g_hash_table_unref (lint.used);
  g_hash_table_unref (lint.named);
  g_ptr_array_sort (lint.warnings, compare_warnings);

  return lint.warnings;
}
