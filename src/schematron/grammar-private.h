/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grammar.h"
#include "schematron-private.h"

G_BEGIN_DECLS

/* What an expression gives, as far as its form says. */
typedef enum
{
  SCH_TYPE_UNKNOWN, /* a variable, or a function that is not known here */
  SCH_TYPE_NODES,
  SCH_TYPE_STRING,
  SCH_TYPE_NUMBER,
  SCH_TYPE_BOOLEAN,
} SchType;

typedef struct
{
  const char *p;    /* what is read next */
  const char *done; /* up to where it has been written */
  GString *out;
  guint depth;
  gboolean failed;
} SchParser;

SchType sch_parser_fail (SchParser *self);
void sch_parser_skip_blanks (SchParser *self);
gsize sch_parser_flush (SchParser *self);
gboolean sch_parser_accept (SchParser *self, const char *sign);
char *sch_parser_read_name (SchParser *self);
gboolean sch_type_is_number (SchType type);
void sch_parser_wrap_number (SchParser *self, gsize start, SchType type);
SchType sch_parser_read_path (SchParser *self);
SchType sch_parser_read_expression (SchParser *self);

G_END_DECLS
