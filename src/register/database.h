/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "error.h"
#include "plan/row.h"

G_BEGIN_DECLS

/**
 * SdDatabase:
 *
 * One handle on a SQLite file, with the settings that a register wants and errors as sentences.
 * Used by one thread at a time.
 */
typedef struct _SdDatabase SdDatabase;

typedef enum
{
  SD_DATABASE_CREATE,
  SD_DATABASE_WRITE,
  SD_DATABASE_READ,
} SdDatabaseMode;

SdDatabase *sd_database_open       (const char      *path,
                                    SdDatabaseMode   mode,
                                    GError         **error);
void        sd_database_free       (SdDatabase      *self);
sqlite3    *sd_database_get_handle (SdDatabase      *self);
const char *sd_database_get_name   (SdDatabase      *self);

gboolean    sd_database_exec       (SdDatabase      *self,
                                    const char      *sql,
                                    GError         **error);
gboolean    sd_database_get_number (SdDatabase      *self,
                                    const char      *sql,
                                    gint64          *number,
                                    GError         **error);
gboolean    sd_database_fail       (SdDatabase      *self,
                                    GError         **error);

sqlite3_stmt *sd_database_prepare  (SdDatabase      *self,
                                    const char      *sql,
                                    GError         **error);
gboolean    sd_database_step       (SdDatabase      *self,
                                    sqlite3_stmt    *statement,
                                    gboolean        *has_row,
                                    GError         **error);
gboolean    sd_database_run        (SdDatabase      *self,
                                    sqlite3_stmt    *statement,
                                    GError         **error);

void        sd_statement_bind_text  (sqlite3_stmt  *statement,
                                     int            place,
                                     const char    *text);
void        sd_statement_bind_value (sqlite3_stmt  *statement,
                                     int            place,
                                     const SdValue *value);
void        sd_value_from_sqlite    (SdValue       *value,
                                     sqlite3_value *from);

void        sd_value_from_column    (SdValue       *value,
                                     sqlite3_stmt  *statement,
                                     int            column);

typedef sqlite3_stmt SdStatement;

static inline void
sd_statement_finalize (SdStatement *statement)
{
  sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdDatabase, sd_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdStatement, sd_statement_finalize)

G_END_DECLS
