/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/finding.h"

G_BEGIN_DECLS

/* How a severity looks, everywhere in the window: never by colour alone. */

const char *sd_severity_get_icon    (SdSeverity severity);
const char *sd_severity_get_style   (SdSeverity severity);
const char *sd_severity_get_title   (SdSeverity severity);
char       *sd_severity_count_text  (SdSeverity severity,
                                     guint      count);
GtkWidget  *sd_severity_badge_new   (SdSeverity severity,
                                     guint      count);

G_END_DECLS
