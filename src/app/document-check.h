/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/row.h"

G_BEGIN_DECLS

gboolean sd_document_check_element (SdRow    *document,
                                    guint     column,
                                    SdValue  *value,
                                    GError  **error);

G_END_DECLS
