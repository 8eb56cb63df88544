/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be changed in an expression, and what of that a pack's cases must notice. */

#include "plan/data-dir.h"
#include "rules/mutant.h"
#include "rules/pack-mutate.h"

#include <glib/gstdio.h>
#include <locale.h>

#define PACK "urn:sanding:pack:1"

static void
test_expressions (void)
{
  static const struct
  {
    const char *expression;
    const char *mutants; /* "change => text", one a line */
  } cases[] = {
    { "", "" },
    { "a", "" },
    { "a = 1", "" },
    { "a < 1", "< to <= (1) => a <= 1" },
    { "a <= 1", "<= to < (1) => a < 1" },
    { "a>1", "> to >= (1) => a>=1" },
    { "a >= b", ">= to > (1) => a > b" },
    { "a < 1 and b < 2", "< to <= (1) => a <= 1 and b < 2\nand to or (1) => a < 1 or b < 2\n"
                         "< to <= (2) => a < 1 and b <= 2" },
    { "a or b or c", "or to and (1) => a and b or c\nor to and (2) => a or b and c" },
    { "(a)or(b)", "or to and (1) => (a)and(b)" },
    { "a[1]or 'x'and*", "drop [1] (1) => aor 'x'and*\nor to and (1) => a[1]and 'x'and*\n"
                        "and to or (1) => a[1]or 'x'or*" },
    { "and and or/or", "and to or (1) => and or or/or" },
    { "p:and/or-b or android", "or to and (1) => p:and/or-b and android" },
    { "a[b]", "drop [b] (1) => a" },
    { "a[b][b]/c", "drop [b] (1) => a[b]/c\ndrop [b] (2) => a[b]/c" },
    { "a[b[c] < 1]",
      "drop [b[c] < 1] (1) => a\ndrop [c] (1) => a[b < 1]\n< to <= (1) => a[b[c] <= 1]" },
    { "a[. = ']<[' or \"[and\"]",
      "drop [. = ']<[' or \"[and\"] (1) => a\nor to and (1) => a[. = ']<[' and \"[and\"]" },
    { "'a < b and c[1]'", "" },
    { "a != b", "" },
    { "编制 < 编制数", "< to <= (1) => 编制 <= 编制数" },
    { "a[", "" },
    { "a['", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) mutants = sd_mutants_of (cases[i].expression);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (guint j = 0; j < mutants->len; j++)
        {
          const SdMutant *mutant = g_ptr_array_index (mutants, j);

          g_string_append_printf (lines, "%s%s => %s", j > 0 ? "\n" : "", mutant->change,
                                  mutant->text);
        }
      g_assert_cmpstr (lines->str, ==, cases[i].mutants);
    }
}

static char *
write_pack (const char *equivalent)
{
  const struct
  {
    const char *name, *text;
  } files[] = {
    { "pack.xml", "<pack xmlns='" PACK "' id='p' authority='normative'><title>p</title></pack>" },
    { "limits.xml", "<limits><limit id='most' value='2'/><limit id='rest' value='7'/></limits>" },
    { "rules.sch",
      "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>\n"
      "<let name='most' value=\"document('limits.xml')//limit[@id = 'most']/@value\"/>\n"
      "<pattern><rule context='a[@n]'>\n"
      "<assert id='X1' test='@n &lt;= $most'>x</assert>\n"
      "<report id='gauge-x' test='@n &lt; 5 or @n'>x</report></rule></pattern></schema>" },
    { "cases/two.xml", "<a n='2'/>" },
    { "cases/two.findings", "gauge-x error" },
    { "cases/three.xml", "<a n='3'/>" },
    { "cases/three.findings", "X1 error\ngauge-x error" },
    { "equivalent.xml", equivalent },
  };
  char *folder = g_dir_make_tmp ("sanding-mutants-XXXXXX", NULL);
  g_autofree char *cases = g_build_filename (folder, "cases", NULL);

  g_mkdir (cases, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      if (files[i].text != NULL)
        g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Of the little pack's mutants the bound, its limit and which limit it is are noticed; nothing
 * reads the other limit, and each a has @n. */
static void
test_pack (void)
{
#define LIST(inside) "<equivalents xmlns='" PACK "'>" inside "</equivalents>"
#define MUTANT(file, name) "<mutant file='" file "' name=\"" name "\"><reason>r</reason></mutant>"
  static const struct
  {
    const char *equivalent;
    guint n_equivalent;
    const char *problems; /* what is said after the name of the folder */
  } cases[] = {
    { NULL, 0,
      "rules.sch:3: no case notices “X1 context: drop [@n] (1)”: a\n"
      "limits.xml:1: no case notices “rest value: - 1”: 6\n"
      "limits.xml:1: no case notices “rest value: + 1”: 8" },
    { LIST (MUTANT ("limits.xml", "rest value: - 1") MUTANT ("limits.xml", "rest value: + 1")
                MUTANT ("rules.sch", "X1 context: drop [@n] (1)")),
      3, "" },
    { LIST (MUTANT ("limits.xml", "rest value: - 1") MUTANT ("limits.xml", "rest value: + 1")
                MUTANT ("rules.sch", "X1 context: drop [@n] (1)") "\n\n\n" MUTANT (
                    "rules.sch", "X1 test: &lt;= to &lt; (1)")),
      3,
      "equivalent.xml:4: “rules.sch X1 test: <= to < (1)” is noticed by a case, or there is no "
      "such "
      "change." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = write_pack (cases[i].equivalent);
      g_autofree char *place = g_strconcat (folder, "/", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      g_autoptr (GError) error = NULL;
      g_autoptr (SdPack) pack = sd_pack_load (file, &error);
      g_autoptr (SdPackMutation) mutation = NULL;
      g_autoptr (GString) problems = g_string_new (NULL);

      g_assert_no_error (error);
      mutation = sd_pack_mutate (pack, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (mutation->n_mutants, ==, 7);
      g_assert_cmpuint (mutation->n_noticed, ==, 4);
      g_assert_cmpuint (mutation->n_equivalent, ==, cases[i].n_equivalent);
      for (guint j = 0; j < mutation->problems->len; j++)
        g_string_append_printf (problems, "%s%s", j > 0 ? "\n" : "",
                                (char *) g_ptr_array_index (mutation->problems, j));
      g_string_replace (problems, place, "", 0);
      g_assert_cmpstr (problems->str, ==, cases[i].problems);
      remove_folder (folder);
    }
}

/* A case that fails before anything is changed would notice every change. */
static void
test_failing_case (void)
{
  g_autofree char *folder = write_pack (NULL);
  g_autofree char *findings = g_build_filename (folder, "cases", "two.findings", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (SdPack) pack = sd_pack_load (file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (findings, "X1 error\n", -1, NULL));
  g_assert_null (sd_pack_mutate (pack, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "two.xml: the case fails as it is"));
  remove_folder (folder);
}

static void
test_bad_list (void)
{
  static const struct
  {
    const char *equivalent, *says;
  } cases[] = {
    { "<x/>", "the root is x; expected equivalents" },
    { LIST ("<mutant file='a'><reason>r</reason></mutant>"),
      "expected a mutant with file and name" },
    { LIST ("<mutant file='a' name='b'/>"), "expected a mutant with file and name" },
    { LIST ("<other/>"), "expected a mutant with file and name" },
    { "<x", "no well-formed XML" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = write_pack (cases[i].equivalent);
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      g_autoptr (SdPack) pack = sd_pack_load (file, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (sd_pack_mutate (pack, NULL, NULL, &error));
      g_assert_nonnull (strstr (error->message, "equivalent.xml"));
      g_assert_nonnull (strstr (error->message, cases[i].says));
      remove_folder (folder);
    }
}

/* The cases of a pack of ours notice each change but those that are listed. */
static void
test_own (gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdPack) pack = sd_pack_load (file, &error);
  g_autoptr (SdPackMutation) mutation = NULL;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("thousands of runs of whole packs are too slow with a sanitizer");
  return;
#endif
  g_assert_no_error (error);
  mutation = sd_pack_mutate (pack, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mutation->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (mutation->problems, i));
  g_assert_cmpuint (mutation->problems->len, ==, 0);
  g_assert_cmpuint (mutation->n_noticed, >, 0);
}

static void
add_own (void)
{
  g_autofree char *root = g_build_filename (sd_data_dir (), "packs", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/mutants/own/", name, NULL);

      if (!g_str_has_suffix (name, ".md"))
        g_test_add_data_func_full (test, g_build_filename (root, name, NULL), test_own, g_free);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mutants/expressions", test_expressions);
  g_test_add_func ("/mutants/pack", test_pack);
  g_test_add_func ("/mutants/failing-case", test_failing_case);
  g_test_add_func ("/mutants/bad-list", test_bad_list);
  add_own ();

  return g_test_run ();
}
