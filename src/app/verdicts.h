/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdVerdictLevel:
 * @SD_VERDICT_UNKNOWN: not known yet
 * @SD_VERDICT_GOOD: nothing new would be found
 * @SD_VERDICT_WARNING: something would be found, but no error
 * @SD_VERDICT_ERROR: an error would be found, or it cannot be done at all
 */
typedef enum
{
  SD_VERDICT_UNKNOWN,
  SD_VERDICT_GOOD,
  SD_VERDICT_WARNING,
  SD_VERDICT_ERROR,
} SdVerdictLevel;

/**
 * SdVerdict:
 * @level: how it would be
 * @words: what would be found, with its clause, in a sentence or two
 */
typedef struct
{
  SdVerdictLevel level;
  char *words;
} SdVerdict;

/**
 * SdVerdictsTry:
 * @clone: a register in memory
 * @plan: the plan of it
 * @place: a place
 * @data: data of whoever asks
 * @callback: called with @clone when it is done, see sd_register_edit_finish()
 * @user_data: passed to @callback
 *
 * Makes the edit that is to be judged, on a clone.
 */
typedef void (*SdVerdictsTry) (SdRegister          *clone,
                               SdPlan              *plan,
                               const SdChartPlace  *place,
                               gpointer             data,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);

/**
 * SdVerdicts:
 *
 * What the rules would say if something were moved to a place, before it is. The same edit is made
 * to a clone of the register in memory, checked, and taken back; one place after the other, those
 * that are asked for last first.
 */
#define SD_TYPE_VERDICTS (sd_verdicts_get_type ())
G_DECLARE_FINAL_TYPE (SdVerdicts, sd_verdicts, SD, VERDICTS, GObject)

SdVerdicts      *sd_verdicts_new (SdSession          *session,
                                  SdVerdictsTry       try,
                                  gpointer            data,
                                  GDestroyNotify      destroy);
const SdVerdict *sd_verdicts_get (SdVerdicts         *self,
                                  const SdChartPlace *place);

G_END_DECLS
