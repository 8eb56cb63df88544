/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

const char           *sd_error_get_heading    (const GError         *error);
const char           *sd_get_author           (void);
char                 *sd_file_get_title       (GFile                *file);

GtkFileChooserNative *sd_file_chooser_new     (GtkWindow            *parent,
                                               const char           *title,
                                               GtkFileChooserAction  action);
void                  sd_file_chooser_filter  (GtkFileChooserNative *chooser,
                                               const char           *name,
                                               const char           *patterns);
GFile                *sd_file_with_suffix     (GFile                *file,
                                               const char           *suffix);

void                  sd_menu_popup           (GtkPopover           *popover);

GListModel           *sd_enumeration_to_model (const char *const    *first,
                                               guint                 enumeration);

G_END_DECLS
