/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader-private.h"

#include "cell.h"
#include "content-private.h"
#include "markup-private.h"

#include <glib/gi18n-lib.h>

/* One element to one row: its attributes, its text, its paragraphs. */

#define LONGEST_QUOTE 60
#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

/* An editor's hint where the schema lies; the only foreign attributes. */
static gboolean
is_schema_location (const xmlAttr *attribute)
{
  return attribute->ns != NULL && xmlStrEqual (attribute->ns->href, BAD_CAST SCHEMA_INSTANCE) &&
         (xmlStrEqual (attribute->name, BAD_CAST "schemaLocation") ||
          xmlStrEqual (attribute->name, BAD_CAST "noNamespaceSchemaLocation"));
}

/* A sentence shows the beginning of what may be a megabyte. */
static char *
shorten (const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST_QUOTE)
    return g_strdup (text);

  beginning = g_utf8_substring (text, 0, LONGEST_QUOTE);
  return g_strconcat (beginning, "…", NULL);
}

static gboolean
set_cell (SdReading *self, const xmlNode *node, SdRow *row, guint index, const char *text)
{
  const SdTable *table = sd_row_get_table (row);
  const SdColumn *column = &table->columns[index];
  g_auto (SdValue) value = SD_VALUE_INIT;
  g_autofree char *expected = NULL;
  g_autofree char *quote = NULL;

  if (!sd_cell_parse (column, text, &value, &expected))
    {
      quote = shorten (text);
      return sd_reading_fail (self, node, _ ("%s of %s is “%s”; expected %s."), column->name,
                              table->name, quote, expected);
    }

  sd_row_set_value (row, index, &value);
  return TRUE;
}

static gboolean
read_attribute (SdReading *self, xmlNode *node, SdRow *row, const xmlAttr *attribute)
{
  const SdTable *table = sd_row_get_table (row);
  const char *name = (const char *) attribute->name;
  int index = sd_table_column_index (table, name);
  g_autofree char *list = NULL;
  xmlChar *content;
  gboolean done;

  if (attribute->ns != NULL || index < 0 || table->columns[index].type == SD_TYPE_MARKUP ||
      table->columns[index].flags & SD_CONTENT)
    {
      list = sd_content_list_attributes (table);
      return sd_reading_fail (self, node, _ ("%s has no attribute %s; expected %s."), table->name,
                              name, list);
    }

  content = xmlNodeListGetString (node->doc, attribute->children, 1);
  done = set_cell (self, node, row, (guint) index, content != NULL ? (const char *) content : "");
  xmlFree (content);

  return done;
}

static gboolean
read_attributes (SdReading *self, xmlNode *node, SdRow *row)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (is_schema_location (attribute) ||
          (attribute->ns == NULL && xmlStrEqual (attribute->name, BAD_CAST "id")))
        continue;
      if (!read_attribute (self, node, row, attribute))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_content (SdReading *self, xmlNode *node, SdRow *row, guint index)
{
  xmlChar *content;
  gboolean done;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return sd_reading_fail (self, child, _ ("%s holds text only; expected no element %s."),
                              node->name, child->name);

  content = xmlNodeGetContent (node);
  done = set_cell (self, node, row, index, content != NULL ? (const char *) content : "");
  xmlFree (content);

  return done;
}

static gboolean
check_required (SdReading *self, const xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & SD_REQUIRED && table->columns[i].type != SD_TYPE_MARKUP &&
        !sd_row_has (row, i))
      return sd_reading_fail (self, node, _ ("%s lacks %s, which it must have."), table->name,
                              table->columns[i].name);

  return TRUE;
}

static gboolean
read_cells (SdReading *self, xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);

  if (!read_attributes (self, node, row))
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & SD_CONTENT && !read_content (self, node, row, i))
      return FALSE;

  return check_required (self, node, row);
}

static char *
read_id (SdReading *self, xmlNode *node)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST "id");
  g_autofree char *id = g_strdup ((const char *) text);
  g_autofree char *quote = NULL;

  xmlFree (text);
  if (id == NULL)
    sd_reading_fail (self, node, _ ("%s lacks %s, which it must have."), node->name, "id");
  if (id == NULL || g_uuid_string_is_valid (id))
    return g_steal_pointer (&id);

  quote = shorten (id);
  sd_reading_fail (self, node,
                   _ ("id of %s is “%s”; expected a UUID such as "
                      "6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4a."),
                   node->name, quote);
  return NULL;
}

/*
 * sd_reading_next_rank:
 * @self: a reading
 * @table: a table
 * @parent_id: (nullable): the row that encloses its rows, where it has such a column
 *
 * Returns: the place of the next row read, from 0 among its siblings
 */
gint64
sd_reading_next_rank (SdReading *self, const SdTable *table, const char *parent_id)
{
  g_autofree char *key = NULL;
  gint64 rank;

  key = g_strdup_printf ("%s %s %s", table->name, parent_id != NULL ? parent_id : "",
                         table->scope == SD_SCOPE_PLAN ? sd_plan_get_id (self->plan) : "");
  rank = GPOINTER_TO_INT (g_hash_table_lookup (self->counts, key));
  g_hash_table_insert (self->counts, g_steal_pointer (&key), GINT_TO_POINTER (rank + 1));

  return rank;
}

/*
 * sd_reading_make_row:
 * @self: a reading
 * @node: an element
 * @table: the table it is a row of
 * @parent_id: (nullable): the row that encloses it
 *
 * Returns: (transfer full) (nullable): the row, without the paragraphs and rows below it
 */
SdRow *
sd_reading_make_row (SdReading *self, xmlNode *node, const SdTable *table, const char *parent_id)
{
  g_autoptr (SdRow) row = NULL;
  g_autofree char *id = read_id (self, node);
  const char *plan_id = table->scope == SD_SCOPE_PLAN ? sd_plan_get_id (self->plan) : NULL;
  const char *enclosing = sd_table_has_parent_id (table) ? parent_id : NULL;

  if (id == NULL)
    return NULL;

  row =
      sd_row_new (table->id, plan_id, id, enclosing, sd_reading_next_rank (self, table, enclosing));

  return read_cells (self, node, row) ? g_steal_pointer (&row) : NULL;
}

/*
 * sd_reading_put_row:
 * @self: a reading
 * @node: the element it came from
 * @row: a row
 *
 * Adds the row to the county or the plan. Its id may stand neither in its plan nor among the
 * county's rows, since a plan that stands alone has both in one file; other plans may have it.
 *
 * Returns: whether its id stands once
 */
gboolean
sd_reading_put_row (SdReading *self, const xmlNode *node, SdRow *row)
{
  gboolean of_plan = sd_row_get_table (row)->scope == SD_SCOPE_PLAN;
  char *id = (char *) sd_row_get_id (row);

  if (g_hash_table_contains (self->county_ids, id) ||
      (of_plan && g_hash_table_contains (self->plan_ids, id)))
    return sd_reading_fail (self, node, _ ("id %s stands twice; expected each id once."), id);

  sd_row_set_put_row (of_plan ? SD_ROW_SET (self->plan) : SD_ROW_SET (self->county), row);
  g_hash_table_add (of_plan ? self->plan_ids : self->county_ids, id);

  return TRUE;
}

static gboolean
follows_its_like (const xmlNode *node)
{
  for (const xmlNode *before = node->prev; before != NULL; before = before->prev)
    if (before->type == XML_ELEMENT_NODE && xmlStrEqual (before->name, node->name))
      return TRUE;

  return FALSE;
}

/*
 * sd_reading_read_markup:
 * @self: a reading
 * @node: an element of paragraphs, named as a column of the row's table
 * @row: the row
 *
 * Returns: whether it held paragraphs, and for the first time
 */
gboolean
sd_reading_read_markup (SdReading *self, xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  int index = sd_table_column_index (table, (const char *) node->name);
  g_autofree char *markup = NULL;
  g_autofree char *problem = NULL;
  const xmlNode *place = node;

  if (follows_its_like (node))
    return sd_reading_fail (self, node, _ ("%s stands twice in %s; expected it once."), node->name,
                            table->name);
  markup = sd_markup_from_node (node, &place, &problem);
  if (markup == NULL)
    return sd_reading_fail (self, place, "%s", problem);
  if (*markup == '\0' && table->columns[index].flags & SD_REQUIRED)
    return sd_reading_fail (self, node, _ ("%s is empty; expected paragraphs p."), node->name);

  if (*markup != '\0')
    sd_row_set_value (row, index, &(SdValue) SD_VALUE_INIT_TEXT (markup));
  return TRUE;
}
