/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/reader.h"
#include "temp-folder.h"

#include <unistd.h>

/* A county whose plans are files of their own. */

#define ID(n) "6f1e2a4c-93b1-4d0e-8a55-0000000000" n

#define COUNTY_ROW "<county id='" ID ("03") "' name='费县'/>"
#define TOWN_ROW "<town id='" ID ("02") "' name='探沂镇' kind='town'/>"
#define OPEN(id)                                                                                   \
  "<plan xmlns='urn:sanding:plan:1' id='" id "' town='" ID ("02") "' title='a' status='drafted'>"
#define PLAN(id, county, town, rest) OPEN (id) county town rest "</plan>"
#define COUNTY(content)                                                                            \
  "<county xmlns='urn:sanding:plan:1' id='" ID ("03") "' name='费县'>" content "</county>"
#define UNIT "<unit id='" ID ("06") "' name='a' kind='office' stage='current'/>"
#define INDICATOR "<indicator id='" ID ("04") "' kind='area' value='130'/>"

#define TOWN_WITH_INDICATOR                                                                        \
  "<town id='" ID ("02") "' name='探沂镇' kind='town'>" INDICATOR "</town>"

#define REF "<plan-ref href='a.xml'/>"

typedef struct
{
  const char *name;
  const char *county;
  const char *plan;
  const char *says;
} Case;

static const Case cases[] = {
  { "other-county", COUNTY (TOWN_ROW REF),
    PLAN (ID ("01"), "<county id='" ID ("99") "' name='费县'/>", TOWN_ROW, UNIT),
    "county.xml:1: the county in “a.xml” is not as it is here" },
  { "other-name-of-county", COUNTY (TOWN_ROW REF),
    PLAN (ID ("01"), "<county id='" ID ("03") "' name='平邑县'/>", TOWN_ROW, UNIT),
    "the county in “a.xml” is not as it is here" },
  { "other-town", COUNTY (TOWN_ROW REF),
    PLAN (ID ("01"), COUNTY_ROW, "<town id='" ID ("02") "' name='上冶镇' kind='town'/>", UNIT),
    "the town in “a.xml” is not as it is here" },
  { "indicator-missing", COUNTY (TOWN_WITH_INDICATOR REF),
    PLAN (ID ("01"), COUNTY_ROW, TOWN_ROW, UNIT), "the town in “a.xml” is not as it is here" },
  { "fault-inside", COUNTY (TOWN_ROW REF), PLAN (ID ("01"), COUNTY_ROW, TOWN_ROW, "\n<unit/>"),
    "a.xml:2: unit lacks id" },
  { "dangling-inside", COUNTY (TOWN_ROW REF),
    PLAN (ID ("01"),
          COUNTY_ROW,
          TOWN_ROW,
          "\n<unit id='" ID ("06") "' name='a' kind='office' stage='current' superior='" ID (
              "98") "'/>"),
    "a.xml:2: superior of unit is " ID ("98") ", but there is no unit" },
  { "no-county", COUNTY (TOWN_ROW REF), PLAN (ID ("01"), "", TOWN_ROW, UNIT), "plan lacks county" },
  { "a-county", COUNTY (TOWN_ROW REF), COUNTY (TOWN_ROW),
    "a.xml:1: the file holds county; expected a plan." },
  { "not-xml", COUNTY (TOWN_ROW REF), "plan", "a.xml:1: the file is no well-formed XML" },
  { "twice", COUNTY (TOWN_ROW REF REF), PLAN (ID ("01"), COUNTY_ROW, TOWN_ROW, UNIT),
    "id " ID ("01") " stands twice" },
  { "missing", COUNTY (TOWN_ROW "<plan-ref href='b.xml'/>"), "<a/>",
    "b.xml: the file could not be read" },
  { "missing-where", COUNTY ("\n" TOWN_ROW "\n<plan-ref href='b.xml'/>"), "<a/>",
    "county.xml:3: " },
  { "itself", COUNTY (TOWN_ROW "<plan-ref href='county.xml'/>"), "<a/>",
    "the file holds county; expected a plan." },
};

static SdCounty *
read_county (const char *folder, GError **error)
{
  g_autoptr (GFile) file = temp_folder_file (folder, "county.xml");

  return sd_county_read (file, error);
}

static void
test_refused (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GError) error = NULL;

  temp_folder_write (folder, "county.xml", c->county);
  temp_folder_write (folder, "a.xml", c->plan);
  county = read_county (folder, &error);
  g_assert_null (county);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, c->says));
}

/* Plans in files and plans in place, with one order; what the town's file alone has comes along. */
static void
test_taken (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GError) error = NULL;
  SdRow *row;
  guint i = 0;
  static const char *const ids[] = { ID ("01"), ID ("21"), ID ("22") };

  temp_folder_write (folder, "county.xml",
                     COUNTY ("<town id='" ID ("30") "' name='上冶镇' kind='town'/>"
                                                    "<plan-ref href='a.xml'/>"
                                                    "<plan id='" ID ("21") "' town='" ID (
                                                        "30") "' title='b' "
                                                              "status='drafted'>" UNIT "</plan>"
                                                              "<plan-ref href='sub/c.xml'/>"));
  temp_folder_write (folder, "a.xml", PLAN (ID ("01"), COUNTY_ROW, TOWN_WITH_INDICATOR, UNIT));
  temp_folder_write (folder, "sub/c.xml", PLAN (ID ("22"), COUNTY_ROW, TOWN_WITH_INDICATOR, UNIT));

  county = read_county (folder, &error);
  g_assert_no_error (error);
  SD_FOREACH_ROW (row, county, SD_TABLE_PLAN)
    {
      g_assert_cmpint (sd_row_get_rank (row), ==, i);
      g_assert_cmpstr (sd_row_get_id (row), ==, ids[i]);
      g_assert_cmpuint (
          sd_row_set_get_n_rows (SD_ROW_SET (sd_county_get_plan (county, ids[i])), SD_TABLE_UNIT),
          ==, 1);
      i++;
    }
  g_assert_cmpuint (i, ==, 3);
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN), ==, 2);
  row = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_TOWN, 1);
  g_assert_cmpstr (sd_row_get_id (row), ==, ID ("02"));
  g_assert_cmpint (sd_row_get_rank (row), ==, 1);
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_INDICATOR), ==, 1);
}

#define PARAMETER(n, name)                                                                         \
  "<parameter id='" ID (n) "' pack='p' name='" name "' value='9'/>"

/* Answers that went along with the plan are taken in; what the county says itself stands. */
static void
test_answers (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GError) error = NULL;
  SdRow *row;

  temp_folder_write (folder, "county.xml", COUNTY (PARAMETER ("41", "a") TOWN_ROW REF));
  temp_folder_write (folder, "a.xml",
                     PLAN (ID ("01"),
                           "<county id='" ID ("03") "' name='费县'>" PARAMETER ("41", "b")
                               PARAMETER ("42", "c") "</county>",
                           TOWN_ROW, UNIT));
  county = read_county (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_PARAMETER), ==, 2);
  row = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PARAMETER, 0);
  g_assert_cmpstr (sd_row_get_text (row, SD_PARAMETER_NAME), ==, "a");
  row = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PARAMETER, 1);
  g_assert_cmpstr (sd_row_get_text (row, SD_PARAMETER_NAME), ==, "c");
  g_assert_cmpint (sd_row_get_rank (row), ==, 1);
}

static void
test_link_out (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *inner = g_build_filename (folder, "in", NULL);
  g_autofree char *link = g_build_filename (inner, "a.xml", NULL);
  g_autofree char *link_inside = g_build_filename (inner, "b.xml", NULL);
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GError) error = NULL;

  temp_folder_write (folder, "a.xml", PLAN (ID ("01"), COUNTY_ROW, TOWN_ROW, UNIT));
  temp_folder_write (folder, "in/county.xml", COUNTY (TOWN_ROW REF));
  temp_folder_write (folder, "in/c.xml", PLAN (ID ("01"), COUNTY_ROW, TOWN_ROW, UNIT));
  g_assert_cmpint (symlink ("../a.xml", link), ==, 0);
  county = read_county (inner, &error);
  g_assert_null (county);
  g_assert_nonnull (strstr (error->message, "expected a file in the same folder or below."));
  g_clear_error (&error);

  /* One that stays inside is a file as any other. */
  temp_folder_write (folder, "in/county.xml", COUNTY (TOWN_ROW "<plan-ref href='b.xml'/>"));
  g_assert_cmpint (symlink ("c.xml", link_inside), ==, 0);
  county = read_county (inner, &error);
  g_assert_no_error (error);
}

static void
test_without_file (void)
{
  static const char text[] = COUNTY (TOWN_ROW REF);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "-", NULL);
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GError) error = NULL;

  county = sd_county_read_doc (doc, NULL, "-", &error);
  g_assert_null (county);
  g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/plan-ref/taken", test_taken);
  g_test_add_func ("/plan/plan-ref/answers", test_answers);
  g_test_add_func ("/plan/plan-ref/link-out", test_link_out);
  g_test_add_func ("/plan/plan-ref/without-file", test_without_file);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/plan-ref/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_refused);
    }

  return g_test_run ();
}
