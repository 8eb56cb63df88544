/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/pack.h"

G_BEGIN_DECLS

/* The pack was looked at: @folder may be added, or @error says why not; both are %NULL where the
 * user decided against it. */
typedef void (*SdPackLooked) (GFile *folder, const GError *error, gpointer data);

void sd_pack_look_at (GtkWindow    *parent,
                      GFile        *folder,
                      SdPackLooked  looked,
                      gpointer      data);

G_END_DECLS
