/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SdQuestionKind:
 * @SD_QUESTION_PARAMETER: a figure that the source does not give; the county fills it in
 * @SD_QUESTION_READING: a provision that can be read in several ways; the office confirms one
 *
 * What a pack asks.
 */
typedef enum
{
  SD_QUESTION_PARAMETER,
  SD_QUESTION_READING,
} SdQuestionKind;

/**
 * SdQuestion:
 *
 * What a pack asks the office, since its source does not say.
 */
#define SD_TYPE_QUESTION (sd_question_get_type ())
G_DECLARE_FINAL_TYPE (SdQuestion, sd_question, SD, QUESTION, GObject)

SdQuestionKind  sd_question_get_kind         (SdQuestion *self);
const char     *sd_question_get_pack         (SdQuestion *self);
const char     *sd_question_get_id           (SdQuestion *self);
const char     *sd_question_get_text         (SdQuestion *self);
const char     *sd_question_get_clause       (SdQuestion *self);
const char     *sd_question_get_unit         (SdQuestion *self);
guint           sd_question_get_n_choices    (SdQuestion *self);
const char     *sd_question_get_choice_id    (SdQuestion *self,
                                              guint       index);
const char     *sd_question_get_choice_title (SdQuestion *self,
                                              guint       index);
int             sd_question_get_natural      (SdQuestion *self);

G_END_DECLS
