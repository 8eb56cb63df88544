/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/sql.h"
#include "plan/table.h"

#include <sqlite3.h>

/* The tables of a register, as SQLite understands them. */

#define ID(n) "'6f1e2a4c-93b1-4d0e-8a55-0000000000" n "'"

#define COUNTY "INSERT INTO county (row_id, rank, name) VALUES (" ID ("03") ", 0, '费县');"
#define TOWN                                                                                       \
  "INSERT INTO town (row_id, rank, name, kind) VALUES (" ID ("02") ", 0, '探沂镇', 'town');"
#define PLAN                                                                                       \
  "INSERT INTO plan (row_id, rank, town, title, status) VALUES (" ID ("01") ", 0, " ID (           \
      "02") ", '方案', 'drafted');"
#define GROUND COUNTY TOWN PLAN

#define UNIT_OF(plan, id, rank, kind, local, superior)                                             \
  "INSERT INTO unit (plan_id, row_id, rank, name, kind, stage, local, outside_limit, "             \
  "illustrative, superior) VALUES (" plan ", " id ", " rank ", 'a', " kind ", 'current', " local   \
  ", 0, 0, " superior ");"
#define UNIT(id, rank, kind, local, superior) UNIT_OF (ID ("01"), id, rank, kind, local, superior)
#define QUOTA(unit, approved, actual)                                                              \
  "INSERT INTO quota (plan_id, row_id, parent_id, rank, type, approved, actual, illustrative) "    \
  "VALUES (" ID ("01") ", " ID ("09") ", " unit ", 0, 'worker', " approved ", " actual ", 0);"
#define MILESTONE(due)                                                                             \
  "INSERT INTO milestone (plan_id, row_id, rank, name, due) VALUES (" ID ("01") ", " ID (          \
      "09") ", 0, 'a', " due ");"
#define INDICATOR(value)                                                                           \
  "INSERT INTO indicator (row_id, parent_id, rank, kind, value, illustrative) VALUES (" ID (       \
      "09") ", " ID ("02") ", 0, 'area', " value ", 0);"

typedef struct
{
  const char *name;
  const char *statements;
  int code; /* extended */
} Case;

static const Case cases[] = {
  { "ground", "", SQLITE_OK },
  { "unit", UNIT (ID ("06"), "0", "'office'", "1", "NULL"), SQLITE_OK },
  { "same-rank",
    UNIT (ID ("06"), "0", "'office'", "1", "NULL") UNIT (ID ("07"), "0", "'office'", "1", "NULL"),
    SQLITE_OK },
  /* A reference may stand before what it refers to. */
  { "deferred",
    UNIT (ID ("06"), "0", "'office'", "1", ID ("07"))
        UNIT (ID ("07"), "1", "'office'", "1", "NULL"),
    SQLITE_OK },
  { "twice",
    UNIT (ID ("06"), "0", "'office'", "1", "NULL") UNIT (ID ("06"), "1", "'office'", "1", "NULL"),
    SQLITE_CONSTRAINT_PRIMARYKEY },
  { "dangling", UNIT (ID ("06"), "0", "'office'", "1", ID ("07")), SQLITE_CONSTRAINT_FOREIGNKEY },
  /* The key of a plan's row is the plan's id with its own, so another plan's rows are no target. */
  { "other-plan",
    "INSERT INTO plan (row_id, rank, town, title, status) VALUES (" ID ("21") ", 1, " ID (
        "02") ", 'a', 'drafted');" UNIT (ID ("06"), "0", "'office'", "1", "NULL")
        UNIT_OF (ID ("21"), ID ("07"), "0", "'office'", "1", ID ("06")),
    SQLITE_CONSTRAINT_FOREIGNKEY },
  { "scenario-keeps-ids",
    "INSERT INTO plan (row_id, rank, town, title, status) VALUES (" ID ("21") ", 1, " ID (
        "02") ", 'a', 'drafted');" UNIT (ID ("06"), "0", "'office'", "1", "NULL")
        UNIT_OF (ID ("21"), ID ("06"), "0", "'office'", "1", "NULL"),
    SQLITE_OK },
  { "no-plan", UNIT_OF (ID ("98"), ID ("06"), "0", "'office'", "1", "NULL"),
    SQLITE_CONSTRAINT_FOREIGNKEY },
  { "no-id", UNIT ("NULL", "0", "'office'", "1", "NULL"), SQLITE_CONSTRAINT_NOTNULL },
  { "bad-id", UNIT ("'Q-7'", "0", "'office'", "1", "NULL"), SQLITE_CONSTRAINT_CHECK },
  { "negative-rank", UNIT (ID ("06"), "-1", "'office'", "1", "NULL"), SQLITE_CONSTRAINT_CHECK },
  { "unknown-token", UNIT (ID ("06"), "0", "'bureau'", "1", "NULL"), SQLITE_CONSTRAINT_CHECK },
  { "no-token", UNIT (ID ("06"), "0", "NULL", "1", "NULL"), SQLITE_CONSTRAINT_NOTNULL },
  { "boolean", UNIT (ID ("06"), "0", "'office'", "2", "NULL"), SQLITE_CONSTRAINT_CHECK },
  { "boolean-absent", UNIT (ID ("06"), "0", "'office'", "NULL", "NULL"),
    SQLITE_CONSTRAINT_NOTNULL },
  { "quota", UNIT (ID ("06"), "0", "'office'", "1", "NULL") QUOTA (ID ("06"), "0", "NULL"),
    SQLITE_OK },
  { "negative", UNIT (ID ("06"), "0", "'office'", "1", "NULL") QUOTA (ID ("06"), "-1", "NULL"),
    SQLITE_CONSTRAINT_CHECK },
  { "negative-optional",
    UNIT (ID ("06"), "0", "'office'", "1", "NULL") QUOTA (ID ("06"), "1", "-1"),
    SQLITE_CONSTRAINT_CHECK },
  { "word-for-number",
    UNIT (ID ("06"), "0", "'office'", "1", "NULL") QUOTA (ID ("06"), "'eight'", "NULL"),
    SQLITE_CONSTRAINT_CHECK },
  { "fraction", UNIT (ID ("06"), "0", "'office'", "1", "NULL") QUOTA (ID ("06"), "1.5", "NULL"),
    SQLITE_CONSTRAINT_CHECK },
  { "no-parent", QUOTA (ID ("06"), "1", "NULL"), SQLITE_CONSTRAINT_FOREIGNKEY },
  { "real", INDICATOR ("130.5"), SQLITE_OK },
  { "real-whole", INDICATOR ("130"), SQLITE_OK },
  { "real-negative", INDICATOR ("-0.5"), SQLITE_CONSTRAINT_CHECK },
  { "real-word", INDICATOR ("'a'"), SQLITE_CONSTRAINT_CHECK },
  { "real-infinite", INDICATOR ("9e999"), SQLITE_CONSTRAINT_CHECK },
  { "date", MILESTONE ("'2020-02-29'"), SQLITE_OK },
  { "no-leap-day", MILESTONE ("'2019-02-29'"), SQLITE_CONSTRAINT_CHECK },
  { "no-date", MILESTONE ("'soon'"), SQLITE_CONSTRAINT_CHECK },
  { "date-now", MILESTONE ("'now'"), SQLITE_CONSTRAINT_CHECK },
  { "short-date", MILESTONE ("'2019-3-1'"), SQLITE_CONSTRAINT_CHECK },
  { "empty-title", "UPDATE plan SET title = '';", SQLITE_CONSTRAINT_CHECK },
  { "plan-without-town", "DELETE FROM town;", SQLITE_CONSTRAINT_FOREIGNKEY },
};

static void
run (sqlite3 *database, const char *statements)
{
  char *message = NULL;

  if (sqlite3_exec (database, statements, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", message, statements);
}

static sqlite3 *
open_database (void)
{
  g_autofree char *sql = sd_model_to_sql ();
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  sqlite3_extended_result_codes (database, 1);
  run (database, "PRAGMA foreign_keys = ON");
  run (database, sql);

  return database;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  sqlite3 *database = open_database ();
  int code;

  run (database, "BEGIN;" GROUND);
  code = sqlite3_exec (database, c->statements, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);
  g_test_message ("%s", sqlite3_errmsg (database));
  g_assert_cmpint (code, ==, c->code);
  sqlite3_close (database);
}

/* What undo by changesets cannot bear must not creep in. */
static void
test_forbidden (void)
{
  static const char *const words[] = { "UNIQUE",    "TRIGGER",   "CASCADE",       "SET NULL",
                                       "ON DELETE", "ON UPDATE", "AUTOINCREMENT", "GENERATED" };
  g_autofree char *sql = sd_model_to_sql ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (sql, words[i]));
  for (const char *p = sql; (p = strstr (p, "REFERENCES")) != NULL; p++)
    {
      g_autofree char *line = g_strndup (p, strcspn (p, "\n"));

      g_assert_nonnull (strstr (line, "DEFERRABLE INITIALLY DEFERRED"));
    }
}

/* Every table of the list, with its columns in order. */
static void
test_columns (void)
{
  sqlite3 *database = open_database ();

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table->name);
      sqlite3_stmt *statement = NULL;
      int first;

      g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
      first = sqlite3_column_count (statement) - (int) table->n_columns;
      g_assert_cmpint (first, ==,
                       2 + (table->scope == SD_SCOPE_PLAN) + sd_table_has_parent_id (table));
      for (guint j = 0; j < table->n_columns; j++)
        {
          g_autofree char *name = sd_column_get_sql_name (&table->columns[j]);

          g_assert_cmpstr (sqlite3_column_name (statement, first + (int) j), ==, name);
        }
      sqlite3_finalize (statement);
    }
  sqlite3_close (database);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/sql/forbidden", test_forbidden);
  g_test_add_func ("/plan/sql/columns", test_columns);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/sql/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
