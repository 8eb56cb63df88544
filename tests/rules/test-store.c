/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading packs: what pack.xml may say, rules for a county, and packs that the office adds. */

#include "plan/data-dir.h"
#include "plan/reader.h"
#include "rules/checker.h"

#include <glib/gstdio.h>
#include <locale.h>

#define HEAD(inside)                                                                              \
  "<pack xmlns='urn:sanding:pack:1' id='own' version='3' authority='normative'>"                  \
  "<title xml:lang='zh'>规定</title><title xml:lang='en'>Rules</title>" inside "</pack>"
#define RULES                                                                                     \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>"                     \
  "<ns prefix='p' uri='urn:sanding:plan:1'/><pattern><rule context='/p:plan'>"                    \
  "<assert id='X1' test='false()'>x</assert></rule></pattern></schema>"
#define COUNTY_RULES                                                                              \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>"                     \
  "<ns prefix='p' uri='urn:sanding:plan:1'/><pattern><rule context='/p:county'>"                  \
  "<assert id='X2' test='count(p:town) = 0'><value-of select='count(p:town)'/></assert>"          \
  "</rule></pattern></schema>"

typedef struct
{
  char *path;
  GFile *folder;
} Folder;

static void
put (Folder *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
folder_init (Folder *self, const char *head)
{
  self->path = g_dir_make_tmp ("sanding-pack-XXXXXX", NULL);
  self->folder = g_file_new_for_path (self->path);
  put (self, "pack.xml", head);
  put (self, "rules.sch", RULES);
}

static void
folder_clear (Folder *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->path);
  g_free (self->path);
  g_clear_object (&self->folder);
}

/* What is no pack, each with a sentence that says the place and what was expected. */
static void
test_bad (void)
{
  static const struct
  {
    const char *head, *says;
  } cases[] = {
    { HEAD ("<scope><plaec province='x'/></scope>"), "scope may not contain plaec" },
    { HEAD ("<scope><place provinz='x'/></scope>"), "place has no attribute provinz" },
    { HEAD ("<parameter><title>x</title></parameter>"), "parameter lacks id" },
    { HEAD ("<parameter id='a'/>"), "parameter lacks title" },
    { HEAD ("<reading id='a'><question>x</question></reading>"), "expected at least two" },
    { HEAD ("<reading id='a'><question>x</question><choice id='b'/></reading>"),
      "choice lacks title" },
    { HEAD ("<rows prefix='X' count='1'><row n='2' as='rule'/></rows>"), "the row is X2" },
    { HEAD ("<rows prefix='X' count='2'><row n='1' as='rule'/></rows>"), "there are 1 rows" },
    { HEAD ("<rows prefix='X' count='1'><row n='1' as='rle'/></rows>"), "as of row X1 is “rle”" },
    { HEAD ("<rows prefix='X' count='1'><row n='1' as='fixture'/></rows>"), "expected a reason" },
    { HEAD ("<rows count='1'/>"), "rows lacks prefix" },
    { "<pack xmlns='urn:sanding:pack:1' id='a' authority='x'><title>a</title></pack>",
      "authority of pack is “x”" },
    { "<pack xmlns='urn:sanding:pack:1' authority='article'/>", "pack lacks id" },
    { HEAD ("<clauses><clause id='一'><words/></clause></clauses>"),
      "clause may not contain words; expected title, text." },
    { "<pack id='a' authority='article'/>", "the root is pack" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Folder folder;
      g_autoptr (GError) error = NULL;

      folder_init (&folder, cases[i].head);
      g_assert_null (sd_pack_load (folder.folder, &error));
      g_assert_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "pack.xml:1: "));
      g_assert_nonnull (strstr (error->message, cases[i].says));
      folder_clear (&folder);
    }
}

static void
test_questions (void)
{
  Folder folder;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdPack) pack = NULL;
  g_autoptr (SdQuestion) parameter = NULL;
  g_autoptr (SdQuestion) reading = NULL;

  folder_init (&folder,
               HEAD ("<parameter id='cap' unit='persons' clause='三'><title>上限</title></parameter>"
                     "<reading id='X1' clause='一'><question>？</question>"
                     "<choice id='a'><title>甲</title></choice>"
                     "<choice id='b' natural='true'><title>乙</title></choice></reading>"
                     "<rows prefix='X' count='2'><row n='1' as='rule'/>"
                     "<row n='2' as='unchecked'><reason>无数</reason></row></rows>"));
  pack = sd_pack_load (folder.folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sd_pack_get_version (pack), ==, "3");
  parameter = g_list_model_get_item (sd_pack_get_questions (pack), 0);
  reading = g_list_model_get_item (sd_pack_get_questions (pack), 1);
  g_assert_cmpint (sd_question_get_kind (parameter), ==, SD_QUESTION_PARAMETER);
  g_assert_cmpstr (sd_question_get_pack (parameter), ==, "own");
  g_assert_cmpstr (sd_question_get_id (parameter), ==, "cap");
  g_assert_cmpstr (sd_question_get_text (parameter), ==, "上限");
  g_assert_cmpstr (sd_question_get_unit (parameter), ==, "persons");
  g_assert_cmpstr (sd_question_get_clause (parameter), ==, "三");
  g_assert_cmpint (sd_question_get_kind (reading), ==, SD_QUESTION_READING);
  g_assert_cmpuint (sd_question_get_n_choices (reading), ==, 2);
  g_assert_cmpstr (sd_question_get_choice_id (reading, 0), ==, "a");
  g_assert_cmpstr (sd_question_get_choice_title (reading, 1), ==, "乙");
  g_assert_cmpint (sd_question_get_natural (reading), ==, 1);
  g_assert_cmpuint (sd_pack_get_rows (pack)->len, ==, 2);
  g_assert_cmpstr (((SdPackRow *) g_ptr_array_index (sd_pack_get_rows (pack), 1))->reason, ==,
                   "无数");
  folder_clear (&folder);
}

/* A pack's rules for a county see all towns. */
static void
test_county (void)
{
  Folder folder;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", "feixian.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SdCounty) county = sd_county_read (file, &error);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  g_autoptr (SdCheck) none = NULL;
  g_autoptr (SdCheck) check = NULL;
  g_autoptr (SdFinding) finding = NULL;
  g_autofree char *n_towns = NULL;

  g_assert_no_error (error);
  folder_init (&folder, HEAD ("<scope><place county='费县'/></scope>"));
  none = sd_checker_check_county (checker, county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (sd_check_get_packs (none)), ==, 0);

  put (&folder, "county.sch", COUNTY_RULES);
  g_ptr_array_add (packs, sd_pack_load (folder.folder, &error));
  g_assert_no_error (error);
  check = sd_checker_check_county (checker, county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  finding = g_list_model_get_item (sd_check_get_findings (check), 0);
  g_assert_cmpstr (sd_finding_get_rule (finding), ==, "X2");
  n_towns = g_strdup_printf ("%u", sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN));
  g_assert_cmpstr (sd_finding_get_message (finding), ==, n_towns);
  folder_clear (&folder);
}

/* What a clause says; of several that are joined, each that says something. */
static void
test_clauses (void)
{
  Folder folder;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdPack) pack = NULL;
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;

  folder_init (&folder,
               HEAD ("<clauses><clause id='一'><title xml:lang='zh'>机构</title>"
                     "<text xml:lang='zh'> 设八个。 </text></clause><clause id='二'><text "
                     "xml:lang='zh'>编制六十五名。</text></clause><clause id='三'/></clauses>"));
  pack = sd_pack_load (folder.folder, &error);
  g_assert_no_error (error);
  one = sd_pack_get_clause_text (pack, "一");
  g_assert_cmpstr (one, ==, "设八个。");
  both = sd_pack_get_clause_text (pack, "一、三、二");
  g_assert_cmpstr (both, ==, "设八个。\n编制六十五名。");
  g_assert_null (sd_pack_get_clause_text (pack, "三"));
  folder_clear (&folder);
}

/* A pack that is added is there from then on, and stays when the folder it came from is gone. */
static void
test_add (void)
{
  Folder folder;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (SdPack) added = NULL;

  folder_init (&folder, HEAD (""));
  put (&folder, "letter.doc", "not taken");
  added = sd_packs_add (folder.folder, &error);
  g_assert_no_error (error);
  g_assert_true (sd_pack_is_own (added));
  g_assert_null (sd_packs_add (folder.folder, &error));
  g_assert_error (error, SD_PACK_ERROR, SD_PACK_ERROR_EXISTS);
  g_clear_error (&error);
  folder_clear (&folder);

  packs = sd_packs_load_all (&error);
  g_assert_no_error (error);
  g_assert_false (sd_packs_remove ("feixian-tanyi", &error));
  g_assert_error (error, SD_PACK_ERROR, SD_PACK_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_true (sd_packs_remove ("own", &error));
  g_assert_no_error (error);
  g_assert_false (g_file_query_exists (sd_pack_get_folder (added), NULL));
}

/* The id becomes the name of a folder. */
static void
test_add_bad_id (void)
{
  Folder folder;
  g_autoptr (GError) error = NULL;

  folder_init (&folder, "<pack xmlns='urn:sanding:pack:1' id='../x' authority='article'>"
                        "<title>a</title></pack>");
  g_assert_null (sd_packs_add (folder.folder, &error));
  g_assert_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID);
  folder_clear (&folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("sanding-store-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (home, "sanding", NULL);
  g_autofree char *packs = g_build_filename (own, "packs", NULL);
  int result;

  /* What is added here is seen by no other test. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/store/bad", test_bad);
  g_test_add_func ("/rules/store/questions", test_questions);
  g_test_add_func ("/rules/store/county", test_county);
  g_test_add_func ("/rules/store/clauses", test_clauses);
  g_test_add_func ("/rules/store/add", test_add);
  g_test_add_func ("/rules/store/add-bad-id", test_add_bad_id);

  result = g_test_run ();
  g_rmdir (packs);
  g_rmdir (own);
  g_rmdir (home);

  return result;
}
