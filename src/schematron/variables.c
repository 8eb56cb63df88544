/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "run-private.h"

#include <libxml/xpathInternals.h>

/* Variables. Those of a rule have their values one after the other. Those of the schema, a phase or
 * a pattern, as global variables of XSLT, may use each other in any order, so that one gets its
 * value when it is first asked for. */

/* So many global variables may wait for each other, which is what keeps the stack small. */
#define DEEPEST 100

/* A let with content is a node-set of the document that the content makes. What a term gives is
 * kept where the memory of the frame is. */
static void
evaluate_let (SchRun *run, const SchLet *let, xmlNode *node, const SchFrame *frame, SchSlot *slot)
{
  const SchArena mark = run->machine.scratch;

  if (let->expression < 0)
    {
      slot->object = xmlXPathNewNodeSet (xmlDocGetRootElement (let->content));
    }
  else if (!sch_run_calculate (run, let->expression, node, &slot->value))
    {
      slot->object = sch_run_evaluate_within (run, let->expression, node);
    }
  else if (frame->is_global)
    {
      slot->value = sch_value_keep (&run->tools->kept, slot->value);
      sch_arena_release (&run->machine.scratch, mark);
    }
}

static gsize
size_of_slot (const SchSlot *slot)
{
  if (slot->value.type == SCH_TYPE_STRING)
    return strlen (slot->value.text);
  if (slot->value.type == SCH_TYPE_NODES)
    return slot->value.nodes.n * sizeof (xmlNode *);
  if (slot->object != NULL && slot->object->type == XPATH_STRING)
    return (gsize) xmlStrlen (slot->object->stringval);

  return slot->object != NULL && slot->object->type == XPATH_NODESET
             ? (gsize) xmlXPathNodeSetGetLength (slot->object->nodesetval) * sizeof (xmlNode *)
             : 0;
}

static void
push_frame (SchRun *run, SchFrame *frame, GPtrArray *lets, gboolean is_global)
{
  SchArena *arena = is_global ? &run->tools->kept : &run->machine.scratch;
  const gsize size = lets->len * sizeof *frame->slots;

  *frame = (SchFrame){ .outer = run->frame, .lets = lets, .is_global = is_global };
  frame->slots = memset (sch_arena_take (arena, size), 0, size);
  run->frame = frame;
}

static void
hold_slot (SchRun *run, SchFrame *frame, const SchSlot *slot)
{
  const gsize size = size_of_slot (slot);

  frame->held += size;
  sch_run_hold (run, size);
}

/* Opens the scope of a rule and gives its variables their values, each seeing those before it. */
void
sch_run_push_lets (SchRun *run, SchFrame *frame, GPtrArray *lets, xmlNode *node)
{
  push_frame (run, frame, lets, FALSE);
  for (guint i = 0; i < lets->len; i++)
    {
      SchSlot *slot = &frame->slots[i];

      evaluate_let (run, g_ptr_array_index (lets, i), node, frame, slot);
      slot->is_set = TRUE;
      hold_slot (run, frame, slot);
    }
}

/* Opens the scope of the schema, a phase or a pattern, whose variables have no values yet. */
void
sch_run_push_global (SchRun *run, SchFrame *frame, GPtrArray *lets)
{
  push_frame (run, frame, lets, TRUE);
}

/* Frees what libxml2 has made of the values. */
void
sch_frame_clear (SchFrame *frame)
{
  for (guint i = 0; i < frame->lets->len; i++)
    if (frame->slots[i].object != NULL)
      xmlXPathFreeObject (frame->slots[i].object);
}

void
sch_run_pop_frame (SchRun *run)
{
  SchFrame *frame = run->frame;

  run->frame = frame->outer;
  run->held -= frame->held;
  sch_frame_clear (frame);
}

static void
evaluate_global (SchRun *run, SchFrame *frame, const SchLet *let, SchSlot *slot)
{
  SchFrame *outer = run->frame;

  slot->is_set = TRUE;
  if (run->depth >= DEEPEST)
    return;
  run->depth++;
  run->frame = frame;
  evaluate_let (run, let, (xmlNode *) run->doc, frame, slot);
  hold_slot (run, frame, slot);
  run->frame = outer;
  run->depth--;
}

/* The variable of the name with that number in a frame, NULL where it has none. It has no value
 * where that failed, which is not tried again, or where it is being worked out. */
static SchSlot *
find_in_frame (SchRun *run, SchFrame *frame, int number)
{
  for (guint i = 0; i < frame->lets->len; i++)
    {
      const SchLet *let = g_ptr_array_index (frame->lets, i);
      SchSlot *slot = &frame->slots[i];

      if (let->number != number || (!frame->is_global && !slot->is_set))
        continue;
      if (!slot->is_set)
        evaluate_global (run, frame, let, slot);
      return slot;
    }

  return NULL;
}

/* Gives the variables of a global scope their values now. */
void
sch_run_give_values (SchRun *run, SchFrame *frame)
{
  for (guint i = 0; i < frame->lets->len; i++)
    find_in_frame (run, frame, ((SchLet *) g_ptr_array_index (frame->lets, i))->number);
}

static SchSlot *
find_slot (SchRun *run, int number)
{
  SchSlot *slot = NULL;

  for (SchFrame *frame = run->frame; frame != NULL && slot == NULL; frame = frame->outer)
    slot = find_in_frame (run, frame, number);
  for (guint i = 0; i < run->n_pattern_frames && slot == NULL; i++)
    slot = find_in_frame (run, &run->pattern_frames[i], number);

  return slot;
}

/* Are they all nodes that terms know? */
static gboolean
are_plain (const xmlNodeSet *nodes)
{
  for (int i = 0; nodes != NULL && i < nodes->nodeNr; i++)
    if (nodes->nodeTab[i]->type == XML_NAMESPACE_DECL)
      return FALSE;

  return TRUE;
}

static void
set_value (SchSlot *slot)
{
  const xmlXPathObject *object = slot->object;

  switch (object->type)
    {
    case XPATH_BOOLEAN:
      slot->value = (SchValue){ .type = SCH_TYPE_BOOLEAN, .truth = object->boolval };
      break;
    case XPATH_NUMBER:
      slot->value = (SchValue){ .type = SCH_TYPE_NUMBER, .number = object->floatval };
      break;
    case XPATH_STRING:
      slot->value = (SchValue){ .type = SCH_TYPE_STRING, .text = (char *) object->stringval };
      break;
    case XPATH_NODESET:
      if (!are_plain (object->nodesetval))
        break;
      slot->value.type = SCH_TYPE_NODES;
      xmlXPathNodeSetSort (object->nodesetval);
      if (object->nodesetval != NULL)
        slot->value.nodes =
            (SchNodes){ object->nodesetval->nodeTab, (guint) object->nodesetval->nodeNr };
      break;
    default:
      break;
    }
}

/*
 * sch_run_get_variable:
 * @run: a validation
 * @number: of the name of a variable
 *
 * Returns: (nullable): its value for terms; %NULL where it has none
 */
const SchValue *
sch_run_get_variable (SchRun *run, int number)
{
  SchSlot *slot = find_slot (run, number);

  if (slot == NULL)
    return NULL;
  if (slot->value.type == SCH_TYPE_UNKNOWN && slot->object != NULL)
    set_value (slot);

  return slot->value.type != SCH_TYPE_UNKNOWN ? &slot->value : NULL;
}

static xmlXPathObject *
object_of_nodes (const SchNodes *nodes)
{
  xmlXPathObject *object = xmlXPathNewNodeSet (NULL);

  for (guint i = 0; i < nodes->n; i++)
    xmlXPathNodeSetAddUnique (object->nodesetval, nodes->nodes[i]);

  return object;
}

static xmlXPathObject *
object_of_value (const SchValue *value)
{
  switch (value->type)
    {
    case SCH_TYPE_BOOLEAN:
      return xmlXPathNewBoolean (value->truth);
    case SCH_TYPE_NUMBER:
      return xmlXPathNewFloat (value->number);
    case SCH_TYPE_STRING:
      return xmlXPathNewString (BAD_CAST value->text);
    case SCH_TYPE_NODES:
      return object_of_nodes (&value->nodes);
    default:
      return NULL;
    }
}

static xmlXPathObject *
find_variable (SchRun *run, const char *name)
{
  g_autofree char *full = g_strconcat ("$", name, NULL);
  gpointer number;
  SchSlot *slot = NULL;

  if (g_hash_table_lookup_extended (run->schema->name_numbers, full, NULL, &number))
    slot = find_slot (run, GPOINTER_TO_INT (number));
  if (slot == NULL)
    return NULL;
  if (slot->object == NULL)
    slot->object = object_of_value (&slot->value);

  return slot->object != NULL ? xmlXPathObjectCopy (slot->object) : NULL;
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
