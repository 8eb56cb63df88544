/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"
#include "temp-folder.h"

#include <locale.h>
#include <math.h>

#define BLOCKS(body)                                                                               \
  "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"某镇\" subject=\"改革\" "  \
  "issuer=\"某县\" date=\"2026-01-02\" language=\"zh-CN\">" body "</blocks>"
#define COLUMNS "<column width=\"3\"/><column width=\"1\" align=\"end\"/>"
#define ROW(name, value) "<row><cell>" name "</cell><cell value=\"" value "\"/></row>"
#define TOTAL(name, value)                                                                         \
  "<row total=\"true\"><cell>" name "</cell><cell value=\"" value "\"/></row>"
#define TABLE(key, title, rows)                                                                    \
  "<table key=\"" key "\" title=\"" title "\" description=\"表\">" COLUMNS rows "</table>"

static const PlanSpec ordinary = { .n_offices = 3, .n_centers = 2, .n_powers = 2 };
static const PlanSpec many = { .n_offices = 30, .n_centers = 30, .n_powers = 300 };

static GBytes *export(const PlanSpec *plan)
{
  g_autoptr (SdCounty) county = load_plan (plan);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sd_document_export ("plan", county, PLAN_ID, NULL, "ods", NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
write_blocks (const char *xml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (xml, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  bytes = sd_ods_write (blocks, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static xmlDoc *
part_of (GBytes *bytes, const char *name)
{
  zip_t *archive = open_package (bytes);
  g_autoptr (GBytes) part = read_part (archive, name);
  g_autoptr (GError) error = NULL;
  xmlDoc *doc = sd_xml_read_bytes (part, name, &error);

  g_assert_no_error (error);
  g_assert_true (is_valid_odf (part, SCHEMA));
  zip_discard (archive);
  return doc;
}

static void
assert_string (xmlDoc *doc, const char *path, const char *expected)
{
  g_autofree char *text = string_value (doc, path);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_package (void)
{
  static const char type[] = "application/vnd.oasis.opendocument.spreadsheet";
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };
  g_autoptr (GBytes) bytes = export(&ordinary);
  g_autoptr (GBytes) again = export(&ordinary);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  g_autoptr (GBytes) manifest = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  zip_t *archive = open_package (bytes);

  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpuint (data[8] | data[9], ==, 0); /* stored */
  g_assert_cmpmem (data + 38, strlen (type), type, strlen (type));
  manifest = read_part (archive, "META-INF/manifest.xml");
  zip_discard (archive);
  g_assert_true (is_valid_odf (manifest, MANIFEST_SCHEMA));
  doc = sd_xml_read_bytes (manifest, "manifest", NULL);
  assert_string (
      doc, "string(//manifest:file-entry[@manifest:full-path = '/']/@manifest:media-type)", type);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (xmlDoc) part = part_of (bytes, parts[i]);
    }
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_meta (void)
{
  g_autoptr (GBytes) bytes = write_blocks (BLOCKS (TABLE ("t", "表", ROW ("甲", "1"))));
  g_autoptr (xmlDoc) meta = part_of (bytes, "meta.xml");
  g_autoptr (xmlDoc) styles = part_of (bytes, "styles.xml");

  assert_string (meta, "string(//dc:title)", "某镇");
  assert_string (meta, "string(//dc:subject)", "改革");
  assert_string (meta, "string(//dc:creator)", "某县");
  assert_string (meta, "string(//dc:language)", "zh-CN");
  assert_string (meta, "string(//dc:date)", "2026-01-02T00:00:00");
  assert_string (styles, "string(//style:default-style/*/@style:language-asian)", "zh");
  assert_string (styles, "string(//style:default-style/*/@style:country-asian)", "CN");
  assert_string (styles, "string(//style:style[@style:name = 'TableHead']/@style:display-name)",
                 "表头");
  assert_string (styles, "string(//style:style[@style:name = 'AnnexTitle']/@style:display-name)",
                 "附件标题");
  g_assert_cmpuint (count_nodes (styles, "//style:style[@style:family = 'paragraph']"), ==, 0);
}

/* The two annexes of a plan, whose totals sum up what stands above them. */
static void
test_plan (gconstpointer spec)
{
  const PlanSpec *plan = spec;
  const guint n_units = plan->n_offices + plan->n_centers;
  g_autoptr (GBytes) bytes = export(plan);
  g_autoptr (xmlDoc) doc = part_of (bytes, "content.xml");
  g_autofree char *sum = g_strdup_printf (
      "sum(//table:table[1]/table:table-row[position() > 1 and position() < last()]"
      "/table:table-cell[%u]/@office:value)",
      4);
  g_autofree char *computed = string_value (doc, sum);
  g_autofree char *cached = string_value (
      doc, "string(//table:table[1]/table:table-row[last()]/table:table-cell[2]/@office:value)");
  g_autofree char *formula = g_strdup_printf ("of:=SUM([.D3:.D%u])", n_units + 2);

  g_assert_cmpuint (count_nodes (doc, "//table:table"), ==, 2);
  assert_string (doc, "string(//table:table[1]/@table:name)", "西镇编制分配表");
  g_assert_cmpuint (count_nodes (doc, "//table:table/table:desc"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//table:table/table:table-header-rows/table:table-row"), ==,
                    2);
  g_assert_cmpuint (count_nodes (doc, "//table:table[1]/table:table-row"), ==, 1 + n_units + 1);
  g_assert_cmpuint (count_nodes (doc, "//table:table[2]/table:table-row"), ==, 1 + plan->n_powers);
  g_assert_cmpuint (count_nodes (doc, "//table:table-cell[@office:value != .]"), ==, 0);
  assert_string (
      doc, "string(//table:table[1]//table:table-cell[@table:formula][1]/@table:formula)", formula);
  g_assert_cmpstr (computed, ==, cached);
}

/* A total that is no sum of what stands above it is a number. */
static void
test_totals (void)
{
  static const struct
  {
    const char *rows;
    const char *formulas; /* in order, with a blank after each; - for none */
  } cases[] = {
    { ROW ("甲", "1") ROW ("乙", "2") TOTAL ("合计", "3"), "of:=SUM([.B2:.B3]) " },
    { ROW ("甲", "1") ROW ("乙", "2") TOTAL ("合计", "2"), "- " },
    { TOTAL ("合计", "0"), "- " },
    { ROW ("甲", "0.5") ROW ("乙", "0.25") TOTAL ("合计", "0.75"), "of:=SUM([.B2:.B3]) " },
    { ROW ("甲", "1") TOTAL ("小计", "1") ROW ("乙", "2") TOTAL ("小计", "2") TOTAL ("合计", "3"),
      "of:=SUM([.B2:.B2]) of:=SUM([.B4:.B4]) of:=SUM([.B3];[.B5]) " },
    { "<header><row><cell columns=\"2\">头</cell></row></header>" ROW ("甲", "4") ROW ("乙", "-1")
          TOTAL ("合计", "3"),
      "of:=SUM([.B3:.B4]) " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *start = g_strdup (BLOCKS (TABLE ("t", "表", "@")));
      g_auto (GStrv) halves = g_strsplit (start, "@", 2);
      g_autofree char *xml = g_strconcat (halves[0], cases[i].rows, halves[1], NULL);
      g_autoptr (GBytes) bytes = write_blocks (xml);
      g_autoptr (xmlDoc) doc = part_of (bytes, "content.xml");
      g_autoptr (GString) found = g_string_new (NULL);
      const char *totals = "//table:table-row[contains(., '计')]/table:table-cell[2]";

      for (guint j = 1; j <= count_nodes (doc, totals); j++)
        {
          g_autofree char *path = g_strdup_printf ("string((%s)[%u]/@table:formula)", totals, j);
          g_autofree char *formula = string_value (doc, path);

          g_string_append_printf (found, "%s ", *formula != '\0' ? formula : "-");
        }
      g_assert_cmpstr (found->str, ==, cases[i].formulas);
    }
}

/* Names that spreadsheets take, each once. */
static void
test_names (void)
{
  static const struct
  {
    const char *title;
    const char *name;
  } cases[] = {
    { "机构设置表", "机构设置表" },
    { "机构设置表", "机构设置表（2）" },
    { "机构设置表", "机构设置表（3）" },
    { "[甲]/乙:丙?'", "甲  乙 丙" },
    { "***", "表" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八（2）" },
    { "𠂇字表", "𠂇字表" },
  };
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autofree char *frame = g_strdup (BLOCKS ("@"));
  g_auto (GStrv) halves = g_strsplit (frame, "@", 2);
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append_printf (
        tables,
        "<table key=\"t:%u\" title=\"%s\" description=\"表\">" COLUMNS ROW ("甲", "1") "</table>",
        i, cases[i].title);
  xml = g_strconcat (halves[0], tables->str, halves[1], NULL);
  bytes = write_blocks (xml);
  doc = part_of (bytes, "content.xml");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("string(//table:table[%u]/@table:name)", i + 1);

      assert_string (doc, path, cases[i].name);
    }
}

/* The annex above a table is its title, and says which way the page is. */
static void
test_annexes (void)
{
  g_autoptr (GBytes) bytes = write_blocks (
      BLOCKS ("<annex key=\"a\" label=\"附件1\">甲镇<field ref=\"count:office\"/>个</annex>" TABLE (
          "t:1", "一", ROW ("甲", "1")) "<annex key=\"b\" label=\"附件2\" "
                                        "orientation=\"landscape\">乙</annex>" TABLE (
                                            "t:2", "二", ROW ("甲", "1"))
                                            TABLE ("t:3", "三", ROW ("甲", "1"))));
  g_autoptr (xmlDoc) doc = part_of (bytes, "content.xml");
  static const char *const titles[] = { "甲镇3个", "乙", "三" };
  static const char *const masters[] = { "Tables", "Landscape", "Landscape" };
  static const double widths[] = { 156 * 0.75, 225 * 0.75, 225 * 0.75 };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title =
          g_strdup_printf ("string(//table:table[%u]/table:table-row[1])", i + 1);
      g_autofree char *master =
          g_strdup_printf ("string(//style:style[@style:name = //table:table[%u]/@table:style-name]"
                           "/@style:master-page-name)",
                           i + 1);
      g_autofree char *width = g_strdup_printf (
          "string(//style:style[@style:name = "
          "//table:table[%u]/table:table-column[1]/@table:style-name]/*/@style:column-width)",
          i + 1);
      g_autofree char *found = string_value (doc, width);

      assert_string (doc, title, titles[i]);
      assert_string (doc, master, masters[i]);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), widths[i], 0.001);
    }
}

static void
test_no_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (BLOCKS ("<title key=\"t\">某镇</title>"), &error);

  g_assert_null (sd_ods_write (blocks, NULL, &error));
  g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "某镇"));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (BLOCKS (TABLE ("t", "表", ROW ("甲", "1"))), &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (sd_ods_write (blocks, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* LibreOffice */

/* Writes the sheets of a file beside it. */
static void
convert (const char *program, const char *folder, const char *name)
{
  static const char filter[] =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *home = g_strconcat ("-env:UserInstallation=file://", folder, "/home", NULL);
  const char *argv[] = { program, home, "--headless", "--convert-to", filter, "--outdir",
                         folder,  path, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* LibreOffice may be installed without its spreadsheet, which then reads nothing at all. */
static gboolean
has_spreadsheets (const char *program, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "probe-probe.csv", NULL);

  if (program == NULL)
    return FALSE;
  temp_folder_write (folder, "probe.tsv", "1\t2\n");
  convert (program, folder, "probe.tsv");

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
read_csv (const char *folder, const char *sheet)
{
  g_autofree char *name = g_strdup_printf ("a-%s.csv", sheet);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* What was written is what another program reads, sheet by sheet and number by number. */
static void
test_read_back (void)
{
  static const struct
  {
    const char *sheet;
    const char *csv;
  } sheets[] = {
    { "甲表", "甲,\n姓,数\n\"甲,乙\",1\n丙,2.5\n𠂇镇,-4\n合计,-0.5\n" },
    { "甲表（2）", "甲表,\n丁,7\n合计,9\n" },
  };
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      write_blocks (BLOCKS ("<annex key=\"a\" label=\"附件1\">甲</annex>" TABLE (
          "t:1", "甲表",
          "<header><row><cell>姓</cell><cell>数</cell></row></header>" ROW ("甲,乙", "1")
              ROW ("丙", "2.5") ROW ("𠂇镇", "-4") TOTAL ("合计", "-0.5"))
                                TABLE ("t:2", "甲表", ROW ("丁", "7") TOTAL ("合计", "9"))));

  if (!has_spreadsheets (program, folder))
    {
      g_test_skip ("LibreOffice is not there, or without spreadsheets");
      return;
    }
  path = g_build_filename (folder, "a.ods", NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  convert (program, folder, "a.ods");
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *text = read_csv (folder, sheets[i].sheet);

      g_assert_cmpstr (text, ==, sheets[i].csv);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ods/package", test_package);
  g_test_add_func ("/ods/meta", test_meta);
  g_test_add_data_func ("/ods/plan/ordinary", &ordinary, test_plan);
  g_test_add_data_func ("/ods/plan/many", &many, test_plan);
  g_test_add_func ("/ods/totals", test_totals);
  g_test_add_func ("/ods/names", test_names);
  g_test_add_func ("/ods/annexes", test_annexes);
  g_test_add_func ("/ods/no-table", test_no_table);
  g_test_add_func ("/ods/cancelled", test_cancelled);
  g_test_add_func ("/ods/read-back", test_read_back);

  return g_test_run ();
}
