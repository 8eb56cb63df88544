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

/**
 * SdFlowTrial:
 * @transfer_id: (nullable): the transfer that is pulled
 * @source_id: (nullable): whose people are pulled, who have no place
 * @target_id: (nullable): whose open places are pulled
 * @type: type of quota
 * @headcount: how many they are
 * @rooms: (element-type utf8 gint64): how many of them each unit has open places for; of people
 *   without a place as many are placed, or all where there are none
 *
 * What is pulled, by identifiers, so that it can be tried on a clone.
 */
typedef struct
{
  char *transfer_id;
  char *source_id;
  char *target_id;
  const char *type;
  gint64 headcount;
  GHashTable *rooms;
} SdFlowTrial;

void sd_flow_trial_free      (SdFlowTrial         *trial);
void sd_flow_trial_run_async (const SdFlowTrial   *trial,
                              SdRegister          *reg,
                              SdPlan              *plan,
                              const char          *unit_id,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

G_END_DECLS
