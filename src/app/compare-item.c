/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-item.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"
#include "flow-edit.h"

struct _SdCompareItem
{
  SdGridItem parent_instance;

  /* Owned */
  SdRow *from; /* NULL in the sum, and where nobody comes from */
  SdRow *to;   /* NULL in the sum, and where there is no place */

  gint64 headcount[SD_FLOW_N_TYPES];
};

G_DEFINE_FINAL_TYPE (SdCompareItem, sd_compare_item, SD_TYPE_GRID_ITEM)

/* Helpers */

static gboolean
is_sum (SdCompareItem *self)
{
  return self->from == NULL && self->to == NULL;
}

static SdCompareItem *
item_new (SdSession *session, SdRow *from, SdRow *to)
{
  SdCompareItem *self = g_object_new (SD_TYPE_COMPARE_ITEM, NULL);

  sd_grid_item_attach (SD_GRID_ITEM (self), session, to != NULL ? to : from);
  g_set_object (&self->from, from);
  g_set_object (&self->to, to);

  return self;
}

static gint64
total (SdCompareItem *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < SD_FLOW_N_TYPES; i++)
    sum += self->headcount[i];

  return sum;
}

static char *
figure (gint64 value)
{
  return value != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("");
}

/* Overrides */

static void
sd_compare_item_finalize (GObject *object)
{
  SdCompareItem *self = SD_COMPARE_ITEM (object);

  g_clear_object (&self->from);
  g_clear_object (&self->to);

  G_OBJECT_CLASS (sd_compare_item_parent_class)->finalize (object);
}

static char *
get_text (SdGridItem *item, guint place)
{
  SdCompareItem *self = SD_COMPARE_ITEM (item);

  if (place == SD_COMPARE_CURRENT && is_sum (self))
    return g_strdup (_ ("Sum"));
  if (place == SD_COMPARE_CURRENT)
    return g_strdup (self->from != NULL ? sd_row_get_text (self->from, SD_UNIT_NAME)
                                        : _ ("Nobody yet"));
  if (place == SD_COMPARE_PROPOSED && is_sum (self))
    return g_strdup ("");
  if (place == SD_COMPARE_PROPOSED)
    return g_strdup (self->to != NULL ? sd_row_get_text (self->to, SD_UNIT_NAME)
                                      : _ ("⚠ Without a place"));
  if (place == SD_COMPARE_SUM)
    return figure (total (self));

  return figure (self->headcount[place - SD_COMPARE_SUM - 1]);
}

static char *
get_name (SdGridItem *item)
{
  g_autofree char *from = get_text (item, SD_COMPARE_CURRENT);
  g_autofree char *to = get_text (item, SD_COMPARE_PROPOSED);

  return g_strdup_printf ("%s → %s", from, to);
}

static void
show (SdGridItem *item, guint place, GtkLabel *label)
{
  SdCompareItem *self = SD_COMPARE_ITEM (item);
  gboolean open = !is_sum (self) && self->to == NULL;

  SD_GRID_ITEM_CLASS (sd_compare_item_parent_class)->show (item, place, label);
  sd_grid_item_set_css_class (label, "total", is_sum (self));
  sd_grid_item_set_css_class (label, "over", open);
}

static gboolean
equal (SdGridItem *item, SdGridItem *other)
{
  SdCompareItem *a = SD_COMPARE_ITEM (item), *b = SD_COMPARE_ITEM (other);

  return a->from == b->from && a->to == b->to &&
         memcmp (a->headcount, b->headcount, sizeof a->headcount) == 0;
}

static int
compare (SdGridItem *item, SdGridItem *other, guint place)
{
  SdCompareItem *a = SD_COMPARE_ITEM (item), *b = SD_COMPARE_ITEM (other);
  gint64 x, y;

  if (place <= SD_COMPARE_PROPOSED)
    return SD_GRID_ITEM_CLASS (sd_compare_item_parent_class)->compare (item, other, place);

  x = place == SD_COMPARE_SUM ? total (a) : a->headcount[place - SD_COMPARE_SUM - 1];
  y = place == SD_COMPARE_SUM ? total (b) : b->headcount[place - SD_COMPARE_SUM - 1];

  return (x > y) - (x < y);
}

/* The transfer of a type between the two units; of several the last. */
static SdRow *
find_transfer (SdCompareItem *self, guint type, guint *n)
{
  SdPlan *plan = sd_session_get_plan (sd_grid_item_get_session (SD_GRID_ITEM (self)));
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  SdRow *transfer, *found = NULL;

  *n = 0;
  SD_FOREACH_ROW (transfer, plan, SD_TABLE_TRANSFER)
    if (sd_row_is (transfer, SD_TRANSFER_SOURCE, sd_row_get_id (self->from)) &&
        sd_row_is (transfer, SD_TRANSFER_TARGET, sd_row_get_id (self->to)) &&
        sd_row_is (transfer, SD_TRANSFER_TYPE, types->tokens[type].name))
      {
        found = transfer;
        (*n)++;
      }

  return found;
}

/* Sums, and what is without a place, follow from the others. */
static SdGridEdit
get_edit (SdGridItem *item, guint place)
{
  SdCompareItem *self = SD_COMPARE_ITEM (item);

  return place > SD_COMPARE_SUM && self->from != NULL && self->to != NULL ? SD_GRID_EDIT_DIGITS
                                                                          : SD_GRID_EDIT_NONE;
}

/* None are moved where nothing is entered. Of several transfers it is not said which changes. */
static gboolean
set_text (SdGridItem *item, guint place, const char *text, GError **error)
{
  SdCompareItem *self = SD_COMPARE_ITEM (item);
  SdSession *session = sd_grid_item_get_session (item);
  const guint type = place - SD_COMPARE_SUM - 1;
  g_auto (SdValue) value = SD_VALUE_INIT;
  SdRow *transfer;
  guint n;

  if (*text != '\0' &&
      !sd_field_parse (&sd_table_get (SD_TABLE_TRANSFER)->columns[SD_TRANSFER_HEADCOUNT], text,
                       &value, error))
    return FALSE;

  transfer = find_transfer (self, type, &n);
  if (n > 1)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                   ngettext ("%u transfer makes up this number; change it on the page Flow.",
                             "%u transfers make up this number; change each on the page Flow.", n),
                   n);
      return FALSE;
    }
  if (value.type != SD_VALUE_INTEGER || value.integer == 0)
    {
      if (transfer != NULL)
        sd_flow_delete_transfer (session, transfer);
    }
  else if (transfer != NULL)
    sd_flow_set_headcount (session, transfer, value.integer);
  else
    sd_flow_place_people (session, self->from, self->to,
                          sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->tokens[type].name,
                          value.integer);

  return TRUE;
}

static SdSource *
get_source (SdGridItem *item, guint place)
{
  SdCompareItem *self = SD_COMPARE_ITEM (item);
  guint n = 0;
  SdRow *transfer = place > SD_COMPARE_SUM && self->from != NULL && self->to != NULL
                        ? find_transfer (self, place - SD_COMPARE_SUM - 1, &n)
                        : NULL;

  return transfer != NULL
             ? sd_source_of_value (sd_grid_item_get_session (item), transfer, SD_TRANSFER_HEADCOUNT)
             : NULL;
}

static void
sd_compare_item_class_init (SdCompareItemClass *klass)
{
  SdGridItemClass *item_class = SD_GRID_ITEM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_compare_item_finalize;
  item_class->get_name = get_name;
  item_class->get_text = get_text;
  item_class->show = show;
  item_class->get_edit = get_edit;
  item_class->set_text = set_text;
  item_class->get_source = get_source;
  item_class->equal = equal;
  item_class->compare = compare;
}

static void
sd_compare_item_init (SdCompareItem *self)
{
}

/* Lines */

static SdCompareItem *
find_line (GPtrArray *lines, SdRow *from, SdRow *to)
{
  for (guint i = 0; i < lines->len; i++)
    if (SD_COMPARE_ITEM (lines->pdata[i])->from == from &&
        SD_COMPARE_ITEM (lines->pdata[i])->to == to)
      return lines->pdata[i];

  return NULL;
}

/* Units as they stand in the flow; what is without a place goes last of its unit, and what nobody
 * comes from last of all. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer flow)
{
  SdCompareItem *const items[] = { *(SdCompareItem **) a, *(SdCompareItem **) b };
  guint places[2][2];

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      {
        SdRow *unit = j == 0 ? items[i]->from : items[i]->to;
        const SdFlowNode *node =
            unit != NULL ? sd_flow_find_unit (flow, j == 0 ? SD_FLOW_CURRENT : SD_FLOW_PROPOSED,
                                              sd_row_get_id (unit))
                         : NULL;

        places[i][j] = node != NULL ? node->place : G_MAXUINT;
      }
  if (places[0][0] != places[1][0])
    return places[0][0] < places[1][0] ? -1 : 1;

  return (places[0][1] > places[1][1]) - (places[0][1] < places[1][1]);
}

/**
 * sd_compare_lines:
 * @session: a session with a plan
 * @flow: its flow
 *
 * Returns: (transfer container) (element-type SdCompareItem): the sum over all that there are now,
 *   and below it a line for each pair of units that people go between; none where there are no
 *   people
 */
GPtrArray *
sd_compare_lines (SdSession *session, SdFlow *flow)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  SdCompareItem *sum;

  for (guint i = 0; i < sd_flow_get_n_ribbons (flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (flow, i);
      SdCompareItem *line = find_line (lines, ribbon->from->unit, ribbon->to->unit);

      if (line == NULL)
        {
          line = item_new (session, ribbon->from->unit, ribbon->to->unit);
          g_ptr_array_add (lines, line);
        }
      line->headcount[ribbon->type] += ribbon->headcount;
    }
  if (lines->len == 0)
    return lines;

  g_ptr_array_sort_with_data (lines, compare_places, flow);
  sum = item_new (session, NULL, NULL);
  for (guint i = 0; i < lines->len; i++)
    for (guint type = 0; SD_COMPARE_ITEM (lines->pdata[i])->from != NULL && type < SD_FLOW_N_TYPES;
         type++)
      sum->headcount[type] += SD_COMPARE_ITEM (lines->pdata[i])->headcount[type];
  g_ptr_array_insert (lines, 0, sum);

  return lines;
}
