/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-county.h"
#include "register-fixture.h"
#include "register/database.h"
#include "register/loader.h"
#include "register/schema.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* The promise: an edit that has returned is in the file. A program that edits is killed at a moment
 * that nobody chose; what it was told had returned must be there, and nothing by half. */

#define ROUNDS 25
#define ROUNDS_LONG 1000
/* How many edits are under way at once, as when somebody types fast. */
#define UNDER_WAY 3

/* The program that is killed */

typedef struct
{
  SdRegister *reg;
  GRand *rand;
  char *plan;
  GPtrArray *units; /* that were made by this program */
  SdCounty *more;   /* what is imported */
  guint n;
} Victim;

static void ask (Victim *victim);

/* The hash of the head is told only once the edit has returned. */
static void
on_edit (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Victim *victim = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  char *row_id = NULL;
  g_autofree char *line = NULL;

  if (!sd_register_edit_finish (victim->reg, result, &row_id, &error) &&
      !g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOTHING) &&
      !g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND))
    g_error ("%s", error->message);
  if (row_id != NULL)
    g_ptr_array_add (victim->units, row_id);

  hash = sd_register_get_head_hash (victim->reg, NULL);
  line = g_strconcat (hash, "\n", NULL);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
  ask (victim);
}

static const char *
some_unit (Victim *victim)
{
  return g_ptr_array_index (victim->units,
                            g_rand_int_range (victim->rand, 0, (gint) victim->units->len));
}

static void
ask (Victim *victim)
{
  g_autofree char *name = g_strdup_printf ("第%u办公室", ++victim->n);
  const guint choice = g_rand_int_range (victim->rand, 0, 9);

  if (victim->units->len == 0 || choice < 3)
    sd_register_add_unit_async (victim->reg, victim->plan, "proposed", "office", name, NULL,
                                on_edit, victim);
  else if (choice < 5)
    sd_register_set_quota_async (victim->reg, victim->plan, some_unit (victim), "administrative",
                                 SD_QUOTA_APPROVED, g_rand_int_range (victim->rand, 0, 90), NULL,
                                 on_edit, victim);
  else if (choice == 5)
    sd_register_delete_row_async (victim->reg, victim->plan, SD_TABLE_UNIT, some_unit (victim),
                                  NULL, on_edit, victim);
  else if (choice == 6)
    /* Many pages: more of the time in which the file is neither old nor new. */
    sd_register_import_async (victim->reg, victim->more, SD_IMPORT_SCENARIO, NULL, on_edit, victim);
  else if (choice == 7)
    sd_register_undo_async (victim->reg, NULL, on_edit, victim);
  else
    sd_register_redo_async (victim->reg, NULL, on_edit, victim);
}

static void
edit_until_killed (const char *path, const char *plan, const char *seed)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  Victim victim = { 0 };

  victim.reg = sd_register_open (file, 0, "乙", &error);
  if (victim.reg == NULL)
    g_error ("%s", error->message);
  victim.rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (seed, NULL, 10));
  victim.plan = g_strdup (plan);
  victim.more = random_county_new (victim.rand, 1, 20);
  victim.units = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < UNDER_WAY; i++)
    ask (&victim);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

/* What is looked at afterwards */

static gint64
get_integer (SdDatabase *database, const char *sql, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  if (text != NULL)
    sd_database_get_integer (database, &number, &error, sql, "s", text);
  else
    sd_database_get_integer (database, &number, &error, sql, "");
  g_assert_no_error (error);

  return number;
}

static int
abort_on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/* What the history alone gives, entry by entry, in a database of its own. */
static SdDatabase *
replay (SdDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = sd_history_list_since (database, 0, &error);
  SdDatabase *model = sd_database_open_in_memory (&error);

  g_assert_no_error (error);
  sd_schema_create (model, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const SdHistoryEntry *entry = entries->pdata[i];
      gsize size;
      gconstpointer data;

      if (entry->changeset == NULL)
        continue;
      data = g_bytes_get_data (entry->changeset, &size);
      g_assert_cmpint (sqlite3changeset_apply (sd_database_get_handle (model), (int) size,
                                               (void *) data, NULL, abort_on_conflict, NULL),
                       ==, SQLITE_OK);
    }

  return model;
}

static SdCounty *
load (SdDatabase *database, const char *plan_id)
{
  g_autoptr (GError) error = NULL;
  SdCounty *county = sd_load_county (database, &error);
  g_autoptr (SdPlan) plan = sd_load_plan (database, plan_id, &error);

  g_assert_no_error (error);
  sd_county_put_plan (county, plan);

  return county;
}

static void
assert_nothing_lost (Fixture *f, const char *plan, const char *last_hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdDatabase) database = sd_database_open (f->path, "x", 0, &error);
  g_autoptr (SdDatabase) replayed = NULL;
  g_autoptr (SdCounty) found = NULL;
  g_autoptr (SdCounty) expected = NULL;
  gint64 seq;

  g_assert_no_error (error);
  /* Reading the file plays a journal back that was left beside it. */
  g_assert_cmpint (get_integer (database,
                                "SELECT count (*) FROM pragma_quick_check "
                                "WHERE quick_check <> 'ok'",
                                NULL),
                   ==, 0);
  sd_history_verify (database, &error);
  g_assert_no_error (error);
  if (last_hash != NULL)
    {
      seq = get_integer (database, "SELECT coalesce (max (seq), 0) FROM history WHERE hash = ?1",
                         last_hash);
      g_assert_cmpint (seq, >, 0);
      g_assert_cmpint (get_integer (database, "SELECT max (seq) FROM history", NULL), <=,
                       seq + UNDER_WAY);
    }

  replayed = replay (database);
  found = load (database, plan);
  expected = load (replayed, plan);
  g_assert_true (sd_county_equal (found, expected));
}

/* The last whole line of what it said. */
static char *
last_line (const char *said)
{
  const char *end = strrchr (said, '\n');
  const char *start;

  if (end == NULL)
    return NULL;
  for (start = end; start > said && start[-1] != '\n'; start--)
    ;

  return g_strndup (start, (gsize) (end - start));
}

/* Spins for a while that the dice gave; in every other round only once an edit is being written,
 * since that takes a small part of the time. */
static void
await_some_moment (const char *journal, GRand *rand)
{
  const gboolean in_an_edit = g_rand_boolean (rand);
  const guint spin = (guint) g_rand_int_range (rand, 0, in_an_edit ? 100000 : 400000);

  for (guint i = 0; in_an_edit && i < 1000000 && access (journal, F_OK) != 0; i++)
    ;
  for (volatile guint i = 0; i < spin; i++)
    ;
}

/* Reads for a number of bytes that the dice gave, then kills; what was said meanwhile counts. */
static char *
kill_at_some_moment (GSubprocess *process, const char *journal, GRand *rand)
{
  GInputStream *output = g_subprocess_get_stdout_pipe (process);
  g_autoptr (GString) said = g_string_new (NULL);
  const gsize enough = (gsize) g_rand_int_range (rand, 0, 2000);
  char buffer[512];
  gssize n = 1;

  while (said->len < enough && n > 0)
    {
      n = g_input_stream_read (output, buffer, sizeof buffer, NULL, NULL);
      g_assert_cmpint (n, >, 0);
      g_string_append_len (said, buffer, n);
    }
  await_some_moment (journal, rand);
  g_subprocess_force_exit (process);
  while ((n = g_input_stream_read (output, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (said, buffer, n);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);

  return last_line (said->str);
}

static const char *program;

static void
test_killed (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  const guint rounds = g_test_thorough () ? ROUNDS_LONG : ROUNDS;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  guint n_journals = 0;

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  /* No undo goes back behind this, so the plan stays. */
  sd_register_name_version_async (f.reg, plan, "送审稿", TRUE, NULL, fixture_on_done, &f);
  fixture_wait (&f);
  g_assert_no_error (f.error);
  g_assert_finalize_object (g_steal_pointer (&f.reg));

  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (rand));
      g_autofree char *journal = g_strconcat (f.path, "-journal", NULL);
      g_autofree char *last = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_new (
          G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--edit", f.path, plan, seed, NULL);

      g_assert_no_error (error);
      last = kill_at_some_moment (process, journal, rand);
      if (g_file_test (journal, G_FILE_TEST_EXISTS))
        n_journals++;
      assert_nothing_lost (&f, plan, last);
    }
  g_assert_cmpuint (n_journals, >, 0);
  g_test_message ("%u rounds; in %u of them an edit was cut off in the middle", rounds, n_journals);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc == 5 && g_str_equal (argv[1], "--edit"))
    edit_until_killed (argv[2], argv[3], argv[4]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/killed", test_killed);

  return g_test_run ();
}
