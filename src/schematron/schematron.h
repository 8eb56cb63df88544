/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A Schematron engine: ISO/IEC 19757-3 with the query binding `xslt`, that is XPath 1.0 with EXSLT,
 * over libxml2. This is its public header; nothing else in the folder is to be included. */

#include <gio/gio.h>

#include "columns.h"
#include "coverage.h"
#include "error.h"
#include "expression.h"
#include "lint.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * SchWithout:
 * @SCH_WITHOUT_TERMS: our own evaluator; libxml2's does all
 * @SCH_WITHOUT_NAMES: lists of the elements of a name
 * @SCH_WITHOUT_TABLES: hashes of elements by the value of an attribute, and places among siblings
 * @SCH_WITHOUT_MEMOS: values that are worked out once for a document
 * @SCH_WITHOUT_POINTERS: names that are compared as pointers
 * @SCH_WITHOUT_SHORTCUTS: comparisons with constants, and `.`, in one go
 *
 * What makes the engine fast, to be left out where it is compared with itself. The reports are the
 * same; only an expression that takes too many steps may take fewer.
 */
typedef enum
{
  SCH_WITHOUT_TERMS = 1 << 0,
  SCH_WITHOUT_NAMES = 1 << 1,
  SCH_WITHOUT_TABLES = 1 << 2,
  SCH_WITHOUT_MEMOS = 1 << 3,
  SCH_WITHOUT_POINTERS = 1 << 4,
  SCH_WITHOUT_SHORTCUTS = 1 << 5,
} SchWithout;

/**
 * SchOptions:
 * @phase: (nullable): the phase to check; `#ALL` for all patterns, %NULL or `#DEFAULT` for the
 *   schema's default phase
 * @operations: the most XPath operations an expression may take, 0 for the engine's own bound
 * @milliseconds: the time that a document may take, 0 for no bound
 * @without: what not to use of what makes it fast, 0 for nothing
 *
 * How to validate.
 */
typedef struct
{
  const char *phase;
  gulong operations;
  guint milliseconds;
  SchWithout without;
} SchOptions;

/**
 * SchSchema:
 *
 * A compiled schema. It does not change, and any number of threads may validate with it at once.
 */
#define SCH_TYPE_SCHEMA (sch_schema_get_type ())
G_DECLARE_FINAL_TYPE (SchSchema, sch_schema, SCH, SCHEMA, GObject)

SchSchema *sch_schema_new_from_file (GFile *file, GError **error);
SchSchema *sch_schema_new_from_bytes (GBytes *bytes, GFile *base, GError **error);
const char *sch_schema_get_title (SchSchema *self);
const char *sch_schema_get_default_phase (SchSchema *self);
const char *const *sch_schema_get_phases (SchSchema *self);
GPtrArray *sch_schema_lint (SchSchema *self);

gboolean sch_document_check_bounds (GBytes *bytes, const char *name, GError **error);
SchReport *sch_schema_validate (SchSchema *self,
                                const SchOptions *options,
                                xmlDoc *doc,
                                GCancellable *cancellable,
                                GError **error);
SchReport *sch_schema_validate_bytes (SchSchema *self,
                                      const SchOptions *options,
                                      GBytes *bytes,
                                      const char *name,
                                      GCancellable *cancellable,
                                      GError **error);
SchReport *sch_schema_validate_file (SchSchema *self,
                                     const SchOptions *options,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
