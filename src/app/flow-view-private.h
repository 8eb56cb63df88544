/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flow-placer.h"
#include "flow-view.h"
#include "verdicts.h"

G_BEGIN_DECLS

struct _SdFlowView
{
  GtkWidget parent_instance;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  SdFlow *flow;
  GHashTable *items;      /* key → SdFlowItem */
  GskRenderNode *picture; /* the flow without what is pointed at; NULL when it is stale */
  char *current_key;      /* of the item that had the focus last */
  char *source_key;       /* of the node it comes from */

  /* Borrowed */
  GPtrArray *order; /* SdFlowItem: each node on the left and its ribbons, then those on the right */
  SdFlowItem *hovered;
  GtkWidget *popover;
  GtkGesture *drag;

  /* The last layout */
  double width, height;
  guint fonts;
  double least_height, least_for;

  /* While something is pulled */
  SdFlowWish pulled;
  SdFlowRibbon ghost;
  const SdFlowNode *target; /* under the pointer; where it may go */
  gboolean pulling;
  gboolean entering; /* the focus comes to the view, which selects nothing */
  SdVerdicts *verdicts; /* what the rules would say */
  GtkWidget *hint;      /* says it; a child */
  guint scrolling;      /* tick callback */
  double pulled_x;      /* the pointer, from the left of the flow */
  double pulled_y;      /* and from the top of what is seen of it */
};

void                sd_flow_view_ensure_layout   (SdFlowView         *self);
const SdFlowNode   *sd_flow_view_get_node        (SdFlowView         *self,
                                                  SdFlowItem         *item);
const SdFlowRibbon *sd_flow_view_get_ribbon      (SdFlowView         *self,
                                                  SdFlowItem         *item);
SdFlowItem         *sd_flow_view_get_focused     (SdFlowView         *self);

/* flow-view-items.c: a widget for each node and ribbon */
void                sd_flow_view_sync_items      (SdFlowView         *self);
gboolean            sd_flow_view_move_focus      (SdFlowView         *self,
                                                  GtkDirectionType    direction);
gboolean            sd_flow_view_enter           (SdFlowView         *self);
gboolean            sd_flow_view_focus_key       (SdFlowView         *self,
                                                  const char         *key);

/* flow-view-paint.c */
void                sd_flow_view_paint           (SdFlowView         *self,
                                                  GtkSnapshot        *snapshot);

/* flow-view-actions.c */
void                sd_flow_view_install_actions (GtkWidgetClass     *widget_class);
void                sd_flow_view_on_activate     (SdFlowItem         *item,
                                                  SdFlowView         *self);
void                sd_flow_view_init_clicks     (SdFlowView         *self);
gboolean            sd_flow_view_wish_of         (SdFlowView         *self,
                                                  SdFlowItem         *item,
                                                  SdFlowWish         *wish);
void                sd_flow_view_ask             (SdFlowView         *self,
                                                  const SdFlowWish   *wish,
                                                  double              x,
                                                  double              y);

/* flow-view-pull.c */
void                sd_flow_view_init_pull       (SdFlowView         *self);
void                sd_flow_view_cancel_pull     (SdFlowView         *self);
gboolean            sd_flow_view_is_target       (SdFlowView         *self,
                                                  const SdFlowNode   *node);
const SdVerdict    *sd_flow_view_get_verdict     (SdFlowView         *self,
                                                  const SdFlowNode   *node);
void                sd_flow_view_allocate_hint   (SdFlowView         *self);

G_END_DECLS
