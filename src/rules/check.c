/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-private.h"
#include "finding-private.h"

#include <glib/gi18n-lib.h>

#define GAUGE_FLAG "gauge"

struct _SdCheck
{
  GObject parent_instance;

  GListStore *findings;
  GListStore *gauges;
  GListStore *packs;
  GPtrArray *reports; /* SchReport */
  guint counts[SD_N_SEVERITIES];
  guint n_exceptions;
  guint n_failures;
};

G_DEFINE_FINAL_TYPE (SdCheck, sd_check, G_TYPE_OBJECT)

static void
sd_check_finalize (GObject *object)
{
  SdCheck *self = SD_CHECK (object);

  g_object_unref (self->findings);
  g_object_unref (self->gauges);
  g_object_unref (self->packs);
  g_ptr_array_unref (self->reports);

  G_OBJECT_CLASS (sd_check_parent_class)->finalize (object);
}

static void
sd_check_class_init (SdCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_check_finalize;
}

static void
sd_check_init (SdCheck *self)
{
  self->findings = g_list_store_new (SD_TYPE_FINDING);
  self->gauges = g_list_store_new (SD_TYPE_GAUGE);
  self->packs = g_list_store_new (SD_TYPE_PACK);
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_report_unref);
}

SdCheck *
sd_check_new (void)
{
  return g_object_new (SD_TYPE_CHECK, NULL);
}

/* Messages are written over several lines in a schema; in Chinese a line break is no blank. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blank = squeezed->len > 0;
          continue;
        }
      if (blank && (c < 0x2e80 || (guchar) squeezed->str[squeezed->len - 1] < 0x80))
        g_string_append_c (squeezed, ' ');
      g_string_append_unichar (squeezed, c);
      blank = FALSE;
    }

  return g_string_free (squeezed, FALSE);
}

static char *
squeeze_or_null (const char *text)
{
  return text != NULL ? squeeze (text) : NULL;
}

/* In the user's language, where the pack has it. */
static char *
choose_explanation (const SchFinding *found)
{
  return squeeze_or_null (sch_finding_choose_diagnostic (found, g_get_language_names ()));
}

static double
number_or (const char *text, double otherwise)
{
  char *end;
  double number = text != NULL ? g_ascii_strtod (text, &end) : otherwise;

  return text != NULL && end != text ? number : otherwise;
}

/* The label of a gauge is its message; a diagnostic gives it in other languages. */
static void
add_gauge (SdCheck *self, const SchFinding *found)
{
  g_autofree char *explanation = choose_explanation (found);
  g_autofree char *message = squeeze (sch_finding_get_message (found));
  g_autofree char *measured = squeeze_or_null (sch_finding_get_property (found, "measured"));
  g_autofree char *limit = squeeze_or_null (sch_finding_get_property (found, "limit"));
  g_autoptr (SdGauge) gauge = NULL;

  gauge =
      sd_gauge_new (sch_finding_get_id (found), explanation != NULL ? explanation : message,
                    sch_finding_get_see (found), number_or (measured, 0), number_or (limit, -1));
  g_list_store_append (self->gauges, gauge);
}

static char *
attribute_of (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
has_attribute (xmlNode *node, const char *name, const char *wanted)
{
  g_autofree char *value = attribute_of (node, name);

  return g_strcmp0 (value, wanted) == 0;
}

/* An exception is for a rule and a row; one without a row is for all that the rule says. */
static gboolean
is_exception_for (xmlNode *node, SdFinding *finding)
{
  g_autofree char *object = attribute_of (node, "object");

  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST "exception") &&
         has_attribute (node, "pack", finding->pack) &&
         has_attribute (node, "rule", finding->rule) &&
         (object == NULL || g_strcmp0 (object, finding->subject) == 0);
}

/* The exceptions stand in the document that is checked, below the plan. */
static void
find_exception (SdFinding *finding, xmlNode *plan)
{
  for (xmlNode *node = plan->children; node != NULL && finding->exception == NULL;
       node = node->next)
    if (node->type == XML_ELEMENT_NODE && is_exception_for (node, finding))
      {
        finding->exception = attribute_of (node, "reason");
        finding->granted_by = attribute_of (node, "granted-by");
        finding->document = attribute_of (node, "document");
      }
    else if (xmlStrEqual (node->name, BAD_CAST "plan"))
      find_exception (finding, node);
}

static char *
name_file (const char *uri)
{
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  return file != NULL ? g_file_get_parse_name (file) : NULL;
}

static void
add_finding (SdCheck *self, SdPack *pack, const SchFinding *found, xmlDoc *doc)
{
  g_autoptr (SdFinding) finding = g_object_new (SD_TYPE_FINDING, NULL);

  finding->severity = (SdSeverity) sch_finding_get_severity (found);
  if (pack != NULL)
    finding->severity = sd_pack_cap_severity (pack, finding->severity);
  finding->pack = g_strdup (pack != NULL ? sd_pack_get_id (pack) : NULL);
  finding->rule = g_strdup (sch_finding_get_id (found) != NULL ? sch_finding_get_id (found)
                                                               : sch_finding_get_rule_id (found));
  finding->message = squeeze (sch_finding_get_message (found));
  finding->explanation = choose_explanation (found);
  finding->clause = g_strdup (sch_finding_get_see (found));
  finding->subject = g_strdup (sch_finding_get_node_id (found));
  finding->path = g_strdup (sch_finding_get_path (found));
  finding->measured = squeeze_or_null (sch_finding_get_property (found, "measured"));
  finding->limit = squeeze_or_null (sch_finding_get_property (found, "limit"));
  finding->mend = squeeze_or_null (sch_finding_get_property (found, "mend"));
  /* A rule that cannot mend every finding says nothing where it cannot. */
  if (finding->mend != NULL && *finding->mend == '\0')
    g_clear_pointer (&finding->mend, g_free);
  finding->line = sch_finding_get_line (found);
  finding->column = sch_finding_get_column (found);
  finding->file = name_file (sch_finding_get_document (found));
  finding->is_of_county = xmlStrEqual (xmlDocGetRootElement (doc)->name, BAD_CAST "county");

  if (pack != NULL)
    find_exception (finding, xmlDocGetRootElement (doc));

  if (finding->exception != NULL)
    self->n_exceptions++;
  else
    self->counts[finding->severity]++;
  g_list_store_append (self->findings, finding);
}

/*
 * sd_check_take_report:
 * @self: a check that is being made
 * @pack: (nullable): the pack that the report comes from
 * @report: (transfer full): what its rules found
 * @doc: what was checked, with the exceptions that were granted
 *
 * Adds findings and gauges. What could not be evaluated becomes a failure, so that it never reads
 * as nothing found.
 */
void
sd_check_take_report (SdCheck *self, SdPack *pack, SchReport *report, xmlDoc *doc)
{
  g_ptr_array_add (self->reports, report);
  if (pack != NULL)
    g_list_store_append (self->packs, pack);
  for (guint i = 0; i < sch_report_get_n_findings (report); i++)
    {
      const SchFinding *found = sch_report_get_finding (report, i);

      if (g_strcmp0 (sch_finding_get_flag (found), GAUGE_FLAG) == 0)
        add_gauge (self, found);
      else
        add_finding (self, pack, found, doc);
    }
  for (guint i = 0; i < sch_report_get_n_errors (report); i++)
    sd_check_add_failure (self, pack, sch_report_get_error (report, i));
}

/*
 * sd_check_add_failure:
 * @self: a check that is being made
 * @pack: (nullable): the pack that could not be run in full
 * @sentence: why
 */
void
sd_check_add_failure (SdCheck *self, SdPack *pack, const char *sentence)
{
  g_autoptr (SdFinding) finding = g_object_new (SD_TYPE_FINDING, NULL);

  finding->severity = SD_SEVERITY_ERROR;
  finding->is_failure = TRUE;
  finding->pack = g_strdup (pack != NULL ? sd_pack_get_id (pack) : NULL);
  finding->message = g_strdup_printf (_ ("This could not be checked: %s"), sentence);

  self->n_failures++;
  self->counts[SD_SEVERITY_ERROR]++;
  g_list_store_append (self->findings, finding);
}

/**
 * sd_check_get_findings:
 * @self: a check
 *
 * Returns: (transfer none): its #SdFinding, pack by pack
 */
GListModel *
sd_check_get_findings (SdCheck *self)
{
  return G_LIST_MODEL (self->findings);
}

/**
 * sd_check_get_gauges:
 * @self: a check
 *
 * Returns: (transfer none): its #SdGauge
 */
GListModel *
sd_check_get_gauges (SdCheck *self)
{
  return G_LIST_MODEL (self->gauges);
}

/**
 * sd_check_get_packs:
 * @self: a check
 *
 * Returns: (transfer none): the #SdPack that were run; none means that nothing was checked
 */
GListModel *
sd_check_get_packs (SdCheck *self)
{
  return G_LIST_MODEL (self->packs);
}

/**
 * sd_check_get_count:
 * @self: a check
 * @severity: a severity
 *
 * Returns: how many findings of it there are; those with an exception are not counted
 */
guint
sd_check_get_count (SdCheck *self, SdSeverity severity)
{
  g_return_val_if_fail (severity < SD_N_SEVERITIES, 0);

  return self->counts[severity];
}

/**
 * sd_check_get_n_exceptions:
 * @self: a check
 *
 * Returns: how many findings have an exception
 */
guint
sd_check_get_n_exceptions (SdCheck *self)
{
  return self->n_exceptions;
}

/**
 * sd_check_get_n_failures:
 * @self: a check
 *
 * Returns: how much could not be checked
 */
guint
sd_check_get_n_failures (SdCheck *self)
{
  return self->n_failures;
}

/**
 * sd_check_get_reports:
 * @self: a check
 *
 * Returns: (transfer none) (element-type SchReport): the engine's reports, one a pack
 */
GPtrArray *
sd_check_get_reports (SdCheck *self)
{
  return self->reports;
}
