/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "result.h"

#include <glib/gi18n.h>

/* The name of a file may hold what XML cannot. */
static char *
for_xml (const char *text)
{
  char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (char *c = valid; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      *c = ' ';

  return valid;
}

static void
set (xmlNode *element, const char *name, const char *value)
{
  g_autofree char *text = for_xml (value);

  xmlNewProp (element, BAD_CAST name, BAD_CAST text);
}

static void
add_error (xmlNode *element, const char *message)
{
  g_autofree char *text = for_xml (message);

  set (xmlNewTextChild (element, NULL, BAD_CAST "error", BAD_CAST text), "message", message);
}

static xmlNode *
add_case (xmlNode *suite, const char *file, const char *name)
{
  xmlNode *element = xmlNewChild (suite, NULL, BAD_CAST "testcase", NULL);

  set (element, "classname", file);
  set (element, "name", name);

  return element;
}

/* An exception makes no failure of it. */
static gboolean
is_failed (SdFinding *finding)
{
  return sd_finding_get_severity (finding) == SD_SEVERITY_ERROR &&
         sd_finding_get_exception (finding) == NULL;
}

static void
add_finding (xmlNode *suite, const char *file, SdFinding *finding)
{
  xmlNode *element = add_case (
      suite, file, sd_finding_get_rule (finding) != NULL ? sd_finding_get_rule (finding) : "check");
  xmlNode *failure;
  g_autofree char *message = for_xml (sd_finding_get_message (finding));

  failure = xmlNewTextChild (element, NULL,
                             BAD_CAST (is_failed (finding) ? "failure" : "system-out"),
                             BAD_CAST message);
  if (is_failed (finding))
    {
      set (failure, "type", sd_severity_get_token (sd_finding_get_severity (finding)));
      set (failure, "message", sd_finding_get_message (finding));
    }
}

/* The class of a case is the file, and the plan where the file holds several. */
static char *
name_class (SdResult *result, guint check)
{
  const char *plan = g_ptr_array_index (result->plans, check);

  return plan != NULL ? g_strdup_printf ("%s: %s", result->file, plan) : g_strdup (result->file);
}

static xmlNode *
suite_new (SdResult *result)
{
  xmlNode *suite = xmlNewNode (NULL, BAD_CAST "testsuite");
  guint n_cases = 0, n_failures = 0;
  g_autofree char *cases = NULL;
  g_autofree char *failures = NULL;

  for (guint i = 0; i < result->checks->len; i++)
    {
      SdCheck *check = g_ptr_array_index (result->checks, i);
      GListModel *findings = sd_check_get_findings (check);
      g_autofree char *class = name_class (result, i);

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (SdFinding) finding = g_list_model_get_item (findings, j);

          if (sd_finding_get_is_failure (finding)) /* it is in the result's error */
            continue;
          add_finding (suite, class, finding);
          n_cases++;
          n_failures += is_failed (finding);
        }
    }
  if (result->error != NULL)
    add_error (add_case (suite, result->file, "check"), result->error->message);
  else if (n_cases == 0)
    add_case (suite, result->file, "check");
  if (result->error != NULL || n_cases == 0)
    n_cases++;

  cases = g_strdup_printf ("%u", n_cases);
  failures = g_strdup_printf ("%u", n_failures);
  set (suite, "name", result->file);
  set (suite, "tests", cases);
  set (suite, "failures", failures);
  set (suite, "errors", result->error != NULL ? "1" : "0");

  return suite;
}

static char *
doc_to_text (xmlDoc *doc)
{
  xmlChar *text = NULL;
  int length = 0;
  char *copy;

  xmlDocDumpFormatMemoryEnc (doc, &text, &length, "UTF-8", 1);
  copy = g_strndup ((char *) text, length);
  xmlFree (text);

  return copy;
}

/**
 * sd_result_to_junit:
 * @self: a result
 *
 * Returns: (transfer full): a suite of a JUnit report: a case a finding; errors are failures
 */
char *
sd_result_to_junit (SdResult *self)
{
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  xmlDocSetRootElement (doc, suite_new (self));
  xmlNodeDump (buffer, doc, xmlDocGetRootElement (doc), 1, 1);
  text = g_strconcat ((const char *) xmlBufferContent (buffer), "\n", NULL);
  xmlBufferFree (buffer);
  xmlFreeDoc (doc);

  return text;
}

/**
 * sd_result_to_svrl:
 * @self: a result
 * @error: return location for an error
 *
 * SVRL is a report on one document by one schema, so it can be had for one plan and one pack.
 *
 * Returns: (transfer full) (nullable): the report; %NULL without an error where nothing could be
 *   checked, which the result tells
 */
char *
sd_result_to_svrl (SdResult *self, GError **error)
{
  GPtrArray *reports = NULL;
  xmlDoc *doc;
  char *text;

  if (self->checks->len == 1)
    reports = sd_check_get_reports (g_ptr_array_index (self->checks, 0));
  if (self->error != NULL && (reports == NULL || reports->len != 1))
    return NULL;
  if (reports == NULL || reports->len != 1)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("SVRL reports on one plan by one pack; please name one file, and a "
                              "pack with --pack."));
      return NULL;
    }
  doc = sch_report_to_svrl_doc (g_ptr_array_index (reports, 0));
  text = doc_to_text (doc);
  xmlFreeDoc (doc);

  return text;
}
