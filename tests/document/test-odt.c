/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <locale.h>
#include <zip.h>

#define SCHEMA "OpenDocument-v1.3-schema.rng"
#define MANIFEST_SCHEMA "OpenDocument-v1.3-manifest-schema.rng"

#define SECTION(id, attributes, body)                                                              \
  "<section id=\"00000000-0000-4000-8000-5000000000" id "\" " attributes ">" body "</section>"

static const char sections[] =
    SECTION ("01", "level=\"1\" number=\"一、\" heading=\"总体要求\"", "")
    SECTION ("02", "level=\"2\" heading=\"指导思想\"", "<body><p>第一段。</p><p>第二段。</p></body>")
    SECTION ("03", "level=\"2\" number=\"(二)\" heading=\"机构\"",
             "<body><p>设置<field ref=\"count:office\"/>个：<field ref=\"names:office\"/>。</p></body>")
    SECTION ("04", "level=\"4\"", "<body><p>没有标题。</p></body>")
    SECTION ("05", "level=\"1\" heading=\"组织实施\"", "");

static const PlanSpec ordinary = {
  .header = "date=\"2019-03-05\" issuer=\"西镇人民政府\" preamble=\"第一句。\"",
  .sections = sections,
  .n_offices = 3,
  .n_centers = 2,
  .n_powers = 2,
};

/* Plans at the edges, each of which must come out valid. */
static const struct
{
  const char *name;
  PlanSpec plan;
} edges[] = {
  { "ordinary",
    { .header = "date=\"2019-03-05\" issuer=\"西镇人民政府\" preamble=\"第一句。\"",
      .sections = sections, .n_offices = 3, .n_centers = 2, .n_powers = 2 } },
  { "empty", { .title = "空" } },
  { "no-units", { .sections = sections } },
  { "long", { .sections = sections, .n_offices = 30, .n_centers = 30, .n_powers = 300 } },
  { "markup-in-names",
    { .title = "a &lt;b> &amp; &quot;c&quot;", .header = "issuer=\"&lt;&amp;&gt;  两个空格\"",
      .sections = SECTION ("01", "level=\"1\" heading=\"&lt;b&gt; &amp; ]]&gt;\"", ""),
      .n_offices = 1 } },
  { "level-jumps",
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

  return g_test_run ();
}
