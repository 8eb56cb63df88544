/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "county-view.h"
#include "start-page.h"
#include "window.h"

G_BEGIN_DECLS

struct _SdWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  SdStartPage *start_page;
  GtkSpinner *spinner;
  GtkLabel *opening_label;
  SdCountyView *county_view;

  /* Owned */
  SdSession *session;
  GFile *opening;   /* the file that is being opened or made; else NULL */
  AdwToast *toast;  /* weak: what is being said */
  gint64 toast_time;
  gboolean toast_is_plain; /* text, and at most undo */
  GtkWidget *damaged; /* weak: the dialog that says so; NULL while it is not shown */
  GtkWidget *search; /* the popover; NULL until it is first opened */
  char *stepping;   /* while undoing or redoing: what to say when it is done */
};

void      sd_window_install_actions (GtkWidgetClass *widget_class);
void      sd_window_update_actions  (SdWindow       *self);

void      sd_window_set_session     (SdWindow       *self,
                                     SdSession      *session);
SdWindow *sd_window_for_opening     (SdWindow       *self,
                                     GFile          *file);
void      sd_window_begin_opening   (SdWindow       *self,
                                     GFile          *file);
void      sd_window_end_opening     (SdWindow       *self,
                                     SdRegister     *reg,
                                     const GError   *error);

void      sd_window_search          (SdWindow       *self);
void      sd_window_drop_search     (SdWindow       *self);

void      sd_window_ask_register_for (SdWindow      *self,
                                      GFile         *file);

/* window-care.c */
void     sd_window_look_after        (SdWindow             *self,
                                      SdRegister           *reg);
void     sd_window_show_damaged      (SdWindow             *self,
                                      GFile                *file,
                                      const GError         *error);
void     sd_window_show_backups      (SdWindow             *self);

/* window-posts.c */
void     sd_window_install_posts     (GtkWidgetClass       *widget_class);

G_END_DECLS
