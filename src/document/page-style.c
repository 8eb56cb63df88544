/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-style.h"

#include "schema-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (SdPageStyle, sd_page_style, sd_page_style_ref, sd_page_style_unref)

/* What the writers ask for by name; a page style must have them all. */
static const char *const needed_styles[] = {
  "Standard", "Flush",     "Blank",      "Title",      "Addressee",  "Heading1",
  "Heading2", "Heading3",  "Heading4",   "ListItem",   "AnnexList",  "Signature",
  "Date",     "Note",      "AnnexLabel", "AnnexTitle", "TableText",  "TableCenter",
  "TableEnd", "TableHead", "Figure",     "Imprint",    "PageNumber", "PageNumberLeft",
  "HeadLine", "HeadMark",  "IssuerMark", "HeadNumber", "Signatory",  "RedRule",
};

static void
font_free (SdPageFont *self)
{
  g_free (self->id);
  g_free (self->generic);
  g_strfreev (self->families);
  g_free (self);
}

static void
text_style_free (SdTextStyle *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->color);
  g_free (self);
}

static char *
take_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static double
number_attribute (const xmlNode *node, const char *name, double otherwise)
{
  g_autofree char *value = take_attribute (node, name);

  return value != NULL ? g_ascii_strtod (value, NULL) : otherwise;
}

static gboolean
true_attribute (const xmlNode *node, const char *name)
{
  g_autofree char *value = take_attribute (node, name);

  return g_strcmp0 (value, "true") == 0 || g_strcmp0 (value, "1") == 0;
}

static void
read_page (SdPage *page, const xmlNode *node)
{
  page->width = number_attribute (node, "width", 0);
  page->height = number_attribute (node, "height", 0);
  page->top = number_attribute (node, "top", 0);
  page->bottom = number_attribute (node, "bottom", 0);
  page->left = number_attribute (node, "left", 0);
  page->right = number_attribute (node, "right", 0);
  page->lift = number_attribute (node, "lift", 0);
}

static void
read_font (SdPageStyle *self, xmlNode *node)
{
  SdPageFont *font = g_new0 (SdPageFont, 1);
  g_autoptr (GStrvBuilder) families = g_strv_builder_new ();

  font->id = take_attribute (node, "id");
  font->generic = take_attribute (node, "generic");
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    {
      xmlChar *name = xmlNodeGetContent (child);

      g_strv_builder_add (families, (const char *) name);
      font->n_official += !true_attribute (child, "stand-in");
      xmlFree (name);
    }
  font->families = g_strv_builder_end (families);
  g_ptr_array_add (self->fonts, font);
}

static const SdPageFont *
find_font (SdPageStyle *self, const char *id)
{
  for (guint i = 0; i < self->fonts->len; i++)
    {
      const SdPageFont *font = self->fonts->pdata[i];

      if (g_strcmp0 (font->id, id) == 0)
        return font;
    }

  return NULL;
}

static SdAlign
parse_align (const char *align, SdAlign otherwise)
{
  static const char *const names[] = { "start", "center", "end", "justify" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], align) == 0)
      return i;

  return otherwise;
}

/* Takes over what the parent says, then what the style itself says. */
static SdTextStyle *
derive_style (SdPageStyle *self, const xmlNode *node, const SdTextStyle *parent)
{
  const SdTextStyle none = { .size = 16, .line = 29.5, .align = SD_ALIGN_START };
  const SdTextStyle *from = parent != NULL ? parent : &none;
  SdTextStyle *style = g_new0 (SdTextStyle, 1);
  g_autofree char *font = take_attribute (node, "font");
  g_autofree char *align = take_attribute (node, "align");

  style->id = take_attribute (node, "id");
  style->label = take_attribute (node, "label");
  style->parent = parent;
  style->font = font != NULL ? find_font (self, font) : from->font;
  style->size = number_attribute (node, "size", from->size);
  style->tracking = number_attribute (node, "tracking", from->tracking);
  style->line = number_attribute (node, "line", from->line);
  style->align = parse_align (align, from->align);
  style->first = number_attribute (node, "first", from->first);
  style->left = number_attribute (node, "left", from->left);
  style->right = number_attribute (node, "right", from->right);
  style->blank_before = (guint) number_attribute (node, "blank-before", 0);
  style->blank_after = (guint) number_attribute (node, "blank-after", 0);
  style->color = take_attribute (node, "color");
  style->above = number_attribute (node, "above", 0);
  style->rule = number_attribute (node, "rule", 0);
  style->keep = true_attribute (node, "keep");
  style->level = (guint) number_attribute (node, "level", 0);

  return style;
}

static gboolean
read_style (SdPageStyle *self, const xmlNode *node, const char *name, GError **error)
{
  g_autofree char *parent_id = take_attribute (node, "parent");
  const SdTextStyle *parent = sd_page_style_get_style (self, parent_id);
  SdTextStyle *style = derive_style (self, node, parent);

  g_ptr_array_add (self->styles, style);
  if ((parent_id == NULL || parent != NULL) && style->font != NULL)
    return TRUE;

  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE,
               _ ("%s:%ld: the style “%s” needs a font, and a parent only that stands before it."),
               name, xmlGetLineNo (node), style->id);
  return FALSE;
}

static gboolean
read_children (SdPageStyle *self, xmlNode *root, const char *name, GError **error)
{
  for (xmlNode *node = xmlFirstElementChild (root); node != NULL;
       node = xmlNextElementSibling (node))
    {
      if (xmlStrEqual (node->name, BAD_CAST "page"))
        read_page (&self->page, node);
      else if (xmlStrEqual (node->name, BAD_CAST "landscape"))
        read_page (&self->landscape, node);
      else if (xmlStrEqual (node->name, BAD_CAST "font"))
        read_font (self, node);
      else if (xmlStrEqual (node->name, BAD_CAST "style"))
        {
          if (!read_style (self, node, name, error))
            return FALSE;
        }
      else
        {
          self->number_before = take_attribute (node, "before");
          self->number_after = take_attribute (node, "after");
          self->number_gap = number_attribute (node, "gap", 0);
          self->number_height = number_attribute (node, "height", 0);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (needed_styles); i++)
    if (sd_page_style_get_style (self, needed_styles[i]) == NULL)
      {
        g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE,
                     _ ("%s: the page style lacks the style “%s”."), name, needed_styles[i]);
        return FALSE;
      }

  return TRUE;
}

static char *
on_invalid (const xmlNode *node, const char *problem, gpointer name)
{
  return g_strdup_printf (_ ("%s:%ld: this is no page style: %s"), (const char *) name,
                          node != NULL ? xmlGetLineNo (node) : 0, problem);
}

/**
 * sd_page_style_load:
 * @file: a page style, as sanding-page.xsd describes it
 * @error: return location for a #SdDocumentError or #SdPlanError
 *
 * Returns: (transfer full): the page style
 */
SdPageStyle *
sd_page_style_load (GFile *file, GError **error)
{
  g_autoptr (SdPageStyle) self = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, error);
  g_autofree char *name = sd_file_get_name (file);

  if (doc == NULL || !sd_document_schema_check ("sanding-page.xsd", doc, on_invalid, name,
                                                SD_DOCUMENT_ERROR_TYPE, error))
    return NULL;

  self = g_new0 (SdPageStyle, 1);
  g_atomic_ref_count_init (&self->references);
  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) font_free);
  self->styles = g_ptr_array_new_with_free_func ((GDestroyNotify) text_style_free);
  if (!read_children (self, xmlDocGetRootElement (doc), name, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sd_page_style_ref:
 * @self: a page style
 *
 * Returns: (transfer full): the same page style
 */
SdPageStyle *
sd_page_style_ref (SdPageStyle *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * sd_page_style_unref:
 * @self: (transfer full): a page style
 */
void
sd_page_style_unref (SdPageStyle *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->styles);
  g_ptr_array_unref (self->fonts);
  g_free (self->number_before);
  g_free (self->number_after);
  g_free (self);
}

/**
 * sd_page_style_get_style:
 * @self: a page style
 * @id: (nullable): name of a style
 *
 * Returns: (transfer none) (nullable): the style, if there is one of that name
 */
const SdTextStyle *
sd_page_style_get_style (SdPageStyle *self, const char *id)
{
  for (guint i = 0; i < self->styles->len; i++)
    {
      const SdTextStyle *style = self->styles->pdata[i];

      if (g_strcmp0 (style->id, id) == 0)
        return style;
    }

  return NULL;
}

/**
 * sd_page_style_fit:
 * @self: a page style
 * @landscape: whether the page is turned
 * @width: (inout): width of a picture in millimetres
 * @height: (inout): its height
 *
 * Makes a picture smaller where the page has no room for it below a heading.
 */
void
sd_page_style_fit (SdPageStyle *self, gboolean landscape, double *width, double *height)
{
  const SdPage *page = landscape ? &self->landscape : &self->page;
  const double room_width = page->width - page->left - page->right;
  const double room_height = (page->height - page->top - page->bottom) * 2 / 3;
  const double scale = MIN (1, MIN (room_width / *width, room_height / *height));

  *width *= scale;
  *height *= scale;
}

/**
 * sd_text_style_get_pitch:
 * @self: a style
 *
 * Returns: width of a Chinese character in points, which is what indents are counted in
 */
double
sd_text_style_get_pitch (const SdTextStyle *self)
{
  return self->size + self->tracking;
}
