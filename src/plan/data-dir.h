/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *sd_data_dir      (void);
GFile      *sd_data_dir_get  (const char *folder);

G_END_DECLS
