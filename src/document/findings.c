/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "findings-private.h"

#include "rules/pack.h"

static void
set_attribute (xmlNode *node, const char *name, const char *value)
{
  if (value != NULL)
    xmlNewProp (node, BAD_CAST name, BAD_CAST value);
}

static void
set_number (xmlNode *node, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  xmlNewProp (node, BAD_CAST name, BAD_CAST g_ascii_dtostr (text, sizeof text, number));
}

static void
add_text (xmlNode *node, const char *name, const char *text)
{
  if (text != NULL)
    xmlNewTextChild (node, node->ns, BAD_CAST name, BAD_CAST text);
}

static void
append_pack (xmlNode *findings, SdPack *pack)
{
  xmlNode *node = xmlNewChild (findings, findings->ns, BAD_CAST "pack", NULL);

  set_attribute (node, "id", sd_pack_get_id (pack));
  set_attribute (node, "title", sch_schema_get_title (sd_pack_get_schema (pack)));
}

static void
append_finding (xmlNode *findings, SdFinding *finding)
{
  xmlNode *node = xmlNewChild (findings, findings->ns, BAD_CAST "finding", NULL);

  set_attribute (node, "severity", sd_severity_get_token (sd_finding_get_severity (finding)));
  set_attribute (node, "pack", sd_finding_get_pack (finding));
  set_attribute (node, "rule", sd_finding_get_rule (finding));
  set_attribute (node, "clause", sd_finding_get_clause (finding));
  set_attribute (node, "subject", sd_finding_get_subject (finding));
  set_attribute (node, "measured", sd_finding_get_measured (finding));
  set_attribute (node, "limit", sd_finding_get_limit (finding));
  if (sd_finding_get_is_failure (finding))
    set_attribute (node, "failure", "true");
  add_text (node, "message", sd_finding_get_message (finding));
  add_text (node, "explanation", sd_finding_get_explanation (finding));
  if (sd_finding_get_exception (finding) != NULL)
    {
      xmlNode *exception = xmlNewChild (node, node->ns, BAD_CAST "exception", NULL);

      set_attribute (exception, "reason", sd_finding_get_exception (finding));
      set_attribute (exception, "granted-by", sd_finding_get_granted_by (finding));
      set_attribute (exception, "document", sd_finding_get_document (finding));
    }
}

static void
append_gauge (xmlNode *findings, SdGauge *gauge)
{
  xmlNode *node = xmlNewChild (findings, findings->ns, BAD_CAST "gauge", NULL);

  set_attribute (node, "id", sd_gauge_get_id (gauge));
  set_attribute (node, "label", sd_gauge_get_label (gauge));
  set_attribute (node, "clause", sd_gauge_get_clause (gauge));
  set_number (node, "measured", sd_gauge_get_measured (gauge));
  if (sd_gauge_get_limit (gauge) >= 0)
    set_number (node, "limit", sd_gauge_get_limit (gauge));
}

/* What became of the assertions that have one id, in one pack: one line of the conformity
 * statement. */
typedef struct
{
  SdPack *pack;
  const char *id;
  const char *clause;
  guint n_open, n_excepted;
  SdSeverity severity; /* of the gravest that is open */
} Rule;

static void
count_findings (Rule *rule, GListModel *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (sd_finding_get_pack (finding), sd_pack_get_id (rule->pack)) != 0 ||
          g_strcmp0 (sd_finding_get_rule (finding), rule->id) != 0)
        continue;
      if (sd_finding_get_exception (finding) != NULL)
        {
          rule->n_excepted++;
          continue;
        }
      if (rule->n_open++ == 0 || sd_finding_get_severity (finding) < rule->severity)
        rule->severity = sd_finding_get_severity (finding);
    }
}

static void
append_rule (xmlNode *findings, const Rule *rule)
{
  xmlNode *node = xmlNewChild (findings, findings->ns, BAD_CAST "rule", NULL);
  g_autofree char *about =
      rule->clause != NULL ? sd_pack_describe_clause (rule->pack, rule->clause) : NULL;
  g_autofree char *text =
      rule->clause != NULL ? sd_pack_get_clause_text (rule->pack, rule->clause) : NULL;

  set_attribute (node, "pack", sd_pack_get_id (rule->pack));
  set_attribute (node, "id", rule->id);
  set_attribute (node, "clause", rule->clause);
  set_attribute (node, "about", about);
  set_attribute (node, "text", text);
  set_attribute (node, "state",
                 rule->n_open > 0       ? "open"
                 : rule->n_excepted > 0 ? "excepted"
                                        : "met");
  if (rule->n_open > 0)
    set_attribute (node, "severity", sd_severity_get_token (rule->severity));
}

/* The rules that looked at anything; a rule that had nothing to look at says nothing of the plan.
 */
static void
append_rules_of (xmlNode *findings, SdCheck *check, SdPack *pack, SchReport *report)
{
  g_autoptr (SchCoverage) coverage = sch_coverage_new (sch_report_get_schema (report));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  sch_coverage_add (coverage, report);
  for (guint i = 0; i < sch_coverage_get_n_assertions (coverage); i++)
    {
      const SchAssertionCount count = sch_coverage_get_assertion (coverage, i);
      Rule rule = { .pack = pack, .id = count.id, .clause = count.see };

      if (count.id == NULL || g_strcmp0 (count.flag, "gauge") == 0 ||
          count.n_held + count.n_failed + count.n_unknown == 0 ||
          !g_hash_table_add (seen, (gpointer) count.id))
        continue;
      count_findings (&rule, sd_check_get_findings (check));
      append_rule (findings, &rule);
    }
}

static void
append_rules (xmlNode *findings, SdCheck *check)
{
  GPtrArray *reports = sd_check_get_reports (check);
  GListModel *packs = sd_check_get_packs (check);

  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (SdPack) pack = g_list_model_get_item (packs, i);

      for (guint j = 0; j < reports->len; j++)
        if (sch_report_get_schema (reports->pdata[j]) == sd_pack_get_schema (pack))
          append_rules_of (findings, check, pack, reports->pdata[j]);
    }
}

typedef void (*AppendFunc) (xmlNode *findings, gpointer item);

static void
append_all (xmlNode *findings, GListModel *list, AppendFunc append)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      append (findings, item);
    }
}

/*
 * sd_findings_append:
 * @plan: a standalone plan
 * @check: what the rules say about it
 *
 * Puts the findings beside the plan, as its last child, for templates that print them: `findings`
 * with `pack`, `finding` and `gauge`. A finding that is a `failure` says that a rule could not be
 * run.
 */
void
sd_findings_append (xmlDoc *plan, SdCheck *check)
{
  xmlNode *root = xmlDocGetRootElement (plan);
  xmlNode *findings = xmlNewChild (root, NULL, BAD_CAST "findings", NULL);

  xmlSetNs (findings, xmlNewNs (findings, BAD_CAST SD_FINDINGS_NAMESPACE, BAD_CAST "findings"));
  append_all (findings, sd_check_get_packs (check), (AppendFunc) append_pack);
  append_all (findings, sd_check_get_findings (check), (AppendFunc) append_finding);
  append_all (findings, sd_check_get_gauges (check), (AppendFunc) append_gauge);
  append_rules (findings, check);
}
