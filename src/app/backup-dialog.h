/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

#define SD_TYPE_BACKUP_DIALOG (sd_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdBackupDialog, sd_backup_dialog, SD, BACKUP_DIALOG, AdwWindow)

GtkWidget *sd_backup_dialog_new (SdWindow *parent);

G_END_DECLS
