/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-case.h"

#include "check-private.h"
#include "plan/xml.h"

/* The cases of a pack: plans and counties in cases/, each with a file .findings beside it that has
 * a line of rule and severity for each finding it must give. */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static char *
sort_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (", ", (char **) lines->pdata);
}

static char *
list_found (SdCheck *check)
{
  GListModel *findings = sd_check_get_findings (check);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);
      const char *rule = sd_finding_get_is_failure (finding) ? sd_finding_get_message (finding)
                                                             : sd_finding_get_rule (finding);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s", rule,
                                        sd_severity_get_token (sd_finding_get_severity (finding))));
    }

  return sort_lines (lines);
}

static char *
list_expected (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_ptr_array_add (lines, g_strdup (words[i]));

  return sort_lines (lines);
}

static void
case_free (gpointer data)
{
  SdPackCase *self = data;

  g_free (self->path);
  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_free (self->beside);
  g_free (self->expected);
  g_free (self);
}

static SdPackCase *
case_load (const char *path, GError **error)
{
  SdPackCase *self = g_new0 (SdPackCase, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  self->path = g_strdup (path);
  self->beside = g_strdup_printf ("%.*s.findings", (int) (strlen (path) - strlen (".xml")), path);
  self->doc = sd_xml_read_file (file, NULL, error);
  if (self->doc == NULL)
    {
      case_free (self);
      return NULL;
    }
  self->for_county = xmlStrEqual (xmlDocGetRootElement (self->doc)->name, BAD_CAST "county");
  if (g_file_get_contents (self->beside, &text, NULL, NULL))
    self->expected = list_expected (text);

  return self;
}

/*
 * sd_pack_load_cases:
 * @pack: a pack
 * @error: return location for an error of a file
 *
 * Returns: (transfer full) (element-type SdPackCase): its cases, by name
 */
GPtrArray *
sd_pack_load_cases (SdPack *pack, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_child (sd_pack_get_folder (pack), "cases");
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (case_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_lines);
  for (guint i = 0; i < names->len; i++)
    {
      SdPackCase *one = case_load (g_ptr_array_index (names, i), error);

      if (one == NULL)
        return NULL;
      g_ptr_array_add (cases, one);
    }

  return g_steal_pointer (&cases);
}

/*
 * sd_pack_case_run:
 * @self: a case
 * @pack: the pack that it is of
 * @schema: (nullable): the rules for what it is, as they are or changed
 * @coverage: (nullable): where to count
 * @error: return location for an error that lets nothing be said
 *
 * Returns: (transfer full): what it gives, as its list has it
 */
char *
sd_pack_case_run (
    SdPackCase *self, SdPack *pack, SchSchema *schema, SchCoverage *coverage, GError **error)
{
  const SchOptions options = { .phase = "#ALL" };
  g_autoptr (SdCheck) check = sd_check_new ();
  SchReport *report;

  if (schema == NULL)
    return g_strdup ("");
  report = sch_schema_validate (schema, &options, self->doc, NULL, error);
  if (report == NULL)
    return NULL;
  if (coverage != NULL)
    sch_coverage_add (coverage, report);
  sd_check_take_report (check, pack, report, self->doc);

  return list_found (check);
}
