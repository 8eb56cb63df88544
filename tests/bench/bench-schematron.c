/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the rule engine is: bench-schematron SCHEMA FILE…
 *
 * All is one thread's processor time, so that other programs disturb it little, and each figure is
 * the best of several rounds, in which parsing and checking take turns. The documents are in
 * memory; parsing alone is libxml2 as it comes, with the options that the engine has. */

#include "schematron/schematron.h"

#include <libxml/parser.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define N_ROUNDS 7
#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_NOERROR |                 \
   XML_PARSE_NOWARNING)

typedef struct
{
  double parsing, checking; /* seconds; parsing alone, and parsing with the rules */
  guint n_findings;
} Times;

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

static double
average_size (GPtrArray *documents)
{
  double size = 0;

  for (guint i = 0; i < documents->len; i++)
    size += (double) g_bytes_get_size (g_ptr_array_index (documents, i));

  return size / documents->len;
}

/* Each document is parsed and checked in turn, and of each its best times count: what else the
 * machine does then touches both alike, or nothing. */
static Times
measure (SchSchema *schema, GPtrArray *documents, guint without, guint n_rounds)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  double parsing = 0, checking = 0;
  guint n_findings = 0;

  g_ptr_array_set_size (one, 1);
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
      n_findings += n;
    }

  return (Times){ parsing, checking, n_findings };
}

static void
compare_with_parsing (SchSchema *schema, GPtrArray *documents)
{
  const Times times = measure (schema, documents, 0, N_ROUNDS);

  g_print ("%u documents of %.1f KB on average, %u findings; processor time of one thread\n",
           documents->len, average_size (documents) / 1e3, times.n_findings);
  g_print ("  parsing alone          %6.0f documents a second\n", documents->len / times.parsing);
  g_print ("  parsing and rules      %6.0f documents a second, %.2f times parsing alone\n",
           documents->len / times.checking, times.checking / times.parsing);
}

/* What each of the things is worth that make it fast (SchWithout), on some of the documents. */
static void
compare_without (SchSchema *schema, GPtrArray *documents)
{
  static const struct
  {
    const char *name;
    guint without;
  } choices[] = {
    { "with all of it", 0 },
    { "without names", SCH_WITHOUT_NAMES },
    { "without tables", SCH_WITHOUT_TABLES },
    { "without memos", SCH_WITHOUT_MEMOS },
    { "without pointers", SCH_WITHOUT_POINTERS },
    { "without shortcuts", SCH_WITHOUT_SHORTCUTS },
    { "without all of these", SCH_WITHOUT_NAMES | SCH_WITHOUT_TABLES | SCH_WITHOUT_MEMOS |
                                  SCH_WITHOUT_POINTERS | SCH_WITHOUT_SHORTCUTS },
    { "libxml2's evaluator", SCH_WITHOUT_TERMS },
  };
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; i < MIN (documents->len, 100); i++)
    g_ptr_array_add (some, g_ptr_array_index (documents, i));
  g_print ("What makes it fast, and the time without it (the first %u documents)\n", some->len);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const Times times = measure (schema, some, choices[i].without, 5);

      g_print ("  %-22s %6.2f times parsing alone\n", choices[i].name,
               times.checking / times.parsing);
    }
}

/* Gives an element of a copy, and what is in it, identifiers of their own, so that a larger
 * document breaks as many rules for each of its parts as a smaller one. A plaque's number has
 * twelve characters, with the identifier of its body at the end. */
static void
mark_copy (xmlNode *node, guint copy, const char *body)
{
  g_autofree char *own = NULL;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const xmlNode *content = attribute->children;
      const char *text = content != NULL ? (const char *) content->content : "";
      g_autofree char *value = NULL;

      if (g_str_equal (name, "no") && g_str_has_prefix (text, "PL-"))
        value = g_strdup_printf ("PL-%.*s%s", 9 - (int) strlen (body), "000000000", body);
      else if (g_str_equal (name, "rank"))
        value = g_strdup_printf ("%s%04u", text, copy);
      else if (g_str_equal (name, "id") || g_str_equal (name, "parent") ||
               g_str_equal (name, "host") || g_str_equal (name, "holder"))
        value = g_strdup_printf ("%s-%u", text, copy);
      if (value != NULL)
        xmlSetProp (node, attribute->name, BAD_CAST value);
      if (g_str_equal (name, "id"))
        own = g_steal_pointer (&value);
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      mark_copy (child, copy, own != NULL ? own : body);
}

static void
add_copy (xmlNode *parent, xmlNode *node, guint copy)
{
  mark_copy (xmlAddChild (parent, xmlCopyNode (node, 1)), copy, "");
}

/* A document with what is in its parts @times as often. The powers of a copy are a list of their
 * own: their numbers have three digits, which is not enough for all. */
static GBytes *
enlarge (GBytes *bytes, guint times)
{
  xmlDoc *doc = parse (bytes);
  xmlNode *root = xmlDocGetRootElement (doc), *last_part = root->last;
  xmlChar *text;
  int length;

  for (xmlNode *part = root->children; part != NULL; part = part != last_part ? part->next : NULL)
    {
      const gboolean as_whole = xmlStrEqual (part->name, BAD_CAST "powers");
      xmlNode *first = as_whole ? part : part->children;
      const xmlNode *last = as_whole ? part : part->last;

      for (guint i = 1; i < times; i++)
        for (xmlNode *node = first; node != NULL; node = node != last ? node->next : NULL)
          if (node->type == XML_ELEMENT_NODE)
            add_copy (as_whole ? root : part, node, i);
    }
  xmlDocDumpMemory (doc, &text, &length);
  xmlFreeDoc (doc);

  return g_bytes_new_with_free_func (text, (gsize) length, xmlFree, text);
}

static Times
time_one (SchSchema *schema, GBytes *document)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE, 0 };

  g_ptr_array_add (documents, document);
  for (guint i = 0; i < 3 * N_ROUNDS; i++)
    {
      best.checking = MIN (best.checking, time_checking (schema, documents, 0, &best.n_findings));
      best.parsing = MIN (best.parsing, time_parsing (documents));
    }

  return best;
}

static void
compare_sizes (SchSchema *schema, GBytes *document)
{
  static const guint sizes[] = { 2, 20, 200 };
  Times before = { 0 };
  double size = 0;

  g_print ("How time grows with the size of a document\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) larger = enlarge (document, sizes[i]);
      const double larger_size = (double) g_bytes_get_size (larger);
      const Times times = time_one (schema, larger);

      if (i > 0)
        g_print ("  %.2f to %.2f MB (%.1f times)  %5.1f times as long; parsing alone %.1f times\n",
                 size / 1e6, larger_size / 1e6, larger_size / size,
                 times.checking / before.checking, times.parsing / before.parsing);
      before = times;
      size = larger_size;
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
