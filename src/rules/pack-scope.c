/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-private.h"

#include <glib/gi18n-lib.h>

/* For which places, times and towns a pack is made. */

/* One element of the scope: all of its attributes must fit. Of elements of one name, one must. */
typedef struct
{
  char *name;
  GHashTable *attributes;
} SdCondition;

void
sd_condition_free (gpointer data)
{
  SdCondition *condition = data;

  g_free (condition->name);
  g_hash_table_unref (condition->attributes);
  g_free (condition);
}

static gboolean
check_names (const xmlNode *node, const char *file, GError **error)
{
  static const struct
  {
    const char *element, *attributes;
  } known[] = {
    { "place", " province city county town " },
    { "period", " from until " },
    { "town", " kind pilot " },
  };
  const char *attributes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (sd_pack_is_element (node, known[i].element))
      attributes = known[i].attributes;
  if (attributes == NULL)
    return sd_pack_fail (file, node, error, _ ("scope may not contain %s; expected %s."),
                         node->name, "place, period, town");
  for (const xmlAttr *each = node->properties; each != NULL; each = each->next)
    {
      g_autofree char *name = g_strdup_printf (" %s ", each->name);

      if (strstr (attributes, name) == NULL)
        return sd_pack_fail (file, node, error, _ ("%s has no attribute %s; expected %s."),
                             node->name, each->name, attributes);
    }

  return TRUE;
}

/* A condition that is not understood would make the pack apply to nobody, or to everybody. */
gboolean
sd_pack_read_scope (SdPack *self, const xmlNode *scope, const char *file, GError **error)
{
  for (const xmlNode *node = scope->children; node != NULL; node = node->next)
    {
      SdCondition *condition;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!check_names (node, file, error))
        return FALSE;
      condition = g_new0 (SdCondition, 1);
      condition->name = g_strdup ((const char *) node->name);
      condition->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (xmlAttr *each = node->properties; each != NULL; each = each->next)
        g_hash_table_insert (condition->attributes, g_strdup ((const char *) each->name),
                             sd_pack_get_attribute (node, (const char *) each->name));
      g_ptr_array_add (self->scopes, condition);
    }

  return TRUE;
}

static const char *
text_of (SdRow *row, guint column)
{
  return row != NULL ? sd_row_get_text (row, column) : NULL;
}

static gboolean
fits (const SdCondition *condition, const char *name, const char *value)
{
  const char *wanted = g_hash_table_lookup (condition->attributes, name);

  return wanted == NULL || g_strcmp0 (wanted, value) == 0;
}

/* Dates as text compare as dates do. A plan without a date is of today. */
static gboolean
is_in_period (const SdCondition *condition, SdRow *plan)
{
  const char *from = g_hash_table_lookup (condition->attributes, "from");
  const char *until = g_hash_table_lookup (condition->attributes, "until");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *date = text_of (plan, SD_PLAN_DATE);

  if (date == NULL)
    date = today;

  return (from == NULL || strcmp (date, from) >= 0) && (until == NULL || strcmp (date, until) <= 0);
}

static gboolean
condition_holds (const SdCondition *condition, SdRow *county, SdRow *town, SdRow *plan)
{
  if (g_str_equal (condition->name, "place"))
    return fits (condition, "province", text_of (county, SD_COUNTY_PROVINCE)) &&
           fits (condition, "city", text_of (county, SD_COUNTY_CITY)) &&
           fits (condition, "county", text_of (county, SD_COUNTY_NAME)) &&
           fits (condition, "town", text_of (town, SD_TOWN_NAME));
  if (g_str_equal (condition->name, "town"))
    return fits (condition, "kind", text_of (town, SD_TOWN_KIND)) &&
           fits (condition, "pilot", text_of (town, SD_TOWN_PILOT));
  if (g_str_equal (condition->name, "period"))
    return is_in_period (condition, plan);

  return FALSE;
}

/**
 * sd_pack_applies:
 * @self: a pack
 * @county: (nullable): row of the county
 * @town: (nullable): row of the town
 * @plan: (nullable): header of the plan
 *
 * Returns: whether place, period and kind of town are those that the pack is made for
 */
gboolean
sd_pack_applies (SdPack *self, SdRow *county, SdRow *town, SdRow *plan)
{
  for (guint i = 0; i < self->scopes->len; i++)
    {
      const SdCondition *condition = g_ptr_array_index (self->scopes, i);
      gboolean holds = FALSE;

      for (guint j = 0; j < self->scopes->len && !holds; j++)
        {
          const SdCondition *other = g_ptr_array_index (self->scopes, j);

          holds = g_str_equal (other->name, condition->name) &&
                  condition_holds (other, county, town, plan);
        }
      if (!holds)
        return FALSE;
    }

  return TRUE;
}

static void
append_word (GString *text, const char *separator, const char *word)
{
  if (word == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, word);
}

static const char *
label_of (SdTableId table, guint column, const char *token)
{
  const SdEnumeration *enumeration = sd_table_get (table)->columns[column].enumeration;
  int index = token != NULL ? sd_enumeration_index (enumeration, token) : -1;

  return index >= 0 ? sd_token_get_label (&enumeration->tokens[index]) : token;
}

static void
describe_condition (GString *text, const SdCondition *condition)
{
  static const char *const places[] = { "province", "city", "county", "town" };
  GHashTable *values = condition->attributes;
  g_autoptr (GString) part = g_string_new (NULL);

  if (g_str_equal (condition->name, "place"))
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      append_word (part, " ", g_hash_table_lookup (values, places[i]));
  else if (g_str_equal (condition->name, "town"))
    {
      append_word (part, " ",
                   label_of (SD_TABLE_TOWN, SD_TOWN_KIND, g_hash_table_lookup (values, "kind")));
      append_word (part, " ",
                   label_of (SD_TABLE_TOWN, SD_TOWN_PILOT, g_hash_table_lookup (values, "pilot")));
    }
  else
    {
      const char *from = g_hash_table_lookup (values, "from");
      const char *until = g_hash_table_lookup (values, "until");

      g_string_append_printf (part, "%s–%s", from != NULL ? from : "", until != NULL ? until : "");
    }
  append_word (text, " · ", part->str);
}

/**
 * sd_pack_describe_scope:
 * @self: a pack
 *
 * Returns: (transfer full): for whom it is made, in the user's words, such as
 *   "山东省 临沂市 费县 探沂镇 · 2019-01-01– · Town"
 */
char *
sd_pack_describe_scope (SdPack *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->scopes->len; i++)
    describe_condition (text, g_ptr_array_index (self->scopes, i));

  return g_string_free (text, FALSE);
}
