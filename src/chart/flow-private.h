/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

struct _SdFlow
{
  GObject parent_instance;

  /* Owned */
  SdPlan *plan;
  PangoContext *context;
  GPtrArray *nodes;   /* SdFlowNode; those on the left first, each side from the top */
  GPtrArray *ribbons; /* SdFlowRibbon, from the top of the left side */
  double height;
  gboolean chinese;
};

/* flow-build.c: who gives how many to whom */
void sd_flow_build (SdFlow *self);

/* flow-order.c: which unit is above which */
void sd_flow_order (SdFlow *self);

G_END_DECLS
