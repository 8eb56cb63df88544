/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "run-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xpathInternals.h>

/* What a validation works with and that takes time to make: libxml2's context with its functions,
 * the expressions that it has compiled, and memory. A schema keeps it for the next document. */

#define OPERATIONS 50000000UL

/* So many events a report has room for at once. */
#define MOST_EVENTS 4096

/* libxml2 gives a number and no words. */
static const char *
explain (int code)
{
  switch (code - XML_XPATH_EXPRESSION_OK)
    {
    case XPATH_INVALID_TYPE:
      return _ ("a value is of the wrong type");
    case XPATH_INVALID_ARITY:
      return _ ("a function has the wrong number of arguments");
    case XPATH_UNDEF_VARIABLE_ERROR:
      return _ ("a variable has no value");
    case XPATH_OP_LIMIT_EXCEEDED:
      return _ ("it takes too many steps");
    case XPATH_RECURSION_LIMIT_EXCEEDED:
      return _ ("it is nested too deeply");
    case XPATH_MEMORY_ERROR:
      return _ ("a text grows too long");
    default:
      return _ ("it has no value");
    }
}

static void
on_xpath_error (void *data, xmlError *error)
{
  SchRun *run = data;

  if (run->problem == NULL)
    run->problem = explain (error->code);
}

static xmlXPathContext *
make_context (SchSchema *schema)
{
  xmlXPathContext *context = xmlXPathNewContext (NULL);

  context->error = on_xpath_error;
  xmlXPathContextSetCache (context, 1, -1, 0);
  sch_functions_register (context);
  for (guint i = 0; i < schema->namespaces->len; i++)
    {
      const SchNamespace *space = g_ptr_array_index (schema->namespaces, i);

      xmlXPathRegisterNs (context, BAD_CAST space->prefix, BAD_CAST space->uri);
    }

  return context;
}

static SchTools *
tools_new (SchSchema *schema)
{
  SchTools *self = g_new0 (SchTools, 1);

  self->context = make_context (schema);
  self->n_compiled = schema->expressions->len;
  self->compiled = g_new0 (xmlXPathCompExpr *, self->n_compiled);
  self->firings = g_array_new (FALSE, FALSE, sizeof (SchFiring));

  return self;
}

void
sch_tools_free (SchTools *self)
{
  for (guint i = 0; i < self->n_compiled; i++)
    if (self->compiled[i] != NULL)
      xmlXPathFreeCompExpr (self->compiled[i]);
  g_free (self->compiled);
  xmlXPathFreeContext (self->context);
  g_array_unref (self->firings);
  g_clear_pointer (&self->index, sch_index_free);
  sch_arena_free (&self->scratch);
  sch_arena_free (&self->kept);
  g_free (self);
}

/* Takes tools that no other thread uses: what is left over, or new ones. */
void
sch_run_take_tools (SchRun *run)
{
  SchSchema *schema = run->schema;
  SchTools *tools = NULL;

  g_mutex_lock (&schema->lock);
  if (schema->spare->len > 0)
    tools = g_ptr_array_steal_index (schema->spare, schema->spare->len - 1);
  g_mutex_unlock (&schema->lock);
  if (tools == NULL)
    tools = tools_new (schema);

  run->tools = tools;
  run->context = tools->context;
  run->context->userData = run;
  run->context->opLimit = run->options->operations > 0 ? run->options->operations : OPERATIONS;
  xmlXPathRegisterVariableLookup (run->context, sch_run_on_variable, run);
  run->machine = (SchMachine){ .run = run,
                               .limit = &run->context->opLimit,
                               .scratch = tools->scratch,
                               .without = run->options->without };
}

void
sch_run_give_tools (SchRun *run)
{
  SchTools *tools = run->tools;

  tools->scratch = run->machine.scratch;
  tools->n_events = MIN (run->report->events->len, MOST_EVENTS);
  sch_arena_release (&tools->scratch, (SchArena){ 0 });
  sch_arena_release (&tools->kept, (SchArena){ 0 });
  tools->context->userData = NULL;
  tools->context->doc = NULL;
  tools->context->node = NULL;
  xmlXPathRegisterVariableLookup (tools->context, NULL, NULL);
  if (tools->index != NULL)
    sch_index_forget (tools->index);
  g_mutex_lock (&run->schema->lock);
  g_ptr_array_add (run->schema->spare, tools);
  g_mutex_unlock (&run->schema->lock);
  g_clear_pointer (&run->indexes, g_hash_table_unref);
}

/* Compiles an expression for libxml2 when it is first left to it. */
xmlXPathCompExpr *
sch_run_get_compiled (SchRun *run, int number)
{
  xmlXPathCompExpr **compiled = &run->tools->compiled[number];
  const SchExpression *expression =
      &g_array_index (run->schema->expressions, SchExpression, number);

  if (*compiled == NULL)
    *compiled = xmlXPathCtxtCompile (run->context, BAD_CAST expression->native);

  return *compiled;
}

/*
 * sch_run_get_index:
 * @run: a validation
 * @doc: a document
 *
 * Returns: (transfer none): the index of the document, which is made when it is first asked for
 */
SchIndex *
sch_run_get_index (SchRun *run, xmlDoc *doc)
{
  const gboolean by_pointers = (run->options->without & SCH_WITHOUT_POINTERS) == 0;
  SchIndex *index = doc == run->doc ? run->index : NULL;

  if (index != NULL)
    return index;
  if (doc == run->doc)
    {
      if (run->tools->index == NULL)
        run->tools->index = sch_index_new (run->schema);
      run->index = run->tools->index;
      sch_index_set_document (run->index, doc, by_pointers);
      return run->index;
    }

  if (run->indexes == NULL)
    run->indexes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sch_index_free);
  index = g_hash_table_lookup (run->indexes, doc);
  if (index == NULL)
    {
      index = sch_index_new (run->schema);
      sch_index_set_document (index, doc, by_pointers);
      g_hash_table_insert (run->indexes, doc, index);
    }

  return index;
}
