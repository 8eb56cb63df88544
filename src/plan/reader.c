/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader.h"

#include "cell.h"
#include "content-private.h"
#include "markup-private.h"

#include <glib/gi18n-lib.h>

/* What is being read: rows of the county and of one plan at a time, with the lines they stand on
 * for what can only be checked at the end. */
typedef struct
{
  const char *name;
  GFile *base;
  SdCounty *county;
  gboolean in_county; /* the plan has a file of its own, but belongs to a county's */
  SdPlan *plan;       /* NULL outside a plan */
  GHashTable *lines;  /* SdRow → line */
  GHashTable *counts; /* "table parent" → next rank */
  GError **error;
} Reading;

static gboolean fail (Reading *reading, const xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail (Reading *reading, const xmlNode *node, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (reading->error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID, "%s:%ld: %s", reading->name,
               xmlGetLineNo (node), sentence);

  return FALSE;
}

static gboolean
is_ours (const xmlNode *node)
{
  return node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST SD_PLAN_NAMESPACE);
}

static gboolean
set_cell (Reading *reading, const xmlNode *node, SdRow *row, guint index, const char *text)
{
  const SdColumn *column = &sd_row_get_table (row)->columns[index];
  g_auto (SdValue) value = SD_VALUE_INIT;
  g_autofree char *expected = NULL;

  if (!sd_cell_parse (column, text, &value, &expected))
    return fail (reading, node, _ ("%s of %s is “%s”; expected %s."), column->name,
                 sd_row_get_table (row)->name, text, expected);

  sd_row_set_value (row, index, &value);
  return TRUE;
}

static gboolean
read_attributes (Reading *reading, xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      int index = sd_table_column_index (table, name);
      g_autofree char *text = NULL;
      xmlChar *content;

      if (attribute->ns != NULL || g_str_equal (name, "id"))
        continue; /* attributes of other namespaces are other programs' business */
      if (index < 0 || table->columns[index].type == SD_TYPE_MARKUP ||
          table->columns[index].flags & SD_CONTENT)
        {
          g_autofree char *list = sd_content_list_attributes (table);

          return fail (reading, node, _ ("%s has no attribute %s; expected %s."), table->name, name,
                       list);
        }
      content = xmlNodeListGetString (node->doc, attribute->children, 1);
      text = g_strdup (content != NULL ? (char *) content : "");
      xmlFree (content);
      if (!set_cell (reading, node, row, index, text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_content (Reading *reading, xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  g_autofree char *text = NULL;
  xmlChar *content;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & SD_CONTENT)
      {
        for (xmlNode *child = node->children; child != NULL; child = child->next)
          if (child->type == XML_ELEMENT_NODE)
            return fail (reading, child, _ ("%s holds text only; expected no element %s."),
                         table->name, child->name);
        content = xmlNodeGetContent (node);
        text = g_strdup ((char *) content);
        xmlFree (content);
        return set_cell (reading, node, row, i, text);
      }

  return TRUE;
}

static gboolean
check_required (Reading *reading, xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & SD_REQUIRED && !sd_row_has (row, i))
      return fail (reading, node, _ ("%s lacks %s, which it must have."), table->name,
                   table->columns[i].name);

  return TRUE;
}

static SdRowSet *
set_for (Reading *reading, const SdTable *table)
{
  return table->scope == SD_SCOPE_PLAN ? SD_ROW_SET (reading->plan) : SD_ROW_SET (reading->county);
}

static gint64
next_rank (Reading *reading, const SdTable *table, const char *parent_id)
{
  g_autofree char *key = NULL;
  gint64 rank;

  key = g_strdup_printf ("%s %s %s", table->name, parent_id != NULL ? parent_id : "",
                         table->scope == SD_SCOPE_PLAN ? sd_plan_get_id (reading->plan) : "");
  rank = GPOINTER_TO_INT (g_hash_table_lookup (reading->counts, key));
  g_hash_table_insert (reading->counts, g_steal_pointer (&key), GINT_TO_POINTER (rank + 1));

  return rank;
}

/* Makes the row of an element, without what is below it. */
static SdRow *
read_row (Reading *reading, xmlNode *node, const SdTable *table, const char *parent_id)
{
  g_autoptr (SdRow) row = NULL;
  xmlChar *id = xmlGetNoNsProp (node, BAD_CAST "id");
  g_autofree char *row_id = g_strdup ((char *) id);
  const char *plan_id = table->scope == SD_SCOPE_PLAN ? sd_plan_get_id (reading->plan) : NULL;

  xmlFree (id);
  if (row_id == NULL || !g_uuid_string_is_valid (row_id))
    {
      fail (reading, node,
            _ ("id of %s is “%s”; expected a UUID such as "
               "6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4a."),
            table->name, row_id != NULL ? row_id : "");
      return NULL;
    }

  row = sd_row_new (table->id, plan_id, row_id, sd_table_has_parent_id (table) ? parent_id : NULL,
                    next_rank (reading, table, parent_id));
  if (!read_attributes (reading, node, row) || !read_content (reading, node, row))
    return NULL;

  return g_steal_pointer (&row);
}

static gboolean
put_row (Reading *reading, xmlNode *node, SdRow *row)
{
  SdRowSet *set = set_for (reading, sd_row_get_table (row));

  if (sd_row_set_find_row (set, sd_row_get_id (row)) != NULL)
    return fail (reading, node, _ ("id %s stands twice; expected each id once."),
                 sd_row_get_id (row));

  sd_row_set_put_row (set, row);
  g_hash_table_insert (reading->lines, row, GINT_TO_POINTER (xmlGetLineNo (node)));
  return TRUE;
}

static gboolean read_element (
    Reading *reading, xmlNode *node, const SdTable *table, const char *parent_id, gboolean alone);

static gboolean
read_markup (Reading *reading, xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  int index = sd_table_column_index (table, (const char *) node->name);
  g_autofree char *markup = NULL;
  g_autofree char *problem = NULL;
  const xmlNode *place = node;

  markup = sd_markup_from_node (node, &place, &problem);
  if (markup == NULL)
    return fail (reading, place, "%s", problem);

  sd_row_set_value (row, index, &(SdValue) SD_VALUE_INIT_TEXT (markup));
  return TRUE;
}

static gboolean
read_child (Reading *reading, xmlNode *node, SdRow *row, gboolean alone)
{
  const SdTable *table = sd_row_get_table (row);
  const SdTable *inner = sd_table_lookup ((const char *) node->name);
  int column = sd_table_column_index (table, (const char *) node->name);
  g_autofree char *list = NULL;

  if (is_ours (node) && column >= 0 && table->columns[column].type == SD_TYPE_MARKUP)
    return read_markup (reading, node, row);
  if (is_ours (node) && inner != NULL && sd_content_may_contain (table, inner, alone))
    return read_element (reading, node, inner, sd_row_get_id (row), alone);

  list = sd_content_list_children (table, alone);
  return fail (reading, node, _ ("%s may not contain %s; expected %s."), table->name, node->name,
               list);
}

static gboolean
read_children (Reading *reading, xmlNode *parent, SdRow *row, gboolean alone)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & SD_CONTENT)
      return TRUE;

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        {
          if (!read_child (reading, node, row, alone))
            return FALSE;
        }
      else if (node->type != XML_COMMENT_NODE && node->type != XML_PI_NODE &&
               !xmlIsBlankNode (node))
        {
          return fail (reading, node, _ ("%s may not contain text; expected elements only."),
                       table->name);
        }
    }

  return TRUE;
}

/* A plan in a file of its own repeats its county and its town, which the county's file has. */
static gboolean
is_known_to_county (Reading *reading, xmlNode *node, const SdTable *table)
{
  xmlChar *id = xmlGetNoNsProp (node, BAD_CAST "id");
  gboolean known =
      reading->in_county && id != NULL &&
      (table->id == SD_TABLE_COUNTY || table->id == SD_TABLE_TOWN) &&
      sd_row_set_get_row (SD_ROW_SET (reading->county), table->id, (char *) id) != NULL;

  xmlFree (id);
  return known;
}

static gboolean
read_element (
    Reading *reading, xmlNode *node, const SdTable *table, const char *parent_id, gboolean alone)
{
  g_autoptr (SdRow) row = NULL;
  g_autoptr (SdPlan) plan = NULL;

  if (is_known_to_county (reading, node, table))
    return TRUE;
  row = read_row (reading, node, table, parent_id);
  if (row == NULL || !put_row (reading, node, row))
    return FALSE;

  if (table->id == SD_TABLE_PLAN)
    {
      plan = sd_plan_new (sd_row_get_id (row));
      sd_county_put_plan (reading->county, plan);
      reading->plan = plan;
    }

  return read_children (reading, node, row, alone) && check_required (reading, node, row);
}

/* References can only be followed when all is read. */
static gboolean
check_reference (Reading *reading, SdRow *row, guint index)
{
  const SdColumn *column = &sd_row_get_table (row)->columns[index];
  const SdTable *refers = sd_table_get (column->refers);
  const char *id = sd_row_get_text (row, index);
  SdRowSet *set;

  if (id == NULL)
    return TRUE;
  set = refers->scope == SD_SCOPE_COUNTY
            ? SD_ROW_SET (reading->county)
            : SD_ROW_SET (sd_county_get_plan (reading->county, sd_row_get_plan_id (row)));
  if (sd_row_set_get_row (set, refers->id, id) != NULL)
    return TRUE;

  g_set_error (reading->error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
               _ ("%s:%d: %s of %s is %s, but there is no %s with that id."), reading->name,
               GPOINTER_TO_INT (g_hash_table_lookup (reading->lines, row)), column->name,
               sd_row_get_table (row)->name, id, refers->name);
  return FALSE;
}

static gboolean
check_references (Reading *reading)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, reading->lines);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    for (guint i = 0; i < sd_row_get_table (row)->n_columns; i++)
      if (sd_row_get_table (row)->columns[i].type == SD_TYPE_REF &&
          !check_reference (reading, row, i))
        return FALSE;

  return TRUE;
}

static gboolean
read_standalone (Reading *reading, xmlNode *root)
{
  return read_element (reading, root, sd_table_get (SD_TABLE_PLAN), NULL, TRUE);
}

/* A county keeps a plan in a file of its own by <plan-ref href>, which may not lead elsewhere. */
static gboolean
read_plan_ref (Reading *reading, xmlNode *node)
{
  xmlChar *href = xmlGetNoNsProp (node, BAD_CAST "href");
  g_autofree char *path = g_strdup (href != NULL ? (char *) href : "");
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *name = NULL;
  const char *outer = reading->name;
  xmlNode *root;
  gboolean done;

  xmlFree (href);
  folder = reading->base != NULL ? g_file_get_parent (reading->base) : NULL;
  if (folder == NULL || *path == '\0' || g_path_is_absolute (path))
    return fail (reading, node, _ ("plan-ref names “%s”; expected a file beside this one."), path);
  file = g_file_resolve_relative_path (folder, path);
  if (!g_file_has_prefix (file, folder))
    return fail (reading, node, _ ("plan-ref names “%s”; expected a file beside this one."), path);
  doc = sd_xml_read_file (file, NULL, reading->error);
  if (doc == NULL)
    return FALSE;

  root = xmlDocGetRootElement (doc);
  name = sd_file_get_name (file);
  reading->name = name;
  reading->in_county = TRUE;
  if (is_ours (root) && xmlStrEqual (root->name, BAD_CAST "plan"))
    done = read_standalone (reading, root);
  else
    done = fail (reading, root, _ ("the file holds %s; expected a plan."), root->name);
  /* Its references are checked here, where the file's name is known. */
  done = done && check_references (reading);
  g_hash_table_remove_all (reading->lines);
  reading->name = outer;
  reading->in_county = FALSE;

  return done;
}

static gboolean
read_county_child (Reading *reading, xmlNode *node, SdRow *county)
{
  if (node->type != XML_ELEMENT_NODE)
    return TRUE;
  if (is_ours (node) && xmlStrEqual (node->name, BAD_CAST "plan-ref"))
    return read_plan_ref (reading, node);

  return read_child (reading, node, county, FALSE);
}

static gboolean
read_county (Reading *reading, xmlNode *root)
{
  g_autoptr (SdRow) county = NULL;

  county = read_row (reading, root, sd_table_get (SD_TABLE_COUNTY), NULL);
  if (county == NULL || !put_row (reading, root, county) || !check_required (reading, root, county))
    return FALSE;
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (!read_county_child (reading, node, county))
      return FALSE;

  return TRUE;
}

static gboolean
read_root (Reading *reading, xmlNode *root)
{
  if (is_ours (root) && xmlStrEqual (root->name, BAD_CAST "plan"))
    return read_standalone (reading, root);
  if (is_ours (root) && xmlStrEqual (root->name, BAD_CAST "county"))
    return read_county (reading, root);

  g_set_error (reading->error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_A_PLAN,
               _ ("%s:%ld: the root is %s; expected plan or county of the namespace %s."),
               reading->name, xmlGetLineNo (root), root->name, SD_PLAN_NAMESPACE);
  return FALSE;
}

/**
 * sd_county_read_doc:
 * @doc: (type gpointer): a document with the root `plan` or `county`
 * @base: (nullable): the file it came from, beside which the files of `plan-ref` lie
 * @name: what messages call it
 * @error: return location for a #SdPlanError
 *
 * Reads and checks a document: known elements and attributes, tokens, numbers, dates, ids that
 * stand once, references that lead to a row of the right table. A plan that stands alone gives a
 * county with its one town and one plan.
 *
 * Returns: (skip) (transfer full): the county with its plans loaded
 */
SdCounty *
sd_county_read_doc (xmlDoc *doc, GFile *base, const char *name, GError **error)
{
  g_autoptr (SdCounty) county = sd_county_new ();
  Reading reading = { .name = name, .base = base, .county = county, .error = error };
  gboolean done;

  reading.lines = g_hash_table_new (NULL, NULL);
  reading.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = read_root (&reading, xmlDocGetRootElement (doc)) && check_references (&reading);
  g_hash_table_unref (reading.counts);
  g_hash_table_unref (reading.lines);

  return done ? g_steal_pointer (&county) : NULL;
}

/**
 * sd_county_read:
 * @file: plan XML or county XML
 * @error: return location for a #SdPlanError
 *
 * Returns: (transfer full): the county with its plans loaded, see sd_county_read_doc()
 */
SdCounty *
sd_county_read (GFile *file, GError **error)
{
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, error);
  g_autofree char *name = sd_file_get_name (file);

  return doc != NULL ? sd_county_read_doc (doc, file, name, error) : NULL;
}
