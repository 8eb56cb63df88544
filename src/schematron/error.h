/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SchError:
 * @SCH_ERROR_IO: a file could not be read
 * @SCH_ERROR_NOT_XML: a file is no well-formed XML, or XML that is not accepted
 * @SCH_ERROR_SCHEMA: the schema is no valid Schematron
 * @SCH_ERROR_UNSUPPORTED: the schema asks for something that this engine does not do
 * @SCH_ERROR_PHASE: the schema has no such phase
 * @SCH_ERROR_LIMIT: a budget was used up
 *
 * Messages are sentences that begin with the file and the line where these are known.
 */
typedef enum
{
  SCH_ERROR_IO,
  SCH_ERROR_NOT_XML,
  SCH_ERROR_SCHEMA,
  SCH_ERROR_UNSUPPORTED,
  SCH_ERROR_PHASE,
  SCH_ERROR_LIMIT,
} SchError;

#define SCH_ERROR (sch_error_quark ())
GQuark sch_error_quark (void);

G_END_DECLS
