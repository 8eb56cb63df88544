/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-private.h"

#include <string.h>

/* PNG is written here, since cairo leaves filter and compression at what suits photographs: a
 * chart takes a fifth of the time without them and is no larger. */

#define LEVEL 2
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

/* Each row as it is, without a filter: red, green and blue. */
static GBytes *
pack_rows (cairo_surface_t *surface, int width, int height)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  const gsize size = 1 + 3 * (gsize) width;
  g_autofree guint8 *row = g_malloc0 (size);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  for (int y = 0; y < height; y++)
    {
      guint8 *to = row + 1;

      for (int x = 0; x < width; x++)
        {
          guint32 pixel;

          memcpy (&pixel, pixels + (gsize) y * (gsize) stride + 4 * (gsize) x, sizeof pixel);
          *to++ = (guint8) (pixel >> 16);
          *to++ = (guint8) (pixel >> 8);
          *to++ = (guint8) pixel;
        }
      (void) g_output_stream_write_all (stream, row, size, NULL, NULL, NULL); /* to memory */
    }
  (void) g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
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
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GBytes) rows = NULL;
  GByteArray *bytes = g_byte_array_new ();
  gsize size;
  const guint8 *data;

  cairo_surface_flush (surface);
  append_number (head, (guint32) width);
  append_number (head, (guint32) height);
  g_byte_array_append (head, (const guint8 *) "\10\2\0\0\0", 5); /* 8 bits each of three colours */
  rows = pack_rows (surface, width, height);
  data = g_bytes_get_data (rows, &size);
  g_byte_array_append (bytes, signature, sizeof signature);
  append_chunk (bytes, "IHDR", head->data, head->len);
  append_chunk (bytes, "IDAT", data, size);
  append_chunk (bytes, "IEND", (const guint8 *) "", 0);

  return g_byte_array_free_to_bytes (bytes);
}
