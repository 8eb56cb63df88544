/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "export.h"

G_BEGIN_DECLS

gboolean sd_export_result_is_due (SdExport *export);
void     sd_export_result_fill   (GtkBox   *box,
                                  SdExport *export);

G_END_DECLS
