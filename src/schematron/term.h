/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grammar-private.h"
#include "step.h"

G_BEGIN_DECLS

typedef struct _SchTerm SchTerm;

/* What a term is: a constant, a variable, a path, an operator or a function of XPath 1.0. */
typedef enum
{
  SCH_TERM_NUMBER,
  SCH_TERM_STRING,
  SCH_TERM_VARIABLE,
  SCH_TERM_PATH,
  SCH_TERM_UNION,
  SCH_TERM_OR,
  SCH_TERM_AND,
  SCH_TERM_EQ, /* the six comparisons, in this order */
  SCH_TERM_NE,
  SCH_TERM_LT,
  SCH_TERM_LE,
  SCH_TERM_GT,
  SCH_TERM_GE,
  SCH_TERM_ADD,
  SCH_TERM_SUBTRACT,
  SCH_TERM_MULTIPLY,
  SCH_TERM_DIVIDE,
  SCH_TERM_MODULO,
  SCH_TERM_NEGATE,
  SCH_TERM_LAST,
  SCH_TERM_POSITION,
  SCH_TERM_COUNT,
  SCH_TERM_TO_NUMBER,
  SCH_TERM_SUM,
  SCH_TERM_FLOOR,
  SCH_TERM_CEILING,
  SCH_TERM_ROUND,
  SCH_TERM_LENGTH,
  SCH_TERM_TO_BOOLEAN,
  SCH_TERM_NOT,
  SCH_TERM_TRUE,
  SCH_TERM_FALSE,
  SCH_TERM_CONTAINS,
  SCH_TERM_STARTS_WITH,
  SCH_TERM_TO_STRING,
  SCH_TERM_CONCAT,
  SCH_TERM_SUBSTRING,
  SCH_TERM_BEFORE,
  SCH_TERM_AFTER,
  SCH_TERM_NORMALIZE,
  SCH_TERM_TRANSLATE,
  SCH_TERM_NAME,
  SCH_TERM_LOCAL_NAME,
  SCH_TERM_URI,
  SCH_TERM_CURRENT,
} SchTermKind;

typedef enum
{
  SCH_AXIS_CHILD,
  SCH_AXIS_ATTRIBUTE,
  SCH_AXIS_SELF,
  SCH_AXIS_PARENT,
  SCH_AXIS_DESCENDANT,
  SCH_AXIS_DESCENDANT_OR_SELF,
  SCH_AXIS_ANCESTOR,
  SCH_AXIS_ANCESTOR_OR_SELF,
  SCH_AXIS_FOLLOWING_SIBLING,
  SCH_AXIS_PRECEDING_SIBLING,
  SCH_AXIS_FOLLOWING,
  SCH_AXIS_PRECEDING,
} SchAxis;

/* What the value of a term depends on. */
typedef enum
{
  SCH_ASKS_NODE = 1 << 0,     /* the context node */
  SCH_ASKS_PLACE = 1 << 1,    /* position() and last() */
  SCH_ASKS_CURRENT = 1 << 2,  /* current() */
  SCH_ASKS_VARIABLE = 1 << 3, /* any variable */
  SCH_ASKS_DOCUMENT = 1 << 4, /* the document of the context node */
} SchAsks;

/* A step of a path, with what it asks of the nodes on its axis. */
typedef struct
{
  SchAxis axis;
  gboolean is_grouped; /* //x: descendants, whose predicates count among those of one parent */
  SchTest test;
  int name;              /* number of the local name in the schema's table; -1 for any */
  const char *uri;       /* its namespace; NULL for none */
  GPtrArray *predicates; /* SchTerm */
  guint n_facts;         /* so many predicates, from the first, do not ask for a position */

  /* Where the first predicate is [@key = value], or the path as a whole is so compared, and the
   * value does not depend on the node: the hash of that attribute finds the nodes. */
  int key;        /* number of the attribute's name, -1 for none */
  guint table;    /* number of the pair of names in the schema's table */
  SchTerm *value; /* evaluated where the path begins; NULL where there is no such predicate */
} SchMove;

struct _SchTerm
{
  SchTermKind kind;
  SchType type; /* what it gives, as far as its form says */
  guint asks;   /* SchAsks: what its value depends on */
  int memo;     /* place of its value among those kept for a document, -1 for none */
  double number;
  char *text;          /* of a string or the name of a variable */
  int variable;        /* the number of that name */
  GPtrArray *operands; /* SchTerm; of a path that begins with none of its steps, that one */
  SchTerm *keyed;      /* of a comparison: the path that asks the hash instead, or NULL */

  /* of a comparison of @name with a constant: the number of the name, else -1, what stands to the
   * right of it, and that as @number, unless it is compared as a text */
  int compared;
  SchTermKind relation;
  const char *constant; /* NULL for the number */

  /* of a path */
  int attribute; /* where it is @name, of no namespace: the number of the name; else -1 */
  gboolean is_self;  /* where it is `.` */
  gboolean is_absolute;
  gboolean is_ordered;  /* whether its steps find the nodes in document order, and none twice */
  gboolean is_distinct; /* whether they find none twice */
  GArray *moves;        /* SchMove */
  GPtrArray *filters;   /* SchTerm: predicates of the operand as a whole */
};

SchTerm *sch_term_new (SchSchema *schema, const char *text);
void sch_term_free (SchTerm *self);

/* optimize.c */
SchTermKind sch_term_turn (SchTermKind kind);
void sch_term_optimize (SchSchema *schema, SchTerm *self);
int sch_schema_number_name (SchSchema *schema, const char *name);

static inline SchTerm *
sch_term_operand (const SchTerm *self, guint index)
{
  return g_ptr_array_index (self->operands, index);
}

G_END_DECLS
