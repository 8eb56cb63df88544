/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cell.h"
#include "plan/row.h"

/* The lists of tables and tokens, and single values. */

static void
test_tokens (void)
{
  for (guint i = 0; i < SD_N_ENUMERATIONS; i++)
    {
      const SdEnumeration *enumeration = sd_enumeration_get (i);

      g_assert_cmpuint (enumeration->id, ==, i);
      g_assert_cmpuint (enumeration->n_tokens, >, 1);
      for (guint j = 0; j < enumeration->n_tokens; j++)
        {
          const SdToken *token = &enumeration->tokens[j];

          /* A token that stands twice would be found at its first place. */
          g_assert_cmpint (sd_enumeration_index (enumeration, token->name), ==, j);
          g_assert_true (sd_enumeration_lookup (enumeration, token->name) == token);
          g_assert_true (g_regex_match_simple ("^[a-z][a-z-]*$", token->name, 0, 0));
          g_assert_cmpuint (strlen (token->chinese), >, 0);
          g_assert_cmpuint (strlen (sd_token_get_label (token)), >, 0);
          g_assert_true (g_regex_match_simple ("^([A-E][0-9]+|field)$", token->source, 0, 0));
        }
      g_assert_cmpint (sd_enumeration_index (enumeration, "none-such"), ==, -1);
      g_assert_null (sd_enumeration_lookup (enumeration, NULL));
    }
}

static void
test_token_list (void)
{
  g_autofree char *list = sd_enumeration_to_list (sd_enumeration_get (SD_ENUMERATION_STAGE));

  g_assert_cmpstr (list, ==, "current, proposed, bench");
}

static void
check_column (const SdTable *table, guint index)
{
  const SdColumn *column = &table->columns[index];

  g_assert_cmpint (sd_table_column_index (table, column->name), ==, index);
  g_assert_true (g_regex_match_simple ("^[a-z][a-z-]*$", column->name, 0, 0));
  g_assert_cmpuint (strlen (sd_column_get_label (column)), >, 0);
  g_assert_true (g_str_has_suffix (column->doc, "."));
  g_assert_true ((column->type == SD_TYPE_CHOICE) == (column->enumeration != NULL));
  g_assert_true ((column->type == SD_TYPE_REF) == (column->refers != SD_TABLE_NONE));
  /* These are every row's own. */
  g_assert_false (g_strv_contains ((const char *[]){ "id", "rank", "parent-id", "plan-id", NULL },
                                   column->name));
  /* A row of the county cannot know the rows of a plan. */
  if (column->type == SD_TYPE_REF && table->scope == SD_SCOPE_COUNTY)
    g_assert_cmpint (sd_table_get (column->refers)->scope, ==, SD_SCOPE_COUNTY);
  if (column->flags & SD_CONTENT)
    g_assert_cmpint (column->type, ==, SD_TYPE_TEXT);
}

static void
test_tables (void)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);
      guint n_content = 0;

      g_assert_true (sd_table_lookup (table->name) == table);
      g_assert_true (g_str_has_suffix (table->doc, "."));
      g_assert_cmpuint (strlen (table->chinese), >, 0);
      g_assert_true (table->parent == SD_TABLE_NONE || table->parent < i);
      for (guint j = 0; j < table->n_columns; j++)
        {
          check_column (table, j);
          n_content += (table->columns[j].flags & SD_CONTENT) != 0;
        }
      g_assert_cmpuint (n_content, <=, 1);
      for (guint j = 0; j < SD_N_TABLES; j++)
        g_assert_false (n_content > 0 && sd_table_get (j)->parent == i);
    }
  g_assert_null (sd_table_lookup ("none-such"));
  g_assert_null (sd_table_lookup (NULL));
  g_assert_cmpint (sd_table_column_index (sd_table_get (SD_TABLE_UNIT), NULL), ==, -1);
}

static void
test_table_places (void)
{
  g_autofree char *sql = NULL;

  g_assert_false (sd_table_has_parent_id (sd_table_get (SD_TABLE_COUNTY)));
  g_assert_false (sd_table_has_parent_id (sd_table_get (SD_TABLE_TOWN)));
  g_assert_true (sd_table_has_parent_id (sd_table_get (SD_TABLE_INDICATOR)));
  g_assert_false (sd_table_has_parent_id (sd_table_get (SD_TABLE_UNIT)));
  g_assert_true (sd_table_has_parent_id (sd_table_get (SD_TABLE_QUOTA)));
  sql = sd_column_get_sql_name (&sd_table_get (SD_TABLE_UNIT)->columns[SD_UNIT_CO_LOCATED_WITH]);
  g_assert_cmpstr (sql, ==, "co_located_with");
}

static void
test_value_text (void)
{
  static const struct
  {
    SdValue value;
    const char *text;
  } values[] = {
    { SD_VALUE_INIT, NULL },
    { SD_VALUE_INIT_TEXT ("费县"), "费县" },
    { SD_VALUE_INIT_INTEGER (0), "0" },
    { SD_VALUE_INIT_INTEGER (G_MAXINT64), "9223372036854775807" },
    { SD_VALUE_INIT_REAL (0), "0" },
    { SD_VALUE_INIT_REAL (98000), "98000" },
    { SD_VALUE_INIT_REAL (0.1), "0.1" },
    { SD_VALUE_INIT_REAL (130.25), "130.25" },
    { SD_VALUE_INIT_REAL (1.0 / 3), "0.3333333333333333" },
    { SD_VALUE_INIT_REAL (1e300), "1e+300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = sd_value_to_text (&values[i].value);

      g_assert_cmpstr (text, ==, values[i].text);
    }
}

static void
test_value_equal (void)
{
  const SdValue values[] = {
    SD_VALUE_INIT,
    SD_VALUE_INIT_TEXT (""),
    SD_VALUE_INIT_TEXT ("1"),
    SD_VALUE_INIT_INTEGER (1),
    SD_VALUE_INIT_INTEGER (2),
    SD_VALUE_INIT_REAL (1),
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      g_assert_true (sd_value_equal (&values[i], &values[j]) == (i == j));
}

static void
test_value_copy (void)
{
  g_auto (SdValue) value = SD_VALUE_INIT;
  g_autoptr (SdValue) copy = NULL;
  char text[] = "费县";
  const SdValue borrowed = { .type = SD_VALUE_TEXT, .text = text };

  sd_value_copy (&value, &borrowed);
  text[0] = 'x';
  g_assert_cmpstr (value.text, ==, "费县");
  sd_value_copy (&value, &value);
  g_assert_cmpstr (value.text, ==, "费县");
  copy = g_boxed_copy (SD_TYPE_VALUE, &value);
  sd_value_copy (&value, &(SdValue) SD_VALUE_INIT_INTEGER (3));
  g_assert_cmpint (value.integer, ==, 3);
  g_assert_cmpstr (copy->text, ==, "费县");
  sd_value_clear (copy);
  g_assert_cmpint (copy->type, ==, SD_VALUE_NONE);
  sd_value_free (NULL);
}

typedef struct
{
  SdTableId table;
  guint column;
  const char *text;
  const char *reads; /* NULL where it is refused, "" where it says nothing */
} CellCase;

static const CellCase cells[] = {
  { SD_TABLE_UNIT, SD_UNIT_NAME, "党政办公室", "党政办公室" },
  { SD_TABLE_UNIT, SD_UNIT_NAME, " 党政 ", " 党政 " },
  { SD_TABLE_UNIT, SD_UNIT_NAME, "", NULL },
  { SD_TABLE_UNIT, SD_UNIT_NAME, " \t\n　", NULL },
  { SD_TABLE_UNIT, SD_UNIT_NAME, "a\001", NULL },
  { SD_TABLE_UNIT, SD_UNIT_NAME, "a\177", NULL },
  { SD_TABLE_UNIT, SD_UNIT_NAME, "\xc3\x28", NULL },
  { SD_TABLE_UNIT, SD_UNIT_NAME, "\xef\xbf\xbf", NULL },
  { SD_TABLE_UNIT, SD_UNIT_REASON, "a\tb\nc\rd", "a\tb\nc\rd" },
  { SD_TABLE_UNIT, SD_UNIT_REASON, "　", "" },
  { SD_TABLE_UNIT, SD_UNIT_LOCAL, "true", "1" },
  { SD_TABLE_UNIT, SD_UNIT_LOCAL, "0", "0" },
  { SD_TABLE_UNIT, SD_UNIT_LOCAL, "", NULL },
  { SD_TABLE_UNIT, SD_UNIT_KIND, "office", "office" },
  { SD_TABLE_UNIT, SD_UNIT_KIND, "Office", NULL },
  { SD_TABLE_UNIT, SD_UNIT_SUPERIOR, "6F1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4a",
    "6F1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4a" },
  { SD_TABLE_UNIT, SD_UNIT_SUPERIOR, "6f1e2a4c93b14d0e8a550c7b1f2e3d4a", NULL },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "0", "0" },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "007", "7" },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "2147483647", "2147483647" },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "2147483648", NULL },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "99999999999999999999", NULL },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "-1", NULL },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "1.5", NULL },
  { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, "", NULL },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "98000", "98000" },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "1.5e3", "1500" },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "1E-1", "0.1" },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "-0", NULL },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "0x10", NULL },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "1e999", NULL },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "inf", NULL },
  { SD_TABLE_INDICATOR, SD_INDICATOR_VALUE, "1,5", NULL },
  { SD_TABLE_PLAN, SD_PLAN_DATE, "2020-02-29", "2020-02-29" },
  { SD_TABLE_PLAN, SD_PLAN_DATE, "2100-02-29", NULL },
  { SD_TABLE_PLAN, SD_PLAN_DATE, "2019-04-31", NULL },
  { SD_TABLE_PLAN, SD_PLAN_DATE, "2019-00-10", NULL },
  { SD_TABLE_PLAN, SD_PLAN_DATE, "2019/04/30", NULL },
  { SD_TABLE_PLAN, SD_PLAN_DATE, "０2019-04-30", NULL },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "<p>a</p>", "<p>a</p>" },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "\n<p >a<!-- b --></p> <p/>", "<p>a</p><p></p>" },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "<p>\"<field format='n' ref='a\"'/></p>",
    "<p>\"<field ref=\"a&quot;\" format=\"n\"/></p>" },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "", "" },
  { SD_TABLE_OVERRIDE, SD_OVERRIDE_BODY, "", NULL },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "words", NULL },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "<p>a", NULL },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "<p>a</p></body><body>", NULL },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "<p>&a;</p>", NULL },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "<p><b>a</b></p>", NULL },
  { SD_TABLE_SECTION, SD_SECTION_BODY, "<p xmlns=''>a</p>", NULL },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const CellCase *c = &cells[i];
      g_auto (SdValue) value = SD_VALUE_INIT;
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;
      gboolean parsed;

      parsed =
          sd_cell_parse (&sd_table_get (c->table)->columns[c->column], c->text, &value, &expected);
      text = sd_value_to_text (&value);
      if (parsed != (c->reads != NULL) || (parsed && g_strcmp0 (text ? text : "", c->reads) != 0))
        g_error ("“%s” read as “%s”", c->text, text);
      g_assert_true (parsed == (expected == NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/model/tokens", test_tokens);
  g_test_add_func ("/plan/model/token-list", test_token_list);
  g_test_add_func ("/plan/model/tables", test_tables);
  g_test_add_func ("/plan/model/table-places", test_table_places);
  g_test_add_func ("/plan/model/value-text", test_value_text);
  g_test_add_func ("/plan/model/value-equal", test_value_equal);
  g_test_add_func ("/plan/model/value-copy", test_value_copy);
  g_test_add_func ("/plan/model/cells", test_cells);

  return g_test_run ();
}
