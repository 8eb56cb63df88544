/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "failing-vfs.h"
#include "plan/reader.h"
#include "random-county.h"
#include "register-fixture.h"
#include "register/editor.h"
#include "register/loader.h"
#include "register/schema.h"

#include <glib/gstdio.h>
#include <locale.h>

/* A register on a handle of the test's own, on which one operation meets a bad disk. */
typedef struct
{
  Fixture f;
  char *town;
  char *plan;
  char *unit;
  SdCounty *more; /* what is imported */
  GBytes *file;   /* the register as it was */
  SdCounty *before;
  SdCounty *after;
} Disk;

static SdRequest *
request_edit (Disk *disk)
{
  SdRequest *request = sd_request_new (sd_operation_set_value, disk->plan, SD_TABLE_UNIT,
                                       disk->unit);

  request->column = SD_UNIT_NAME;
  request->value = (SdValue){ .type = SD_VALUE_TEXT, .text = g_strdup ("党建办公室") };
  return request;
}

static SdRequest *
request_delete (Disk *disk)
{
  return sd_request_new (sd_operation_delete_row, NULL, SD_TABLE_PLAN, disk->plan);
}

static SdRequest *
request_undo (Disk *disk)
{
  return sd_request_new (sd_operation_undo, NULL, SD_TABLE_NONE, NULL);
}

/* More than SQLite keeps in memory, so that the file is written before the end. */
static SdRequest *
request_import (Disk *disk)
{
  SdRequest *request = sd_request_new (sd_operation_import, NULL, SD_TABLE_NONE, NULL);

  request->county = g_object_ref (disk->more);
  return request;
}

static SdCounty *
load_all (SdDatabase *database)
{
  g_autoptr (GError) error = NULL;
  SdCounty *county = sd_load_county (database, &error);
  SdRow *header;

  g_assert_no_error (error);
  SD_FOREACH_ROW (header, county, SD_TABLE_PLAN)
    {
      g_autoptr (SdPlan) plan = sd_load_plan (database, sd_row_get_id (header), &error);

      g_assert_no_error (error);
      sd_county_put_plan (county, plan);
    }

  return county;
}

static SdDatabase *
open_database (Disk *disk, SdEditor **editor)
{
  g_autoptr (GError) error = NULL;
  SdDatabase *database = sd_database_open (disk->f.path, "x", 0, &error);

  g_assert_no_error (error);
  sd_database_exec (database, "PRAGMA cache_size = 20; BEGIN", &error);
  g_assert_no_error (error);
  *editor = sd_editor_new (database, "甲", &error);
  g_assert_no_error (error);
  sd_database_exec (database, "COMMIT", &error);
  g_assert_no_error (error);

  return database;
}

static gboolean
run (SdEditor *editor, SdRequest *request, GError **error)
{
  g_auto (SdOutcome) outcome = { 0 };
  gboolean done = sd_editor_run (editor, request, &outcome, error);

  sd_request_free (request);
  return done;
}

static void
put_back (Disk *disk)
{
  g_autofree char *journal = g_strconcat (disk->f.path, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (journal);
  g_file_set_contents (disk->f.path, g_bytes_get_data (disk->file, NULL),
                       (gssize) g_bytes_get_size (disk->file), &error);
  g_assert_no_error (error);
}

static void
assert_is (SdCounty *found, SdCounty *expected, SdDatabase *database)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sd_county_equal (found, expected));
  sd_history_verify (database, &error);
  g_assert_no_error (error);
}

/* The nth call that writes fails. Returns whether it came so far; after an error the register is as
 * it was, on this handle, and for whoever opens it next; and the next edit works. */
static gboolean
fail_at (Disk *disk, SdRequest *(*request) (Disk *), FailingKind kind, guint n, gboolean for_good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdEditor) editor = NULL;
  g_autoptr (SdEditor) next = NULL;
  g_autoptr (SdDatabase) database = NULL;
  g_autoptr (SdCounty) found = NULL;
  g_autoptr (SdCounty) again = NULL;
  const int code = kind == FAILING_FULL ? SD_REGISTER_ERROR_FULL : SD_REGISTER_ERROR_IO;
  gboolean done, failed;

  put_back (disk);
  database = open_database (disk, &editor);
  failing_vfs_arm (kind, n, for_good);
  done = run (editor, request (disk), &error);
  failed = failing_vfs_disarm ();

  if (done)
    g_assert_no_error (error);
  else
    g_assert_error (error, SD_REGISTER_ERROR, code);
  found = load_all (database);
  assert_is (found, done ? disk->after : disk->before, database);
  g_clear_error (&error);
  if (!done)
    {
      run (editor, request (disk), &error);
      g_assert_no_error (error);
    }

  g_clear_pointer (&editor, sd_editor_free);
  g_clear_pointer (&database, sd_database_close);
  database = open_database (disk, &next);
  again = load_all (database);
  assert_is (again, disk->after, database);

  return failed;
}

static void
set_up (Disk *disk, SdRequest *(*request) (Disk *))
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdEditor) editor = NULL;
  g_autoptr (SdDatabase) database = NULL;
  gsize size;
  char *data;

  fixture_init (&disk->f);
  disk->town = fixture_add_town (&disk->f, "探沂镇");
  disk->plan = fixture_add_plan (&disk->f, disk->town);
  for (guint i = 0; i < 40; i++)
    {
      g_free (disk->unit);
      disk->unit = fixture_add_unit (&disk->f, disk->plan, "党政办公室");
    }
  disk->more = random_county_new (rand, 1, 8);
  g_assert_finalize_object (g_steal_pointer (&disk->f.reg));
  g_file_get_contents (disk->f.path, &data, &size, &error);
  g_assert_no_error (error);
  disk->file = g_bytes_new_take (data, size);

  database = open_database (disk, &editor);
  disk->before = load_all (database);
  run (editor, request (disk), &error);
  g_assert_no_error (error);
  disk->after = load_all (database);
}

static void
tear_down (Disk *disk)
{
  g_free (disk->town);
  g_free (disk->plan);
  g_free (disk->unit);
  g_clear_object (&disk->more);
  g_clear_object (&disk->before);
  g_clear_object (&disk->after);
  g_bytes_unref (disk->file);
  fixture_clear (&disk->f);
}

static const struct
{
  const char *name;
  SdRequest *(*request) (Disk *);
  guint stride; /* where not thorough, every so many calls */
} operations[] = {
  { "edit", request_edit, 1 },
  { "delete", request_delete, 5 },
  { "undo", request_undo, 3 },
  { "import", request_import, 17 },
};

/* Every call that writes fails in turn: the old state or the new, never between. */
static void
test_failing (gconstpointer data)
{
  const guint operation = GPOINTER_TO_UINT (data);
  const guint stride = g_test_thorough () ? 1 : operations[operation].stride;
  guint n_failed = 0;
  Disk disk = { 0 };

  set_up (&disk, operations[operation].request);
  for (FailingKind kind = FAILING_IO; kind <= FAILING_TEAR; kind++)
    for (int for_good = 0; for_good <= 1; for_good++)
      for (guint n = 0; fail_at (&disk, operations[operation].request, kind, n, for_good);
           n += stride)
        n_failed++;
  g_test_message ("%u calls failed in turn", n_failed);
  g_assert_cmpuint (n_failed, >, 20);
  tear_down (&disk);
}

/* A disk that is full while a window works: a sentence, the rows as they were, and when there is
 * room again it goes on. */
static void
test_full (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  failing_vfs_arm (FAILING_FULL, 0, TRUE);
  sd_register_add_unit_async (f.reg, plan, "proposed", "office", "党政办公室", NULL,
                              fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_FULL);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Start plan “改革方案”");
  sd_register_undo_async (f.reg, NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_FULL);
  g_assert_false (sd_register_get_saving (f.reg));
  failing_vfs_disarm ();

  fixture_assert_same (&f);
  g_free (fixture_add_unit (&f, plan, "党政办公室"));
  fixture_assert_same (&f);
}

/* Another program holds the file. */
static void
test_locked (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (SdDatabase) other = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  other = sd_database_open (f.path, "x", 0, &error);
  sd_database_exec (other, "BEGIN IMMEDIATE", &error);
  g_assert_no_error (error);
  sd_register_add_town_async (f.reg, "探沂镇", "town", NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_BUSY);
  sd_database_exec (other, "ROLLBACK", &error);
  g_assert_no_error (error);
  g_free (fixture_add_town (&f, "探沂镇"));
  fixture_assert_same (&f);
}

/* What is written into a file that has no name any more would be lost. */
static void
test_gone (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autofree char *elsewhere = NULL;

  fixture_init (&f);
  elsewhere = g_strconcat (f.path, ".old", NULL);
  g_assert_cmpint (g_rename (f.path, elsewhere), ==, 0);
  sd_register_add_town_async (f.reg, "探沂镇", "town", NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_IO);
  g_assert_cmpstr (strstr (f.error->message, "was moved or deleted"), !=, NULL);
  g_assert_cmpint (g_rename (elsewhere, f.path), ==, 0);
  g_free (fixture_add_town (&f, "探沂镇"));
  fixture_assert_same (&f);
}

/* A register that is being made on a bad disk is there whole or not at all. */
static void
test_create (void)
{
  for (guint n = 0; n < 200; n++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (Fixture) f = FIXTURE_INIT;
      gboolean failed;

      fixture_init (&f);
      g_assert_finalize_object (g_steal_pointer (&f.reg));
      g_unlink (f.path);
      failing_vfs_arm (FAILING_IO, n, TRUE);
      f.reg = sd_register_create (f.file, "费县", "甲", &error);
      failed = failing_vfs_disarm ();
      if (f.reg != NULL)
        {
          fixture_assert_same (&f);
          g_assert_false (failed);
          g_assert_cmpuint (n, >, 5);
          return;
        }
      g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO);
      g_assert_false (g_file_test (f.path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_rmdir (f.folder), ==, 0);
    }
  g_assert_not_reached ();
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  failing_vfs_register ();

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autofree char *path = g_strconcat ("/register/disk/failing/", operations[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_failing);
    }
  g_test_add_func ("/register/disk/full", test_full);
  g_test_add_func ("/register/disk/locked", test_locked);
  g_test_add_func ("/register/disk/gone", test_gone);
  g_test_add_func ("/register/disk/create", test_create);

  return g_test_run ();
}
