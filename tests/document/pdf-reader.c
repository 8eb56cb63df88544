/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reader.h"

#include "document/document.h"
#include "document/odf.h"
#include "plan/xml.h"
#include "temp-folder.h"

#include <math.h>
#include <string.h>

#define DPI 300
#define ZOOM 3 /* the largest that pdftohtml knows */
#define MM_OF(coordinate) ((coordinate) / ZOOM * 25.4 / 72)
#define PIXELS(mm) ((mm) / 25.4 * DPI)
#define LONG_RULE 100.0

static void
run_free (Run *run)
{
  g_free (run->family);
  g_free (run->color);
  g_free (run->text);
  g_free (run);
}

static void
page_free (PdfPage *page)
{
  g_ptr_array_unref (page->runs);
  g_free (page);
}

void
pdf_free (Pdf *self)
{
  g_free (self->folder);
  g_free (self->name);
  g_ptr_array_unref (self->pages);
  g_free (self->image);
  g_free (self);
}

char *
run_program (const char *folder, char **environment, const char *const *argv)
{
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  if (program == NULL)
    return NULL;
  g_spawn_sync (folder, (char **) argv, environment,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return output;
}

void
save_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

/* LibreOffice looks only for the official typefaces, so it is told what we put in their place. */
static char **
make_environment (const char *folder, SdLayout *layout)
{
  const char *const *stand_ins = sd_layout_get_stand_ins (layout);
  g_autoptr (GString) text = g_string_new (
      "<?xml version=\"1.0\"?><fontconfig><include>/etc/fonts/fonts.conf</include>\n");
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);

  for (guint i = 0; stand_ins[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (stand_ins[i], " → ", 2);

      g_string_append_printf (
          text,
          "<match target=\"pattern\"><test name=\"family\" qual=\"any\"><string>%s</string></test>"
          "<edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>%s</string></edit>"
          "</match>\n",
          names[0], names[1]);
    }
  g_string_append (text, "</fontconfig>\n");
  temp_folder_write (folder, "fonts.conf", text->str);

  return g_environ_setenv (g_get_environ (), "FONTCONFIG_FILE", path, TRUE);
}

/* Pages that are left blank are pages of the PDF too, as they are of the printed document. */
gboolean
convert_document (const char *folder, SdBlocks *blocks, SdLayout *layout, const char *name)
{
  static const char filter[] = "pdf:writer_pdf_Export:{\"IsSkipEmptyPages\":"
                               "{\"type\":\"boolean\",\"value\":\"false\"}}";
  g_autofree char *home = g_strconcat ("-env:UserInstallation=file://", folder, "/home", NULL);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".pdf"));
  g_autofree char *source = g_strconcat (stem, ".odt", NULL);
  const char *argv[] = { "soffice", home, "--headless", "--convert-to", filter, source, NULL };
  g_auto (GStrv) environment = make_environment (folder, layout);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) odt = sd_odt_write (blocks, SD_ODF_ODT, NULL, &error);
  g_autofree char *output = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  save_file (folder, source, odt);
  output = run_program (folder, environment, argv);

  return output != NULL && g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

static double
number (const xmlNode *node, const char *name)
{
  g_autofree char *value = attribute (node, name);

  return g_ascii_strtod (value, NULL);
}

static Run *
read_run (const xmlNode *node, GHashTable *fonts)
{
  Run *run = g_new0 (Run, 1);
  g_autofree char *font = attribute (node, "font");
  const xmlNode *spec = g_hash_table_lookup (fonts, font);
  xmlChar *text = xmlNodeGetContent (node);

  g_assert_nonnull (spec);
  run->box.left = MM_OF (number (node, "left"));
  run->box.top = MM_OF (number (node, "top"));
  run->box.right = run->box.left + MM_OF (number (node, "width"));
  run->box.bottom = run->box.top + MM_OF (number (node, "height"));
  run->size = number (spec, "size") / ZOOM;
  run->family = attribute (spec, "family");
  run->color = attribute (spec, "color");
  run->text = g_strdup ((const char *) text);
  xmlFree (text);

  return run;
}

static double
middle (const Run *run)
{
  return (run->box.top + run->box.bottom) / 2;
}

/* From top to bottom, those of a line from left to right. */
static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *one = *(Run *const *) a, *other = *(Run *const *) b;

  if (fabs (middle (one) - middle (other)) > 1.5)
    return middle (one) < middle (other) ? -1 : 1;

  return one->box.left < other->box.left ? -1 : one->box.left > other->box.left;
}

/* LibreOffice changes to another part of a typeface in the middle of a word. */
static gboolean
goes_on (const Run *run, const Run *next)
{
  const char *one = strchr (run->family, '+'), *other = strchr (next->family, '+');

  return fabs (middle (run) - middle (next)) < 0.1 && run->size == next->size &&
         fabs (next->box.left - run->box.right) < 0.3 &&
         g_strcmp0 (one != NULL ? one : run->family, other != NULL ? other : next->family) == 0;
}

static void
join_runs (GPtrArray *runs)
{
  for (guint i = 0; i + 1 < runs->len;)
    {
      Run *run = runs->pdata[i];
      const Run *next = runs->pdata[i + 1];
      char *text;

      if (!goes_on (run, next))
        {
          i++;
          continue;
        }
      text = g_strconcat (run->text, next->text, NULL);
      g_free (run->text);
      run->text = text;
      run->box.right = next->box.right;
      g_ptr_array_remove_index (runs, i + 1);
    }
}

static void
read_page (Pdf *self, xmlNode *node, GHashTable *fonts)
{
  PdfPage *page = g_new0 (PdfPage, 1);

  page->width = MM_OF (number (node, "width"));
  page->height = MM_OF (number (node, "height"));
  page->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    if (xmlStrEqual (child->name, BAD_CAST "fontspec"))
      g_hash_table_replace (fonts, attribute (child, "id"), child);
    else if (xmlStrEqual (child->name, BAD_CAST "text"))
      g_ptr_array_add (page->runs, read_run (child, fonts));
  g_ptr_array_sort (page->runs, compare_runs);
  join_runs (page->runs);
  g_ptr_array_add (self->pages, page);
}

Pdf *
pdf_open (const char *folder, const char *name)
{
  const char *argv[] = { "pdftohtml", "-xml",    "-zoom", G_STRINGIFY (ZOOM), "-i", "-noroundcoord",
                         name,        "-stdout", NULL };
  g_autofree char *xml = run_program (folder, NULL, argv);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (GHashTable) fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *body = xml != NULL ? strstr (xml, "<pdf2xml") : NULL;
  Pdf *self;

  if (body == NULL)
    return NULL;
  bytes = g_bytes_new (body, strlen (body)); /* what stands before it names a DTD */
  doc = sd_xml_read_bytes (bytes, name, &error);
  g_assert_no_error (error);
  self = g_new0 (Pdf, 1);
  self->folder = g_strdup (folder);
  self->name = g_strdup (name);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (doc)); node != NULL;
       node = xmlNextElementSibling (node))
    if (xmlStrEqual (node->name, BAD_CAST "page"))
      read_page (self, node, fonts);

  return self;
}

static Run *
find (Pdf *self,
      guint from,
      const char *text,
      gboolean (*matches) (const char *, const char *),
      guint *page)
{
  for (guint i = from; i < self->pages->len; i++)
    {
      GPtrArray *runs = ((PdfPage *) self->pages->pdata[i])->runs;

      for (guint j = 0; j < runs->len; j++)
        if (matches (((Run *) runs->pdata[j])->text, text))
          {
            *page = i;
            return runs->pdata[j];
          }
    }

  g_error ("%s: no text begins or ends with %s", self->name, text);
}

Run *
pdf_find (Pdf *self, guint from, const char *text, guint *page)
{
  return find (self, from, text, g_str_has_prefix, page);
}

Run *
pdf_find_end (Pdf *self, guint from, const char *text, guint *page)
{
  return find (self, from, text, g_str_has_suffix, page);
}

Box
pdf_line (Pdf *self, guint page, const Run *run)
{
  GPtrArray *runs = ((PdfPage *) self->pages->pdata[page])->runs;
  Box box = run->box;

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *other = runs->pdata[i];

      if (fabs (middle (other) - middle (run)) > 1.5)
        continue;
      box.left = MIN (box.left, other->box.left);
      box.right = MAX (box.right, other->box.right);
    }

  return box;
}

/* The page as pixels, three bytes each. */
static void
load_image (Pdf *self, guint page)
{
  g_autofree char *n = g_strdup_printf ("%u", page + 1);
  const char *argv[] = { "pdftoppm", "-r",          G_STRINGIFY (DPI), "-f",   n,   "-l",
                         n,          "-singlefile", self->name,        "page", NULL };
  g_autofree char *output = NULL;
  g_autofree char *path = g_build_filename (self->folder, "page.ppm", NULL);
  g_autofree char *text = NULL;
  char *rest;
  gsize size;

  if (self->image != NULL && self->image_page == page)
    return;
  output = run_program (self->folder, NULL, argv);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_true (g_str_has_prefix (text, "P6"));
  self->image_width = g_ascii_strtoull (text + 2, &rest, 10);
  self->image_height = g_ascii_strtoull (rest, &rest, 10);
  (void) g_ascii_strtoull (rest, &rest, 10);
  g_free (self->image);
  self->image = g_memdup2 (rest + 1, 3 * self->image_width * self->image_height);
  self->image_page = page;
}

static gboolean
is_ink (const Pdf *self, gsize x, gsize y, Ink ink)
{
  const guint8 *pixel = self->image + 3 * (y * self->image_width + x);

  return ink == INK_RED ? pixel[0] > 160 && pixel[1] < 110 : pixel[1] < 110;
}

Box
pdf_ink (Pdf *self, guint page, Box box, Ink ink)
{
  gsize left = G_MAXSIZE, top = G_MAXSIZE, right = 0, bottom = 0;

  load_image (self, page);
  for (gsize y = (gsize) PIXELS (MAX (box.top, 0));
       y < MIN (self->image_height, (gsize) PIXELS (MAX (box.bottom, 0))); y++)
    for (gsize x = (gsize) PIXELS (MAX (box.left, 0));
         x < MIN (self->image_width, (gsize) PIXELS (MAX (box.right, 0))); x++)
      if (is_ink (self, x, y, ink))
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  if (right == 0)
    return (Box){ 0, 0, 0, 0 };

  return (Box){ left * 25.4 / DPI, top * 25.4 / DPI, right * 25.4 / DPI, bottom * 25.4 / DPI };
}

/* Where the longest run of ink of a row of pixels begins, and how long it is. */
static gsize
longest (const Pdf *self, gsize y, Ink ink, gsize *from)
{
  gsize best = 0, length = 0;

  for (gsize x = 0; x < self->image_width; x++)
    {
      length = is_ink (self, x, y, ink) ? length + 1 : 0;
      if (length > best)
        {
          best = length;
          *from = x + 1 - length;
        }
    }

  return best;
}

guint
pdf_rules (Pdf *self, guint page, double top, Ink ink, Box *rules, guint n)
{
  guint found = 0;
  gboolean inside = FALSE;

  load_image (self, page);
  for (gsize y = (gsize) PIXELS (top); y < self->image_height; y++)
    {
      gsize from = 0;
      const gsize length = longest (self, y, ink, &from);
      const gboolean long_enough = length > PIXELS (LONG_RULE);

      if (long_enough && !inside && found == n)
        break;
      if (long_enough && !inside)
        rules[found++] =
            (Box){ from * 25.4 / DPI, y * 25.4 / DPI, (from + length) * 25.4 / DPI, 0 };
      if (long_enough)
        rules[found - 1].bottom = (y + 1) * 25.4 / DPI;
      inside = long_enough;
    }

  return found;
}
