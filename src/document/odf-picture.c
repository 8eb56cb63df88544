/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

#define PARAGRAPH "style:paragraph-properties"

/* Two forms of a picture in one frame: a program shows the first that it can read. What reads flat
 * files reads SVG. */
static const struct
{
  const char *suffix;
  const char *media_type;
} forms[] = {
  { "svg", "image/svg+xml" },
  { "png", "image/png" },
};

static char *
path_of (const char *source, const char *suffix)
{
  g_autofree char *name = g_strdelimit (g_strdup (source), ":", '-');

  return g_strdup_printf ("Pictures/%s.%s", name, suffix);
}

static GBytes *
bytes_of (SdPlanPicture *picture, guint form, GError **error)
{
  return form == 0 ? sd_plan_picture_get_svg (picture) : sd_plan_picture_get_png (picture, error);
}

static void
write_image (SdOdf *odf, SdPlanPicture *picture, const char *source, guint form)
{
  g_autofree char *path = path_of (source, forms[form].suffix);
  g_autofree char *base64 = NULL;
  GBytes *svg = sd_plan_picture_get_svg (picture);

  if (!odf->flat)
    {
      sd_odf_empty (odf->writer, "draw:image", "xlink:href", path, "xlink:type", "simple",
                    "xlink:show", "embed", "xlink:actuate", "onLoad", "draw:mime-type",
                    forms[form].media_type, NULL);
      return;
    }

  base64 = g_base64_encode (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  sd_odf_start (odf->writer, "draw:image", "draw:mime-type", forms[form].media_type, NULL);
  sd_odf_element (odf->writer, "office:binary-data", base64);
  sd_odf_end (odf->writer);
}

/*
 * sd_odf_write_picture:
 * @odf: what is being written
 * @block: a picture
 * @error: return location
 *
 * Writes a picture as large as the page has room for, with what it shows for those who cannot see
 * it.
 */
gboolean
sd_odf_write_picture (SdOdf *odf, const SdBlock *block, GError **error)
{
  SdPlanPicture *picture = sd_blocks_get_picture (odf->blocks, block->source, error);
  double width, height;
  g_autofree char *width_mm = NULL;
  g_autofree char *height_mm = NULL;

  if (picture == NULL)
    return FALSE;

  sd_plan_picture_get_size (picture, &width, &height);
  sd_page_style_fit (odf->page, odf->landscape, &width, &height);
  width_mm = sd_odf_mm (width);
  height_mm = sd_odf_mm (height);
  if (!g_ptr_array_find_with_equal_func (odf->pictures, block->source, g_str_equal, NULL))
    g_ptr_array_add (odf->pictures, block->source);
  sd_odf_begin (odf, sd_odf_styles_get (odf->styles, "paragraph", "Figure", NULL, PARAGRAPH,
                                        "fo:line-height", "100%", NULL));
  sd_odf_start (odf->writer, "draw:frame", "draw:style-name", "PictureFrame", "draw:name",
                block->label, "text:anchor-type", "as-char", "svg:width", width_mm, "svg:height",
                height_mm, NULL);
  for (guint form = 0; form < (odf->flat ? 1 : G_N_ELEMENTS (forms)); form++)
    write_image (odf, picture, block->source, form);
  sd_odf_element (odf->writer, "svg:title", block->label);
  sd_odf_element (odf->writer, "svg:desc", block->description);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);

  return TRUE;
}

static gpointer
draw (gpointer picture)
{
  (void) sd_plan_picture_get_png (picture, NULL); /* who asks again is told what is wrong */
  g_object_unref (picture);

  return NULL;
}

static void
join (gpointer thread)
{
  g_thread_join (thread);
}

/*
 * sd_odf_draw_pictures:
 * @odf: what will be written
 *
 * Begins to draw the pictures that are not in a form of lines only, each on a thread of its own,
 * while the text is written.
 *
 * Returns: (transfer full): what waits for them when it is freed
 */
GPtrArray *
sd_odf_draw_pictures (SdOdf *odf)
{
  GPtrArray *threads = g_ptr_array_new_with_free_func (join);
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (odf->blocks, i)) != NULL; i++)
    {
      SdPlanPicture *picture = block->kind == SD_BLOCK_PICTURE
                                   ? sd_blocks_get_picture (odf->blocks, block->source, NULL)
                                   : NULL;

      if (picture != NULL)
        g_ptr_array_add (threads, g_thread_new ("picture", draw, g_object_ref (picture)));
    }

  return threads;
}

/*
 * sd_odf_add_pictures:
 * @odf: what has been written
 * @parts: (element-type SdOdfPart): the files of the package
 * @error: return location
 *
 * Adds the files of the pictures that the body shows.
 */
gboolean
sd_odf_add_pictures (SdOdf *odf, GPtrArray *parts, GError **error)
{
  for (guint i = 0; i < odf->pictures->len; i++)
    for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
      {
        const char *source = odf->pictures->pdata[i];
        g_autofree char *path = path_of (source, forms[form].suffix);
        SdPlanPicture *picture = sd_blocks_get_picture (odf->blocks, source, error);
        GBytes *bytes = picture != NULL ? bytes_of (picture, form, error) : NULL;

        if (bytes == NULL)
          return FALSE;
        g_ptr_array_add (parts, sd_odf_part_new (path, forms[form].media_type, bytes));
      }

  return TRUE;
}
