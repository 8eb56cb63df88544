/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schema.h"

#include "register-resources.h"

#include <glib/gi18n-lib.h>

/* "SdRg": tells a register from SQLite files of other programs. */
#define APPLICATION_ID 0x53645267

/* Step N brings a file of version N - 1 to version N. A step that has been released never changes;
 * it adds tables, and columns at the end of tables. */
static const char *const steps[] = {
  "/org/sanding/register/schema-1.sql",
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == SD_SCHEMA_VERSION);

static gboolean
run_step (SdDatabase *database, guint version, GError **error)
{
  g_autoptr (GBytes) sql = NULL;
  g_autofree char *finish = g_strdup_printf ("PRAGMA user_version = %u", version);

  sql = g_resource_lookup_data (sd_register_get_resource (), steps[version - 1],
                                G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return sql != NULL && sd_database_exec (database, g_bytes_get_data (sql, NULL), error) &&
         sd_database_exec (database, finish, error);
}

static gboolean
run_steps (SdDatabase *database, guint from, GError **error)
{
  if (!sd_database_exec (database, "BEGIN EXCLUSIVE", error))
    return FALSE;
  for (guint version = from + 1; version <= SD_SCHEMA_VERSION; version++)
    if (!run_step (database, version, error))
      {
        sd_database_exec (database, "ROLLBACK", NULL);
        return FALSE;
      }

  return sd_database_exec (database, "COMMIT", error);
}

/**
 * sd_schema_create:
 * @database: an empty file
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the file is now a register with no rows
 */
gboolean
sd_schema_create (SdDatabase *database, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", APPLICATION_ID);

  return sd_database_exec (database, mark, error) && run_steps (database, 0, error);
}

/**
 * sd_schema_check:
 * @database: a file
 * @error: return location for a #SdRegisterError
 *
 * Refuses what is no register, and a register that a newer version of the program made, whose
 * content this one would not understand.
 *
 * Returns: whether the file is a register of this version or an older one
 */
gboolean
sd_schema_check (SdDatabase *database, GError **error)
{
  const char *name = sd_database_get_name (database);
  gint64 application, version;

  if (!sd_database_get_number (database, "PRAGMA application_id", &application, error) ||
      !sd_database_get_number (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != APPLICATION_ID)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_A_REGISTER,
                   _ ("%s: the file is no register of Sanding."), name);
      return FALSE;
    }
  if (version > SD_SCHEMA_VERSION)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NEWER,
                   _ ("%s: the register is of version %d, but this program knows versions up to "
                      "%d. Please use a newer version of the program."),
                   name, (int) version, SD_SCHEMA_VERSION);
      return FALSE;
    }

  return TRUE;
}

/**
 * sd_schema_migrate:
 * @database: a register that sd_schema_check() has passed
 * @error: return location for a #SdRegisterError
 *
 * Brings an older register to the version of the program, one step at a time.
 *
 * Returns: whether it is of that version now
 */
gboolean
sd_schema_migrate (SdDatabase *database, GError **error)
{
  gint64 version;

  if (!sd_database_get_number (database, "PRAGMA user_version", &version, error))
    return FALSE;

  return version == SD_SCHEMA_VERSION || run_steps (database, (guint) version, error);
}
