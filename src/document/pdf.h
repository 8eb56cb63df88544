/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout.h"

G_BEGIN_DECLS

GBytes *sd_pdf_write (SdLayout  *layout,
                      GError   **error);

G_END_DECLS
