/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdAnswerRow:
 *
 * What a pack asks, and the office's answer: a figure with the document that fixes it, or one of
 * the ways in which a provision can be read.
 */
#define SD_TYPE_ANSWER_ROW (sd_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SdAnswerRow, sd_answer_row, SD, ANSWER_ROW, AdwExpanderRow)

GtkWidget *sd_answer_row_new (SdSession  *session,
                              SdQuestion *question);

G_END_DECLS
