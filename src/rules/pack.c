/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack.h"

#include "plan/data-dir.h"
#include "plan/xml.h"

#include <glib/gi18n-lib.h>

#define PACK_NAMESPACE "urn:sanding:pack:1"

struct _SdPack
{
  GObject parent_instance;

  char *id;
  char *title;
  SdSeverity cap;
  SchSchema *schema;
  GPtrArray *scopes; /* Condition */
};

/* One element of the scope: all of its attributes must fit. Of elements of one name, one must. */
typedef struct
{
  char *name;
  GHashTable *attributes;
} Condition;

G_DEFINE_QUARK (sd - pack - error - quark, sd_pack_error)

G_DEFINE_FINAL_TYPE (SdPack, sd_pack, G_TYPE_OBJECT)

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_free (condition->name);
  g_hash_table_unref (condition->attributes);
  g_free (condition);
}

static void
sd_pack_finalize (GObject *object)
{
  SdPack *self = SD_PACK (object);

  g_free (self->id);
  g_free (self->title);
  g_clear_object (&self->schema);
  g_ptr_array_unref (self->scopes);

  G_OBJECT_CLASS (sd_pack_parent_class)->finalize (object);
}

static void
sd_pack_class_init (SdPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_pack_finalize;
}

static void
sd_pack_init (SdPack *self)
{
  self->scopes = g_ptr_array_new_with_free_func (condition_free);
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST PACK_NAMESPACE) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

static char *
attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((char *) value);

  xmlFree (value);
  return copy;
}

static void
read_title (SdPack *self, const xmlNode *node)
{
  xmlChar *language = xmlNodeGetLang (node);
  xmlChar *text = xmlNodeGetContent (node);
  const char *user = g_get_language_names ()[0];

  if (self->title == NULL || (language != NULL && strncmp (user, (char *) language, 2) == 0))
    {
      g_free (self->title);
      self->title = g_strstrip (g_strdup ((char *) text));
    }
  xmlFree (text);
  xmlFree (language);
}

static void
read_scope (SdPack *self, const xmlNode *scope)
{
  for (const xmlNode *node = scope->children; node != NULL; node = node->next)
    {
      Condition *condition;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      condition = g_new0 (Condition, 1);
      condition->name = g_strdup ((const char *) node->name);
      condition->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (xmlAttr *each = node->properties; each != NULL; each = each->next)
        g_hash_table_insert (condition->attributes, g_strdup ((const char *) each->name),
                             attribute (node, (const char *) each->name));
      g_ptr_array_add (self->scopes, condition);
    }
}

/* What a source may say at most: an article advises, a meeting reports; only a normative text or an
 * approved plan forbids. */
static gboolean
read_authority (SdPack *self, const xmlNode *root, const char *name, GError **error)
{
  static const struct
  {
    const char *token;
    SdSeverity cap;
  } caps[] = {
    { "normative", SD_SEVERITY_ERROR },
    { "approved-plan", SD_SEVERITY_ERROR },
    { "meeting", SD_SEVERITY_WARNING },
    { "article", SD_SEVERITY_INFO },
  };
  g_autofree char *authority = attribute (root, "authority");

  for (guint i = 0; i < G_N_ELEMENTS (caps); i++)
    if (g_strcmp0 (authority, caps[i].token) == 0)
      {
        self->cap = caps[i].cap;
        return TRUE;
      }

  g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID,
               _ ("%s:%ld: authority of pack is “%s”; expected one of %s."), name,
               xmlGetLineNo (root), authority != NULL ? authority : "",
               "normative, approved-plan, meeting, article");
  return FALSE;
}

static gboolean
read_head (SdPack *self, const xmlNode *root, const char *name, GError **error)
{
  if (!is_element (root, "pack"))
    {
      g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID,
                   _ ("%s:%ld: the root is %s; expected pack of the namespace %s."), name,
                   xmlGetLineNo (root), root->name, PACK_NAMESPACE);
      return FALSE;
    }
  self->id = attribute (root, "id");
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (is_element (node, "title"))
        read_title (self, node);
      else if (is_element (node, "scope"))
        read_scope (self, node);
    }
  if (self->id == NULL || self->title == NULL)
    {
      g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID,
                   _ ("%s:%ld: pack lacks %s, which it must have."), name, xmlGetLineNo (root),
                   self->id == NULL ? "id" : "title");
      return FALSE;
    }

  return read_authority (self, root, name, error);
}

/**
 * sd_pack_load:
 * @folder: the pack's folder
 * @error: return location for an error of the pack, its XML or its schema
 *
 * Reads pack.xml and compiles rules.sch.
 *
 * Returns: (transfer full): the pack
 */
SdPack *
sd_pack_load (GFile *folder, GError **error)
{
  g_autoptr (SdPack) self = g_object_new (SD_TYPE_PACK, NULL);
  g_autoptr (GFile) head = g_file_get_child (folder, "pack.xml");
  g_autoptr (GFile) rules = g_file_get_child (folder, "rules.sch");
  g_autofree char *name = sd_file_get_name (head);
  g_autoptr (xmlDoc) doc = sd_xml_read_file (head, NULL, error);

  if (doc == NULL || !read_head (self, xmlDocGetRootElement (doc), name, error))
    return NULL;
  self->schema = sch_schema_new_from_file (rules, error);

  return self->schema != NULL ? g_steal_pointer (&self) : NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(SdPack **) a)->id, (*(SdPack **) b)->id);
}

/**
 * sd_packs_load_all:
 * @error: return location for an error of the first pack that cannot be loaded
 *
 * A pack that cannot be loaded is an error and not passed over: what is silently not checked would
 * read as in order.
 *
 * Returns: (transfer full) (element-type SdPack): all packs that come with the program, by id
 */
GPtrArray *
sd_packs_load_all (GError **error)
{
  g_autoptr (GFile) root = sd_data_dir_get ("packs");
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) entries = NULL;

  entries = g_file_enumerate_children (root, "standard::name,standard::type", 0, NULL, error);
  if (entries == NULL)
    return NULL;
  while (TRUE)
    {
      GFileInfo *info;
      GFile *folder;
      SdPack *pack;

      if (!g_file_enumerator_iterate (entries, &info, &folder, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        continue;
      pack = sd_pack_load (folder, error);
      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
    }
  g_ptr_array_sort (packs, compare_ids);

  return g_steal_pointer (&packs);
}

/**
 * sd_pack_get_id:
 * @self: a pack
 *
 * Returns: (transfer none): its id
 */
const char *
sd_pack_get_id (SdPack *self)
{
  return self->id;
}

/**
 * sd_pack_get_title:
 * @self: a pack
 *
 * Returns: (transfer none): its title, in the user's language where it has one
 */
const char *
sd_pack_get_title (SdPack *self)
{
  return self->title;
}

/**
 * sd_pack_get_schema:
 * @self: a pack
 *
 * Returns: (transfer none): its rules
 */
SchSchema *
sd_pack_get_schema (SdPack *self)
{
  return self->schema;
}

static const char *
text_of (SdRow *row, guint column)
{
  return row != NULL ? sd_row_get_text (row, column) : NULL;
}

static gboolean
fits (const Condition *condition, const char *name, const char *value)
{
  const char *wanted = g_hash_table_lookup (condition->attributes, name);

  return wanted == NULL || g_strcmp0 (wanted, value) == 0;
}

/* Dates as text compare as dates do. A plan without a date is of today. */
static gboolean
is_in_period (const Condition *condition, SdRow *plan)
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
condition_holds (const Condition *condition, SdRow *county, SdRow *town, SdRow *plan)
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
      const Condition *condition = g_ptr_array_index (self->scopes, i);
      gboolean holds = FALSE;

      for (guint j = 0; j < self->scopes->len && !holds; j++)
        {
          const Condition *other = g_ptr_array_index (self->scopes, j);

          holds = g_str_equal (other->name, condition->name) &&
                  condition_holds (other, county, town, plan);
        }
      if (!holds)
        return FALSE;
    }

  return TRUE;
}

/**
 * sd_pack_cap_severity:
 * @self: a pack
 * @severity: what the wording of a rule says
 *
 * Returns: the weaker of that and of what the pack's source may say; a question stays one
 */
SdSeverity
sd_pack_cap_severity (SdPack *self, SdSeverity severity)
{
  return MAX (severity, self->cap);
}
