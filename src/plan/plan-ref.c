/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content-private.h"
#include "reader-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* A county keeps a plan in a file of its own by <plan-ref href>. That file stands alone, so it is
 * read by itself, with its own county and town, and then taken into the county that names it. */

/* A path leads to a file beside or below by its words alone; what symbolic links make of it is
 * looked at when it is opened. */
static gboolean
stays_inside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  if (strchr (path, '\\') != NULL || *path == '\0')
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;

  return TRUE;
}

static char *
real_path (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

/* Where a file is not there, opening it says so better. */
static gboolean
is_below (GFile *file, GFile *folder)
{
  g_autofree char *real_file = real_path (file);
  g_autofree char *real_folder = real_path (folder);
  g_autoptr (GFile) inner = NULL;
  g_autoptr (GFile) outer = NULL;

  if (real_file == NULL || real_folder == NULL)
    return g_file_has_prefix (file, folder);

  inner = g_file_new_for_path (real_file);
  outer = g_file_new_for_path (real_folder);
  return g_file_has_prefix (inner, outer);
}

static gboolean
check_shape (SdReading *self, xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL || !xmlStrEqual (attribute->name, BAD_CAST "href"))
      return sd_reading_fail (self, node, _ ("%s has no attribute %s; expected %s."), "plan-ref",
                              attribute->name, "href");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (!sd_reading_ignores (child))
      return sd_reading_fail (self, child, _ ("%s may not contain %s; expected %s."), "plan-ref",
                              child->name, _ ("no element"));
  if (!sd_reading_is_empty (self, node))
    return FALSE;
  if (!xmlHasNsProp (node, BAD_CAST "href", NULL))
    return sd_reading_fail (self, node, _ ("%s lacks %s, which it must have."), "plan-ref", "href");

  return TRUE;
}

static GFile *
resolve (SdReading *self, xmlNode *node, const char *path)
{
  g_autoptr (GFile) folder = self->base != NULL ? g_file_get_parent (self->base) : NULL;
  g_autoptr (GFile) file = NULL;

  if (folder != NULL)
    file = g_file_resolve_relative_path (folder, path);
  if (file == NULL || !is_below (file, folder))
    {
      sd_reading_fail (self, node,
                       _ ("plan-ref names “%s”; expected a file in the same folder or below."),
                       path);
      return NULL;
    }

  return g_steal_pointer (&file);
}

static SdCounty *
read_file (SdReading *self, xmlNode *node, GFile *file)
{
  g_autofree char *name = sd_file_get_name (file);
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, self->error);
  SdReading inner = { .name = name, .error = self->error };
  xmlNode *root;

  if (doc == NULL)
    {
      g_prefix_error (self->error, "%s:%ld: ", self->name, xmlGetLineNo (node));
      return NULL;
    }

  root = xmlDocGetRootElement (doc);
  if (!sd_reading_is (root, "plan"))
    {
      sd_reading_fail (&inner, root, _ ("the file holds %s; expected a plan."), root->name);
      return NULL;
    }

  return sd_reading_run (&inner, root);
}

/* The order among siblings is each file's own. */
static gboolean
equal_but_for_rank (SdRow *a, SdRow *b)
{
  gint64 rank = sd_row_get_rank (b);
  gboolean equal;

  if (g_strcmp0 (sd_row_get_parent_id (a), sd_row_get_parent_id (b)) != 0)
    return FALSE;
  sd_row_set_place (b, sd_row_get_parent_id (b), sd_row_get_rank (a));
  equal = sd_row_equal (a, b);
  sd_row_set_place (b, sd_row_get_parent_id (b), rank);

  return equal;
}

static gboolean
is_same_town (SdCounty *here, SdCounty *there, SdRow *town)
{
  SdRow *known = sd_row_set_get_row (SD_ROW_SET (here), SD_TABLE_TOWN, sd_row_get_id (town));
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  ours = sd_row_set_get_children (SD_ROW_SET (here), SD_TABLE_INDICATOR, sd_row_get_id (town));
  theirs = sd_row_set_get_children (SD_ROW_SET (there), SD_TABLE_INDICATOR, sd_row_get_id (town));
  if (!equal_but_for_rank (known, town) || ours->len != theirs->len)
    return FALSE;
  for (guint i = 0; i < ours->len; i++)
    if (!sd_row_equal (g_ptr_array_index (ours, i), g_ptr_array_index (theirs, i)))
      return FALSE;

  return TRUE;
}

static gboolean
take_rows (SdReading *self, const xmlNode *node, SdCounty *from, SdTableId table)
{
  SdRow *row;

  while ((row = sd_row_set_peek_row (SD_ROW_SET (from), table, 0)) != NULL)
    {
      g_autoptr (SdRow) held = g_object_ref (row);
      const char *parent_id = sd_row_get_parent_id (row);

      sd_row_set_drop_row (SD_ROW_SET (from), row);
      sd_row_set_place (row, parent_id,
                        sd_reading_next_rank (self, sd_row_get_table (row), parent_id));
      if (!sd_reading_put_row (self, node, row))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_town (SdReading *self, const xmlNode *node, SdCounty *from, const char *path)
{
  SdRow *town = sd_row_set_peek_row (SD_ROW_SET (from), SD_TABLE_TOWN, 0);
  const char *id = sd_row_get_id (town);

  if (sd_row_set_get_row (SD_ROW_SET (self->county), SD_TABLE_TOWN, id) == NULL)
    return take_rows (self, node, from, SD_TABLE_TOWN) &&
           take_rows (self, node, from, SD_TABLE_INDICATOR);
  if (!is_same_town (self->county, from, town))
    return sd_reading_fail (self, node,
                            _ ("the town in “%s” is not as it is here; expected the same "
                               "attributes and indicators, or no town %s here."),
                            path, id);

  return TRUE;
}

static void
drop_known (SdCounty *here, SdCounty *there, SdTableId table)
{
  for (guint i = sd_row_set_get_n_rows (SD_ROW_SET (there), table); i > 0; i--)
    {
      SdRow *row = sd_row_set_peek_row (SD_ROW_SET (there), table, i - 1);

      if (sd_row_set_get_row (SD_ROW_SET (here), table, sd_row_get_id (row)) != NULL)
        sd_row_set_drop_row (SD_ROW_SET (there), row);
    }
}

/* Pools and answers that went along with the plan; what the county says itself stands. */
static gboolean
take_county_rows (SdReading *self, const xmlNode *node, SdCounty *from)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);

      if (!sd_content_is_of_county (table))
        continue;
      drop_known (self->county, from, table->id);
      if (!take_rows (self, node, from, table->id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_plan (SdReading *self, const xmlNode *node, SdCounty *from, const char *path)
{
  SdRow *header = sd_row_set_peek_row (SD_ROW_SET (from), SD_TABLE_PLAN, 0);
  SdPlan *plan = sd_county_get_plan (from, sd_row_get_id (header));

  if (!equal_but_for_rank (sd_county_get_row (self->county), sd_county_get_row (from)))
    return sd_reading_fail (self, node,
                            _ ("the county in “%s” is not as it is here; expected the same id and "
                               "attributes."),
                            path);
  if (!take_town (self, node, from, path) || !take_county_rows (self, node, from) ||
      !take_rows (self, node, from, SD_TABLE_PLAN))
    return FALSE;

  sd_county_put_plan (self->county, plan);
  return TRUE;
}

/*
 * sd_reading_read_plan_ref:
 * @self: a reading of a county
 * @node: an element plan-ref
 *
 * Returns: whether the plan could be read and belongs to the county
 */
gboolean
sd_reading_read_plan_ref (SdReading *self, xmlNode *node)
{
  xmlChar *href = xmlGetNoNsProp (node, BAD_CAST "href");
  g_autofree char *path = g_strdup (href != NULL ? (const char *) href : "");
  g_autoptr (GFile) file = NULL;
  g_autoptr (SdCounty) read = NULL;

  xmlFree (href);
  if (!check_shape (self, node))
    return FALSE;
  if (!stays_inside (path))
    return sd_reading_fail (
        self, node, _ ("plan-ref names “%s”; expected a file in the same folder or below."), path);
  if (!self->follow)
    return TRUE;

  file = resolve (self, node, path);
  if (file == NULL)
    return FALSE;
  read = read_file (self, node, file);

  return read != NULL && take_plan (self, node, read, path);
}
