/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-text-private.h"

#include <string.h>

struct _SdLayoutFonts
{
  SdPageStyle *style;
  PangoContext *context;
  GHashTable *families; /* lower case name → itself: what there is on this computer */
};

static void
list_families (SdLayoutFonts *self, PangoFontMap *map)
{
  PangoFontFamily **families;
  int n_families;

  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_hash_table_add (self->families,
                      g_utf8_casefold (pango_font_family_get_name (families[i]), -1));
  g_free (families);
}

/* Lines must come out alike on every screen and printer: nothing is rounded to pixels. */
static void
forget_pixels (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
}

SdLayoutFonts *
sd_layout_fonts_new (SdPageStyle *style)
{
  SdLayoutFonts *self = g_new0 (SdLayoutFonts, 1);
  PangoFontMap *map = pango_cairo_font_map_get_default (); /* one a thread */

  self->style = sd_page_style_ref (style);
  self->context = pango_font_map_create_context (map);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  forget_pixels (self->context);
  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list_families (self, map);

  return self;
}

void
sd_layout_fonts_free (SdLayoutFonts *self)
{
  g_hash_table_unref (self->families);
  g_object_unref (self->context);
  sd_page_style_unref (self->style);
  g_free (self);
}

PangoContext *
sd_layout_fonts_get_context (SdLayoutFonts *self)
{
  return self->context;
}

static gboolean
has_family (SdLayoutFonts *self, const char *family)
{
  g_autofree char *folded = g_utf8_casefold (family, -1);

  return g_hash_table_contains (self->families, folded);
}

/* The first family of a font that there is, or the official one, for which the system then finds
 * something. */
const char *
sd_layout_fonts_get_family (SdLayoutFonts *self, const SdPageFont *font)
{
  for (guint i = 0; font->families[i] != NULL; i++)
    if (has_family (self, font->families[i]))
      return font->families[i];

  return font->families[0];
}

/* Sizes are absolute: one unit of a page is one point. */
PangoFontDescription *
sd_layout_fonts_describe (SdLayoutFonts *self, const SdPageFont *font, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, sd_layout_fonts_get_family (self, font));
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);

  return description;
}

/* "仿宋_GB2312 → FandolFang" for each typeface whose official family is not there. The official
 * ones are those of the same name in other spellings that stand before the first stand-in. */
GStrv
sd_layout_fonts_list_stand_ins (SdLayoutFonts *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->style->fonts->len; i++)
    {
      const SdPageFont *font = self->style->fonts->pdata[i];
      const char *family = sd_layout_fonts_get_family (self, font);
      g_autofree char *line = NULL;

      for (guint j = 0; j < font->n_official; j++)
        if (has_family (self, font->families[j]))
          family = NULL;
      if (family == NULL)
        continue;
      line =
          g_strdup_printf ("%s → %s", font->families[0], has_family (self, family) ? family : "?");
      g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}
