/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-view.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"

/* The pages of single tables. Strings are marked here and translated where they are shown. */

#define N_COLUMNS(columns) (columns), G_N_ELEMENTS (columns)

/* The units that rows belong to */

static SdRow *
get_enclosing_unit (SdSession *session, SdRow *row)
{
  return sd_row_set_get_row (SD_ROW_SET (sd_session_get_plan (session)), SD_TABLE_UNIT,
                             sd_row_get_parent_id (row));
}

static SdRow *
get_receiver (SdSession *session, SdRow *row)
{
  return sd_row_set_get_row (SD_ROW_SET (sd_session_get_plan (session)), SD_TABLE_UNIT,
                             sd_row_get_text (row, SD_POWER_RECEIVER));
}

static char *
get_unit_name (SdSession *session, SdRow *row)
{
  SdRow *unit = get_enclosing_unit (session, row);

  return g_strdup (unit != NULL ? sd_row_get_text (unit, SD_UNIT_NAME) : "");
}

static gboolean
is_of_stage (SdSession *session, SdRow *row)
{
  SdRow *unit = get_enclosing_unit (session, row);

  return unit != NULL && sd_row_is (unit, SD_UNIT_STAGE, sd_session_get_stage (session));
}

static guint
count_rows (SdSession *session, SdTableId table, gboolean (*counts) (SdSession *, SdRow *))
{
  guint n = 0;
  SdRow *row;

  SD_FOREACH_ROW (row, sd_session_get_plan (session), table)
    n += counts (session, row);

  return n;
}

/* Posts */

static const SdTableViewColumn post_columns[] = {
  { SD_POST_TITLE, 0, N_ ("Post title"), NULL },
  { SD_POST_TITLE, 160, N_ ("Unit"), get_unit_name },
  { SD_POST_ROLE, 76, NULL, NULL },
  { SD_POST_COUNT, 68, NULL, NULL },
  { SD_POST_LEVEL, 100, NULL, NULL },
  { SD_POST_ENGAGEMENT, 84, NULL, NULL },
  { SD_POST_LEADERSHIP, 116, NULL, NULL },
  { SD_POST_HOLDER, 90, NULL, NULL },
  { SD_POST_APPOINTED_ON, 110, NULL, NULL },
};

/* What the rules measure goes before what the plan states. */
static void
describe_leaders (SdSession *session, GString *text)
{
  GListModel *gauges = sd_session_get_gauges (session);
  SdRow *plan =
      sd_county_get_plan_row (sd_session_get_county (session), sd_session_get_plan_id (session));

  for (guint i = 0; i < g_list_model_get_n_items (gauges); i++)
    {
      g_autoptr (SdGauge) gauge = g_list_model_get_item (gauges, i);

      if (!g_str_equal (sd_gauge_get_id (gauge), "gauge-leaders"))
        continue;
      g_string_append_printf (
          text, " · %s%s %.0f / %.0f",
          sd_gauge_get_measured (gauge) > sd_gauge_get_limit (gauge) ? "▲ " : "",
          sd_gauge_get_label (gauge), sd_gauge_get_measured (gauge), sd_gauge_get_limit (gauge));
      return;
    }
  if (plan != NULL && sd_row_has (plan, SD_PLAN_LEADERS))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("leading posts of the town by the plan: %d"),
                              (int) sd_row_get_integer (plan, SD_PLAN_LEADERS));
    }
}

/* Who holds the head's post of a unit: by name, or else as what he is a leader. */
static char *
name_leader (SdSession *session, SdRow *post)
{
  if (!is_of_stage (session, post) || !sd_row_is (post, SD_POST_ROLE, "head") ||
      !sd_row_has (post, SD_POST_LEADERSHIP))
    return NULL;
  if (sd_row_has (post, SD_POST_HOLDER))
    return g_strdup (sd_row_get_text (post, SD_POST_HOLDER));

  return sd_field_get_display (session, post, SD_POST_LEADERSHIP);
}

static void
describe_heads (SdSession *session, GString *text)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  SdRow *post;

  SD_FOREACH_ROW (post, sd_session_get_plan (session), SD_TABLE_POST)
    {
      char *name = name_leader (session, post);
      guint n = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) : 0;

      if (name == NULL)
        continue;
      if (n == 0)
        g_ptr_array_add (names, name);
      g_hash_table_insert (counts, name, GUINT_TO_POINTER (n + 1));
    }

  for (guint i = 0; i < names->len; i++)
    {
      g_string_append (text, " · ");
      /* Translators: a town leader, and how many units he is the head of. */
      g_string_append_printf (text, _ ("%s heads %u"), (char *) names->pdata[i],
                              GPOINTER_TO_UINT (g_hash_table_lookup (counts, names->pdata[i])));
    }
}

static char *
summarize_posts (SdSession *session)
{
  GString *text = g_string_new (NULL);
  gint64 n = 0;
  SdRow *post;

  SD_FOREACH_ROW (post, sd_session_get_plan (session), SD_TABLE_POST)
    if (is_of_stage (session, post))
      n += sd_row_get_integer (post, SD_POST_COUNT);

  g_string_append_printf (text, _ ("Posts of the units: %d"), (int) n);
  describe_leaders (session, text);
  describe_heads (session, text);

  return g_string_free (text, FALSE);
}

const SdTableView sd_table_view_posts = {
  .name = "posts",
  .table = SD_TABLE_POST,
  .title = N_ ("Posts"),
  .icon = "sanding-posts-symbolic",
  .empty = N_ ("Select a unit on the page Structure and add its posts here with the plus."),
  N_COLUMNS (post_columns),
  .filters = { 1, 2, 5, 7 },
  .n_filters = 4,
  .get_unit = get_enclosing_unit,
  .shows = is_of_stage,
  .summarize = summarize_posts,
};

/* Dispatched units */

static char *
get_consent (SdSession *session, SdRow *row)
{
  g_autoptr (GPtrArray) consents = sd_row_set_get_children (
      SD_ROW_SET (sd_session_get_plan (session)), SD_TABLE_CONSENT, sd_row_get_parent_id (row));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < consents->len; i++)
    {
      g_autofree char *person =
          sd_field_get_display (session, consents->pdata[i], SD_CONSENT_PERSON);
      g_autofree char *strength =
          sd_field_get_display (session, consents->pdata[i], SD_CONSENT_STRENGTH);
      g_autofree char *written =
          sd_field_get_display (session, consents->pdata[i], SD_CONSENT_WRITTEN);
      g_autofree char *prior = sd_field_get_display (session, consents->pdata[i], SD_CONSENT_PRIOR);

      g_string_append_printf (text, "%s%s: %s%s%s%s%s", i > 0 ? "; " : "", person, strength,
                              prior != NULL ? " · " : "", prior != NULL ? prior : "",
                              written != NULL ? " · " : "", written != NULL ? written : "");
    }

  return g_string_free (text, FALSE);
}

static const SdTableViewColumn dispatch_columns[] = {
  { SD_DISPATCH_DEPARTMENT, 150, N_ ("Unit"), get_unit_name },
  { SD_DISPATCH_DEPARTMENT, 0, NULL, NULL },
  { SD_DISPATCH_OWNER, 96, NULL, NULL },
  { SD_DISPATCH_GUIDE, 96, NULL, NULL },
  { SD_DISPATCH_DAILY_MANAGER, 96, NULL, NULL },
  { SD_DISPATCH_APPRAISER, 96, NULL, NULL },
  { SD_DISPATCH_DEPARTMENT, 200, N_ ("Consent"), get_consent },
  { SD_DISPATCH_DEVOLVED, 76, NULL, NULL },
  { SD_DISPATCH_APPROVAL_REFERENCE, 150, NULL, NULL },
};

static gboolean
is_dispatched (SdSession *session, SdRow *unit)
{
  g_autoptr (GPtrArray) dispatches = NULL;

  if (!sd_row_is (unit, SD_UNIT_KIND, "dispatched") ||
      !sd_row_is (unit, SD_UNIT_STAGE, sd_session_get_stage (session)))
    return FALSE;
  dispatches = sd_row_set_get_children (SD_ROW_SET (sd_session_get_plan (session)),
                                        SD_TABLE_DISPATCH, sd_row_get_id (unit));

  return dispatches->len == 0;
}

static char *
summarize_dispatched (SdSession *session)
{
  guint n = count_rows (session, SD_TABLE_DISPATCH, is_of_stage);
  guint missing = count_rows (session, SD_TABLE_UNIT, is_dispatched);

  if (missing > 0)
    return g_strdup_printf (_ ("Dispatched units: %u · without who manages them: %u"), n, missing);

  return g_strdup_printf (_ ("Dispatched units: %u"), n);
}

const SdTableView sd_table_view_dispatched = {
  .name = "dispatched",
  .table = SD_TABLE_DISPATCH,
  .title = N_ ("Dispatched"),
  .icon = "sanding-dispatched-symbolic",
  .empty = N_ ("Select a dispatched unit on the page Structure and say with the plus which "
               "department sends it."),
  N_COLUMNS (dispatch_columns),
  .filters = { 1, 2, 4, 5 },
  .n_filters = 4,
  .get_unit = get_enclosing_unit,
  .shows = is_of_stage,
  .summarize = summarize_dispatched,
};

/* Powers */

static const SdTableViewColumn power_columns[] = {
  { SD_POWER_NAME, 190, NULL, NULL },
  { SD_POWER_FIELD, 92, NULL, NULL },
  { SD_POWER_DEPARTMENT, 130, NULL, NULL },
  { SD_POWER_KIND, 84, NULL, NULL },
  { SD_POWER_MODE, 84, NULL, NULL },
  { SD_POWER_STATE, 84, NULL, NULL },
  { SD_POWER_RECEIVER, 140, NULL, NULL },
  { SD_POWER_LEGAL_BASIS, 150, NULL, NULL },
  { SD_POWER_PEOPLE, 64, NULL, NULL },
  { SD_POWER_MONEY, 84, N_ ("Money (10,000 yuan)"), NULL },
  { SD_POWER_TIME_LIMIT, 84, N_ ("Limit (days)"), NULL },
};

static guint
count_distinct (SdSession *session, guint column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  SdRow *row;

  SD_FOREACH_ROW (row, sd_session_get_plan (session), SD_TABLE_POWER)
    if (sd_row_has (row, column))
      g_hash_table_add (seen, (char *) sd_row_get_text (row, column));

  return g_hash_table_size (seen);
}

static char *
summarize_powers (SdSession *session)
{
  return g_strdup_printf (
      _ ("Powers: %u · fields: %u · departments: %u"),
      sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (session)), SD_TABLE_POWER),
      count_distinct (session, SD_POWER_FIELD), count_distinct (session, SD_POWER_DEPARTMENT));
}

const SdTableView sd_table_view_powers = {
  .name = "powers",
  .table = SD_TABLE_POWER,
  .title = N_ ("Powers"),
  .icon = "sanding-powers-symbolic",
  .empty = N_ ("Add the powers that the county hands down with the plus, or import them from a "
               "CSV file."),
  N_COLUMNS (power_columns),
  .filters = { 1, 2, 5, 6 },
  .n_filters = 4,
  .get_unit = get_receiver,
  .summarize = summarize_powers,
};

/* Duties */

static GPtrArray *
find_successors (SdSession *session, SdRow *duty)
{
  GPtrArray *successors = g_ptr_array_new ();
  SdRow *other;

  SD_FOREACH_ROW (other, sd_session_get_plan (session), SD_TABLE_DUTY)
    if (g_strcmp0 (sd_row_get_text (other, SD_DUTY_PREDECESSOR), sd_row_get_id (duty)) == 0)
      g_ptr_array_add (successors, other);

  return successors;
}

static gboolean
is_current (SdSession *session, SdRow *duty)
{
  SdRow *unit = get_enclosing_unit (session, duty);

  return unit != NULL && sd_row_is (unit, SD_UNIT_STAGE, "current");
}

/* A current duty that no proposed one continues. */
static gboolean
is_lost (SdSession *session, SdRow *duty)
{
  g_autoptr (GPtrArray) successors = NULL;

  if (!is_current (session, duty))
    return FALSE;
  successors = find_successors (session, duty);

  return successors->len == 0;
}

static char *
get_continued_by (SdSession *session, SdRow *duty)
{
  g_autoptr (GPtrArray) successors = find_successors (session, duty);
  GString *text = g_string_new (NULL);

  if (is_lost (session, duty))
    g_string_append (text, _ ("⚠ Lost"));
  for (guint i = 0; i < successors->len; i++)
    {
      g_autofree char *unit = get_unit_name (session, successors->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", unit);
    }

  return g_string_free (text, FALSE);
}

static const SdTableViewColumn duty_columns[] = {
  { SD_DUTY_TEXT, 0, NULL, NULL },
  { SD_DUTY_TEXT, 140, N_ ("Unit"), get_unit_name },
  { SD_DUTY_ORIGIN, 84, NULL, NULL },
  { SD_DUTY_PREDECESSOR, 150, N_ ("Continues"), NULL },
  { SD_DUTY_TEXT, 130, N_ ("Continued by"), get_continued_by },
};

/* What is lost is shown in both structures. */
static gboolean
shows_duty (SdSession *session, SdRow *duty)
{
  return is_of_stage (session, duty) || is_lost (session, duty);
}

static const char *
get_lost_section (SdSession *session, SdRow *duty)
{
  return is_lost (session, duty) ? _ ("Lost: continued by no proposed duty") : NULL;
}

static char *
summarize_duties (SdSession *session)
{
  guint n = count_rows (session, SD_TABLE_DUTY, is_of_stage);
  guint current = count_rows (session, SD_TABLE_DUTY, is_current);
  guint lost = count_rows (session, SD_TABLE_DUTY, is_lost);

  if (current == 0)
    return g_strdup_printf (
        _ ("Duties: %u · none are entered for the current structure, so what is "
           "lost cannot be told"),
        n);

  return g_strdup_printf (_ ("Duties: %u · lost: %u of %u that there are now"), n, lost, current);
}

const SdTableView sd_table_view_duties = {
  .name = "duties",
  .table = SD_TABLE_DUTY,
  .title = N_ ("Duties"),
  .icon = "sanding-duties-symbolic",
  .empty = N_ ("Select a unit on the page Structure and add its duties here with the plus."),
  N_COLUMNS (duty_columns),
  .filters = { 1, 2, 4 },
  .n_filters = 3,
  .get_unit = get_enclosing_unit,
  .shows = shows_duty,
  .get_section = get_lost_section,
  .summarize = summarize_duties,
};

/**
 * sd_table_view_get_title:
 * @view: what a page shows
 * @place: place of a column
 *
 * Returns: its title
 */
const char *
sd_table_view_get_title (const SdTableView *view, guint place)
{
  const SdTableViewColumn *column = &view->columns[place];

  return column->title != NULL
             ? _ (column->title)
             : sd_column_get_label (&sd_table_get (view->table)->columns[column->column]);
}
