/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/reader.h"
#include "plan/validate-private.h"
#include "random-county.h"

/* Random damage to what the writer wrote. What the reader takes, the published schema takes; what
 * the reader takes it also writes, and reads again as the same. */

#define ROUNDS 600

typedef struct
{
  GRand *rand;
  GPtrArray *elements;
} Damage;

static void
collect (xmlNode *node, GPtrArray *elements)
{
  for (; node != NULL; node = xmlNextElementSibling (node))
    {
      g_ptr_array_add (elements, node);
      collect (xmlFirstElementChild (node), elements);
    }
}

static xmlNode *
pick (Damage *self)
{
  return g_ptr_array_index (self->elements,
                            g_rand_int_range (self->rand, 0, (int) self->elements->len));
}

static xmlAttr *
pick_attribute (Damage *self, xmlNode *element)
{
  xmlAttr *attribute = element->properties;

  for (int n = g_rand_int_range (self->rand, 0, 12); n > 0 && attribute != NULL; n--)
    attribute = attribute->next != NULL ? attribute->next : element->properties;

  return attribute;
}

static void
change_value (Damage *self, xmlNode *element)
{
  static const char *const values[] = {
    "",           " ",          "0",          "-1",         "1.5",
    "1e3",        "007",        "true",       "1",          "yes",
    "2019-02-29", "2020-02-29", "2019-02-28", "a",          "town",
    "office",     "current",    "total",      "2147483648", "6f1e2a4c-93b1-4d0e-8a55-000000000001",
  };
  xmlAttr *attribute = pick_attribute (self, element);

  if (attribute != NULL)
    xmlSetNsProp (element, NULL, attribute->name,
                  BAD_CAST values[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (values))]);
}

static void
copy_value (Damage *self, xmlNode *element)
{
  xmlAttr *attribute = pick_attribute (self, element);
  xmlNode *other = pick (self);
  xmlAttr *from = pick_attribute (self, other);
  xmlChar *value;

  if (attribute == NULL || from == NULL)
    return;
  value = xmlGetNoNsProp (other, from->name);
  xmlSetNsProp (element, NULL, attribute->name, value);
  xmlFree (value);
}

static void
copy_attribute (Damage *self, xmlNode *element)
{
  xmlNode *other = pick (self);
  xmlAttr *from = pick_attribute (self, other);
  xmlChar *value;

  if (from == NULL)
    return;
  value = xmlGetNoNsProp (other, from->name);
  xmlSetNsProp (element, NULL, from->name, value);
  xmlFree (value);
}

static void
remove_attribute (Damage *self, xmlNode *element)
{
  xmlAttr *attribute = pick_attribute (self, element);

  if (attribute != NULL)
    xmlRemoveProp (attribute);
}

static gboolean
is_inside (const xmlNode *node, const xmlNode *outer)
{
  for (; node != NULL; node = node->parent)
    if (node == outer)
      return TRUE;

  return FALSE;
}

/* The damage is done once an element has moved, as the list then holds what is gone. */
static void
move_element (Damage *self, xmlNode *element)
{
  xmlNode *target = pick (self);

  if (is_inside (target, element))
    return;
  xmlUnlinkNode (element);
  if (target->parent->type == XML_ELEMENT_NODE && g_rand_boolean (self->rand))
    xmlAddPrevSibling (target, element);
  else
    xmlAddChild (target, element);
}

static void
copy_element (Damage *self, xmlNode *element)
{
  xmlNode *target = pick (self);

  xmlAddChild (target, xmlDocCopyNode (element, element->doc, 1));
}

static void
remove_element (Damage *self, xmlNode *element)
{
  if (element->parent->type != XML_ELEMENT_NODE)
    return;
  xmlUnlinkNode (element);
  xmlFreeNode (element);
}

static void
add_text (Damage *self, xmlNode *element)
{
  xmlNodeAddContent (element, BAD_CAST (g_rand_boolean (self->rand) ? "文字" : " \n"));
}

static void
rename_element (Damage *self, xmlNode *element)
{
  xmlNodeSetName (element, pick (self)->name);
}

static void
damage (Damage *self)
{
  static void (*const ways[]) (Damage *, xmlNode *) = {
    change_value, change_value,   copy_value,   copy_attribute, remove_attribute,
    move_element, remove_element, copy_element, add_text,       rename_element,
  };
  xmlNode *element = pick (self);

  ways[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (ways))](self, element);
}

static void
check_written (SdCounty *county)
{
  g_autoptr (GBytes) bytes = sd_county_to_xml (county);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "written.xml", &error);
  g_autoptr (SdCounty) again = NULL;

  g_assert_no_error (error);
  again = sd_county_read_doc (doc, NULL, "written.xml", &error);
  g_assert_no_error (error);
  g_assert_true (sd_county_equal (county, again));
}

/* Whether the reader took it. */
static gboolean
check_damaged (xmlDoc *doc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) xsd_error = NULL;
  g_autoptr (SdCounty) county = sd_county_read_doc (doc, NULL, "a.xml", &error);

  if (county == NULL)
    {
      g_assert_nonnull (error);
      return FALSE;
    }
  if (!sd_xsd_validate (doc, "a.xml", &xsd_error))
    {
      g_autoptr (GBytes) bytes = sd_xml_to_bytes (doc);

      g_error ("the reader took what the schema does not: %s\n%.*s", xsd_error->message,
               (int) g_bytes_get_size (bytes), (char *) g_bytes_get_data (bytes, NULL));
    }
  check_written (county);

  return TRUE;
}

static void
test_agreement (gconstpointer data)
{
  gboolean alone = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (SdCounty) county = random_county_new (rand, 1, 1);
  const char *id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));
  g_autoptr (GBytes) bytes = alone ? sd_plan_to_xml (county, id) : sd_county_to_xml (county);
  guint n_taken = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "a.xml", NULL);
      g_autoptr (GPtrArray) elements = g_ptr_array_new ();
      Damage self = { rand, elements };

      collect (xmlDocGetRootElement (doc), elements);
      damage (&self);
      n_taken += check_damaged (doc);
    }
  /* Neither harmless nor always fatal, or the test would say nothing. */
  g_test_message ("%u of %u were taken", n_taken, ROUNDS);
  g_assert_cmpuint (n_taken, >, ROUNDS / 20);
  g_assert_cmpuint (n_taken, <, ROUNDS * 19 / 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/plan/agreement/plan", GINT_TO_POINTER (TRUE), test_agreement);
  g_test_add_data_func ("/plan/agreement/county", GINT_TO_POINTER (FALSE), test_agreement);

  return g_test_run ();
}
