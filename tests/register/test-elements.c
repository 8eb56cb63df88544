/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"

#include <locale.h>

/* What a document says of itself. */

typedef struct
{
  Fixture f;
  char *town;
  char *plan;
} Case;

static void
set_up (Case *c, gconstpointer unused)
{
  fixture_init (&c->f);
  c->town = fixture_add_town (&c->f, "探沂镇");
  c->plan = fixture_add_plan (&c->f, c->town);
  g_assert_nonnull (sd_register_load_plan (c->f.reg, c->plan, NULL));
}

static void
tear_down (Case *c, gconstpointer unused)
{
  g_free (c->town);
  g_free (c->plan);
  fixture_clear (&c->f);
}

static SdRowSet *
rows (Case *c)
{
  return SD_ROW_SET (sd_county_get_plan (sd_register_get_county (c->f.reg), c->plan));
}

static void
set_element (Case *c, guint column, const char *text, GAsyncReadyCallback callback)
{
  const SdFieldValue values[] = {
    { SD_DOCUMENT_KIND, SD_VALUE_INIT_TEXT ("request") },
    { column, SD_VALUE_INIT_TEXT (text) },
  };

  sd_register_answer_async (c->f.reg, c->plan, SD_TABLE_DOCUMENT, values, 1, 2, "请示", NULL, NULL,
                            callback, &c->f);
}

/* However fast they are entered, the elements of a document are one row, each an edit with a name;
 * and no other way leads to a second row. */
static void
test_document (Case *c, gconstpointer unused)
{
  const SdFieldValue second[] = { { SD_DOCUMENT_KIND, SD_VALUE_INIT_TEXT ("request") } };
  const SdFieldValue other[] = { { SD_DOCUMENT_KIND, SD_VALUE_INIT_TEXT ("plan") } };
  const SdValue kind = SD_VALUE_INIT_TEXT ("request");
  g_autofree char *id = NULL;

  set_element (c, SD_DOCUMENT_NUMBER, "费政〔2026〕5号", NULL);
  set_element (c, SD_DOCUMENT_SIGNATORY, "王某", fixture_on_done);
  fixture_wait (&c->f);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==,
                   "Set Signatory of “请示” to 王某");
  g_assert_cmpuint (sd_row_set_get_n_rows (rows (c), SD_TABLE_DOCUMENT), ==, 1);
  fixture_undo (&c->f);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==,
                   "Set Document number of “请示” to 费政〔2026〕5号");
  set_element (c, SD_DOCUMENT_NUMBER, NULL, fixture_on_done);
  fixture_wait (&c->f);
  g_assert_cmpstr (sd_register_get_undo_label (c->f.reg), ==, "Clear Document number of “请示”");

  sd_register_add_row_async (c->f.reg, c->plan, SD_TABLE_DOCUMENT, NULL, -1, second, 1, NULL,
                             fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
  sd_register_add_row_async (c->f.reg, c->plan, SD_TABLE_DOCUMENT, NULL, -1, other, 1, NULL,
                             fixture_on_done, &c->f);
  id = fixture_wait_row (&c->f);
  sd_register_set_value_async (c->f.reg, c->plan, SD_TABLE_DOCUMENT, id, SD_DOCUMENT_KIND, &kind,
                               NULL, fixture_on_done, &c->f);
  fixture_wait_error (&c->f, SD_REGISTER_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/register/elements", Case, NULL, set_up, test_document, tear_down);

  return g_test_run ();
}
