/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/data-dir.h"
#include "plan/validate-private.h"
#include "plan/validate.h"
#include "plan/writer.h"
#include "plan/xsd.h"
#include "random-county.h"

#include <glib/gstdio.h>
#include <locale.h>

#define XS "http://www.w3.org/2001/XMLSchema"

static char *
committed_path (void)
{
  return g_build_filename (sd_data_dir (), "schema", "sanding-plan.xsd", NULL);
}

/* The file that others take from the tree is the one that the program checks with. */
static void
test_committed (void)
{
  g_autofree char *path = committed_path ();
  g_autofree char *generated = sd_model_to_xsd ();
  g_autofree char *committed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &committed, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (committed, generated))
    g_error ("%s is not what sanding-model --xsd prints: write it anew", path);
}

static xmlDoc *
parse_generated (void)
{
  g_autofree char *xsd = sd_model_to_xsd ();
  g_autoptr (GBytes) bytes = g_bytes_new (xsd, strlen (xsd));
  g_autoptr (GError) error = NULL;
  xmlDoc *doc = sd_xml_read_bytes (bytes, "generated.xsd", &error);

  g_assert_no_error (error);
  return doc;
}

static gboolean
is_xs (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST XS) && xmlStrEqual (node->name, BAD_CAST name);
}

static gboolean
has_documentation (xmlNode *node, const char *language)
{
  xmlNode *annotation = xmlFirstElementChild (node);

  if (!is_xs (annotation, "annotation"))
    return FALSE;
  for (xmlNode *doc = xmlFirstElementChild (annotation); doc; doc = xmlNextElementSibling (doc))
    {
      g_autofree char *text = g_strdup ((char *) doc->children->content);
      xmlChar *doc_language = xmlNodeGetLang (doc);
      gboolean same = xmlStrEqual (doc_language, BAD_CAST language);

      xmlFree (doc_language);
      if (same && *g_strstrip (text) != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
check_documented (xmlNode *node)
{
  static const char *const english[] = { "element", "attribute", "enumeration", "complexType" };

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    if (is_xs (node, english[i]) && !is_xs (node->parent, "element") &&
        !has_documentation (node, "en"))
      g_error ("line %ld: no English documentation of %s", xmlGetLineNo (node), node->name);
  if (is_xs (node, "enumeration") && !has_documentation (node, "zh"))
    g_error ("line %ld: no Chinese word of the token", xmlGetLineNo (node));
  /* Nothing that a validator would fetch. */
  g_assert_false (is_xs (node, "import") || is_xs (node, "include") || is_xs (node, "redefine"));

  for (xmlNode *child = xmlFirstElementChild (node); child; child = xmlNextElementSibling (child))
    check_documented (child);
}

static void
test_documented (void)
{
  g_autoptr (xmlDoc) doc = parse_generated ();

  check_documented (xmlDocGetRootElement (doc));
}

/* All that the writer writes fits, and the reader's own checks are content with it. */
static void
test_written (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SdCounty) county = random_county_new (rand, 2, 3);
      const char *id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 1));
      g_autoptr (GBytes) county_bytes = sd_county_to_xml (county);
      g_autoptr (xmlDoc) plan_doc = sd_plan_to_doc (county, id);
      g_autoptr (GError) error = NULL;
      g_autoptr (xmlDoc) county_doc = sd_xml_read_bytes (county_bytes, "county.xml", &error);

      g_assert_no_error (error);
      sd_plan_xml_validate (county_doc, "county.xml", &error);
      g_assert_no_error (error);
      sd_plan_xml_validate (plan_doc, "plan.xml", &error);
      g_assert_no_error (error);
    }
}

static gpointer
validate_often (gpointer data)
{
  g_autoptr (xmlDoc) doc = xmlCopyDoc (data, 1);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;

      sd_xsd_validate (doc, "plan.xml", &error);
      g_assert_no_error (error);
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (SdCounty) county = random_county_new (rand, 1, 2);
  const char *id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, id);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("validate", validate_often, doc);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Another program than ours, with the committed file. */
static void
test_xmllint (void)
{
  g_autofree char *program = g_find_program_in_path ("xmllint");
  g_autofree char *xsd = committed_path ();
  g_autofree char *folder = g_dir_make_tmp ("sanding-xsd-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "county.xml", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SdCounty) county = random_county_new (rand, 2, 2);
  g_autoptr (GBytes) bytes = sd_county_to_xml (county);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *argv[] = { program, "--nonet", "--noout", "--schema", xsd, path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("xmllint is not installed");
      g_rmdir (folder);
      return;
    }
  sd_file_replace (file, NULL, bytes, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/xsd/committed", test_committed);
  g_test_add_func ("/plan/xsd/documented", test_documented);
  g_test_add_func ("/plan/xsd/written", test_written);
  g_test_add_func ("/plan/xsd/threads", test_threads);
  g_test_add_func ("/plan/xsd/xmllint", test_xmllint);

  return g_test_run ();
}
