/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lint tells of a pack: names that there are not, what nothing uses, clauses that are not
 * listed; and that our own packs have none of it. */

#include "plan/data-dir.h"
#include "rules/pack-lint.h"

#include <glib/gstdio.h>
#include <locale.h>

#define HEAD(inside)                                                                               \
  "<pack xmlns='urn:sanding:pack:1' id='own' authority='normative'><title>p</title>" inside        \
  "</pack>"
#define RULES(inside)                                                                              \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>"                                          \
  "<ns prefix='p' uri='urn:sanding:plan:1'/><ns prefix='l' uri='urn:sanding:limits:1'/>" inside    \
  "</schema>"
#define TEST(context, test)                                                                        \
  RULES ("<pattern>\n<rule context=\"" context "\"><assert id='X' test=\"" test "\"/></rule>"      \
         "</pattern>")
#define LIMITS(inside) "<limits xmlns='urn:sanding:limits:1'>" inside "</limits>"
#define CLAUSES(...) "<clauses><clause id='一'><title>t</title></clause><clause id='二'/></clauses>"

typedef struct
{
  const char *head, *rules, *limits;
  const char *problems; /* one a line, without the folder */
} Case;

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  else
    g_unlink (path);
}

static char *
lint (const char *folder)
{
  g_autofree char *place = g_strconcat (folder, "/", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdPack) pack = sd_pack_load (file, &error);
  g_autoptr (GPtrArray) problems = NULL;
  GString *lines = g_string_new (NULL);

  g_assert_no_error (error);
  problems = sd_pack_lint (pack, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (problems, i));
  g_string_replace (lines, place, "", 0);

  return g_string_free (lines, FALSE);
}

static void
run_cases (const Case *cases, guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("sanding-lint-XXXXXX", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *problems = NULL;

      put (folder, "pack.xml", cases[i].head != NULL ? cases[i].head : HEAD (""));
      put (folder, "rules.sch", cases[i].rules);
      put (folder, "limits.xml", cases[i].limits);
      problems = lint (folder);
      if (!g_str_equal (problems, cases[i].problems))
        g_error ("%s\nexpected %s\ngot %s", cases[i].rules, cases[i].problems, problems);
    }
  put (folder, "pack.xml", NULL);
  put (folder, "rules.sch", NULL);
  put (folder, "limits.xml", NULL);
  g_rmdir (folder);
}

static void
test_names (void)
{
  static const Case cases[] = {
    { NULL, TEST ("p:plan", "p:unit[@kind = 'office']/p:quota/@approved > 1"), NULL, "" },
    { NULL, TEST ("p:plan", "p:uint"), NULL,
      "rules.sch:2: a plan has no element uint. Is it unit?" },
    { NULL, TEST ("p:pln", "1"), NULL, "rules.sch:2: a plan has no element pln. Is it plan?" },
    { NULL, TEST ("p:plan", "unit/p:quota and not(p:unit[post])"), NULL,
      "rules.sch:2: unit has no prefix, so no plan has it; expected p:unit.\n"
      "rules.sch:2: post has no prefix, so no plan has it; expected p:post." },
    { NULL, TEST ("p:plan", "child::p:unit/attribute::kind and p:unit or p:town mod 2"), NULL, "" },
    { NULL, TEST ("p:plan", "p:something"), NULL, "rules.sch:2: a plan has no element something." },
    { NULL, TEST ("p:unit", "@knid"), NULL,
      "rules.sch:2: unit of a plan has no attribute knid. Is it kind?" },
    { NULL, TEST ("p:plan", "p:unit/@leaders"), NULL,
      "rules.sch:2: unit of a plan has no attribute leaders." },
    { NULL, TEST ("p:plan", "p:unit[@stage]/p:quota[@stage]"), NULL,
      "rules.sch:2: quota of a plan has no attribute stage." },
    { NULL, TEST ("p:unit", "p:post[@role = 'head'][../@kind]"), NULL, "" },
    { NULL, TEST ("p:unit", "p:post[../@knid]"), NULL,
      "rules.sch:2: nothing in a plan has an attribute knid. Is it kind?" },
    { NULL, TEST ("p:unit", "//@approved = (p:quota | p:post)/@count"), NULL, "" },
    { NULL, TEST ("p:unit[@kind = 'offise']", "@id and @name"), NULL,
      "rules.sch:2: kind is never “offise”. Is it office?" },
    { NULL, TEST ("p:unit", "@kind != 'x'"), NULL, "rules.sch:2: kind is never “x”." },
    { NULL, TEST ("p:unit", "@name = 'x' and @kind = /p:plan/p:town/@kind"), NULL, "" },
    { NULL, TEST ("p:unit", "preceding-sibling::p:unit[@name = current()/@name]"), NULL, "" },
    { NULL, TEST ("p:unit", "following-sibling::p:unit/@nmae"), NULL,
      "rules.sch:2: unit of a plan has no attribute nmae. Is it name?" },
    { NULL, TEST ("p:unit", "count(.) and not(@mane) and contains(@name, '@knid p:uint')"), NULL,
      "rules.sch:2: unit of a plan has no attribute mane. Is it name?" },
    { NULL, TEST ("p:unit | p:post", "@title or @kind"), NULL, "" },
    { NULL, TEST ("p:unit/@name", ". and ../@kind"), NULL, "" },
    { NULL, TEST ("p:section", "p:body/p:p/p:field/@ref and p:clause"), NULL, "" },
    /* What a variable holds is known where it is a path. */
    { NULL,
      RULES ("<let name='u' value='/p:plan/p:unit[@stage]'/><pattern>\n<rule context='p:plan'>"
             "<let name='q' value=\"$u[@kind = 'office']/p:quota\"/>"
             "<assert test='$q/@knid and $u/@tpye'/></rule></pattern>"),
      NULL,
      "rules.sch:2: quota of a plan has no attribute knid.\n"
      "rules.sch:2: unit of a plan has no attribute tpye." },
    { NULL,
      RULES ("<let name='n' value='count(//p:unit)'/><let name='m' value='//p:unit | //p:post'/>"
             "<pattern>\n<rule context='p:plan'><assert test='$m/@count > $n'/></rule></pattern>"),
      NULL, "" },
    /* Messages and diagnostics have names, too. */
    { NULL,
      RULES ("<pattern><rule context='p:unit'><assert test='@name' subject='@sbuject'>\n"
             "<value-of select='@nam'/></assert></rule></pattern><diagnostics><diagnostic id='d'>\n"
             "\n<value-of select='p:uint'/></diagnostic></diagnostics>"),
      NULL,
      "rules.sch:2: no assert and no report names the diagnostic “d”.\n"
      "rules.sch:1: unit of a plan has no attribute sbuject.\n"
      "rules.sch:2: unit of a plan has no attribute nam. Is it name?\n"
      "rules.sch:4: a plan has no element uint. Is it unit?" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_own (void)
{
#define QUESTIONS                                                                                  \
  "<parameter id='cap'><title>c</title></parameter>\n<reading id='R'><question>q</question>"       \
  "<choice id='a'><title>a</title></choice><choice id='b'><title>b</title></choice></reading>"
  static const Case cases[] = {
    { HEAD (QUESTIONS),
      TEST ("p:plan", "p:county/p:parameter[@pack = 'own' and @name = 'cap'] and "
                      "p:reading[@pack = 'own' and @rule = 'R'][@choice = 'b']"),
      NULL, "" },
    { HEAD (QUESTIONS),
      TEST ("p:plan", "p:county/p:parameter[@pack = 'own' and @name = 'cup'] or "
                      "p:reading[@pack = 'own' and @rule = 'Q'] or p:reading[@choice = 'c'] or "
                      "p:reading[@pack = 'other' and @rule = 'S']"),
      NULL,
      "rules.sch:2: the pack has no parameter “cup”.\n"
      "rules.sch:2: the pack has no reading “Q”.\n"
      "rules.sch:2: the pack has no choice of a reading “c”.\n"
      "pack.xml:1: no rule uses the parameter “cap”.\n"
      "pack.xml:2: no rule uses the reading “R”." },
    { NULL,
      TEST ("p:plan", "document('limits.xml')//l:limit[@id = 'most']/@value > count(document("
                      "'limits.xml')//l:names[@id = 'all'])"),
      LIMITS ("<limit id='most' value='1'/><names id='all'/>"), "" },
    { NULL, TEST ("p:plan", "document('limits.xml')//l:limit[@id = 'all']"),
      LIMITS ("\n<limit id='most' value='1'/>\n<names id='all'/>"),
      "rules.sch:2: the pack has no limit “all”.\nlimits.xml:2: no rule uses the limit “most”." },
    { NULL, TEST ("p:plan", "document('limits.xml')//l:limit[@id = concat('most-', @status)]"),
      LIMITS ("<limit id='most-first' value='1'/><limit id='most-second' value='1'/>"), "" },
    { HEAD (CLAUSES ()),
      RULES ("<pattern><rule context='p:plan'>\n<assert test='1' see='一'/>\n"
             "<assert test='1' see='一、二'/>\n<assert test='1' see='三'/>\n"
             "<assert test='1' see='一、三'/></rule></pattern>"),
      LIMITS ("<limit id='most' value='1' clause='四'/>"),
      "rules.sch:4: the clause “三” is not among those that pack.xml lists.\n"
      "rules.sch:5: the clause “一、三” is not among those that pack.xml lists.\n"
      "limits.xml:1: no rule uses the limit “most”.\n"
      "limits.xml:1: the clause “四” is not among those that pack.xml lists." },
    /* What the engine's lint tells is told with the rest. */
    { NULL, RULES ("<pattern><rule context='p:unit'/>\n<rule context='p:unit[@kind]'/></pattern>"),
      NULL,
      "rules.sch:2: the rule with context “p:unit[@kind]” is never reached: the rule with context "
      "“p:unit” at rules.sch:1 comes first and takes its nodes." },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_packs (gconstpointer data)
{
  g_autofree char *problems = lint (data);

  g_assert_cmpstr (problems, ==, "");
}

int
main (int argc, char *argv[])
{
  g_autofree char *root = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  root = g_build_filename (sd_data_dir (), "packs", NULL);
  dir = g_dir_open (root, 0, NULL);

  g_test_add_func ("/lint/names", test_names);
  g_test_add_func ("/lint/own", test_own);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/lint/packs/", name, NULL);

      if (!g_str_has_suffix (name, ".md"))
        g_test_add_data_func_full (test, g_build_filename (root, name, NULL), test_packs, g_free);
    }

  return g_test_run ();
}
