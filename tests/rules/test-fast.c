/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases of the packs with and without what makes the rule engine fast: the reports are the
 * same. */

#include "../schematron/without-fixture.h"
#include "rules/checker.h"
#include "rules/pack-case.h"

#include <locale.h>

static void
test_pack (gconstpointer data)
{
  SdPack *pack = (SdPack *) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = sd_pack_load_cases (pack, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, >, 0);
  for (guint i = 0; i < cases->len; i++)
    {
      const SdPackCase *one = g_ptr_array_index (cases, i);
      SchSchema *schema =
          one->for_county ? sd_pack_get_county_schema (pack) : sd_pack_get_schema (pack);

      if (schema == NULL)
        continue;
      without_compare (schema, "#ALL", one->doc);
      if (g_test_failed ())
        g_error ("%s", one->path);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  packs = sd_packs_load_all (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (packs, i);
      g_autofree char *path = g_strconcat ("/rules/fast/", sd_pack_get_id (pack), NULL);

      g_test_add_data_func (path, pack, test_pack);
    }

  return g_test_run ();
}
