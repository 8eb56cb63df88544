/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document-type.h"

#include "plan/data-dir.h"
#include "plan/xml.h"

#include <glib/gi18n-lib.h>

#define NAMESPACE "urn:sanding:document:1"

struct _SdDocumentType
{
  GObject parent_instance;

  char *id;
  char *title;
  GFile *template; /* NULL where it has a base */
  GFile *page_style;
  char *base; /* NULL where it has a template */
  GStrv annexes;
  gboolean attached;
  gboolean of_county;
  guint rank;
  char *problem; /* NULL where it can be used */
};

enum
{
  PROP_ID = 1,
  PROP_TITLE,
};

G_DEFINE_FINAL_TYPE (SdDocumentType, sd_document_type, G_TYPE_OBJECT)

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST NAMESPACE) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

static char *
take_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
attribute_is (const xmlNode *node, const char *name, const char *word)
{
  g_autofree char *value = take_attribute (node, name);

  return g_strcmp0 (value, word) == 0;
}

/* One that gives no rank comes last. */
static guint
read_rank (const xmlNode *root)
{
  g_autofree char *rank = take_attribute (root, "rank");

  return rank != NULL ? (guint) g_ascii_strtoull (rank, NULL, 10) : G_MAXUINT;
}

static GStrv
read_annexes (const xmlNode *root)
{
  g_autoptr (GStrvBuilder) annexes = g_strv_builder_new ();

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *id = is_named (node, "annex") ? take_attribute (node, "document") : NULL;

      if (id != NULL)
        g_strv_builder_add (annexes, id);
    }

  return g_strv_builder_end (annexes);
}

/* A description names files beside it, and reaches no other. */
static GFile *
take_file (
    const xmlNode *root, const char *attribute, GFile *folder, const char *name, GError **error)
{
  xmlChar *value = xmlGetNoNsProp (root, BAD_CAST attribute);
  const char *file = value != NULL ? (const char *) value : "";
  GFile *result = NULL;

  if (*file != '\0' && *file != '.' && strchr (file, '/') == NULL && strchr (file, '\\') == NULL)
    result = g_file_get_child (folder, file);
  else
    g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE,
                 _ ("%s:%ld: the attribute %s is “%s”; expected the name of a file in the folder."),
                 name, xmlGetLineNo (root), attribute, file);
  xmlFree (value);

  return result;
}

/* An office's own type may use the page style that came with the program. */
static GFile *
take_page_style (const xmlNode *root, GFile *folder, const char *name, GError **error)
{
  g_autoptr (GFile) file = take_file (root, "page-style", folder, name, error);
  g_autoptr (GFile) shipped = sd_data_dir_get ("documents");
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;

  if (file == NULL)
    return NULL;

  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file)
                                          : g_file_get_child (shipped, base);
}

/* The title in the language of the user, else the first. */
static char *
choose_title (const xmlNode *root)
{
  const char *const *languages = g_get_language_names ();
  char *title = NULL;
  guint best = G_MAXUINT;

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *language = NULL;
      xmlChar *tag, *text;
      guint rank = 0;

      if (!is_named (node, "title"))
        continue;
      tag = xmlNodeGetLang (node);
      language = g_strdelimit (g_strdup (tag != NULL ? (const char *) tag : "en"), "-", '_');
      xmlFree (tag);
      while (languages[rank] != NULL && !g_str_equal (languages[rank], language))
        rank++;
      if (title != NULL && rank >= best)
        continue;
      text = xmlNodeGetContent (node);
      g_free (title);
      title = g_strdup ((const char *) text);
      best = rank;
      xmlFree (text);
    }

  return title;
}

static void
sd_document_type_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SdDocumentType *self = SD_DOCUMENT_TYPE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sd_document_type_finalize (GObject *object)
{
  SdDocumentType *self = SD_DOCUMENT_TYPE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->problem);
  g_clear_object (&self->template);
  g_clear_object (&self->page_style);
  g_free (self->base);
  g_strfreev (self->annexes);

  G_OBJECT_CLASS (sd_document_type_parent_class)->finalize (object);
}

static void
sd_document_type_class_init (SdDocumentTypeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sd_document_type_get_property;
  object_class->finalize = sd_document_type_finalize;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, flags));
}

static void
sd_document_type_init (SdDocumentType *self)
{
}

/**
 * sd_document_type_load:
 * @folder: a folder with a document.xml
 * @error: return location for a #SdDocumentError or #SdPlanError
 *
 * Returns: (transfer full): the document type that the folder describes
 */
SdDocumentType *
sd_document_type_load (GFile *folder, GError **error)
{
  g_autoptr (SdDocumentType) self = g_object_new (SD_TYPE_DOCUMENT_TYPE, NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, "document.xml");
  g_autoptr (GFile) parent = g_file_get_parent (folder);
  g_autofree char *name = sd_file_get_name (file);
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, error);
  xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  self->id = g_file_get_basename (folder);
  self->title = is_named (root, "document") ? choose_title (root) : NULL;
  if (self->title == NULL)
    {
      g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE,
                   _ ("%s:%ld: expected the root element document in the namespace %s, with a "
                      "title."),
                   name, xmlGetLineNo (root), NAMESPACE);
      return NULL;
    }
  self->base = take_attribute (root, "base");
  self->attached = attribute_is (root, "attached", "true");
  self->of_county = attribute_is (root, "of", "county");
  self->annexes = read_annexes (root);
  self->rank = read_rank (root);
  if (self->base == NULL)
    {
      self->template = take_file (root, "template", folder, name, error);
      if (self->template == NULL)
        return NULL;
    }
  self->page_style = take_page_style (root, parent, name, error);
  if (self->page_style == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sd_document_type_new_broken:
 * @folder: a folder with a document.xml
 * @problem: why it cannot be used
 *
 * Returns: (transfer full): a type that stands in a list and makes no document
 */
SdDocumentType *
sd_document_type_new_broken (GFile *folder, const GError *problem)
{
  SdDocumentType *self = g_object_new (SD_TYPE_DOCUMENT_TYPE, NULL);

  self->id = g_file_get_basename (folder);
  self->title = g_strdup (self->id);
  self->annexes = g_new0 (char *, 1);
  self->rank = G_MAXUINT;
  self->problem = g_strdup (problem->message);

  return self;
}

/**
 * sd_document_type_get_problem:
 * @self: a document type
 *
 * Returns: (transfer none) (nullable): why it cannot be used, with file and line; %NULL where it
 * can
 */
const char *
sd_document_type_get_problem (SdDocumentType *self)
{
  return self->problem;
}

/**
 * sd_document_type_get_id:
 * @self: a document type
 *
 * Returns: (transfer none): its name, which is that of its folder
 */
const char *
sd_document_type_get_id (SdDocumentType *self)
{
  return self->id;
}

/**
 * sd_document_type_get_title:
 * @self: a document type
 *
 * Returns: (transfer none): what the user calls it
 */
const char *
sd_document_type_get_title (SdDocumentType *self)
{
  return self->title;
}

/**
 * sd_document_type_get_template:
 * @self: a document type
 *
 * Returns: (transfer none) (nullable): the template that makes it; %NULL where it has a base
 */
GFile *
sd_document_type_get_template (SdDocumentType *self)
{
  return self->template;
}

/**
 * sd_document_type_get_page_style:
 * @self: a document type
 *
 * Returns: (transfer none): the file that says how it looks
 */
GFile *
sd_document_type_get_page_style (SdDocumentType *self)
{
  return self->page_style;
}

/**
 * sd_document_type_get_base:
 * @self: a document type
 *
 * Returns: (transfer none) (nullable): the type whose template it uses; %NULL where it has its own
 */
const char *
sd_document_type_get_base (SdDocumentType *self)
{
  return self->base;
}

/**
 * sd_document_type_get_annexes:
 * @self: a document type
 *
 * Returns: (transfer none) (array zero-terminated=1): the types of its annexes in their order;
 *   those that a plan has nothing for are left out and not counted
 */
const char *const *
sd_document_type_get_annexes (SdDocumentType *self)
{
  return (const char *const *) self->annexes;
}

/**
 * sd_document_type_is_attached:
 * @self: a document type
 *
 * Returns: whether its annexes follow in the same file
 */
gboolean
sd_document_type_is_attached (SdDocumentType *self)
{
  return self->attached;
}

/**
 * sd_document_type_is_of_county:
 * @self: a document type
 *
 * Returns: whether it is made of a county with all its towns and not of one plan
 */
gboolean
sd_document_type_is_of_county (SdDocumentType *self)
{
  return self->of_county;
}

/**
 * sd_document_type_compare:
 * @a: a document type
 * @b: another
 *
 * Returns: less than, equal to or greater than 0, as @a is listed before, with or after @b
 */
int
sd_document_type_compare (SdDocumentType *a, SdDocumentType *b)
{
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;

  return strcmp (a->id, b->id);
}
