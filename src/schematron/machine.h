/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "index.h"

G_BEGIN_DECLS

/* So many bytes a machine may have in use; libxml2 gets along with less where an expression needs
 * more. */
#define SCH_MOST_SCRATCH ((gsize) 64 << 20)

/* Where a term is evaluated (XPath 1.0, 1). */
typedef struct
{
  xmlNode *node;
  guint position, size;
} SchFocus;

/* Evaluates terms. Where it meets what it does not know it has failed, what it gives is then
 * nothing, and libxml2 evaluates the whole expression again: nothing that a term does can be seen
 * outside. */
typedef struct
{
  SchRun *run;
  SchIndex *index; /* of the document of the context node */
  SchArena scratch;
  const volatile gulong *limit; /* so many steps an expression may take */
  gulong steps;
  guint without; /* SchWithout */
  gboolean failed;
} SchMachine;

gboolean sch_machine_fail (SchMachine *self);
gboolean sch_machine_count (SchMachine *self, double work);
gboolean sch_machine_enter_document (SchMachine *self, const xmlNode *node);
const SchValue *sch_machine_get_variable (SchMachine *self, const SchTerm *term);
const SchValue *
sch_machine_recall_memo (SchMachine *self, const SchTerm *term, const SchFocus *focus);
SchValue sch_value_keep (SchArena *arena, SchValue value);

/* Makes the index of the node's document the one that is asked. Returns: whether terms can be
 * evaluated in that document */
static inline gboolean
sch_machine_enter (SchMachine *self, const xmlNode *node)
{
  return (self->index != NULL && node->doc == self->index->doc && self->index->is_plain) ||
         sch_machine_enter_document (self, node);
}

/* Counts a node that is looked at. Returns: whether it may go on */
static inline gboolean
sch_machine_step (SchMachine *self)
{
  if (++self->steps < *self->limit && self->scratch.total < SCH_MOST_SCRATCH)
    return TRUE;

  return !sch_machine_fail (self);
}

/* calculate.c */
gboolean sch_machine_truth (SchMachine *self, const SchTerm *term, const SchFocus *focus);
double sch_machine_number (SchMachine *self, const SchTerm *term, const SchFocus *focus);
const char *sch_machine_text (SchMachine *self, const SchTerm *term, const SchFocus *focus);
SchValue sch_machine_value (SchMachine *self, const SchTerm *term, const SchFocus *focus);
SchType sch_machine_type (SchMachine *self, const SchTerm *term);

/* strings.c */
const char *sch_machine_call_text (SchMachine *self, const SchTerm *term, const SchFocus *focus);
const char *sch_machine_write_number (SchMachine *self, double number);

/* compare.c */
gboolean sch_machine_compare (SchMachine *self, const SchTerm *term, const SchFocus *focus);
gboolean
sch_machine_compare_constant (SchMachine *self, const SchTerm *term, const SchFocus *focus);

/* nodes.c */
SchNodes sch_machine_calculate_nodes (SchMachine *self, const SchTerm *term, const SchFocus *focus);
SchNodes sch_machine_nodes (SchMachine *self, const SchTerm *term, const SchFocus *focus);
xmlNode *sch_machine_first (SchMachine *self, const SchTerm *term, const SchFocus *focus);
gboolean sch_machine_any (SchMachine *self, const SchTerm *term, const SchFocus *focus);
double sch_machine_count_nodes (SchMachine *self, const SchTerm *term, const SchFocus *focus);
void sch_nodes_add (SchMachine *machine, SchNodes *self, guint *room, xmlNode *node);
void sch_nodes_sort (SchMachine *machine, SchNodes *self);

/* walk.c: calls a function for each node until it gives TRUE, which is then given */
typedef gboolean (*SchVisit) (SchMachine *machine, gpointer data, xmlNode *node);

gboolean sch_machine_walk (SchMachine *self,
                           const SchTerm *path,
                           const SchFocus *focus,
                           const char *key,
                           SchVisit visit,
                           gpointer data);
gboolean sch_machine_keeps (SchMachine *self, const SchTerm *predicate, const SchFocus *focus);

/* axis.c */
gboolean sch_machine_find (SchMachine *self,
                           const SchMove *move,
                           xmlNode *node,
                           const char *key,
                           SchVisit visit,
                           gpointer data);

/*
 * sch_machine_recall:
 * @self: what evaluates
 * @term: a term
 * @focus: where
 *
 * Returns: (nullable): its value where that is the same for the whole document; %NULL for others
 */
static inline const SchValue *
sch_machine_recall (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  return term->memo >= 0 ? sch_machine_recall_memo (self, term, focus) : NULL;
}

/* The attribute of no namespace by the number of its name; NULL where there is none. */
static inline xmlNode *
sch_machine_attribute (SchMachine *self, int name, const SchFocus *focus)
{
  if (self->failed || focus->node->type != XML_ELEMENT_NODE ||
      !sch_machine_enter (self, focus->node))
    return NULL;

  return (xmlNode *) sch_index_get_attribute (self->index, focus->node, name);
}

G_END_DECLS
