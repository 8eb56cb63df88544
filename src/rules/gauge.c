/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gauge.h"

struct _SdGauge
{
  GObject parent_instance;

  char *id;
  char *label;
  char *clause;
  double measured;
  double limit;
};

G_DEFINE_FINAL_TYPE (SdGauge, sd_gauge, G_TYPE_OBJECT)

static void
sd_gauge_finalize (GObject *object)
{
  SdGauge *self = SD_GAUGE (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->clause);

  G_OBJECT_CLASS (sd_gauge_parent_class)->finalize (object);
}

static void
sd_gauge_class_init (SdGaugeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_gauge_finalize;
}

static void
sd_gauge_init (SdGauge *self)
{
}

/**
 * sd_gauge_new:
 * @id: tells it from the other gauges
 * @label: what is measured
 * @clause: (nullable): the clause that sets the limit
 * @measured: the figure
 * @limit: the limit, or -1 where there is none
 *
 * Returns: (transfer full): a gauge
 */
SdGauge *
sd_gauge_new (const char *id, const char *label, const char *clause, double measured, double limit)
{
  SdGauge *self = g_object_new (SD_TYPE_GAUGE, NULL);

  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->clause = g_strdup (clause);
  self->measured = measured;
  self->limit = limit;

  return self;
}

/**
 * sd_gauge_get_id:
 * @self: a gauge
 *
 * Returns: (transfer none): its id
 */
const char *
sd_gauge_get_id (SdGauge *self)
{
  return self->id;
}

/**
 * sd_gauge_get_label:
 * @self: a gauge
 *
 * Returns: (transfer none): what is measured, in the user's language where the pack has it
 */
const char *
sd_gauge_get_label (SdGauge *self)
{
  return self->label;
}

/**
 * sd_gauge_get_clause:
 * @self: a gauge
 *
 * Returns: (transfer none) (nullable): the clause that sets the limit
 */
const char *
sd_gauge_get_clause (SdGauge *self)
{
  return self->clause;
}

/**
 * sd_gauge_get_measured:
 * @self: a gauge
 *
 * Returns: the figure
 */
double
sd_gauge_get_measured (SdGauge *self)
{
  return self->measured;
}

/**
 * sd_gauge_get_limit:
 * @self: a gauge
 *
 * Returns: the limit, or -1 where there is none
 */
double
sd_gauge_get_limit (SdGauge *self)
{
  return self->limit;
}
