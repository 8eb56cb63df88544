/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/document.h"
#include "plan/reader.h"

#include <zip.h>

/* Plans for the tests, and a look into what is made of them. */

#define SCHEMA "OpenDocument-v1.3-schema.rng"
#define MANIFEST_SCHEMA "OpenDocument-v1.3-manifest-schema.rng"

#define PLAN_ID "00000000-0000-4000-8000-000000000001"

typedef struct
{
  const char *title;    /* (nullable): markup is allowed, so escape it */
  const char *header;   /* (nullable): more attributes of the plan */
  const char *sections; /* (nullable): elements */
  guint n_offices;
  guint n_centers;
  guint n_powers;
} PlanSpec;

SdCounty *load_plan     (const PlanSpec *spec);
SdCounty *load_xml      (const char     *xml);
SdBlocks *build_blocks  (SdCounty       *county);
SdBlocks *read_blocks   (const char     *text,
                         GError        **error);
xmlDoc   *export_fodt   (SdCounty       *county);
char     *unit_id       (guint           number);
guint     count_nodes   (xmlDoc         *doc,
                         const char     *path);
char     *string_value  (xmlDoc         *doc,
                         const char     *path);
/* A picture of a small plan. */
void      put_picture   (SdBlocks       *blocks,
                         const char     *source);
/* Skips the test where the schemas are not there. */
gboolean  is_valid_odf  (GBytes         *bytes,
                         const char     *schema);
zip_t    *open_package  (GBytes         *bytes);
GBytes   *read_part     (zip_t          *archive,
                         const char     *name);
