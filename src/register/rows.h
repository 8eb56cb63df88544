/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"
#include "plan/county.h"

G_BEGIN_DECLS

/* Rows of the model in SQL, by the description of their tables. */

GPtrArray *sd_rows_load          (SdDatabase     *database,
                                  SdTableId       table,
                                  const char     *plan_id,
                                  GError        **error);
gboolean   sd_rows_load_set      (SdDatabase     *database,
                                  SdRowSet       *set,
                                  SdScope         scope,
                                  const char     *plan_id,
                                  GError        **error);
gboolean   sd_rows_insert        (SdDatabase     *database,
                                  SdRow          *row,
                                  GError        **error);
gboolean   sd_rows_update        (SdDatabase     *database,
                                  SdTableId       table,
                                  const char     *plan_id,
                                  const char     *row_id,
                                  guint           column,
                                  const SdValue  *value,
                                  GError        **error);
gboolean   sd_rows_set_rank      (SdDatabase     *database,
                                  SdTableId       table,
                                  const char     *plan_id,
                                  const char     *row_id,
                                  gint64          rank,
                                  GError        **error);
gboolean   sd_rows_delete        (SdDatabase     *database,
                                  SdTableId       table,
                                  const char     *plan_id,
                                  const char     *row_id,
                                  GError        **error);

G_END_DECLS
