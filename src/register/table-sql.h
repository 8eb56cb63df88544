/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"
#include "plan/row.h"

G_BEGIN_DECLS

/* The columns of sd_table_select_sql(), in order. */
enum
{
  SD_SELECT_ID,
  SD_SELECT_PARENT,
  SD_SELECT_RANK,
  SD_SELECT_FIRST_COLUMN,
};

char     *sd_table_select_sql (const SdTable  *table);
SdRow    *sd_table_read_row   (SdDatabase     *database,
                               SdQuery        *query,
                               const SdTable  *table,
                               const char     *plan_id,
                               GError        **error);
gboolean  sd_table_has_row    (SdDatabase     *database,
                               const SdTable  *table,
                               const char     *plan_id,
                               const char     *row_id,
                               gboolean       *is_there,
                               GError        **error);
gboolean  sd_table_get_row    (SdDatabase     *database,
                               const SdTable  *table,
                               const char     *plan_id,
                               const char     *row_id,
                               SdRow         **row,
                               GError        **error);
gboolean  sd_table_list       (SdDatabase     *database,
                               const SdTable  *table,
                               const char     *column,
                               const char     *plan_id,
                               const char     *id,
                               GPtrArray     **rows,
                               GError        **error);
gboolean  sd_table_insert     (SdDatabase     *database,
                               SdRow          *row,
                               GError        **error);
gboolean  sd_table_set        (SdDatabase     *database,
                               const SdTable  *table,
                               const char     *plan_id,
                               const char     *row_id,
                               const char     *column,
                               const SdValue  *value,
                               GError        **error);
gboolean  sd_table_delete     (SdDatabase     *database,
                               const SdTable  *table,
                               const char     *plan_id,
                               const char     *row_id,
                               GError        **error);
gboolean  sd_table_count      (SdDatabase     *database,
                               const SdTable  *table,
                               const char     *plan_id,
                               const char     *parent_id,
                               gint64         *count,
                               GError        **error);
gboolean  sd_table_renumber   (SdDatabase     *database,
                               const SdTable  *table,
                               const char     *plan_id,
                               const char     *parent_id,
                               const char     *moved_id,
                               gint64          moved_to,
                               GError        **error);

G_END_DECLS
