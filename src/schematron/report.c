/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"

G_DEFINE_BOXED_TYPE (SchReport, sch_report, sch_report_ref, sch_report_unref)

static void
event_clear (gpointer data)
{
  g_free (((SchEvent *) data)->document);
}

SchReport *
sch_report_new (SchSchema *schema, const char *phase, guint n_events)
{
  SchReport *self = g_new0 (SchReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->schema = g_object_ref (schema);
  self->phase = g_strdup (phase);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_finding_free);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  self->events = g_array_sized_new (FALSE, FALSE, sizeof (SchEvent), n_events);
  g_array_set_clear_func (self->events, event_clear);

  return self;
}

/**
 * sch_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): the same report
 */
SchReport *
sch_report_ref (SchReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sch_report_unref:
 * @self: a report
 */
void
sch_report_unref (SchReport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->events);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->findings);
  g_object_unref (self->schema);
  g_free (self->phase);
  g_free (self);
}

/**
 * sch_report_get_n_findings:
 * @self: a report
 *
 * Returns: how many assertions failed and reports succeeded
 */
guint
sch_report_get_n_findings (SchReport *self)
{
  return self->findings->len;
}

/**
 * sch_report_get_finding:
 * @self: a report
 * @index: which one, from 0
 *
 * Returns: (transfer none): the finding, which lives as long as the report
 */
const SchFinding *
sch_report_get_finding (SchReport *self, guint index)
{
  g_return_val_if_fail (index < self->findings->len, NULL);

  return g_ptr_array_index (self->findings, index);
}

/**
 * sch_report_get_n_errors:
 * @self: a report
 *
 * Returns: how many expressions could not be evaluated
 */
guint
sch_report_get_n_errors (SchReport *self)
{
  return self->errors->len;
}

/**
 * sch_report_get_error:
 * @self: a report
 * @index: which one, from 0
 *
 * Returns: (transfer none): a sentence that says which expression, where and why
 */
const char *
sch_report_get_error (SchReport *self, guint index)
{
  g_return_val_if_fail (index < self->errors->len, NULL);

  return g_ptr_array_index (self->errors, index);
}

/**
 * sch_report_is_valid:
 * @self: a report
 *
 * Returns: whether nothing was found and everything could be evaluated
 */
gboolean
sch_report_is_valid (SchReport *self)
{
  return self->findings->len == 0 && self->errors->len == 0;
}

/**
 * sch_report_get_schema:
 * @self: a report
 *
 * Returns: (transfer none): the schema that made it
 */
SchSchema *
sch_report_get_schema (SchReport *self)
{
  return self->schema;
}

/**
 * sch_report_get_phase:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): the phase that was checked; %NULL for all patterns
 */
const char *
sch_report_get_phase (SchReport *self)
{
  return self->phase;
}
