/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"

#include "register/database.h"
#include "register/loader.h"

#include <glib/gstdio.h>

/* In memory where there is such a folder: every edit waits for its disk, and thousands are made. */
static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *in_memory = g_strdup ("/dev/shm/sanding-register-XXXXXX");
  char *folder;

  if (g_getenv ("TMPDIR") == NULL && g_mkdtemp (in_memory) != NULL)
    return g_steal_pointer (&in_memory);

  folder = g_dir_make_tmp ("sanding-register-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

void
fixture_init (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "县.sanding", NULL);
  self->file = g_file_new_for_path (self->path);
  self->reg = sd_register_create (self->file, "费县", "甲", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

void
fixture_clear (Fixture *self)
{
  if (self->reg != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->reg));
  g_clear_object (&self->file);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->row_id, g_free);
  g_clear_error (&self->error);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&self->reg));
  self->reg = sd_register_open (self->file, 0, "乙", &error);
  g_assert_no_error (error);
}

void
fixture_on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_false (self->is_done);
  g_clear_pointer (&self->row_id, g_free);
  g_clear_error (&self->error);
  sd_register_edit_finish (SD_REGISTER (source), result, &self->row_id, &self->error);
  self->is_done = TRUE;
}

/* Runs the main loop until the edit that was asked for with fixture_on_done() is done. */
gboolean
fixture_wait (Fixture *self)
{
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
  self->is_done = FALSE;

  return self->error == NULL;
}

char *
fixture_wait_row (Fixture *self)
{
  fixture_wait (self);
  g_assert_no_error (self->error);
  g_assert_nonnull (self->row_id);

  return g_strdup (self->row_id);
}

void
fixture_wait_error (Fixture *self, SdRegisterError code)
{
  g_assert_false (fixture_wait (self));
  g_assert_error (self->error, SD_REGISTER_ERROR, (int) code);
  g_test_message ("%s", self->error->message);
}

void
fixture_undo (Fixture *self)
{
  sd_register_undo_async (self->reg, NULL, fixture_on_done, self);
  fixture_wait (self);
  g_assert_no_error (self->error);
}

void
fixture_redo (Fixture *self)
{
  sd_register_redo_async (self->reg, NULL, fixture_on_done, self);
  fixture_wait (self);
  g_assert_no_error (self->error);
}

/* The county as the file has it now, read by a handle of its own, with all plans loaded. */
SdCounty *
fixture_read (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdDatabase) database = NULL;
  SdCounty *county;
  SdRow *row;

  database = sd_database_open (self->path, self->path, SD_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  county = sd_load_county (database, &error);
  g_assert_no_error (error);
  SD_FOREACH_ROW (row, county, SD_TABLE_PLAN)
    {
      g_autoptr (SdPlan) plan = sd_load_plan (database, sd_row_get_id (row), &error);

      g_assert_no_error (error);
      sd_county_put_plan (county, plan);
    }

  return county;
}

/* The row objects that followed the changesets are those of the file. */
void
fixture_assert_same (Fixture *self)
{
  g_autoptr (SdCounty) county = fixture_read (self);
  SdRow *row;

  SD_FOREACH_ROW (row, county, SD_TABLE_PLAN)
    {
      g_autoptr (GError) error = NULL;

      sd_register_load_plan (self->reg, sd_row_get_id (row), &error);
      g_assert_no_error (error);
    }
  g_assert_true (sd_county_equal (county, sd_register_get_county (self->reg)));
}

char *
fixture_add_town (Fixture *self, const char *name)
{
  sd_register_add_town_async (self->reg, name, "town", NULL, fixture_on_done, self);
  return fixture_wait_row (self);
}

char *
fixture_add_plan (Fixture *self, const char *town_id)
{
  sd_register_add_plan_async (self->reg, town_id, "改革方案", NULL, fixture_on_done, self);
  return fixture_wait_row (self);
}

char *
fixture_add_unit (Fixture *self, const char *plan_id, const char *name)
{
  sd_register_add_unit_async (self->reg, plan_id, "proposed", "office", name, NULL, fixture_on_done,
                              self);
  return fixture_wait_row (self);
}

/* Does to the file what another program might, and returns the first value of the last row. */
char *
fixture_sql (Fixture *self, const char *sql)
{
  char *value = NULL;
  sqlite3 *handle;
  sqlite3_stmt *statement;
  const char *rest = sql;

  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  while (*rest != '\0')
    {
      g_assert_cmpint (sqlite3_prepare_v2 (handle, rest, -1, &statement, &rest), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          g_free (value);
          value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
        }
      g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
    }
  sqlite3_close (handle);

  return value;
}
