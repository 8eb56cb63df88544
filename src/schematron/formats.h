/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xpath.h>

G_BEGIN_DECLS

void sch_function_format_number (xmlXPathParserContext *parser, int n);

G_END_DECLS
