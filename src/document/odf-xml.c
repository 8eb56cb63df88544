/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

/* What XML 1.0 cannot hold has no place in a document either. */
static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) result = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    if (is_xml_character (g_utf8_get_char (c)))
      g_string_append_unichar (result, g_utf8_get_char (c));

  return g_strdup (result->str);
}

static void
start (xmlTextWriter *writer, const char *element, va_list attributes)
{
  const char *name;

  xmlTextWriterStartElement (writer, BAD_CAST element);
  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);
      g_autofree char *cleaned = value != NULL ? clean (value) : NULL;

      if (cleaned != NULL)
        xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST cleaned);
    }
}

void
sd_odf_start (xmlTextWriter *writer, const char *element, ...)
{
  va_list attributes;

  va_start (attributes, element);
  start (writer, element, attributes);
  va_end (attributes);
}

void
sd_odf_empty (xmlTextWriter *writer, const char *element, ...)
{
  va_list attributes;

  va_start (attributes, element);
  start (writer, element, attributes);
  va_end (attributes);
  xmlTextWriterEndElement (writer);
}

void
sd_odf_end (xmlTextWriter *writer)
{
  xmlTextWriterEndElement (writer);
}

void
sd_odf_string (xmlTextWriter *writer, const char *text)
{
  g_autofree char *cleaned = clean (text);

  xmlTextWriterWriteString (writer, BAD_CAST cleaned);
}

static void
write_string (xmlTextWriter *writer, GString *text)
{
  if (text->len > 0)
    xmlTextWriterWriteString (writer, BAD_CAST text->str);
  g_string_truncate (text, 0);
}

/* OpenDocument takes runs of blanks for one and tabs and line ends for blanks, so they have
 * elements of their own. */
void
sd_odf_text (xmlTextWriter *writer, const char *text)
{
  g_autofree char *cleaned = clean (text);
  g_autoptr (GString) run = g_string_new (NULL);

  for (const char *c = cleaned; *c != '\0'; c++)
    {
      gboolean again = *c == ' ' && (c == cleaned || c[-1] == ' ');

      if (!again && *c != '\t' && *c != '\n' && *c != '\r')
        {
          g_string_append_c (run, *c);
          continue;
        }
      write_string (writer, run);
      if (*c == '\r')
        continue;
      sd_odf_empty (writer, *c == ' ' ? "text:s" : *c == '\t' ? "text:tab" : "text:line-break",
                    NULL);
    }
  write_string (writer, run);
}

void
sd_odf_element (xmlTextWriter *writer, const char *element, const char *text)
{
  g_autofree char *cleaned = text != NULL ? clean (text) : NULL;

  if (cleaned != NULL)
    xmlTextWriterWriteElement (writer, BAD_CAST element, BAD_CAST cleaned);
}

static char *
length (double number, const char *unit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strconcat (g_ascii_formatd (buffer, sizeof buffer, "%.7g", number), unit, NULL);
}

char *
sd_odf_points (double points)
{
  return length (points, "pt");
}

char *
sd_odf_mm (double millimetres)
{
  return length (millimetres, "mm");
}
