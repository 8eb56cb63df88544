/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "load.h"

#include "plan/validate.h"
#include "register/register.h"
#include "schematron/schematron.h"

#include <gio/gunixinputstream.h>
#include <unistd.h>

#include <glib/gi18n.h>

#define SQLITE_MAGIC "SQLite format 3"

/* A register is told by what it is and not by its name, so that a wrong name is no wrong message.
 */
gboolean
sd_cli_is_register (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char magic[sizeof SQLITE_MAGIC] = { 0 };
  g_autofree char *name = g_file_get_basename (file);
  gsize n = 0;

  if (g_str_has_suffix (name, ".sanding"))
    return TRUE;

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), magic, sizeof magic, &n, NULL, NULL) &&
         n == sizeof magic && memcmp (magic, SQLITE_MAGIC, n) == 0;
}

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  return sd_xml_load_stream (input, NULL, error);
}

/* Reads a document whose elements have lines and columns, for findings. */
xmlDoc *
sd_cli_read_doc (GBytes *bytes, const char *name, GError **error)
{
  if (!sch_document_check_bounds (bytes, name, error))
    return NULL;

  return sd_xml_read_bytes_with (bytes, name, sch_columns_keep, error);
}

/*
 * sd_cli_load_doc:
 * @name: a file, or "-" for standard input
 * @file: (out) (transfer full) (nullable): the file
 * @error: return location for an error
 *
 * Returns: (transfer full): the document
 */
xmlDoc *
sd_cli_load_doc (const char *name, GFile **file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  xmlDoc *doc;

  *file = NULL;
  if (!g_str_equal (name, "-"))
    {
      *file = g_file_new_for_commandline_arg (name);
      bytes = sd_xml_load_file (*file, name, NULL, error);
    }
  else
    {
      bytes = read_standard_input (error);
    }

  doc = bytes != NULL ? sd_cli_read_doc (bytes, name, error) : NULL;
  if (doc != NULL && *file != NULL)
    sd_xml_set_file (doc, *file);

  return doc;
}

/*
 * sd_cli_load_county:
 * @name: plan XML, county XML or a register; "-" for XML on standard input
 * @error: return location for an error
 *
 * Returns: (transfer full): the county with all its plans loaded
 */
SdCounty *
sd_cli_load_county (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GFile) source = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (SdRegister) reg = NULL;

  if (!g_str_equal (name, "-") && sd_cli_is_register (file))
    {
      reg = sd_register_open (file, SD_REGISTER_OPEN_READ_ONLY, g_get_real_name (), error);
      if (reg == NULL || !sd_register_verify_history (reg, error) ||
          !sd_register_load_all (reg, error))
        return NULL;
      return g_object_ref (sd_register_get_county (reg));
    }
  doc = sd_cli_load_doc (name, &source, error);
  if (doc == NULL || !sd_plan_xml_validate (doc, name, error))
    return NULL;

  return sd_county_read_doc (doc, source, name, error);
}

static gboolean
is_named (SdRow *plan, const char *name)
{
  return g_str_equal (sd_row_get_id (plan), name) || sd_row_is (plan, SD_PLAN_TITLE, name) ||
         sd_row_is (plan, SD_PLAN_SCENARIO, name);
}

/* The plan of a file that is named, or the only one. */
const char *
sd_cli_choose_plan (SdCounty *county, const char *file, const char *name, GError **error)
{
  SdRow *plan, *chosen = NULL;
  guint n = 0;

  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    if (name == NULL || is_named (plan, name))
      {
        chosen = plan;
        n++;
      }
  if (n == 1)
    return sd_row_get_id (chosen);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               n == 0 ? _ ("%s: the file holds no such plan.")
                      : _ ("%s: the file holds several plans; name one with --plan."),
               file);
  return NULL;
}
