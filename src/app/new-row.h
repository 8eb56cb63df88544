/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

void sd_new_row_add (SdSession           *session,
                     SdTableId            table,
                     const char          *parent_id,
                     const char          *text,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data);

G_END_DECLS
