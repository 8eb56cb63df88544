/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "error.h"

G_BEGIN_DECLS

/**
 * SchSeverity:
 * @SCH_SEVERITY_ERROR: `role` is error or fatal, or absent
 * @SCH_SEVERITY_WARNING: warning or warn
 * @SCH_SEVERITY_INFO: info, information or hint
 * @SCH_SEVERITY_QUESTION: question
 *
 * What the `role` of an assertion says, the worst first. A role of another word counts as error.
 */
typedef enum
{
  SCH_SEVERITY_ERROR,
  SCH_SEVERITY_WARNING,
  SCH_SEVERITY_INFO,
  SCH_SEVERITY_QUESTION,
} SchSeverity;

typedef enum
{
  SCH_FAILED_ASSERT,
  SCH_SUCCESSFUL_REPORT,
} SchFindingKind;

typedef struct _SchFinding SchFinding;

/**
 * SchReport:
 *
 * What came of validating a document: the findings in document order of their nodes within each
 * pattern, and the expressions that could not be evaluated. A report with such errors says nothing
 * about whether the document is valid.
 */
#define SCH_TYPE_REPORT (sch_report_get_type ())
typedef struct _SchReport SchReport;
typedef struct _SchSchema SchSchema;

GType sch_report_get_type (void);
SchReport *sch_report_ref (SchReport *self);
void sch_report_unref (SchReport *self);

guint sch_report_get_n_findings (SchReport *self);
const SchFinding *sch_report_get_finding (SchReport *self, guint index);
guint sch_report_get_n_errors (SchReport *self);
const char *sch_report_get_error (SchReport *self, guint index);
gboolean sch_report_is_valid (SchReport *self);
SchSchema *sch_report_get_schema (SchReport *self);
const char *sch_report_get_phase (SchReport *self);
GBytes *sch_report_to_svrl (SchReport *self);
xmlDoc *sch_report_to_svrl_doc (SchReport *self);

SchFindingKind sch_finding_get_kind (const SchFinding *self);
SchSeverity sch_finding_get_severity (const SchFinding *self);
const char *sch_finding_get_message (const SchFinding *self);
const char *sch_finding_get_id (const SchFinding *self);
const char *sch_finding_get_rule_id (const SchFinding *self);
const char *sch_finding_get_pattern_id (const SchFinding *self);
const char *sch_finding_get_test (const SchFinding *self);
const char *sch_finding_get_role (const SchFinding *self);
const char *sch_finding_get_flag (const SchFinding *self);
const char *sch_finding_get_see (const SchFinding *self);
const char *sch_finding_get_icon (const SchFinding *self);
const char *sch_finding_get_fpi (const SchFinding *self);
const char *sch_finding_get_path (const SchFinding *self);
guint sch_finding_get_line (const SchFinding *self);
guint sch_finding_get_column (const SchFinding *self);
const char *sch_finding_get_document (const SchFinding *self);
const char *sch_finding_get_node_id (const SchFinding *self);
const char *sch_finding_get_property (const SchFinding *self, const char *name);
guint sch_finding_get_n_diagnostics (const SchFinding *self);
const char *sch_finding_get_diagnostic (const SchFinding *self,
                                        guint index,
                                        const char **id,
                                        const char **language);
const char *sch_finding_choose_diagnostic (const SchFinding *self, const char *const *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SchReport, sch_report_unref)

G_END_DECLS
