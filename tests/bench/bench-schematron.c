/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the rule engine is: bench-schematron SCHEMA FILE…
 *
 * All is one thread's processor time, so that other programs disturb it little, and each figure is
 * the best of several rounds. The documents are in memory; parsing alone is libxml2 as it comes,
 * with the options that the engine has. */

#include "schematron/schematron.h"

#include <libxml/parser.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define N_ROUNDS 7
#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_NOERROR |                 \
   XML_PARSE_NOWARNING)

static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static xmlDoc *
parse (GBytes *bytes)
{
  return xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, NULL,
                        OPTIONS);
}

static double
time_parsing (GPtrArray *documents)
{
  const double start = processor_time ();

  for (guint i = 0; i < documents->len; i++)
    xmlFreeDoc (parse (g_ptr_array_index (documents, i)));

  return processor_time () - start;
}

/* Parsing and the rules, to the report with its findings. */
static double
time_checking (SchSchema *schema, GPtrArray *documents, guint without, guint *n_findings)
{
  const SchOptions options = { .without = without };
  const double start = processor_time ();

  *n_findings = 0;
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (SchReport) report = sch_schema_validate_bytes (
          schema, &options, g_ptr_array_index (documents, i), "document", NULL, NULL);

      if (report == NULL || sch_report_get_n_errors (report) > 0)
        g_error ("document %u could not be checked", i);
      *n_findings += sch_report_get_n_findings (report);
    }

  return processor_time () - start;
}

/* Each document is parsed and checked in turn, and of each its best times count: what else the
 * machine does then touches both alike, or nothing. */
static double
measure (SchSchema *schema, GPtrArray *documents, guint without, guint n_rounds, guint *n_findings)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  double parsing = 0, checking = 0;

  g_ptr_array_set_size (one, 1);
  *n_findings = 0;
  for (guint i = 0; i < documents->len; i++)
    {
      double alone = G_MAXDOUBLE, both = G_MAXDOUBLE;
      guint n = 0;

      g_ptr_array_index (one, 0) = g_ptr_array_index (documents, i);
      for (guint j = 0; j < n_rounds; j++)
        {
          alone = MIN (alone, time_parsing (one));
          both = MIN (both, time_checking (schema, one, without, &n));
        }
      parsing += alone;
      checking += both;
      *n_findings += n;
    }
  if (without == 0)
    g_print ("parse alone %.0f, with the rules %.0f documents a second\n", documents->len / parsing,
             documents->len / checking);

  return checking / parsing;
}

static void
compare_with_parsing (SchSchema *schema, GPtrArray *documents)
{
  guint n_findings;
  const double ratio = measure (schema, documents, 0, N_ROUNDS, &n_findings);

  g_print ("%u documents, %u findings: %.2f times parsing\n", documents->len, n_findings, ratio);
}

/* What each of the things is worth that make it fast, on some of the documents. */
static void
compare_without (SchSchema *schema, GPtrArray *documents)
{
  static const struct
  {
    const char *name;
    guint without;
  } choices[] = {
    { "all", 0 },
    { "without names", SCH_WITHOUT_NAMES },
    { "without tables", SCH_WITHOUT_TABLES },
    { "without memos", SCH_WITHOUT_MEMOS },
    { "without pointers", SCH_WITHOUT_POINTERS },
    { "terms alone",
      SCH_WITHOUT_NAMES | SCH_WITHOUT_TABLES | SCH_WITHOUT_MEMOS | SCH_WITHOUT_POINTERS },
    { "libxml2 alone", SCH_WITHOUT_TERMS },
  };
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; i < MIN (documents->len, 100); i++)
    g_ptr_array_add (some, g_ptr_array_index (documents, i));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      guint n_findings;
      const double ratio = measure (schema, some, choices[i].without, 3, &n_findings);

      g_print ("%-20s %7.2f times parsing\n", choices[i].name, ratio);
    }
}

static void
mark_copy (xmlNode *node, guint number)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *text = xmlNodeGetContent ((xmlNode *) attribute);
      g_autofree char *value = g_strdup_printf ("%s-%u", (char *) text, number);

      xmlFree (text);
      if (!g_ascii_isdigit (*value))
        xmlSetProp (node, attribute->name, BAD_CAST value);
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      mark_copy (child, number);
}

/* A document with what is in its parts @times as often, and other values in each copy. */
static GBytes *
enlarge (GBytes *bytes, guint times)
{
  xmlDoc *doc = parse (bytes);
  const xmlNode *root = xmlDocGetRootElement (doc);
  xmlChar *text;
  int length;

  for (xmlNode *part = root->children; part != NULL; part = part->next)
    {
      xmlNode *last = part->last;

      for (guint i = 1; i < times; i++)
        for (xmlNode *node = part->children; node != NULL && last != NULL;
             node = node != last ? node->next : NULL)
          if (node->type == XML_ELEMENT_NODE)
            mark_copy (xmlAddChild (part, xmlCopyNode (node, 1)), i);
    }
  xmlDocDumpMemory (doc, &text, &length);
  xmlFreeDoc (doc);

  return g_bytes_new_with_free_func (text, (gsize) length, xmlFree, text);
}

typedef struct
{
  double parsing, checking;
} Times;

static Times
time_one (SchSchema *schema, GBytes *document)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE };
  guint n_findings;

  g_ptr_array_add (documents, document);
  for (guint i = 0; i < 3 * N_ROUNDS; i++)
    {
      best.checking = MIN (best.checking, time_checking (schema, documents, 0, &n_findings));
      best.parsing = MIN (best.parsing, time_parsing (documents));
    }

  return best;
}

static void
compare_sizes (SchSchema *schema, GBytes *document)
{
  static const guint sizes[] = { 2, 20, 200 };
  Times before = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) larger = enlarge (document, sizes[i]);
      const Times times = time_one (schema, larger);

      if (i > 0)
        g_print ("%.2f MB takes         %7.2f times as long as a tenth of it (its parsing %.2f)\n",
                 (double) g_bytes_get_size (larger) / 1e6, times.checking / before.checking,
                 times.parsing / before.parsing);
      before = times;
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GFile) file = NULL;
  g_autoptr (SchSchema) schema = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      g_printerr ("bench-schematron SCHEMA FILE…\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  schema = sch_schema_new_from_file (file, &error);
  for (int i = 2; i < argc && error == NULL; i++)
    {
      g_autoptr (GFile) document = g_file_new_for_commandline_arg (argv[i]);
      GBytes *bytes = g_file_load_bytes (document, NULL, NULL, &error);

      if (bytes != NULL)
        g_ptr_array_add (documents, bytes);
    }
  if (error != NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  compare_with_parsing (schema, documents);
  compare_without (schema, documents);
  compare_sizes (schema, g_ptr_array_index (documents, 0));

  return 0;
}
