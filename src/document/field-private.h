/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"

#include "plan/plan.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* A reference taken apart, and what it is resolved against. */
typedef struct
{
  SdCounty *county;
  SdPlan *plan;
  SdRow *plan_row;
  const char *ref;
  const char *object;   /* what stands after the first colon, "" if nothing */
  const char *property; /* what stands after the second, "" if nothing */
} SdField;

gboolean sd_field_fail_unknown (const SdField *field, GError **error);
gboolean sd_field_fail_absent (const SdField *field, GError **error);
gboolean sd_field_take_text (SdValue *value, char *text);
gboolean sd_field_take_integer (SdValue *value, gint64 integer);
void sd_field_append_full_name (const SdField *field, SdRow *unit, GString *text);
gboolean sd_field_evaluate_rows (const SdField *field, SdValue *value, GError **error);
gboolean sd_field_evaluate_sum (const SdField *field, SdValue *value, GError **error);
gboolean sd_field_evaluate_list (const SdField *field, SdValue *value, GError **error);
gboolean sd_field_evaluate_change (const SdField *field, SdValue *value, GError **error);
gboolean sd_field_evaluate_changes (const SdField *field, SdValue *value, GError **error);
gboolean sd_field_evaluate_all (const SdField *field, SdValue *value, GError **error);

G_END_DECLS
