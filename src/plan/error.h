/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SdPlanError:
 * @SD_PLAN_ERROR_IO: the file could not be read or written
 * @SD_PLAN_ERROR_NOT_XML: it is no well-formed XML, or XML that is not accepted
 * @SD_PLAN_ERROR_NOT_A_PLAN: it is XML, but no plan or county
 * @SD_PLAN_ERROR_INVALID: it is a plan or county with something in it that may not be
 * @SD_PLAN_ERROR_UNSUPPORTED: it is a plan or county of a version that is not known
 * @SD_PLAN_ERROR_CHANGED: someone has changed the file that was to be written over
 *
 * Messages are sentences for the user that begin with the file and, where known, the line.
 */
typedef enum
{
  SD_PLAN_ERROR_IO,
  SD_PLAN_ERROR_NOT_XML,
  SD_PLAN_ERROR_NOT_A_PLAN,
  SD_PLAN_ERROR_INVALID,
  SD_PLAN_ERROR_UNSUPPORTED,
  SD_PLAN_ERROR_CHANGED,
} SdPlanError;

#define SD_PLAN_ERROR (sd_plan_error_quark ())
GQuark sd_plan_error_quark (void);

G_END_DECLS
