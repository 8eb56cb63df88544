/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/**
 * SdHistoryEntry:
 * @id: its identifier, a UUID
 * @seq: its number, from 1
 * @kind: "edit", "undo", "redo", "merge", "import" or "version"
 * @reverses: (nullable): the entry that an undo or redo is about
 * @author: who made it
 * @time: when, ISO 8601 in UTC
 * @label: what it was, in the language of the user
 *
 * One entry of the history, which is only ever added to.
 */
typedef struct
{
  char *id;
  gint64 seq;
  char *kind;
  char *reverses;
  char *author;
  char *time;
  char *label;
} SdHistoryEntry;

#define SD_TYPE_HISTORY_ENTRY (sd_history_entry_get_type ())
GType           sd_history_entry_get_type (void);
SdHistoryEntry *sd_history_entry_copy     (const SdHistoryEntry *self);
void            sd_history_entry_free     (SdHistoryEntry       *self);

/**
 * SdHistoryCursor:
 * @undoable: ids of the entries that undo would take back, the last first to go
 * @redoable: ids of the entries that redo would bring back, likewise
 *
 * Where undo and redo stand; derived from the history alone.
 */
typedef struct
{
  GPtrArray *undoable;
  GPtrArray *redoable;
} SdHistoryCursor;

void       sd_history_cursor_init  (SdHistoryCursor *self);
void       sd_history_cursor_clear (SdHistoryCursor *self);
void       sd_history_cursor_move  (SdHistoryCursor *self,
                                    const char      *id,
                                    const char      *kind,
                                    const char      *reverses);
gboolean   sd_history_load_cursor  (SdDatabase      *database,
                                    SdHistoryCursor *cursor,
                                    GError         **error);

char      *sd_history_append       (SdDatabase      *database,
                                    const char      *kind,
                                    const char      *reverses,
                                    const char      *author,
                                    const char      *label,
                                    gconstpointer    changeset,
                                    gsize            size,
                                    GError         **error);
GBytes    *sd_history_get_change   (SdDatabase      *database,
                                    const char      *id,
                                    char           **label,
                                    GError         **error);
GPtrArray *sd_history_list         (SdDatabase      *database,
                                    guint            limit,
                                    GError         **error);
gboolean   sd_history_verify       (SdDatabase      *database,
                                    GError         **error);

G_END_DECLS
