/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-private.h"

#include "plan/xml.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sd - pack - error - quark, sd_pack_error)

G_DEFINE_FINAL_TYPE (SdPack, sd_pack, G_TYPE_OBJECT)

static void
sd_pack_finalize (GObject *object)
{
  SdPack *self = SD_PACK (object);

  g_clear_object (&self->folder);
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->damage);
  g_clear_object (&self->schema);
  g_clear_object (&self->county_schema);
  g_object_unref (self->questions);
  g_ptr_array_unref (self->scopes);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->clause_ids);
  g_hash_table_unref (self->clause_texts);
  g_hash_table_unref (self->clauses);
  g_ptr_array_unref (self->rows);

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
  self->scopes = g_ptr_array_new_with_free_func (sd_condition_free);
  self->questions = g_list_store_new (SD_TYPE_QUESTION);
  self->documents = g_ptr_array_new_with_free_func (sd_pack_document_free);
  self->clauses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->clause_texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->clause_ids = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (sd_pack_row_free);
}

gboolean
sd_pack_is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST SD_PACK_NAMESPACE) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

/* (transfer full) (nullable) */
char *
sd_pack_get_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = value != NULL && *value != '\0' ? g_strdup ((char *) value) : NULL;

  xmlFree (value);
  return copy;
}

/* The text of the children of a name: that in the user's language, else the first. The strings of
 * the program are English where there is no language. (transfer full) (nullable) */
char *
sd_pack_get_words (const xmlNode *node, const char *name)
{
  const char *user = *g_get_language_names ()[0] != 'C' ? g_get_language_names ()[0] : "en";
  char *words = NULL;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      xmlChar *language, *text;

      if (!sd_pack_is_element (child, name))
        continue;
      language = xmlNodeGetLang (child);
      text = xmlNodeGetContent (child);
      if (words == NULL || (language != NULL && strncmp (user, (char *) language, 2) == 0))
        {
          g_free (words);
          words = g_strstrip (g_strdup ((char *) text));
        }
      xmlFree (text);
      xmlFree (language);
    }

  return words;
}

/* Sets the error, with file and line before the sentence. Returns: FALSE */
gboolean
sd_pack_fail (const char *file, const xmlNode *node, GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID, "%s:%ld: %s", file,
               xmlGetLineNo (node), sentence);

  return FALSE;
}

static gboolean
read_authority (SdPack *self, const xmlNode *root, const char *file, GError **error)
{
  static const char *const tokens[] = { "normative", "approved-plan", "meeting", "article" };
  g_autofree char *authority = sd_pack_get_attribute (root, "authority");

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (g_strcmp0 (authority, tokens[i]) == 0)
      {
        self->authority = (SdPackAuthority) i;
        return TRUE;
      }

  return sd_pack_fail (file, root, error, _ ("authority of pack is “%s”; expected one of %s."),
                       authority != NULL ? authority : "",
                       "normative, approved-plan, meeting, article");
}

static gboolean
read_child (SdPack *self, const xmlNode *node, const char *file, GError **error)
{
  if (sd_pack_is_element (node, "scope"))
    return sd_pack_read_scope (self, node, file, error);
  if (sd_pack_is_element (node, "rests-on"))
    sd_pack_read_documents (self, node);
  else if (sd_pack_is_element (node, "parameter") || sd_pack_is_element (node, "reading"))
    return sd_pack_read_question (self, node, file, error);
  else if (sd_pack_is_element (node, "clauses"))
    return sd_pack_read_clauses (self, node, file, error);
  else if (sd_pack_is_element (node, "rows"))
    return sd_pack_read_rows (self, node, file, error);

  return TRUE;
}

static gboolean
read_head (SdPack *self, const xmlNode *root, const char *file, GError **error)
{
  if (!sd_pack_is_element (root, "pack"))
    return sd_pack_fail (file, root, error,
                         _ ("the root is %s; expected pack of the namespace %s."), root->name,
                         SD_PACK_NAMESPACE);

  self->id = sd_pack_get_attribute (root, "id");
  self->version = sd_pack_get_attribute (root, "version");
  self->title = sd_pack_get_words (root, "title");
  self->damage = sd_pack_get_words (root, "damage");
  if (self->id == NULL || self->title == NULL)
    return sd_pack_fail (file, root, error, _ ("pack lacks %s, which it must have."),
                         self->id == NULL ? "id" : "title");
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (!read_child (self, node, file, error))
      return FALSE;

  return read_authority (self, root, file, error);
}

/**
 * sd_pack_load:
 * @folder: the pack's folder
 * @error: return location for an error of the pack, its XML or its schemas
 *
 * Reads pack.xml and compiles rules.sch and, where there is one, county.sch.
 *
 * Returns: (transfer full): the pack
 */
SdPack *
sd_pack_load (GFile *folder, GError **error)
{
  g_autoptr (SdPack) self = g_object_new (SD_TYPE_PACK, NULL);
  g_autoptr (GFile) head = g_file_get_child (folder, "pack.xml");
  g_autoptr (GFile) rules = g_file_get_child (folder, "rules.sch");
  g_autoptr (GFile) county_rules = g_file_get_child (folder, "county.sch");
  g_autofree char *file = sd_file_get_name (head);
  g_autoptr (xmlDoc) doc = sd_xml_read_file (head, NULL, error);

  if (doc == NULL || !read_head (self, xmlDocGetRootElement (doc), file, error))
    return NULL;
  self->folder = g_object_ref (folder);
  self->schema = sch_schema_new_from_file (rules, error);
  if (self->schema == NULL)
    return NULL;
  if (!g_file_query_exists (county_rules, NULL))
    return g_steal_pointer (&self);
  self->county_schema = sch_schema_new_from_file (county_rules, error);

  return self->county_schema != NULL ? g_steal_pointer (&self) : NULL;
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
 * sd_pack_get_version:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): its version
 */
const char *
sd_pack_get_version (SdPack *self)
{
  return self->version;
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
 * sd_pack_get_damage:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): what is damaged in the text of its source
 */
const char *
sd_pack_get_damage (SdPack *self)
{
  return self->damage;
}

/**
 * sd_pack_get_folder:
 * @self: a pack
 *
 * Returns: (transfer none): where it was loaded from
 */
GFile *
sd_pack_get_folder (SdPack *self)
{
  return self->folder;
}

/**
 * sd_pack_get_authority:
 * @self: a pack
 *
 * Returns: what kind of text its source is
 */
SdPackAuthority
sd_pack_get_authority (SdPack *self)
{
  return self->authority;
}

/**
 * sd_pack_get_schema:
 * @self: a pack
 *
 * Returns: (transfer none): its rules for a plan
 */
SchSchema *
sd_pack_get_schema (SdPack *self)
{
  return self->schema;
}

/**
 * sd_pack_get_county_schema:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): its rules for a county with all its plans
 */
SchSchema *
sd_pack_get_county_schema (SdPack *self)
{
  return self->county_schema;
}

/**
 * sd_pack_get_questions:
 * @self: a pack
 *
 * Returns: (transfer none): what it asks, a list of #SdQuestion
 */
GListModel *
sd_pack_get_questions (SdPack *self)
{
  return G_LIST_MODEL (self->questions);
}

/**
 * sd_pack_get_documents:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type SdPackDocument): the documents that its source rests on
 */
GPtrArray *
sd_pack_get_documents (SdPack *self)
{
  return self->documents;
}

/**
 * sd_pack_get_clause_title:
 * @self: a pack
 * @clause: a clause that its rules cite
 *
 * Returns: (transfer none) (nullable): what the clause is about; %NULL where the pack does not say
 */
const char *
sd_pack_get_clause_title (SdPack *self, const char *clause)
{
  return g_hash_table_lookup (self->clauses, clause);
}

/**
 * sd_pack_get_rows:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type SdPackRow): what became of each row of its source
 */
GPtrArray *
sd_pack_get_rows (SdPack *self)
{
  return self->rows;
}

/**
 * sd_pack_cap_severity:
 * @self: a pack
 * @severity: what the wording of a rule says
 *
 * An article advises and a meeting reports; only a normative text or an approved plan forbids.
 *
 * Returns: the weaker of that and of what the pack's source may say; a question stays one
 */
SdSeverity
sd_pack_cap_severity (SdPack *self, SdSeverity severity)
{
  static const SdSeverity caps[] = {
    [SD_PACK_NORMATIVE] = SD_SEVERITY_ERROR,
    [SD_PACK_APPROVED_PLAN] = SD_SEVERITY_ERROR,
    [SD_PACK_MEETING] = SD_SEVERITY_WARNING,
    [SD_PACK_ARTICLE] = SD_SEVERITY_INFO,
  };

  return MAX (severity, caps[self->authority]);
}
