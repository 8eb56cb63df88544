/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "county.h"
#include "reader.h"

G_BEGIN_DECLS

/*
 * SdReading:
 * @name: what messages call the file
 * @base: (nullable): the file, beside which those of `plan-ref` lie
 * @follow: whether the files of `plan-ref` are read
 * @alone: whether the root is a plan
 * @county: what is being made
 * @plan: (nullable): the plan whose rows are being read
 * @county_ids: ids of the county's rows so far
 * @plan_ids: ids of the plan's rows so far
 * @counts: "table parent" → next rank
 * @references: places to be checked when all is read, in document order
 * @error: where the first fault goes
 *
 * The reading of one file.
 */
typedef struct
{
  const char *name;
  GFile *base;
  gboolean follow;
  gboolean alone;
  SdCounty *county;
  SdPlan *plan;
  GHashTable *county_ids;
  GHashTable *plan_ids;
  GHashTable *counts;
  GArray *references;
  GError **error;
} SdReading;

SdCounty *sd_reading_run              (SdReading     *self,
                                       xmlNode       *root);
gboolean  sd_reading_fail             (SdReading     *self,
                                       const xmlNode *node,
                                       const char    *format,
                                       ...) G_GNUC_PRINTF (3, 4);
gboolean  sd_reading_is               (const xmlNode *node,
                                       const char    *name);
gboolean  sd_reading_ignores          (const xmlNode *node);
gboolean  sd_reading_is_empty         (SdReading     *self,
                                       const xmlNode *node);
SdRow    *sd_reading_make_row         (SdReading     *self,
                                       xmlNode       *node,
                                       const SdTable *table,
                                       const char    *parent_id);
gboolean  sd_reading_put_row          (SdReading     *self,
                                       const xmlNode *node,
                                       SdRow         *row);
gint64    sd_reading_next_rank        (SdReading     *self,
                                       const SdTable *table,
                                       const char    *parent_id);
gboolean  sd_reading_read_markup      (SdReading     *self,
                                       xmlNode       *node,
                                       SdRow         *row);
gboolean  sd_reading_read_plan_ref    (SdReading     *self,
                                       xmlNode       *node);

G_END_DECLS
