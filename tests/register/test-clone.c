/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"

#include <locale.h>

typedef struct
{
  SdRegister *clone;
  GError *error;
  gboolean is_done;
} Cloning;

static void
on_cloned (GObject *source, GAsyncResult *result, gpointer data)
{
  Cloning *cloning = data;

  cloning->clone = sd_register_clone_finish (SD_REGISTER (source), result, &cloning->error);
  cloning->is_done = TRUE;
}

static void
wait_for (gboolean *is_done)
{
  while (!*is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sd_register_edit_finish (SD_REGISTER (source), result, NULL, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static SdRegister *
clone (Fixture *f)
{
  Cloning cloning = { NULL };

  sd_register_clone_async (f->reg, NULL, on_cloned, &cloning);
  wait_for (&cloning.is_done);
  g_assert_no_error (cloning.error);

  return cloning.clone;
}

static const char *
unit_name (SdRegister *reg, const char *plan_id, const char *unit_id)
{
  g_autoptr (GError) error = NULL;
  SdPlan *plan = sd_register_load_plan (reg, plan_id, &error);

  g_assert_no_error (error);
  return sd_row_get_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, unit_id),
                          SD_UNIT_NAME);
}

/* What is done to a clone is seen there and nowhere else, and can be taken back. */
static void
test_apart (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (SdRegister) copy = NULL;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;
  gboolean renamed = FALSE, undone = FALSE;

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "党政办公室");
  copy = clone (&f);
  g_assert_cmpstr (unit_name (copy, plan, unit), ==, "党政办公室");

  sd_register_set_value_async (copy, plan, SD_TABLE_UNIT, unit, SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT ("综合办公室"), NULL, on_edited,
                               &renamed);
  wait_for (&renamed);
  g_assert_cmpstr (unit_name (copy, plan, unit), ==, "综合办公室");
  g_assert_cmpstr (unit_name (f.reg, plan, unit), ==, "党政办公室");

  sd_register_undo_async (copy, NULL, on_edited, &undone);
  wait_for (&undone);
  g_assert_cmpstr (unit_name (copy, plan, unit), ==, "党政办公室");
  fixture_assert_same (&f);
}

/* A clone holds the edits that were asked for before it, also those not on the disk yet. */
static void
test_order (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (SdRegister) copy = NULL;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;
  gboolean renamed = FALSE;

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "党政办公室");
  sd_register_set_value_async (f.reg, plan, SD_TABLE_UNIT, unit, SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT ("综合办公室"), NULL, on_edited,
                               &renamed);
  copy = clone (&f);
  wait_for (&renamed);
  g_assert_cmpstr (unit_name (copy, plan, unit), ==, "综合办公室");
}

static void
test_refused (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cloning cancelled = { NULL }, closed = { NULL };

  fixture_init (&f);
  g_cancellable_cancel (cancellable);
  sd_register_clone_async (f.reg, cancellable, on_cloned, &cancelled);
  wait_for (&cancelled.is_done);
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (cancelled.clone);
  g_clear_error (&cancelled.error);

  sd_register_close (f.reg);
  sd_register_clone_async (f.reg, NULL, on_cloned, &closed);
  wait_for (&closed.is_done);
  g_assert_error (closed.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO);
  g_clear_error (&closed.error);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clone/apart", test_apart);
  g_test_add_func ("/clone/order", test_order);
  g_test_add_func ("/clone/refused", test_refused);

  return g_test_run ();
}
