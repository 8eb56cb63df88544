/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-lint.h"

#include "names.h"
#include "pack-private.h"
#include "plan/xml.h"

#include <glib/gi18n-lib.h>

/* What is allowed in a pack and is most likely a mistake: names that no plan has, rules that an
 * earlier one takes over, limits that nothing uses, clauses that the pack does not list. */

#define SCHEMATRON "http://purl.oclc.org/dsdl/schematron"
#define PLAN "urn:sanding:plan:1"
#define LIMITS "urn:sanding:limits:1"

typedef struct
{
  SdPack *pack;
  GPtrArray *problems; /* char */
  SdNames names;
  GHashTable *literals; /* set of char: the strings in all expressions */
  char *file;           /* that is being read, as messages name it */
  const xmlNode *node;  /* that is being read */
} Lint;

static void
add_problem (Lint *self, guint line, const char *sentence)
{
  char *problem = g_strdup_printf ("%s:%u: %s", self->file, line, sentence);

  if (g_ptr_array_find_with_equal_func (self->problems, problem, g_str_equal, NULL))
    g_free (problem);
  else
    g_ptr_array_add (self->problems, problem);
}

G_GNUC_PRINTF (3, 4)
static void
tell (Lint *self, const xmlNode *node, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  add_problem (self, (guint) xmlGetLineNo (node), sentence);
}

static void
on_name (gpointer data, char *sentence)
{
  Lint *self = data;

  tell (self, self->node, "%s", sentence);
  g_free (sentence);
}

static gboolean
is_schematron (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST SCHEMATRON) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

static void
collect_literals (Lint *self, const char *expression)
{
  for (SchToken token = sch_expression_next_token (&expression); token.kind != SCH_TOKEN_END;
       token = sch_expression_next_token (&expression))
    if (token.kind == SCH_TOKEN_LITERAL && token.length >= 2)
      g_hash_table_add (self->literals, g_strndup (token.start + 1, token.length - 2));
}

/* Gives the element that the expression leads to. */
static char *
check_attribute (Lint *self, const xmlNode *node, const char *name, const char *context)
{
  g_autofree char *expression = sd_pack_get_attribute (node, name);

  if (expression == NULL)
    return g_strdup ("");
  self->node = node;
  collect_literals (self, expression);

  return sd_names_check (&self->names, expression, context);
}

static void
check_variable (Lint *self, const xmlNode *let, const char *context)
{
  char *name = sd_pack_get_attribute (let, "name");
  char *element = check_attribute (self, let, "value", context);

  if (name != NULL)
    g_hash_table_replace (self->names.variables, name, element);
  else
    g_free (element);
}

/* Whether the pack lists a clause, or each of those that are joined by 、. */
static gboolean
has_clause (Lint *self, const char *clause)
{
  g_auto (GStrv) parts = g_strsplit (clause, "、", -1);
  gboolean has_all = TRUE;

  if (g_hash_table_contains (self->pack->clauses, clause))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    has_all = has_all && g_hash_table_contains (self->pack->clauses, parts[i]);

  return has_all;
}

static void
check_clause (Lint *self, const xmlNode *node, const char *attribute)
{
  g_autofree char *clause = sd_pack_get_attribute (node, attribute);

  if (clause != NULL && !has_clause (self, clause))
    tell (self, node, _ ("the clause “%s” is not among those that pack.xml lists."), clause);
}

/* The expressions in an element and in what is in it. */
static void
check_all (Lint *self, const xmlNode *node, const char *context)
{
  static const char *const attributes[] = { "test",  "subject", "select",   "path",
                                            "match", "use",     "documents" };

  if (node->type != XML_ELEMENT_NODE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    g_free (check_attribute (self, node, attributes[i], context));
  check_clause (self, node, "see");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    check_all (self, child, context);
}

/* A let of a rule is forgotten after it: another rule may give its name to something else. */
static void
forget_variables (Lint *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *name =
          is_schematron (node, "let") ? sd_pack_get_attribute (node, "name") : NULL;

      if (name != NULL)
        g_hash_table_remove (self->names.variables, name);
    }
}

static void
check_rule (Lint *self, const xmlNode *rule)
{
  g_autofree char *context = check_attribute (self, rule, "context", NULL);
  const char *element = *context != '\0' ? context : NULL;

  check_clause (self, rule, "see");
  g_free (check_attribute (self, rule, "subject", element));
  for (const xmlNode *node = rule->children; node != NULL; node = node->next)
    {
      if (is_schematron (node, "let"))
        check_variable (self, node, element);
      else
        check_all (self, node, element);
    }
  forget_variables (self, rule);
}

static void
check_children (Lint *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (is_schematron (node, "let"))
        check_variable (self, node, NULL);
      else if (is_schematron (node, "pattern"))
        check_children (self, node);
      else if (is_schematron (node, "rule"))
        check_rule (self, node);
      else
        check_all (self, node, NULL);
    }
}

/* The prefix of a namespace in a schema, or one that no expression has. */
static char *
find_prefix (const xmlNode *root, const char *uri)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *own =
          is_schematron (node, "ns") ? sd_pack_get_attribute (node, "uri") : NULL;

      if (g_strcmp0 (own, uri) == 0)
        return sd_pack_get_attribute (node, "prefix");
    }

  return g_strdup ("#");
}

/* Reads a file of the pack; NULL also where there is none. */
static xmlDoc *
read_file (Lint *self, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (sd_pack_get_folder (self->pack), name);

  g_free (self->file);
  self->file = sd_file_get_name (file);

  return g_file_query_exists (file, NULL) ? sd_xml_read_file (file, NULL, error) : NULL;
}

static gboolean
check_schema (Lint *self, const char *name, SchSchema *schema, GError **error)
{
  g_autoptr (GPtrArray) warnings = schema != NULL ? sch_schema_lint (schema) : NULL;
  g_autoptr (xmlDoc) doc = schema != NULL ? read_file (self, name, error) : NULL;
  g_autofree char *plan_prefix = NULL;
  g_autofree char *limits_prefix = NULL;

  if (doc == NULL)
    return schema == NULL;

  for (guint i = 0; i < warnings->len; i++)
    {
      const SchWarning *warning = g_ptr_array_index (warnings, i);

      add_problem (self, warning->line, warning->sentence);
    }
  self->names.plan_prefix = plan_prefix = find_prefix (xmlDocGetRootElement (doc), PLAN);
  self->names.limits_prefix = limits_prefix = find_prefix (xmlDocGetRootElement (doc), LIMITS);
  g_hash_table_remove_all (self->names.variables);
  check_children (self, xmlDocGetRootElement (doc));

  return TRUE;
}

/* Is it written out in an expression, or does one begin with it that puts its end together? */
static gboolean
is_used (Lint *self, const char *id)
{
  GHashTableIter literals;
  gpointer literal;

  if (g_hash_table_contains (self->literals, id))
    return TRUE;
  g_hash_table_iter_init (&literals, self->literals);
  while (g_hash_table_iter_next (&literals, &literal, NULL))
    if (g_str_has_suffix (literal, "-") && g_str_has_prefix (id, literal))
      return TRUE;

  return FALSE;
}

/* The ids of what a file lists, an element each. */
static void
collect_ids (const xmlNode *root, const char *element, const char *attribute, GHashTable *ids)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      char *id = node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST element)
                     ? sd_pack_get_attribute (node, attribute)
                     : NULL;

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
}

/* After the rules: which of the elements does none of them use, and which cite what is not there?
 */
static void
check_used (Lint *self, const xmlNode *root, const char *const *elements)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *id = NULL;

      if (node->type != XML_ELEMENT_NODE || !g_strv_contains (elements, (const char *) node->name))
        continue;
      id = sd_pack_get_attribute (node, "id");
      if (id != NULL && !is_used (self, id))
        tell (self, node, _ ("no rule uses the %s “%s”."), node->name, id);
      check_clause (self, node, "clause");
    }
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
lint_init (Lint *self, SdPack *pack)
{
  self->pack = pack;
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->literals = new_set ();
  self->names = (SdNames){
    .pack = sd_pack_get_id (pack),
    .variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .limits = new_set (),
    .lists = new_set (),
    .parameters = new_set (),
    .readings = new_set (),
    .choices = new_set (),
    .tell = on_name,
    .data = self,
  };
}

static void
lint_clear (Lint *self)
{
  g_hash_table_unref (self->names.choices);
  g_hash_table_unref (self->names.readings);
  g_hash_table_unref (self->names.parameters);
  g_hash_table_unref (self->names.lists);
  g_hash_table_unref (self->names.limits);
  g_hash_table_unref (self->names.variables);
  g_hash_table_unref (self->literals);
  g_free (self->file);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
}

static void
collect_all (Lint *self, const xmlNode *pack, const xmlNode *limits)
{
  collect_ids (pack, "parameter", "id", self->names.parameters);
  collect_ids (pack, "reading", "id", self->names.readings);
  for (const xmlNode *node = pack->children; node != NULL; node = node->next)
    if (sd_pack_is_element (node, "reading"))
      collect_ids (node, "choice", "id", self->names.choices);
  if (limits != NULL)
    {
      collect_ids (limits, "limit", "id", self->names.limits);
      collect_ids (limits, "names", "id", self->names.lists);
    }
}

static gboolean
check_files (Lint *self, GError **error)
{
  static const char *const questions[] = { "parameter", "reading", NULL };
  static const char *const figures[] = { "limit", "names", NULL };
  g_autoptr (GError) problem = NULL;
  g_autoptr (xmlDoc) pack = read_file (self, "pack.xml", &problem);
  g_autofree char *pack_name = g_strdup (self->file);
  g_autoptr (xmlDoc) limits = pack != NULL ? read_file (self, "limits.xml", &problem) : NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  collect_all (self, xmlDocGetRootElement (pack),
               limits != NULL ? xmlDocGetRootElement (limits) : NULL);
  if (!check_schema (self, "rules.sch", sd_pack_get_schema (self->pack), error) ||
      !check_schema (self, "county.sch", sd_pack_get_county_schema (self->pack), error))
    return FALSE;

  g_free (self->file);
  self->file = g_steal_pointer (&pack_name);
  check_used (self, xmlDocGetRootElement (pack), questions);
  if (limits != NULL)
    {
      g_autoptr (GFile) file = g_file_get_child (sd_pack_get_folder (self->pack), "limits.xml");

      g_free (self->file);
      self->file = sd_file_get_name (file);
      check_used (self, xmlDocGetRootElement (limits), figures);
    }

  return TRUE;
}

/**
 * sd_pack_lint:
 * @pack: a pack
 * @error: return location for an error of a file
 *
 * Looks for what is allowed in a pack and is most likely a mistake.
 *
 * Returns: (transfer full) (element-type utf8): what it is, each a sentence that begins with file
 * and line
 */
GPtrArray *
sd_pack_lint (SdPack *pack, GError **error)
{
  Lint self = { 0 };
  g_autoptr (GPtrArray) problems = NULL;

  lint_init (&self, pack);
  if (check_files (&self, error))
    problems = g_steal_pointer (&self.problems);
  lint_clear (&self);

  return g_steal_pointer (&problems);
}
