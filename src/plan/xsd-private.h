/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

xmlNode *sd_xsd_add             (xmlNode    *parent,
                                 const char *name,
                                 ...) G_GNUC_NULL_TERMINATED;
void     sd_xsd_add_plan_keys   (xmlNode    *plan,
                                 const char *prefix,
                                 gboolean    alone);
void     sd_xsd_add_county_keys (xmlNode    *county);

G_END_DECLS
