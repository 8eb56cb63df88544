/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-text.h"

#include <glib/gi18n-lib.h>

static const char *
type_label (guint type)
{
  return sd_token_get_label (&sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->tokens[type]);
}

static gboolean
is_off_quota (guint type)
{
  return g_str_equal (sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->tokens[type].name,
                      "off-quota");
}

/**
 * sd_flow_counts_to_text:
 * @counts: headcount by type
 *
 * Returns: (transfer full): those that are not zero, such as “Administrative 2 · Worker 1”
 */
char *
sd_flow_counts_to_text (const gint64 counts[SD_FLOW_N_TYPES])
{
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    if (counts[t] != 0)
      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, text->len > 0 ? " · " : "",
                              type_label (t), counts[t]);

  return g_string_free (text, FALSE);
}

/**
 * sd_flow_node_get_name:
 * @node: a node
 *
 * Returns: (transfer none): its name as the picture has it
 */
const char *
sd_flow_node_get_name (const SdFlowNode *node)
{
  return pango_layout_get_text (node->name);
}

static void
describe_type (GString *text, const SdFlowNode *node, guint type)
{
  const gint64 held = node->held[type], moved = node->moved[type];
  g_autofree char *difference = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (held - moved));

  if (held == 0 && moved == 0)
    return;

  g_string_append_printf (text, "\n%s %" G_GINT64_FORMAT, type_label (type), held);
  if (node->unit == NULL || held == moved)
    return;
  g_string_append (text, " · ");
  if (moved > held)
    /* Translators: so many more people are moved out of a unit or into it than it has. */
    g_string_append_printf (text, _ ("%s too many"), difference);
  else if (node->side == SD_FLOW_CURRENT)
    /* Translators: so many people of a unit have no place yet. */
    g_string_append_printf (text, _ ("%s without a place"), difference);
  else
    /* Translators: so many places of a unit nobody fills yet. */
    g_string_append_printf (text, _ ("%s open"), difference);
}

/**
 * sd_flow_node_describe:
 * @node: a node
 *
 * Returns: (transfer full): its structure, and a line on each type of quota it has
 */
char *
sd_flow_node_describe (const SdFlowNode *node)
{
  GString *text = g_string_new (node->side == SD_FLOW_CURRENT ? _ ("Current structure")
                                : sd_flow_node_waits (node)   ? _ ("Not yet placed")
                                                              : _ ("Proposed structure"));

  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    describe_type (text, node, t);

  return g_string_free (text, FALSE);
}

/**
 * sd_flow_ribbon_describe:
 * @ribbon: a ribbon
 *
 * Returns: (transfer full): who goes where, such as “党政办公室 → 经济发展局, Administrative 5”
 */
char *
sd_flow_ribbon_describe (const SdFlowRibbon *ribbon)
{
  g_autofree char *headcount = g_strdup_printf ("%" G_GINT64_FORMAT, ribbon->headcount);

  /* Translators: people move from a unit to a unit: type of quota and how many. */
  return g_strdup_printf (_ ("%s → %s, %s %s"), sd_flow_node_get_name (ribbon->from),
                          sd_flow_node_get_name (ribbon->to), type_label (ribbon->type), headcount);
}

static void
add_sentence (GString *text, const char *format, const gint64 counts[SD_FLOW_N_TYPES])
{
  g_autofree char *words = sd_flow_counts_to_text (counts);

  if (*words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, format, words);
}

/**
 * sd_flow_closing_to_text:
 * @flow: a flow that has been laid out
 *
 * Returns: (transfer full): by type what does not close, a sentence a line; or that all does
 */
char *
sd_flow_closing_to_text (SdFlow *flow)
{
  gint64 unplaced[SD_FLOW_N_TYPES] = { 0 };
  gint64 overdrawn[SD_FLOW_N_TYPES] = { 0 };
  gint64 crowded[SD_FLOW_N_TYPES] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    {
      SdFlowClosing closing;

      sd_flow_get_closing (flow, t, &closing);
      unplaced[t] = is_off_quota (t) ? 0 : closing.unplaced;
      overdrawn[t] = closing.overdrawn;
      crowded[t] = closing.crowded;
    }
  add_sentence (text, _ ("Without a place: %s"), unplaced);
  add_sentence (text, _ ("Taken from units beyond what they have: %s"), overdrawn);
  add_sentence (text, _ ("Brought to units beyond what they are to have: %s"), crowded);
  if (text->len == 0)
    g_string_append (text, _ ("Everybody has a place: each type closes to zero."));

  return g_string_free (text, FALSE);
}

/**
 * sd_flow_leftover_to_text:
 * @flow: a flow that has been laid out
 *
 * Returns: (transfer full) (nullable): what need not close: places that nobody fills yet, and
 * people outside the quota who stay; %NULL if there is nothing of the kind
 */
char *
sd_flow_leftover_to_text (SdFlow *flow)
{
  gint64 open[SD_FLOW_N_TYPES] = { 0 };
  gint64 free[SD_FLOW_N_TYPES] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    {
      SdFlowClosing closing;

      sd_flow_get_closing (flow, t, &closing);
      open[t] = closing.open;
      free[t] = is_off_quota (t) ? closing.unplaced : 0;
    }
  add_sentence (text, _ ("Open in the proposed structure: %s"), open);
  add_sentence (text, _ ("Need not be placed: %s"), free);

  return g_string_free (text, text->len == 0);
}
