/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SdSeverity:
 * @SD_SEVERITY_ERROR: the plan breaks what a normative text forbids or requires
 * @SD_SEVERITY_WARNING: it departs from what holds in principle, or leaves something unsaid
 * @SD_SEVERITY_INFO: advice, or a matter of form
 * @SD_SEVERITY_QUESTION: a parameter or reading that only the office can answer
 *
 * How grave a finding is, the gravest first.
 */
typedef enum
{
  SD_SEVERITY_ERROR,
  SD_SEVERITY_WARNING,
  SD_SEVERITY_INFO,
  SD_SEVERITY_QUESTION,
} SdSeverity;

#define SD_N_SEVERITIES 4

/**
 * SdFinding:
 *
 * One thing that the rules say about a plan.
 */
#define SD_TYPE_FINDING (sd_finding_get_type ())
G_DECLARE_FINAL_TYPE (SdFinding, sd_finding, SD, FINDING, GObject)

const char *sd_severity_get_token        (SdSeverity severity);

SdFinding  *sd_finding_new               (SdSeverity  severity,
                                          const char *rule,
                                          const char *message,
                                          const char *subject);
SdSeverity  sd_finding_get_severity      (SdFinding *self);
const char *sd_finding_get_pack          (SdFinding *self);
const char *sd_finding_get_rule          (SdFinding *self);
const char *sd_finding_get_message       (SdFinding *self);
const char *sd_finding_get_explanation   (SdFinding *self);
const char *sd_finding_get_clause        (SdFinding *self);
const char *sd_finding_get_subject       (SdFinding *self);
const char *sd_finding_get_path          (SdFinding *self);
const char *sd_finding_get_file          (SdFinding *self);
guint       sd_finding_get_line          (SdFinding *self);
guint       sd_finding_get_column        (SdFinding *self);
const char *sd_finding_get_measured      (SdFinding *self);
const char *sd_finding_get_limit         (SdFinding *self);
const char *sd_finding_get_mend          (SdFinding *self);
gboolean    sd_finding_get_is_failure    (SdFinding *self);
gboolean    sd_finding_get_is_of_county  (SdFinding *self);
const char *sd_finding_get_exception     (SdFinding *self);
const char *sd_finding_get_granted_by    (SdFinding *self);
const char *sd_finding_get_document      (SdFinding *self);
gboolean    sd_finding_equal             (SdFinding *a,
                                          SdFinding *b);

G_END_DECLS
