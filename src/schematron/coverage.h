/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "report.h"

G_BEGIN_DECLS

/**
 * SchRuleCount:
 * @file: the file in which the rule stands
 * @line: its line
 * @pattern_id: (nullable): id of its pattern
 * @rule_id: (nullable): its id
 * @context: its context
 * @n_documents: documents for which its pattern was checked
 * @n_fired: nodes that fired it
 *
 * What became of a rule. The strings live as long as the schema.
 */
typedef struct
{
  const char *file;
  guint line;
  const char *pattern_id;
  const char *rule_id;
  const char *context;
  guint64 n_documents;
  guint64 n_fired;
} SchRuleCount;

/**
 * SchAssertionCount:
 * @file: the file in which the assertion stands
 * @line: its line
 * @id: (nullable): its id
 * @test: its test
 * @see: (nullable): what it rests on, or what its rule or pattern does
 * @flag: (nullable): its flag
 * @rule: its rule, as an index
 * @n_held: nodes at which it had nothing to say: an assert held, a report did not apply
 * @n_failed: nodes at which it made a finding
 * @n_unknown: nodes at which it could not be evaluated
 *
 * What became of an assert or a report. One that stands in an abstract pattern or rule is counted
 * for each use of it.
 */
typedef struct
{
  const char *file;
  guint line;
  const char *id;
  const char *test;
  const char *see;
  const char *flag;
  guint rule;
  guint64 n_held;
  guint64 n_failed;
  guint64 n_unknown;
} SchAssertionCount;

/**
 * SchCoverage:
 *
 * Which rules of a schema fired, and which of their assertions held and failed, over a set of
 * documents. Any number of threads may add reports to it at once.
 */
#define SCH_TYPE_COVERAGE (sch_coverage_get_type ())
typedef struct _SchCoverage SchCoverage;

GType sch_coverage_get_type (void);
SchCoverage *sch_coverage_new (SchSchema *schema);
SchCoverage *sch_coverage_ref (SchCoverage *self);
void sch_coverage_unref (SchCoverage *self);
SchSchema *sch_coverage_get_schema (SchCoverage *self);
void sch_coverage_add (SchCoverage *self, SchReport *report);
guint sch_coverage_get_n_documents (SchCoverage *self);
guint sch_coverage_get_n_rules (SchCoverage *self);
SchRuleCount sch_coverage_get_rule (SchCoverage *self, guint index);
guint sch_coverage_get_n_assertions (SchCoverage *self);
SchAssertionCount sch_coverage_get_assertion (SchCoverage *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SchCoverage, sch_coverage_unref)

G_END_DECLS
