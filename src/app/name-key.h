/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdMatchRank:
 * @SD_MATCH_PREFIX: the name begins with what was typed, in characters or in full pinyin
 * @SD_MATCH_INITIALS: it begins with it, in part by initials
 * @SD_MATCH_CONTIGUOUS: it has it somewhere, in one piece
 * @SD_MATCH_SCATTERED: it has it in order, in several pieces
 * @SD_MATCH_NONE: it does not have it
 *
 * How well a name answers what was typed, the best first.
 */
typedef enum
{
  SD_MATCH_PREFIX,
  SD_MATCH_INITIALS,
  SD_MATCH_CONTIGUOUS,
  SD_MATCH_SCATTERED,
  SD_MATCH_NONE,
} SdMatchRank;

/**
 * SdNameKey:
 *
 * A name made ready for being searched by Chinese text, by pinyin, by its initials, by words and
 * their beginnings, and by mixtures of these.
 */
typedef struct _SdNameKey SdNameKey;

SdNameKey   *sd_name_key_new       (const char      *name);
void         sd_name_key_free      (SdNameKey       *self);
SdMatchRank  sd_name_key_match     (const SdNameKey *self,
                                    const char      *query,
                                    guint           *cost);
char        *sd_name_key_to_markup (const SdNameKey *self,
                                    const char      *query);
char        *sd_name_query_fold    (const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdNameKey, sd_name_key_free)

G_END_DECLS
