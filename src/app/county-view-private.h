/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "announcer.h"
#include "chart-page.h"
#include "compare-page.h"
#include "county-view.h"
#include "findings-pane.h"
#include "flow-page.h"
#include "headcount-page.h"
#include "inspector.h"
#include "preview-page.h"
#include "sidebar.h"
#include "table-page.h"

G_BEGIN_DECLS

#define SD_COUNTY_VIEW_N_TABLES 4

struct _SdCountyView
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwFlap *sidebar_flap;
  AdwFlap *pane_flap;
  SdAnnouncer *announcer;
  SdSidebar *sidebar;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *saved_mark;
  GtkImage *saved_icon;
  GtkLabel *saved_label;
  AdwViewStack *panes;
  AdwViewStackPage *findings_page;
  SdInspector *inspector;
  SdFindingsPane *findings_pane;
  GtkStack *content_stack;
  GtkLabel *plan_title;
  GtkLabel *plan_subtitle;
  GtkToggleButton *current_button;
  GtkToggleButton *proposed_button;
  GtkToggleButton *changes_button;
  GtkFlowBox *gauges_box;
  AdwViewStack *pages;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  SdHeadcountPage *headcount_page;
  SdTablePage *table_pages[SD_COUNTY_VIEW_N_TABLES];
  SdComparePage *compare_page;
  SdChartPage *chart_page;
  SdFlowPage *flow_page;
  SdPreviewPage *preview_page;

  /* Owned */
  SdSession *session;

  guint folding; /* the source that looks at the width; 0 for none */
};

/* county-view-bars.c: what the bars above the pages say */
void sd_county_view_update_undo    (SdCountyView *self);
void sd_county_view_update_saved   (SdCountyView *self);
void sd_county_view_update_plan    (SdCountyView *self);
void sd_county_view_update_gauges  (SdCountyView *self);
void sd_county_view_update_content (SdCountyView *self);

G_END_DECLS
