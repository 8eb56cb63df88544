/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/data-dir.h"
#include "plan/random-county.h"
#include "support.h"

#include <locale.h>

#define SECTION(id, attributes, body)                                                              \
  "<section id=\"00000000-0000-4000-8000-5000000000" id "\" " attributes ">" body "</section>"

static const char sections[] =
    SECTION ("01", "level=\"1\" number=\"一、\" heading=\"总体要求\"", "")
    SECTION ("02", "level=\"2\" heading=\"指导思想\"", "<body><p>第一段。</p><p>第二段。</p></body>")
    SECTION ("03", "level=\"2\" number=\"(二)\" heading=\"机构\"",
             "<body><p>设置<field ref=\"count:office\"/>个：<field ref=\"names:office\"/>。</p></body>")
    SECTION ("04", "level=\"4\"", "<body><p>没有标题。</p></body>")
    SECTION ("05", "level=\"1\" heading=\"组织实施\"", "")
    SECTION ("06", "level=\"2\" heading=\"保障\"", "");

static const PlanSpec ordinary = {
  .header = "date=\"2019-03-05\" issuer=\"西镇人民政府\" preamble=\"第一句。\"",
  .sections = sections,
  .n_offices = 3,
  .n_centers = 2,
  .n_powers = 2,
};

/* Plans at the edges, each of which must come out valid. */
enum
{
  EDGE_EMPTY,
  EDGE_NO_UNITS,
  EDGE_LONG,
  EDGE_MARKUP,
  EDGE_LEVEL_JUMPS,
};

static const struct
{
  const char *name;
  PlanSpec plan;
} edges[] = {
  [EDGE_EMPTY] = { "empty", { .title = "空" } },
  [EDGE_NO_UNITS] = { "no-units", { .sections = sections } },
  [EDGE_LONG] = { "long",
    { .sections = sections, .n_offices = 30, .n_centers = 30, .n_powers = 300 } },
  [EDGE_MARKUP] = { "markup-in-names",
    { .title = "a &lt;b> &amp; &quot;c&quot;", .header = "issuer=\"&lt;&amp;&gt;  两个空格\"",
      .sections = SECTION ("01", "level=\"1\" heading=\"&lt;b&gt; &amp; ]]&gt;\"", ""),
      .n_offices = 1 } },
  [EDGE_LEVEL_JUMPS] = { "level-jumps",
    { .sections = SECTION ("01", "level=\"3\" heading=\"三\"", "")
          SECTION ("02", "level=\"1\" heading=\"一\"", "")
          SECTION ("03", "level=\"4\" heading=\"四\"", "")
          SECTION ("04", "level=\"2\" heading=\"二\"", "") } },
};

static GBytes *
export (const PlanSpec *plan, const char *format)
{
  g_autoptr (SdCounty) county = load_plan (plan);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sd_document_export ("plan", county, PLAN_ID, NULL, format, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_valid (gconstpointer plan)
{
  g_autoptr (GBytes) bytes = export (plan, "fodt");

  g_assert_true (is_valid_odf (bytes, SCHEMA));
}

/* Every heading with its number, numbers normalised or counted. */
static void
test_headings (void)
{
  static const struct
  {
    const char *level;
    const char *text;
  } expected[] = {
    { "1", "一、总体要求" }, { "2", "（一）指导思想" }, { "2", "（二）机构" },
    { "1", "二、组织实施" }, { "2", "（一）保障" },     { "1", "附件1" },
    { "1", "附件2" },
  };
  g_autoptr (SdCounty) county = load_plan (&ordinary);
  g_autoptr (xmlDoc) doc = export_fodt (county);

  g_assert_cmpuint (count_nodes (doc, "//text:h"), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text_path = g_strdup_printf ("string((//text:h)[%u])", i + 1);
      g_autofree char *level_path = g_strdup_printf ("string((//text:h)[%u]/@text:outline-level)",
                                                     i + 1);
      g_autofree char *text = string_value (doc, text_path);
      g_autofree char *level = string_value (doc, level_path);

      g_assert_cmpstr (text, ==, expected[i].text);
      g_assert_cmpstr (level, ==, expected[i].level);
    }
  g_assert_cmpuint (count_nodes (doc, "//text:p[. = '（1）没有标题。']"), ==, 1);
}

/* A section without a number is numbered by its place, whatever levels are left out. */
static void
test_level_jumps (void)
{
  g_autoptr (SdCounty) county = load_plan (&edges[EDGE_LEVEL_JUMPS].plan);
  g_autoptr (xmlDoc) doc = export_fodt (county);
  g_autofree char *all = string_value (doc, "string(//office:text)");

  g_assert_nonnull (strstr (all, "1.三一、一（1）四（一）二"));
}

/* The number in the text is the number in the annex. */
static void
test_fields (void)
{
  g_autoptr (SdCounty) county = load_plan (&ordinary);
  g_autoptr (xmlDoc) doc = export_fodt (county);

  g_assert_cmpuint (
      count_nodes (doc, "//text:p[. = '设置3个：第1办公室、第2办公室（甲牌、乙牌）、第3办公室。']"), ==,
      1);
  g_assert_cmpuint (count_nodes (doc, "//table:table-row[contains(., '合计')]"
                                      "/table:table-cell[@office:value = 9]"),
                    ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//table:table-cell[. = '第2办公室（甲牌、乙牌）']"), ==, 1);
}

static void
test_tables (void)
{
  g_autoptr (SdCounty) county = load_plan (&edges[EDGE_LONG].plan);
  g_autoptr (xmlDoc) doc = export_fodt (county);
  const char *rows = "(//table:table)[1]/table:table-row";

  g_assert_cmpuint (count_nodes (doc, "//table:table"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//table:table/table:title"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//table:table/table:desc"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//table:table-header-rows/table:table-row"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, rows), ==, 61);
  g_assert_cmpuint (count_nodes (doc, "(//table:table)[2]/table:table-row"), ==, 300);
  g_assert_cmpuint (count_nodes (doc, "(//table:table)[1]//table:table-cell"), ==, 5 + 60 * 5 + 3);
  g_assert_cmpuint (count_nodes (doc, "(//table:table)[1]//table:covered-table-cell"), ==, 2);
  /* the place and one number a unit, and the two totals */
  g_assert_cmpuint (count_nodes (doc, "(//table:table)[1]//table:table-cell[@office:value]"), ==,
                    60 * 2 + 2);
  g_assert_cmpuint (count_nodes (doc, "(//table:table)[1]//table:table-cell[@office:value != .]"),
                    ==, 0);
}

static void
assert_master (xmlDoc *doc, const char *path, const char *expected)
{
  g_autofree char *full = g_strdup_printf (
      "string(//style:style[@style:name = %s/@text:style-name]/@style:master-page-name)", path);
  g_autofree char *master = string_value (doc, full);

  g_assert_cmpstr (master, ==, expected);
}

/* Annexes begin pages: one for tables, and a landscape one. */
static void
test_pages (void)
{
  g_autoptr (SdCounty) county = load_plan (&ordinary);
  g_autoptr (xmlDoc) doc = export_fodt (county);

  assert_master (doc, "(//office:text/text:p)[1]", "Portrait");
  assert_master (doc, "(//office:text/text:p)[2]", "");
  assert_master (doc, "//text:h[. = '附件1']", "Tables");
  assert_master (doc, "//text:h[. = '附件2']", "Landscape");
  g_assert_cmpuint (count_nodes (doc, "//style:page-layout[@style:page-usage = 'mirrored']"), ==,
                    2);
  g_assert_cmpuint (count_nodes (doc, "//style:footer/text:p/text:page-number"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//style:footer-left/text:p/text:page-number"), ==, 2);
}

static void
test_metadata (void)
{
  g_autoptr (SdCounty) county = load_plan (&ordinary);
  g_autoptr (xmlDoc) doc = export_fodt (county);
  g_autofree char *date = string_value (doc, "string(//office:meta/dc:date)");
  g_autofree char *title = string_value (doc, "string(//office:meta/dc:title)");
  g_autofree char *language = string_value (doc, "string(//office:meta/dc:language)");
  g_autofree char *generator = string_value (doc, "string(//office:meta/meta:generator)");
  g_autofree char *creator = string_value (doc, "string(//office:meta/dc:creator)");

  g_assert_cmpstr (date, ==, "2019-03-05T00:00:00");
  g_assert_cmpstr (title, ==, "西镇改革方案");
  g_assert_cmpstr (language, ==, "zh-CN");
  g_assert_true (g_str_has_prefix (generator, "Sanding/"));
  g_assert_cmpstr (creator, ==, "西镇人民政府");
  g_assert_cmpuint (count_nodes (doc, "//meta:keyword[. = '东县' or . = '西镇']"), ==, 2);
}

/* The first 38 bytes of a package, so that its type can be told without unpacking it. */
static void
test_mimetype (void)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  g_autoptr (GBytes) bytes = export (&ordinary, "odt");
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (data, 4, "PK\003\004", 4);
  g_assert_cmpuint (data[6] & 8, ==, 0);           /* no size after the data */
  g_assert_cmpuint (data[8] | data[9], ==, 0);     /* stored */
  g_assert_cmpmem (data + 10, 4, "\0\0\041\0", 4); /* 1 January 1980, whatever the clock says */
  g_assert_cmpuint (data[26], ==, strlen ("mimetype"));
  g_assert_cmpuint (data[28] | data[29], ==, 0);   /* nothing extra */
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, strlen (type), type, strlen (type));
}

static void
test_package (void)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };
  g_autoptr (GBytes) bytes = export (&ordinary, "odt");
  g_autoptr (GBytes) manifest = NULL;
  g_autoptr (xmlDoc) manifest_doc = NULL;
  zip_t *archive = open_package (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GBytes) part = read_part (archive, parts[i]);

      g_assert_true (is_valid_odf (part, SCHEMA));
    }
  manifest = read_part (archive, "META-INF/manifest.xml");
  g_assert_true (is_valid_odf (manifest, MANIFEST_SCHEMA));

  /* every file but the type and the manifest itself, and the package */
  manifest_doc = sd_xml_read_bytes (manifest, "manifest", NULL);
  g_assert_cmpint (zip_get_num_entries (archive, 0) - 2 + 1, ==,
                   count_nodes (manifest_doc, "//manifest:file-entry"));
  for (zip_int64_t i = 0; i < zip_get_num_entries (archive, 0); i++)
    {
      const char *name = zip_get_name (archive, i, 0);
      g_autofree char *path = g_strdup_printf (
          "//manifest:file-entry[@manifest:full-path = '%s']", name);

      if (!g_str_equal (name, "mimetype") && !g_str_has_prefix (name, "META-INF/"))
        g_assert_cmpuint (count_nodes (manifest_doc, path), ==, 1);
    }
  zip_discard (archive);
}

static void
test_same_bytes (gconstpointer format)
{
  g_autoptr (GBytes) once = export (&ordinary, format);
  g_autoptr (GBytes) again = export (&ordinary, format);

  g_assert_true (g_bytes_equal (once, again));
}

/* What XML cannot hold is left out, not written. */
static void
test_control_characters (void)
{
  const SdValue name = SD_VALUE_INIT_TEXT ("甲\001乙\357\277\276丙");
  g_autoptr (SdCounty) county = load_plan (&ordinary);
  SdRow *unit = sd_row_set_peek_row (SD_ROW_SET (sd_county_get_plan (county, PLAN_ID)),
                                     SD_TABLE_UNIT, 0);
  g_autoptr (xmlDoc) doc = NULL;

  sd_row_set_value (unit, SD_UNIT_NAME, &name);
  doc = export_fodt (county);
  g_assert_cmpuint (count_nodes (doc, "//table:table-cell[. = '甲乙丙']"), ==, 1);
}

/* Whatever a plan holds, the document is valid. */
static void
test_random (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SdCounty) county = random_county_new (rand, 1, seed);
      SdRow *plan = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sd_document_export ("plan", county, sd_row_get_id (plan), NULL,
                                                     "fodt", NULL, &error);

      g_assert_no_error (error);
      g_assert_true (is_valid_odf (bytes, SCHEMA));
    }
}

/* Every heading of the plan is in the document, in order. */
static void
assert_headings (SdPlan *plan, xmlDoc *doc)
{
  guint n = 0;
  SdRow *section;

  SD_FOREACH_ROW (section, plan, SD_TABLE_SECTION)
    {
      const char *heading = sd_row_get_text (section, SD_SECTION_HEADING);
      g_autofree char *path = NULL;
      g_autofree char *printed = NULL;

      if (heading == NULL)
        continue;
      path = g_strdup_printf ("string((//text:h)[%u])", ++n);
      printed = string_value (doc, path);
      g_assert_true (g_str_has_suffix (printed, heading));
      g_assert_cmpuint (strlen (printed), >, strlen (heading));
    }
  g_assert_cmpuint (count_nodes (doc, "//text:h[not(starts-with(., '附件'))]"), ==, n);
}

static void
check_sample (SdCounty *county, const char *plan_id)
{
  SdPlan *plan = sd_county_get_plan (county, plan_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  if (plan == NULL)
    return;
  bytes = sd_document_export ("plan", county, plan_id, NULL, "fodt", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_valid_odf (bytes, SCHEMA));
  doc = sd_xml_read_bytes (bytes, "sample", &error);
  assert_headings (plan, doc);
}

/* Whatever stands in data/samples. */
static void
test_samples (void)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file_path = g_build_filename (path, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (file_path);
      g_autoptr (SdCounty) county = NULL;
      g_autoptr (GError) error = NULL;
      SdRow *plan;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      g_test_message ("%s", name);
      county = sd_county_read (file, &error);
      g_assert_no_error (error);
      SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
        check_sample (county, sd_row_get_id (plan));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autofree char *path = g_strconcat ("/odt/valid/", edges[i].name, NULL);

      g_test_add_data_func (path, &edges[i].plan, test_valid);
    }
  g_test_add_data_func ("/odt/valid/ordinary", &ordinary, test_valid);
  g_test_add_func ("/odt/valid/random", test_random);
  g_test_add_func ("/odt/samples", test_samples);
  g_test_add_func ("/odt/control-characters", test_control_characters);
  g_test_add_func ("/odt/headings", test_headings);
  g_test_add_func ("/odt/level-jumps", test_level_jumps);
  g_test_add_func ("/odt/fields", test_fields);
  g_test_add_func ("/odt/tables", test_tables);
  g_test_add_func ("/odt/pages", test_pages);
  g_test_add_func ("/odt/metadata", test_metadata);
  g_test_add_func ("/odt/mimetype", test_mimetype);
  g_test_add_func ("/odt/package", test_package);
  g_test_add_data_func ("/odt/same-bytes/odt", "odt", test_same_bytes);
  g_test_add_data_func ("/odt/same-bytes/fodt", "fodt", test_same_bytes);

  return g_test_run ();
}
