/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A folder for one test, removed with what is in it. */
char  *temp_folder_new    (void);
void   temp_folder_remove (char *folder);
GFile *temp_folder_file   (const char *folder,
                           const char *name);
void   temp_folder_write  (const char *folder,
                           const char *name,
                           const char *text);
guint  temp_folder_count  (const char *folder);
char  *temp_folder_device (const char *folder,
                           const char *name,
                           guint       number);

typedef char TempFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TempFolder, temp_folder_remove)
