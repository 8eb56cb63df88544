/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/data-dir.h"
#include "support.h"
#include "temp-folder.h"

#include <locale.h>

/* Every document in every format, of every plan: valid, the same bytes again, and no character
 * lost. */

/* Characters of the extension planes of GB 18030, which few fonts have: 𠂇, 𫖯, 𬱟, 𮧵, 〇
 * beside a selected form, and one that only two bytes of UTF-16 hold. */
#define RARE "𠂇𫖯𬱟𮧵〇葛\xF3\xA0\x84\x80㑇"

static const PlanSpec empty = { .title = "空" };
static const PlanSpec large = { .n_offices = 30, .n_centers = 30, .n_powers = 300 };
static const PlanSpec rare = {
  .title = RARE "镇改革方案",
  .header = "issuer=\"" RARE "县\"",
  .sections = "<section id=\"00000000-0000-4000-8000-500000000001\" level=\"1\" heading=\"" RARE
              "\"><body><p>" RARE "<field ref=\"count:office\"/></p></body></section>",
  .n_offices = 2,
};

static gboolean
is_package (const char *format)
{
  return g_str_equal (format, "odt") || g_str_equal (format, "ods");
}

static void
check_package (GBytes *bytes, gboolean meta_only, const char *text)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };
  zip_t *archive = open_package (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GBytes) part = read_part (archive, parts[i]);

      g_assert_true (is_valid_odf (part, SCHEMA));
      if (text != NULL && (g_str_equal (parts[i], "meta.xml") || (!meta_only && i == 0)))
        g_assert_nonnull (
            g_strstr_len (g_bytes_get_data (part, NULL), (gssize) g_bytes_get_size (part), text));
    }
  zip_discard (archive);
}

static void
check_bytes (GBytes *bytes, const char *format, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  if (is_package (format))
    {
      check_package (bytes, g_str_equal (format, "ods"), text);
      return;
    }
  if (g_str_equal (format, "pdf"))
    {
      g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-"));
      return;
    }

  if (g_str_equal (format, "fodt"))
    g_assert_true (is_valid_odf (bytes, SCHEMA));
  doc = sd_xml_read_bytes (bytes, format, &error);
  g_assert_no_error (error);
  if (text != NULL)
    g_assert_nonnull (
        g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), text));
}

static gboolean
has_table (SdBlocks *blocks)
{
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    if (block->kind == SD_BLOCK_TABLE)
      return TRUE;

  return FALSE;
}

/* Two times, from the beginning. */
static void
check_format (SdCounty *county,
              const char *plan_id,
              const char *document,
              const char *format,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      sd_document_export (document, county, plan_id, NULL, format, NULL, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = sd_document_export (document, county, plan_id, NULL, format, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  check_bytes (bytes, format, text);
}

static void
check_document (SdCounty *county, const char *plan_id, const char *document, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = sd_document_build (document, county, plan_id, NULL, &error);

  /* An annex for which the plan has nothing is none. */
  if (g_error_matches (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_EMPTY))
    return;
  g_assert_no_error (error);
  for (const char *const *format = sd_document_list_formats (); *format != NULL; format++)
    if (!g_str_equal (*format, "ods") || has_table (blocks))
      check_format (county, plan_id, document, *format, text);
}

static void
check_plan (SdCounty *county, const char *plan_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) types = sd_document_list (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);

      g_test_message ("%s", sd_document_type_get_id (type));
      check_document (county, plan_id, sd_document_type_get_id (type), text);
    }
}

static void
test_plan (gconstpointer spec)
{
  g_autoptr (SdCounty) county = load_plan (spec);

  check_plan (county, PLAN_ID, NULL);
}

static void
test_rare (void)
{
  g_autoptr (SdCounty) county = load_plan (&rare);

  check_document (county, PLAN_ID, "plan", RARE);
}

static void
test_sample (gconstpointer name)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = sd_county_read (file, &error);
  SdRow *plan;
  guint n = 0;

  g_assert_no_error (error);
  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    if (n++ < 3 && sd_county_get_plan (county, sd_row_get_id (plan)) != NULL)
      check_plan (county, sd_row_get_id (plan), NULL);
}

static gboolean
run (const char *const *argv, char **out)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, out, NULL, &status, &error);
  return error == NULL && status == 0;
}

/* LibreOffice shows the pictures as they are drawn, with their text as text, whether they come in a
 * package or in a flat file. */
static void
test_pictures_elsewhere (gconstpointer format)
{
  static const char *const names[] = { "党政办公室", "农业综合服务中心", "行政编制" };
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *sample =
      g_build_filename (sd_data_dir (), "samples", "feixian-mended.xml", NULL);
  g_autoptr (GFile) plan = g_file_new_for_path (sample);
  g_autofree char *name = g_strconcat ("chart.", format, NULL);
  g_autoptr (GFile) file = temp_folder_file (folder, name);
  g_autofree char *pdf = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *home = g_strconcat ("-env:UserInstallation=file://", folder, "/home", NULL);
  const char *convert[] = { "soffice", home,       "--headless", "--convert-to",
                            "pdf",     "--outdir", folder,       g_file_peek_path (file),
                            NULL };
  const char *read[] = { "pdftotext", pdf, "-", NULL };
  const char *list[] = { "pdfimages", "-list", pdf, NULL };
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;
  g_autofree char *images = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = sd_county_read (plan, &error);
  SdRow *row = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0);
  g_autoptr (GBytes) bytes =
      sd_document_export ("chart", county, sd_row_get_id (row), NULL, format, NULL, &error);

  g_assert_no_error (error);
  sd_file_replace (file, NULL, bytes, NULL, &error);
  g_assert_no_error (error);
  if (!run (convert, &said) || !run (read, &text) || !run (list, &images))
    {
      g_test_skip ("LibreOffice or the tools of poppler are not there");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autofree char *together =
          g_strjoinv ("", lines); /* upright names are a line each character */

      g_assert_nonnull (strstr (together, names[i]));
    }
  g_assert_null (strstr (images, " image "));
}

static void
add_samples (GPtrArray *names)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/formats/sample/", names->pdata[i], NULL);

      g_test_add_data_func (test, names->pdata[i], test_sample);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/formats/empty", &empty, test_plan);
  g_test_add_data_func ("/formats/large", &large, test_plan);
  g_test_add_func ("/formats/rare-characters", test_rare);
  g_test_add_data_func ("/formats/pictures-elsewhere/odt", "odt", test_pictures_elsewhere);
  g_test_add_data_func ("/formats/pictures-elsewhere/fodt", "fodt", test_pictures_elsewhere);
  add_samples (names);

  return g_test_run ();
}
