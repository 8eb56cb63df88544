/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register.h"
#include "rows.h"
#include "schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Making a new register. */

/* Makes a register with its one county at a place where nobody looks yet. */
static gboolean
create_file (const char *path, const char *county_name, GError **error)
{
  g_autoptr (SdDatabase) database = sd_database_open (path, SD_DATABASE_CREATE, error);
  g_autoptr (SdRow) county = NULL;
  g_autofree char *id = g_uuid_string_random ();

  if (database == NULL || !sd_schema_create (database, error))
    return FALSE;
  county = sd_row_new (SD_TABLE_COUNTY, NULL, id, NULL, 0);
  sd_row_set_value (county, SD_COUNTY_NAME, &(SdValue) SD_VALUE_INIT_TEXT (county_name));

  return county_name == NULL || sd_rows_insert (database, county, error);
}

/* A link fails where something is there, which a rename would overwrite; not every file system has
 * links. */
static gboolean
move_into_place (const char *beside, const char *path, GError **error)
{
  if (link (beside, path) == 0)
    {
      g_unlink (beside);
      return TRUE;
    }
  if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (beside, path) == 0)
    return TRUE;

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO,
               _ ("%s: the register could not be put in its place (%s)."), path,
               g_strerror (errno));
  return FALSE;
}

/**
 * sd_register_create:
 * @file: where the register is to be; there may be nothing there yet
 * @county_name: name of the county
 * @author: who makes the edits
 * @error: return location for a #SdRegisterError
 *
 * Makes a register with its county and no towns. It is made beside its place and then moved there,
 * so that a failure leaves no half of one.
 *
 * Returns: (transfer full): the register, open
 */
SdRegister *
sd_register_create (GFile *file, const char *county_name, const char *author, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *beside = NULL;

  if (path == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_EXISTS,
                   _ ("%s: there is a file already; a new register needs a name of its own."),
                   name);
      return NULL;
    }

  beside = g_strdup_printf ("%s.%08x.new", path, g_random_int ());
  if (!create_file (beside, county_name, error) || !move_into_place (beside, path, error))
    {
      g_unlink (beside);
      return NULL;
    }

  return sd_register_open (file, 0, author, error);
}
