/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "run-private.h"

#include <libxml/xpathInternals.h>

/* Variables. Those of a rule have their values one after the other. Those of the schema, a phase or
 * a pattern, as global variables of XSLT, may use each other in any order, so that one gets its
 * value when it is first asked for. */

/* So many global variables may wait for each other, which is what keeps the stack small. */
#define DEEPEST 100

/* A let with content is a node-set of the document that the content makes. */
static xmlXPathObject *
let_value (SchRun *run, const SchLet *let, xmlNode *node)
{
  if (let->expression >= 0)
    return sch_run_evaluate_within (run, let->expression, node);

  return xmlXPathNewNodeSet (xmlDocGetRootElement (let->content));
}

static gsize
size_of_value (const xmlXPathObject *value)
{
  if (value->type == XPATH_STRING)
    return (gsize) xmlStrlen (value->stringval);

  return value->type == XPATH_NODESET
             ? (gsize) xmlXPathNodeSetGetLength (value->nodesetval) * sizeof (xmlNode *)
             : 0;
}

static void
free_value (gpointer value)
{
  if (value != NULL)
    xmlXPathFreeObject (value);
}

static void
push_frame (SchRun *run, SchFrame *frame)
{
  frame->outer = run->frame;
  frame->lets = NULL;
  frame->held = 0;
  frame->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_value);
  run->frame = frame;
}

static void
set_value (SchRun *run, SchFrame *frame, const SchLet *let, xmlXPathObject *value)
{
  if (value != NULL)
    {
      frame->held += size_of_value (value);
      sch_run_hold (run, size_of_value (value));
    }
  g_hash_table_replace (frame->values, let->name, value);
}

/* Opens the scope of a rule and gives its variables their values, each seeing those before it. */
void
sch_run_push_lets (SchRun *run, SchFrame *frame, GPtrArray *lets, xmlNode *node)
{
  push_frame (run, frame);
  for (guint i = 0; i < lets->len; i++)
    {
      const SchLet *let = g_ptr_array_index (lets, i);

      set_value (run, frame, let, let_value (run, let, node));
    }
}

/* Opens the scope of the schema, a phase or a pattern, whose variables have no values yet. */
void
sch_run_push_global (SchRun *run, SchFrame *frame, GPtrArray *lets)
{
  push_frame (run, frame);
  frame->lets = lets;
}

void
sch_run_pop_frame (SchRun *run)
{
  SchFrame *frame = run->frame;

  run->frame = frame->outer;
  run->held -= frame->held;
  g_hash_table_unref (frame->values);
}

static xmlXPathObject *
evaluate_global (SchRun *run, SchFrame *frame, const SchLet *let)
{
  SchFrame *outer = run->frame;
  xmlXPathObject *value;

  if (run->depth >= DEEPEST)
    return NULL;
  run->depth++;
  run->frame = frame;
  value = let_value (run, let, (xmlNode *) run->doc);
  run->frame = outer;
  run->depth--;

  return value;
}

static const SchLet *
find_let (GPtrArray *lets, const char *name)
{
  for (guint i = 0; lets != NULL && i < lets->len; i++)
    if (g_str_equal (((SchLet *) g_ptr_array_index (lets, i))->name, name))
      return g_ptr_array_index (lets, i);

  return NULL;
}

/* Does the frame have a variable of that name? It has no value where that failed, which is not
 * tried again, or where it is being worked out. */
static gboolean
frame_has (SchRun *run, SchFrame *frame, const char *name, xmlXPathObject **value)
{
  const SchLet *let;

  if (g_hash_table_lookup_extended (frame->values, name, NULL, (gpointer *) value))
    return TRUE;
  let = find_let (frame->lets, name);
  if (let == NULL)
    return FALSE;

  set_value (run, frame, let, NULL);
  *value = evaluate_global (run, frame, let);
  set_value (run, frame, let, *value);

  return TRUE;
}

/* Gives the variables of a global scope their values now. */
void
sch_run_give_values (SchRun *run, SchFrame *frame)
{
  for (guint i = 0; i < frame->lets->len; i++)
    {
      const SchLet *let = g_ptr_array_index (frame->lets, i);
      xmlXPathObject *value;

      frame_has (run, frame, let->name, &value);
    }
}

static xmlXPathObject *
find_variable (SchRun *run, const char *name)
{
  xmlXPathObject *value = NULL;
  gboolean found = FALSE;

  for (SchFrame *frame = run->frame; frame != NULL && !found; frame = frame->outer)
    found = frame_has (run, frame, name, &value);
  for (guint i = 0; i < run->n_pattern_frames && !found; i++)
    found = frame_has (run, &run->pattern_frames[i], name, &value);

  return value != NULL ? xmlXPathObjectCopy (value) : NULL;
}

/* What libxml2 asks for the value of a variable. One with a prefix is known by the name that its
 * let has. */
xmlXPathObject *
sch_run_on_variable (void *data, const xmlChar *name, const xmlChar *uri)
{
  SchRun *run = data;

  if (uri == NULL)
    return find_variable (run, (const char *) name);
  for (guint i = 0; i < run->schema->namespaces->len; i++)
    {
      const SchNamespace *space = g_ptr_array_index (run->schema->namespaces, i);
      g_autofree char *full = g_strdup_printf ("%s:%s", space->prefix, (const char *) name);
      xmlXPathObject *value =
          xmlStrEqual (BAD_CAST space->uri, uri) ? find_variable (run, full) : NULL;

      if (value != NULL)
        return value;
    }

  return NULL;
}
