/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"
#include "plan/value.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * SdDatabase:
 *
 * One SQLite handle on one file, used by one thread at a time.
 */
typedef struct _SdDatabase SdDatabase;

/**
 * SdQuery:
 *
 * A prepared statement with its values bound. Freed, it goes back to its database for the next
 * query of the same text.
 */
typedef struct _SdQuery SdQuery;

/**
 * SdDatabaseFlags:
 * @SD_DATABASE_READ_ONLY: refuse every change
 * @SD_DATABASE_CREATE: make the file where there is none
 * @SD_DATABASE_DAMAGED: read what can be read of a file that is damaged
 */
typedef enum
{
  SD_DATABASE_READ_ONLY = 1 << 0,
  SD_DATABASE_CREATE = 1 << 1,
  SD_DATABASE_DAMAGED = 1 << 2,
} SdDatabaseFlags;

SdDatabase *sd_database_open           (const char       *path,
                                        const char       *name,
                                        SdDatabaseFlags   flags,
                                        GError          **error);
SdDatabase *sd_database_open_in_memory (GError          **error);
SdDatabase *sd_database_clone          (SdDatabase       *self,
                                        GError          **error);
gboolean    sd_database_copy           (SdDatabase       *self,
                                        SdDatabase       *copy,
                                        GError          **error);
gboolean    sd_database_check          (SdDatabase       *self,
                                        GError          **error);
void        sd_database_close          (SdDatabase       *self);
sqlite3    *sd_database_get_handle     (SdDatabase       *self);
const char *sd_database_get_name       (SdDatabase       *self);
gboolean    sd_database_is_read_only   (SdDatabase       *self);
void        sd_database_set_error      (SdDatabase       *self,
                                        int               code,
                                        GError          **error);

gboolean    sd_database_exec           (SdDatabase       *self,
                                        const char       *sql,
                                        GError          **error);
gboolean    sd_database_run            (SdDatabase       *self,
                                        GError          **error,
                                        const char       *sql,
                                        const char       *types,
                                        ...);
gboolean    sd_database_get_integer    (SdDatabase       *self,
                                        gint64           *integer,
                                        GError          **error,
                                        const char       *sql,
                                        const char       *types,
                                        ...);

SdQuery    *sd_query_new               (SdDatabase       *database,
                                        GError          **error,
                                        const char       *sql,
                                        const char       *types,
                                        ...);
void        sd_query_free              (SdQuery          *self);
void        sd_query_bind              (SdQuery          *self,
                                        int               index,
                                        const SdValue    *value);
gboolean    sd_query_step              (SdQuery          *self,
                                        gboolean         *has_row,
                                        GError          **error);
const char *sd_query_get_text          (SdQuery          *self,
                                        int               column);
gint64      sd_query_get_integer       (SdQuery          *self,
                                        int               column);
GBytes     *sd_query_get_bytes         (SdQuery          *self,
                                        int               column);
gboolean    sd_query_get_value         (SdQuery          *self,
                                        int               column,
                                        SdValue          *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdDatabase, sd_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdQuery, sd_query_free)

G_END_DECLS
