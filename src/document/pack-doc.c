/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-doc.h"

#include "plan/data-dir.h"
#include "plan/table.h"
#include "template-private.h"

#include <glib/gi18n-lib.h>

/* Rule packs in words. The template rule-packs.xsl makes the page; here it gets what it reads: the
 * files of the packs in one document, with the words of the model and what each severity comes to
 * under the authority of the pack's source. */

static xmlNode *
add (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, NULL, BAD_CAST name, NULL);
}

static void
set (xmlNode *node, const char *name, const char *value)
{
  xmlNewNsProp (node, NULL, BAD_CAST name, BAD_CAST value);
}

static void
add_words (xmlNode *root)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);
      xmlNode *node = add (root, "table");

      set (node, "name", table->name);
      set (node, "zh", table->chinese);
      set (node, "en", table->label);
    }
  for (guint i = 0; i < SD_N_ENUMERATIONS; i++)
    {
      const SdEnumeration *enumeration = sd_enumeration_get (i);

      for (guint j = 0; j < enumeration->n_tokens; j++)
        {
          xmlNode *node = add (root, "token");

          set (node, "enumeration", enumeration->name);
          set (node, "name", enumeration->tokens[j].name);
          set (node, "zh", enumeration->tokens[j].chinese);
          set (node, "en", enumeration->tokens[j].label);
        }
    }
}

static void
add_severities (xmlNode *node, SdPack *pack)
{
  for (guint i = 0; i < SD_N_SEVERITIES; i++)
    {
      xmlNode *severity = add (node, "severity");

      set (severity, "role", sd_severity_get_token (i));
      set (severity, "effective", sd_severity_get_token (sd_pack_cap_severity (pack, i)));
    }
}

/* A pack need not have limits or rules for a county. */
static gboolean
add_file (xmlNode *node, SdPack *pack, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (sd_pack_get_folder (pack), name);
  g_autoptr (xmlDoc) doc = NULL;

  if (!g_file_query_exists (file, NULL))
    return TRUE;
  doc = sd_xml_read_file (file, NULL, error);
  if (doc == NULL)
    return FALSE;

  xmlAddChild (node, xmlDocCopyNode (xmlDocGetRootElement (doc), node->doc, 1));
  return TRUE;
}

static gboolean
add_pack (xmlNode *root, SdPack *pack, guint number, GError **error)
{
  g_autofree char *n = g_strdup_printf ("%u", number);
  xmlNode *node = add (root, "pack");

  set (node, "n", n);
  set (node, "id", sd_pack_get_id (pack));
  add_severities (node, pack);

  return add_file (node, pack, "pack.xml", error) && add_file (node, pack, "limits.xml", error) &&
         add_file (add (node, "plan"), pack, "rules.sch", error) &&
         add_file (add (node, "county"), pack, "county.sch", error);
}

/**
 * sd_pack_doc_build:
 * @packs: (element-type SdPack): packs
 * @language: zh or en
 * @error: return location for a #SdDocumentError or #SdPlanError
 *
 * Puts packs into words, for those who answer for what the rules say: scope, authority and damage
 * of the source, each rule with its clause, severity, figures and what would mend it, what the
 * office has to fill in or confirm, and what cannot be checked.
 *
 * Returns: (transfer full): the document
 */
SdBlocks *
sd_pack_doc_build (GPtrArray *packs, const char *language, GError **error)
{
  g_autoptr (GFile) folder = sd_data_dir_get ("documents");
  g_autoptr (GFile) template = g_file_get_child (folder, "rule-packs.xsl");
  g_autoptr (GFile) page = g_file_get_child (folder, "gbt9704.xml");
  g_autoptr (SdPageStyle) style = sd_page_style_load (page, error);
  g_autoptr (xmlDoc) source = xmlNewDoc (BAD_CAST "1.0");
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *name = sd_file_get_name (template);
  xmlNode *root = xmlNewDocNode (source, NULL, BAD_CAST "packs", NULL);

  xmlDocSetRootElement (source, root);
  set (root, "language", language);
  add_words (root);
  if (style == NULL)
    return NULL;
  for (guint i = 0; i < packs->len; i++)
    if (!add_pack (root, packs->pdata[i], i + 1, error))
      return NULL;

  doc = sd_template_run (template, source, FALSE, NULL, error);
  return doc != NULL ? sd_blocks_new_from_doc (doc, name, NULL, NULL, style, error) : NULL;
}
