/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "writer.h"

#include "content-private.h"
#include "markup-private.h"

static void write_children (xmlNode *parent, SdRowSet *set, SdTableId table, const char *id);

static xmlNode *
add_element (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, parent->ns, BAD_CAST name, NULL);
}

static void
write_column (xmlNode *element, SdRow *row, guint index)
{
  const SdColumn *column = &sd_row_get_table (row)->columns[index];
  g_autofree char *text = sd_value_to_text (sd_row_get_value (row, index));

  if (text == NULL)
    return;

  if (column->type == SD_TYPE_MARKUP)
    sd_markup_to_nodes (text, add_element (element, column->name));
  else if (column->flags & SD_CONTENT)
    xmlNodeAddContent (element, BAD_CAST text);
  else if (column->type != SD_TYPE_BOOLEAN)
    xmlNewProp (element, BAD_CAST column->name, BAD_CAST text);
  else if (sd_row_get_boolean (row, index))
    xmlNewProp (element, BAD_CAST column->name, BAD_CAST "true");
}

static void
write_columns (xmlNode *element, SdRow *row)
{
  xmlNewProp (element, BAD_CAST "id", BAD_CAST sd_row_get_id (row));
  for (guint i = 0; i < sd_row_get_table (row)->n_columns; i++)
    write_column (element, row, i);
}

static void
write_row (xmlNode *parent, SdRowSet *set, SdRow *row)
{
  xmlNode *element = add_element (parent, sd_row_get_table (row)->name);

  write_columns (element, row);
  for (guint table = 0; table < SD_N_TABLES; table++)
    if (sd_table_get (table)->parent == sd_row_get_table_id (row) &&
        sd_table_has_parent_id (sd_table_get (table)))
      write_children (element, set, table, sd_row_get_id (row));
}

static void
write_children (xmlNode *parent, SdRowSet *set, SdTableId table, const char *id)
{
  g_autoptr (GPtrArray) rows = sd_row_set_get_children (set, table, id);

  for (guint i = 0; i < rows->len; i++)
    write_row (parent, set, g_ptr_array_index (rows, i));
}

static void
write_table (xmlNode *parent, SdRowSet *set, SdTableId table)
{
  SdRow *row;

  SD_FOREACH_ROW (row, set, table)
    write_row (parent, set, row);
}

static void
write_plan_content (xmlNode *element, SdPlan *plan)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    if (sd_table_get (table)->scope == SD_SCOPE_PLAN &&
        sd_table_get (table)->parent == SD_TABLE_PLAN)
      write_table (element, SD_ROW_SET (plan), table);
}

static void
write_county_rows (xmlNode *element, SdCounty *county)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    if (sd_content_is_of_county (sd_table_get (table)))
      write_table (element, SD_ROW_SET (county), table);
}

static xmlDoc *
new_doc (const char *root_name)
{
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlNewNode (NULL, BAD_CAST root_name);

  xmlDocSetRootElement (doc, root);
  xmlSetNs (root, xmlNewNs (root, BAD_CAST SD_PLAN_NAMESPACE, NULL));

  return doc;
}

/**
 * sd_plan_to_doc:
 * @county: a county
 * @plan_id: a plan of it that has been loaded
 *
 * Writes the plan as a document that stands alone: with the county's and its town's own data. This
 * is what rules are checked on and documents are made from.
 *
 * Returns: (skip) (transfer full): a document with the root `plan`
 */
xmlDoc *
sd_plan_to_doc (SdCounty *county, const char *plan_id)
{
  SdRow *header = sd_county_get_plan_row (county, plan_id);
  SdRow *town = sd_county_get_plan_town (county, plan_id);
  SdPlan *plan = sd_county_get_plan (county, plan_id);
  xmlDoc *doc;
  xmlNode *root;

  g_return_val_if_fail (header != NULL && town != NULL && plan != NULL, NULL);

  doc = new_doc ("plan");
  root = xmlDocGetRootElement (doc);
  write_columns (root, header);
  if (sd_county_get_row (county) != NULL)
    {
      xmlNode *element = add_element (root, "county");

      write_columns (element, sd_county_get_row (county));
      write_county_rows (element, county);
    }
  write_row (root, SD_ROW_SET (county), town);
  write_plan_content (root, plan);

  return doc;
}

/**
 * sd_plan_to_xml:
 * @county: a county
 * @plan_id: a plan of it that has been loaded
 *
 * Returns: (transfer full): the plan as sd_plan_to_doc() makes it, as a file; the same plan gives
 *   the same bytes
 */
GBytes *
sd_plan_to_xml (SdCounty *county, const char *plan_id)
{
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id);

  return sd_xml_to_bytes (doc);
}

/**
 * sd_county_to_doc:
 * @county: a county; plans that have not been loaded are left out
 *
 * Returns: (skip) (transfer full): a document with the root `county`
 */
xmlDoc *
sd_county_to_doc (SdCounty *county)
{
  xmlDoc *doc = new_doc ("county");
  xmlNode *root = xmlDocGetRootElement (doc);
  SdRow *header;

  write_columns (root, sd_county_get_row (county));
  write_county_rows (root, county);
  write_table (root, SD_ROW_SET (county), SD_TABLE_TOWN);
  SD_FOREACH_ROW (header, county, SD_TABLE_PLAN)
    {
      SdPlan *plan = sd_county_get_plan (county, sd_row_get_id (header));
      xmlNode *element;

      if (plan == NULL)
        continue;
      element = add_element (root, "plan");
      write_columns (element, header);
      write_plan_content (element, plan);
    }

  return doc;
}

/**
 * sd_county_to_xml:
 * @county: a county; plans that have not been loaded are left out
 *
 * Returns: (transfer full): the county with its towns and plans as a file
 */
GBytes *
sd_county_to_xml (SdCounty *county)
{
  g_autoptr (xmlDoc) doc = sd_county_to_doc (county);

  return sd_xml_to_bytes (doc);
}
