/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

char *sd_markup_from_node (const xmlNode  *element,
                           const xmlNode **place,
                           char          **problem);

G_END_DECLS
