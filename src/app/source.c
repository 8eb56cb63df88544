/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "source.h"

#include "field-row.h"
#include "finding-group.h"

#include <glib/gi18n-lib.h>

/* Where the numbers come from that chart, tables and gauges show. */

#define MOST_SETTERS 120 /* the history is read for each line */

static void
line_free (gpointer data)
{
  SdSourceLine *line = data;

  g_free (line->title);
  g_free (line->subtitle);
  g_free (line->number);
  g_free (line);
}

/**
 * sd_source_new:
 *
 * Returns: (transfer full): a source of nothing yet
 */
SdSource *
sd_source_new (void)
{
  SdSource *self = g_new0 (SdSource, 1);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->refs = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * sd_source_add_line:
 * @self: where a number comes from
 * @title: what it is the sum of
 * @subtitle: where that comes from
 * @number: (nullable): the number of it
 */
void
sd_source_add_line (SdSource *self, const char *title, const char *subtitle, const char *number)
{
  SdSourceLine *line = g_new0 (SdSourceLine, 1);

  line->title = g_strdup (title);
  line->subtitle = g_strdup (subtitle);
  line->number = g_strdup (number);
  g_ptr_array_add (self->lines, line);
}

static void
set_title (SdSource *self, const char *of, const char *what, gint64 number)
{
  g_free (self->title);
  self->title = g_strdup_printf ("%s · %s %" G_GINT64_FORMAT, of, what, number);
}

/* Who gave the row its number, and when, in the time of whoever looks. */
static char *
describe_setter (SdSession *session, SdRow *row, guint column)
{
  g_autoptr (SdHistoryEntry) entry = sd_register_find_setter (sd_session_get_register (session),
                                                              sd_row_get_id (row), column, NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *words = NULL;
  g_autofree char *what = NULL;

  if (entry == NULL)
    return g_strdup (_ ("From the file that the register was made of"));
  time = g_date_time_new_from_iso8601 (entry->time, utc);
  local = time != NULL ? g_date_time_to_local (time) : NULL;
  words = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (entry->time);
  what = sd_history_entry_get_text (entry);

  /* Translators: who did what, and when. */
  return g_strdup_printf (_ ("%s, %s: %s"), entry->author, words, what);
}

/* Columns of any table that say what a row rests on: an approval with its number, a law. */
static gboolean
tells_source (const SdColumn *column)
{
  static const char *const names[] = { "source",      "reference", "legal-basis",
                                       "founded-by",  "document",  "approval-reference",
                                       "predecessor", "origin",    NULL };

  return g_strv_contains (names, column->name);
}

static char *
describe_source (SdSession *session, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean could = FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *text = NULL;

      if (!tells_source (&table->columns[i]))
        continue;
      could = TRUE;
      text = sd_row_has (row, i) ? sd_field_get_display (session, row, i) : NULL;
      if (text != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", text);
    }
  if (words->len > 0)
    return g_strdup (words->str);

  return could ? g_strdup (_ ("No source is given")) : NULL;
}

static char *
name_row (SdSession *session, SdRow *row)
{
  SdRow *unit = sd_row_get_parent_id (row) != NULL
                    ? sd_row_set_get_row (SD_ROW_SET (sd_session_get_plan (session)), SD_TABLE_UNIT,
                                          sd_row_get_parent_id (row))
                    : NULL;
  g_autofree char *name = sd_field_get_display (session, row, 0);

  if (unit == NULL)
    return g_strdup (name != NULL ? name : "");

  return g_strdup_printf ("%s · %s", sd_row_get_text (unit, SD_UNIT_NAME),
                          name != NULL ? name : "");
}

/* @number may be %NULL for a row that counts as one. */
static void
add_row (SdSource *self, SdSession *session, SdRow *row, guint column, const char *number)
{
  g_autofree char *title = name_row (session, row);
  g_autofree char *source = describe_source (session, row);
  g_autofree char *setter =
      self->lines->len < MOST_SETTERS ? describe_setter (session, row, column) : NULL;
  g_autofree char *subtitle =
      g_strdup_printf ("%s%s%s", source != NULL ? source : "",
                       source != NULL && setter != NULL ? "\n" : "", setter != NULL ? setter : "");

  sd_source_add_line (self, title, subtitle, number);
}

/* Returns how many the row counts: what stands in the column, or one where that is no number. */
static gint64
add_count (SdSource *self, SdSession *session, SdRow *row, guint column)
{
  const gboolean is_number = sd_row_get_table (row)->columns[column].type == SD_TYPE_INTEGER;
  const gint64 n = is_number ? sd_row_get_integer (row, column) : 1;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n);

  add_row (self, session, row, column, is_number ? number : NULL);

  return n;
}

/* Whether a unit counts: that one, or all of the kind in the structure that is shown. */
static gboolean
counts (SdSession *session, SdRow *row, SdRow *unit, const SdToken *kind)
{
  if (unit != NULL)
    return row == unit;

  return sd_row_is (row, SD_UNIT_STAGE, sd_session_get_stage (session)) &&
         (kind == NULL || sd_row_is (row, SD_UNIT_KIND, kind->name));
}

static const char *
name_sum (SdRow *unit, const SdToken *kind)
{
  if (unit != NULL)
    return sd_row_get_text (unit, SD_UNIT_NAME);

  return kind != NULL ? sd_token_get_label (kind) : _ ("The whole structure");
}

/* Adds the rows of a table that counted units have, in their order, and returns the sum. */
static gint64
add_children (SdSource *self,
              SdSession *session,
              SdRow *unit,
              const SdToken *kind,
              SdTableId table,
              guint column,
              gboolean (*wanted) (SdRow *unit, SdRow *row, const SdToken *type),
              const SdToken *type)
{
  SdPlan *plan = sd_session_get_plan (session);
  gint64 sum = 0;
  SdRow *holder;

  SD_FOREACH_ROW (holder, plan, SD_TABLE_UNIT)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (!counts (session, holder, unit, kind))
        continue;
      rows = sd_row_set_get_children (SD_ROW_SET (plan), table, sd_row_get_id (holder));
      for (guint i = 0; i < rows->len; i++)
        if (sd_row_has (rows->pdata[i], column) &&
            (wanted == NULL || wanted (unit != NULL ? NULL : holder, rows->pdata[i], type)))
          sum += add_count (self, session, rows->pdata[i], column);
    }

  return sum;
}

/* As the tables count: co-located bodies once, and people outside the quota only on their own. */
static gboolean
is_wanted_quota (SdRow *summed_unit, SdRow *quota, const SdToken *type)
{
  if (summed_unit != NULL && sd_row_has (summed_unit, SD_UNIT_CO_LOCATED_WITH))
    return FALSE;

  return type != NULL ? sd_row_is (quota, SD_QUOTA_TYPE, type->name)
                      : !sd_row_is (quota, SD_QUOTA_TYPE, "off-quota");
}

/**
 * sd_source_of_headcount:
 * @session: the session that it is about
 * @unit: (nullable): a unit of its plan
 * @kind: (nullable): a kind, where @unit is %NULL
 * @type: (nullable): a type of quota; %NULL for all types within the quota
 * @column: %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 *
 * Returns: (transfer full): where the headcount of a unit, of a kind or of the structure that is
 *   shown comes from
 */
SdSource *
sd_source_of_headcount (
    SdSession *session, SdRow *unit, const SdToken *kind, const SdToken *type, guint column)
{
  SdSource *self = sd_source_new ();
  gint64 sum =
      add_children (self, session, unit, kind, SD_TABLE_QUOTA, column, is_wanted_quota, type);

  set_title (self, name_sum (unit, kind),
             type != NULL ? sd_token_get_label (type) : _ ("Headcount"), sum);
  if (column == SD_QUOTA_APPROVED && unit != NULL)
    g_ptr_array_add (self->refs, g_strdup_printf ("quota:%s:%s", sd_row_get_id (unit),
                                                  type != NULL ? type->name : ""));
  else if (column == SD_QUOTA_APPROVED && kind == NULL)
    g_ptr_array_add (self->refs, type != NULL ? g_strdup_printf ("headcount:%s", type->name)
                                              : g_strdup ("headcount"));

  return self;
}

/**
 * sd_source_of_posts:
 * @session: the session that it is about
 * @unit: (nullable): a unit of its plan; %NULL for the structure that is shown
 *
 * Returns: (transfer full): where the number of leading posts comes from
 */
SdSource *
sd_source_of_posts (SdSession *session, SdRow *unit)
{
  SdSource *self = sd_source_new ();
  gint64 sum = add_children (self, session, unit, NULL, SD_TABLE_POST, SD_POST_COUNT, NULL, NULL);

  set_title (self, name_sum (unit, NULL), sd_table_get_label (sd_table_get (SD_TABLE_POST)), sum);
  if (unit == NULL)
    g_ptr_array_add (self->refs, g_strdup ("leaders"));

  return self;
}

/**
 * sd_source_of_plaques:
 * @session: the session that it is about
 * @unit: (nullable): a unit of its plan; %NULL for the structure that is shown
 *
 * Returns: (transfer full): where the number of plaques comes from
 */
SdSource *
sd_source_of_plaques (SdSession *session, SdRow *unit)
{
  SdSource *self = sd_source_new ();
  gint64 sum =
      add_children (self, session, unit, NULL, SD_TABLE_PLAQUE, SD_PLAQUE_NAME, NULL, NULL);

  set_title (self, name_sum (unit, NULL), sd_table_get_label (sd_table_get (SD_TABLE_PLAQUE)), sum);
  if (unit != NULL)
    g_ptr_array_add (self->refs, g_strdup_printf ("unit:%s:full", sd_row_get_id (unit)));

  return self;
}

/**
 * sd_source_of_units:
 * @session: the session that it is about
 * @kind: (nullable): a kind of unit; %NULL for all
 *
 * Returns: (transfer full): where the number of units of the structure that is shown comes from
 */
SdSource *
sd_source_of_units (SdSession *session, const SdToken *kind)
{
  SdSource *self = sd_source_new ();
  SdRow *unit;

  SD_FOREACH_ROW (unit, sd_session_get_plan (session), SD_TABLE_UNIT)
    if (counts (session, unit, NULL, kind))
      add_row (self, session, unit, SD_UNIT_KIND, NULL);
  set_title (self, name_sum (NULL, kind), sd_table_get_label (sd_table_get (SD_TABLE_UNIT)),
             self->lines->len);
  if (kind != NULL)
    {
      g_ptr_array_add (self->refs, g_strdup_printf ("count:%s", kind->name));
      g_ptr_array_add (self->refs, g_strdup_printf ("names:%s", kind->name));
    }

  return self;
}

/**
 * sd_source_of_findings:
 * @session: the session that it is about
 * @unit: a unit of its plan
 *
 * Returns: (transfer full): where the number on the badge of the unit comes from
 */
SdSource *
sd_source_of_findings (SdSession *session, SdRow *unit)
{
  GListModel *findings = sd_session_get_findings (session);
  SdSource *self = sd_source_new ();

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *clause = NULL;

      if (sd_finding_find_unit (session, finding) != unit)
        continue;
      clause = sd_finding_describe_clause (session, finding);
      sd_source_add_line (self, sd_finding_get_message (finding), clause != NULL ? clause : "",
                          NULL);
    }
  set_title (self, name_sum (unit, NULL), _ ("Findings"), self->lines->len);

  return self;
}

/**
 * sd_source_of_value:
 * @session: the session that it is about
 * @row: a row of its plan
 * @column: a column of it
 *
 * Returns: (transfer full): where what stands there comes from
 */
SdSource *
sd_source_of_value (SdSession *session, SdRow *row, guint column)
{
  const SdColumn *about = &sd_row_get_table (row)->columns[column];
  g_autofree char *text = sd_field_get_display (session, row, column);
  SdSource *self = sd_source_new ();

  self->title = g_strdup_printf ("%s %s", sd_column_get_label (about), text != NULL ? text : "");
  add_row (self, session, row, column, about->type == SD_TYPE_INTEGER ? text : NULL);
  g_ptr_array_add (self->refs, g_strdup_printf ("row:%s:%s", sd_row_get_id (row), about->name));

  return self;
}

/**
 * sd_source_of_rows:
 * @session: the session that it is about
 * @title: what they are
 * @rows: (element-type SdRow): rows of its plan
 *
 * Returns: (transfer full): where their number comes from
 */
SdSource *
sd_source_of_rows (SdSession *session, const char *title, GPtrArray *rows)
{
  SdSource *self = sd_source_new ();

  for (guint i = 0; i < rows->len; i++)
    add_row (self, session, rows->pdata[i], 0, NULL);
  self->title = g_strdup_printf ("%s %u", title, rows->len);

  return self;
}

/**
 * sd_source_free:
 * @self: (transfer full): where a number comes from
 */
void
sd_source_free (SdSource *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->refs);
  g_free (self->title);
  g_free (self);
}
