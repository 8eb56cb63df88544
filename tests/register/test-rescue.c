/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-county.h"
#include "register-fixture.h"
#include "register/database.h"
#include "register/loader.h"
#include "register/rescue.h"

#include <locale.h>
#include <string.h>

#define PAGE 4096

/* A register with plans and a history, its file as bytes, and a place for the rescued one. */
typedef struct
{
  Fixture base;
  SdCounty *county;
  char *data;
  gsize size;
  GFile *rescued;
} Case;

static void
case_load (Case *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->data, g_free);
  g_file_get_contents (self->base.path, &self->data, &self->size, &error);
  g_assert_no_error (error);
}

static void
case_init (Case *self, GRand *rand)
{
  g_autoptr (SdCounty) more = random_county_new (rand, 2, 30);
  g_autofree char *path = NULL;

  fixture_init (&self->base);
  sd_register_import_async (self->base.reg, more, SD_IMPORT_SCENARIO, NULL, fixture_on_done,
                            &self->base);
  fixture_wait (&self->base);
  g_assert_no_error (self->base.error);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u镇", i + 1);
      g_autofree char *town = fixture_add_town (&self->base, name);
      g_autofree char *plan = fixture_add_plan (&self->base, town);

      g_free (fixture_add_unit (&self->base, plan, "党政办公室"));
    }
  self->county = fixture_read (&self->base);
  g_assert_finalize_object (g_steal_pointer (&self->base.reg));
  case_load (self);
  path = g_build_filename (self->base.folder, "恢复.sanding", NULL);
  self->rescued = g_file_new_for_path (path);
}

static void
case_clear (Case *self)
{
  g_clear_object (&self->county);
  g_clear_object (&self->rescued);
  g_free (self->data);
  fixture_clear (&self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

/* Writes the file as it is damaged, and rescues it. */
static GPtrArray *
rescue (Case *self, gsize size, GError **error)
{
  g_assert_true (g_file_set_contents (self->base.path, self->data, (gssize) size, NULL));

  return sd_rescue (self->base.file, self->rescued, "乙", error);
}

/* All rows of the rescued register, which is in order. */
static SdCounty *
read_rescued (Case *self)
{
  g_autofree char *path = g_file_get_path (self->rescued);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdRegister) reg = sd_register_open (self->rescued, 0, "丙", &error);
  g_autoptr (SdDatabase) database = NULL;
  SdCounty *county;

  g_assert_no_error (error);
  sd_register_verify_history (reg, &error);
  g_assert_no_error (error);
  database = sd_database_open (path, path, 0, &error);
  sd_database_check (database, &error);
  g_assert_no_error (error);
  sd_register_load_all (reg, &error);
  g_assert_no_error (error);
  county = g_object_ref (sd_register_get_county (reg));

  return county;
}

static guint
count_rows (SdCounty *county)
{
  guint n = 0;

  for (guint t = 0; t < SD_N_TABLES; t++)
    n += sd_row_set_get_n_rows (SD_ROW_SET (county), t);
  for (guint i = 0; i < sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_PLAN); i++)
    {
      SdRow *header = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, i);
      SdPlan *plan = sd_county_get_plan (county, sd_row_get_id (header));

      for (guint t = 0; t < SD_N_TABLES; t++)
        n += sd_row_set_get_n_rows (SD_ROW_SET (plan), t);
    }

  return n;
}

static void
tell (GPtrArray *missing)
{
  for (guint i = 0; i < missing->len && i < 5; i++)
    g_test_message ("%s", (const char *) missing->pdata[i]);
}

/* Rows that are gone are in the history. */
static void
test_rows_from_history (void)
{
  g_auto (Case) f = { FIXTURE_INIT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (SdCounty) county = NULL;
  g_autofree char *root = NULL;
  gsize page;

  case_init (&f, rand);
  root = fixture_sql (&f.base, "SELECT rootpage FROM sqlite_schema WHERE name = 'unit'");
  page = (gsize) g_ascii_strtoull (root, NULL, 10) - 1;
  memset (f.data + page * PAGE, 0xAA, PAGE);

  missing = rescue (&f, f.size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 0);
  county = read_rescued (&f);
  g_assert_true (sd_county_equal (county, f.county));
}

/* A history that is gone leaves the rows. */
static void
test_rows_without_history (void)
{
  g_auto (Case) f = { FIXTURE_INIT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (SdCounty) county = NULL;
  g_autofree char *root = NULL;
  gsize page;

  case_init (&f, rand);
  root = fixture_sql (&f.base, "SELECT rootpage FROM sqlite_schema WHERE name = 'history'");
  page = (gsize) g_ascii_strtoull (root, NULL, 10) - 1;
  memset (f.data + page * PAGE, 0, PAGE);

  missing = rescue (&f, f.size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 1);
  tell (missing);
  county = read_rescued (&f);
  g_assert_true (sd_county_equal (county, f.county));
}

/* An entry in the middle whose hash does not fit: those before it stay, and the result of those
 * after it. */
static void
test_half_a_history (void)
{
  g_auto (Case) f = { FIXTURE_INIT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (SdCounty) county = NULL;

  case_init (&f, rand);
  g_free (fixture_sql (&f.base, "UPDATE history SET author = '丁' WHERE seq = 30"));
  case_load (&f);

  missing = rescue (&f, f.size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_nonnull (strstr (missing->pdata[0], "29"));
  county = read_rescued (&f);
  g_assert_true (sd_county_equal (county, f.county));
}

/* Whatever pages are damaged: a register in order, nothing in it that was not there, and a list
 * where it is not all. */
static void
test_random_damage (void)
{
  g_auto (Case) f = { FIXTURE_INIT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  const guint rounds = g_test_thorough () ? 1000 : 40;
  g_autofree char *whole = NULL;
  guint n_listed = 0;
  guint n_refused = 0;

  case_init (&f, rand);
  whole = g_memdup2 (f.data, f.size);
  for (guint i = 0; i < rounds; i++)
    {
      const guint n_pages = 1 + g_rand_int (rand) % 4;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) missing = NULL;
      g_autoptr (SdCounty) county = NULL;

      memcpy (f.data, whole, f.size);
      for (guint p = 0; p < n_pages; p++)
        {
          char *page = f.data + PAGE * (1 + g_rand_int (rand) % (f.size / PAGE - 1));

          for (guint b = g_rand_int (rand) % 64; b < PAGE; b += 1 + g_rand_int (rand) % 512)
            page[b] = (char) g_rand_int (rand);
        }
      g_file_delete (f.rescued, NULL, NULL);
      missing = rescue (&f, f.size, &error);
      if (missing == NULL)
        {
          n_refused++;
          g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED);
          continue;
        }
      county = read_rescued (&f);
      if (!sd_county_equal (county, f.county))
        g_assert_cmpuint (missing->len, >, 0);
      g_assert_cmpuint (count_rows (county), <=, count_rows (f.county) + 1);
      n_listed += missing->len > 0 ? 1 : 0;
    }
  g_test_message ("%u damaged files: %u with something missing, %u refused", rounds, n_listed,
                  n_refused);
}

/* The end of the file is gone, as when a copy was broken off. */
static void
test_cut_off (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_auto (Case) f = { FIXTURE_INIT };

  case_init (&f, rand);
  for (guint tenth = 1; tenth < 10; tenth++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) missing = NULL;

      g_file_delete (f.rescued, NULL, NULL);
      missing = rescue (&f, f.size / 10 * tenth, &error);
      if (missing == NULL)
        {
          g_test_message ("%u %%: %s", tenth * 10, error->message);
          g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED);
          continue;
        }
      g_assert_cmpuint (missing->len, >, 0);
      g_object_unref (read_rescued (&f));
    }
}

static void
test_no_register (void)
{
  g_auto (Case) f = { FIXTURE_INIT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GError) error = NULL;

  case_init (&f, rand);
  memset (f.data, 'x', PAGE);
  g_assert_null (rescue (&f, f.size, &error));
  g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_A_REGISTER);
  g_assert_false (g_file_query_exists (f.rescued, NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rescue/rows-from-history", test_rows_from_history);
  g_test_add_func ("/rescue/rows-without-history", test_rows_without_history);
  g_test_add_func ("/rescue/half-a-history", test_half_a_history);
  g_test_add_func ("/rescue/random-damage", test_random_damage);
  g_test_add_func ("/rescue/cut-off", test_cut_off);
  g_test_add_func ("/rescue/no-register", test_no_register);

  return g_test_run ();
}
