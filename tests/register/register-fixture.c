/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"

#include "../plan/random-county.h"

#include <glib/gstdio.h>

#define DEADLINE_MS 60000

void
fixture_set_up (Fixture *fixture, gconstpointer seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (SdCounty) county = random_county_new (rand, 2, 4);
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("sanding-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "county.sanding", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->reg = sd_register_create (fixture->file, NULL, "tester", &error);
  g_assert_no_error (error);
  g_assert_true (sd_register_import (fixture->reg, county, SD_IMPORT_ASK, &error));
  g_assert_no_error (error);
  fixture->plan_id =
      g_strdup (sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0)));
  g_assert_true (sd_register_load_all (fixture->reg, &error));
  g_assert_true (sd_county_equal (county, sd_register_get_county (fixture->reg)));
}

void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&fixture->reg);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_error (&fixture->error);
  g_free (fixture->new_id);
  g_free (fixture->plan_id);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->reg);
  fixture->reg = sd_register_open (fixture->file, 0, "tester", &error);
  g_assert_no_error (error);
  g_assert_true (sd_register_load_all (fixture->reg, &error));
  g_assert_no_error (error);
}

/* What the file holds, by another handle. */
SdCounty *
fixture_read_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdRegister) other = NULL;

  other = sd_register_open (fixture->file, SD_REGISTER_OPEN_READ_ONLY, "reader", &error);
  g_assert_no_error (error);
  g_assert_true (sd_register_load_all (other, &error));

  return g_object_ref (sd_register_get_county (other));
}

/* Counts each edit that has returned; every use of it is one more to wait for. */
void
fixture_on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->new_id, g_free);
  sd_register_edit_finish (SD_REGISTER (source), result, &fixture->new_id, &fixture->error);
  fixture->n_waiting--;
}

static gboolean
on_deadline (gpointer unused)
{
  g_error ("an edit did not return in time");
  return G_SOURCE_REMOVE;
}

/* Waits for the edits that were pushed since; true if the last of them succeeded. */
gboolean
fixture_wait (Fixture *fixture)
{
  guint deadline = g_timeout_add (DEADLINE_MS, on_deadline, NULL);

  while (fixture->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);

  return fixture->error == NULL;
}

SdPlan *
fixture_plan (Fixture *fixture)
{
  return sd_county_get_plan (sd_register_get_county (fixture->reg), fixture->plan_id);
}

SdRow *
fixture_any_row (Fixture *fixture, GRand *rand, SdTableId table)
{
  SdRowSet *set = SD_ROW_SET (fixture_plan (fixture));
  guint n = sd_row_set_get_n_rows (set, table);

  return n > 0 ? sd_row_set_peek_row (set, table, g_rand_int_range (rand, 0, (gint32) n)) : NULL;
}
