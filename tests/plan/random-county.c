/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A county with rows in every table and values in most columns, the same for the same seed. */

#include "random-county.h"

static char *
random_id (GRand *rand)
{
  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%08x%04x", g_rand_int (rand),
                          g_rand_int (rand) & 0xffff, g_rand_int (rand) & 0xfff,
                          g_rand_int (rand) & 0xfff, g_rand_int (rand), g_rand_int (rand) & 0xffff);
}

static char *
random_text (GRand *rand)
{
  static const char *const words[] = { "经济", "发展",  "办公室", "中心", "〔2018〕33号",
                                       "<&>",  "\"a\"", "tab\tb", " ",    "line\nb",
                                       "𠮷",   "'" };
  GString *text = g_string_new ("文");

  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static char *
random_markup (GRand *rand)
{
  static const char *const paragraphs[] = {
    "<p>设<field ref=\"count:office\" format=\"number\"/>个&lt;</p>",
    "<p><field ref=\"a\"/><field ref=\"b\"/></p>",
    "<p> <field ref=\"&quot;&amp;&#10;&#9;\"/> </p>",
    "<p>a&#13;\n\tb]]&gt;</p>",
    "<p></p>",
    "<p>  </p>",
  };
  GString *markup = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    g_string_append (markup, paragraphs[g_rand_int_range (rand, 0, G_N_ELEMENTS (paragraphs))]);

  return g_string_free (markup, FALSE);
}

static const char *
random_row_of (GRand *rand, SdRowSet *set, SdTableId table)
{
  guint n = sd_row_set_get_n_rows (set, table);

  return n > 0 ? sd_row_get_id (sd_row_set_peek_row (set, table, g_rand_int_range (rand, 0, n)))
               : NULL;
}

static void
fill_column (GRand *rand, SdCounty *county, SdPlan *plan, SdRow *row, guint index)
{
  const SdColumn *column = &sd_row_get_table (row)->columns[index];
  g_auto (SdValue) value = SD_VALUE_INIT;
  const SdTable *refers;

  switch (column->type)
    {
    case SD_TYPE_INTEGER:
      value = (SdValue) SD_VALUE_INIT_INTEGER (g_rand_int_range (rand, 0, 1000));
      break;
    case SD_TYPE_BOOLEAN:
      value = (SdValue) SD_VALUE_INIT_INTEGER (1);
      break;
    case SD_TYPE_REAL:
      value = (SdValue) SD_VALUE_INIT_REAL (g_rand_double (rand) * 1e6);
      break;
    case SD_TYPE_CHOICE:
      value.type = SD_VALUE_TEXT;
      value.text =
          g_strdup (column->enumeration
                        ->tokens[g_rand_int_range (rand, 0, (int) column->enumeration->n_tokens)]
                        .name);
      break;
    case SD_TYPE_DATE:
      value.type = SD_VALUE_TEXT;
      value.text = g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (rand, 0, 100),
                                    g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
      break;
    case SD_TYPE_REF:
      refers = sd_table_get (column->refers);
      value.text = g_strdup (random_row_of (
          rand, refers->scope == SD_SCOPE_PLAN ? SD_ROW_SET (plan) : SD_ROW_SET (county),
          column->refers));
      value.type = value.text != NULL ? SD_VALUE_TEXT : SD_VALUE_NONE;
      break;
    case SD_TYPE_MARKUP:
      value.type = SD_VALUE_TEXT;
      value.text = random_markup (rand);
      break;
    case SD_TYPE_TEXT:
    default:
      value.type = SD_VALUE_TEXT;
      value.text = random_text (rand);
    }
  sd_row_set_value (row, index, &value);
}

static void
add_rows (
    GRand *rand, SdCounty *county, SdPlan *plan, SdTableId table, const char *parent_id, guint n)
{
  const SdTable *description = sd_table_get (table);
  SdRowSet *set = description->scope == SD_SCOPE_PLAN ? SD_ROW_SET (plan) : SD_ROW_SET (county);
  guint first = sd_table_has_parent_id (description) ? 0 : sd_row_set_get_n_rows (set, table);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = random_id (rand);
      g_autoptr (SdRow) row = NULL;

      row = sd_row_new (table, description->scope == SD_SCOPE_PLAN ? sd_plan_get_id (plan) : NULL,
                        id, parent_id, first + i);
      sd_row_set_put_row (set, row);
      for (guint j = 0; j < description->n_columns; j++)
        if (description->columns[j].flags & SD_REQUIRED || g_rand_boolean (rand))
          fill_column (rand, county, plan, row, j);
      if (table == SD_TABLE_DOCUMENT)
        {
          g_auto (SdValue)
              kind = { .type = SD_VALUE_TEXT, .text = g_strdup_printf ("kind-%u", first + i) };

          sd_row_set_value (row, SD_DOCUMENT_KIND, &kind);
        }
      for (guint child = 0; child < SD_N_TABLES; child++)
        if (sd_table_get (child)->parent == table && sd_table_has_parent_id (sd_table_get (child)))
          add_rows (rand, county, plan, child, id, g_rand_int_range (rand, 0, 3));
    }
}

static void
add_plan (GRand *rand, SdCounty *county, guint n_rows)
{
  g_autoptr (SdPlan) plan = NULL;
  guint n = sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_PLAN);

  add_rows (rand, county, NULL, SD_TABLE_PLAN, NULL, 1);
  plan = sd_plan_new (sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, n)));
  for (guint table = 0; table < SD_N_TABLES; table++)
    if (sd_table_get (table)->parent == SD_TABLE_PLAN)
      add_rows (rand, county, plan, table, NULL, n_rows);
  sd_county_put_plan (county, plan);
}

SdCounty *
random_county_new (GRand *rand, guint n_plans, guint n_rows)
{
  SdCounty *county = sd_county_new ();

  add_rows (rand, county, NULL, SD_TABLE_COUNTY, NULL, 1);
  add_rows (rand, county, NULL, SD_TABLE_POOL, NULL, n_rows);
  add_rows (rand, county, NULL, SD_TABLE_PARAMETER, NULL, n_rows);
  add_rows (rand, county, NULL, SD_TABLE_ADOPTION, NULL, n_rows);
  add_rows (rand, county, NULL, SD_TABLE_TOWN, NULL, n_rows);
  for (guint i = 0; i < n_plans; i++)
    add_plan (rand, county, n_rows);

  return county;
}
