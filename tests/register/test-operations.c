/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"

#include <locale.h>

/* A town's plan with two units, one below the other, and rows that refer to them. */
typedef struct
{
  Fixture f;
  char *town;
  char *plan;
  char *upper;
  char *lower;
} Case;

static void
set_up (Case *c, gconstpointer unused)
{
  fixture_init (&c->f);
  c->town = fixture_add_town (&c->f, "探沂镇");
  c->plan = fixture_add_plan (&c->f, c->town);
  c->upper = fixture_add_unit (&c->f, c->plan, "党政办公室");
  c->lower = fixture_add_unit (&c->f, c->plan, "督查科");
}

static void
tear_down (Case *c, gconstpointer unused)
{
  fixture_assert_same (&c->f);
  g_free (c->town);
  g_free (c->plan);
  g_free (c->upper);
  g_free (c->lower);
  fixture_clear (&c->f);
}

static SdRowSet *
rows (Case *c)
{
  g_autoptr (GError) error = NULL;
  SdPlan *plan = sd_register_load_plan (c->f.reg, c->plan, &error);

  g_assert_no_error (error);
  return SD_ROW_SET (plan);
}

static SdRow *
unit (Case *c, const char *id)
{
  return sd_row_set_get_row (rows (c), SD_TABLE_UNIT, id);
}

static void
set_value (Case *c, SdTableId table, const char *id, guint column, const SdValue *value)
{
  sd_register_set_value_async (c->f.reg, c->plan, table, id, column, value, NULL, fixture_on_done,
                               &c->f);
  fixture_wait (&c->f);
}

static void
set_text (Case *c, SdTableId table, const char *id, guint column, const char *text)
{
  set_value (c, table, id, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

static char *
add_row (Case *c,
         SdTableId table,
         const char *parent_id,
         gint64 rank,
         const SdFieldValue *fields,
         guint n_fields)
{
  sd_register_add_row_async (c->f.reg, c->plan, table, parent_id, rank, fields, n_fields, NULL,
                             fixture_on_done, &c->f);
  return fixture_wait_row (&c->f);
}

static void
set_quota (Case *c, const char *type, guint column, gint64 headcount)
{
  sd_register_set_quota_async (c->f.reg, c->plan, c->upper, type, column, headcount, NULL,
                               fixture_on_done, &c->f);
  fixture_wait (&c->f);
}

/* A plan in which nothing is proposed goes to nobody, nor is one ratified. */
static void
test_empty_plan (Case *c, gconstpointer unused)
{
  static const char *const refused[] = { "submitted", "approved" };
  g_autofree char *plan = fixture_add_plan (&c->f, c->town);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      set_value (c, SD_TABLE_PLAN, plan, SD_PLAN_STATUS,
                 &(SdValue) SD_VALUE_INIT_TEXT ((char *) refused[i]));
      g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
    }
  set_value (c, SD_TABLE_PLAN, plan, SD_PLAN_STATUS, &(SdValue) SD_VALUE_INIT_TEXT ("reviewed"));
  g_assert_no_error (c->f.error);
  set_value (c, SD_TABLE_PLAN, c->plan, SD_PLAN_STATUS,
             &(SdValue) SD_VALUE_INIT_TEXT ("submitted"));
  g_assert_no_error (c->f.error);
}

/* Each value that may not be is refused with a sentence, and nothing changes. */
static void
test_refused (Case *c, gconstpointer unused)
{
  static const struct
  {
    SdTableId table;
    guint column;
    SdValue value;
    const char *sentence;
  } cases[] = {
    { SD_TABLE_UNIT, SD_UNIT_NAME, SD_VALUE_INIT, "Name of Unit may not be empty." },
    { SD_TABLE_UNIT, SD_UNIT_NAME, SD_VALUE_INIT_TEXT (""), "Name of Unit may not be empty." },
    { SD_TABLE_UNIT, SD_UNIT_NAME, SD_VALUE_INIT_TEXT (" 　\n"), "Name of Unit may not be empty." },
    { SD_TABLE_UNIT, SD_UNIT_NAME, SD_VALUE_INIT_TEXT ("a\001"), "Name of Unit holds characters" },
    { SD_TABLE_UNIT, SD_UNIT_NAME, SD_VALUE_INIT_TEXT ("\xff"), "Name of Unit holds characters" },
    { SD_TABLE_UNIT, SD_UNIT_KIND, SD_VALUE_INIT_TEXT ("bureau"),
      "Kind of Unit is “bureau”; expected one of leading, office," },
    { SD_TABLE_UNIT, SD_UNIT_KIND, SD_VALUE_INIT, "Kind of Unit may not be empty." },
    { SD_TABLE_UNIT, SD_UNIT_SUPERIOR, SD_VALUE_INIT_TEXT ("x"), "Superior of Unit is “x”;" },
    { SD_TABLE_UNIT, SD_UNIT_LOCAL, SD_VALUE_INIT_INTEGER (2), "expected true or false" },
    { SD_TABLE_POST, SD_POST_COUNT, SD_VALUE_INIT_INTEGER (-1),
      "Count of Post is “-1”; expected a whole number from 0 to 2147483647" },
    { SD_TABLE_POST, SD_POST_COUNT, SD_VALUE_INIT_TEXT ("three"), "expected a whole number" },
    { SD_TABLE_POST, SD_POST_COUNT, SD_VALUE_INIT_REAL (1.5), "expected a whole number" },
    { SD_TABLE_POST, SD_POST_APPOINTED_ON, SD_VALUE_INIT_TEXT ("2019-02-29"),
      "Appointed on of Post is “2019-02-29”; expected a date" },
    { SD_TABLE_POST, SD_POST_APPOINTED_ON, SD_VALUE_INIT_TEXT ("2019/3/1"), "expected a date" },
    { SD_TABLE_SECTION, SD_SECTION_BODY, SD_VALUE_INIT_TEXT ("<p>open"), "expected paragraphs" },
    { SD_TABLE_SECTION, SD_SECTION_BODY, SD_VALUE_INIT_TEXT ("<b>bold</b>"),
      "expected paragraphs" },
    { SD_TABLE_SECTION, SD_SECTION_BODY, SD_VALUE_INIT_TEXT ("<p/></body><body>"),
      "expected paragraphs" },
  };
  const SdFieldValue post[] = { { SD_POST_TITLE, SD_VALUE_INIT_TEXT ("主任") },
                                { SD_POST_ROLE, SD_VALUE_INIT_TEXT ("head") },
                                { SD_POST_COUNT, SD_VALUE_INIT_INTEGER (1) } };
  const SdFieldValue section[] = { { SD_SECTION_LEVEL, SD_VALUE_INIT_INTEGER (1) } };
  g_autofree char *post_id = add_row (c, SD_TABLE_POST, c->upper, -1, post, 3);
  g_autofree char *section_id = add_row (c, SD_TABLE_SECTION, NULL, -1, section, 1);
  g_autoptr (SdCounty) before = fixture_read (&c->f);
  g_autoptr (SdCounty) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_value (c, cases[i].table,
                 cases[i].table == SD_TABLE_UNIT   ? c->upper
                 : cases[i].table == SD_TABLE_POST ? post_id
                                                   : section_id,
                 cases[i].column, &cases[i].value);
      g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
      g_test_message ("%s", c->f.error->message);
      g_assert_nonnull (strstr (c->f.error->message, cases[i].sentence));
    }
  after = fixture_read (&c->f);
  g_assert_true (sd_county_equal (before, after));
}

/* Rows that are not there, and rows that may not be added. */
static void
test_missing (Case *c, gconstpointer unused)
{
  g_autofree char *nowhere = g_uuid_string_random ();
  const SdFieldValue plaque[] = { { SD_PLAQUE_NAME, SD_VALUE_INIT_TEXT ("应急管理办公室") } };
  const SdFieldValue county[] = { { SD_COUNTY_NAME, SD_VALUE_INIT_TEXT ("沂水县") } };

  set_text (c, SD_TABLE_UNIT, nowhere, SD_UNIT_NAME, "甲");
  g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND);
  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_SUPERIOR, nowhere);
  g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND);
  sd_register_delete_row_async (c->f.reg, c->plan, SD_TABLE_UNIT, nowhere, NULL, fixture_on_done,
                                &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_NOT_FOUND);
  sd_register_add_row_async (c->f.reg, c->plan, SD_TABLE_PLAQUE, nowhere, -1, plaque, 1, NULL,
                             fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_NOT_FOUND);
  sd_register_add_row_async (c->f.reg, nowhere, SD_TABLE_PLAQUE, c->upper, -1, plaque, 1, NULL,
                             fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_NOT_FOUND);
  sd_register_add_plan_async (c->f.reg, nowhere, "方案", NULL, fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_NOT_FOUND);
  sd_register_add_row_async (c->f.reg, NULL, SD_TABLE_COUNTY, NULL, -1, county, 1, NULL,
                             fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
  sd_register_add_town_async (c->f.reg, "", "town", NULL, fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
  g_assert_null (sd_register_load_plan (c->f.reg, nowhere, NULL));
}

/* Text is kept as it is; false and blank are nothing; the same value leaves no trace. */
static void
test_set (Case *c, gconstpointer unused)
{
  const char *label;

  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_LOCAL, "true");
  g_assert_no_error (c->f.error);
  g_assert_true (sd_row_get_boolean (unit (c, c->upper), SD_UNIT_LOCAL));
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==, "Mark “党政办公室”: Set up locally");
  set_value (c, SD_TABLE_UNIT, c->upper, SD_UNIT_LOCAL, &(SdValue) SD_VALUE_INIT_INTEGER (0));
  g_assert_false (sd_row_get_boolean (unit (c, c->upper), SD_UNIT_LOCAL));
  set_value (c, SD_TABLE_UNIT, c->upper, SD_UNIT_LOCAL, &(SdValue) SD_VALUE_INIT);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==,
                   "Clear Set up locally of “党政办公室”");
  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_LEVEL, "section");
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==,
                   "Set Rank of “党政办公室” to Section level");
  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_REASON, "as “is”, <&> 'and'; --");
  g_assert_cmpstr (sd_row_get_text (unit (c, c->upper), SD_UNIT_REASON), ==,
                   "as “is”, <&> 'and'; --");
  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_REASON, " ");
  g_assert_false (sd_row_has (unit (c, c->upper), SD_UNIT_REASON));
  label = sd_register_get_undo_label (c->f.reg);
  g_assert_cmpstr (label, ==, "Clear Reason of “党政办公室”");
  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_REASON, NULL);
  g_assert_no_error (c->f.error);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==, "Clear Reason of “党政办公室”");
  set_text (c, SD_TABLE_UNIT, c->lower, SD_UNIT_SUPERIOR, c->upper);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==,
                   "Set Superior of “督查科” to 党政办公室");
  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_SUPERIOR, c->lower);
  g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (c->f.error->message, ==, "Superior of Unit may not lead back to itself.");
}

/* What is below a row goes with it, what may refer to it no longer does, what must goes too. */
static void
test_delete (Case *c, gconstpointer unused)
{
  const SdFieldValue plaque[] = { { SD_PLAQUE_NAME, SD_VALUE_INIT_TEXT ("应急管理办公室") } };
  const SdFieldValue moves[] = { { SD_TRANSFER_SOURCE, SD_VALUE_INIT_TEXT (c->upper) },
                                 { SD_TRANSFER_TARGET, SD_VALUE_INIT_TEXT (c->lower) },
                                 { SD_TRANSFER_TYPE, SD_VALUE_INIT_TEXT ("administrative") },
                                 { SD_TRANSFER_HEADCOUNT, SD_VALUE_INIT_INTEGER (3) } };
  const SdFieldValue back[] = { { SD_TRANSFER_SOURCE, SD_VALUE_INIT_TEXT (c->lower) },
                                { SD_TRANSFER_TARGET, SD_VALUE_INIT_TEXT (c->upper) },
                                { SD_TRANSFER_TYPE, SD_VALUE_INIT_TEXT ("worker") },
                                { SD_TRANSFER_HEADCOUNT, SD_VALUE_INIT_INTEGER (1) } };
  g_autofree char *gone = add_row (c, SD_TABLE_TRANSFER, NULL, -1, moves, 4);
  g_autofree char *kept = add_row (c, SD_TABLE_TRANSFER, NULL, -1, back, 4);
  g_autofree char *hung = add_row (c, SD_TABLE_PLAQUE, c->upper, -1, plaque, 1);
  g_autoptr (SdCounty) before = NULL;
  g_autoptr (SdCounty) after = NULL;

  set_quota (c, "administrative", SD_QUOTA_APPROVED, 5);
  set_text (c, SD_TABLE_UNIT, c->lower, SD_UNIT_SUPERIOR, c->upper);
  set_text (c, SD_TABLE_UNIT, c->lower, SD_UNIT_CO_LOCATED_WITH, c->upper);
  g_assert_no_error (c->f.error);
  before = fixture_read (&c->f);

  sd_register_delete_row_async (c->f.reg, c->plan, SD_TABLE_UNIT, c->upper, NULL, fixture_on_done,
                                &c->f);
  fixture_wait (&c->f);
  g_assert_no_error (c->f.error);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==, "Delete Unit “党政办公室”");
  g_assert_null (unit (c, c->upper));
  g_assert_null (sd_row_set_get_row (rows (c), SD_TABLE_PLAQUE, hung));
  g_assert_cmpuint (sd_row_set_get_n_rows (rows (c), SD_TABLE_QUOTA), ==, 0);
  g_assert_false (sd_row_has (unit (c, c->lower), SD_UNIT_SUPERIOR));
  g_assert_false (sd_row_has (unit (c, c->lower), SD_UNIT_CO_LOCATED_WITH));
  g_assert_cmpint (sd_row_get_rank (unit (c, c->lower)), ==, 0);
  g_assert_null (sd_row_set_get_row (rows (c), SD_TABLE_TRANSFER, gone));
  g_assert_false (
      sd_row_has (sd_row_set_get_row (rows (c), SD_TABLE_TRANSFER, kept), SD_TRANSFER_TARGET));
  g_assert_cmpint (sd_row_get_rank (sd_row_set_get_row (rows (c), SD_TABLE_TRANSFER, kept)), ==, 0);

  fixture_undo (&c->f);
  after = fixture_read (&c->f);
  g_assert_true (sd_county_equal (before, after));

  sd_register_delete_row_async (c->f.reg, NULL, SD_TABLE_TOWN, c->town, NULL, fixture_on_done,
                                &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (c->f.error->message, ==, "“探沂镇” still has plans. Delete them first.");
  sd_register_delete_row_async (
      c->f.reg, NULL, SD_TABLE_COUNTY,
      sd_row_get_id (sd_county_get_row (sd_register_get_county (c->f.reg))), NULL, fixture_on_done,
      &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
}

/* A plan goes with all its rows, comes back with them, and is loaded again when it is asked for. */
static void
test_delete_plan (Case *c, gconstpointer unused)
{
  g_autoptr (SdCounty) before = fixture_read (&c->f);
  g_autoptr (SdCounty) after = NULL;

  g_assert_nonnull (rows (c));
  sd_register_delete_row_async (c->f.reg, NULL, SD_TABLE_PLAN, c->plan, NULL, fixture_on_done,
                                &c->f);
  fixture_wait (&c->f);
  g_assert_no_error (c->f.error);
  g_assert_null (sd_county_get_plan (sd_register_get_county (c->f.reg), c->plan));
  g_assert_null (sd_register_load_plan (c->f.reg, c->plan, NULL));
  fixture_undo (&c->f);
  after = fixture_read (&c->f);
  g_assert_true (sd_county_equal (before, after));
  g_assert_nonnull (unit (c, c->lower));
}

static char *
order_of (Case *c)
{
  GString *order = g_string_new (NULL);
  SdRow *row;

  SD_FOREACH_ROW (row, rows (c), SD_TABLE_UNIT)
    g_string_append_printf (order, "%s%" G_GINT64_FORMAT " ", sd_row_get_text (row, SD_UNIT_NAME),
                            sd_row_get_rank (row));

  return g_string_free (order, FALSE);
}

/* Units move among all units of the plan, and their ranks stay dense. */
static void
test_move (Case *c, gconstpointer unused)
{
  static const struct
  {
    guint unit;
    gint64 rank;
    const char *order;
  } cases[] = {
    { 0, 3, "b0 c1 d2 a3 " },  { 0, 0, "a0 b1 c2 d3 " },  { 3, 1, "a0 d1 b2 c3 " },
    { 1, -1, "a0 d1 c2 b3 " }, { 2, 99, "a0 d1 b2 c3 " }, { 2, 3, "a0 d1 b2 c3 " },
  };
  g_autofree char *a = NULL, *b = NULL, *third = NULL, *d = NULL;
  const char *ids[4];

  set_text (c, SD_TABLE_UNIT, c->upper, SD_UNIT_NAME, "a");
  set_text (c, SD_TABLE_UNIT, c->lower, SD_UNIT_NAME, "b");
  third = fixture_add_unit (&c->f, c->plan, "c");
  d = fixture_add_unit (&c->f, c->plan, "d");
  ids[0] = c->upper;
  ids[1] = c->lower;
  ids[2] = third;
  ids[3] = d;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *order = NULL;

      sd_register_move_unit_async (c->f.reg, c->plan, ids[cases[i].unit], NULL, NULL, cases[i].rank,
                                   NULL, fixture_on_done, &c->f);
      fixture_wait (&c->f);
      g_assert_no_error (c->f.error);
      order = order_of (c);
      g_assert_cmpstr (order, ==, cases[i].order);
    }

  sd_register_move_unit_async (c->f.reg, c->plan, c->upper, "center", c->lower, 0, NULL,
                               fixture_on_done, &c->f);
  fixture_wait (&c->f);
  g_assert_no_error (c->f.error);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==, "Move “a” to Center");
  g_assert_true (sd_row_is (unit (c, c->upper), SD_UNIT_SUPERIOR, c->lower));
  sd_register_move_unit_async (c->f.reg, c->plan, c->lower, NULL, c->upper, 0, NULL,
                               fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
  sd_register_move_unit_async (c->f.reg, c->plan, c->upper, "bureau", NULL, 0, NULL,
                               fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
  sd_register_move_row_async (c->f.reg, c->plan, SD_TABLE_UNIT, d, 0, NULL, fixture_on_done, &c->f);
  fixture_wait (&c->f);
  b = order_of (c);
  a = g_strndup (b, 3);
  g_assert_cmpstr (a, ==, "d0 ");
}

static void
test_quota (Case *c, gconstpointer unused)
{
  const SdFieldValue second[] = { { SD_QUOTA_TYPE, SD_VALUE_INIT_TEXT ("administrative") },
                                  { SD_QUOTA_APPROVED, SD_VALUE_INIT_INTEGER (2) },
                                  { SD_QUOTA_SOURCE, SD_VALUE_INIT_TEXT ("pool") } };
  SdPlan *plan = SD_PLAN (rows (c));
  g_autofree char *id = NULL;

  set_quota (c, "administrative", SD_QUOTA_APPROVED, 5);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==,
                   "Set Approved of Administrative of “党政办公室” to 5");
  g_assert_cmpint (sd_plan_get_quota (plan, c->upper, "administrative"), ==, 5);
  set_quota (c, "administrative", SD_QUOTA_ACTUAL, 4);
  g_assert_cmpuint (sd_row_set_get_n_rows (rows (c), SD_TABLE_QUOTA), ==, 1);
  set_quota (c, "administrative", SD_QUOTA_APPROVED, -1);
  g_assert_cmpint (sd_plan_get_quota (plan, c->upper, "administrative"), ==, 0);
  set_quota (c, "administrative", SD_QUOTA_ACTUAL, -1);
  set_quota (c, "administrative", SD_QUOTA_APPROVED, -1);
  g_assert_cmpuint (sd_row_set_get_n_rows (rows (c), SD_TABLE_QUOTA), ==, 0);
  set_quota (c, "worker", SD_QUOTA_ACTUAL, 2);
  g_assert_cmpuint (sd_row_set_get_n_rows (rows (c), SD_TABLE_QUOTA), ==, 1);

  set_quota (c, "administrative", SD_QUOTA_APPROVED, -2);
  g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
  set_quota (c, "military", SD_QUOTA_APPROVED, 2);
  g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);

  /* From two sources: the number is their sum. */
  set_quota (c, "administrative", SD_QUOTA_APPROVED, 5);
  id = add_row (c, SD_TABLE_QUOTA, c->upper, -1, second, 3);
  set_quota (c, "administrative", SD_QUOTA_APPROVED, 9);
  g_assert_no_error (c->f.error);
  g_assert_cmpint (sd_plan_get_quota (plan, c->upper, "administrative"), ==, 9);
  g_assert_cmpint (
      sd_row_get_integer (sd_row_set_get_row (rows (c), SD_TABLE_QUOTA, id), SD_QUOTA_APPROVED), ==,
      2);
  set_quota (c, "administrative", SD_QUOTA_APPROVED, 1);
  g_assert_error (c->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
}

static void
answer (Case *c, const char *name, double value, const char *set_by)
{
  const SdFieldValue values[] = {
    { SD_PARAMETER_PACK, SD_VALUE_INIT_TEXT ("p") },
    { SD_PARAMETER_NAME, SD_VALUE_INIT_TEXT (name) },
    { SD_PARAMETER_VALUE, SD_VALUE_INIT_REAL (value) },
    { SD_PARAMETER_SET_BY, SD_VALUE_INIT_TEXT (set_by) },
  };
  g_autofree char *words = g_strdup_printf ("%g", value);

  sd_register_answer_async (c->f.reg, NULL, SD_TABLE_PARAMETER, values, 2,
                            set_by != NULL ? G_N_ELEMENTS (values) : 2, "领导职数", words, NULL,
                            fixture_on_done, &c->f);
  fixture_wait (&c->f);
}

/* A question has one answer; changing it is one edit, with whoever gave it. */
static void
test_answer (Case *c, gconstpointer unused)
{
  SdRowSet *county = SD_ROW_SET (sd_register_get_county (c->f.reg));
  SdRow *row;

  answer (c, "a", 11, "甲");
  answer (c, "b", 9, "甲");
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==, "Answer “领导职数”: 9");
  answer (c, "a", 12, "乙");
  g_assert_cmpuint (sd_row_set_get_n_rows (county, SD_TABLE_PARAMETER), ==, 2);
  row = sd_row_set_peek_row (county, SD_TABLE_PARAMETER, 0);
  g_assert_cmpfloat (sd_row_get_real (row, SD_PARAMETER_VALUE), ==, 12);
  g_assert_cmpstr (sd_row_get_text (row, SD_PARAMETER_SET_BY), ==, "乙");
  fixture_undo (&c->f);
  g_assert_cmpfloat (sd_row_get_real (row, SD_PARAMETER_VALUE), ==, 11);
  g_assert_cmpstr (sd_row_get_text (row, SD_PARAMETER_SET_BY), ==, "甲");

  answer (c, "a", 0, NULL);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==, "Withdraw the answer to “领导职数”");
  g_assert_cmpuint (sd_row_set_get_n_rows (county, SD_TABLE_PARAMETER), ==, 1);
  row = sd_row_set_peek_row (county, SD_TABLE_PARAMETER, 0);
  g_assert_cmpstr (sd_row_get_text (row, SD_PARAMETER_NAME), ==, "b");
  g_assert_cmpint (sd_row_get_rank (row), ==, 0);
  answer (c, "a", 0, NULL);
  g_assert_cmpuint (sd_row_set_get_n_rows (county, SD_TABLE_PARAMETER), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Case *, gconstpointer);
  } cases[] = {
    { "/register/operations/empty-plan", test_empty_plan },
    { "/register/operations/refused", test_refused },
    { "/register/operations/missing", test_missing },
    { "/register/operations/set", test_set },
    { "/register/operations/delete", test_delete },
    { "/register/operations/delete-plan", test_delete_plan },
    { "/register/operations/move", test_move },
    { "/register/operations/quota", test_quota },
    { "/register/operations/answer", test_answer },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Case, NULL, set_up, cases[i].run, tear_down);

  return g_test_run ();
}
