/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-private.h"

#include <string.h>

/* PNG is written here, since cairo leaves filter and compression at what suits photographs: a
 * chart takes a fifth of the time without them and is no larger. */

#define LEVEL 2
#define ROOM 65536 /* for what is compressed, at a time */
#define MOST_COLORS 256
#define POLYNOMIAL 0xEDB88320u

static void
append_number (GByteArray *bytes, guint32 number)
{
  const guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static guint32
check_sum (const guint8 *data, gsize size)
{
  static guint32 table[256];
  static gsize made = 0;
  guint32 sum = 0xFFFFFFFFu;

  if (g_once_init_enter (&made))
    {
      for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
        {
          table[i] = i;
          for (guint bit = 0; bit < 8; bit++)
            table[i] = table[i] & 1 ? POLYNOMIAL ^ (table[i] >> 1) : table[i] >> 1;
        }
      g_once_init_leave (&made, 1);
    }
  for (gsize i = 0; i < size; i++)
    sum = table[(sum ^ data[i]) & 0xFF] ^ (sum >> 8);

  return ~sum;
}

static void
append_chunk (GByteArray *bytes, const char *type, const guint8 *data, gsize size)
{
  const guint start = bytes->len + 4;

  append_number (bytes, (guint32) size);
  g_byte_array_append (bytes, (const guint8 *) type, 4);
  g_byte_array_append (bytes, data, (guint) size);
  append_number (bytes, check_sum (bytes->data + start, size + 4));
}

/* A chart has few colours, so that a byte a pixel is enough: those that agree in the upper four
 * bits of red, green and blue are one, shown as the first of them that is met. */
typedef struct
{
  guint8 index[1 << 12];
  gboolean known[1 << 12];
  guint8 colors[3 * MOST_COLORS];
  guint n_colors;
} Palette;

static gboolean
find_color (Palette *palette, guint32 pixel, guint8 *index)
{
  const guint cell = (pixel >> 12 & 0xF00) | (pixel >> 8 & 0xF0) | (pixel >> 4 & 0xF);

  if (!palette->known[cell])
    {
      guint8 *color = palette->colors + 3 * palette->n_colors;

      if (palette->n_colors == MOST_COLORS)
        return FALSE;
      color[0] = (guint8) (pixel >> 16);
      color[1] = (guint8) (pixel >> 8);
      color[2] = (guint8) pixel;
      palette->known[cell] = TRUE;
      palette->index[cell] = (guint8) palette->n_colors++;
    }

  *index = palette->index[cell];
  return TRUE;
}

/* A row of the image: 0xrrggbb below a byte without meaning. */
static const guint32 *
row_at (cairo_surface_t *surface, int y)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return (const guint32 *) (const void *) (pixels + (gsize) y * stride);
}

/* Each row as it is, without a filter, a byte a pixel; FALSE where there are too many colours. */
static gboolean
index_rows (cairo_surface_t *surface, Palette *palette, GByteArray *rows)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  guint8 *to = rows->data;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = row_at (surface, y);
      guint8 index = 0;

      *to++ = 0;
      for (int x = 0; x < width; x++)
        {
          if ((x == 0 || row[x] != row[x - 1]) && !find_color (palette, row[x], &index))
            return FALSE;
          *to++ = index;
        }
    }

  return TRUE;
}

/* The same with red, green and blue of each pixel. */
static void
copy_rows (cairo_surface_t *surface, GByteArray *rows)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  guint8 *to = rows->data;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = row_at (surface, y);

      *to++ = 0;
      for (int x = 0; x < width; x++)
        {
          *to++ = (guint8) (row[x] >> 16);
          *to++ = (guint8) (row[x] >> 8);
          *to++ = (guint8) row[x];
        }
    }
}

static GByteArray *
compress (const GByteArray *rows)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  GByteArray *packed = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize from = 0, to = 0;

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize n_read = 0, n_written = 0;

      g_byte_array_set_size (packed, (guint) to + ROOM);
      result = g_converter_convert (G_CONVERTER (zlib), rows->data + from, rows->len - from,
                                    packed->data + to, ROOM, G_CONVERTER_INPUT_AT_END, &n_read,
                                    &n_written, NULL);
      from += n_read;
      to += n_written;
    }
  g_byte_array_set_size (packed, (guint) to);

  return packed;
}

/*
 * sd_png_write:
 * @surface: an image without transparency
 *
 * Returns: (transfer full): the image as PNG
 */
GBytes *
sd_png_write (cairo_surface_t *surface)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const guint n_rows = (guint) height;
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GByteArray) packed = NULL;
  g_autofree Palette *palette = g_new0 (Palette, 1);
  GByteArray *bytes = g_byte_array_new ();
  gboolean indexed;

  cairo_surface_flush (surface);
  g_byte_array_set_size (rows, n_rows * (1 + (guint) width));
  indexed = index_rows (surface, palette, rows);
  if (!indexed)
    {
      g_byte_array_set_size (rows, n_rows * (1 + 3 * (guint) width));
      copy_rows (surface, rows);
    }
  packed = compress (rows);

  append_number (head, (guint32) width);
  append_number (head, (guint32) height);
  /* 8 bits of an index, or each of three colours */
  g_byte_array_append (head, (const guint8 *) (indexed ? "\10\3\0\0\0" : "\10\2\0\0\0"), 5);
  g_byte_array_append (bytes, signature, sizeof signature);
  append_chunk (bytes, "IHDR", head->data, head->len);
  if (indexed)
    append_chunk (bytes, "PLTE", palette->colors, 3 * palette->n_colors);
  append_chunk (bytes, "IDAT", packed->data, packed->len);
  append_chunk (bytes, "IEND", (const guint8 *) "", 0);

  return g_byte_array_free_to_bytes (bytes);
}
