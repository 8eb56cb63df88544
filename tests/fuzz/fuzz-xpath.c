/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

/* An expression as the test of an assertion, with all that expressions may use around it. */

#define DOCUMENT                                                                                   \
  "<p:r xmlns:p='urn:p'><a n='1'>one<!--c--></a><a n='2'><?t d?>two</a><b ref='1' "                \
  "n='2012-02-29'/>"                                                                               \
  "</p:r>"

#define SCHEMA                                                                                     \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt' "                      \
  "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><ns prefix='p' uri='urn:p'/>"                  \
  "<ns prefix='math' uri='http://exslt.org/math'/><ns prefix='set' uri='http://exslt.org/sets'/>"  \
  "<ns prefix='str' uri='http://exslt.org/strings'/>"                                              \
  "<ns prefix='date' uri='http://exslt.org/dates-and-times'/>"                                     \
  "<ns prefix='exsl' uri='http://exslt.org/common'/>"                                              \
  "<xsl:key name='k' match='a' use='@n'/><let name='v' value='//a'/><let name='t'>text</let>"      \
  "<pattern><rule context='*'><assert test=\"%s\"><value-of select=\"%s\"/></assert></rule>"       \
  "</pattern></schema>"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);
  g_autofree char *schema_text = g_strdup_printf (SCHEMA, escaped, escaped);
  g_autoptr (GBytes) schema_bytes = g_bytes_new (schema_text, strlen (schema_text));
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (schema_bytes, NULL, NULL);
  g_autoptr (GBytes) document = g_bytes_new_static (DOCUMENT, sizeof DOCUMENT - 1);

  if (schema != NULL)
    fuzz_compare (schema, NULL, 20000, document);

  return 0;
}
