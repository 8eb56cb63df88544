/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plan/plan.h"

G_BEGIN_DECLS

/**
 * SdUnitChooser:
 *
 * A window in which a unit is chosen, as what others are merged into; found by typing part of its
 * name, or its initials.
 */
#define SD_TYPE_UNIT_CHOOSER (sd_unit_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SdUnitChooser, sd_unit_chooser, SD, UNIT_CHOOSER, AdwWindow)

GtkWidget *sd_unit_chooser_new        (GtkWindow          *parent,
                                       const char         *title,
                                       const char         *verb,
                                       SdPlan             *plan,
                                       const char         *stage,
                                       const char *const  *except);
void       sd_unit_chooser_set_option (SdUnitChooser      *self,
                                       const char         *label,
                                       gboolean            active);

G_END_DECLS
