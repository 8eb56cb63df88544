/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/flow.h"

#include <locale.h>
#include <pango/pangocairo.h>

#define GROUND "00000000-0000-4000-8000-0000000000"

enum
{
  ADMINISTRATIVE,
  INSTITUTIONAL,
  ENFORCEMENT,
  WORKER,
  OFF_QUOTA,
};

static SdRow *
put (SdPlan *plan, SdTableId table, const char *id, const char *parent, gint64 rank)
{
  g_autofree char *row_id = g_strconcat (GROUND, id, NULL);
  g_autofree char *parent_id = parent != NULL ? g_strconcat (GROUND, parent, NULL) : NULL;
  g_autoptr (SdRow) row = sd_row_new (table, sd_plan_get_id (plan), row_id, parent_id, rank);

  sd_row_set_put_row (SD_ROW_SET (plan), row);
  return row;
}

static void
set_text (SdRow *row, guint column, const char *text)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

static void
set_ref (SdRow *row, guint column, const char *id)
{
  g_autofree char *whole = g_strconcat (GROUND, id, NULL);

  set_text (row, column, whole);
}

static SdRow *
put_unit (SdPlan *plan, const char *id, const char *kind, const char *stage, const char *name)
{
  SdRow *unit =
      put (plan, SD_TABLE_UNIT, id, NULL, sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_UNIT));

  set_text (unit, SD_UNIT_NAME, name);
  set_text (unit, SD_UNIT_KIND, kind);
  set_text (unit, SD_UNIT_STAGE, stage);
  return unit;
}

static void
put_quota (SdPlan *plan, const char *id, const char *unit, const char *type, gint64 approved)
{
  SdRow *quota = put (plan, SD_TABLE_QUOTA, id, unit, 0);

  set_text (quota, SD_QUOTA_TYPE, type);
  sd_row_set_value (quota, SD_QUOTA_APPROVED, &(SdValue) SD_VALUE_INIT_INTEGER (approved));
}

static SdRow *
put_transfer (SdPlan *plan,
              const char *id,
              const char *from,
              const char *to,
              const char *type,
              gint64 headcount)
{
  SdRow *transfer = put (plan, SD_TABLE_TRANSFER, id, NULL,
                         sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_TRANSFER));

  set_ref (transfer, SD_TRANSFER_SOURCE, from);
  if (to != NULL)
    set_ref (transfer, SD_TRANSFER_TARGET, to);
  set_text (transfer, SD_TRANSFER_TYPE, type);
  sd_row_set_value (transfer, SD_TRANSFER_HEADCOUNT, &(SdValue) SD_VALUE_INIT_INTEGER (headcount));
  return transfer;
}

static void
drop (SdPlan *plan, SdTableId table, const char *id)
{
  g_autofree char *row_id = g_strconcat (GROUND, id, NULL);

  sd_row_set_drop_row (SD_ROW_SET (plan), sd_row_set_get_row (SD_ROW_SET (plan), table, row_id));
}

/* Two current units of 20 and 12, three proposed ones of 15, 9 and 5, the last with a body
 * co-located with it. Of the 20, 15 and 3 move; of the 12, 9, and 1 is said to have no place. */
static SdPlan *
make_plan (void)
{
  SdPlan *plan = sd_plan_new (GROUND "ff");
  SdRow *unit;

  put_unit (plan, "01", "leading", "current", "探沂镇党委");
  put_unit (plan, "02", "office", "current", "党政综合办公室");
  put_unit (plan, "03", "center", "current", "农业服务站");
  put_unit (plan, "11", "leading", "proposed", "探沂镇党委");
  put_unit (plan, "12", "center", "proposed", "农业服务中心");
  put_unit (plan, "13", "office", "proposed", "党政办公室");
  put_unit (plan, "14", "enforcement", "proposed", "综合行政执法局");
  unit = put_unit (plan, "15", "enforcement", "proposed", "县综合行政执法局探沂执法中队");
  set_ref (unit, SD_UNIT_CO_LOCATED_WITH, "14");
  put_quota (plan, "21", "02", "administrative", 20);
  put_quota (plan, "22", "03", "institutional", 12);
  put_quota (plan, "23", "13", "administrative", 15);
  put_quota (plan, "24", "12", "institutional", 9);
  put_quota (plan, "25", "14", "administrative", 5);
  put_quota (plan, "26", "15", "administrative", 40);
  put_transfer (plan, "31", "02", "13", "administrative", 15);
  put_transfer (plan, "32", "02", "15", "administrative", 3);
  put_transfer (plan, "33", "03", "12", "institutional", 9);
  put_transfer (plan, "34", "03", NULL, "institutional", 1);

  return plan;
}

static SdFlow *
make_flow (SdPlan *plan, double width, double height)
{
  PangoContext *context;
  SdFlow *flow;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  flow = sd_flow_new (plan, context);
  sd_flow_layout (flow, width, height);
  g_object_unref (context);
  return flow;
}

static const SdFlowNode *
node (SdFlow *flow, SdFlowSide side, const char *id)
{
  g_autofree char *unit_id = id != NULL ? g_strconcat (GROUND, id, NULL) : NULL;

  return sd_flow_find_unit (flow, side, unit_id);
}

static gint64
between (SdFlow *flow, const char *from, const char *to)
{
  gint64 sum = 0;

  for (guint i = 0; i < sd_flow_get_n_ribbons (flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (flow, i);

      if (ribbon->from == node (flow, SD_FLOW_CURRENT, from) &&
          ribbon->to == node (flow, SD_FLOW_PROPOSED, to))
        sum += ribbon->headcount;
    }

  return sum;
}

static void
test_ribbons (void)
{
  static const struct
  {
    const char *from, *to;
    gint64 headcount;
  } cases[] = {
    { "02", "13", 15 }, { "02", "14", 3 }, { "02", "12", 0 }, { "02", NULL, 2 },
    { "03", "12", 9 },  { "03", NULL, 3 }, { NULL, "14", 2 }, { NULL, "13", 0 },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = make_flow (plan, 900, 600);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (between (flow, cases[i].from, cases[i].to), ==, cases[i].headcount);
  /* Four transfers, two rests on the left and one on the right. */
  g_assert_cmpuint (sd_flow_get_n_ribbons (flow), ==, 7);
  /* The leading bodies have nobody, and who is co-located is in its host. */
  g_assert_cmpuint (sd_flow_get_n_nodes (flow), ==, 7);
  g_assert_null (node (flow, SD_FLOW_PROPOSED, "15"));
  g_assert_null (node (flow, SD_FLOW_PROPOSED, "02"));
}

static void
assert_closing (SdFlow *flow, guint type, SdFlowClosing expected)
{
  SdFlowClosing closing;

  sd_flow_get_closing (flow, type, &closing);
  g_assert_cmpint (closing.held, ==, expected.held);
  g_assert_cmpint (closing.placed, ==, expected.placed);
  g_assert_cmpint (closing.unplaced, ==, expected.unplaced);
  g_assert_cmpint (closing.overdrawn, ==, expected.overdrawn);
  g_assert_cmpint (closing.offered, ==, expected.offered);
  g_assert_cmpint (closing.open, ==, expected.open);
  g_assert_cmpint (closing.crowded, ==, expected.crowded);
}

static void
test_closing (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = make_flow (plan, 900, 600);

  assert_closing (
      flow, ADMINISTRATIVE,
      (SdFlowClosing){ .held = 20, .placed = 18, .unplaced = 2, .offered = 20, .open = 2 });
  assert_closing (flow, INSTITUTIONAL,
                  (SdFlowClosing){ .held = 12, .placed = 9, .unplaced = 3, .offered = 9 });
  assert_closing (flow, WORKER, (SdFlowClosing){ 0 });
  g_assert_false (sd_flow_is_closed (flow));

  /* Too many are taken from one unit and brought to another. */
  put_transfer (plan, "35", "02", "13", "administrative", 4);
  sd_flow_layout (flow, 900, 600);
  assert_closing (
      flow, ADMINISTRATIVE,
      (SdFlowClosing){
          .held = 20, .placed = 22, .overdrawn = 2, .offered = 20, .open = 2, .crowded = 4 });
  g_assert_false (sd_flow_is_closed (flow));
}

static void
test_closes_to_zero (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = NULL;

  put_transfer (plan, "35", "02", "14", "administrative", 2);
  drop (plan, SD_TABLE_TRANSFER, "34");
  drop (plan, SD_TABLE_QUOTA, "24");
  put_quota (plan, "24", "12", "institutional", 12);
  put_transfer (plan, "36", "03", "12", "institutional", 3);
  flow = make_flow (plan, 900, 600);
  g_assert_true (sd_flow_is_closed (flow));
  g_assert_null (node (flow, SD_FLOW_PROPOSED, NULL));
  g_assert_null (node (flow, SD_FLOW_CURRENT, NULL));

  /* People outside the quota need no transfer. */
  put_quota (plan, "27", "03", "off-quota", 4);
  sd_flow_layout (flow, 900, 600);
  assert_closing (flow, OFF_QUOTA, (SdFlowClosing){ .held = 4, .unplaced = 4 });
  g_assert_true (sd_flow_is_closed (flow));

  /* Three too few in the one unit are nobody's fault, three too many are. */
  drop (plan, SD_TABLE_QUOTA, "24");
  put_quota (plan, "24", "12", "institutional", 15);
  sd_flow_layout (flow, 900, 600);
  g_assert_true (sd_flow_is_closed (flow));
  drop (plan, SD_TABLE_QUOTA, "24");
  put_quota (plan, "24", "12", "institutional", 9);
  sd_flow_layout (flow, 900, 600);
  g_assert_false (sd_flow_is_closed (flow));
  drop (plan, SD_TABLE_QUOTA, "24");
  put_quota (plan, "24", "12", "institutional", 12);
  drop (plan, SD_TABLE_QUOTA, "21");
  put_quota (plan, "21", "02", "administrative", 19);
  sd_flow_layout (flow, 900, 600);
  g_assert_false (sd_flow_is_closed (flow));
}

static void
test_widths_are_to_scale (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = make_flow (plan, 900, 600);
  const double scale = node (flow, SD_FLOW_CURRENT, "02")->bar.height / 20;

  for (guint i = 0; i < sd_flow_get_n_ribbons (flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (flow, i);

      g_assert_cmpfloat_with_epsilon (ribbon->width, scale * ribbon->headcount, 0.001);
    }
  for (guint i = 0; i < sd_flow_get_n_nodes (flow); i++)
    {
      const SdFlowNode *each = sd_flow_get_node (flow, i);

      g_assert_cmpfloat_with_epsilon (each->bar.height, scale * sd_flow_node_total (each), 3);
    }
}

static void
test_parallel (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  SdRow *one = put_transfer (plan, "e1", "02", "12", "administrative", 1);
  g_autoptr (SdFlow) flow = make_flow (plan, 900, 600);
  guint i;

  put_transfer (plan, "e2", "02", "12", "administrative", 1);
  sd_flow_layout (flow, 900, 600);
  for (i = 0; sd_flow_get_ribbon (flow, i)->transfer != one; i++);
  g_assert_cmpfloat (sd_flow_get_ribbon (flow, i + 1)->y1 - sd_flow_get_ribbon (flow, i)->y1, >,
                     sd_flow_get_ribbon (flow, i)->width + 1);
}

/* Whatever the room, nodes of a side keep apart, and ribbons stay at the bars they join and apart
 * from each other there. */
static void
test_geometry (void)
{
  static const double sizes[][2] = { { 200, 100 }, { 476, 500 }, { 900, 600 }, { 3000, 4000 } };
  g_autoptr (SdPlan) plan = make_plan ();

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (SdFlow) flow = make_flow (plan, sizes[s][0], sizes[s][1]);

      g_assert_cmpfloat (sd_flow_get_height (flow), >=, sizes[s][1]);
      for (guint i = 0; i < sd_flow_get_n_nodes (flow); i++)
        {
          const SdFlowNode *each = sd_flow_get_node (flow, i);
          const SdFlowNode *above = i > 0 ? sd_flow_get_node (flow, i - 1) : NULL;

          g_assert_cmpfloat (each->bar.y, >=, each->slot.y);
          g_assert_cmpfloat (each->bar.y + each->bar.height, <=, each->slot.y + each->slot.height);
          g_assert_cmpfloat (each->slot.y + each->slot.height, <=, sd_flow_get_height (flow));
          if (above != NULL && above->side == each->side)
            g_assert_cmpfloat (above->slot.y + above->slot.height, <=, each->slot.y + 0.001);
        }
      for (guint i = 0; i < sd_flow_get_n_ribbons (flow); i++)
        {
          const SdFlowRibbon *each = sd_flow_get_ribbon (flow, i);

          g_assert_cmpfloat (each->y1, >=, each->from->bar.y - 0.001);
          g_assert_cmpfloat (each->y1 + each->width, <=,
                             each->from->bar.y + each->from->bar.height + 0.001);
          g_assert_cmpfloat (each->y2, >=, each->to->bar.y - 0.001);
          g_assert_cmpfloat (each->y2 + each->width, <=,
                             each->to->bar.y + each->to->bar.height + 0.001);
          for (guint j = 0; j < i; j++)
            {
              const SdFlowRibbon *other = sd_flow_get_ribbon (flow, j);

              if (other->from == each->from)
                g_assert_cmpfloat (other->y1 + other->width, <=, each->y1 + 0.001);
              if (other->to == each->to)
                g_assert_cmpfloat (other->y2 + other->width, <=, each->y2 + 0.001);
            }
        }
    }
}

static void
test_order (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = make_flow (plan, 900, 600);

  /* The plan has the center first, but it takes people from the lower of the two. */
  g_assert_cmpuint (node (flow, SD_FLOW_CURRENT, "02")->place, ==, 0);
  g_assert_cmpuint (node (flow, SD_FLOW_CURRENT, "03")->place, ==, 1);
  g_assert_cmpuint (node (flow, SD_FLOW_CURRENT, NULL)->place, ==, 2);
  g_assert_cmpuint (node (flow, SD_FLOW_PROPOSED, "13")->place, ==, 0);
  g_assert_cmpuint (node (flow, SD_FLOW_PROPOSED, "14")->place, ==, 1);
  g_assert_cmpuint (node (flow, SD_FLOW_PROPOSED, "12")->place, ==, 2);
  g_assert_cmpuint (node (flow, SD_FLOW_PROPOSED, NULL)->place, ==, 3);

  /* Without transfers the order of the plan stands. */
  drop (plan, SD_TABLE_TRANSFER, "31");
  drop (plan, SD_TABLE_TRANSFER, "32");
  drop (plan, SD_TABLE_TRANSFER, "33");
  drop (plan, SD_TABLE_TRANSFER, "34");
  sd_flow_layout (flow, 900, 600);
  g_assert_cmpuint (node (flow, SD_FLOW_PROPOSED, "12")->place, ==, 0);
  g_assert_cmpuint (node (flow, SD_FLOW_PROPOSED, "13")->place, ==, 1);
  g_assert_cmpuint (node (flow, SD_FLOW_PROPOSED, "14")->place, ==, 2);
}

static void
test_hits (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = make_flow (plan, 900, 600);

  for (guint i = 0; i < sd_flow_get_n_nodes (flow); i++)
    {
      const SdFlowNode *each = sd_flow_get_node (flow, i);

      g_assert_true (sd_flow_node_at (flow, each->bar.x + 1, each->bar.y + 1) == each);
      g_assert_true (sd_flow_node_at (flow, each->name_at.x + 1, each->name_at.y + 1) == each);
    }
  for (guint i = 0; i < sd_flow_get_n_ribbons (flow); i++)
    {
      const SdFlowRibbon *each = sd_flow_get_ribbon (flow, i);

      g_assert_true (sd_flow_ribbon_at (flow, each->x1 + 0.5, each->y1 + each->width / 2) == each);
      g_assert_true (sd_flow_ribbon_at (flow, each->x2 - 0.5, each->y2 + each->width / 2) == each);
    }
  g_assert_null (sd_flow_ribbon_at (flow, 0, 0));
  g_assert_null (sd_flow_ribbon_at (flow, 450, 0));
  g_assert_null (sd_flow_node_at (flow, 450, 300));
}

static void
test_edge (void)
{
  const SdFlowRibbon ribbon = { .x1 = 100, .y1 = 10, .x2 = 300, .y2 = 90, .width = 5 };

  g_assert_cmpfloat (sd_flow_ribbon_edge (&ribbon, 0), ==, 10);
  g_assert_cmpfloat (sd_flow_ribbon_edge (&ribbon, 100), ==, 10);
  g_assert_cmpfloat_with_epsilon (sd_flow_ribbon_edge (&ribbon, 200), 50, 0.001);
  g_assert_cmpfloat_with_epsilon (sd_flow_ribbon_edge (&ribbon, 150), 10 + 80 * 0.15625, 0.001);
  g_assert_cmpfloat (sd_flow_ribbon_edge (&ribbon, 300), ==, 90);
  g_assert_cmpfloat (sd_flow_ribbon_edge (&ribbon, 999), ==, 90);
}

/* A new office is there to take people before its headcount is set; a leading body is not. */
static void
test_new_units_are_shown (void)
{
  g_autoptr (SdPlan) plan = sd_plan_new (GROUND "ff");
  g_autoptr (SdFlow) flow = NULL;

  put_unit (plan, "01", "office", "current", "党政综合办公室");
  put_unit (plan, "02", "office", "proposed", "党政办公室");
  put_unit (plan, "03", "leading", "proposed", "探沂镇党委");
  flow = make_flow (plan, 900, 600);
  g_assert_cmpuint (sd_flow_get_n_nodes (flow), ==, 1);
  g_assert_nonnull (node (flow, SD_FLOW_PROPOSED, "02"));
}

/* Who is sent to a unit on the bench has no place yet, and neither side has too many. */
static void
test_bench (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = NULL;

  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "13"), SD_UNIT_STAGE,
            "bench");
  flow = make_flow (plan, 900, 600);
  g_assert_cmpint (between (flow, "02", "13"), ==, 15);
  g_assert_true (sd_flow_node_waits (node (flow, SD_FLOW_PROPOSED, "13")));
  g_assert_false (sd_flow_node_waits (node (flow, SD_FLOW_PROPOSED, "14")));
  assert_closing (
      flow, ADMINISTRATIVE,
      (SdFlowClosing){ .held = 20, .placed = 3, .unplaced = 17, .offered = 5, .open = 2 });
}

/* Rows may be wrong in every way that a file can be. */
static void
test_broken_plans (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdFlow) flow = NULL;

  set_ref (put_unit (plan, "16", "office", "proposed", "甲"), SD_UNIT_CO_LOCATED_WITH, "17");
  set_ref (put_unit (plan, "17", "office", "proposed", "乙"), SD_UNIT_CO_LOCATED_WITH, "16");
  put_transfer (plan, "35", "99", "13", "administrative", 4); /* from nowhere */
  put_transfer (plan, "36", "02", "16", "administrative", 1); /* into a circle */
  put_transfer (plan, "37", "13", "02", "administrative", 1); /* back in time */
  put_transfer (plan, "38", "02", "13", "no such type", 1);
  put_transfer (plan, "39", "02", "98", "administrative", 0); /* nobody to nowhere */
  put_transfer (plan, "3a", "03", "12", "institutional", G_MAXINT32);
  put (plan, SD_TABLE_UNIT, "18", NULL, 99);
  flow = make_flow (plan, 900, 600);

  g_assert_cmpfloat (sd_flow_get_height (flow), <, 30000);
  g_assert_cmpint (between (flow, "02", "17") + between (flow, "02", "16"), ==, 1);
  g_assert_cmpint (between (flow, "13", "02"), ==, 1);
  g_assert_false (sd_flow_is_closed (flow));
}

static void
test_empty_plan (void)
{
  g_autoptr (SdPlan) plan = sd_plan_new (GROUND "ff");
  g_autoptr (SdFlow) flow = make_flow (plan, 900, 600);

  g_assert_cmpuint (sd_flow_get_n_nodes (flow), ==, 0);
  g_assert_cmpuint (sd_flow_get_n_ribbons (flow), ==, 0);
  g_assert_cmpfloat (sd_flow_get_height (flow), ==, 600);
  g_assert_true (sd_flow_is_closed (flow));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow/ribbons", test_ribbons);
  g_test_add_func ("/flow/closing", test_closing);
  g_test_add_func ("/flow/closes-to-zero", test_closes_to_zero);
  g_test_add_func ("/flow/widths-are-to-scale", test_widths_are_to_scale);
  g_test_add_func ("/flow/parallel", test_parallel);
  g_test_add_func ("/flow/geometry", test_geometry);
  g_test_add_func ("/flow/order", test_order);
  g_test_add_func ("/flow/hits", test_hits);
  g_test_add_func ("/flow/edge", test_edge);
  g_test_add_func ("/flow/new-units-are-shown", test_new_units_are_shown);
  g_test_add_func ("/flow/bench", test_bench);
  g_test_add_func ("/flow/broken-plans", test_broken_plans);
  g_test_add_func ("/flow/empty-plan", test_empty_plan);

  return g_test_run ();
}
