/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SdNewFileFunc:
 * @database: an empty database, which bears another name yet
 * @data: what the caller gave
 * @error: return location for a #SdRegisterError
 *
 * Writes what is to be in a new file.
 *
 * Returns: whether it is all there
 */
typedef gboolean (*SdNewFileFunc) (SdDatabase *database, gpointer data, GError **error);

char     *sd_new_file_get_path (GFile          *file,
                                const char     *name,
                                GError        **error);
gboolean  sd_new_file_make     (GFile          *file,
                                SdNewFileFunc   func,
                                gpointer        data,
                                GError        **error);

G_END_DECLS
