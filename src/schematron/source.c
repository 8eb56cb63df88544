/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"
#include "source.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Where the parts of a schema come from. A node says it in its _private; where it says nothing, it
 * comes from where its parent does. */

SchSource *
sch_source_new (GFile *file, const char *name)
{
  SchSource *self = g_new0 (SchSource, 1);

  self->name = file != NULL ? g_file_get_parse_name (file) : g_strdup (name);
  self->uri = file != NULL ? g_file_get_uri (file) : NULL;

  return self;
}

void
sch_source_free (SchSource *self)
{
  g_free (self->name);
  g_free (self->uri);
  g_free (self);
}

void
sch_source_mark (xmlNode *node, const SchSource *source)
{
  node->_private = (gpointer) source;
}

const SchSource *
sch_source_of (const xmlNode *node)
{
  while (node->_private == NULL && node->parent != NULL)
    node = node->parent;

  return node->_private;
}

/* The URI against which a reference at a node is resolved: that of the file, unless xml:base says
 * otherwise. */
char *
sch_source_base_of (const xmlNode *node)
{
  const SchSource *source = sch_source_of (node);
  g_autofree char *outer = NULL;
  xmlChar *own;
  char *base;

  if (node->type != XML_ELEMENT_NODE || source->uri == NULL)
    return g_strdup (source->uri);

  own = xmlGetNsProp ((xmlNode *) node, BAD_CAST "base", BAD_CAST XML_NAMESPACE);
  outer = node->_private != NULL || node->parent == NULL ? g_strdup (source->uri)
                                                         : sch_source_base_of (node->parent);
  base = own != NULL ? g_uri_resolve_relative (outer, (char *) own, G_URI_FLAGS_NONE, NULL) : NULL;
  xmlFree (own);

  return base != NULL ? base : g_steal_pointer (&outer);
}

static void
copy_marks (const xmlNode *from, xmlNode *to)
{
  to->_private = from->_private;
  for (from = from->children, to = to->children; from != NULL && to != NULL;
       from = from->next, to = to->next)
    copy_marks (from, to);
}

static gboolean
declares (const xmlNode *node, const xmlChar *prefix)
{
  for (const xmlNs *space = node->nsDef; space != NULL; space = space->next)
    if (xmlStrEqual (space->prefix, prefix))
      return TRUE;

  return FALSE;
}

/* Copies an element so that it means the same in another place: with all the namespaces, the base
 * and the language that it has where it stands, and the file it comes from. */
xmlNode *
sch_source_copy (const xmlNode *node, xmlDoc *doc)
{
  xmlNode *copy = xmlDocCopyNode ((xmlNode *) node, doc, 1);
  const SchSource *source = sch_source_of (node);
  g_autofree char *base = sch_source_base_of (node);
  xmlNs **spaces;
  xmlChar *language;

  copy_marks (node, copy);
  sch_source_mark (copy, source);
  if (g_strcmp0 (base, source->uri) != 0)
    xmlNodeSetBase (copy, BAD_CAST base);

  spaces = xmlGetNsList (node->doc, node);
  for (guint i = 0; spaces != NULL && spaces[i] != NULL; i++)
    if (!declares (copy, spaces[i]->prefix))
      xmlNewNs (copy, spaces[i]->href, spaces[i]->prefix);
  xmlFree (spaces);

  language = xmlNodeGetLang (node);
  if (language != NULL)
    xmlNodeSetLang (copy, language);
  xmlFree (language);

  return copy;
}

/*
 * sch_resolve:
 * @base: (nullable): URI of the file with the reference
 * @href: a reference to a file
 * @fragment: (out) (optional) (nullable) (transfer full): the part after its `#`
 *
 * Returns: (transfer full) (nullable): URI of the file; %NULL where the reference is malformed, or
 *   relative to what is not known
 */
char *
sch_resolve (const char *base, const char *href, char **fragment)
{
  const char *hash = strchr (href, '#');
  g_autofree char *path = hash != NULL ? g_strndup (href, hash - href) : g_strdup (href);

  if (fragment != NULL)
    *fragment = hash != NULL ? g_uri_unescape_string (hash + 1, NULL) : NULL;
  if (*path == '\0')
    return g_strdup (base);

  return g_uri_resolve_relative (base, path, G_URI_FLAGS_NONE, NULL);
}

static char *
real_path (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

/* Neither `..` nor a symbolic link leads out of a folder. */
static gboolean
is_inside (GFile *folder, GFile *file)
{
  g_autofree char *folder_path = real_path (folder);
  g_autofree char *path = real_path (file);
  g_autoptr (GFile) real_folder = NULL;
  g_autoptr (GFile) real_file = NULL;

  if (folder_path == NULL || path == NULL)
    return g_file_has_prefix (file, folder);

  real_folder = g_file_new_for_path (folder_path);
  real_file = g_file_new_for_path (path);
  return g_file_has_prefix (real_file, real_folder);
}

/*
 * sch_read_inside:
 * @folder: (nullable): where files may be read; %NULL for nowhere
 * @uri: a file
 * @read: how to read it
 * @error: return location for a #SchError
 *
 * Returns: (transfer full): the document in the file, if the file lies in the folder
 */
xmlDoc *
sch_read_inside (GFile *folder, const char *uri, SchRead read, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  if (folder == NULL || !is_inside (folder, file))
    {
      g_set_error (error, SCH_ERROR, SCH_ERROR_IO,
                   _ ("%s: the file lies outside the schema's folder, where nothing is read."),
                   uri);
      return NULL;
    }
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error (error, SCH_ERROR, SCH_ERROR_IO, _ ("%s: this is no regular file."), uri);
      return NULL;
    }

  return sch_read_file (file, read, error);
}
