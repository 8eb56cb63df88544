/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "folder-fixture.h"

#include "schematron/schematron.h"

/* Our own cases from the standard, in cases/: a line "=== name" begins one, "--- file" a file
 * of it, and "--- expect" what must come of it: "valid", "error: words" for a schema that is
 * refused, "unknown: words" for what cannot be evaluated, or a line a finding. {sch} stands for the
 * namespace and the query binding; "--- phase ID" chooses a phase. */

#define SCH "xmlns=\"http://purl.oclc.org/dsdl/schematron\" queryBinding=\"xslt\""

typedef struct
{
  char *phase;
  char *expected;
  GPtrArray *names;
  GPtrArray *texts;
} Case;

static void
case_free (gpointer data)
{
  Case *c = data;

  g_free (c->phase);
  g_free (c->expected);
  g_ptr_array_unref (c->names);
  g_ptr_array_unref (c->texts);
  g_free (c);
}

static Case *
case_new (char **parts)
{
  Case *c = g_new0 (Case, 1);

  c->names = g_ptr_array_new_with_free_func (g_free);
  c->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      const gsize length = strcspn (parts[i], "\n");
      g_autofree char *name = g_strndup (parts[i], length);
      g_autoptr (GString) text = g_string_new (parts[i] + length + (parts[i][length] != '\0'));

      g_string_replace (text, "{sch}", SCH, 0);
      if (g_str_has_prefix (name, "phase "))
        c->phase = g_strdup (name + strlen ("phase "));
      else if (g_str_equal (name, "expect"))
        c->expected = g_strdup (g_strstrip (text->str));
      else
        {
          g_ptr_array_add (c->names, g_steal_pointer (&name));
          g_ptr_array_add (c->texts, g_strdup (text->str));
        }
    }

  return c;
}

static char *
describe (SchReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sch_report_get_n_errors (report); i++)
    g_string_append_printf (text, "unknown: %s\n", sch_report_get_error (report, i));
  for (guint i = 0; i < sch_report_get_n_findings (report); i++)
    {
      const SchFinding *finding = sch_report_get_finding (report, i);
      const char *id = sch_finding_get_id (finding);

      g_string_append_printf (
          text, "%s %s %s \"%s\"\n",
          sch_finding_get_kind (finding) == SCH_FAILED_ASSERT ? "assert" : "report",
          id != NULL ? id : "-", sch_finding_get_path (finding),
          sch_finding_get_message (finding));
    }
  if (text->len == 0)
    g_string_append (text, "valid");

  return g_strstrip (g_string_free (text, FALSE));
}

static char *
run_case (const Case *c)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (FolderFile));
  g_autoptr (GError) error = NULL;
  g_autoptr (SchReport) report = NULL;
  char *folder;

  for (guint i = 0; i < c->names->len; i++)
    {
      const FolderFile file = { g_ptr_array_index (c->names, i), g_ptr_array_index (c->texts, i) };

      g_array_append_val (files, file);
    }
  folder = folder_new ((const FolderFile *) (void *) files->data, files->len);
  report = folder_validate (folder, c->phase, &error);
  folder_free (folder);

  return report != NULL ? describe (report) : g_strdup_printf ("error: %s", error->message);
}

/* Of an error the words that must stand in it, and of all else each letter. */
static gboolean
is_as_expected (const char *expected, const char *got)
{
  static const char *const kinds[] = { "error:", "unknown:" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *words = NULL;

      if (!g_str_has_prefix (expected, kinds[i]))
        continue;
      words = g_strdup (expected + strlen (kinds[i]));
      return g_str_has_prefix (got, kinds[i]) &&
             strstr (got, g_strchug (words)) != NULL;
    }

  return g_str_equal (expected, got);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *got = run_case (c);

  g_assert_nonnull (c->expected);
  if (is_as_expected (c->expected, got))
    return;
  g_test_message ("expected: %s", c->expected);
  g_test_message ("got: %s", got);
  g_test_fail ();
}

static void
add_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pieces = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  pieces = g_strsplit (text, "\n=== ", -1);
  for (guint i = 1; pieces[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (pieces[i], "\n--- ", -1);
      g_autofree char *test =
          g_strdup_printf ("/schematron/cases/%.*s/%s", (int) strcspn (name, "."), name, parts[0]);

      g_test_add_data_func_full (test, case_new (parts), test_case, case_free);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "schematron", "cases", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    add_file (folder, name);

  return g_test_run ();
}
