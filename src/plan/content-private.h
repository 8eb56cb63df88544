/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table.h"

G_BEGIN_DECLS

gboolean sd_content_is_of_county    (const SdTable *table);
gboolean sd_content_may_contain     (const SdTable *outer,
                                     const SdTable *inner,
                                     gboolean       alone);
char    *sd_content_list_children   (const SdTable *table,
                                     gboolean       alone);
char    *sd_content_list_attributes (const SdTable *table);

G_END_DECLS
