/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-private.h"

#include <glib/gi18n-lib.h>

/* What a pack says of its source: the documents it rests on, and what became of each row of the
 * list of all that it says, so that none is silently missing. */

void
sd_pack_document_free (gpointer data)
{
  SdPackDocument *document = data;

  g_free (document->title);
  g_free (document->number);
  g_free (document->role);
  g_free (document);
}

void
sd_pack_row_free (gpointer data)
{
  SdPackRow *row = data;

  g_free (row->id);
  g_free (row->kind);
  g_free (row->reason);
  g_free (row);
}

void
sd_pack_read_documents (SdPack *self, const xmlNode *rests_on)
{
  for (const xmlNode *node = rests_on->children; node != NULL; node = node->next)
    {
      SdPackDocument *document;

      if (!sd_pack_is_element (node, "document"))
        continue;
      document = g_new0 (SdPackDocument, 1);
      document->title = sd_pack_get_attribute (node, "title");
      document->number = sd_pack_get_attribute (node, "number");
      document->role = sd_pack_get_attribute (node, "role");
      g_ptr_array_add (self->documents, document);
    }
}

/* What a clause may hold: what it is about, and what it says. */
static gboolean
check_clause (const xmlNode *clause, const char *file, GError **error)
{
  for (const xmlNode *node = clause->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !sd_pack_is_element (node, "title") &&
        !sd_pack_is_element (node, "text"))
      return sd_pack_fail (file, node, error, _ ("clause may not contain %s; expected %s."),
                           node->name, "title, text");

  return TRUE;
}

/* The clauses of the source, with what each is about. */
gboolean
sd_pack_read_clauses (SdPack *self, const xmlNode *clauses, const char *file, GError **error)
{
  for (const xmlNode *node = clauses->children; node != NULL; node = node->next)
    {
      char *id, *text;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      id = sd_pack_is_element (node, "clause") ? sd_pack_get_attribute (node, "id") : NULL;
      if (id == NULL)
        return sd_pack_fail (file, node, error, _ ("expected a clause with an id."));
      if (!g_hash_table_insert (self->clauses, id, sd_pack_get_words (node, "title")))
        return sd_pack_fail (file, node, error, _ ("the clause “%s” stands twice."), id);
      g_ptr_array_add (self->clause_ids, id);
      text = sd_pack_get_words (node, "text");
      if (text != NULL)
        g_hash_table_insert (self->clause_texts, id, text);
      if (!check_clause (node, file, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_row (SdPack *self, const xmlNode *node, const char *prefix, const char *file, GError **error)
{
  static const char *const kinds[] = {
    "rule", "template", "benchmark", "fixture", "unchecked", NULL
  };
  g_autofree char *number = sd_pack_get_attribute (node, "n");
  g_autofree char *kind = sd_pack_get_attribute (node, "as");
  g_autofree char *reason = sd_pack_get_words (node, "reason");
  const guint expected = self->rows->len + 1;
  SdPackRow *row;

  if (number == NULL || g_ascii_strtoull (number, NULL, 10) != expected)
    return sd_pack_fail (file, node, error, _ ("the row is %s%s; expected %s%u, each row once."),
                         prefix, number != NULL ? number : "", prefix, expected);
  if (kind == NULL || !g_strv_contains (kinds, kind))
    return sd_pack_fail (file, node, error, _ ("as of row %s%u is “%s”; expected one of %s."),
                         prefix, expected, kind != NULL ? kind : "",
                         "rule, template, benchmark, fixture, unchecked");
  if (!g_str_equal (kind, "rule") && reason == NULL)
    return sd_pack_fail (file, node, error, _ ("row %s%u is no rule; expected a reason."), prefix,
                         expected);

  row = g_new0 (SdPackRow, 1);
  row->id = g_strdup_printf ("%s%u", prefix, expected);
  row->kind = g_steal_pointer (&kind);
  row->reason = g_steal_pointer (&reason);
  g_ptr_array_add (self->rows, row);

  return TRUE;
}

gboolean
sd_pack_read_rows (SdPack *self, const xmlNode *rows, const char *file, GError **error)
{
  g_autofree char *prefix = sd_pack_get_attribute (rows, "prefix");
  g_autofree char *count = sd_pack_get_attribute (rows, "count");

  if (prefix == NULL || count == NULL)
    return sd_pack_fail (file, rows, error, _ ("rows lacks %s, which it must have."),
                         prefix == NULL ? "prefix" : "count");
  for (const xmlNode *node = rows->children; node != NULL; node = node->next)
    if (sd_pack_is_element (node, "row") && !read_row (self, node, prefix, file, error))
      return FALSE;
  if (self->rows->len != g_ascii_strtoull (count, NULL, 10))
    return sd_pack_fail (file, rows, error, _ ("there are %u rows; expected %s."), self->rows->len,
                         count);

  return TRUE;
}

/* A rule may rest on several clauses, joined by 、. */
#define BETWEEN_CLAUSES "、"

/**
 * sd_pack_get_clause_index:
 * @self: a pack
 * @clause: what a rule of it rests on
 *
 * Returns: where the clause stands among those of the pack, the first of several; -1 for one that
 *   the pack does not list
 */
int
sd_pack_get_clause_index (SdPack *self, const char *clause)
{
  g_auto (GStrv) parts = g_strsplit (clause, BETWEEN_CLAUSES, 2);
  guint index = 0;

  if (g_ptr_array_find_with_equal_func (self->clause_ids, clause, g_str_equal, &index) ||
      g_ptr_array_find_with_equal_func (self->clause_ids, parts[0], g_str_equal, &index))
    return (int) index;

  return -1;
}

/* What the table says of the clause; of several, what it says of each. */
static char *
join_clauses (GHashTable *words, const char *clause, const char *between)
{
  const char *all = g_hash_table_lookup (words, clause);
  g_auto (GStrv) parts = g_strsplit (clause, BETWEEN_CLAUSES, -1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (all != NULL)
    return g_strdup (all);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_hash_table_lookup (words, parts[i]);

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * sd_pack_describe_clause:
 * @self: a pack
 * @clause: what a rule of it rests on
 *
 * Returns: (transfer full) (nullable): what the clause is about, of several what each is about;
 *   %NULL where the pack does not say
 */
char *
sd_pack_describe_clause (SdPack *self, const char *clause)
{
  return join_clauses (self->clauses, clause, "；");
}

/**
 * sd_pack_get_clause_text:
 * @self: a pack
 * @clause: what a rule of it rests on
 *
 * Returns: (transfer full) (nullable): what the clause says, of several each on a line; %NULL where
 *   the pack does not say
 */
char *
sd_pack_get_clause_text (SdPack *self, const char *clause)
{
  return join_clauses (self->clause_texts, clause, "\n");
}
