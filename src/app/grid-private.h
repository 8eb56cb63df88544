/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid.h"

G_BEGIN_DECLS

/* Lines and places that are copied together, the ends included. */
typedef struct
{
  gboolean is_set;
  int line, place;         /* where it began, and where the focus is */
  int to_line, to_place;   /* where it goes to */
} SdGridRange;

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

  SdGridRange range;
  gboolean is_entered; /* while the focus comes from elsewhere */
  gboolean is_stale;   /* the lines are made anew when the page is seen */
};

/* grid.c */
void     sd_grid_make_stale       (SdGrid     *self);
void     sd_grid_refresh          (SdGrid     *self);
gboolean sd_grid_is_shown         (SdGrid     *self,
                                   int         place);
int      sd_grid_position_of      (SdGrid     *self,
                                   SdGridItem *item);

/* grid-clipboard.c: ranges, copying and pasting */
void     sd_grid_add_clipboard    (SdGrid     *self);
void     sd_grid_drop_range       (SdGrid     *self);
void     sd_grid_show_range       (SdGrid     *self,
                                   SdGridCell *cell);

/* grid-selection.c */
SdGridCell *sd_grid_find_item_cell   (SdGrid     *self,
                                      SdGridItem *item,
                                      int         place);
void        sd_grid_select_line      (SdGrid     *self,
                                      guint       line);
void        sd_grid_update_selection (SdGrid     *self);

/* grid-menu.c */
void         sd_grid_install_menu     (GtkWidgetClass    *widget_class);
void         sd_grid_add_menu         (SdGrid            *self);

G_END_DECLS
