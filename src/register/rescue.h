/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *sd_rescue        (GFile                *damaged,
                             GFile                *file,
                             const char           *author,
                             GError              **error);
void       sd_rescue_async  (GFile                *damaged,
                             GFile                *file,
                             const char           *author,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
GPtrArray *sd_rescue_finish (GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
