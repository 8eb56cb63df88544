/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field-row.h"

G_BEGIN_DECLS

/* What ties a row of the inspector to the column that it shows and edits. Kept with the widget. */
typedef struct _Field Field;
struct _Field
{
  GtkWidget *widget; /* borrowed: owns this */
  SdSession *session;
  SdRow *row;
  guint column;
  const SdColumn *about; /* description of the column */
  GListModel *choices;   /* of a reference: the rows it may point to, in order */
  gboolean updating;     /* the widget follows the model, not the user */
  gboolean composing;    /* of a longer text: an input method has the keys */
  void (*show) (Field *field);
  const SdFieldOwner *functions; /* NULL where the register is written at once */
  gpointer owner;                /* borrowed: outlives the widget */
};

Field    *sd_field_attach         (GtkWidget     *widget,
                                   SdSession     *session,
                                   SdRow         *row,
                                   guint          column,
                                   void         (*show) (Field *field));
void      sd_field_set            (Field         *field,
                                   const SdValue *value);

GtkWidget *sd_field_choice_new    (SdSession     *session,
                                   SdRow         *row,
                                   guint          column);
GtkWidget *sd_field_ref_new       (SdSession     *session,
                                   SdRow         *row,
                                   guint          column);
GtkWidget *sd_field_switch_new    (SdSession     *session,
                                   SdRow         *row,
                                   guint          column);
GtkWidget *sd_field_area_new      (SdSession     *session,
                                   SdRow         *row,
                                   guint          column);

G_END_DECLS
