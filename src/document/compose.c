/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compose-private.h"

#include "blocks.h"
#include "document.h"
#include "override-private.h"
#include "template-private.h"

#include <glib/gi18n-lib.h>

/* A document and its annexes: each is made by its own template. The annexes are made first, since
 * the document lists them with their numbers, and one that the plan has nothing for is none. */

typedef struct
{
  char *id;
  xmlDoc *doc;
} Annex;

typedef struct
{
  xmlDoc *plan;
  GPtrArray *rewritings;
  GPtrArray *problems; /* what the templates tell */
  GPtrArray *annexes;  /* of Annex */
} Composition;

static void
annex_free (Annex *self)
{
  xmlFreeDoc (self->doc);
  g_free (self->id);
  g_free (self);
}

static gboolean
is_block (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST SD_BLOCKS_NAMESPACE) &&
         (name == NULL || xmlStrEqual (node->name, BAD_CAST name));
}

/* The template of a type, or of the one that it is based on. */
static GFile *
find_template (SdDocumentType *type, char **id, GError **error)
{
  const char *base = sd_document_type_get_base (type);
  g_autoptr (SdDocumentType) other = base != NULL ? sd_document_find_type (base, error) : NULL;
  SdDocumentType *made_by = base != NULL ? other : type;
  GFile *template = made_by != NULL ? sd_document_type_get_template (made_by) : NULL;

  if (template == NULL && made_by != NULL)
    g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE,
                 _ ("The document type “%s” is based on “%s”, which has no template of its own."),
                 sd_document_type_get_id (type), base);
  if (template == NULL)
    return NULL;

  *id = g_strdup (sd_document_type_get_id (made_by));
  return g_object_ref (template);
}

static xmlDoc *
make (Composition *self, SdDocumentType *type, gboolean as_annex, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (GFile) template = find_template (type, &id, error);
  xmlDoc *doc = NULL;

  if (template != NULL)
    doc = sd_template_run (template, self->plan, as_annex, self->problems, error);

  if (doc != NULL)
    sd_overrides_apply (doc, self->plan, id, self->rewritings);

  return doc;
}

static gboolean
make_annexes (Composition *self, const char *const *ids, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (SdDocumentType) type = sd_document_find_type (ids[i], error);
      xmlDoc *doc = type != NULL ? make (self, type, TRUE, error) : NULL;
      Annex *annex;

      if (doc == NULL)
        return FALSE;
      if (xmlFirstElementChild (xmlDocGetRootElement (doc)) == NULL)
        {
          xmlFreeDoc (doc);
          continue;
        }
      annex = g_new0 (Annex, 1);
      annex->id = g_strdup (ids[i]);
      annex->doc = doc;
      g_ptr_array_add (self->annexes, annex);
    }

  return TRUE;
}

/* 附件 where there is one, else 附件1 and so on (7.3.7). */
static char *
annex_label (Composition *self, guint position)
{
  return self->annexes->len > 1 ? g_strdup_printf ("附件%u", position + 1) : g_strdup ("附件");
}

/* Tells the template what the annexes are, as the last child of the plan. */
static void
append_list (Composition *self)
{
  xmlNode *list = xmlNewChild (xmlDocGetRootElement (self->plan), NULL, BAD_CAST "annexes", NULL);
  xmlNs *ns = xmlNewNs (list, BAD_CAST SD_ANNEXES_NAMESPACE, BAD_CAST "annexes");

  xmlSetNs (list, ns);
  for (guint i = 0; i < self->annexes->len; i++)
    {
      const Annex *annex = self->annexes->pdata[i];
      xmlNode *node = xmlNewChild (list, ns, BAD_CAST "annex", NULL);
      xmlChar *title = xmlGetNoNsProp (xmlDocGetRootElement (annex->doc), BAD_CAST "title");
      g_autofree char *number =
          self->annexes->len > 1 ? g_strdup_printf ("%u", i + 1) : g_strdup ("");

      xmlNewProp (node, BAD_CAST "document", BAD_CAST annex->id);
      xmlNewProp (node, BAD_CAST "number", BAD_CAST number);
      xmlNewProp (node, BAD_CAST "title", title);
      xmlFree (title);
    }
}

static const Annex *
find_annex (Composition *self, const char *id, guint *position)
{
  for (*position = 0; *position < self->annexes->len; (*position)++)
    if (g_str_equal (((Annex *) self->annexes->pdata[*position])->id, id))
      return self->annexes->pdata[*position];

  return NULL;
}

/* A field annex:ID prints the number that the annex has in this document. One that is not there
 * stays, and is reported with the other fields. */
static void
fill_annex_fields (Composition *self, xmlNode *node)
{
  for (xmlNode *child = xmlFirstElementChild (node), *next; child != NULL; child = next)
    {
      xmlChar *ref = is_block (child, "field") ? xmlGetNoNsProp (child, BAD_CAST "ref") : NULL;
      guint position;

      next = xmlNextElementSibling (child);
      if (ref != NULL && g_str_has_prefix ((const char *) ref, "annex:") &&
          find_annex (self, (const char *) ref + strlen ("annex:"), &position) != NULL)
        {
          g_autofree char *label = annex_label (self, position);

          xmlReplaceNode (child, xmlNewDocText (child->doc, BAD_CAST label));
          xmlFreeNode (child);
        }
      else
        {
          fill_annex_fields (self, child);
        }
      xmlFree (ref);
    }
}

/* Keys stay apart, and tell which document a block comes from. */
static void
prefix_keys (xmlNode *node, const char *id)
{
  xmlChar *key = xmlGetNoNsProp (node, BAD_CAST "key");

  if (key != NULL)
    {
      g_autofree char *prefixed = g_strconcat (id, ":", (const char *) key, NULL);

      xmlSetProp (node, BAD_CAST "key", BAD_CAST prefixed);
    }
  xmlFree (key);
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    prefix_keys (child, id);
}

static void
set_label (xmlNode *block, const char *label)
{
  if (is_block (block, "annex") && xmlHasProp (block, BAD_CAST "label") == NULL)
    xmlNewProp (block, BAD_CAST "label", BAD_CAST label);
}

/* The annexes stand before the imprint (7.3.7), which is the last block if there is one. */
static void
attach (Composition *self, xmlNode *root)
{
  xmlNode *imprint = xmlLastElementChild (root);

  if (!is_block (imprint, "imprint"))
    imprint = NULL;
  for (guint i = 0; i < self->annexes->len; i++)
    {
      const Annex *annex = self->annexes->pdata[i];
      g_autofree char *label = annex_label (self, i);

      for (xmlNode *block = xmlFirstElementChild (xmlDocGetRootElement (annex->doc)); block != NULL;
           block = xmlNextElementSibling (block))
        {
          xmlNode *copy = xmlDocCopyNode (block, root->doc, 1);

          set_label (copy, label);
          prefix_keys (copy, annex->id);
          if (imprint != NULL)
            xmlAddPrevSibling (imprint, copy);
          else
            xmlAddChild (root, copy);
        }
    }
  xmlReconciliateNs (root->doc, root);
}

/* A document whose annexes are printed by themselves, with this type among them; NULL where there
 * is none. */
static SdDocumentType *
find_principal (const char *id)
{
  g_autoptr (GListModel) types = sd_document_list (NULL);

  for (guint i = 0; types != NULL && i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);

      if (sd_document_type_get_problem (type) == NULL && !sd_document_type_is_attached (type) &&
          g_strv_contains (sd_document_type_get_annexes (type), id))
        return g_steal_pointer (&type);
    }

  return NULL;
}

/* An annex that is printed by itself bears the number that the document it belongs to lists it
 * with (7.3.7). */
static char *
label_apart (Composition *self, const char *id)
{
  g_autoptr (SdDocumentType) principal = find_principal (id);
  g_autoptr (GPtrArray) rewritings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sd_rewriting_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) annexes = g_ptr_array_new_with_free_func ((GDestroyNotify) annex_free);
  Composition whole = {
    .plan = self->plan, .rewritings = rewritings, .problems = problems, .annexes = annexes
  };
  guint position;

  if (principal == NULL || !make_annexes (&whole, sd_document_type_get_annexes (principal), NULL) ||
      find_annex (&whole, id, &position) == NULL)
    return g_strdup ("附件");

  return annex_label (&whole, position);
}

static void
label_alone (Composition *self, SdDocumentType *type, xmlNode *root)
{
  g_autofree char *label = NULL;

  for (xmlNode *block = xmlFirstElementChild (root); block != NULL;
       block = xmlNextElementSibling (block))
    if (is_block (block, "annex") && xmlHasProp (block, BAD_CAST "label") == NULL)
      {
        if (label == NULL)
          label = label_apart (self, sd_document_type_get_id (type));
        set_label (block, label);
      }
}

/* A document that is another with its annexes has a title of its own as metadata, by which its file
 * is named. */
static void
tell_apart (xmlNode *root)
{
  xmlChar *title = xmlGetNoNsProp (root, BAD_CAST "title");
  g_autofree char *whole =
      g_strconcat (title != NULL ? (const char *) title : "", "（含附件）", NULL);

  xmlSetProp (root, BAD_CAST "title", BAD_CAST whole);
  xmlFree (title);
}

static xmlDoc *
compose (Composition *self, SdDocumentType *type, GError **error)
{
  const char *base = sd_document_type_get_base (type);
  g_autoptr (SdDocumentType) other = base != NULL ? sd_document_find_type (base, error) : NULL;
  g_autoptr (xmlDoc) doc = NULL;

  if ((base != NULL && other == NULL) ||
      !make_annexes (self, sd_document_type_get_annexes (other != NULL ? other : type), error))
    return NULL;
  append_list (self);
  doc = make (self, type, FALSE, error);
  if (doc == NULL)
    return NULL;
  if (xmlFirstElementChild (xmlDocGetRootElement (doc)) == NULL)
    {
      g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_EMPTY,
                   _ ("The plan has nothing for the document “%s”."),
                   sd_document_type_get_title (type));
      return NULL;
    }

  if (sd_document_type_is_attached (type))
    attach (self, xmlDocGetRootElement (doc));
  if (base != NULL)
    tell_apart (xmlDocGetRootElement (doc));
  label_alone (self, type, xmlDocGetRootElement (doc));
  fill_annex_fields (self, xmlDocGetRootElement (doc));
  return g_steal_pointer (&doc);
}

/*
 * sd_document_compose:
 * @type: a document type
 * @plan: the plan, with the findings; what its annexes are is added to it
 * @rewritings: (element-type SdRewriting): takes what the officer wrote in place of blocks
 * @problems: (element-type utf8): takes what the templates tell
 * @error: return location
 *
 * Runs the templates of a document and of its annexes, puts what the officer wrote in place, and
 * puts the annexes behind the document where its type says so.
 *
 * Returns: (transfer full): blocks
 */
xmlDoc *
sd_document_compose (
    SdDocumentType *type, xmlDoc *plan, GPtrArray *rewritings, GPtrArray *problems, GError **error)
{
  Composition self = { .plan = plan, .rewritings = rewritings, .problems = problems };
  xmlDoc *doc;

  self.annexes = g_ptr_array_new_with_free_func ((GDestroyNotify) annex_free);
  doc = compose (&self, type, error);
  g_ptr_array_unref (self.annexes);

  return doc;
}
