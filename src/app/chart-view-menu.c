/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include "settings.h"

#include <glib/gi18n-lib.h>

/* The menu of a unit: what can be done to it where it stands. */

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static void
append_rows (GMenu *menu, GPtrArray *rows, guint name, const char *label, const char *action)
{
  GMenu *names = g_menu_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (sd_row_get_text (rows->pdata[i], name), NULL);

      g_menu_item_set_action_and_target (item, action, "s", sd_row_get_id (rows->pdata[i]));
      g_menu_append_item (names, item);
    }
  append_submenu (menu, label, names);
}

/* What is there, as it is. */
static GMenu *
make_body (SdChartView *self, SdRow *unit)
{
  GMenu *menu = g_menu_new ();
  GMenu *level = g_menu_new ();
  g_autoptr (GPtrArray) plaques =
      sd_row_set_get_children (SD_ROW_SET (self->plan), SD_TABLE_PLAQUE, sd_row_get_id (unit));
  g_autoptr (GPtrArray) posts =
      sd_row_set_get_children (SD_ROW_SET (self->plan), SD_TABLE_POST, sd_row_get_id (unit));

  g_menu_append (menu, _ ("Rename…"), "chart.rename");
  g_menu_append (level, _ ("Raise by a Step"), "chart.raise");
  g_menu_append (level, _ ("Lower by a Step"), "chart.lower");
  append_submenu (menu, _ ("Rank"), level);
  g_menu_append (menu, _ ("Hang a Plaque…"), "chart.hang-plaque");
  if (plaques->len > 0)
    {
      append_rows (menu, plaques, SD_PLAQUE_NAME, _ ("Hang Elsewhere"), "chart.give-plaque");
      append_rows (menu, plaques, SD_PLAQUE_NAME, _ ("Take a Plaque Off"), "chart.take-plaque");
    }
  if (posts->len > 0)
    append_rows (menu, posts, SD_POST_TITLE, _ ("Move a Post"), "win.give-post");
  if (posts->len > 0 && sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
    append_rows (menu, posts, SD_POST_TITLE, _ ("Put a Post on the Bench"), "win.bench-post");

  return menu;
}

/* What makes other units of it. */
static GMenu *
make_structure (SdChartView *self, SdRow *unit)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) dispatches =
      sd_row_set_get_children (SD_ROW_SET (self->plan), SD_TABLE_DISPATCH, sd_row_get_id (unit));

  g_menu_append (menu, _ ("Merge into…"), "chart.merge");
  g_menu_append (menu, _ ("Split…"), "chart.split");
  if (sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH))
    g_menu_append (menu, _ ("Separate"), "chart.separate");
  else
    g_menu_append (menu, _ ("Co-locate with…"), "chart.co-locate");
  if (dispatches->len > 0 || sd_row_is (unit, SD_UNIT_KIND, "dispatched"))
    g_menu_append (menu, _ ("Hand Over to the Town"), "chart.hand-over");

  return menu;
}

static void
append_fate (GMenu *menu, const char *label, const char *fate)
{
  g_autofree char *present = sd_settings_get_text ("structure", "below");
  g_autofree char *marked = NULL;
  g_autoptr (GMenuItem) item = NULL;

  /* Translators: the choice that holds now, in a menu. */
  marked = g_strcmp0 (present, fate) == 0 ? g_strdup_printf (_ ("%s ✓"), label) : g_strdup (label);
  item = g_menu_item_new (marked, NULL);
  g_menu_item_set_action_and_target (item, "chart.below", "s", fate);
  g_menu_append_item (menu, item);
}

static GMenu *
make_moves (SdChartView *self, SdRow *unit)
{
  GMenu *menu = g_menu_new ();
  GMenu *order = g_menu_new ();
  GMenu *below = g_menu_new ();

  g_menu_append (menu, _ ("Move to…"), "chart.carry");
  g_menu_append (order, _ ("Move Forward"), "chart.move((-1,0))");
  g_menu_append (order, _ ("Move Back"), "chart.move((1,0))");
  g_menu_append (order, _ ("To the Lane Above"), "chart.move((0,-1))");
  g_menu_append (order, _ ("To the Lane Below"), "chart.move((0,1))");
  append_submenu (menu, _ ("Order"), order);
  if (sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
    g_menu_append (menu, _ ("To the Bench"), "chart.bench");
  append_fate (below, _ ("They Go Along"), "along");
  append_fate (below, _ ("To the Unit Above"), "superior");
  append_fate (below, _ ("To the Bench"), "bench");
  append_fate (below, _ ("Ask Me"), "ask");
  append_submenu (menu, _ ("Units Below"), below);

  return menu;
}

static void
append_show_in_document (GMenu *menu, SdRow *unit)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Show in the Document"), NULL);

  g_menu_item_set_action_and_target (item, "win.show-in-document", "s", sd_row_get_id (unit));
  g_menu_append_item (menu, item);
}

static GMenu *
make_end (SdRow *unit)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Where the Numbers Come From"), "win.explain");
  append_show_in_document (menu, unit);
  if (sd_row_is (unit, SD_UNIT_STAGE, "current"))
    g_menu_append (menu, _ ("Take into the Proposed Structure"), "chart.copy");
  g_menu_append (menu, sd_row_is (unit, SD_UNIT_STAGE, "proposed") ? _ ("Abolish…") : _ ("Delete"),
                 "chart.delete");

  return menu;
}

/*
 * sd_chart_view_make_menu:
 * @self: a chart view
 * @unit: a unit on it
 *
 * Returns: (transfer full): what can be done to it
 */
GMenuModel *
sd_chart_view_make_menu (SdChartView *self, SdRow *unit)
{
  GMenu *menu = g_menu_new ();

  append_section (menu, make_body (self, unit));
  append_section (menu, make_structure (self, unit));
  append_section (menu, make_moves (self, unit));
  append_section (menu, make_end (unit));

  return G_MENU_MODEL (menu);
}
