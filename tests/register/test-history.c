/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"
#include "register/change.h"
#include "register/database.h"

#include <libintl.h>
#include <locale.h>

static void
rename_unit (Fixture *f, const char *plan, const char *unit, const char *name)
{
  sd_register_set_value_async (f->reg, plan, SD_TABLE_UNIT, unit, SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT (name), NULL, fixture_on_done, f);
  fixture_wait (f);
}

static void
name_version (Fixture *f, const char *name, gboolean sign_off)
{
  sd_register_name_version_async (f->reg, NULL, name, sign_off, NULL, fixture_on_done, f);
  fixture_wait (f);
}

/* Each entry says who, what and what it takes back, and stands on the one before. */
static void
test_entries (void)
{
  static const struct
  {
    SdHistoryKind kind;
    const char *author;
    const char *text;
    int reverses; /* place in this table, or -1 */
  } expected[] = {
    { SD_HISTORY_UNDO, "乙", "Undo: Add “上冶镇”", 4 },
    { SD_HISTORY_REDO, "乙", "Redo: Add “上冶镇”", 2 },
    { SD_HISTORY_UNDO, "甲", "Undo: Add “上冶镇”", 4 },
    { SD_HISTORY_VERSION, "甲", "Version “送审稿”", -1 },
    { SD_HISTORY_EDIT, "甲", "Add “上冶镇”", -1 },
    { SD_HISTORY_EDIT, "甲", "Add “探沂镇”", -1 },
    { SD_HISTORY_VERSION, "甲", "Register of “费县” created", -1 },
  };
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_init (&f);
  first = fixture_add_town (&f, "探沂镇");
  second = fixture_add_town (&f, "上冶镇");
  name_version (&f, " 送审稿 ", FALSE);
  g_assert_no_error (f.error);
  fixture_undo (&f);
  fixture_reopen (&f);
  fixture_redo (&f);
  fixture_undo (&f);

  entries = sd_register_get_history (f.reg, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < entries->len; i++)
    {
      const SdHistoryEntry *entry = g_ptr_array_index (entries, i);
      const SdHistoryEntry *before =
          i + 1 < entries->len ? g_ptr_array_index (entries, i + 1) : NULL;
      g_autofree char *text = sd_history_entry_get_text (entry);
      int reverses = i == 0 ? 1 : expected[i].reverses;

      g_assert_cmpint (entry->kind, ==, expected[i].kind);
      g_assert_cmpstr (entry->author, ==, expected[i].author);
      g_assert_cmpstr (text, ==, expected[i].text);
      g_assert_cmpstr (entry->parent, ==, before != NULL ? before->id : NULL);
      g_assert_cmpstr (entry->prev_hash, ==, before != NULL ? before->hash : "");
      g_assert_cmpstr (
          entry->reverses, ==,
          reverses >= 0 ? ((SdHistoryEntry *) g_ptr_array_index (entries, reverses))->id : NULL);
      g_assert_cmpuint (strlen (entry->hash), ==, 64);
    }
  sd_register_verify_history (f.reg, &error);
  g_assert_no_error (error);
}

/* A name is stepped over by undo, a signature is not. */
static void
test_versions (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_init (&f);
  first = fixture_add_town (&f, "探沂镇");
  name_version (&f, "送审稿", FALSE);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Add “探沂镇”");
  name_version (&f, "批复稿", TRUE);
  g_assert_no_error (f.error);
  g_assert_false (sd_register_get_can_undo (f.reg));
  second = fixture_add_town (&f, "上冶镇");
  fixture_undo (&f);
  g_assert_false (sd_register_get_can_undo (f.reg));
  g_assert_true (sd_register_get_can_redo (f.reg));
  fixture_reopen (&f);
  sd_register_undo_async (f.reg, NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_NOTHING);
  fixture_redo (&f);
  name_version (&f, "  ", FALSE);
  g_assert_error (f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
  fixture_assert_same (&f);
}

/* A new edit ends what could be redone, and undo goes on where it was. */
static void
test_branches (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;

  fixture_init (&f);
  for (const char *const *name = (const char *const[]){ "a", "b", "c", NULL }; *name; name++)
    g_free (fixture_add_town (&f, *name));
  fixture_undo (&f);
  fixture_undo (&f);
  g_free (fixture_add_town (&f, "d"));
  g_assert_false (sd_register_get_can_redo (f.reg));
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Add “d”");
  fixture_undo (&f);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Add “a”");
  g_assert_cmpstr (sd_register_get_redo_label (f.reg), ==, "Add “d”");
  fixture_undo (&f);
  g_assert_false (sd_register_get_can_undo (f.reg));
  fixture_redo (&f);
  fixture_redo (&f);
  g_assert_false (sd_register_get_can_redo (f.reg));
  sd_register_redo_async (f.reg, NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_NOTHING);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Add “d”");
  fixture_assert_same (&f);
}

/* Whatever field of an entry is changed from outside, the chain shows it. */
static void
test_tampered (void)
{
  static const char *const changes[] = {
    "UPDATE history SET author = '丙' WHERE seq = 2",
    "UPDATE history SET label = replace (label, '探', '探探') WHERE seq = 2",
    "UPDATE history SET time = '2001-01-01T00:00:00Z' WHERE seq = 3",
    "UPDATE history SET changeset = zeroblob (3) WHERE seq = 2",
    "UPDATE history SET changeset = NULL WHERE seq = 2",
    "UPDATE history SET kind = 'import' WHERE seq = 2",
    "UPDATE history SET parent = NULL WHERE seq = 3",
    "UPDATE history SET reverses = id WHERE seq = 3",
    "UPDATE history SET merge_parent = '' WHERE seq = 2",
    "UPDATE history SET schema_version = 0 WHERE seq = 2",
    "UPDATE history SET hash = '' WHERE seq = 3",
    "UPDATE history SET id = 'x' WHERE seq = 1",
    "DELETE FROM history WHERE seq = 2",
    "DELETE FROM history WHERE seq = 1",
    "DELETE FROM history",
    "UPDATE history SET seq = 10 WHERE seq = 3",
    "UPDATE history SET author = x'ff' WHERE seq = 2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (Fixture) f = FIXTURE_INIT;
      g_autoptr (GError) error = NULL;

      fixture_init (&f);
      g_free (fixture_add_town (&f, "探沂镇"));
      g_free (fixture_add_town (&f, "上冶镇"));
      sd_register_verify_history (f.reg, &error);
      g_assert_no_error (error);
      g_free (fixture_sql (&f, changes[i]));
      g_assert_false (sd_register_verify_history (f.reg, &error));
      g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED);
      g_test_message ("%s: %s", changes[i], error->message);
    }
}

/* Two programs on one file: what the other wrote is taken over, and undo asks again. */
static void
test_two_programs (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;
  Fixture other = { 0 };

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "党政办公室");
  other.reg = sd_register_open (f.file, 0, "乙", &error);
  g_assert_no_error (error);
  sd_register_load_plan (f.reg, plan, &error);
  g_assert_no_error (error);

  rename_unit (&other, plan, unit, "党建办公室");
  g_assert_no_error (other.error);
  sd_register_undo_async (f.reg, NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_BUSY);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Rename “党政办公室” to “党建办公室”");
  fixture_assert_same (&f);

  rename_unit (&other, plan, unit, "综合办公室");
  g_free (fixture_add_town (&f, "上冶镇"));
  fixture_assert_same (&f);
  fixture_undo (&f);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Rename “党建办公室” to “综合办公室”");
  sd_register_verify_history (f.reg, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (other.reg);
  g_free (other.row_id);
}

/* A change that stands in no entry cannot be taken over, nor can an entry that is not the
 * program's. */
static void
test_changed_outside (void)
{
  static const char *const changes[] = {
    "UPDATE town SET name = '上冶镇'",
    "UPDATE history SET hash = 'x' WHERE seq = 2",
    "DELETE FROM history WHERE seq = 2",
    "INSERT INTO history SELECT 3, 'x', id, NULL, 'edit', NULL, '', '', '', 1, x'00', '', '' "
    "FROM history WHERE seq = 2",
    "PRAGMA user_version = 2; INSERT INTO setting VALUES ('a', 'b')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (Fixture) f = FIXTURE_INIT;

      fixture_init (&f);
      g_free (fixture_add_town (&f, "探沂镇"));
      g_free (fixture_sql (&f, changes[i]));
      for (guint j = 0; j < 2; j++)
        {
          sd_register_add_town_async (f.reg, "薛庄镇", "town", NULL, fixture_on_done, &f);
          fixture_wait_error (&f, SD_REGISTER_ERROR_DAMAGED);
        }
      g_assert_cmpuint (
          sd_row_set_get_n_rows (SD_ROW_SET (sd_register_get_county (f.reg)), SD_TABLE_TOWN), ==,
          1);
    }
}

/* A changeset whose every byte may be another is refused or read, and never more than that. */
static void
test_hostile_changeset (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdDatabase) database = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  guint n_refused = 0;

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  for (guint i = 0; i < 5; i++)
    g_free (fixture_add_unit (&f, plan, "党政办公室"));
  sd_register_delete_row_async (f.reg, NULL, SD_TABLE_PLAN, plan, NULL, fixture_on_done, &f);
  fixture_wait (&f);
  database = sd_database_open (f.path, "x", SD_DATABASE_READ_ONLY, &error);
  entries = sd_history_list_since (database, 1, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 20000; i++)
    {
      SdHistoryEntry *entry =
          g_ptr_array_index (entries, (guint) g_rand_int_range (rand, 0, (int) entries->len));
      gsize size;
      const guint8 *data = g_bytes_get_data (entry->changeset, &size);
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GBytes) inverted = NULL;

      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        copy[g_rand_int_range (rand, 0, (int) size)] = (guint8) g_rand_int_range (rand, 0, 256);
      if (g_rand_int_range (rand, 0, 4) == 0)
        size = (gsize) g_rand_int_range (rand, 0, (int) size);
      bytes = g_bytes_new_take (copy, size);
      changes = sd_changeset_decode (bytes, "x", &error);
      n_refused += changes == NULL;
      g_assert_true ((changes == NULL) == (error != NULL));
      if (changes != NULL)
        inverted = sd_changeset_invert (bytes, "x", NULL);
      g_assert_true (changes == NULL || inverted != NULL);
      g_clear_error (&error);
    }
  g_test_message ("%u of 20000 refused", n_refused);
  g_assert_cmpuint (n_refused, >, 10000);
  g_assert_cmpuint (n_refused, <, 20000);
}

/* Shows labels in another language; FALSE where no locale allows it. */
static gboolean
speak_chinese (void)
{
  g_autofree char *catalogs = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  bindtextdomain ("sanding", catalogs);
  bind_textdomain_codeset ("sanding", "UTF-8");

  return setlocale (LC_ALL, "zh_CN.UTF-8") != NULL || setlocale (LC_ALL, "en_US.UTF-8") != NULL ||
         setlocale (LC_ALL, "C.UTF-8") != NULL;
}

/* History is shown in the language of whoever looks, not of whoever wrote: names stay, the words
 * around them, columns and tokens are translated. */
static void
test_language (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *quota = NULL;
  const char *english[] = { "Set Approved of Worker of “办公室” to 1",
                            "Rename “党政办” to “办公室”", "Set up “党政办”" };
  const char *chinese[] = { NULL, "将“党政办”更名为“办公室”", "设立“党政办”" };

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "党政办");
  rename_unit (&f, plan, unit, "办公室");
  sd_register_set_quota_async (f.reg, plan, unit, "worker", SD_QUOTA_APPROVED, 1, NULL,
                               fixture_on_done, &f);
  fixture_wait (&f);
  entries = sd_register_get_history (f.reg, 3, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    {
      g_autofree char *text = sd_history_entry_get_text (g_ptr_array_index (entries, i));

      g_assert_cmpstr (text, ==, english[i]);
    }
  if (!speak_chinese ())
    {
      g_test_skip ("no locale of UTF-8");
      return;
    }
  quota = g_strdup_printf ("将“办公室”的%s（%s）设为 1", g_dgettext ("sanding", "Worker"),
                           g_dgettext ("sanding", "Approved"));
  chinese[0] = quota;
  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    {
      g_autofree char *text = sd_history_entry_get_text (g_ptr_array_index (entries, i));

      g_assert_cmpstr (text, ==, chinese[i]);
    }
}

/* A label in a file may be anything. */
static void
test_hostile_label (void)
{
  static const struct
  {
    const char *label;
    const char *text;
  } labels[] = {
    { "", "" },
    { "rename", "rename" },
    { "unknown\x1f\x1f\x1f\x1fta", "unknown" },
    { "rename\x1f\x1f\x1f", "Rename “” to “”" },
    { "rename\x1f\x1f\x1f\x1ft%s%n\x1f", "Rename “%s%n” to “”" },
    { "set\x1f\x1f\x1f\x1f"
      "cno.such\x1fv.=\x1fTno",
      "Set no.such of “.=” to no" },
    { "set\x1f\x1f\x1f\x1f"
      "cunit\x1fvunit.name=x\x1fvunit.kind=bureau",
      "Set unit of “unit.name=x” to bureau" },
    { "rename\x1f\x1f\x1f\x1ft\xff\x1ftb\x1ftc", "Rename “\xef\xbf\xbd” to “b”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *text = sd_label_to_text (labels[i].label);
      g_auto (SdPlace) place = SD_PLACE_INIT;

      g_assert_cmpstr (text, ==, labels[i].text);
      sd_label_get_place (labels[i].label, &place);
      g_assert_cmpint (place.table, ==, SD_TABLE_NONE);
    }
}

/* Who gave a row a value, and when: the last entry that did, undos among them. */
static void
test_setter (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;
  g_autoptr (SdHistoryEntry) made = NULL;
  g_autoptr (SdHistoryEntry) named = NULL;
  g_autoptr (SdHistoryEntry) undone = NULL;
  g_autoptr (SdHistoryEntry) nobody = NULL;

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "党政办公室");
  made = sd_register_find_setter (f.reg, unit, SD_UNIT_NAME, &error);
  g_assert_no_error (error);
  g_assert_cmpint (made->kind, ==, SD_HISTORY_EDIT);

  sd_register_set_value_async (f.reg, plan, SD_TABLE_UNIT, unit, SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT ("综合办公室"), NULL, fixture_on_done,
                               &f);
  fixture_wait (&f);
  named = sd_register_find_setter (f.reg, unit, SD_UNIT_NAME, &error);
  g_assert_no_error (error);
  g_assert_cmpint (named->seq, >, made->seq);
  fixture_undo (&f);
  undone = sd_register_find_setter (f.reg, unit, SD_UNIT_NAME, &error);
  g_assert_cmpint (undone->kind, ==, SD_HISTORY_UNDO);

  nobody =
      sd_register_find_setter (f.reg, "00000000-0000-4000-8000-000000000000", SD_UNIT_NAME, &error);
  g_assert_no_error (error);
  g_assert_null (nobody);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/history/entries", test_entries);
  g_test_add_func ("/register/history/versions", test_versions);
  g_test_add_func ("/register/history/branches", test_branches);
  g_test_add_func ("/register/history/tampered", test_tampered);
  g_test_add_func ("/register/history/two-programs", test_two_programs);
  g_test_add_func ("/register/history/changed-outside", test_changed_outside);
  g_test_add_func ("/register/history/hostile-changeset", test_hostile_changeset);
  g_test_add_func ("/register/history/hostile-label", test_hostile_label);
  g_test_add_func ("/register/history/language", test_language);
  g_test_add_func ("/history/setter", test_setter);

  return g_test_run ();
}
