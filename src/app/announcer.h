/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include "speaker.h"

G_BEGIN_DECLS

/**
 * SdAnnouncer:
 *
 * Tells a screen reader of the findings, when a check has ended with others than before.
 */
#define SD_TYPE_ANNOUNCER (sd_announcer_get_type ())
G_DECLARE_FINAL_TYPE (SdAnnouncer, sd_announcer, SD, ANNOUNCER, SdSpeaker)

void sd_announcer_set_session (SdAnnouncer *self,
                               SdSession   *session);

G_END_DECLS
