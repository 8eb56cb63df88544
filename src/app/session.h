/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/register.h"
#include "rules/checker.h"

G_BEGIN_DECLS

/**
 * SdSession:
 *
 * What the window works on: an open register, the plan of it that is being edited, what is selected
 * there, and what the rules say about it. Pages and panes bind to it and never to each other.
 *
 * After each change the plan is checked again, at most once a frame and not on the main thread; the
 * lists of findings and gauges stay the same objects and change their items.
 */
/* The rule of findings about text of documents that was written by hand. */
#define SD_SESSION_TEXT_RULE "written-text"

#define SD_TYPE_SESSION (sd_session_get_type ())
G_DECLARE_FINAL_TYPE (SdSession, sd_session, SD, SESSION, GObject)

SdSession  *sd_session_new               (SdRegister   *reg,
                                          SdChecker    *checker);
void        sd_session_close             (SdSession    *self);

SdRegister *sd_session_get_register      (SdSession    *self);
SdChecker  *sd_session_get_checker       (SdSession    *self);
SdCounty   *sd_session_get_county        (SdSession    *self);
gboolean    sd_session_get_read_only     (SdSession    *self);

const char *sd_session_get_plan_id       (SdSession    *self);
void        sd_session_set_plan_id       (SdSession    *self,
                                          const char   *plan_id);
SdPlan     *sd_session_get_plan          (SdSession    *self);

const char *sd_session_get_stage         (SdSession    *self);
void        sd_session_set_stage         (SdSession    *self,
                                          const char   *stage);

const char *sd_session_get_selected_id   (SdSession    *self);
void        sd_session_set_selected_id   (SdSession    *self,
                                          const char   *row_id);
SdRow      *sd_session_get_selected_unit (SdSession    *self);
void        sd_session_go_to_row         (SdSession    *self,
                                          const char   *plan_id,
                                          const char   *row_id);

GListModel *sd_session_get_findings      (SdSession    *self);
GListModel *sd_session_get_gauges        (SdSession    *self);
gboolean    sd_session_get_checking      (SdSession    *self);
void        sd_session_recheck           (SdSession    *self);
SdCheck    *sd_session_get_check         (SdSession    *self);
SdCheck    *sd_session_get_plan_check    (SdSession    *self,
                                          const char   *plan_id);
gboolean    sd_session_is_checked        (SdSession    *self,
                                          const char   *plan_id);
guint       sd_session_get_n_findings    (SdSession    *self,
                                          const char   *plan_id,
                                          SdSeverity    severity);

void        sd_session_report_error      (SdSession    *self,
                                          const GError *error);
void        sd_session_follow_next       (SdSession    *self);
void        sd_session_report_done       (SdSession    *self);
void        sd_session_on_done           (GObject      *reg,
                                          GAsyncResult *result,
                                          gpointer      session);
void        sd_session_on_edited         (GObject      *reg,
                                          GAsyncResult *result,
                                          gpointer      session);

G_END_DECLS
