/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SchWarning:
 * @file: the file of the schema
 * @line: the line
 * @sentence: what is to be said, without the place
 *
 * Something in a schema that is allowed and does nothing.
 */
typedef struct
{
  char *file;
  guint line;
  char *sentence;
} SchWarning;

G_END_DECLS
