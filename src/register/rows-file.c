/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rows-file.h"

#include "plan/cell.h"
#include "plan/csv.h"
#include "plan/error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Other names that offices give to columns in their lists, whatever the language of the window. */
static const struct
{
  SdTableId table;
  guint column;
  const char *names;
} headings[] = {
  { SD_TABLE_POWER, SD_POWER_NAME, "名称|事项名称|事项|权限事项|下放事项|权力名称" },
  { SD_TABLE_POWER, SD_POWER_CODE, "编码|事项编码|代码" },
  { SD_TABLE_POWER, SD_POWER_KIND, "类别|权力类别|权力类型|事项类型|事项类别" },
  { SD_TABLE_POWER, SD_POWER_FIELD, "领域|所属领域" },
  { SD_TABLE_POWER, SD_POWER_DEPARTMENT, "部门|县直部门|下放部门|原实施部门|主管部门" },
  { SD_TABLE_POWER, SD_POWER_MODE, "方式|下放方式" },
  { SD_TABLE_POWER, SD_POWER_SUBJECT, "法定主体|实施主体" },
  { SD_TABLE_POWER, SD_POWER_LEGAL_BASIS, "法律依据|法定依据|设定依据|依据" },
  { SD_TABLE_POWER, SD_POWER_LAW_RESERVED, "法律保留" },
  { SD_TABLE_POWER, SD_POWER_RECEIVER, "承接机构|承接单位" },
  { SD_TABLE_POWER, SD_POWER_CONTENT, "内容|下放内容" },
  { SD_TABLE_POWER, SD_POWER_TIME_LIMIT,
    "时限|办理时限|承诺时限|时限（工作日）|办理时限（工作日）" },
  { SD_TABLE_POWER, SD_POWER_RESPONSIBLE, "责任主体|责任单位|责任机构" },
  { SD_TABLE_POWER, SD_POWER_PEOPLE, "人员|划转人员|随转人员" },
  { SD_TABLE_POWER, SD_POWER_MONEY, "经费|经费（万元）|随转经费" },
  { SD_TABLE_POWER, SD_POWER_BENCHMARK, "裁量基准" },
  { SD_TABLE_POWER, SD_POWER_FILING_DAYS, "备案时限|备案时限（日）" },
  { SD_TABLE_POWER, SD_POWER_STATE, "状态|下放状态" },
  { SD_TABLE_POWER, SD_POWER_SINCE, "起始日期|下放日期|开始日期" },
  { SD_TABLE_POWER, SD_POWER_UNTIL, "终止日期|截止日期" },
};

/* What a row holds where the list does not say it. */
static const struct
{
  SdTableId table;
  guint column;
  const char *token;
} defaults[] = {
  { SD_TABLE_POWER, SD_POWER_STATE, "proposed" },
};

/* Units of measure that stand behind a number. */
static const char *const measures[] = { "个工作日", "工作日", "日", "天", "人", "名", "万元" };

/* Headings */

static gboolean
is_in_list (const char *names, const char *text)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  return g_strv_contains ((const char *const *) list, text);
}

static gboolean
is_heading (const SdTable *table, guint column, const char *text)
{
  const SdColumn *about = &table->columns[column];

  if (g_str_equal (text, about->name) || g_str_equal (text, about->label) ||
      g_str_equal (text, sd_column_get_label (about)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (headings[i].table == table->id && headings[i].column == column &&
        is_in_list (headings[i].names, text))
      return TRUE;

  return FALSE;
}

/* A heading without blanks, and with brackets as Chinese texts have them. */
static char *
normalize_heading (const char *text)
{
  GString *heading = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '*')
        g_string_append_unichar (heading, c == '(' ? 0xff08 : c == ')' ? 0xff09 : c);
    }

  return g_string_free (heading, FALSE);
}

/* Returns the column of each field of the heading, the number of columns for one that is none. */
static GArray *
read_heading (const SdTable *table, const SdCsvRecord *record, SdRowsFile *self)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < record->fields->len; i++)
    {
      g_autofree char *text = normalize_heading (record->fields->pdata[i]);
      guint column = 0;

      while (column < table->n_columns && !is_heading (table, column, text) &&
             !is_heading (table, column, g_strstrip (record->fields->pdata[i])))
        column++;
      if (column == table->n_columns && *text != '\0')
        g_ptr_array_add (self->passed_by, g_strdup (record->fields->pdata[i]));
      g_array_append_val (columns, column);
    }

  return columns;
}

static const char *
default_token (SdTableId table, guint column)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (defaults[i].table == table && defaults[i].column == column)
      return defaults[i].token;

  return NULL;
}

static gboolean
check_heading (const SdTable *table, GArray *columns, const char *name, guint line, GError **error)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint n = 0;

      for (guint j = 0; j < columns->len; j++)
        n += g_array_index (columns, guint, j) == i;
      if (n > 1)
        {
          g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
                       _ ("%s:%u: there are %u columns for %s; expected one."), name, line, n,
                       sd_column_get_label (&table->columns[i]));
          return FALSE;
        }
      if (n == 1 || (table->columns[i].flags & SD_REQUIRED) == 0 ||
          default_token (table->id, i) != NULL)
        continue;
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
                   _ ("%s:%u: the first line has no column for %s; expected the names of the "
                      "columns in it."),
                   name, line, sd_column_get_label (&table->columns[i]));
      return FALSE;
    }

  return TRUE;
}

/* Values */

static gboolean
read_choice (const SdColumn *column, const char *text, SdValue *value)
{
  for (guint i = 0; i < column->enumeration->n_tokens; i++)
    {
      const SdToken *token = &column->enumeration->tokens[i];

      if (g_str_equal (text, token->name) || g_str_equal (text, token->chinese) ||
          g_str_equal (text, token->label) || g_str_equal (text, sd_token_get_label (token)))
        {
          *value = (SdValue){ .type = SD_VALUE_TEXT, .text = g_strdup (token->name) };
          return TRUE;
        }
    }

  return FALSE;
}

static char *
list_choices (const SdColumn *column)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < column->enumeration->n_tokens; i++)
    /* Translators: stands between the words of a list. */
    g_string_append_printf (list, "%s%s", i > 0 ? _ (", ") : "",
                            sd_token_get_label (&column->enumeration->tokens[i]));

  return g_string_free (list, FALSE);
}

/* A row by its name: of the proposed structure where it is a unit. */
static gboolean
read_reference (SdPlan *plan, const SdColumn *column, const char *text, SdValue *value)
{
  SdRow *row, *found = NULL;
  guint n = 0;

  SD_FOREACH_ROW (row, plan, column->refers)
    if (sd_row_is (row, 0, text) &&
        (column->refers != SD_TABLE_UNIT || sd_row_is (row, SD_UNIT_STAGE, "proposed")))
      {
        found = row;
        n++;
      }
  if (n == 1)
    *value = (SdValue){ .type = SD_VALUE_TEXT, .text = g_strdup (sd_row_get_id (found)) };

  return n == 1;
}

static gboolean
read_boolean (const char *text, SdValue *value)
{
  const char *const yes = "是|有|√|✓|true|1|Y|y", *const no = "否|无|×|✗|false|0|N|n";
  gboolean is_yes = is_in_list (yes, text);

  if (!is_yes && !is_in_list (no, text))
    return FALSE;
  *value = (SdValue) SD_VALUE_INIT_INTEGER (is_yes);

  return TRUE;
}

/* Without the unit of measure, and with digits of any width. */
static char *
plain_number (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_str_has_suffix (plain, measures[i]))
      {
        plain[strlen (plain) - strlen (measures[i])] = '\0';
        break;
      }

  return g_strdup (g_strstrip (plain));
}

/* 2024/3/1 and 2024.3.1 are dates in lists. */
static char *
plain_date (const char *text)
{
  guint year, month, day;
  int end = 0;

  if (sscanf (text, "%4u%*1[/.-]%2u%*1[/.-]%2u%n", &year, &month, &day, &end) == 3 &&
      text[end] == '\0')
    return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  if (sscanf (text, "%4u年%2u月%2u日%n", &year, &month, &day, &end) == 3 && text[end] == '\0')
    return g_strdup_printf ("%04u-%02u-%02u", year, month, day);

  return g_strdup (text);
}

/* Public functions */

/**
 * sd_rows_read_value:
 * @plan: the plan that the value is for
 * @column: a column
 * @text: what a user has in a spreadsheet
 * @value: (out): what it says
 * @expected: (out) (transfer full): on failure, what was expected, as a part of a sentence
 *
 * As sd_cell_parse(), and takes words: a choice or yes and no in the window's language or in
 * Chinese, a row by its name, a number with its unit of measure, a date as people write it.
 *
 * Returns: whether the text is a value of the column
 */
gboolean
sd_rows_read_value (
    SdPlan *plan, const SdColumn *column, const char *text, SdValue *value, char **expected)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *plain = NULL;

  *value = (SdValue) SD_VALUE_INIT;
  if (*stripped == '\0')
    return sd_cell_parse (column, stripped, value, expected);

  switch (column->type)
    {
    case SD_TYPE_CHOICE:
      if (read_choice (column, stripped, value))
        return TRUE;
      *expected = list_choices (column);
      return FALSE;
    case SD_TYPE_REF:
      if (read_reference (plan, column, stripped, value))
        return TRUE;
      *expected = g_strdup (_ ("the name of one that is in the plan, once"));
      return FALSE;
    case SD_TYPE_BOOLEAN:
      if (read_boolean (stripped, value))
        return TRUE;
      *expected = g_strdup (_ ("yes (是) or no (否)"));
      return FALSE;
    case SD_TYPE_INTEGER:
    case SD_TYPE_REAL:
      plain = plain_number (stripped);
      break;
    case SD_TYPE_DATE:
      plain = plain_date (stripped);
      break;
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
    default:
      break;
    }

  return sd_cell_parse (column, plain != NULL ? plain : stripped, value, expected);
}

static void
field_clear (gpointer field)
{
  sd_value_clear (&((SdFieldValue *) field)->value);
}

/* A line with nothing in it is none. */
static gboolean
is_blank (const SdCsvRecord *record)
{
  for (guint i = 0; i < record->fields->len; i++)
    if (*(char *) record->fields->pdata[i] != '\0')
      return FALSE;

  return TRUE;
}

/* Reads one line; what is wrong with it is told once, the first thing. */
static GArray *
read_row (const SdTable *table,
          SdPlan *plan,
          GArray *columns,
          const SdCsvRecord *record,
          const char *name,
          SdRowsFile *self)
{
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (SdFieldValue));

  g_array_set_clear_func (values, field_clear);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const SdColumn *column = &table->columns[i];
      const char *text = "";
      SdFieldValue field = { i, SD_VALUE_INIT };
      g_autofree char *expected = NULL;

      for (guint j = 0; j < columns->len && j < record->fields->len; j++)
        if (g_array_index (columns, guint, j) == i)
          text = record->fields->pdata[j];
      if (*text == '\0' && default_token (table->id, i) != NULL)
        text = default_token (table->id, i);
      if (*text == '\0' && (column->flags & SD_REQUIRED) == 0)
        continue;
      if (!sd_rows_read_value (plan, column, text, &field.value, &expected))
        {
          g_ptr_array_add (self->refused,
                           g_strdup_printf (_ ("%s:%u: %s cannot be “%s”; expected %s."), name,
                                            record->line, sd_column_get_label (column), text,
                                            expected));
          return NULL;
        }
      g_array_append_val (values, field);
    }

  return g_steal_pointer (&values);
}

/**
 * sd_rows_file_read:
 * @self: (out caller-allocates): what is read
 * @plan: the plan that the rows are for
 * @table: a table of it
 * @name: the file's name, for errors
 * @bytes: what is in it, see sd_csv_decode()
 * @error: return location for a #SdPlanError about the file as a whole
 *
 * Reads rows from a list whose first line names the columns, in the words of the window or in
 * Chinese. A line that cannot be read is in @refused.
 *
 * Returns: whether it is such a list
 */
gboolean
sd_rows_file_read (SdRowsFile *self,
                   SdPlan *plan,
                   SdTableId table,
                   const char *name,
                   GBytes *bytes,
                   GError **error)
{
  const SdTable *about = sd_table_get (table);
  g_autofree char *text = sd_csv_decode (name, bytes, error);
  g_autoptr (GPtrArray) records = text != NULL ? sd_csv_parse (name, text, 0, error) : NULL;
  g_autoptr (GArray) columns = NULL;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->refused = g_ptr_array_new_with_free_func (g_free);
  self->passed_by = g_ptr_array_new_with_free_func (g_free);
  if (records == NULL)
    return FALSE;
  for (guint i = records->len; i > 0; i--)
    if (is_blank (records->pdata[i - 1]))
      g_ptr_array_remove_index (records, i - 1);
  if (records->len < 2)
    {
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
                   _ ("%s: there are no rows; expected a line with the names of the columns and a "
                      "line for each row."),
                   name);
      return FALSE;
    }

  columns = read_heading (about, records->pdata[0], self);
  if (!check_heading (about, columns, name, ((SdCsvRecord *) records->pdata[0])->line, error))
    return FALSE;
  for (guint i = 1; i < records->len; i++)
    {
      GArray *row = read_row (about, plan, columns, records->pdata[i], name, self);

      if (row != NULL)
        g_ptr_array_add (self->rows, row);
    }

  return TRUE;
}

/**
 * sd_rows_file_clear:
 * @self: what was read
 */
void
sd_rows_file_clear (SdRowsFile *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->passed_by, g_ptr_array_unref);
}
