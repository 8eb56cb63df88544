/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron-private.h"

G_BEGIN_DECLS

typedef enum
{
  SCH_TEST_NODE,   /* node() */
  SCH_TEST_ANY,    /* * */
  SCH_TEST_PREFIX, /* q:* */
  SCH_TEST_NAME,
  SCH_TEST_TEXT,
  SCH_TEST_COMMENT,
  SCH_TEST_INSTRUCTION, /* of any name where there is no name */
} SchTest;

/* A step of a path down the tree. */
typedef struct
{
  gboolean is_direct; /* right below the step before, or the root; else anywhere below */
  gboolean is_attribute;
  SchTest test;
  char *name;
  GPtrArray *predicates; /* char, in order */
  GPtrArray *facts;      /* char: what holds of each node, whatever its position */
  GPtrArray *others;     /* char: what else the predicates say */
} SchStep;

char *sch_step_words (const char *text);
gboolean sch_step_is_steady (const char *text);
GPtrArray *sch_step_read_all (const char *text);
char *sch_step_check_pattern (const char *branch);

G_END_DECLS
