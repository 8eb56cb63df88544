/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reader.h"
#include "plan/data-dir.h"
#include "support.h"
#include "temp-folder.h"

#include <locale.h>
#include <math.h>

/* What a reader of PDF finds in ours and in the one that LibreOffice makes of our ODT: pdftotext
 * reads both, and both must have the same lines on the same pages. */

#define MM (72 / 25.4)
#define OURS "ours.pdf"
/* clang-format off */
#define TEXT(n) \
  "<paragraph key=\"p:" n "\">各乡镇人民政府，县政府各部门：根据《关于深化乡镇机构改革的意见》，" \
  "核定行政编制61名、事业编制54名，文号〔2026〕5号，联系人：王某（电话0577—12345678）。</paragraph>"
/* clang-format on */
#define PAGE(n)                                                                                    \
  TEXT (n "1") TEXT (n "2") TEXT (n "3") TEXT (n "4") TEXT (n "5") TEXT (n "6") TEXT (n "7")

static const char document[] =
    "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"关于审批方案的请示\" "
    "issuer=\"某县人民政府\" date=\"2026-01-02\" language=\"zh-CN\">"
    "<title key=\"t\">关于审批方案的请示</title><heading key=\"h\" level=\"1\" number=\"一、\">"
    "总体要求</heading>" PAGE ("1")
        PAGE ("2") "<annex key=\"a\" label=\"附件1\">机构设置表</annex>"
                   "<table key=\"tb\" title=\"表\" description=\"表\"><column "
                   "width=\"1\"/><row><cell>甲</cell>"
                   "</row></table></blocks>";

typedef struct
{
  double x, y; /* its left and its middle */
  char *text;
} Word;

static void
word_clear (Word *word)
{
  g_free (word->text);
}

static GBytes *
write_pdf (SdBlocks *blocks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdLayout) layout = sd_layout_new (blocks, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  bytes = sd_pdf_write (layout, &error);
  g_assert_no_error (error);

  return bytes;
}

static double
number (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  const double result = value != NULL ? g_ascii_strtod ((const char *) value, NULL) : 0;

  xmlFree (value);
  return result;
}

static void
read_words (xmlNode *parent, GPtrArray *pages)
{
  for (xmlNode *node = xmlFirstElementChild (parent); node != NULL;
       node = xmlNextElementSibling (node))
    {
      GArray *words;
      Word word;

      if (xmlStrEqual (node->name, BAD_CAST "page"))
        {
          words = g_array_new (FALSE, FALSE, sizeof (Word));
          g_array_set_clear_func (words, (GDestroyNotify) word_clear);
          g_ptr_array_add (pages, words);
        }
      if (xmlStrEqual (node->name, BAD_CAST "word"))
        {
          word.x = number (node, "xMin");
          word.y = (number (node, "yMin") + number (node, "yMax")) / 2;
          word.text = (char *) xmlNodeGetContent (node);
          g_array_append_val (((GArray *) pages->pdata[pages->len - 1]), word);
        }
      read_words (node, pages);
    }
}

/* The words of each page of a PDF; NULL where there is nothing to read it with. */
static GPtrArray *
read_pdf (const char *folder, const char *name)
{
  const char *argv[] = { "pdftotext", "-bbox", name, "-", NULL };
  g_autofree char *xml = run_program (folder, NULL, argv);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  const char *body;
  g_autofree char *plain = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *pages;

  if (xml == NULL)
    return NULL;
  body = strstr (xml, "<doc>"); /* what stands before it names a DTD */
  g_assert_nonnull (body);
  plain = g_strndup (body, (gsize) (strstr (body, "</doc>") - body) + strlen ("</doc>"));
  bytes = g_bytes_new (plain, strlen (plain));
  doc = sd_xml_read_bytes (bytes, name, &error);
  g_assert_no_error (error);
  pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  read_words (xmlDocGetRootElement (doc), pages);

  return pages;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *one = a, *other = b;

  if (fabs (one->y - other->y) > 4)
    return one->y < other->y ? -1 : 1;

  return one->x < other->x ? -1 : one->x > other->x;
}

/* The lines of a page from top to bottom, without blanks. */
static GPtrArray *
lines_of (GArray *words)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  double y = -100;

  g_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (fabs (word->y - y) > 4)
        {
          g_ptr_array_add (lines, g_strdup (word->text));
        }
      else
        {
          char **last = (char **) &lines->pdata[lines->len - 1];
          char *longer = g_strconcat (*last, word->text, NULL);

          g_free (*last);
          *last = longer;
        }
      y = word->y;
    }

  return lines;
}

static void
test_same_bytes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (document, &error);
  g_autoptr (GBytes) once = write_pdf (blocks);
  g_autoptr (GBytes) again = write_pdf (blocks);

  g_assert_true (g_bytes_equal (once, again));
}

static void
test_information (void)
{
  static const char *const expected[] = { "关于审批方案的请示", "某县人民政府", "Jan  2 ", "(A4)" };
  const char *argv[] = { "pdfinfo", OURS, NULL };
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (document, &error);
  g_autoptr (GBytes) bytes = write_pdf (blocks);
  g_autofree char *text = NULL;

  save_file (folder, OURS, bytes);
  text = run_program (folder, NULL, argv);
  if (text == NULL)
    {
      g_test_skip ("There is no pdfinfo");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_nonnull (strstr (text, expected[i]));
}

/* Embedded, and with the characters that their shapes stand for. */
static void
test_fonts (void)
{
  const char *argv[] = { "pdffonts", OURS, NULL };
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (document, &error);
  g_autoptr (GBytes) bytes = write_pdf (blocks);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  save_file (folder, OURS, bytes);
  text = run_program (folder, NULL, argv);
  if (text == NULL)
    {
      g_test_skip ("There is no pdffonts");
      return;
    }
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

/* "— 1 —" 7 mm below the type area, one character in: on the right of odd pages, on the left of
 * even ones (7.5); the annex on a page of its own; the text as it was written. */
static void
test_pages (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (document, &error);
  g_autoptr (GBytes) bytes = write_pdf (blocks);
  g_autoptr (GPtrArray) pages = NULL;

  save_file (folder, OURS, bytes);
  pages = read_pdf (folder, OURS);
  if (pages == NULL)
    {
      g_test_skip ("There is no pdftotext");
      return;
    }
  g_assert_cmpuint (pages->len, ==, 4);
  for (guint page = 0; page < pages->len; page++)
    {
      g_autoptr (GPtrArray) lines = lines_of (pages->pdata[page]);
      g_autofree char *number_text = g_strdup_printf ("—%u—", page + 1);
      const GArray *words = pages->pdata[page];
      const Word *last = &g_array_index (words, Word, words->len - 3);

      g_assert_cmpstr (lines->pdata[lines->len - 1], ==, number_text);
      g_assert_cmpfloat (fabs (last->y - 269 * MM), <, 2.5 * MM);
      if (page % 2 == 1)
        g_assert_cmpfloat (fabs (last->x - (26 * MM + 14)), <, 1);
      else
        g_assert_cmpfloat (last->x, >, 160 * MM);
      if (page == 3)
        g_assert_cmpstr (lines->pdata[0], ==, "附件1");
      if (page == 1)
        g_assert_cmpuint (lines->len, ==, 22 + 1);
    }
}

static guint
count_common (GPtrArray *ours, GPtrArray *theirs)
{
  guint n = 0;

  for (guint i = 0; i < ours->len; i++)
    n += g_ptr_array_find_with_equal_func (theirs, ours->pdata[i], g_str_equal, NULL);

  return n;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Word *) a)->text, ((const Word *) b)->text);
}

/* Whether two pages have the same words, wherever they stand: the turned number of a page that lies
 * stands beside its rows. */
static gboolean
has_same_words (GArray *ours, GArray *theirs)
{
  if (ours->len != theirs->len)
    return FALSE;

  g_array_sort (ours, compare_texts);
  g_array_sort (theirs, compare_texts);
  for (guint i = 0; i < ours->len; i++)
    if (compare_texts (&g_array_index (ours, Word, i), &g_array_index (theirs, Word, i)) != 0)
      return FALSE;

  return TRUE;
}

/* The same lines on the same pages. A few may differ: a width at the edge, a mark that LibreOffice
 * breaks and we do not. */
static void
compare (GPtrArray *ours, GPtrArray *theirs)
{
  guint n = 0, common = 0;

  g_assert_cmpuint (ours->len, ==, theirs->len);
  for (guint page = 0; page < ours->len; page++)
    {
      g_autoptr (GPtrArray) our_lines = lines_of (ours->pdata[page]);
      g_autoptr (GPtrArray) their_lines = lines_of (theirs->pdata[page]);

      n += our_lines->len;
      common += has_same_words (ours->pdata[page], theirs->pdata[page])
                    ? our_lines->len
                    : count_common (our_lines, their_lines);
    }
  g_test_message ("%u of %u lines are the same", common, n);
  g_assert_cmpuint (common * 100, >=, n * 98);
}

static void
compare_blocks (SdBlocks *blocks)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdLayout) layout = sd_layout_new (blocks, &error);
  g_autoptr (GBytes) pdf = sd_pdf_write (layout, &error);
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  g_assert_no_error (error);
  save_file (folder, OURS, pdf);
  ours = read_pdf (folder, OURS);
  theirs = ours != NULL && convert_document (folder, blocks, layout, "theirs.pdf")
               ? read_pdf (folder, "theirs.pdf")
               : NULL;
  if (theirs == NULL)
    g_test_skip ("There is no pdftotext, or no soffice");
  else
    compare (ours, theirs);
}

static void
test_like_odt (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (document, &error);

  compare_blocks (blocks);
}

static void
test_sample (gconstpointer name)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = sd_county_read (file, &error);
  SdRow *plan;
  g_autoptr (SdBlocks) blocks = NULL;

  g_assert_no_error (error);
  plan = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0);
  blocks = sd_document_build ("plan", county, sd_row_get_id (plan), NULL, &error);
  g_assert_no_error (error);
  compare_blocks (blocks);
}

int
main (int argc, char *argv[])
{
  static const char *const samples[] = { "feixian-mended.xml",    "feixian-tanyi.xml",
                                         "huayuan.xml",           "hunan-model.xml",
                                         "shandong-stations.xml", "zhejiang-pilot.xml" };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/information", test_information);
  g_test_add_func ("/pdf/fonts", test_fonts);
  g_test_add_func ("/pdf/pages", test_pages);
  g_test_add_func ("/pdf/like-odt", test_like_odt);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/like-odt/", samples[i], NULL);

      g_test_add_data_func (path, samples[i], test_sample);
    }

  return g_test_run ();
}
