/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/**
 * SdNewRegisterDialog:
 *
 * Asks for the name of a county, and then where its register is to be.
 */
#define SD_TYPE_NEW_REGISTER_DIALOG (sd_new_register_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdNewRegisterDialog, sd_new_register_dialog, SD, NEW_REGISTER_DIALOG,
                      AdwWindow)

GtkWidget *sd_new_register_dialog_new         (SdWindow   *parent);
void       sd_new_register_dialog_choose_file (SdWindow   *parent,
                                               const char *county_name,
                                               SdCounty   *content);

G_END_DECLS
