/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads JSON as far as its shape goes: strings, numbers, null, brackets that fit. */

#include "json-shape.h"

#include <string.h>

static const char *skip_value (const char *p);

static const char *
skip_blanks (const char *p)
{
  return p + strspn (p, " \n");
}

static const char *
skip_string (const char *p)
{
  g_assert_true (*p == '"');
  for (p++; *p != '"'; p++)
    {
      g_assert_cmpuint ((guchar) *p, >=, 0x20);
      if (*p == '\\')
        {
          p++;
          g_assert_nonnull (strchr ("\"\\/bfnrtu", *p));
        }
    }

  return p + 1;
}

static const char *
skip_members (const char *p, char end)
{
  for (p = skip_blanks (p); *p != end; p = skip_blanks (p))
    {
      if (end == '}')
        {
          p = skip_blanks (skip_string (p));
          g_assert_true (*p == ':');
          p++;
        }
      p = skip_blanks (skip_value (p));
      if (*p != ',')
        {
          g_assert_true (*p == end);
          break;
        }
      p = skip_blanks (p + 1);
      g_assert_true (*p != end);
    }

  return p + 1;
}

static const char *
skip_value (const char *p)
{
  gsize length;

  p = skip_blanks (p);
  if (*p == '{' || *p == '[')
    return skip_members (p + 1, *p == '{' ? '}' : ']');
  if (*p == '"')
    return skip_string (p);
  if (g_str_has_prefix (p, "null"))
    return p + 4;
  length = strspn (p, "-0123456789.eE+");
  g_assert_cmpuint (length, >, 0);

  return p + length;
}

void
assert_is_json (const char *text)
{
  g_assert_cmpstr (skip_blanks (skip_value (text)), ==, "");
}
