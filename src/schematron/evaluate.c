/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "run-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xpathInternals.h>

/* Evaluating expressions, and the keys and messages that are made of them. */

#define MOST_HELD (256 * 1024 * 1024)

/* Has the caller, the clock or the budget said stop? */
gboolean
sch_run_check_budget (SchRun *run)
{
  if (run->stopped)
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (run->cancellable, run->error))
    {
      run->stopped = TRUE;
    }
  else if (run->deadline > 0 && g_get_monotonic_time () > run->deadline)
    {
      run->stopped = TRUE;
      g_set_error (run->error, SCH_ERROR, SCH_ERROR_LIMIT,
                   _ ("%s: checking took longer than %u ms and was stopped."), run->schema->name,
                   run->options->milliseconds);
    }

  return !run->stopped;
}

/*
 * sch_run_hold:
 * @run: a validation
 * @bytes: that will be kept beyond the expression
 *
 * Each text is bounded, but not how many there are; a run that keeps too much is stopped.
 */
void
sch_run_hold (SchRun *run, gsize bytes)
{
  run->held += bytes;
  if (run->held <= MOST_HELD || run->stopped)
    return;

  run->stopped = TRUE;
  run->context->opLimit = 1;
  g_set_error (run->error, SCH_ERROR, SCH_ERROR_LIMIT,
               _ ("%s: checking takes more than %d MiB of memory and was stopped."),
               run->schema->name, MOST_HELD / 1024 / 1024);
}

void
sch_run_add_error (SchRun *run, const char *message)
{
  sch_run_hold (run, strlen (message));
  g_ptr_array_add (run->report->errors, g_strdup (message));
}

static void
note_error (SchRun *run, int number, const xmlNode *node)
{
  const SchExpression *expression;
  g_autofree char *path = sch_node_get_path (run->schema, node, run->positions);
  g_autofree char *document = sch_run_name_document (run, node->doc);
  g_autofree char *place = document != NULL ? g_strconcat (document, " ", path, NULL) : NULL;
  g_autofree char *message = NULL;

  expression = &g_array_index (run->schema->expressions, SchExpression, number);
  message = g_strdup_printf (_ ("%s:%u: “%s” could not be evaluated at %s (%s)."), expression->file,
                             expression->line, expression->text, place != NULL ? place : path,
                             run->problem != NULL ? run->problem : "");
  sch_run_add_error (run, message);
}

/* What a machine was doing when another expression came between, as a variable does that gets its
 * value when it is asked for. */
typedef struct
{
  SchIndex *index;
  gulong steps;
  gboolean failed;
  xmlNode *current;
} Outer;

/* Gives the tree of an expression; NULL where libxml2 is to do it. */
static inline const SchTerm *
get_term (SchRun *run, int number)
{
  const SchMachine *machine = &run->machine;

  return (machine->without & SCH_WITHOUT_TERMS) == 0 && !run->stopped && *machine->limit > 1
             ? g_array_index (run->schema->expressions, SchExpression, number).term
             : NULL;
}

/* Makes all ready for an expression. */
static inline void
start (SchRun *run, xmlNode *node)
{
  SchMachine *machine = &run->machine;

  machine->failed = FALSE;
  machine->steps = 0;
  run->current = node;
  sch_machine_enter (machine, node);
}

/* As both, in the midst of another expression. */
static const SchTerm *
begin (SchRun *run, int number, xmlNode *node, Outer *outer)
{
  const SchMachine *machine = &run->machine;
  const SchTerm *term = get_term (run, number);

  *outer = (Outer){ machine->index, machine->steps, machine->failed, run->current };
  if (term != NULL)
    start (run, node);

  return term;
}

/* Returns: whether the tree has given a value */
static gboolean
end (SchRun *run, const Outer *outer)
{
  SchMachine *machine = &run->machine;
  const gboolean done = !machine->failed;

  /* The next expression begins most likely in the same document. */
  if (outer->index != NULL)
    machine->index = outer->index;
  machine->steps = outer->steps;
  machine->failed = outer->failed;
  run->current = outer->current;

  return done;
}

/*
 * sch_run_calculate:
 * @run: a validation
 * @number: of an expression
 * @node: where to evaluate it
 * @value: (out): what it gives, in the scratch memory of the run
 *
 * Returns: whether it could be done without libxml2
 */
gboolean
sch_run_calculate (SchRun *run, int number, xmlNode *node, SchValue *value)
{
  const SchFocus focus = { node, 1, 1 };
  const SchValue *kept;
  Outer outer;
  const SchTerm *term = begin (run, number, node, &outer);

  if (term == NULL)
    return FALSE;
  if (!run->machine.failed)
    {
      kept = sch_machine_recall (&run->machine, term, &focus);
      *value = kept != NULL ? *kept : sch_machine_value (&run->machine, term, &focus);
    }
  if (end (run, &outer))
    return TRUE;

  *value = (SchValue){ .type = SCH_TYPE_UNKNOWN };
  return FALSE;
}

/*
 * sch_run_test:
 * @run: a validation
 * @number: of an expression
 * @node: where to evaluate it
 * @holds: (out): what it gives as a truth value
 *
 * Not to be called in the midst of another expression.
 *
 * Returns: whether it has a value; else the error has been noted
 */
gboolean
sch_run_test (SchRun *run, int number, xmlNode *node, gboolean *holds)
{
  SchMachine *machine = &run->machine;
  const SchArena mark = machine->scratch;
  const SchFocus focus = { node, 1, 1 };
  const SchTerm *term = get_term (run, number);
  xmlXPathObject *object;

  if (term != NULL)
    {
      start (run, node);
      *holds = sch_machine_truth (machine, term, &focus);
      sch_arena_release (&machine->scratch, mark);
      run->current = NULL;
      if (!machine->failed)
        return TRUE;
    }
  object = sch_run_evaluate (run, number, node);
  if (object == NULL)
    return FALSE;

  *holds = xmlXPathCastToBoolean (object) != 0;
  xmlXPathFreeObject (object);

  return TRUE;
}

static void
append_object (GString *text, xmlXPathObject *object)
{
  object = sch_to_string (object);
  g_string_append (text, (char *) object->stringval);
  xmlXPathFreeObject (object);
}

/* Appends what the expression gives at the node, as a text. Returns: whether it has a value */
gboolean
sch_run_write (SchRun *run, int number, xmlNode *node, GString *text)
{
  const SchArena mark = run->machine.scratch;
  const SchFocus focus = { node, 1, 1 };
  xmlXPathObject *object;
  Outer outer;
  const SchTerm *term = begin (run, number, node, &outer);

  if (term != NULL)
    {
      const char *written = sch_machine_text (&run->machine, term, &focus);
      const gboolean done = end (run, &outer);

      if (done)
        g_string_append (text, written);
      sch_arena_release (&run->machine.scratch, mark);
      if (done)
        return TRUE;
    }
  object = sch_run_evaluate (run, number, node);
  if (object != NULL)
    append_object (text, object);

  return object != NULL;
}

/* Returns what the expression gives at the node, or NULL after an error that has been noted. */
xmlXPathObject *
sch_run_evaluate (SchRun *run, int number, xmlNode *node)
{
  xmlXPathCompExpr *compiled = sch_run_get_compiled (run, number);
  xmlXPathObject *result;
  xmlNode *outer = run->current;
  int outer_expression = run->expression;

  if (!sch_run_check_budget (run))
    return NULL;

  run->current = node;
  run->expression = number;
  run->context->doc = node->doc;
  run->context->node = node;
  run->context->contextSize = run->context->proximityPosition = 1;
  run->context->opCount = 0;
  run->problem = NULL;
  result = xmlXPathCompiledEval (compiled, run->context);
  run->current = outer;
  run->expression = outer_expression;
  /* What was stopped on the way failed of that, and not of the expression. */
  if (result == NULL && sch_run_check_budget (run))
    note_error (run, number, node);

  return result;
}

SchSchema *
sch_run_get_schema (SchRun *run)
{
  return run->schema;
}

GHashTable *
sch_run_get_positions (SchRun *run)
{
  return run->positions;
}

/* Keeps a document that a function has made until the run ends. */
void
sch_run_keep (SchRun *run, xmlDoc *doc)
{
  if (run->fragments == NULL)
    run->fragments = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  g_ptr_array_add (run->fragments, doc);
  sch_run_hold (run, sizeof *doc);
}

xmlNode *
sch_run_get_current (SchRun *run)
{
  return run->current;
}

/* Documents are numbered as they are asked for, which is the same in each validation. */
guint
sch_run_number_document (SchRun *run, xmlDoc *doc)
{
  gpointer number = NULL;

  if (run->numbers == NULL)
    run->numbers = g_hash_table_new (NULL, NULL);
  number = g_hash_table_lookup (run->numbers, doc);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (run->numbers) + 1);
      g_hash_table_insert (run->numbers, doc, number);
    }

  return GPOINTER_TO_UINT (number);
}

/* As sch_run_evaluate(), for what must lead to nodes. */
xmlXPathObject *
sch_run_evaluate_nodes (SchRun *run, int number, xmlNode *node)
{
  xmlXPathObject *value = sch_run_evaluate (run, number, node);

  if (value == NULL || value->type == XPATH_NODESET)
    return value;

  xmlXPathFreeObject (value);
  run->problem = _ ("it leads to no nodes");
  note_error (run, number, node);
  return NULL;
}

/*
 * sch_run_evaluate_within:
 * @run: a validation
 * @expression: number of an expression
 * @node: where to evaluate it
 *
 * As sch_run_evaluate(), in the midst of another expression, for which all is put back as it was.
 *
 * Returns: (nullable): its value
 */
xmlXPathObject *
sch_run_evaluate_within (SchRun *run, int expression, xmlNode *node)
{
  xmlXPathContext *context = run->context;
  xmlDoc *outer_doc = context->doc;
  xmlNode *outer_node = context->node;
  int size = context->contextSize, position = context->proximityPosition;
  const char *problem = run->problem;
  xmlXPathObject *value = sch_run_evaluate (run, expression, node);

  context->doc = outer_doc;
  context->node = outer_node;
  context->contextSize = size;
  context->proximityPosition = position;
  run->problem = problem;

  return value;
}

static void
index_node (SchRun *run, GHashTable *index, const SchKey *key, xmlNode *node)
{
  xmlXPathObject *use = sch_run_evaluate_within (run, key->use, node);
  guint n = 1;

  if (use == NULL)
    return;
  if (use->type != XPATH_NODESET)
    use = sch_to_string (use);
  if (use->type == XPATH_NODESET)
    n = use->nodesetval != NULL ? (guint) use->nodesetval->nodeNr : 0;
  for (guint i = 0; i < n && !run->stopped; i++)
    {
      xmlChar *value = use->type == XPATH_NODESET
                           ? xmlXPathCastNodeToString (use->nodesetval->nodeTab[i])
                           : xmlStrdup (use->stringval);
      GPtrArray *nodes = g_hash_table_lookup (index, value);

      if (nodes == NULL)
        {
          nodes = g_ptr_array_new ();
          sch_run_hold (run, (gsize) xmlStrlen (value));
          g_hash_table_insert (index, g_strdup ((char *) value), nodes);
        }
      g_ptr_array_add (nodes, node);
      sch_run_hold (run, sizeof node);
      xmlFree (value);
    }
  xmlXPathFreeObject (use);
}

static GHashTable *
build_index (SchRun *run, const char *name, xmlDoc *doc)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < run->schema->keys->len; i++)
    {
      const SchKey *key = g_ptr_array_index (run->schema->keys, i);

      for (guint j = 0; g_str_equal (key->name, name) && j < key->matches->len; j++)
        {
          int match = *(int *) g_ptr_array_index (key->matches, j);
          xmlXPathObject *nodes = sch_run_evaluate_within (run, match, (xmlNode *) doc);

          if (nodes == NULL)
            continue;
          /* As in XSLT, no pattern matches a namespace node. */
          for (int k = 0; nodes->nodesetval != NULL && k < nodes->nodesetval->nodeNr; k++)
            if (nodes->nodesetval->nodeTab[k]->type != XML_NAMESPACE_DECL)
              index_node (run, index, key, nodes->nodesetval->nodeTab[k]);
          xmlXPathFreeObject (nodes);
        }
    }

  return index;
}

/* Adds the nodes that key() finds. */
void
sch_run_add_key_nodes (
    SchRun *run, const char *name, const char *value, xmlDoc *doc, xmlNodeSet *nodes)
{
  g_autofree char *id = g_strdup_printf ("%p %s", (void *) doc, name);
  GHashTable *index;
  GPtrArray *found;

  if (run->keys == NULL)
    run->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_hash_table_unref);
  index = g_hash_table_lookup (run->keys, id);
  if (index == NULL)
    {
      index = build_index (run, name, doc);
      g_hash_table_insert (run->keys, g_steal_pointer (&id), index);
    }
  found = g_hash_table_lookup (index, value);
  for (guint i = 0; found != NULL && i < found->len; i++)
    xmlXPathNodeSetAdd (nodes, g_ptr_array_index (found, i));
}

static void
append_name (GString *text, const xmlNode *node)
{
  if (node == NULL || node->type == XML_DOCUMENT_NODE || node->type == XML_TEXT_NODE ||
      node->type == XML_CDATA_SECTION_NODE || node->type == XML_COMMENT_NODE)
    return;
  if (node->ns != NULL && node->ns->prefix != NULL && node->type != XML_PI_NODE)
    g_string_append_printf (text, "%s:", node->ns->prefix);
  g_string_append (text, (const char *) node->name);
}

/* Puts a message into words at a node; blanks are as the schema has them. */
char *
sch_run_render (SchRun *run, GArray *pieces, xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len && !run->stopped; i++)
    {
      const SchPiece *piece = &g_array_index (pieces, SchPiece, i);
      gsize before = text->len;

      if (piece->kind == SCH_PIECE_TEXT)
        g_string_append (text, piece->text);
      else if (piece->expression < 0)
        append_name (text, node);
      else
        sch_run_write (run, piece->expression, node, text);
      sch_run_hold (run, text->len - before);
    }

  return g_string_free (text, FALSE);
}
