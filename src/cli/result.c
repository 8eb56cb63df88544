/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "result.h"

#include <glib/gi18n.h>

SdResult *
sd_result_new (const char *file)
{
  SdResult *self = g_new0 (SdResult, 1);

  self->file = g_strdup (file);
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  self->plans = g_ptr_array_new_with_free_func (g_free);
  self->notices = g_string_new (NULL);

  return self;
}

void
sd_result_free (SdResult *self)
{
  g_free (self->file);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->plans);
  if (self->notices != NULL)
    g_string_free (self->notices, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

/* The line that the message of the error begins with, after the file: "name:12: …". */
guint
sd_result_get_line (SdResult *self)
{
  const gsize length = strlen (self->file);
  const char *line;
  char *end = NULL;
  guint64 number;

  if (self->error == NULL || !g_str_has_prefix (self->error->message, self->file) ||
      self->error->message[length] != ':')
    return 0;
  line = self->error->message + length + 1;
  number = g_ascii_isdigit (*line) ? g_ascii_strtoull (line, &end, 10) : 0;

  return end != NULL && *end == ':' && number <= G_MAXUINT ? (guint) number : 0;
}

static void
append_exception (GString *text, SdFinding *finding)
{
  const char *reason = sd_finding_get_exception (finding);
  const char *granted_by = sd_finding_get_granted_by (finding);

  if (reason != NULL)
    g_string_append_printf (text, _ (" (exception: %s; %s)"), reason,
                            granted_by != NULL ? granted_by : "");
}

static void
append_finding (GString *text, const char *file, const char *plan, SdFinding *finding)
{
  static const char *const severities[SD_N_SEVERITIES] = { N_ ("error"), N_ ("warning"),
                                                           N_ ("info"), N_ ("question") };
  const char *measured = sd_finding_get_measured (finding);
  const char *limit = sd_finding_get_limit (finding);

  g_string_append (text,
                   sd_finding_get_file (finding) != NULL ? sd_finding_get_file (finding) : file);
  if (sd_finding_get_line (finding) > 0)
    g_string_append_printf (text, ":%u", sd_finding_get_line (finding));
  if (plan != NULL)
    g_string_append_printf (text, ": %s", plan);
  g_string_append_printf (text, ": %s: %s", _ (severities[sd_finding_get_severity (finding)]),
                          sd_finding_get_message (finding));
  if (measured != NULL && limit != NULL)
    g_string_append_printf (text, _ (" (measured %s, limit %s)"), measured, limit);
  if (sd_finding_get_rule (finding) != NULL)
    g_string_append_printf (
        text, " [%s%s%s%s%s]",
        sd_finding_get_pack (finding) != NULL ? sd_finding_get_pack (finding) : "",
        sd_finding_get_pack (finding) != NULL ? " " : "", sd_finding_get_rule (finding),
        sd_finding_get_clause (finding) != NULL ? " " : "",
        sd_finding_get_clause (finding) != NULL ? sd_finding_get_clause (finding) : "");
  append_exception (text, finding);
  g_string_append_c (text, '\n');
}

/**
 * sd_result_to_text:
 * @self: a result
 *
 * Returns: (transfer full): a line a finding, in the user's language
 */
char *
sd_result_to_text (SdResult *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GListModel *findings = sd_check_get_findings (g_ptr_array_index (self->checks, i));

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (SdFinding) finding = g_list_model_get_item (findings, j);

          if (!sd_finding_get_is_failure (finding)) /* told on standard error */
            append_finding (text, self->file, g_ptr_array_index (self->plans, i), finding);
        }
    }

  return g_string_free (text, FALSE);
}
