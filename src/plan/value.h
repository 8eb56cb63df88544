/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

typedef enum
{
  SD_VALUE_NONE,
  SD_VALUE_TEXT,
  SD_VALUE_INTEGER,
  SD_VALUE_REAL,
} SdValueType;

/**
 * SdValue:
 * @type: which of the members holds
 *
 * What a column of a row holds: nothing, text, a whole number or a number. Booleans are integers
 * 0 and 1; dates, tokens and references are text. A value on the stack that borrows its text is
 * made by the SD_VALUE_… initializers and needs no clearing.
 */
struct _SdValue
{
  SdValueType type;
  union
  {
    char *text;
    gint64 integer;
    double real;
  };
};

#define SD_VALUE_INIT { .type = SD_VALUE_NONE }
#define SD_VALUE_INIT_TEXT(t) { .type = (t) ? SD_VALUE_TEXT : SD_VALUE_NONE, .text = (char *) (t) }
#define SD_VALUE_INIT_INTEGER(i) { .type = SD_VALUE_INTEGER, .integer = (i) }
#define SD_VALUE_INIT_REAL(r) { .type = SD_VALUE_REAL, .real = (r) }

#define SD_TYPE_VALUE (sd_value_get_type ())
GType    sd_value_get_type (void);
SdValue *sd_value_dup      (const SdValue *self);
void     sd_value_free     (SdValue       *self);

void     sd_value_copy     (SdValue       *self,
                            const SdValue *other);
void     sd_value_clear    (SdValue       *self);
gboolean sd_value_equal    (const SdValue *a,
                            const SdValue *b);
char    *sd_value_to_text  (const SdValue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdValue, sd_value_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdValue, sd_value_clear)

G_END_DECLS
