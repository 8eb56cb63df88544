/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

#define SD_TYPE_EXCEPTION_DIALOG (sd_exception_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdExceptionDialog, sd_exception_dialog, SD, EXCEPTION_DIALOG, AdwWindow)

GtkWidget *sd_exception_dialog_new (SdWindow   *parent,
                                    const char *pack,
                                    const char *rule,
                                    const char *object);

G_END_DECLS
