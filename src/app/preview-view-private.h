/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "preview-view.h"

G_BEGIN_DECLS

struct _SdPreviewView
{
  GtkWidget parent_instance;

  SdLayout *layout;
  GPtrArray *sheets; /* of SdPreviewSheet; children, one for each page */
  double zoom;

  /* What is chosen: a copy, since the layout may go */
  gboolean has_chosen;
  SdLayoutSpot chosen;
  char *key, *ref;
};

double sd_preview_view_get_scale      (SdPreviewView      *self);
guint  sd_preview_view_get_n_pages    (SdPreviewView      *self);
void   sd_preview_view_set_chosen     (SdPreviewView      *self,
                                       const SdLayoutSpot *spot);
void   sd_preview_view_emit_chosen    (SdPreviewView      *self);
void   sd_preview_view_emit_activated (SdPreviewView      *self);

/* preview-view-input.c */
void   sd_preview_view_install_keys   (GtkWidgetClass     *widget_class);
void   sd_preview_view_init_mouse     (SdPreviewView      *self);

G_END_DECLS
