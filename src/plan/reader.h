/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "county.h"
#include "writer.h"

G_BEGIN_DECLS

SdCounty *sd_county_read      (GFile       *file,
                               GError     **error);
SdCounty *sd_county_read_doc  (xmlDoc      *doc,
                               GFile       *base,
                               const char  *name,
                               GError     **error);
gboolean  sd_county_check_doc (xmlDoc      *doc,
                               const char  *name,
                               GError     **error);

G_END_DECLS
