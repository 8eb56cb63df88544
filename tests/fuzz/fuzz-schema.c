/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

/* A schema, a NUL byte, a document. Neither has a folder, so nothing may be read. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *end = size > 0 ? memchr (data, '\0', size) : NULL;
  const size_t length = end != NULL ? (size_t) (end - data) : size;
  g_autoptr (GBytes) schema_text = g_bytes_new (data, length);
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (schema_text, NULL, NULL);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  if (schema == NULL || end == NULL)
    return 0;
  warnings = sch_schema_lint (schema);
  text = g_bytes_new (end + 1, size - length - 1);
  fuzz_compare (schema, "#ALL", 100000, text);

  return 0;
}
