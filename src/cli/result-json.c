/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "result.h"

#include <math.h>

/* JSON is small enough to write that a library for it would not be worth its weight. */

static void
append_string (GString *json, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (const char *c = valid; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (json, "\\%c", *c);
      else if ((guchar) *c < 0x20 || *c == 0x7f)
        g_string_append_printf (json, "\\u%04x", *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

/* A figure is a number where it reads as one. */
static void
append_figure (GString *json, const char *text)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (text == NULL || end == text || *end != '\0' || !isfinite (number))
    append_string (json, text);
  else
    g_string_append (json, g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

static void
append_place (GString *json, guint place)
{
  if (place > 0)
    g_string_append_printf (json, "%u", place);
  else
    g_string_append (json, "null");
}

static void
append_member (GString *json, const char *name)
{
  if (json->str[json->len - 1] != '{')
    g_string_append (json, ", ");
  g_string_append_printf (json, "\"%s\": ", name);
}

/* Only a finding with an exception says so. */
static void
append_exception (GString *json, SdFinding *finding)
{
  if (sd_finding_get_exception (finding) == NULL)
    return;

  append_member (json, "exception");
  g_string_append (json, "{\"reason\": ");
  append_string (json, sd_finding_get_exception (finding));
  append_member (json, "granted-by");
  append_string (json, sd_finding_get_granted_by (finding));
  append_member (json, "document");
  append_string (json, sd_finding_get_document (finding));
  g_string_append_c (json, '}');
}

static void
append_finding (GString *json, SdFinding *finding)
{
  const struct
  {
    const char *name, *text;
  } texts[] = {
    { "pack", sd_finding_get_pack (finding) },
    { "rule", sd_finding_get_rule (finding) },
    { "severity", sd_severity_get_token (sd_finding_get_severity (finding)) },
    { "message", sd_finding_get_message (finding) },
    { "clause", sd_finding_get_clause (finding) },
    { "subject", sd_finding_get_subject (finding) },
    { "path", sd_finding_get_path (finding) },
  };

  g_string_append_c (json, '{');
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      append_member (json, texts[i].name);
      append_string (json, texts[i].text);
    }
  if (sd_finding_get_file (finding) != NULL)
    {
      append_member (json, "file");
      append_string (json, sd_finding_get_file (finding));
    }
  append_member (json, "line");
  append_place (json, sd_finding_get_line (finding));
  append_member (json, "column");
  append_place (json, sd_finding_get_column (finding));
  append_member (json, "measured");
  append_figure (json, sd_finding_get_measured (finding));
  append_member (json, "limit");
  append_figure (json, sd_finding_get_limit (finding));
  append_exception (json, finding);
  g_string_append_c (json, '}');
}

static void
append_findings (GString *json, SdResult *result, gboolean on_one_line)
{
  gboolean first = TRUE;

  append_member (json, "findings");
  g_string_append_c (json, '[');
  for (guint i = 0; i < result->checks->len; i++)
    {
      GListModel *findings = sd_check_get_findings (g_ptr_array_index (result->checks, i));

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (SdFinding) finding = g_list_model_get_item (findings, j);

          if (!first)
            g_string_append_c (json, ',');
          if (!on_one_line)
            g_string_append (json, "\n    ");
          else if (!first)
            g_string_append_c (json, ' ');
          append_finding (json, finding);
          first = FALSE;
        }
    }
  g_string_append_c (json, ']');
}

static void
append_error (GString *json, SdResult *result)
{
  append_member (json, "error");
  g_string_append (json, "{\"message\": ");
  append_string (json, result->error->message);
  append_member (json, "line");
  append_place (json, sd_result_get_line (result));
  append_member (json, "column");
  g_string_append (json, "null}");
}

/**
 * sd_result_to_json:
 * @self: a result
 * @on_one_line: whether it is to be a line, with its end
 *
 * Returns: (transfer full): an object: "file", and "findings" or "error"
 */
char *
sd_result_to_json (SdResult *self, gboolean on_one_line)
{
  GString *json = g_string_new ("{");

  append_member (json, "file");
  append_string (json, self->file);
  if (self->error != NULL)
    append_error (json, self);
  else
    append_findings (json, self, on_one_line);
  g_string_append (json, on_one_line ? "}\n" : "}");

  return g_string_free (json, FALSE);
}
