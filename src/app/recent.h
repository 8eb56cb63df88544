/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       sd_recent_add  (GFile *file);
GPtrArray *sd_recent_list (guint  most);

G_END_DECLS
