/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "source.h"

#include <glib/gi18n-lib.h>

/* Several numbers that stand together: on a card, on a gauge. */

static GPtrArray *
sources_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sd_source_free);
}

/**
 * sd_sources_of_unit:
 * @session: the session that it is about
 * @unit: (nullable): a unit of its plan; %NULL for the structure that is shown
 *
 * Returns: (transfer full) (element-type SdSource): where the numbers on its card come from: the
 *   bars, the pips, the tabs and the badge
 */
GPtrArray *
sd_sources_of_unit (SdSession *session, SdRow *unit)
{
  GPtrArray *sources = sources_new ();

  g_ptr_array_add (sources, sd_source_of_headcount (session, unit, NULL, NULL, SD_QUOTA_APPROVED));
  g_ptr_array_add (sources, sd_source_of_posts (session, unit));
  g_ptr_array_add (sources, sd_source_of_plaques (session, unit));
  if (unit != NULL)
    g_ptr_array_add (sources, sd_source_of_findings (session, unit));
  else
    g_ptr_array_add (sources, sd_source_of_units (session, NULL));

  return sources;
}

/* What the rule measures, which is told by the name of the gauge: it ends in a type of quota, in
 * the plural of a kind of unit, or in what is counted. */
static SdSource *
source_of_measured (SdSession *session, SdGauge *gauge)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  const char *id = sd_gauge_get_id (gauge);
  const char *name = g_str_has_prefix (id, "gauge-") ? id + strlen ("gauge-") : id;

  if (sd_enumeration_lookup (types, name) != NULL)
    return sd_source_of_headcount (session, NULL, NULL, sd_enumeration_lookup (types, name),
                                   SD_QUOTA_APPROVED);
  if (g_str_equal (name, "plaques"))
    return sd_source_of_plaques (session, NULL);
  if (g_str_equal (name, "leaders"))
    return sd_source_of_posts (session, NULL);
  for (guint i = 0; i < kinds->n_tokens; i++)
    if (g_str_has_prefix (name, kinds->tokens[i].name) &&
        g_str_equal (name + strlen (kinds->tokens[i].name), "s"))
      return sd_source_of_units (session, &kinds->tokens[i]);

  return NULL;
}

/* The limit, with the clause that sets it and what the clause says. */
static SdSource *
source_of_limit (SdSession *session, SdGauge *gauge)
{
  GListModel *packs = sd_check_get_packs (sd_session_get_check (session));
  const char *clause = sd_gauge_get_clause (gauge);
  SdSource *self = sd_source_new ();

  self->title = g_strdup_printf (_ ("%s: the limit"), sd_gauge_get_label (gauge));
  for (guint i = 0; clause != NULL && i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (SdPack) pack = g_list_model_get_item (packs, i);
      g_autofree char *says = sd_pack_get_clause_text (pack, clause);
      g_autofree char *title = NULL;
      g_autofree char *number = g_strdup_printf ("%g", sd_gauge_get_limit (gauge));

      if (says == NULL)
        continue;
      title = g_strdup_printf ("%s %s", sd_pack_get_title (pack), clause);
      sd_source_add_line (self, title, says, sd_gauge_get_limit (gauge) >= 0 ? number : NULL);
    }
  if (self->lines->len == 0)
    sd_source_add_line (self, clause != NULL ? clause : _ ("No source is given"), "", NULL);

  return self;
}

/**
 * sd_sources_of_gauge:
 * @session: the session that it is about
 * @gauge: a gauge of it
 *
 * Returns: (transfer full) (element-type SdSource): where its numbers come from: what is measured,
 *   where that can be told, and the limit
 */
GPtrArray *
sd_sources_of_gauge (SdSession *session, SdGauge *gauge)
{
  GPtrArray *sources = sources_new ();
  SdSource *measured = source_of_measured (session, gauge);

  if (measured != NULL)
    g_ptr_array_add (sources, measured);
  g_ptr_array_add (sources, source_of_limit (session, gauge));

  return sources;
}
