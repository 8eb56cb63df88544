/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "verdicts.h"

G_BEGIN_DECLS

/* The words of a verdict beside the place that it is about, as an alert for screen readers. */

GtkWidget  *sd_verdict_hint_new          (void);
void        sd_verdict_hint_set          (GtkWidget       *hint,
                                          const char      *load,
                                          const SdVerdict *verdict);
const char *sd_verdict_get_color         (const SdVerdict *verdict);
void        sd_verdict_hint_place        (GtkWidget             *hint,
                                          const graphene_rect_t *mark);

G_END_DECLS
