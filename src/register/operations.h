/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"
#include "plan/county.h"

G_BEGIN_DECLS

/**
 * SdImportMode:
 * @SD_IMPORT_ASK: fail with %SD_REGISTER_ERROR_EXISTS where a plan is there already
 * @SD_IMPORT_REPLACE: put the plan in place of the one that is there
 * @SD_IMPORT_SCENARIO: add it beside the one that is there, under an id of its own
 */
typedef enum
{
  SD_IMPORT_ASK,
  SD_IMPORT_REPLACE,
  SD_IMPORT_SCENARIO,
} SdImportMode;

/**
 * SdFieldValue:
 * @column: a column of the table in question
 * @value: what it is to hold
 */
typedef struct
{
  guint column;
  SdValue value;
} SdFieldValue;

typedef struct _SdEdit SdEdit;

typedef gboolean (*SdOperation) (SdDatabase *database, SdEdit *edit, GError **error);

/**
 * SdEdit:
 *
 * One thing that the user does: which operation, on what, and what came of it. Operations run on
 * any register, the file or a copy in memory.
 */
struct _SdEdit
{
  SdOperation operation;
  char *plan_id;
  SdTableId table;
  char *row_id;
  char *parent_id;
  gint64 rank;
  GArray *fields; /* SdFieldValue */
  char *quota_type;
  SdCounty *county;
  SdImportMode mode;

  char *label;  /* out: what the edit was, as history stores it */
  char *new_id; /* out: the row that it made */
};

SdEdit  *sd_edit_new       (SdOperation    operation,
                            const char    *plan_id,
                            SdTableId      table,
                            const char    *row_id);
void     sd_edit_add_field (SdEdit        *self,
                            guint          column,
                            const SdValue *value);
void     sd_edit_free      (SdEdit        *self);

gboolean sd_operation_add_row   (SdDatabase *database, SdEdit *edit, GError **error);
gboolean sd_operation_set       (SdDatabase *database, SdEdit *edit, GError **error);
gboolean sd_operation_set_quota (SdDatabase *database, SdEdit *edit, GError **error);
gboolean sd_operation_move      (SdDatabase *database, SdEdit *edit, GError **error);
gboolean sd_operation_delete    (SdDatabase *database, SdEdit *edit, GError **error);
gboolean sd_operation_import    (SdDatabase *database, SdEdit *edit, GError **error);

gboolean sd_operation_drop_plan (SdDatabase *database, const char *plan_id, GError **error);
SdRow   *sd_operation_find_row  (SdDatabase *database, SdTableId table, const char *plan_id,
                                 const char *row_id, GError **error);
const char *sd_operation_name_of (SdRow *row);
GPtrArray *sd_operation_load_siblings (SdDatabase *database, SdTableId table, const char *plan_id,
                                       const char *parent_id, GError **error);
gboolean sd_operation_renumber (SdDatabase *database, GPtrArray *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdEdit, sd_edit_free)

G_END_DECLS
