/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/county.h"
#include "random-county.h"

/* Rows, sets of rows, plans and counties, as widgets and the register use them. */

#define TEXT(t) (&(SdValue) SD_VALUE_INIT_TEXT (t))
#define INTEGER(i) (&(SdValue) SD_VALUE_INIT_INTEGER (i))

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  g_string_append_printf (data, "%s ", pspec->name);
}

static void
test_row_properties (void)
{
  g_autoptr (SdRow) row = sd_row_new (SD_TABLE_UNIT, "p", "u", NULL, 3);
  g_autoptr (GString) notified = g_string_new (NULL);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  gint64 rank;
  gboolean local;

  g_signal_connect (row, "notify", G_CALLBACK (on_notify), notified);
  sd_row_set_value (row, SD_UNIT_NAME, TEXT ("办公室"));
  sd_row_set_value (row, SD_UNIT_NAME, TEXT ("办公室"));
  sd_row_set_value (row, SD_UNIT_LOCAL, INTEGER (1));
  sd_row_set_place (row, "x", 4);
  g_assert_cmpstr (notified->str, ==, "name local parent-id rank ");

  g_object_get (row, "id", &id, "rank", &rank, "name", &name, "local", &local, NULL);
  g_assert_cmpstr (id, ==, "u");
  g_assert_cmpint (rank, ==, 4);
  g_assert_cmpstr (name, ==, "办公室");
  g_assert_true (local);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (row), ==, "SdUnitRow");
}

/* Every column of every table is a property that can be read. */
static void
test_all_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (SdCounty) county = random_county_new (rand, 1, 1);
  SdPlan *plan = sd_county_get_plan (
      county, sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0)));

  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      SdRowSet *set =
          sd_table_get (table)->scope == SD_SCOPE_PLAN ? SD_ROW_SET (plan) : SD_ROW_SET (county);
      SdRow *row = sd_row_set_peek_row (set, table, 0);

      for (guint i = 0; row != NULL && i < sd_table_get (table)->n_columns; i++)
        {
          const SdColumn *column = &sd_table_get (table)->columns[i];
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (G_OBJECT (row), column->name, &value);
          if (column->type == SD_TYPE_INTEGER)
            g_assert_cmpint (g_value_get_int64 (&value), ==, sd_row_get_integer (row, i));
          else if (column->type == SD_TYPE_REAL)
            g_assert_cmpfloat (g_value_get_double (&value), ==, sd_row_get_real (row, i));
          else if (column->type == SD_TYPE_BOOLEAN)
            g_assert_true (g_value_get_boolean (&value) == sd_row_get_boolean (row, i));
          else
            g_assert_cmpstr (g_value_get_string (&value), ==, sd_row_get_text (row, i));
        }
    }
}

static void
test_row_values (void)
{
  g_autoptr (SdRow) row = sd_row_new (SD_TABLE_QUOTA, "p", "q", "u", 0);

  g_assert_false (sd_row_has (row, SD_QUOTA_ACTUAL));
  g_assert_cmpint (sd_row_get_integer (row, SD_QUOTA_ACTUAL), ==, -1);
  g_assert_null (sd_row_get_token (row, SD_QUOTA_TYPE));
  g_assert_true (sd_row_is (row, SD_QUOTA_TYPE, NULL));
  sd_row_set_value (row, SD_QUOTA_TYPE, TEXT ("worker"));
  g_assert_cmpstr (sd_row_get_token (row, SD_QUOTA_TYPE)->chinese, ==, "工勤编制");
  g_assert_true (sd_row_is (row, SD_QUOTA_TYPE, "worker"));
  sd_row_set_value (row, SD_QUOTA_APPROVED, INTEGER (0));
  g_assert_true (sd_row_has (row, SD_QUOTA_APPROVED));

  /* What is true or false is never absent. */
  g_assert_true (sd_row_has (row, SD_QUOTA_ILLUSTRATIVE));
  sd_row_set_value (row, SD_QUOTA_ILLUSTRATIVE, &(SdValue) SD_VALUE_INIT);
  g_assert_true (sd_row_has (row, SD_QUOTA_ILLUSTRATIVE));
  g_assert_false (sd_row_get_boolean (row, SD_QUOTA_ILLUSTRATIVE));
}

static void
test_row_equal (void)
{
  g_autoptr (SdRow) row = sd_row_new (SD_TABLE_QUOTA, "p", "q", "u", 0);
  g_autoptr (SdRow) same = sd_row_new (SD_TABLE_QUOTA, "p", "q", "u", 0);
  SdRow *others[] = {
    sd_row_new (SD_TABLE_POST, "p", "q", "u", 0),  sd_row_new (SD_TABLE_QUOTA, "x", "q", "u", 0),
    sd_row_new (SD_TABLE_QUOTA, "p", "x", "u", 0), sd_row_new (SD_TABLE_QUOTA, "p", "q", "x", 0),
    sd_row_new (SD_TABLE_QUOTA, "p", "q", "u", 1), sd_row_new (SD_TABLE_QUOTA, "p", "q", "u", 0),
  };

  sd_row_set_value (others[5], SD_QUOTA_APPROVED, INTEGER (1));
  g_assert_true (sd_row_equal (row, same));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (sd_row_equal (row, others[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_object_unref (others[i]);
}

static SdRow *
put (SdRowSet *set, SdTableId table, const char *id, const char *parent_id, gint64 rank)
{
  g_autoptr (SdRow) row = sd_row_new (table, "p", id, parent_id, rank);

  sd_row_set_put_row (set, row);
  return row;
}

static char *
ids_of (SdRowSet *set, SdTableId table)
{
  GString *ids = g_string_new (NULL);
  SdRow *row;

  SD_FOREACH_ROW (row, set, table)
    g_string_append (ids, sd_row_get_id (row));

  return g_string_free (ids, FALSE);
}

static void
assert_ids (SdRowSet *set, SdTableId table, const char *expected)
{
  g_autofree char *ids = ids_of (set, table);

  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_children (SdRowSet *set, SdTableId table, const char *parent_id, const char *expected)
{
  g_autoptr (GPtrArray) rows = sd_row_set_get_children (set, table, parent_id);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append (ids, sd_row_get_id (g_ptr_array_index (rows, i)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

/* The order is that of rank, and of the identifier where ranks are equal. */
static void
test_order (void)
{
  g_autoptr (SdPlan) plan = sd_plan_new ("p");
  SdRowSet *set = SD_ROW_SET (plan);
  g_autoptr (GString) changes = g_string_new (NULL);
  SdRow *b;

  g_signal_connect (sd_row_set_get_rows (set, SD_TABLE_UNIT), "items-changed",
                    G_CALLBACK (on_items_changed), changes);
  put (set, SD_TABLE_UNIT, "c", NULL, 2);
  put (set, SD_TABLE_UNIT, "a", NULL, 0);
  b = put (set, SD_TABLE_UNIT, "b", NULL, 1);
  put (set, SD_TABLE_UNIT, "d", NULL, 2);
  assert_ids (set, SD_TABLE_UNIT, "abcd");
  g_assert_cmpstr (changes->str, ==, "0-0+1 0-0+1 1-0+1 3-0+1 ");

  sd_row_set_place_row (set, b, NULL, 5);
  assert_ids (set, SD_TABLE_UNIT, "acdb");
  sd_row_set_drop_row (set, sd_row_set_get_row (set, SD_TABLE_UNIT, "c"));
  assert_ids (set, SD_TABLE_UNIT, "adb");
  g_assert_cmpuint (sd_row_set_get_n_rows (set, SD_TABLE_UNIT), ==, 3);
  g_assert_null (sd_row_set_get_row (set, SD_TABLE_UNIT, "c"));
  g_assert_null (sd_row_set_peek_row (set, SD_TABLE_UNIT, 3));
}

static void
test_children (void)
{
  g_autoptr (SdPlan) plan = sd_plan_new ("p");
  SdRowSet *set = SD_ROW_SET (plan);
  SdRow *y;

  put (set, SD_TABLE_QUOTA, "x", "u", 1);
  y = put (set, SD_TABLE_QUOTA, "y", "u", 0);
  put (set, SD_TABLE_QUOTA, "z", "v", 0);
  put (set, SD_TABLE_POST, "w", "u", 0);
  assert_children (set, SD_TABLE_QUOTA, "u", "yx");
  sd_row_set_place_row (set, y, "v", 1);
  assert_children (set, SD_TABLE_QUOTA, "u", "x");
  assert_children (set, SD_TABLE_QUOTA, "v", "zy");
  sd_row_set_drop_row (set, y);
  assert_children (set, SD_TABLE_QUOTA, "v", "z");
  assert_children (set, SD_TABLE_QUOTA, "none-such", "");
  g_assert_true (sd_row_set_find_row (set, "w") == sd_row_set_get_row (set, SD_TABLE_POST, "w"));
  g_assert_null (sd_row_set_find_row (set, "y"));
  g_assert_null (sd_row_set_find_row (set, NULL));
}

static void
on_row (SdRowSet *set, SdRow *row, gpointer data)
{
  g_string_append (data, sd_row_get_id (row));
}

static void
on_changed (SdRowSet *set, gpointer data)
{
  g_string_append_c (data, '!');
}

static void
test_signals (void)
{
  g_autoptr (SdPlan) plan = sd_plan_new ("p");
  SdRowSet *set = SD_ROW_SET (plan);
  g_autoptr (GString) added = g_string_new (NULL);
  g_autoptr (GString) removed = g_string_new (NULL);

  g_signal_connect (set, "row-added", G_CALLBACK (on_row), added);
  g_signal_connect (set, "row-removed", G_CALLBACK (on_row), removed);
  g_signal_connect (set, "changed", G_CALLBACK (on_changed), added);
  put (set, SD_TABLE_UNIT, "a", NULL, 0);
  sd_row_set_changed (set);
  sd_row_set_drop_row (set, sd_row_set_get_row (set, SD_TABLE_UNIT, "a"));
  g_assert_cmpstr (added->str, ==, "a!");
  g_assert_cmpstr (removed->str, ==, "a");
}

static void
add_quota (SdRowSet *set, const char *id, const char *unit, const char *type, gint64 approved)
{
  SdRow *row = put (set, SD_TABLE_QUOTA, id, unit, 0);

  sd_row_set_value (row, SD_QUOTA_TYPE, TEXT (type));
  sd_row_set_value (row, SD_QUOTA_APPROVED, INTEGER (approved));
}

static SdRow *
add_unit (SdRowSet *set, const char *id, const char *kind, const char *stage)
{
  SdRow *row = put (set, SD_TABLE_UNIT, id, NULL, 0);

  sd_row_set_value (row, SD_UNIT_KIND, TEXT (kind));
  sd_row_set_value (row, SD_UNIT_STAGE, TEXT (stage));
  return row;
}

/* People outside the quota are no headcount, and co-located bodies have theirs in one place. */
static void
test_headcount (void)
{
  g_autoptr (SdPlan) plan = sd_plan_new ("p");
  SdRowSet *set = SD_ROW_SET (plan);
  SdRow *c;

  add_unit (set, "a", "office", "proposed");
  add_unit (set, "b", "center", "proposed");
  c = add_unit (set, "c", "office", "proposed");
  add_unit (set, "d", "office", "current");
  sd_row_set_value (c, SD_UNIT_CO_LOCATED_WITH, TEXT ("a"));
  add_quota (set, "1", "a", "administrative", 8);
  add_quota (set, "2", "a", "off-quota", 100);
  add_quota (set, "3", "b", "institutional", 5);
  add_quota (set, "4", "c", "administrative", 8);
  add_quota (set, "5", "d", "administrative", 20);

  g_assert_cmpint (sd_plan_get_quota (plan, "a", NULL), ==, 8);
  g_assert_cmpint (sd_plan_get_quota (plan, "a", "off-quota"), ==, 100);
  g_assert_cmpint (sd_plan_get_quota (plan, "none-such", NULL), ==, 0);
  g_assert_cmpint (sd_plan_get_headcount (plan, "proposed", NULL, NULL), ==, 13);
  g_assert_cmpint (sd_plan_get_headcount (plan, "proposed", "office", NULL), ==, 8);
  g_assert_cmpint (sd_plan_get_headcount (plan, "proposed", NULL, "institutional"), ==, 5);
  g_assert_cmpint (sd_plan_get_headcount (plan, "current", NULL, NULL), ==, 20);
}

static void
test_county (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (SdCounty) county = random_county_new (rand, 2, 2);
  SdRow *header = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 1);
  const char *id = sd_row_get_id (header);
  g_autoptr (SdPlan) plan = g_object_ref (sd_county_get_plan (county, id));
  g_autoptr (GPtrArray) plans = NULL;

  g_assert_cmpstr (sd_row_get_id (sd_county_get_plan_row (county, id)), ==, id);
  g_assert_true (
      sd_row_is (header, SD_PLAN_TOWN, sd_row_get_id (sd_county_get_plan_town (county, id))));
  plans = sd_county_get_town_plans (county, sd_row_get_text (header, SD_PLAN_TOWN));
  g_assert_true (g_ptr_array_find (plans, header, NULL));

  sd_county_drop_plan (county, id);
  g_assert_null (sd_county_get_plan (county, id));
  g_assert_nonnull (sd_county_get_plan_row (county, id));
  sd_county_put_plan (county, plan);
  sd_county_put_plan (county, plan);
  g_assert_true (sd_county_get_plan (county, id) == plan);
  g_assert_null (sd_county_get_plan (county, NULL));
  g_assert_null (sd_county_get_plan_town (county, "none-such"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/rows/properties", test_row_properties);
  g_test_add_func ("/plan/rows/all-properties", test_all_properties);
  g_test_add_func ("/plan/rows/values", test_row_values);
  g_test_add_func ("/plan/rows/equal", test_row_equal);
  g_test_add_func ("/plan/rows/order", test_order);
  g_test_add_func ("/plan/rows/children", test_children);
  g_test_add_func ("/plan/rows/signals", test_signals);
  g_test_add_func ("/plan/rows/headcount", test_headcount);
  g_test_add_func ("/plan/rows/county", test_county);

  return g_test_run ();
}
