/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headcount-item.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"

#define GAUGE_PREFIX "gauge-"

struct _SdHeadcountItem
{
  SdGridItem parent_instance;

  /* Owned */
  SdPlan *plan;
  char *stage;

  const SdToken *kind; /* NULL in the sum over the plan */
};

G_DEFINE_FINAL_TYPE (SdHeadcountItem, sd_headcount_item, SD_TYPE_GRID_ITEM)

/* Helpers */

static SdRow *
unit_of (SdHeadcountItem *self)
{
  return sd_grid_item_get_row (SD_GRID_ITEM (self));
}

static SdHeadcountItem *
item_new (SdSession *session, const SdToken *kind, SdRow *unit)
{
  SdHeadcountItem *self = g_object_new (SD_TYPE_HEADCOUNT_ITEM, NULL);

  sd_grid_item_attach (SD_GRID_ITEM (self), session, unit);
  self->plan = g_object_ref (sd_session_get_plan (session));
  self->stage = g_strdup (sd_session_get_stage (session));
  self->kind = kind;

  return self;
}

static gboolean
counts_in_kind (SdRow *unit, const char *stage, const SdToken *kind)
{
  return sd_row_is (unit, SD_UNIT_STAGE, stage) &&
         (kind == NULL || sd_row_is (unit, SD_UNIT_KIND, kind->name));
}

static guint
count_units (SdHeadcountItem *self)
{
  guint n = 0;
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    n += counts_in_kind (unit, self->stage, self->kind);

  return n;
}

static SdRow *
find_quota (SdPlan *plan, SdRow *unit, const char *quota_type)
{
  g_autoptr (GPtrArray) quotas =
      sd_row_set_get_children (SD_ROW_SET (plan), SD_TABLE_QUOTA, sd_row_get_id (unit));

  for (guint i = 0; i < quotas->len; i++)
    if (sd_row_is (quotas->pdata[i], SD_QUOTA_TYPE, quota_type))
      return quotas->pdata[i];

  return NULL;
}

/* As sd_plan_get_headcount() does for what is approved: co-located bodies are not counted twice,
 * and people outside the quota not among them unless they are asked for. */
static gboolean
sum_column (SdHeadcountItem *self, const char *quota_type, guint column, gint64 *value)
{
  gboolean any = FALSE;
  SdRow *quota;

  *value = 0;
  SD_FOREACH_ROW (quota, self->plan, SD_TABLE_QUOTA)
    {
      SdRow *unit =
          sd_row_set_get_row (SD_ROW_SET (self->plan), SD_TABLE_UNIT, sd_row_get_parent_id (quota));

      if (unit == NULL || !sd_row_has (quota, column) ||
          (unit_of (self) != NULL ? unit != unit_of (self)
                                  : !counts_in_kind (unit, self->stage, self->kind) ||
                                        sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH)))
        continue;
      if (quota_type != NULL ? !sd_row_is (quota, SD_QUOTA_TYPE, quota_type)
                             : sd_row_is (quota, SD_QUOTA_TYPE, "off-quota"))
        continue;
      *value += sd_row_get_integer (quota, column);
      any = TRUE;
    }

  return any;
}

static gboolean
get_value (SdHeadcountItem *self, const SdToken *type, guint column, gint64 *value)
{
  SdRow *quota;

  if (unit_of (self) == NULL || type == NULL)
    return sum_column (self, type != NULL ? type->name : NULL, column, value);

  quota = find_quota (self->plan, unit_of (self), type->name);
  *value = 0;
  if (quota == NULL || !sd_row_has (quota, column))
    return FALSE;
  *value = sd_row_get_integer (quota, column);

  return TRUE;
}

/* The gauge of a type bears its name, such as gauge-administrative. Returns -1 for no limit. */
static gint64
limit_of (SdHeadcountItem *self, const SdToken *type, guint column)
{
  GListModel *gauges = sd_session_get_gauges (sd_grid_item_get_session (SD_GRID_ITEM (self)));

  if (unit_of (self) != NULL || self->kind != NULL || type == NULL || column != SD_QUOTA_APPROVED)
    return -1;

  for (guint i = 0; i < g_list_model_get_n_items (gauges); i++)
    {
      g_autoptr (SdGauge) gauge = g_list_model_get_item (gauges, i);

      if (g_str_has_prefix (sd_gauge_get_id (gauge), GAUGE_PREFIX) &&
          g_str_equal (sd_gauge_get_id (gauge) + strlen (GAUGE_PREFIX), type->name) &&
          sd_gauge_get_limit (gauge) >= 0)
        return (gint64) sd_gauge_get_limit (gauge);
    }

  return -1;
}

/* Overrides */

static void
sd_headcount_item_finalize (GObject *object)
{
  SdHeadcountItem *self = SD_HEADCOUNT_ITEM (object);

  g_clear_object (&self->plan);
  g_free (self->stage);

  G_OBJECT_CLASS (sd_headcount_item_parent_class)->finalize (object);
}

static char *
get_name (SdGridItem *item)
{
  SdHeadcountItem *self = SD_HEADCOUNT_ITEM (item);

  if (unit_of (self) != NULL)
    return g_strdup (sd_row_get_text (unit_of (self), SD_UNIT_NAME));
  if (self->kind != NULL)
    /* Translators: a kind of unit, and how many there are. */
    return g_strdup_printf (_ ("%s: %u"), sd_token_get_label (self->kind), count_units (self));

  return g_strdup (_ ("Sum"));
}

static char *
get_text (SdGridItem *item, guint place)
{
  const SdToken *type;
  guint column;
  gint64 value;

  if (!sd_headcount_place_get (place, &type, &column))
    return get_name (item);
  if (!get_value (SD_HEADCOUNT_ITEM (item), type, column, &value))
    return g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static SdGridEdit
get_edit (SdGridItem *item, guint place)
{
  const SdToken *type;
  guint column;

  return sd_headcount_place_get (place, &type, &column) && type != NULL &&
                 sd_grid_item_get_row (item) != NULL
             ? SD_GRID_EDIT_DIGITS
             : SD_GRID_EDIT_NONE;
}

static gboolean
set_text (SdGridItem *item, guint place, const char *text, GError **error)
{
  SdSession *session = sd_grid_item_get_session (item);
  SdRow *unit = sd_grid_item_get_row (item);
  g_auto (SdValue) value = SD_VALUE_INIT;
  const SdToken *type;
  guint column;

  sd_headcount_place_get (place, &type, &column);
  if (*text != '\0' &&
      !sd_field_parse (&sd_table_get (SD_TABLE_QUOTA)->columns[column], text, &value, error))
    return FALSE;

  sd_register_set_quota_async (sd_session_get_register (session), sd_row_get_plan_id (unit),
                               sd_row_get_id (unit), type->name, column,
                               value.type == SD_VALUE_INTEGER ? value.integer : -1, NULL,
                               sd_session_on_edited, g_object_ref (session));

  return TRUE;
}

static gboolean
paste (SdGridItem *item, guint place, const char *text, SdGridEdits *edits, GError **error)
{
  g_auto (SdValue) value = SD_VALUE_INIT;
  SdQuotaCell cell = { sd_row_get_id (sd_grid_item_get_row (item)), NULL, 0, -1 };
  const SdToken *type;

  sd_headcount_place_get (place, &type, &cell.column);
  cell.quota_type = type->name;
  if (*text != '\0' &&
      !sd_field_read (SD_HEADCOUNT_ITEM (item)->plan,
                      &sd_table_get (SD_TABLE_QUOTA)->columns[cell.column], text, &value, error))
    return FALSE;
  if (value.type == SD_VALUE_INTEGER)
    cell.headcount = value.integer;
  g_array_append_val (edits->quotas, cell);

  return TRUE;
}

/* A sum that has a limit shows it; above it, it says so by an arrow as well as by its colour. */
static void
show (SdGridItem *item, guint place, GtkLabel *label)
{
  SdHeadcountItem *self = SD_HEADCOUNT_ITEM (item);
  g_autofree char *text = get_text (item, place);
  g_autofree char *limited = NULL;
  gboolean sum = unit_of (self) == NULL, over = FALSE;
  gint64 value = g_ascii_strtoll (text, NULL, 10), limit = -1;
  const SdToken *type;
  guint column;

  if (sd_headcount_place_get (place, &type, &column))
    limit = limit_of (self, type, column);
  else
    gtk_widget_set_margin_start (GTK_WIDGET (label), sum ? 0 : 18);
  over = limit >= 0 && value > limit;
  if (limit >= 0)
    limited = g_strdup_printf ("%s%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, over ? "▲ " : "",
                               value, limit);
  sd_grid_item_show_text (label, limited != NULL ? limited : text);
  sd_grid_item_set_css_class (label, "total", sum);
  sd_grid_item_set_css_class (label, "over", over);
}

static gboolean
equal (SdGridItem *item, SdGridItem *other)
{
  SdHeadcountItem *a = SD_HEADCOUNT_ITEM (item), *b = SD_HEADCOUNT_ITEM (other);

  return a->plan == b->plan && unit_of (a) == unit_of (b) && a->kind == b->kind &&
         g_str_equal (a->stage, b->stage);
}

static SdSource *
get_source (SdGridItem *item, guint place)
{
  SdHeadcountItem *self = SD_HEADCOUNT_ITEM (item);
  const SdToken *type;
  guint column;

  if (!sd_headcount_place_get (place, &type, &column))
    return sd_source_of_units (sd_grid_item_get_session (item), self->kind);

  return sd_source_of_headcount (sd_grid_item_get_session (item), unit_of (self), self->kind, type,
                                 column);
}

static void
sd_headcount_item_class_init (SdHeadcountItemClass *klass)
{
  SdGridItemClass *item_class = SD_GRID_ITEM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_headcount_item_finalize;
  item_class->get_name = get_name;
  item_class->get_text = get_text;
  item_class->get_edit = get_edit;
  item_class->set_text = set_text;
  item_class->paste = paste;
  item_class->show = show;
  item_class->equal = equal;
  item_class->get_source = get_source;
}

static void
sd_headcount_item_init (SdHeadcountItem *self)
{
}

/* Public functions */

/**
 * sd_headcount_place_get:
 * @place: place of a column: the name, the two sums, then the types approved, and the types actual
 * @type: (out) (nullable): its type of quota; %NULL for the sum over all types
 * @column: (out): %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 *
 * Returns: whether the column holds figures
 */
gboolean
sd_headcount_place_get (guint place, const SdToken **type, guint *column)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);

  *type = NULL;
  *column = SD_QUOTA_APPROVED;
  if (place == 0)
    return FALSE;
  if (place <= 2)
    {
      *column = place == 1 ? SD_QUOTA_APPROVED : SD_QUOTA_ACTUAL;
      return TRUE;
    }

  g_return_val_if_fail (place - 3 < 2 * types->n_tokens, FALSE);
  *type = &types->tokens[(place - 3) % types->n_tokens];
  *column = place - 3 < types->n_tokens ? SD_QUOTA_APPROVED : SD_QUOTA_ACTUAL;

  return TRUE;
}

/**
 * sd_headcount_lines:
 * @session: a session
 *
 * Returns: (transfer container) (element-type SdHeadcountItem): the lines of its plan at its stage:
 *   the sum, and each kind with its units; none where there are no units
 */
GPtrArray *
sd_headcount_lines (SdSession *session)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  SdPlan *plan = sd_session_get_plan (session);
  SdRow *unit;

  for (guint i = 0; plan != NULL && i < kinds->n_tokens; i++)
    {
      guint before = lines->len;

      SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
        {
          if (!counts_in_kind (unit, sd_session_get_stage (session), &kinds->tokens[i]))
            continue;
          if (lines->len == before)
            g_ptr_array_add (lines, item_new (session, &kinds->tokens[i], NULL));
          g_ptr_array_add (lines, item_new (session, &kinds->tokens[i], unit));
        }
    }
  if (lines->len > 0)
    g_ptr_array_insert (lines, 0, item_new (session, NULL, NULL));

  return lines;
}
