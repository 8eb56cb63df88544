/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "term.h"

G_BEGIN_DECLS

typedef struct
{
  SchParser words; /* what the grammar reads words with */
  SchSchema *schema;
} SchReader;

SchTerm *sch_term_new_kind (SchTermKind kind, SchType type);
SchTerm *sch_reader_read_path (SchReader *self);
SchTerm *sch_reader_read_expression (SchReader *self);
gboolean sch_reader_accept (SchReader *self, const char *sign);
void sch_reader_give_up (SchReader *self);

G_END_DECLS
