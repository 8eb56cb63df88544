/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/table.h"
#include "plan/value.h"

G_BEGIN_DECLS

/**
 * SdLabelId:
 *
 * What edits are called, see labels-list.h: %SD_LABEL_RENAME and so on.
 */
typedef enum
{
#define SD_LABEL(ID, key, template) SD_LABEL_##ID,
#include "labels-list.h"
#undef SD_LABEL
  SD_N_LABELS
} SdLabelId;

/**
 * SdPlace:
 * @plan_id: (nullable): the plan; %NULL for a row of the county
 * @table: the table, or %SD_TABLE_NONE
 * @row_id: (nullable): the row
 *
 * Where an edit was made, so that a window can go there.
 */
typedef struct
{
  char *plan_id;
  SdTableId table;
  char *row_id;
} SdPlace;

#define SD_PLACE_INIT { .table = SD_TABLE_NONE }

void      sd_place_set         (SdPlace        *self,
                                const char     *plan_id,
                                SdTableId       table,
                                const char     *row_id);
void      sd_place_clear       (SdPlace        *self);

char     *sd_label_name_text   (const char     *text);
char     *sd_label_name_table  (SdTableId       table);
char     *sd_label_name_column (const SdTable  *table,
                                guint           column);
char     *sd_label_name_value  (const SdTable  *table,
                                guint           column,
                                const SdValue  *value);
char     *sd_label_encode      (SdLabelId       id,
                                const SdPlace  *place,
                                ...) G_GNUC_NULL_TERMINATED;
int       sd_label_get_id      (const char     *label);
char     *sd_label_to_text     (const char     *label);
void      sd_label_get_place   (const char     *label,
                                SdPlace        *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdPlace, sd_place_clear)

G_END_DECLS
