/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "preview-maker.h"
#include "preview-page.h"
#include "speaker.h"

G_BEGIN_DECLS

typedef enum
{
  SD_PREVIEW_FIT_NONE,
  SD_PREVIEW_FIT_WIDTH,
  SD_PREVIEW_FIT_PAGE,
} SdPreviewFit;

struct _SdPreviewPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown *document;
  GtkMenuButton *missing_button;
  GtkListBox *missing_list;
  GtkLabel *page_label;
  GtkMenuButton *zoom_button;
  GtkWidget *fonts_note;
  GtkLabel *fonts_label;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  SdPreviewView *view;
  AdwStatusPage *error_page;
  SdSpeaker *speaker;
  GMenuModel *place_menu;

  /* Owned */
  SdSession *session;
  SdPreviewMaker *maker;
  GtkWidget *menu; /* popover; NULL until it is first opened */

  char *awaited_id; /* row that is to be shown when the pages are made */
  gboolean printing; /* the pages are to be printed when they are made */

  SdPreviewFit fit;
  guint fit_source;
  guint center_source;
  double pinch; /* zoom when pinching began */
};

/* preview-page-place.c: what stands at a place, and where something stands */
void sd_preview_page_install_places  (GtkWidgetClass *widget_class);
void sd_preview_page_update_places   (SdPreviewPage  *self);
void sd_preview_page_update_missing  (SdPreviewPage  *self);
void sd_preview_page_update_badges   (SdPreviewPage  *self);
void sd_preview_page_show_awaited    (SdPreviewPage  *self);
void sd_preview_page_on_chosen       (SdPreviewPage  *self);
void sd_preview_page_on_activated    (SdPreviewPage  *self);
void sd_preview_page_on_missing      (SdPreviewPage  *self,
                                      GtkListBoxRow  *row);

/* preview-page-elements.c: what a document says of itself */
void     sd_preview_page_install_elements (GtkWidgetClass *widget_class);
void     sd_preview_page_update_elements  (SdPreviewPage  *self);
gboolean sd_preview_page_is_element       (const char     *ref);
void     sd_preview_page_open_element     (SdPreviewPage  *self,
                                           const char     *ref);

/* preview-page-zoom.c */
void sd_preview_page_install_zoom    (GtkWidgetClass *widget_class);
void sd_preview_page_init_zoom       (SdPreviewPage  *self);
void sd_preview_page_queue_fit       (SdPreviewPage  *self);

G_END_DECLS
