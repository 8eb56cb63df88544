/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "structure-fixture.h"

#include "plan/reader.h"

static const char *
name_of (SdRowSet *plan, const char *unit_id)
{
  SdRow *unit = sd_row_set_get_row (plan, SD_TABLE_UNIT, unit_id);

  return unit != NULL ? sd_row_get_text (unit, SD_UNIT_NAME) : "?";
}

static void
add_texts (GString *line, SdRowSet *plan, const char *unit_id, SdTableId table, guint column,
           const char *what)
{
  g_autoptr (GPtrArray) rows = sd_row_set_get_children (plan, table, unit_id);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (line, "; %s %s", what, sd_row_get_text (rows->pdata[i], column));
}

static void
add_numbers (GString *line, SdRowSet *plan, const char *unit_id)
{
  g_autoptr (GPtrArray) quotas = sd_row_set_get_children (plan, SD_TABLE_QUOTA, unit_id);
  g_autoptr (GPtrArray) posts = sd_row_set_get_children (plan, SD_TABLE_POST, unit_id);

  for (guint i = 0; i < quotas->len; i++)
    {
      SdRow *quota = quotas->pdata[i];
      const char *source = sd_row_get_text (quota, SD_QUOTA_SOURCE);

      g_string_append_printf (line, "; %s %d", sd_row_get_text (quota, SD_QUOTA_TYPE),
                              (int) sd_row_get_integer (quota, SD_QUOTA_APPROVED));
      if (sd_row_has (quota, SD_QUOTA_ACTUAL))
        g_string_append_printf (line, "/%d", (int) sd_row_get_integer (quota, SD_QUOTA_ACTUAL));
      if (source != NULL)
        g_string_append_printf (line, " %s", source);
    }
  for (guint i = 0; i < posts->len; i++)
    g_string_append_printf (line, "; %s×%d", sd_row_get_text (posts->pdata[i], SD_POST_TITLE),
                            (int) sd_row_get_integer (posts->pdata[i], SD_POST_COUNT));
}

static char *
describe_unit (SdRowSet *plan, SdRow *unit)
{
  const char *id = sd_row_get_id (unit);
  GString *line = g_string_new (NULL);
  g_autoptr (GPtrArray) dispatches = sd_row_set_get_children (plan, SD_TABLE_DISPATCH, id);

  g_string_append_printf (line, "%s: %s %s", sd_row_get_text (unit, SD_UNIT_NAME),
                          sd_row_get_text (unit, SD_UNIT_STAGE),
                          sd_row_get_text (unit, SD_UNIT_KIND));
  if (sd_row_has (unit, SD_UNIT_LEVEL))
    g_string_append_printf (line, " %s", sd_row_get_text (unit, SD_UNIT_LEVEL));
  if (sd_row_has (unit, SD_UNIT_SUPERIOR))
    g_string_append_printf (line, "; under %s",
                            name_of (plan, sd_row_get_text (unit, SD_UNIT_SUPERIOR)));
  if (sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH))
    g_string_append_printf (line, "; with %s",
                            name_of (plan, sd_row_get_text (unit, SD_UNIT_CO_LOCATED_WITH)));
  add_texts (line, plan, id, SD_TABLE_PLAQUE, SD_PLAQUE_NAME, "plaque");
  add_numbers (line, plan, id);
  add_texts (line, plan, id, SD_TABLE_DUTY, SD_DUTY_TEXT, "duty");
  for (guint i = 0; i < dispatches->len; i++)
    g_string_append_printf (line, "; %s: %s %s%s",
                            sd_row_get_text (dispatches->pdata[i], SD_DISPATCH_DEPARTMENT),
                            sd_row_get_text (dispatches->pdata[i], SD_DISPATCH_GUIDE),
                            sd_row_get_text (dispatches->pdata[i], SD_DISPATCH_DAILY_MANAGER),
                            sd_row_get_boolean (dispatches->pdata[i], SD_DISPATCH_DEVOLVED)
                                ? " devolved"
                                : "");
  add_texts (line, plan, id, SD_TABLE_CONSENT, SD_CONSENT_STRENGTH, "consent");

  return g_string_free (line, FALSE);
}

/* Text with the names of the units that it names. */
static void
add_text (GString *lines, SdRowSet *plan, const char *body)
{
  g_auto (GStrv) parts = g_strsplit (body, "ref=\"unit:", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (parts[i], strlen (PLAN));

      if (i == 0)
        g_string_append (lines, parts[i]);
      else
        g_string_append_printf (lines, "%s%s", name_of (plan, id), parts[i] + strlen (id));
    }
}

/* The plan as lines that can be compared, units in their order. */
static char *
describe (Structure *self)
{
  g_autoptr (GError) error = NULL;
  SdPlan *loaded = sd_register_load_plan (self->f.reg, PLAN, &error);
  SdRowSet *plan = SD_ROW_SET (loaded);
  GString *lines = g_string_new (NULL);
  SdRow *row;

  g_assert_no_error (error);
  SD_FOREACH_ROW (row, plan, SD_TABLE_UNIT)
    {
      g_autofree char *line = describe_unit (plan, row);

      g_string_append_printf (lines, "%s\n", line);
    }
  SD_FOREACH_ROW (row, plan, SD_TABLE_TRANSFER)
    g_string_append_printf (lines, "%s → %s: %s %d\n",
                            name_of (plan, sd_row_get_text (row, SD_TRANSFER_SOURCE)),
                            name_of (plan, sd_row_get_text (row, SD_TRANSFER_TARGET)),
                            sd_row_get_text (row, SD_TRANSFER_TYPE),
                            (int) sd_row_get_integer (row, SD_TRANSFER_HEADCOUNT));
  SD_FOREACH_ROW (row, plan, SD_TABLE_POWER)
    g_string_append_printf (lines, "%s → %s\n", sd_row_get_text (row, SD_POWER_NAME),
                            name_of (plan, sd_row_get_text (row, SD_POWER_RECEIVER)));
  SD_FOREACH_ROW (row, plan, SD_TABLE_SECTION)
    add_text (lines, plan, sd_row_get_text (row, SD_SECTION_BODY));

  return g_string_free (lines, FALSE);
}

static void
add_difference (GString *difference, char sign, const char *lines, const char *others)
{
  g_auto (GStrv) these = g_strsplit (lines, "\n", -1);
  g_auto (GStrv) those = g_strsplit (others, "\n", -1);

  for (guint i = 0; these[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) those, these[i]))
      g_string_append_printf (difference, "%c%s\n", sign, these[i]);
}

void
structure_set_up (Structure *self, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "register", "data", "structure.xml",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = sd_county_read (file, &error);

  g_assert_no_error (error);
  fixture_init (&self->f);
  sd_register_import (self->f.reg, county, SD_IMPORT_FILL, &error);
  g_assert_no_error (error);
  self->before = fixture_read (&self->f);
  self->lines = describe (self);
}

void
structure_tear_down (Structure *self, gconstpointer unused)
{
  fixture_assert_same (&self->f);
  g_clear_object (&self->before);
  g_clear_pointer (&self->lines, g_free);
  g_clear_pointer (&self->undo_label, g_free);
  fixture_clear (&self->f);
}

/* Waits for an edit that is made before the operation that is tested. */
void
structure_prepared (Structure *self)
{
  fixture_wait (&self->f);
  g_assert_no_error (self->f.error);
  g_clear_object (&self->before);
  g_free (self->lines);
  g_free (self->undo_label);
  self->before = fixture_read (&self->f);
  self->lines = describe (self);
  self->undo_label = g_strdup (sd_register_get_undo_label (self->f.reg));
}

/* Waits for an operation. It is one edit with its label, and changes those lines that are told of;
 * undo gives back what was before, redo what it did. Then it is undone for the next one. */
void
structure_done (Structure *self, const char *label, const char *difference)
{
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (SdCounty) after = NULL;
  g_autoptr (SdCounty) undone = NULL;
  g_autoptr (SdCounty) redone = NULL;
  g_autofree char *lines = NULL;

  fixture_wait (&self->f);
  g_assert_no_error (self->f.error);
  g_assert_cmpstr (sd_register_get_undo_label (self->f.reg), ==, label);
  lines = describe (self);
  add_difference (got, '-', self->lines, lines);
  add_difference (got, '+', lines, self->lines);
  g_assert_cmpstr (got->str, ==, difference);
  fixture_assert_same (&self->f);

  after = fixture_read (&self->f);
  fixture_undo (&self->f);
  undone = fixture_read (&self->f);
  g_assert_true (sd_county_equal (undone, self->before));
  fixture_assert_same (&self->f);
  fixture_redo (&self->f);
  redone = fixture_read (&self->f);
  g_assert_true (sd_county_equal (redone, after));
  fixture_assert_same (&self->f);
  fixture_undo (&self->f);
  g_assert_cmpstr (sd_register_get_undo_label (self->f.reg), ==, self->undo_label);
}

/* Waits for an operation that is refused with a sentence, and leaves all as it was. */
void
structure_refused (Structure *self, const char *sentence)
{
  g_autoptr (SdCounty) after = NULL;

  g_assert_false (fixture_wait (&self->f));
  g_assert_true (g_error_matches (self->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID) ||
                 g_error_matches (self->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND));
  g_assert_cmpstr (self->f.error->message, ==, sentence);
  after = fixture_read (&self->f);
  g_assert_true (sd_county_equal (after, self->before));
  g_assert_cmpstr (sd_register_get_undo_label (self->f.reg), ==, self->undo_label);
}
