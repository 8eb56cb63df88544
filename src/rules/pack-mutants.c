/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-mutants.h"

#include "mutant.h"
#include "plan/xml.h"

/* Where the files of a pack can be changed: the expressions of the rules, and the limits. */

#define SCHEMATRON "http://purl.oclc.org/dsdl/schematron"

typedef struct
{
  GPtrArray *mutants; /* SdPackMutant */
  xmlDoc *doc;
  const char *file;
} Source;

static void
pack_mutant_free (gpointer data)
{
  SdPackMutant *self = data;

  g_free (self->file);
  g_free (self->name);
  g_free (self->text);
  g_free (self->ids);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static gboolean
is_schematron (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST SCHEMATRON) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

static gboolean
is_assertion (const xmlNode *node)
{
  return is_schematron (node, "assert") || is_schematron (node, "report");
}

static char *
get (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((char *) value);

  xmlFree (value);
  return copy;
}

/* The file as it is with another value in one of its attributes. */
static void
add (Source *source,
     xmlNode *node,
     const char *attribute,
     const char *value,
     const char *change,
     const char *whose,
     const char *ids)
{
  SdPackMutant *mutant = g_new0 (SdPackMutant, 1);
  g_autofree char *original = get (node, attribute);
  xmlChar *text = NULL;
  int length = 0;

  xmlSetProp (node, BAD_CAST attribute, BAD_CAST value);
  xmlDocDumpMemoryEnc (source->doc, &text, &length, "UTF-8");
  xmlSetProp (node, BAD_CAST attribute, BAD_CAST original);
  mutant->file = g_strdup (source->file);
  mutant->line = (guint) xmlGetLineNo (node);
  mutant->name = g_strdup_printf ("%s%s: %s", whose, attribute, change);
  mutant->text = g_strdup (value);
  mutant->ids = g_strdup (ids);
  mutant->bytes = g_bytes_new (text, length);
  xmlFree (text);
  g_ptr_array_add (source->mutants, mutant);
}

static void
change_attribute (
    Source *source, xmlNode *node, const char *attribute, const char *whose, const char *ids)
{
  g_autofree char *value = get (node, attribute);
  g_autoptr (GPtrArray) mutants = value != NULL ? sd_mutants_of (value) : NULL;

  for (guint i = 0; mutants != NULL && i < mutants->len; i++)
    {
      const SdMutant *mutant = g_ptr_array_index (mutants, i);

      add (source, node, attribute, mutant->text, mutant->change, whose, ids);
    }
}

/* The ids of a rule's assertions, with a blank around each. Gauges do not count: they find
 * nothing, so no case could tell. */
static char *
list_ids (const xmlNode *rule)
{
  GString *ids = g_string_new (" ");

  for (const xmlNode *node = rule->children; node != NULL; node = node->next)
    {
      g_autofree char *id = is_assertion (node) ? get (node, "id") : NULL;

      if (id != NULL && !g_str_has_prefix (id, "gauge-"))
        g_string_append_printf (ids, "%s ", id);
    }

  return g_string_free (ids, FALSE);
}

/* A let or a rule has no name of its own in a schema: it is called by the first assertion. */
static char *
first_of (const char *ids)
{
  return g_strndup (ids + 1, strcspn (ids + 1, " "));
}

static void
change_rule (Source *source, xmlNode *rule)
{
  g_autofree char *ids = list_ids (rule);
  g_autofree char *first = first_of (ids);
  g_autofree char *whose = g_strconcat (first, " ", NULL);

  if (*first == '\0')
    return;

  change_attribute (source, rule, "context", whose, ids);
  for (xmlNode *node = rule->children; node != NULL; node = node->next)
    {
      g_autofree char *name = is_schematron (node, "let") ? get (node, "name") : NULL;
      g_autofree char *id = is_assertion (node) ? get (node, "id") : NULL;
      g_autofree char *own = NULL;
      g_autofree char *alone = NULL;

      if (name != NULL)
        {
          own = g_strdup_printf ("%s $%s ", first, name);
          change_attribute (source, node, "value", own, ids);
        }
      else if (id != NULL && !g_str_has_prefix (id, "gauge-"))
        {
          own = g_strconcat (id, " ", NULL);
          alone = g_strconcat (" ", id, " ", NULL);
          change_attribute (source, node, "test", own, alone);
        }
    }
}

static void
change_rules (Source *source, xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *name = node->type == XML_ELEMENT_NODE ? get (node, "name") : NULL;
      g_autofree char *variable = name != NULL ? g_strdup_printf ("$%s ", name) : NULL;
      g_autofree char *key = name != NULL ? g_strdup_printf ("key %s ", name) : NULL;

      if (is_schematron (node, "rule"))
        change_rule (source, node);
      else if (is_schematron (node, "pattern"))
        change_rules (source, node);
      else if (is_schematron (node, "let") && variable != NULL)
        change_attribute (source, node, "value", variable, NULL);
      else if (key != NULL && xmlStrEqual (node->name, BAD_CAST "key"))
        {
          change_attribute (source, node, "match", key, NULL);
          change_attribute (source, node, "use", key, NULL);
        }
    }
}

/* A limit that is one more, and one that is one less. */
static void
change_limits (Source *source, xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *id = node->type == XML_ELEMENT_NODE ? get (node, "id") : NULL;
      g_autofree char *value = id != NULL ? get (node, "value") : NULL;
      g_autofree char *whose = id != NULL ? g_strconcat (id, " ", NULL) : NULL;

      for (int step = -1; value != NULL && step <= 1; step += 2)
        {
          char buffer[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_dtostr (buffer, sizeof buffer, g_ascii_strtod (value, NULL) + step);
          add (source, node, "value", buffer, step < 0 ? "- 1" : "+ 1", whose, NULL);
        }
    }
}

/*
 * sd_pack_list_mutants:
 * @pack: a pack
 * @error: return location for an error of a file
 *
 * Returns: (transfer full) (element-type SdPackMutant): the pack with each of the changes that
 * could be made to it by mistake
 */
GPtrArray *
sd_pack_list_mutants (SdPack *pack, GError **error)
{
  static const struct
  {
    const char *file;
    void (*change) (Source *source, xmlNode *root);
  } files[] = {
    { "rules.sch", change_rules },
    { "county.sch", change_rules },
    { "limits.xml", change_limits },
  };
  g_autoptr (GPtrArray) mutants = g_ptr_array_new_with_free_func (pack_mutant_free);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (sd_pack_get_folder (pack), files[i].file);
      g_autoptr (xmlDoc) doc = NULL;

      if (!g_file_query_exists (file, NULL))
        continue;
      doc = sd_xml_read_file (file, NULL, error);
      if (doc == NULL)
        return NULL;
      files[i].change (&(Source){ mutants, doc, files[i].file }, xmlDocGetRootElement (doc));
    }

  return g_steal_pointer (&mutants);
}
