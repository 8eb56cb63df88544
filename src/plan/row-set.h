/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

G_BEGIN_DECLS

#define SD_TYPE_ROW_SET (sd_row_set_get_type ())
G_DECLARE_DERIVABLE_TYPE (SdRowSet, sd_row_set, SD, ROW_SET, GObject)

struct _SdRowSetClass
{
  GObjectClass parent_class;
};

GListModel *sd_row_set_get_rows     (SdRowSet   *self,
                                     SdTableId   table);
guint       sd_row_set_get_n_rows   (SdRowSet   *self,
                                     SdTableId   table);
SdRow      *sd_row_set_get_row      (SdRowSet   *self,
                                     SdTableId   table,
                                     const char *id);
SdRow      *sd_row_set_find_row     (SdRowSet   *self,
                                     const char *id);
GPtrArray  *sd_row_set_get_children (SdRowSet   *self,
                                     SdTableId   table,
                                     const char *parent_id);

void        sd_row_set_put_row      (SdRowSet   *self,
                                     SdRow      *row);
void        sd_row_set_place_row    (SdRowSet   *self,
                                     SdRow      *row,
                                     const char *parent_id,
                                     gint64      rank);
void        sd_row_set_drop_row     (SdRowSet   *self,
                                     SdRow      *row);
void        sd_row_set_changed      (SdRowSet   *self);
gboolean    sd_row_set_equal        (SdRowSet   *a,
                                     SdRowSet   *b);

SdRow      *sd_row_set_peek_row     (SdRowSet   *self,
                                     SdTableId   table,
                                     guint       position);

/**
 * SD_FOREACH_ROW:
 * @row: an #SdRow variable
 * @set: a set of rows
 * @table: a table
 *
 * Walks the rows of a table in order. The set must not change meanwhile.
 */
#define SD_FOREACH_ROW(row, set, table)                                                            \
  for (guint row##_i = 0;                                                                          \
       (row = sd_row_set_peek_row (SD_ROW_SET (set), (table), row##_i)) != NULL; row##_i++)

G_END_DECLS
