/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SchTokenKind:
 * @SCH_TOKEN_END: the end of the expression
 * @SCH_TOKEN_NAME: a name, with its prefix where it has one; also and, or, div and mod
 * @SCH_TOKEN_VARIABLE: a variable, without its `$`
 * @SCH_TOKEN_LITERAL: a string with its quotes, or a number
 * @SCH_TOKEN_OTHER: any other character
 */
typedef enum
{
  SCH_TOKEN_END,
  SCH_TOKEN_NAME,
  SCH_TOKEN_VARIABLE,
  SCH_TOKEN_LITERAL,
  SCH_TOKEN_OTHER,
} SchTokenKind;

/**
 * SchToken:
 * @kind: what it is
 * @start: where it begins in the expression
 * @length: its bytes
 *
 * A word of an XPath expression.
 */
typedef struct
{
  SchTokenKind kind;
  const char *start;
  gsize length;
} SchToken;

SchToken sch_expression_next_token (const char **text);
gboolean sch_expression_is_operand_end (const SchToken *token);

G_END_DECLS
