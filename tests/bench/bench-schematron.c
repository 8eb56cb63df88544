/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the rule engine is: bench-schematron SCHEMA THREADS FILE… */

#include "schematron/schematron.h"

#include <locale.h>
#include <stdlib.h>

typedef struct
{
  SchSchema *schema;
  char **files;
  int n_files;
  int next;     /* atomic */
  int findings; /* atomic */
  int errors;   /* atomic: files and expressions that could not be checked */
} Bench;

static gpointer
validate_files (gpointer data)
{
  Bench *bench = data;

  for (int i = g_atomic_int_add (&bench->next, 1); i < bench->n_files;
       i = g_atomic_int_add (&bench->next, 1))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (bench->files[i]);
      g_autoptr (SchReport) report = NULL;

      report = sch_schema_validate_file (bench->schema, NULL, file, NULL, NULL);
      if (report != NULL)
        g_atomic_int_add (&bench->findings, (int) sch_report_get_n_findings (report));
      if (report == NULL || sch_report_get_n_errors (report) > 0)
        g_atomic_int_inc (&bench->errors);
    }

  return NULL;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (SchSchema) schema = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  Bench bench = { 0 };
  double start, seconds;

  setlocale (LC_ALL, "");
  if (argc < 4)
    {
      g_printerr ("bench-schematron SCHEMA THREADS FILE…\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  schema = sch_schema_new_from_file (file, &error);
  if (schema == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  bench = (Bench){ .schema = schema, .files = argv + 3, .n_files = argc - 3 };
  start = (double) g_get_monotonic_time ();
  for (int i = 0; i < atoi (argv[2]); i++)
    g_ptr_array_add (threads, g_thread_new ("bench", validate_files, &bench));
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  seconds = ((double) g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_print ("%d documents, %d findings, %d not checked, %.2f s, %.0f documents a second\n",
           bench.n_files, bench.findings, bench.errors, seconds, bench.n_files / seconds);

  return 0;
}
