/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SdSpeaker:
 *
 * Takes no room and is not seen: a label with the role of an alert, whose name a screen reader
 * speaks when it changes.
 */
#define SD_TYPE_SPEAKER (sd_speaker_get_type ())
G_DECLARE_DERIVABLE_TYPE (SdSpeaker, sd_speaker, SD, SPEAKER, GtkWidget)

struct _SdSpeakerClass
{
  GtkWidgetClass parent_class;
};

void        sd_speaker_say      (SdSpeaker  *self,
                                 const char *text);
const char *sd_speaker_get_text (SdSpeaker  *self);

G_END_DECLS
