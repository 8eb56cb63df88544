/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xpath.h>

G_BEGIN_DECLS

void sch_exslt_register (xmlXPathContext *context);

G_END_DECLS
