/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xpath.h>

G_BEGIN_DECLS

/* So many comparisons of characters or nodes pass for one step. */
#define SCH_WORK_OF_STEP 16

/* So many bytes a text may hold. */
#define SCH_LONGEST_TEXT ((double) (16 << 20))

gboolean sch_guard_count (xmlXPathParserContext *parser, double work);
void sch_guard_register (xmlXPathContext *context);

G_END_DECLS
