/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"
#include "plan/row.h"

G_BEGIN_DECLS

typedef enum
{
  SD_CHANGE_DELETE,
  SD_CHANGE_UPDATE,
  SD_CHANGE_INSERT,
} SdChangeKind;

/**
 * SdChange:
 * @kind: what happened to the row
 * @table: its table
 * @plan_id: (nullable): its plan, where the table is of plan scope
 * @row_id: its identifier
 * @parent_id: (nullable): the row that encloses it; in an update %NULL where it stays
 * @rank: its place; in an update -1 where it stays
 * @changed: a bit for each column whose value @values holds
 * @values: the new values
 *
 * What a changeset says about one row, checked against the model.
 */
typedef struct
{
  SdChangeKind kind;
  const SdTable *table;
  char *plan_id;
  char *row_id;
  char *parent_id;
  gint64 rank;
  guint64 changed;
  SdValue *values;
} SdChange;

void       sd_change_free        (SdChange     *self);
GPtrArray *sd_changeset_decode   (GBytes       *changeset,
                                  const char   *name,
                                  GError      **error);
GBytes    *sd_changeset_invert   (GBytes       *changeset,
                                  const char   *name,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdChange, sd_change_free)

G_END_DECLS
