/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* A window of the real program in this process, and what a user does with it. */

typedef void (*AppTestFunction) (void);
typedef gboolean (*AppTestCondition) (gpointer data);
typedef gboolean (*AppTestMatch) (GtkWidget *widget, gpointer data);

int        app_test_run          (int              *argc,
                                  char           ***argv,
                                  void            (*add_tests) (void));
void       app_test_add          (const char       *path,
                                  AppTestFunction   function);
GFile     *app_test_file         (const char       *name);
SdWindow  *app_test_open_sample  (void);
SdWindow  *app_test_new_window   (void);
void       app_test_close        (SdWindow         *window);

void       app_test_wait         (AppTestCondition  condition,
                                  gpointer          data,
                                  const char       *what);
void       app_test_paint        (SdWindow         *window);
void       app_test_settle       (SdWindow         *window);

GtkWidget *app_test_find         (GtkWidget        *root,
                                  GType             type,
                                  AppTestMatch      match,
                                  gpointer          data);
GtkWidget *app_test_find_tooltip (GtkWidget        *root,
                                  const char       *tooltip);
GtkWidget *app_test_find_row     (GtkWidget        *root,
                                  const char       *title);
GtkWidget *app_test_find_label   (GtkWidget        *root,
                                  const char       *text);
GtkWindow *app_test_dialog       (SdWindow         *window,
                                  GType             type);
SdRow     *app_test_unit         (SdWindow         *window,
                                  const char       *name);
SdFinding *app_test_finding      (SdWindow         *window,
                                  const char       *rule);
double     app_test_gauge        (SdWindow         *window,
                                  const char       *id);

#define app_test_wait_for(condition, data) \
  app_test_wait ((AppTestCondition) (condition), (gpointer) (data), #condition)

G_END_DECLS
