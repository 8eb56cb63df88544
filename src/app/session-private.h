/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

struct _SdSession
{
  GObject parent_instance;

  /* Owned */
  SdRegister *reg;
  SdChecker *checker;
  SdPlan *plan;
  char *plan_id;
  char *stage;
  char *selected_id;
  gboolean following; /* goes to the place that the next undo or redo touches */

  /* Checking */
  GListStore *findings;
  GListStore *gauges;
  GHashTable *checks;        /* id, of the plan → SdCheck, the last one of it */
  GHashTable *texts;         /* id, of the plan → GPtrArray of SdFinding about texts */
  GHashTable *watched;       /* id → SdPlan whose changes are followed */
  GHashTable *stale;         /* set of ids of plans to be checked */
  char *checking_id;         /* plan that a worker looks at */
  GCancellable *cancellable;
  guint check_source;
};

void sd_session_init_checks    (SdSession  *self);
void sd_session_clear_checks   (SdSession  *self);
void sd_session_follow_county  (SdSession  *self);
void sd_session_queue_check    (SdSession  *self,
                                const char *plan_id);
void sd_session_publish_check  (SdSession  *self);

/* session-texts.c */
void sd_session_compare_texts  (SdSession  *self,
                                const char *plan_id);

void sd_session_notify_checking      (SdSession  *self);
void sd_session_emit_counts_changed  (SdSession  *self,
                                      const char *plan_id);

G_END_DECLS
