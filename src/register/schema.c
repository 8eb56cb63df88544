/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schema.h"

#include "history.h"
#include "register-resources.h"

#include <glib/gi18n-lib.h>

/* A register's tables are made by steps, schema-1.sql and so on. `user_version` counts those that
 * have been done. A step that was released never changes: what changes the model adds a step. */

static char *
load_step (guint number)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  path = g_strdup_printf ("/org/sanding/register/schema-%u.sql", number);
  bytes = g_resource_lookup_data (sd_register_resources_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static GStrv
load_steps (void)
{
  GStrv steps = g_new0 (char *, SD_SCHEMA_VERSION + 1);

  for (guint i = 0; i < SD_SCHEMA_VERSION; i++)
    steps[i] = load_step (i + 1);

  return steps;
}

/**
 * sd_schema_run_steps:
 * @database: a database
 * @steps: (array zero-terminated=1): the SQL of each step, the first being that of version 1
 * @from: the version it has
 * @to: the version it is to get
 * @error: return location for a #SdRegisterError
 *
 * Runs the steps after @from inside the caller's transaction, and counts them in `user_version`.
 *
 * Returns: whether all of them ran
 */
gboolean
sd_schema_run_steps (
    SdDatabase *database, const char *const *steps, guint from, guint to, GError **error)
{
  for (guint i = from; i < to; i++)
    {
      g_autofree char *count = g_strdup_printf ("PRAGMA user_version = %u", i + 1);

      if (!sd_database_exec (database, steps[i], error) ||
          !sd_database_exec (database, count, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sd_schema_create:
 * @database: an empty database
 * @error: return location for a #SdRegisterError
 *
 * Makes the tables of a register, inside the caller's transaction if there is one.
 *
 * Returns: whether it is done
 */
gboolean
sd_schema_create (SdDatabase *database, GError **error)
{
  return sd_schema_advance (database, SD_SCHEMA_VERSION, error);
}

/**
 * sd_schema_advance:
 * @database: an empty database, or a register
 * @version: the version that it is to have, at most %SD_SCHEMA_VERSION
 * @error: return location for a #SdRegisterError
 *
 * Runs the steps that are missing, inside the caller's transaction if there is one, and leaves no
 * trace in the history. Nothing is done where the version is reached.
 *
 * Returns: whether it is done
 */
gboolean
sd_schema_advance (SdDatabase *database, guint version, GError **error)
{
  g_auto (GStrv) steps = load_steps ();
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", SD_SCHEMA_APPLICATION_ID);
  gint64 from;

  return sd_database_exec (database, mark, error) &&
         sd_schema_get_version (database, &from, error) &&
         sd_schema_run_steps (database, (const char *const *) steps, (guint) from, version, error);
}

/**
 * sd_schema_get_version:
 * @database: a register
 * @version: (out): the number of steps that made it
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it could be read
 */
gboolean
sd_schema_get_version (SdDatabase *database, gint64 *version, GError **error)
{
  return sd_database_get_integer (database, version, error, "PRAGMA user_version", "");
}

/* Everything in the file that is SQL, so that two registers can be held against each other. */
static char *
describe (SdDatabase *database, GError **error)
{
  g_autoptr (GString) description = g_string_new (NULL);
  g_autoptr (SdQuery) query = NULL;
  gboolean has_row = FALSE;

  query = sd_query_new (database, error,
                        "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", "");
  if (query == NULL)
    return NULL;
  do
    {
      if (!sd_query_step (query, &has_row, error))
        return NULL;
      for (int i = 0; has_row && i < 3; i++)
        {
          const char *text = sd_query_get_text (query, i);

          g_string_append_printf (description, "%s\n", text != NULL ? text : "");
        }
    }
  while (has_row);

  return g_string_free (g_steal_pointer (&description), FALSE);
}

/* A file may bear our mark and still hold triggers, views or tables of another shape, on which
 * nothing that this program says would hold. */
static gboolean
check_shape (SdDatabase *database, gint64 version, GError **error)
{
  g_autoptr (SdDatabase) model = sd_database_open_in_memory (error);
  g_auto (GStrv) steps = load_steps ();
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  if (model == NULL ||
      !sd_schema_run_steps (model, (const char *const *) steps, 0, (guint) version, error))
    return FALSE;
  expected = describe (model, error);
  found = expected != NULL ? describe (database, error) : NULL;
  if (found == NULL)
    return FALSE;
  if (g_str_equal (expected, found))
    return TRUE;

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
               _ ("The tables of %s are not those of a register; another program changed them."),
               sd_database_get_name (database));
  return FALSE;
}

/**
 * sd_schema_check:
 * @database: a database
 * @state: (out): how it stands to this program's version
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is a register that this program can read
 */
gboolean
sd_schema_check (SdDatabase *database, SdSchemaState *state, GError **error)
{
  const char *name = sd_database_get_name (database);
  gint64 mark, version;

  *state = SD_SCHEMA_CURRENT;
  if (!sd_database_get_integer (database, &mark, error, "PRAGMA application_id", "") ||
      !sd_schema_get_version (database, &version, error))
    return FALSE;
  if (mark != SD_SCHEMA_APPLICATION_ID || version < 1)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_A_REGISTER,
                   _ ("%s is not a register."), name);
      return FALSE;
    }
  if (version > SD_SCHEMA_VERSION)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NEWER,
                   _ ("%s was written by a newer version of this program (register version %d; "
                      "this program knows %d). Nothing in it was changed."),
                   name, (int) version, SD_SCHEMA_VERSION);
      return FALSE;
    }

  *state = version < SD_SCHEMA_VERSION ? SD_SCHEMA_OLDER : SD_SCHEMA_CURRENT;
  return check_shape (database, version, error);
}

/**
 * sd_schema_migrate_by:
 * @database: a register of an older version
 * @steps: the SQL of each step, the first being that of version 1
 * @n_steps: how many there are, the version that it is to get
 * @author: who opened it
 * @error: return location for a #SdRegisterError
 *
 * Runs the steps that are missing, all in one transaction, and writes a version into the history.
 *
 * Returns: whether it is done; if not, the register is as it was
 */
gboolean
sd_schema_migrate_by (SdDatabase *database,
                      const char *const *steps,
                      guint n_steps,
                      const char *author,
                      GError **error)
{
  gint64 from;

  if (!sd_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (sd_schema_get_version (database, &from, error) &&
      sd_schema_run_steps (database, steps, (guint) from, n_steps, error) &&
      sd_history_append_migration (database, author, from, n_steps, error) &&
      sd_database_exec (database, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (sd_database_get_handle (database)))
    sd_database_exec (database, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * sd_schema_migrate:
 * @database: a register of an older version
 * @author: who opened it
 * @error: return location for a #SdRegisterError
 *
 * Brings a register to the version of this program, see sd_schema_migrate_by().
 *
 * Returns: whether it is done; if not, the register is as it was
 */
gboolean
sd_schema_migrate (SdDatabase *database, const char *author, GError **error)
{
  g_auto (GStrv) steps = load_steps ();

  return sd_schema_migrate_by (database, (const char *const *) steps, SD_SCHEMA_VERSION, author,
                               error);
}
