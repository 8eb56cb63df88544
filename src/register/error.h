/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdRegisterError:
 * @SD_REGISTER_ERROR_NOT_A_REGISTER: the file is something else
 * @SD_REGISTER_ERROR_NEWER: a newer version of the program wrote it
 * @SD_REGISTER_ERROR_READ_ONLY: it may be read but not changed
 * @SD_REGISTER_ERROR_BUSY: another program is using it, or has just changed it
 * @SD_REGISTER_ERROR_FULL: there is no room left where the file lies
 * @SD_REGISTER_ERROR_DAMAGED: what the file holds contradicts itself
 * @SD_REGISTER_ERROR_INVALID: what was asked for may not be, such as a negative headcount
 * @SD_REGISTER_ERROR_EXISTS: what is to be made or imported is already there
 * @SD_REGISTER_ERROR_NOT_FOUND: the row or the file is not there
 * @SD_REGISTER_ERROR_IO: the file could not be read or written
 * @SD_REGISTER_ERROR_NOTHING: there is nothing to undo or redo
 *
 * Messages are sentences for the user; those about the file name it. Whatever the error, the data
 * is as it was before.
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
  SD_REGISTER_ERROR_IO,
  SD_REGISTER_ERROR_NOTHING,
} SdRegisterError;

#define SD_REGISTER_ERROR (sd_register_error_quark ())
GQuark sd_register_error_quark (void);

G_END_DECLS
