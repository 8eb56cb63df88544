/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "without-fixture.h"

#include <libxml/parser.h>

/* The engine compared with itself: with all that makes it fast, without each of these, with each
 * alone, and with none, where libxml2 evaluates all expressions. */

/* All that a report says. */
char *
without_describe (SchReport *report, const GError *error)
{
  GString *text = g_string_new (report == NULL ? error->message : "");
  g_autoptr (GBytes) svrl = report != NULL ? sch_report_to_svrl (report) : NULL;

  for (guint i = 0; report != NULL && i < sch_report_get_n_findings (report); i++)
    {
      const SchFinding *finding = sch_report_get_finding (report, i);

      g_string_append_printf (text, "%s:%u:%u %s\n", sch_finding_get_id (finding),
                              sch_finding_get_line (finding), sch_finding_get_column (finding),
                              sch_finding_get_node_id (finding));
    }
  for (guint i = 0; report != NULL && i < sch_report_get_n_errors (report); i++)
    g_string_append_printf (text, "!%s\n", sch_report_get_error (report, i));
  if (svrl != NULL)
    g_string_append_len (text, g_bytes_get_data (svrl, NULL), (gssize) g_bytes_get_size (svrl));

  return g_string_free (text, FALSE);
}

static char *
run (SchSchema *schema, const char *phase, xmlDoc *doc, guint without)
{
  const SchOptions options = { .phase = phase, .without = without };
  g_autoptr (GError) error = NULL;
  g_autoptr (SchReport) report = sch_schema_validate (schema, &options, doc, NULL, &error);

  return without_describe (report, error);
}

/* The first line in which two texts differ. */
static void
report_difference (const char *expected, const char *got, guint without)
{
  g_auto (GStrv) a = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) b = g_strsplit (got, "\n", -1);
  guint i = 0;

  while (a[i] != NULL && b[i] != NULL && g_str_equal (a[i], b[i]))
    i++;
  g_test_message ("without %#x, libxml2 has “%s”, we have “%s”", without,
                  a[i] != NULL ? a[i] : "(end)", b[i] != NULL ? b[i] : "(end)");
  g_test_fail ();
}

void
without_compare (SchSchema *schema, const char *phase, xmlDoc *doc)
{
  static const guint choices[] = {
    0,
    SCH_WITHOUT_NAMES,
    SCH_WITHOUT_TABLES,
    SCH_WITHOUT_MEMOS,
    SCH_WITHOUT_POINTERS,
    SCH_WITHOUT_SHORTCUTS,
    SCH_WITHOUT_TABLES | SCH_WITHOUT_MEMOS | SCH_WITHOUT_POINTERS,
    SCH_WITHOUT_NAMES | SCH_WITHOUT_MEMOS | SCH_WITHOUT_POINTERS,
    SCH_WITHOUT_NAMES | SCH_WITHOUT_TABLES | SCH_WITHOUT_POINTERS,
    SCH_WITHOUT_NAMES | SCH_WITHOUT_TABLES | SCH_WITHOUT_MEMOS | SCH_WITHOUT_POINTERS |
        SCH_WITHOUT_SHORTCUTS,
  };
  g_autofree char *expected = run (schema, phase, doc, SCH_WITHOUT_TERMS);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *got = run (schema, phase, doc, choices[i]);

      if (!g_str_equal (expected, got))
        report_difference (expected, got, choices[i]);
    }
}

void
without_compare_file (SchSchema *schema, const char *phase, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  xmlDoc *doc;

  sch_columns_keep (parser);
  doc = xmlCtxtReadFile (parser, path, NULL,
                         XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR |
                             XML_PARSE_NOWARNING);
  if (doc != NULL)
    {
      xmlFree ((void *) doc->URL);
      doc->URL = xmlStrdup (BAD_CAST uri);
      without_compare (schema, phase, doc);
      xmlFreeDoc (doc);
    }
  else if (parser->myDoc != NULL)
    xmlFreeDoc (parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt (parser);
}
