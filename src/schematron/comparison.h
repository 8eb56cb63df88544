/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xpath.h>

G_BEGIN_DECLS

void sch_comparison_register (xmlXPathContext *context);
double sch_number_from_string (const char *text);

G_END_DECLS
