/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SD_PINYIN_MOST 4 /* readings of one character */

/**
 * SdReadings:
 * @texts: how a Chinese character is read: small letters of ASCII, without tones; %NULL at the end
 *
 * Two ways to type one reading (lu and lv for 绿) count as two.
 */
typedef struct
{
  char *texts[SD_PINYIN_MOST + 1];
} SdReadings;

void              sd_pinyin_warm_up (void);
const SdReadings *sd_pinyin_get     (gunichar character);

G_END_DECLS
