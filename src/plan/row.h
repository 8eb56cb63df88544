/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table.h"
#include "value.h"

G_BEGIN_DECLS

#define SD_TYPE_ROW (sd_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (SdRow, sd_row, SD, ROW, GObject)

/**
 * SdRowClass:
 * @table: the table whose rows are of this class
 *
 * Each table has a class of its own, made from its description: `SdUnitRow`, `SdQuotaRow` and so
 * on, with a property for each column, so that widgets can bind to them.
 */
struct _SdRowClass
{
  GObjectClass parent_class;

  const SdTable *table;
};

GType          sd_row_get_table_type (SdTableId      table);

SdRow         *sd_row_new            (SdTableId      table,
                                      const char    *plan_id,
                                      const char    *id,
                                      const char    *parent_id,
                                      gint64         rank);

const SdTable *sd_row_get_table      (SdRow         *self);
SdTableId      sd_row_get_table_id   (SdRow         *self);
const char    *sd_row_get_plan_id    (SdRow         *self);
const char    *sd_row_get_id         (SdRow         *self);
const char    *sd_row_get_parent_id  (SdRow         *self);
gint64         sd_row_get_rank       (SdRow         *self);

const SdValue *sd_row_get_value      (SdRow         *self,
                                      guint          column);
gboolean       sd_row_has            (SdRow         *self,
                                      guint          column);
const char    *sd_row_get_text       (SdRow         *self,
                                      guint          column);
gint64         sd_row_get_integer    (SdRow         *self,
                                      guint          column);
double         sd_row_get_real       (SdRow         *self,
                                      guint          column);
gboolean       sd_row_get_boolean    (SdRow         *self,
                                      guint          column);
gboolean       sd_row_is             (SdRow         *self,
                                      guint          column,
                                      const char    *token);
const SdToken *sd_row_get_token      (SdRow         *self,
                                      guint          column);

void           sd_row_set_value      (SdRow         *self,
                                      guint          column,
                                      const SdValue *value);
void           sd_row_set_place      (SdRow         *self,
                                      const char    *parent_id,
                                      gint64         rank);
gboolean       sd_row_equal          (SdRow         *a,
                                      SdRow         *b);
int            sd_row_compare        (gconstpointer  a,
                                      gconstpointer  b,
                                      gpointer       unused);

G_END_DECLS
