/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-name.h"

#include <string.h>

/* Names of files may be 255 bytes long; an ending and a number have room beside this. */
#define NAME_BYTES 200

/* What a title may hold and the name of a file may not. */
static char *
clean (const char *title)
{
  g_autofree char *name = g_utf8_make_valid (title != NULL ? title : "", -1);
  const char *end = name;

  for (char *c = name; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) || strchr ("/\\:*?\"<>|", *c) != NULL || (c == name && *c == '.'))
      *c = '_';
  while (*end != '\0' && g_utf8_next_char (end) - name <= NAME_BYTES)
    end = g_utf8_next_char (end);

  return end > name ? g_strndup (name, (gsize) (end - name)) : g_strdup ("_");
}

/**
 * sd_document_name_file:
 * @title: (nullable): the title of a document
 * @format: how its name ends, without the point
 * @taken: (element-type utf8 utf8): names that are taken, as a set that owns them; the new name is
 *   added, so that two documents of one title are two files
 *
 * Returns: (transfer full): a name that every file system takes
 */
char *
sd_document_name_file (const char *title, const char *format, GHashTable *taken)
{
  g_autofree char *base = clean (title);
  char *name = g_strconcat (base, ".", format, NULL);

  for (guint i = 2; !g_hash_table_add (taken, g_strdup (name)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s（%u）.%s", base, i, format);
    }

  return name;
}
