/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"

#include <locale.h>

static SdRow *
find (Fixture *f, const char *plan_id, SdTableId table, const char *id)
{
  g_autoptr (GError) error = NULL;
  SdPlan *plan = plan_id != NULL ? sd_register_load_plan (f->reg, plan_id, &error) : NULL;

  g_assert_no_error (error);
  return sd_row_set_get_row (plan != NULL ? SD_ROW_SET (plan)
                                          : SD_ROW_SET (sd_register_get_county (f->reg)),
                             table, id);
}

/* What happens from a new register to a second opening: all of it is there again. */
static void
test_way (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;

  fixture_init (&f);
  g_assert_false (sd_register_get_can_undo (f.reg));
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "党政办公室");
  sd_register_set_quota_async (f.reg, plan, unit, "administrative", SD_QUOTA_APPROVED, 8, NULL,
                               fixture_on_done, &f);
  fixture_wait (&f);
  g_assert_no_error (f.error);
  fixture_assert_same (&f);
  g_assert_cmpint (sd_plan_get_headcount (sd_register_load_plan (f.reg, plan, NULL), "proposed",
                                          NULL, NULL),
                   ==, 8);

  sd_register_set_value_async (f.reg, plan, SD_TABLE_UNIT, unit, SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT ("党建办公室"), NULL, fixture_on_done,
                               &f);
  fixture_wait (&f);
  g_assert_no_error (f.error);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党建办公室");

  fixture_reopen (&f);
  fixture_assert_same (&f);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==,
                   "Rename “党政办公室” to “党建办公室”");
  fixture_undo (&f);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党政办公室");
  fixture_assert_same (&f);

  fixture_reopen (&f);
  g_assert_true (sd_register_get_can_redo (f.reg));
  fixture_redo (&f);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党建办公室");
  g_assert_false (sd_register_get_can_redo (f.reg));
  for (int i = 0; i < 5; i++)
    fixture_undo (&f);
  g_assert_false (sd_register_get_can_undo (f.reg));
  g_assert_null (find (&f, NULL, SD_TABLE_TOWN, town));
  fixture_assert_same (&f);
  sd_register_undo_async (f.reg, NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_NOTHING);
  fixture_reopen (&f);
  for (int i = 0; i < 5; i++)
    fixture_redo (&f);
  fixture_assert_same (&f);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党建办公室");
}

/* Notes of what happened, in order. */
static void
on_noted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GString *notes = user_data;
  g_autoptr (GError) error = NULL;
  SdCounty *county = sd_register_get_county (SD_REGISTER (source));

  sd_register_edit_finish (SD_REGISTER (source), result, NULL, &error);
  /* The rows show the edit when its callback runs. */
  g_string_append_printf (notes, "%s%u ", error != NULL ? "!" : "",
                          sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN));
}

static void
on_saving (SdRegister *reg, GParamSpec *pspec, GString *notes)
{
  g_string_append (notes, sd_register_get_saving (reg) ? "saving " : "saved ");
}

static void
on_touched (SdRegister *reg, const char *plan_id, const char *table, const char *row_id,
            const char *kind, GString *notes)
{
  g_string_append_printf (notes, "%s:%s ", kind, table);
  g_assert_nonnull (row_id);
}

static void
run_until (GString *notes, const char *end)
{
  while (!g_str_has_suffix (notes->str, end))
    g_main_context_iteration (NULL, TRUE);
}

/* Edits asked for in a row are made in that order, and told in that order. */
static void
test_order (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);

  fixture_init (&f);
  g_signal_connect (f.reg, "notify::saving", G_CALLBACK (on_saving), notes);
  g_signal_connect (f.reg, "touched", G_CALLBACK (on_touched), places);
  sd_register_add_town_async (f.reg, "a", "town", NULL, on_noted, notes);
  sd_register_add_town_async (f.reg, "", "town", NULL, on_noted, notes);
  sd_register_add_town_async (f.reg, "b", "township", NULL, on_noted, notes);
  sd_register_undo_async (f.reg, NULL, on_noted, notes);
  sd_register_undo_async (f.reg, NULL, on_noted, notes);
  sd_register_undo_async (f.reg, NULL, on_noted, notes);
  sd_register_redo_async (f.reg, NULL, on_noted, notes);
  g_assert_cmpstr (notes->str, ==, "saving ");
  g_assert_true (sd_register_get_saving (f.reg));
  sd_register_flush (f.reg);
  /* All is on the disk and the rows follow, but no callback has run inside the call. */
  g_assert_cmpstr (notes->str, ==, "saving saved ");
  g_assert_false (sd_register_get_saving (f.reg));
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (sd_register_get_county (f.reg)),
                                           SD_TABLE_TOWN),
                    ==, 1);
  run_until (notes, "saved 1 !1 1 1 1 !1 1 ");
  g_assert_cmpstr (places->str, ==, "edit:town edit:town undo:town undo:town redo:town ");
  fixture_assert_same (&f);
}

/* The same where the loop runs between: each callback sees the state of its edit or a later one,
 * and they come in order. */
static void
test_order_in_loop (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GString) notes = g_string_new (NULL);

  fixture_init (&f);
  for (guint i = 0; i < 50; i++)
    {
      sd_register_add_town_async (f.reg, "a", "town", NULL, on_noted, notes);
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  run_until (notes, "50 ");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint last = 0, i = 0; i < 50; i++)
    {
      g_auto (GStrv) counts = g_strsplit (notes->str, " ", -1);
      guint count = (guint) g_ascii_strtoull (counts[i], NULL, 10);

      g_assert_cmpuint (count, >=, MAX (last, i + 1));
      last = count;
    }
}

/* Closing waits for what was asked for; what is asked for afterwards is refused. */
static void
test_close (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f);
  for (guint i = 0; i < 5; i++)
    sd_register_add_town_async (f.reg, "a", "town", NULL, on_noted, notes);
  sd_register_close (f.reg);
  sd_register_close (f.reg);
  county = fixture_read (&f);
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN), ==, 5);
  g_assert_true (sd_county_equal (county, sd_register_get_county (f.reg)));
  sd_register_add_town_async (f.reg, "b", "town", NULL, on_noted, notes);
  run_until (notes, "5 5 5 5 5 !5 ");
  g_assert_null (sd_register_get_history (f.reg, 1, &error));
  g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO);
}

/* A register that nobody holds any more stays until its edits have been told. */
static void
test_let_go (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GString) notes = g_string_new (NULL);
  gpointer reg;

  fixture_init (&f);
  reg = f.reg;
  g_object_add_weak_pointer (reg, &reg);
  sd_register_add_town_async (f.reg, "a", "town", NULL, on_noted, notes);
  sd_register_add_town_async (f.reg, "b", "town", NULL, on_noted, notes);
  g_clear_object (&f.reg);
  g_assert_nonnull (reg);
  while (reg != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_suffix (notes->str, "2 "));
}

/* What was cancelled before it began is not made; what has begun is, and is told so. */
static void
test_cancel (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture_init (&f);
  g_cancellable_cancel (cancellable);
  sd_register_add_town_async (f.reg, "a", "town", cancellable, fixture_on_done, &f);
  g_assert_false (fixture_wait (&f));
  g_assert_error (f.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_cancellable_reset (cancellable);
  sd_register_add_town_async (f.reg, "b", "town", cancellable, fixture_on_done, &f);
  sd_register_flush (f.reg);
  g_cancellable_cancel (cancellable);
  g_assert_true (fixture_wait (&f));
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (sd_register_get_county (f.reg)),
                                           SD_TABLE_TOWN),
                    ==, 1);
  fixture_assert_same (&f);
}

/* A plan that is loaded while edits of it are under way shows each of them once. */
static void
test_load_meanwhile (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;

  fixture_init (&f);
  town = fixture_add_town (&f, "a");
  plan = fixture_add_plan (&f, town);
  for (guint i = 0; i < 20; i++)
    {
      sd_register_add_unit_async (f.reg, plan, "proposed", "office", "b", NULL, on_noted, notes);
      if (i == 10)
        sd_register_load_plan (f.reg, plan, &error);
      g_assert_no_error (error);
      if (i == 15)
        sd_register_undo_async (f.reg, NULL, on_noted, notes);
    }
  while (sd_register_get_saving (f.reg))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (sd_register_load_plan (f.reg, plan, NULL)),
                                           SD_TABLE_UNIT),
                    ==, 19);
  fixture_assert_same (&f);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
count_changes (SdRowSet *set, guint *n)
{
  (*n)++;
}

/* One edit is one change of a set of rows, however many rows it touches. */
static void
test_signals (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;
  guint n_plan = 0, n_county = 0;

  fixture_init (&f);
  town = fixture_add_town (&f, "a");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "b");
  g_free (fixture_add_unit (&f, plan, "c"));
  sd_register_set_quota_async (f.reg, plan, unit, "worker", SD_QUOTA_APPROVED, 1, NULL,
                               fixture_on_done, &f);
  fixture_wait (&f);
  g_signal_connect (sd_register_load_plan (f.reg, plan, NULL), "changed",
                    G_CALLBACK (count_changes), &n_plan);
  g_signal_connect (sd_register_get_county (f.reg), "changed", G_CALLBACK (count_changes),
                    &n_county);
  sd_register_delete_row_async (f.reg, plan, SD_TABLE_UNIT, unit, NULL, fixture_on_done, &f);
  fixture_wait (&f);
  g_assert_cmpuint (n_plan, ==, 1);
  g_assert_cmpuint (n_county, ==, 0);
  g_free (fixture_add_town (&f, "d"));
  g_assert_cmpuint (n_plan, ==, 1);
  g_assert_cmpuint (n_county, ==, 1);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *f = user_data;

  g_clear_error (&f->error);
  f->reg = sd_register_open_finish (result, &f->error);
  f->is_done = TRUE;
}

static void
test_open_async (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GFile) nowhere = NULL;

  fixture_init (&f);
  g_free (fixture_add_town (&f, "a"));
  g_assert_finalize_object (g_steal_pointer (&f.reg));
  sd_register_open_async (f.file, 0, "乙", NULL, on_opened, &f);
  g_assert_true (fixture_wait (&f));
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Add “a”");
  g_free (fixture_add_town (&f, "b"));
  fixture_assert_same (&f);
  g_assert_finalize_object (g_steal_pointer (&f.reg));

  nowhere = g_file_get_child (f.file, "no");
  sd_register_open_async (nowhere, 0, "乙", NULL, on_opened, &f);
  g_assert_false (fixture_wait (&f));
  g_assert_error (f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/way", test_way);
  g_test_add_func ("/register/order", test_order);
  g_test_add_func ("/register/order-in-loop", test_order_in_loop);
  g_test_add_func ("/register/close", test_close);
  g_test_add_func ("/register/let-go", test_let_go);
  g_test_add_func ("/register/cancel", test_cancel);
  g_test_add_func ("/register/load-meanwhile", test_load_meanwhile);
  g_test_add_func ("/register/signals", test_signals);
  g_test_add_func ("/register/open-async", test_open_async);

  return g_test_run ();
}
