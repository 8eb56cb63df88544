/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-card.h"
#include "chart-view.h"
#include "verdicts.h"

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
  GHashTable *chosen; /* set: ids of units that are moved together, when there are several */
  char *awaited_id;   /* unit to select and focus once its card is there */
  GtkWidget *entry;   /* for the new name of a unit; a child */
  SdRow *renamed;     /* that unit; NULL for none */

  SdChartArrangement arrangement;
  SdChartColoring coloring;
  GHashTable *folded;  /* set: ids of units, names of kinds */
  double zoom;         /* pixels to a unit of the chart */
  double offset;       /* pixels to the left of the chart */
  double laid_out_for; /* width of the last layout; 0 when it is stale */
  guint fonts;         /* serial of the Pango context then */

  /* While a unit is on its way, by mouse or by keyboard */
  SdRow *moving;        /* the one that was taken hold of, or a plaque or post of one */
  GStrv moving_ids;     /* all that go */
  SdVerdicts *verdicts; /* what the rules would say */
  GArray *places;       /* SdChartPlace, of the present layout */
  SdChartPlace drop;    /* where it would go now */
  gboolean dropping;    /* whether there is such a place */
  gboolean carrying;    /* whether by keyboard */
  guint carried_to;     /* then: index of the place */
  GtkWidget *hint;      /* says what would be found; a child */
};

void       sd_chart_view_ensure_layout   (SdChartView       *self);
void       sd_chart_view_refresh         (SdChartView       *self);

/* chart-view-paint.c */
void       sd_chart_view_paint           (GtkWidget         *widget,
                                          GtkSnapshot       *snapshot);

/* chart-view-cards.c */
GtkWidget *sd_chart_view_get_card        (SdChartView       *self,
                                          const char        *unit_id);
SdRow     *sd_chart_view_get_selected    (SdChartView       *self);
void       sd_chart_view_sync_cards      (SdChartView       *self);
void       sd_chart_view_update_headers  (SdChartView       *self);
void       sd_chart_view_update_badges   (SdChartView       *self);
void       sd_chart_view_update_marks    (SdChartView       *self);
void       sd_chart_view_update_selected (SdChartView       *self);
void       sd_chart_view_choose          (SdChartView       *self,
                                          const char        *unit_id);
void       sd_chart_view_choose_one      (SdChartView       *self);
void       sd_chart_view_deselect        (SdChartView       *self);
void       sd_chart_view_init_click      (SdChartView       *self);
GStrv      sd_chart_view_list_chosen     (SdChartView       *self,
                                          SdRow             *unit);
void       sd_chart_view_set_folded      (SdChartView       *self,
                                          const char        *key,
                                          gboolean           folded);

/* chart-view-relations.c */
void       sd_chart_view_update_relations (SdChartView      *self);

/* chart-view-actions.c */
void       sd_chart_view_install_actions (GtkWidgetClass    *widget_class);
void       sd_chart_view_follow          (SdChartView       *self,
                                          const char        *unit_id);
void       sd_chart_view_on_edited       (GObject           *reg,
                                          GAsyncResult      *result,
                                          gpointer           view);
void       sd_chart_view_show_menu       (SdChartView       *self,
                                          SdChartCardView   *card,
                                          double             x,
                                          double             y);
void       sd_chart_view_ask_new_unit    (SdChartView       *self,
                                          GtkWidget         *button,
                                          const SdToken     *kind);

/* chart-view-rename.c */
void       sd_chart_view_begin_rename    (SdChartView       *self,
                                          SdChartCardView   *card);
void       sd_chart_view_end_rename      (SdChartView       *self);
void       sd_chart_view_allocate_rename (SdChartView       *self);

/* chart-view-operations.c */
void       sd_chart_view_install_operations (GtkWidgetClass *widget_class);

/* chart-view-menu.c */
GMenuModel *sd_chart_view_make_menu      (SdChartView       *self,
                                          SdRow             *unit);

/* chart-view-dnd.c */
void       sd_chart_view_init_drop       (SdChartView       *self);
void       sd_chart_view_init_drag       (SdChartView       *self,
                                          SdChartCardView   *card);

/* chart-view-move.c */
void       sd_chart_view_init_move       (SdChartView        *self);
void       sd_chart_view_begin_move      (SdChartView        *self,
                                          SdRow              *row);
void       sd_chart_view_end_move        (SdChartView        *self);
gboolean   sd_chart_view_get_fate        (SdFate             *fate);
void       sd_chart_view_move_rows       (SdChartView        *self,
                                          SdTableId           table,
                                          const char *const  *row_ids,
                                          const SdChartPlace *place);
void       sd_chart_view_set_drop        (SdChartView        *self,
                                          const SdChartPlace *place);
void       sd_chart_view_relist_places   (SdChartView        *self);
void       sd_chart_view_allocate_hint   (SdChartView        *self);
void       sd_chart_view_paint_move      (SdChartView        *self,
                                          GtkSnapshot        *snapshot);

/* chart-view-carry.c */
void       sd_chart_view_init_carry      (SdChartView        *self);
void       sd_chart_view_carry           (SdChartView        *self);

G_END_DECLS
