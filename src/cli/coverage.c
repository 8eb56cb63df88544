/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coverage.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What a rule writer asks of the rules themselves: which do nothing, which never fired. */

struct _SdCoverage
{
  GMutex lock;
  GPtrArray *schemas; /* SchCoverage, in the order of their first use */
};

SdCoverage *
sd_coverage_new (void)
{
  SdCoverage *self = g_new0 (SdCoverage, 1);

  g_mutex_init (&self->lock);
  self->schemas = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_coverage_unref);

  return self;
}

void
sd_coverage_free (SdCoverage *self)
{
  g_ptr_array_unref (self->schemas);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static SchCoverage *
coverage_of (SdCoverage *self, SchSchema *schema)
{
  SchCoverage *coverage = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->schemas->len && coverage == NULL; i++)
    if (sch_coverage_get_schema (g_ptr_array_index (self->schemas, i)) == schema)
      coverage = g_ptr_array_index (self->schemas, i);
  if (coverage == NULL)
    {
      coverage = sch_coverage_new (schema);
      g_ptr_array_add (self->schemas, coverage);
    }
  g_mutex_unlock (&self->lock);

  return coverage;
}

/**
 * sd_coverage_add:
 * @self: what has been covered so far
 * @check: what came of a document
 *
 * Adds the rules that fired. May be called from any thread.
 */
void
sd_coverage_add (SdCoverage *self, SdCheck *check)
{
  GPtrArray *reports = sd_check_get_reports (check);

  for (guint i = 0; i < reports->len; i++)
    {
      SchReport *report = g_ptr_array_index (reports, i);

      sch_coverage_add (coverage_of (self, sch_report_get_schema (report)), report);
    }
}

static void
append_schema (GString *text, SchCoverage *coverage)
{
  const char *title = sch_schema_get_title (sch_coverage_get_schema (coverage));
  guint n = sch_coverage_get_n_rules (coverage);
  guint n_fired = 0;

  for (guint i = 0; i < n; i++)
    {
      const SchRuleCount count = sch_coverage_get_rule (coverage, i);

      n_fired += count.n_fired > 0;
      if (count.n_documents == 0)
        g_string_append_printf (text,
                                _ ("%s:%u: the rule with context “%s” was not checked in the "
                                   "phase.\n"),
                                count.file, count.line, count.context);
      else if (count.n_fired == 0)
        g_string_append_printf (text,
                                _ ("%s:%u: the rule with context “%s” fired on no document.\n"),
                                count.file, count.line, count.context);
    }
  if (title != NULL)
    g_string_append_printf (text, "%s: ", title);
  g_string_append_printf (text, _ ("rules that fired: %u of %u; documents: %u.\n"), n_fired, n,
                          sch_coverage_get_n_documents (coverage));
}

/**
 * sd_coverage_to_text:
 * @self: what has been covered
 *
 * Returns: (transfer full): a line for each rule that never fired, and the counts
 */
char *
sd_coverage_to_text (SdCoverage *self)
{
  GString *text = g_string_new (NULL);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->schemas->len; i++)
    append_schema (text, g_ptr_array_index (self->schemas, i));
  g_mutex_unlock (&self->lock);

  return g_string_free (text, FALSE);
}

/**
 * sd_lint:
 * @schema: a schema
 *
 * Says on standard error what the schema says in vain.
 *
 * Returns: how many warnings there are
 */
guint
sd_lint (SchSchema *schema)
{
  g_autoptr (GPtrArray) warnings = sch_schema_lint (schema);

  for (guint i = 0; i < warnings->len; i++)
    {
      const SchWarning *warning = g_ptr_array_index (warnings, i);

      fprintf (stderr, "%s:%u: %s: %s\n", warning->file, warning->line, _ ("warning"),
               warning->sentence);
    }

  return warnings->len;
}
