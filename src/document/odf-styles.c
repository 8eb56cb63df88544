/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

#define PARAGRAPH "style:paragraph-properties"
#define TEXT "style:text-properties"
#define CELL "style:table-cell-properties"
#define GRAPHIC "style:graphic-properties"
/* Stands for a right tab stop, which is an element and not an attribute; last of its element. */
#define TAB "tab"

typedef struct
{
  const char *element;
  const char *name;
  char *value;
} Property;

typedef struct
{
  char *name;
  char *label; /* (nullable): name that users see; automatic styles have none */
  const char *family;
  const char *parent;
  const char *master;
  guint level;
  GArray *properties; /* of Property, those of an element together */
} Style;

struct _SdOdfStyles
{
  SdPageStyle *page;
  char *language;
  char *country;
  gboolean sheets;
  GPtrArray *named;       /* of Style */
  GPtrArray *automatic;   /* of Style */
  GHashTable *by_content; /* what an automatic style says → its name, borrowed */
};

static void
property_clear (Property *property)
{
  g_free (property->value);
}

static Style *
style_new (const char *name, const char *label, const char *family, const char *parent)
{
  Style *style = g_new0 (Style, 1);

  style->name = g_strdup (name);
  style->label = g_strdup (label);
  style->family = family;
  style->parent = g_intern_string (parent); /* callers put names together */
  style->properties = g_array_new (FALSE, FALSE, sizeof (Property));
  g_array_set_clear_func (style->properties, (GDestroyNotify) property_clear);

  return style;
}

static void
style_free (Style *style)
{
  g_array_unref (style->properties);
  g_free (style->label);
  g_free (style->name);
  g_free (style);
}

static void
set (Style *style, const char *element, const char *name, const char *value)
{
  Property property = { element, name, g_strdup (value) };

  g_array_append_val (style->properties, property);
}

static void
take (Style *style, const char *element, const char *name, char *value)
{
  set (style, element, name, value);
  g_free (value);
}

/* Asian and other characters have fonts and sizes of their own in OpenDocument; a document of
 * ours sets both in the same. */
static void
set_font (Style *style, const SdTextStyle *text)
{
  g_autofree char *size = sd_odf_points (text->size);

  set (style, TEXT, "style:font-name", text->font->families[0]);
  set (style, TEXT, "style:font-name-asian", text->font->families[0]);
  set (style, TEXT, "fo:font-size", size);
  set (style, TEXT, "style:font-size-asian", size);
  if (text->color != NULL)
    set (style, TEXT, "fo:color", text->color);
  if (text->tracking == 0)
    set (style, TEXT, "fo:letter-spacing", "normal");
  else
    take (style, TEXT, "fo:letter-spacing", sd_odf_points (text->tracking));
}

static void
set_paragraph (Style *style, const SdTextStyle *text)
{
  static const char *const aligns[] = { "start", "center", "end", "justify" };
  double pitch = sd_text_style_get_pitch (text);

  take (style, PARAGRAPH, "fo:margin-top", sd_odf_mm (text->above));
  set (style, PARAGRAPH, "fo:margin-bottom", "0pt");
  take (style, PARAGRAPH, "fo:margin-left", sd_odf_points (text->left * pitch));
  take (style, PARAGRAPH, "fo:margin-right", sd_odf_points (text->right * pitch));
  take (style, PARAGRAPH, "fo:text-indent", sd_odf_points (text->first * pitch));
  take (style, PARAGRAPH, "fo:line-height", sd_odf_points (text->line));
  set (style, PARAGRAPH, "fo:text-align", aligns[text->align]);
  set (style, PARAGRAPH, "fo:keep-with-next", text->keep ? "always" : "auto");
  if (text->rule > 0)
    {
      g_autofree char *width = sd_odf_points (text->rule);

      set (style, PARAGRAPH, "fo:padding", "0pt");
      take (style, PARAGRAPH, "fo:border-bottom",
            g_strdup_printf ("%s solid %s", width, text->color != NULL ? text->color : "#000000"));
    }
}

/* LibreOffice breaks lines inside numbers and words that it takes for Chinese, so text that is not
 * Chinese writing has no language. The default style keeps it: the PDF's is taken from there. */
static void
set_no_western_language (Style *style)
{
  set (style, TEXT, "fo:language", "none");
  set (style, TEXT, "fo:country", "none");
}

static void
add_text_style (SdOdfStyles *self, const SdTextStyle *text)
{
  Style *style = style_new (text->id, text->label, "paragraph",
                            text->parent != NULL ? text->parent->id : NULL);

  style->level = text->level;
  set_paragraph (style, text);
  set_font (style, text);
  set_no_western_language (style);
  g_ptr_array_add (self->named, style);
}

/* Frames are named too: one without the parent Frame becomes a drawing in LibreOffice. */
static void
add_frames (SdOdfStyles *self)
{
  Style *frame = style_new ("Frame", "框架", "graphic", NULL);
  Style *number = style_new ("PageNumberFrame", "横页页码", "graphic", "Frame");
  Style *imprint = style_new ("ImprintFrame", "版记框", "graphic", "Frame");
  Style *picture = style_new ("PictureFrame", "插图", "graphic", "Frame");

  set (frame, GRAPHIC, "text:anchor-type", "paragraph");
  set (frame, GRAPHIC, "fo:padding", "0mm");
  set (frame, GRAPHIC, "fo:border", "none");
  set (frame, GRAPHIC, "draw:fill", "none");
  set (frame, GRAPHIC, "draw:stroke", "none");

  set (number, GRAPHIC, "style:wrap", "run-through");
  set (number, GRAPHIC, "style:run-through", "foreground");
  set (number, GRAPHIC, "style:vertical-pos", "from-top");
  set (number, GRAPHIC, "style:vertical-rel", "page");
  set (number, GRAPHIC, "style:horizontal-pos", "from-left");
  set (number, GRAPHIC, "style:horizontal-rel", "page");
  set (number, GRAPHIC, "style:writing-mode", "tb-rl");
  set (number, GRAPHIC, "style:flow-with-text", "false");

  set (imprint, GRAPHIC, "style:wrap", "none");
  set (imprint, GRAPHIC, "style:vertical-pos", "bottom");
  set (imprint, GRAPHIC, "style:vertical-rel", "page-content");
  set (imprint, GRAPHIC, "style:horizontal-pos", "left");
  set (imprint, GRAPHIC, "style:horizontal-rel", "page-content");

  set (picture, GRAPHIC, "style:vertical-pos", "bottom");
  set (picture, GRAPHIC, "style:vertical-rel", "baseline");

  g_ptr_array_add (self->named, frame);
  g_ptr_array_add (self->named, number);
  g_ptr_array_add (self->named, imprint);
  g_ptr_array_add (self->named, picture);
}

/* A line with one text on the left and another on the right. */
static void
add_two_ended (SdOdfStyles *self, const char *name, const char *label, const char *parent)
{
  const SdTextStyle *text = sd_page_style_get_style (self->page, parent);
  const SdPage *page = &self->page->page;
  double indents = (text->left + text->right) * sd_text_style_get_pitch (text);
  Style *style = style_new (name, label, "paragraph", parent);

  set (style, PARAGRAPH, "fo:text-align", "start");
  take (style, PARAGRAPH, TAB,
        sd_odf_points ((page->width - page->left - page->right) * 72 / 25.4 - indents));
  g_ptr_array_add (self->named, style);
}

/* The styles of the page style that cells of a spreadsheet have; there are no paragraphs in it that
 * could have them. */
static void
add_cell_style (SdOdfStyles *self, const char *id)
{
  static const char *const aligns[] = { "start", "center", "end", "justify" };
  const SdTextStyle *text = sd_page_style_get_style (self->page, id);
  const gboolean title = g_str_equal (id, "AnnexTitle");
  Style *style = style_new (text->id, text->label, "table-cell", "Default");

  set (style, CELL, "style:vertical-align", "middle");
  set (style, CELL, "fo:wrap-option", "wrap");
  set (style, CELL, "fo:padding", "1mm");
  set (style, CELL, "fo:border", title ? "none" : "0.5pt solid #000000");
  set (style, CELL, "style:text-align-source", "fix");
  set (style, PARAGRAPH, "fo:text-align", aligns[text->align]);
  set_font (style, text);
  g_ptr_array_add (self->named, style);
}

static void
add_cell_styles (SdOdfStyles *self)
{
  static const char *const ids[] = { "AnnexTitle", "TableHead", "TableText", "TableCenter",
                                     "TableEnd" };
  Style *all = style_new ("Default", "默认", "table-cell", NULL);

  set_font (all, sd_page_style_get_style (self->page, "TableText"));
  g_ptr_array_add (self->named, all);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add_cell_style (self, ids[i]);
}

/* Characters in the typeface of another style, inside a line. */
static void
add_characters (SdOdfStyles *self, const char *name, const char *label, const char *like)
{
  Style *style = style_new (name, label, "text", NULL);

  set_font (style, sd_page_style_get_style (self->page, like));
  g_ptr_array_add (self->named, style);
}

/* Text that the program could not fill in must catch the eye. */
static void
add_missing (SdOdfStyles *self)
{
  Style *style = style_new ("Missing", "待补内容", "text", NULL);

  set (style, TEXT, "fo:background-color", "#ffff00");
  g_ptr_array_add (self->named, style);
}

SdOdfStyles *
sd_odf_styles_new (SdPageStyle *page, const char *language, gboolean sheets)
{
  SdOdfStyles *self = g_new0 (SdOdfStyles, 1);
  g_auto (GStrv) parts = g_strsplit (language, "-", 2);

  self->page = sd_page_style_ref (page);
  self->sheets = sheets;
  self->language = g_strdup (parts[0]);
  self->country = g_strdup (parts[1] != NULL ? parts[1] : "none");
  self->named = g_ptr_array_new_with_free_func ((GDestroyNotify) style_free);
  self->automatic = g_ptr_array_new_with_free_func ((GDestroyNotify) style_free);
  self->by_content = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_missing (self);
  if (sheets)
    {
      add_cell_styles (self);
      return self;
    }

  for (guint i = 0; i < page->styles->len; i++)
    add_text_style (self, page->styles->pdata[i]);
  add_two_ended (self, "ImprintLine", "版记印发", "Imprint");
  add_two_ended (self, "UpwardNumber", "发文字号和签发人", "HeadNumber");
  add_characters (self, "SignatoryName", "签发人姓名字符", "Signatory");
  add_frames (self);

  return self;
}

void
sd_odf_styles_free (SdOdfStyles *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_content);
  g_ptr_array_unref (self->automatic);
  g_ptr_array_unref (self->named);
  g_free (self->country);
  g_free (self->language);
  sd_page_style_unref (self->page);
  g_free (self);
}

static char *
describe (const Style *style)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s|%s|%s", style->family, style->parent ? style->parent : "",
                          style->master ? style->master : "");
  for (guint i = 0; i < style->properties->len; i++)
    {
      const Property *property = &g_array_index (style->properties, Property, i);

      g_string_append_printf (text, "|%s %s=%s", property->element, property->name,
                              property->value);
    }

  return g_strdup (text->str);
}

const char *
sd_odf_styles_get (
    SdOdfStyles *self, const char *family, const char *parent, const char *master, ...)
{
  Style *style = style_new (NULL, NULL, family, parent);
  g_autofree char *content = NULL;
  const char *element, *known;
  va_list properties;

  style->master = master;
  va_start (properties, master);
  while ((element = va_arg (properties, const char *)) != NULL)
    {
      const char *name = va_arg (properties, const char *);
      const char *value = va_arg (properties, const char *);

      if (value != NULL)
        set (style, element, name, value);
    }
  va_end (properties);

  content = describe (style);
  known = g_hash_table_lookup (self->by_content, content);
  if (known != NULL)
    {
      style_free (style);
      return known;
    }

  style->name = g_strdup_printf ("A%u", self->automatic->len + 1);
  g_ptr_array_add (self->automatic, style);
  g_hash_table_insert (self->by_content, g_steal_pointer (&content), style->name);
  return style->name;
}

/* "'a', 'b'", with the quotes that names with blanks need. */
static char *
quote_families (const SdPageFont *font)
{
  g_autofree char *joined = g_strjoinv ("', '", font->families);

  return g_strdup_printf ("'%s'", joined);
}

void
sd_odf_styles_write_fonts (SdOdfStyles *self, xmlTextWriter *writer)
{
  sd_odf_start (writer, "office:font-face-decls", NULL);
  for (guint i = 0; i < self->page->fonts->len; i++)
    {
      const SdPageFont *font = self->page->fonts->pdata[i];
      g_autofree char *families = quote_families (font);

      sd_odf_empty (writer, "style:font-face", "style:name", font->families[0], "svg:font-family",
                    families, "style:font-family-generic", font->generic, "style:font-pitch",
                    "variable", NULL);
    }
  sd_odf_end (writer);
}

static void
write_tab (const char *position, xmlTextWriter *writer)
{
  sd_odf_start (writer, "style:tab-stops", NULL);
  sd_odf_empty (writer, "style:tab-stop", "style:position", position, "style:type", "right", NULL);
  sd_odf_end (writer);
}

static void
write_properties (const Style *style, xmlTextWriter *writer)
{
  const char *open = NULL;

  for (guint i = 0; i < style->properties->len; i++)
    {
      const Property *property = &g_array_index (style->properties, Property, i);

      if (open != NULL && !g_str_equal (open, property->element))
        sd_odf_end (writer);
      if (open == NULL || !g_str_equal (open, property->element))
        sd_odf_start (writer, property->element, NULL);
      open = property->element;
      if (g_str_equal (property->name, TAB))
        write_tab (property->value, writer);
      else
        xmlTextWriterWriteAttribute (writer, BAD_CAST property->name, BAD_CAST property->value);
    }
  if (open != NULL)
    sd_odf_end (writer);
}

static void
write_style (const Style *style, xmlTextWriter *writer)
{
  g_autofree char *level = style->level > 0 ? g_strdup_printf ("%u", style->level) : NULL;

  sd_odf_start (writer, "style:style", "style:name", style->name, "style:display-name",
                style->label, "style:family", style->family, "style:parent-style-name",
                style->parent, "style:next-style-name", level != NULL ? "Standard" : NULL,
                "style:master-page-name", style->master, "style:default-outline-level", level,
                NULL);
  write_properties (style, writer);
  sd_odf_end (writer);
}

static void
set_language (SdOdfStyles *self, Style *style)
{
  set (style, TEXT, "fo:language", self->language);
  set (style, TEXT, "fo:country", self->country);
  set (style, TEXT, "style:language-asian", self->language);
  set (style, TEXT, "style:country-asian", self->country);
}

static void
write_default (SdOdfStyles *self, xmlTextWriter *writer)
{
  Style *style = style_new (NULL, NULL, self->sheets ? "table-cell" : "paragraph", NULL);

  /* Not "hanging": LibreOffice 7.4 drops a comma that hangs in front of some portions of text. */
  set (style, PARAGRAPH, "style:punctuation-wrap", "simple");
  set (style, PARAGRAPH, "style:line-break", "strict");
  set (style, PARAGRAPH, "style:text-autospace", "none");
  set (style, PARAGRAPH, "style:writing-mode", "lr-tb");
  if (!self->sheets)
    {
      set (style, PARAGRAPH, "fo:orphans", "0");
      set (style, PARAGRAPH, "fo:widows", "0");
    }
  set_font (style, sd_page_style_get_style (self->page, self->sheets ? "TableText" : "Standard"));
  set_language (self, style);
  set (style, TEXT, "style:letter-kerning", "false");

  sd_odf_start (writer, "style:default-style", "style:family", style->family, NULL);
  write_properties (style, writer);
  sd_odf_end (writer);
  style_free (style);
}

/* Heading numbers are part of the text, so that they survive copying; the outline has none. */
static void
write_outline (xmlTextWriter *writer)
{
  static const char *const levels[] = { "1", "2", "3", "4" };

  sd_odf_start (writer, "text:outline-style", "style:name", "Outline", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    sd_odf_empty (writer, "text:outline-level-style", "text:level", levels[i], "style:num-format",
                  "", NULL);
  sd_odf_end (writer);
}

void
sd_odf_styles_write_named (SdOdfStyles *self, xmlTextWriter *writer)
{
  sd_odf_start (writer, "office:styles", NULL);
  write_default (self, writer);
  for (guint i = 0; i < self->named->len; i++)
    write_style (self->named->pdata[i], writer);
  if (!self->sheets)
    write_outline (writer);
  sd_odf_end (writer);
}

void
sd_odf_styles_write_automatic (SdOdfStyles *self, xmlTextWriter *writer)
{
  for (guint i = 0; i < self->automatic->len; i++)
    write_style (self->automatic->pdata[i], writer);
}
