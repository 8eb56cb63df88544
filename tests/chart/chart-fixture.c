/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include <pango/pangocairo.h>

SdRow *
put (SdPlan *plan, SdTableId table, const char *id, const char *parent, gint64 rank)
{
  g_autofree char *row_id = g_strconcat (GROUND, id, NULL);
  g_autofree char *parent_id = parent != NULL ? g_strconcat (GROUND, parent, NULL) : NULL;
  g_autoptr (SdRow) row = sd_row_new (table, sd_plan_get_id (plan), row_id, parent_id, rank);

  sd_row_set_put_row (SD_ROW_SET (plan), row);
  return row;
}

void
set_text (SdRow *row, guint column, const char *text)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

SdRow *
put_unit (SdPlan *plan, const char *id, gint64 rank, const char *kind, const char *name)
{
  SdRow *unit = put (plan, SD_TABLE_UNIT, id, NULL, rank);

  set_text (unit, SD_UNIT_NAME, name);
  set_text (unit, SD_UNIT_KIND, kind);
  set_text (unit, SD_UNIT_STAGE, "proposed");
  return unit;
}

void
put_quota (SdPlan *plan, const char *id, const char *unit, const char *type, gint64 approved)
{
  SdRow *quota = put (plan, SD_TABLE_QUOTA, id, unit, 0);

  set_text (quota, SD_QUOTA_TYPE, type);
  sd_row_set_value (quota, SD_QUOTA_APPROVED, &(SdValue) SD_VALUE_INIT_INTEGER (approved));
}

/* Three offices, the first with a plaque and headcount, and an enforcement body co-located with the
 * third. */
SdPlan *
make_plan (void)
{
  SdPlan *plan = sd_plan_new (GROUND "ff");
  SdRow *unit;

  put_unit (plan, "01", 0, "office", "经济发展局");
  put_unit (plan, "02", 1, "center", "便民服务中心");
  put_unit (plan, "03", 2, "office", "社会事务管理局");
  put_unit (plan, "04", 3, "office", "综合行政执法局");
  unit = put_unit (plan, "05", 4, "enforcement", "县综合行政执法局探沂执法中队");
  set_text (unit, SD_UNIT_CO_LOCATED_WITH, GROUND "04");
  set_text (put (plan, SD_TABLE_PLAQUE, "11", "01", 0), SD_PLAQUE_NAME, "财政局");
  put_quota (plan, "21", "01", "administrative", 9);
  put_quota (plan, "22", "03", "administrative", 3);

  return plan;
}

SdChart *
make_chart (SdPlan *plan, SdChartArrangement arrangement, double width)
{
  PangoContext *context;
  SdChart *chart;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  chart = sd_chart_new (plan, "proposed", context);
  sd_chart_set_arrangement (chart, arrangement);
  sd_chart_layout (chart, width);
  g_object_unref (context);
  return chart;
}
