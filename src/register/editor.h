/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

/**
 * SdEditor:
 *
 * Runs operations on a database: each in one transaction with a session on it, whose changeset goes
 * into the history. It remembers the head of the history, and so sees what others wrote.
 */
typedef struct _SdEditor SdEditor;

/**
 * SdOutcome:
 * @edit: what the operation said of itself
 * @batches: (element-type GPtrArray): for each history entry that is new to the caller, those of
 *   other programs too, its changes as #SdChange, the oldest first
 * @seqs: (element-type gint64): the number of the entry of each batch
 * @is_stored: whether the operation changed anything and stands in the history
 * @has_cursor: whether the two labels could be read
 * @undo_label: (nullable): label of what an undo would take back
 * @redo_label: (nullable): label of what a redo would bring back
 *
 * What came of an operation. The batches are there even if it failed.
 */
typedef struct
{
  SdEdit edit;
  GPtrArray *batches;
  GArray *seqs;
  gboolean is_stored;
  gboolean has_cursor;
  char *undo_label;
  char *redo_label;
} SdOutcome;

void      sd_outcome_init        (SdOutcome        *self);
void      sd_outcome_clear       (SdOutcome        *self);

SdEditor *sd_editor_new          (SdDatabase       *database,
                                  const char       *author,
                                  GError          **error);
void      sd_editor_free         (SdEditor         *self);
gint64    sd_editor_get_head_seq (SdEditor         *self);
gboolean  sd_editor_run          (SdEditor         *self,
                                  const SdRequest  *request,
                                  SdOutcome        *outcome,
                                  GError          **error);
gboolean  sd_editor_get_cursor   (SdEditor         *self,
                                  SdOutcome        *outcome,
                                  GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdEditor, sd_editor_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdOutcome, sd_outcome_clear)

G_END_DECLS
