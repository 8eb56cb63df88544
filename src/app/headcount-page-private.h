/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "headcount-cell.h"
#include "headcount-item.h"
#include "headcount-page.h"

G_BEGIN_DECLS

struct _SdHeadcountPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkColumnView *view;
  GtkCheckButton *actual_button;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  GListModel *items;
  GtkSingleSelection *selection;
  GPtrArray *columns; /* of GtkColumnViewColumn with figures, in order */
  GPtrArray *cells;   /* SdHeadcountCell that exist, in no order; borrowed */
};

gboolean sd_headcount_page_on_cell_move (SdHeadcountCell *cell,
                                         int              columns,
                                         int              rows,
                                         SdHeadcountPage *self);

/* headcount-columns.c: the columns, and the cells in them */
void     sd_headcount_page_add_columns  (SdHeadcountPage *self);
void     sd_headcount_page_update_limit (SdHeadcountPage *self,
                                         SdHeadcountCell *cell);
void     sd_headcount_page_on_cell_gone (gpointer         page,
                                         GObject         *cell);

G_END_DECLS
