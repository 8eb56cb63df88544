/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register.h"

G_BEGIN_DECLS

/**
 * SdCell:
 * @table: a table
 * @row_id: a row of it
 * @column: a column of it, such as %SD_UNIT_NAME
 * @value: what it is to hold; nothing clears it
 */
typedef struct
{
  SdTableId table;
  const char *row_id;
  guint column;
  SdValue value;
} SdCell;

/**
 * SdQuotaCell:
 * @unit_id: a unit
 * @quota_type: type of quota, such as "administrative"
 * @column: %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 * @headcount: the headcount, or -1 to clear it
 */
typedef struct
{
  const char *unit_id;
  const char *quota_type;
  guint column;
  gint64 headcount;
} SdQuotaCell;

/**
 * SdNewRow:
 * @parent_id: (nullable): the row that is to enclose it, where the table has such a column
 * @values: (array length=n_values): its values
 * @n_values: how many
 */
typedef struct
{
  const char *parent_id;
  const SdFieldValue *values;
  guint n_values;
} SdNewRow;

void sd_register_set_values_async (SdRegister          *self,
                                   const char          *plan_id,
                                   const SdCell        *cells,
                                   guint                n_cells,
                                   const char          *mend,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
void sd_register_set_quotas_async (SdRegister          *self,
                                   const char          *plan_id,
                                   const SdQuotaCell   *cells,
                                   guint                n_cells,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
void sd_register_add_rows_async   (SdRegister          *self,
                                   const char          *plan_id,
                                   SdTableId            table,
                                   const SdNewRow      *rows,
                                   guint                n_rows,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

G_END_DECLS
