/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"
#include "label.h"

G_BEGIN_DECLS

/**
 * SdHistoryKind:
 * @SD_HISTORY_EDIT: a change of the plan's tables
 * @SD_HISTORY_UNDO: takes back the entry that it reverses
 * @SD_HISTORY_REDO: takes back the undo that it reverses
 * @SD_HISTORY_MERGE: what another copy of the register brought
 * @SD_HISTORY_IMPORT: what came from a file of plan XML
 * @SD_HISTORY_VERSION: a point with a name
 */
typedef enum
{
  SD_HISTORY_EDIT,
  SD_HISTORY_UNDO,
  SD_HISTORY_REDO,
  SD_HISTORY_MERGE,
  SD_HISTORY_IMPORT,
  SD_HISTORY_VERSION,
} SdHistoryKind;

/**
 * SdHistoryEntry:
 * @seq: number of the entry in its file, from 1
 * @id: its identifier, the same in every copy of the register
 * @parent: (nullable): the entry it was made on
 * @merge_parent: (nullable): in a merge, the last entry of the other side
 * @kind: what it is
 * @reverses: (nullable): the entry that an undo or redo takes back
 * @author: who made it
 * @time: when, ISO 8601 in UTC
 * @label: what it is called, as kept; see sd_history_entry_get_text()
 * @schema_version: version of the tables that the changeset is for
 * @has_changeset: whether it changed anything
 * @changeset: (nullable): what it changed; only where it was asked for
 * @prev_hash: hash of the entry before it in the file; empty in the first
 * @hash: SHA-256 over all of these but @seq
 */
typedef struct
{
  gint64 seq;
  char *id;
  char *parent;
  char *merge_parent;
  SdHistoryKind kind;
  char *reverses;
  char *author;
  char *time;
  char *label;
  gint64 schema_version;
  gboolean has_changeset;
  GBytes *changeset;
  char *prev_hash;
  char *hash;
} SdHistoryEntry;

#define SD_TYPE_HISTORY_ENTRY (sd_history_entry_get_type ())
GType           sd_history_entry_get_type    (void);
SdHistoryEntry *sd_history_entry_copy        (const SdHistoryEntry  *self);
void            sd_history_entry_free        (SdHistoryEntry        *self);
const char     *sd_history_kind_to_string    (SdHistoryKind          kind);
char           *sd_history_entry_get_text    (const SdHistoryEntry  *self);
gboolean        sd_history_entry_is_barrier  (const SdHistoryEntry  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdHistoryEntry, sd_history_entry_free)

gboolean        sd_history_append            (SdDatabase            *database,
                                              SdHistoryEntry        *entry,
                                              GError               **error);
gboolean        sd_history_append_migration  (SdDatabase            *database,
                                              const char            *author,
                                              gint64                 from,
                                              gint64                 to,
                                              GError               **error);
gboolean        sd_history_get_head          (SdDatabase            *database,
                                              SdHistoryEntry       **entry,
                                              GError               **error);
gboolean        sd_history_get_entry         (SdDatabase            *database,
                                              const char            *id,
                                              SdHistoryEntry       **entry,
                                              GError               **error);
GPtrArray      *sd_history_list              (SdDatabase            *database,
                                              gint64                 limit,
                                              GError               **error);
GPtrArray      *sd_history_list_since        (SdDatabase            *database,
                                              gint64                 seq,
                                              GError               **error);
GPtrArray      *sd_history_list_about        (SdDatabase            *database,
                                              const char            *row_id,
                                              GError               **error);
gboolean        sd_history_get_cursor        (SdDatabase            *database,
                                              SdHistoryEntry       **undo,
                                              SdHistoryEntry       **redo,
                                              GError               **error);
gboolean        sd_history_verify            (SdDatabase            *database,
                                              GError               **error);

G_END_DECLS
