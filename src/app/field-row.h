/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdFieldOwner:
 * @check: says of a value that the column may hold whether the owner takes it; it may change it
 * @write: writes it
 * @report: shows what was wrong, or takes that away
 *
 * Who sees to what is entered in a row that is not written as a value of its row of the plan.
 */
typedef struct
{
  gboolean (*check) (gpointer owner, guint column, SdValue *value, GError **error);
  void (*write) (gpointer owner, guint column, const SdValue *value, GAsyncReadyCallback callback,
                 gpointer user_data);
  void (*report) (gpointer owner, const GError *error);
} SdFieldOwner;

GtkWidget *sd_field_row_new       (SdSession      *session,
                                   SdRow          *row,
                                   guint           column);
void       sd_field_row_set_owner (GtkWidget      *row,
                                   const SdFieldOwner *functions,
                                   gpointer        owner);
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
