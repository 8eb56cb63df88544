/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

GtkWidget *sd_field_row_new       (SdSession      *session,
                                   SdRow          *row,
                                   guint           column);
char      *sd_field_get_display   (SdSession      *session,
                                   SdRow          *row,
                                   guint           column);
gboolean   sd_field_parse         (const SdColumn *column,
                                   const char     *text,
                                   SdValue        *value,
                                   GError        **error);

gboolean   sd_field_read          (SdPlan         *plan,
                                   const SdColumn *column,
                                   const char     *text,
                                   SdValue        *value,
                                   GError        **error);

G_END_DECLS
