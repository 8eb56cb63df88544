/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/layout.h"
#include "window.h"

G_BEGIN_DECLS

GtkPrintOperation *sd_print_operation_new (SdLayout *layout);
void sd_window_print (SdWindow *self, SdLayout *layout, guint page);

G_END_DECLS
