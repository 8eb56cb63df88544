/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content-private.h"
#include "xsd-private.h"
#include "xsd.h"

#include "writer.h"

/* The published schema of the plan XML, made from the list of tables so that it cannot fall behind.
 * What it says, the reader checks as well, with sentences in the user's language. */

#define PREAMBLE                                                                                   \
  "A plan of Sanding as XML. Two roots: plan stands alone, with its county and its town inside; "  \
  "county holds pools, towns and plans. Columns are attributes, and an attribute that is not "     \
  "there says nothing: it is unknown or does not apply. Order among siblings of a name is the "    \
  "order that counts. Every row has an id, a UUID; a scenario or an imported copy of a plan "      \
  "keeps "                                                                                         \
  "the ids of its rows. Codes such as E9 in the documentation name the row of the source "         \
  "documents that asks for the field. This file is made by sanding-model --xsd; change "           \
  "src/plan/model-list.h or tokens-list.h instead."

/*
 * sd_xsd_add:
 * @parent: an element of the schema
 * @name: an element of XML Schema
 * @...: pairs of names and values of attributes, ended by %NULL
 *
 * Returns: the new element
 */
xmlNode *
sd_xsd_add (xmlNode *parent, const char *name, ...)
{
  xmlNode *node = xmlNewChild (parent, parent->ns, BAD_CAST name, NULL);
  const char *attribute;
  va_list args;

  va_start (args, name);
  while ((attribute = va_arg (args, const char *)) != NULL)
    xmlNewProp (node, BAD_CAST attribute, BAD_CAST va_arg (args, const char *));
  va_end (args);

  return node;
}

static void
add_documentation (xmlNode *annotation, const char *language, const char *text)
{
  xmlNode *documentation = sd_xsd_add (annotation, "documentation", NULL);

  xmlNodeSetLang (documentation, BAD_CAST language);
  xmlNodeAddContent (documentation, BAD_CAST text);
}

static xmlNode *
annotate (xmlNode *node, const char *chinese, const char *english)
{
  xmlNode *annotation = sd_xsd_add (node, "annotation", NULL);

  if (chinese != NULL)
    add_documentation (annotation, "zh", chinese);
  if (english != NULL)
    add_documentation (annotation, "en", english);

  return annotation;
}

static void
annotate_table (xmlNode *node, const SdTable *table)
{
  annotate (node, table->chinese, table->doc);
}

/* A simple type made by narrowing another. */
static xmlNode *
add_simple_type (xmlNode *schema, const char *name, const char *base, const char *doc)
{
  xmlNode *type = sd_xsd_add (schema, "simpleType", "name", name, NULL);

  annotate (type, NULL, doc);
  return sd_xsd_add (type, "restriction", "base", base, NULL);
}

static void
add_plain_types (xmlNode *schema)
{
  xmlNode *type;

  type = add_simple_type (schema, "uuid", "xs:string", "Identifier of a row.");
  sd_xsd_add (type, "pattern", "value",
              "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}", NULL);

  type = add_simple_type (schema, "some-text", "xs:string", "Text that may not be empty.");
  sd_xsd_add (type, "minLength", "value", "1", NULL);

  type = add_simple_type (schema, "whole-number", "xs:int", "A whole number from 0 to 2147483647.");
  sd_xsd_add (type, "minInclusive", "value", "0", NULL);
  sd_xsd_add (type, "pattern", "value", "[0-9]+", NULL);

  type = add_simple_type (schema, "number", "xs:double", "A number from 0.");
  sd_xsd_add (type, "minInclusive", "value", "0", NULL);
  sd_xsd_add (type, "pattern", "value", "[0-9]+(\\.[0-9]+)?([eE][+\\-]?[0-9]+)?", NULL);

  type = add_simple_type (schema, "date", "xs:date", "A day, as year, month and day.");
  sd_xsd_add (type, "pattern", "value", "[0-9]{4}-[0-9]{2}-[0-9]{2}", NULL);

  type = add_simple_type (schema, "path", "xs:string",
                          "Path of a file beside this one or in a folder below, with / between.");
  sd_xsd_add (type, "pattern", "value",
              "(\\.{0,2}[^./\\\\]|\\.\\.\\.)[^/\\\\]*(/(\\.{0,2}[^./\\\\]|\\.\\.\\.)[^/\\\\]*)*",
              NULL);
}

static void
add_enumeration (xmlNode *schema, const SdEnumeration *enumeration)
{
  xmlNode *type = sd_xsd_add (schema, "simpleType", "name", enumeration->name, NULL);
  xmlNode *restriction = sd_xsd_add (type, "restriction", "base", "xs:string", NULL);

  for (guint i = 0; i < enumeration->n_tokens; i++)
    {
      const SdToken *token = &enumeration->tokens[i];
      xmlNode *value = sd_xsd_add (restriction, "enumeration", "value", token->name, NULL);
      xmlNode *annotation = annotate (value, token->chinese, token->label);

      if (!g_str_equal (token->source, "field"))
        xmlNodeAddContent (sd_xsd_add (annotation, "appinfo", NULL), BAD_CAST token->source);
    }
}

static const char *
type_of_column (const SdColumn *column)
{
  switch (column->type)
    {
    case SD_TYPE_INTEGER:
      return "whole-number";
    case SD_TYPE_REAL:
      return "number";
    case SD_TYPE_BOOLEAN:
      return "xs:boolean";
    case SD_TYPE_DATE:
      return "date";
    case SD_TYPE_CHOICE:
      return column->enumeration->name;
    case SD_TYPE_REF:
      return "uuid";
    case SD_TYPE_MARKUP:
      return column->flags & SD_REQUIRED ? "some-paragraphs" : "paragraphs";
    case SD_TYPE_TEXT:
    default:
      return column->flags & SD_REQUIRED ? "some-text" : "xs:string";
    }
}

static void
annotate_column (xmlNode *node, const SdColumn *column)
{
  g_autofree char *doc = g_strdup_printf ("%s. %s", column->label, column->doc);

  annotate (node, NULL, doc);
}

static void
add_attribute (xmlNode *parent, const SdColumn *column)
{
  xmlNode *attribute =
      sd_xsd_add (parent, "attribute", "name", column->name, "type", type_of_column (column), NULL);

  if (column->flags & SD_REQUIRED)
    xmlNewProp (attribute, BAD_CAST "use", BAD_CAST "required");
  else if (column->type == SD_TYPE_BOOLEAN)
    xmlNewProp (attribute, BAD_CAST "default", BAD_CAST "false");
  annotate_column (attribute, column);
}

static void
add_attributes (xmlNode *parent, const SdTable *table)
{
  xmlNode *id;

  id = sd_xsd_add (parent, "attribute", "name", "id", "type", "uuid", "use", "required", NULL);
  annotate (id, NULL, "Identifier of the row; it stays the same for as long as the row lives.");
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type != SD_TYPE_MARKUP && !(table->columns[i].flags & SD_CONTENT))
      add_attribute (parent, &table->columns[i]);
}

static xmlNode *
add_element (xmlNode *parent, const SdTable *table)
{
  g_autofree char *type = g_strdup_printf ("%s-row", table->name);
  xmlNode *element = sd_xsd_add (parent, "element", "name", table->name, "type", type, NULL);

  annotate_table (element, table);
  return element;
}

static gboolean
has_content (const SdTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & SD_CONTENT)
      return TRUE;

  return FALSE;
}

static void
add_markup_elements (xmlNode *sequence, const SdTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const SdColumn *column = &table->columns[i];
      xmlNode *element;

      if (column->type != SD_TYPE_MARKUP)
        continue;
      element =
          sd_xsd_add (sequence, "element", "name", column->name, "type", type_of_column (column),
                      "minOccurs", column->flags & SD_REQUIRED ? "1" : "0", NULL);
      annotate_column (element, column);
    }
}

/* The tables below a table, in any order and number. */
static void
add_child_elements (xmlNode *sequence, const SdTable *table)
{
  xmlNode *choice = NULL;

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      if (sd_table_get (i)->parent != table->id)
        continue;
      if (choice == NULL)
        choice = sd_xsd_add (sequence, "choice", "minOccurs", "0", "maxOccurs", "unbounded", NULL);
      add_element (choice, sd_table_get (i));
    }
}

static void
add_row_type (xmlNode *schema, const SdTable *table)
{
  g_autofree char *name = g_strdup_printf ("%s-row", table->name);
  xmlNode *type = sd_xsd_add (schema, "complexType", "name", name, NULL);
  xmlNode *content;

  annotate_table (type, table);
  if (has_content (table))
    {
      content = sd_xsd_add (type, "simpleContent", NULL);
      type = sd_xsd_add (content, "extension", "base", "some-text", NULL);
    }
  else
    {
      content = sd_xsd_add (type, "sequence", NULL);
      add_markup_elements (content, table);
      add_child_elements (content, table);
    }
  add_attributes (type, table);
}

static void
add_paragraphs_type (xmlNode *schema, const char *name, const char *least)
{
  xmlNode *type = sd_xsd_add (schema, "complexType", "name", name, NULL);
  xmlNode *sequence;

  annotate (type, NULL, "Text in paragraphs.");
  sequence = sd_xsd_add (type, "sequence", NULL);
  annotate (sd_xsd_add (sequence, "element", "name", "p", "type", "paragraph", "minOccurs", least,
                        "maxOccurs", "unbounded", NULL),
            NULL, "A paragraph.");
}

static void
add_markup_types (xmlNode *schema)
{
  xmlNode *type, *sequence, *element, *attribute;

  add_paragraphs_type (schema, "paragraphs", "0");
  add_paragraphs_type (schema, "some-paragraphs", "1");

  type = sd_xsd_add (schema, "complexType", "name", "paragraph", "mixed", "true", NULL);
  annotate (type, NULL, "Text, with fields where the model gives the words.");
  sequence = sd_xsd_add (type, "sequence", NULL);
  element = sd_xsd_add (sequence, "element", "name", "field", "type", "field", "minOccurs", "0",
                        "maxOccurs", "unbounded", NULL);
  annotate (element, NULL, "A value of the model.");

  type = sd_xsd_add (schema, "complexType", "name", "field", NULL);
  annotate (type, NULL, "A place in the text where a value of the model is printed.");
  attribute =
      sd_xsd_add (type, "attribute", "name", "ref", "type", "some-text", "use", "required", NULL);
  annotate (attribute, NULL, "Which value.");
  attribute = sd_xsd_add (type, "attribute", "name", "format", "type", "xs:string", NULL);
  annotate (attribute, NULL, "How it is printed.");
}

static void
add_group (xmlNode *schema, const char *kind, const char *name, const SdTable *table)
{
  xmlNode *group = sd_xsd_add (schema, kind, "name", name, NULL);

  annotate_table (group, table);
  if (g_str_equal (kind, "attributeGroup"))
    add_attributes (group, table);
  else
    add_child_elements (sd_xsd_add (group, "sequence", NULL), table);
}

static void
make_repeatable (xmlNode *element)
{
  xmlNewProp (element, BAD_CAST "minOccurs", BAD_CAST "0");
  xmlNewProp (element, BAD_CAST "maxOccurs", BAD_CAST "unbounded");
}

static void
add_county_elements (xmlNode *choice)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_content_is_of_county (sd_table_get (i)))
      add_element (choice, sd_table_get (i));
}

/* What a county and a plan are depends on where they stand. */
static void
add_header_types (xmlNode *schema)
{
  xmlNode *type, *sequence;

  add_group (schema, "attributeGroup", "county-attributes", sd_table_get (SD_TABLE_COUNTY));
  add_group (schema, "attributeGroup", "plan-attributes", sd_table_get (SD_TABLE_PLAN));
  add_group (schema, "group", "plan-content", sd_table_get (SD_TABLE_PLAN));

  type = sd_xsd_add (schema, "complexType", "name", "county-header", NULL);
  annotate (type, NULL, "The county of a plan that stands alone, without its towns and plans.");
  sequence = sd_xsd_add (type, "choice", NULL);
  make_repeatable (sequence);
  add_county_elements (sequence);
  sd_xsd_add (type, "attributeGroup", "ref", "county-attributes", NULL);

  type = sd_xsd_add (schema, "complexType", "name", "plan-in-county", NULL);
  annotate (type, NULL, "A plan inside its county, whose town is one of the county's.");
  sequence = sd_xsd_add (type, "sequence", NULL);
  sd_xsd_add (sequence, "group", "ref", "plan-content", NULL);
  sd_xsd_add (type, "attributeGroup", "ref", "plan-attributes", NULL);

  type = sd_xsd_add (schema, "complexType", "name", "plan-ref", NULL);
  annotate (type, NULL, "A plan in a file of its own, with the root plan.");
  annotate (sd_xsd_add (type, "attribute", "name", "href", "type", "path", "use", "required", NULL),
            NULL, "Path of the file, from the folder of this one.");
}

static void
add_plan_root (xmlNode *schema)
{
  xmlNode *plan = sd_xsd_add (schema, "element", "name", "plan", NULL);
  xmlNode *type, *sequence, *county;

  annotate_table (plan, sd_table_get (SD_TABLE_PLAN));
  type = sd_xsd_add (plan, "complexType", NULL);
  sequence = sd_xsd_add (type, "sequence", NULL);
  county = sd_xsd_add (sequence, "element", "name", "county", "type", "county-header", NULL);
  annotate_table (county, sd_table_get (SD_TABLE_COUNTY));
  add_element (sequence, sd_table_get (SD_TABLE_TOWN));
  sd_xsd_add (sequence, "group", "ref", "plan-content", NULL);
  sd_xsd_add (type, "attributeGroup", "ref", "plan-attributes", NULL);
  sd_xsd_add_plan_keys (plan, "", TRUE);
}

static void
add_county_root (xmlNode *schema)
{
  xmlNode *county = sd_xsd_add (schema, "element", "name", "county", NULL);
  xmlNode *type, *sequence, *choice, *plan, *plan_ref;

  annotate_table (county, sd_table_get (SD_TABLE_COUNTY));
  type = sd_xsd_add (county, "complexType", NULL);
  sequence = sd_xsd_add (type, "sequence", NULL);
  choice = sd_xsd_add (sequence, "choice", NULL);
  make_repeatable (choice);
  add_county_elements (choice);
  add_element (choice, sd_table_get (SD_TABLE_TOWN));
  choice = sd_xsd_add (sequence, "choice", NULL);
  make_repeatable (choice);
  plan = sd_xsd_add (choice, "element", "name", "plan", "type", "plan-in-county", NULL);
  annotate_table (plan, sd_table_get (SD_TABLE_PLAN));
  sd_xsd_add_plan_keys (plan, "county-plan-", FALSE);
  plan_ref = sd_xsd_add (choice, "element", "name", "plan-ref", "type", "plan-ref", NULL);
  annotate (plan_ref, NULL, "A plan that is kept in a file of its own.");
  sd_xsd_add (type, "attributeGroup", "ref", "county-attributes", NULL);
  sd_xsd_add_county_keys (county);
}

/**
 * sd_model_to_xsd:
 *
 * Returns: (transfer full): the schema of the plan XML as a file
 */
char *
sd_model_to_xsd (void)
{
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  g_autoptr (GBytes) bytes = NULL;
  xmlNode *schema = xmlNewNode (NULL, BAD_CAST "schema");

  xmlAddChild ((xmlNode *) doc,
               xmlNewDocComment (doc, BAD_CAST " SPDX-License-Identifier: GPL-3.0-or-later "));
  xmlAddChild ((xmlNode *) doc, schema);
  xmlSetNs (schema, xmlNewNs (schema, BAD_CAST "http://www.w3.org/2001/XMLSchema", BAD_CAST "xs"));
  xmlNewNs (schema, BAD_CAST SD_PLAN_NAMESPACE, NULL);
  xmlNewNs (schema, BAD_CAST SD_PLAN_NAMESPACE, BAD_CAST "sd");
  xmlNewProp (schema, BAD_CAST "targetNamespace", BAD_CAST SD_PLAN_NAMESPACE);
  xmlNewProp (schema, BAD_CAST "elementFormDefault", BAD_CAST "qualified");
  annotate (schema, NULL, PREAMBLE);

  add_plan_root (schema);
  add_county_root (schema);
  add_header_types (schema);
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (i != SD_TABLE_COUNTY && i != SD_TABLE_PLAN)
      add_row_type (schema, sd_table_get (i));
  add_markup_types (schema);
  add_plain_types (schema);
  for (guint i = 0; i < SD_N_ENUMERATIONS; i++)
    add_enumeration (schema, sd_enumeration_get (i));

  bytes = sd_xml_to_bytes (doc);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
