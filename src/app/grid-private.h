/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid.h"

G_BEGIN_DECLS

struct _SdGrid
{
  AdwBin parent_instance;

  /* Borrowed: child */
  GtkColumnView *view;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  GListStore *items;
  GtkSingleSelection *selection;
  GPtrArray *columns; /* of GtkColumnViewColumn, by place */
  GArray *flags;      /* of SdGridColumnFlags, by place */
  GPtrArray *cells;   /* SdGridCell that exist, in no order; borrowed */
};

/* grid.c */
void     sd_grid_emit_stale       (SdGrid     *self);
gboolean sd_grid_is_shown         (SdGrid     *self,
                                   int         place);
int      sd_grid_position_of      (SdGrid     *self,
                                   SdGridItem *item);

/* grid-selection.c */
SdGridCell *sd_grid_find_item_cell   (SdGrid     *self,
                                      SdGridItem *item,
                                      int         place);
void        sd_grid_select_line      (SdGrid     *self,
                                      guint       line);
void        sd_grid_update_selection (SdGrid     *self);

G_END_DECLS
