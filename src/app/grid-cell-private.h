/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid-cell.h"

G_BEGIN_DECLS

struct _SdGridCell
{
  GtkWidget parent_instance;

  /* Borrowed: children */
  GtkWidget *label;
  GtkWidget *text;    /* shown while the cell is edited; NULL before it ever is */
  GtkWidget *popover; /* there while one is chosen */

  /* Owned */
  SdGridItem *item;
  char *title; /* of the column */

  guint place;
  gboolean bound;     /* a line is shown; else the last one is only kept */
  gboolean editing;
  gboolean composing; /* an input method has the keys */
};

/* grid-cell-choice.c */
void sd_grid_cell_choose (SdGridCell *self);

/* grid-selection.c */
void sd_grid_cell_take_focus (SdGridCell *self);

/* grid-cell.c */
void sd_grid_cell_set    (SdGridCell *self,
                          const char *text);

G_END_DECLS
