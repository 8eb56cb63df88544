/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-card.h"
#include "chart-view.h"

G_BEGIN_DECLS

struct _SdChartView
{
  GtkWidget parent_instance;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  SdChart *chart;
  char *stage;
  GHashTable *cards;  /* id of the unit → SdChartCardView */
  GPtrArray *headers; /* GtkWidget, one a lane */
  GtkWidget *popover; /* asks for a name; a child of what it points to */
  char *awaited_id;   /* unit to select and focus once its card is there */

  double laid_out_for; /* width of the last layout; 0 when it is stale */
  guint fonts;         /* serial of the Pango context then */

  /* While something is dragged over the chart */
  SdChartRect drop_mark;
  gboolean dropping;
};

void       sd_chart_view_ensure_layout   (SdChartView       *self);

/* chart-view-cards.c */
GtkWidget *sd_chart_view_get_card        (SdChartView       *self,
                                          const char        *unit_id);
SdRow     *sd_chart_view_get_selected    (SdChartView       *self);
void       sd_chart_view_sync_cards      (SdChartView       *self);
void       sd_chart_view_update_headers  (SdChartView       *self);
void       sd_chart_view_update_badges   (SdChartView       *self);
void       sd_chart_view_update_selected (SdChartView       *self);

/* chart-view-actions.c */
void       sd_chart_view_install_actions (GtkWidgetClass    *widget_class);
void       sd_chart_view_show_menu       (SdChartView       *self,
                                          SdChartCardView   *card,
                                          double             x,
                                          double             y);
void       sd_chart_view_ask_new_unit    (SdChartView       *self,
                                          GtkWidget         *button,
                                          const SdToken     *kind);
void       sd_chart_view_ask_rename      (SdChartView       *self,
                                          SdChartCardView   *card);
void       sd_chart_view_move_unit       (SdChartView       *self,
                                          SdRow             *unit,
                                          const SdChartLane *lane,
                                          guint              rank);

/* chart-view-dnd.c */
void       sd_chart_view_init_drop       (SdChartView       *self);
void       sd_chart_view_init_drag       (SdChartView       *self,
                                          SdChartCardView   *card);

G_END_DECLS
