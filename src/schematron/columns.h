/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

void sch_columns_keep (xmlParserCtxt *parser);
void sch_columns_mend_lines (xmlParserCtxt *parser);
guint sch_columns_get (const xmlNode *node);
guint sch_columns_get_line (const xmlNode *node);

G_END_DECLS
