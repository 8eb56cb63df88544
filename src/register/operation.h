/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history.h"
#include "plan/county.h"

G_BEGIN_DECLS

/**
 * SdFieldValue:
 * @column: a column of a table, such as %SD_UNIT_NAME
 * @value: what it is to hold
 */
typedef struct
{
  guint column;
  SdValue value;
} SdFieldValue;

/**
 * SdImportMode:
 * @SD_IMPORT_ASK: a plan that is there already is refused with %SD_REGISTER_ERROR_EXISTS
 * @SD_IMPORT_REPLACE: it takes the place of the plan that is there
 * @SD_IMPORT_SCENARIO: it is added as another scenario of its town
 * @SD_IMPORT_FILL: as %SD_IMPORT_ASK, into a register that was made for it; it belongs to the
 *   making and is not undone
 */
typedef enum
{
  SD_IMPORT_ASK,
  SD_IMPORT_REPLACE,
  SD_IMPORT_SCENARIO,
  SD_IMPORT_FILL,
} SdImportMode;

/**
 * SdFate:
 * @SD_FATE_ALONG: it goes where the unit goes
 * @SD_FATE_SUPERIOR: it stays, with the unit's superior
 * @SD_FATE_BENCH: it goes to the bench, to be placed later
 *
 * What becomes of what hangs on a unit that moves or goes.
 */
typedef enum
{
  SD_FATE_ALONG,
  SD_FATE_SUPERIOR,
  SD_FATE_BENCH,
} SdFate;

/**
 * SdShare:
 * @table: a table of what a unit encloses: plaques, quotas, posts or duties
 * @row_id: a row of the unit
 * @count: how many of a quota's headcount, or of the posts; -1 for the whole row
 * @actual: how many of the people in place go with part of a quota
 *
 * What of a unit goes to another.
 */
typedef struct
{
  SdTableId table;
  const char *row_id;
  gint64 count;
  gint64 actual;
} SdShare;

typedef struct _SdRequest SdRequest;

/**
 * SdEdit:
 * @kind: the kind of history entry that it makes
 * @reverses: (nullable): the entry that an undo or redo takes back
 * @label: what it is called, see sd_label_encode()
 * @place: where it was made
 * @row_id: (nullable): the row that it made
 *
 * What an operation says of itself for the history.
 */
typedef struct
{
  SdHistoryKind kind;
  char *reverses;
  char *label;
  SdPlace place;
  char *row_id;
} SdEdit;

/**
 * SdOperation:
 * @database: a register, in a transaction
 * @request: what is asked for
 * @edit: (out): what was done
 * @error: return location for a #SdRegisterError
 *
 * One thing a user does, as a function on a database: the file's, or a clone in memory on which a
 * drop is tried before it is made. What was changed when it fails is rolled back by the caller.
 *
 * Returns: whether it is done
 */
typedef gboolean (*SdOperation) (SdDatabase       *database,
                                 const SdRequest  *request,
                                 SdEdit           *edit,
                                 GError          **error);

/**
 * SdRequest:
 * @operation: what is to be done
 * @plan_id: (nullable): in which plan; %NULL for a row of the county
 * @table: in which table
 * @row_id: (nullable): to which row
 * @parent_id: (nullable): the row that is to enclose or be above it
 * @rank: its place among its siblings; -1 for the last
 * @column: which column
 * @value: what the column is to hold
 * @token: (nullable): a kind of unit or type of quota
 * @fields: (nullable) (element-type SdFieldValue): values of a new row, or of an answer
 * @n_keys: how many of @fields, from the first, tell which answer it is
 * @county: (nullable): what is to be imported
 * @mode: what to do with a plan that is there
 * @name: (nullable): name of a version
 * @sign_off: whether the version is signed off
 * @ids: (nullable): the units, where there are several
 * @fate: what becomes of what hangs on them
 * @flag: whether names stay as plaques, a rank is raised, or one of several posts is given
 * @shares: (nullable) (element-type SdShare): what goes to a new unit
 * @parts: (nullable) (element-type SdRequest): what is to be done as one
 *
 * What is asked for. Each operation uses what it needs of it.
 */
struct _SdRequest
{
  SdOperation operation;
  char *plan_id;
  SdTableId table;
  char *row_id;
  char *parent_id;
  gint64 rank;
  guint column;
  SdValue value;
  char *token;
  GArray *fields;
  guint n_keys;
  SdCounty *county;
  SdImportMode mode;
  char *name;
  gboolean sign_off;
  GStrv ids;
  SdFate fate;
  gboolean flag;
  GArray *shares;
  GPtrArray *parts;
};

SdRequest *sd_request_new        (SdOperation         operation,
                                  const char         *plan_id,
                                  SdTableId           table,
                                  const char         *row_id);
void       sd_request_set_fields (SdRequest          *self,
                                  const SdFieldValue *fields,
                                  guint               n_fields);
void       sd_request_set_shares (SdRequest          *self,
                                  const SdShare      *shares,
                                  guint               n_shares);
void       sd_request_free       (SdRequest          *self);

void       sd_edit_clear         (SdEdit             *self);

gboolean sd_operation_add_row      (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_set_value    (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_answer       (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_move_row     (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_delete_row   (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_set_quota    (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_import       (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_undo         (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_redo         (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_name_version (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);
gboolean sd_operation_create       (SdDatabase       *database,
                                    const SdRequest  *request,
                                    SdEdit           *edit,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdRequest, sd_request_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdEdit, sd_edit_clear)

G_END_DECLS
