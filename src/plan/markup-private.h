/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

char *sd_markup_from_node (const xmlNode  *element,
                           const xmlNode **place,
                           char          **problem);
char *sd_markup_normalize (const char     *markup);
void  sd_markup_to_nodes  (const char     *markup,
                           xmlNode        *element);

G_END_DECLS
