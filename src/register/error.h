/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdRegisterError:
 * @SD_REGISTER_ERROR_NOT_A_REGISTER: the file is something else
 * @SD_REGISTER_ERROR_NEWER: a newer version of the program made it
 * @SD_REGISTER_ERROR_READ_ONLY: the file may not be written
 * @SD_REGISTER_ERROR_BUSY: another program holds or has changed it
 * @SD_REGISTER_ERROR_FULL: there is no room on the disk
 * @SD_REGISTER_ERROR_DAMAGED: the file is damaged
 * @SD_REGISTER_ERROR_INVALID: the edit asks for something that may not be
 * @SD_REGISTER_ERROR_EXISTS: the plan that is imported is there already
 * @SD_REGISTER_ERROR_NOT_FOUND: what the edit is about is not there
 * @SD_REGISTER_ERROR_NOTHING: there is nothing to undo or redo
 * @SD_REGISTER_ERROR_IO: reading or writing failed
 *
 * Messages are sentences for the user; the data is as it was before the call that failed.
 */
typedef enum
{
  SD_REGISTER_ERROR_NOT_A_REGISTER,
  SD_REGISTER_ERROR_NEWER,
  SD_REGISTER_ERROR_READ_ONLY,
  SD_REGISTER_ERROR_BUSY,
  SD_REGISTER_ERROR_FULL,
  SD_REGISTER_ERROR_DAMAGED,
  SD_REGISTER_ERROR_INVALID,
  SD_REGISTER_ERROR_EXISTS,
  SD_REGISTER_ERROR_NOT_FOUND,
  SD_REGISTER_ERROR_NOTHING,
  SD_REGISTER_ERROR_IO,
} SdRegisterError;

#define SD_REGISTER_ERROR (sd_register_error_quark ())
GQuark sd_register_error_quark (void);

G_END_DECLS
