/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* What is done to transfers, each one edit of the register. */

void sd_flow_place_people    (SdSession  *session,
                              SdRow      *source,
                              SdRow      *target,
                              const char *type,
                              gint64      headcount);
void sd_flow_set_headcount   (SdSession  *session,
                              SdRow      *transfer,
                              gint64      headcount);
void sd_flow_set_target      (SdSession  *session,
                              SdRow      *transfer,
                              SdRow      *target);
void sd_flow_delete_transfer (SdSession  *session,
                              SdRow      *transfer);

G_END_DECLS
