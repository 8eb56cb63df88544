/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-test.h"

/* COVERAGE.md: what became of each row of the sources. It is a file of the project and not of the
 * window, so it is in the language of the packs. */

static gboolean
is_of_row (const char *id, const char *row)
{
  const gsize length = strlen (row);

  return g_str_has_prefix (id, row) && (id[length] == '\0' || id[length] == '-');
}

static void
append_assertions (GString *text, SchSchema *schema, const char *row)
{
  g_autoptr (SchCoverage) coverage = schema != NULL ? sch_coverage_new (schema) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; coverage != NULL && i < sch_coverage_get_n_assertions (coverage); i++)
    {
      const char *id = sch_coverage_get_assertion (coverage, i).id;

      if (id != NULL && is_of_row (id, row) && g_hash_table_add (seen, (gpointer) id))
        g_string_append_printf (text, "%s`%s`", text->len > 0 ? " " : "", id);
    }
}

static const char *
kind_in_chinese (const char *kind)
{
  static const struct
  {
    const char *kind, *chinese;
  } kinds[] = {
    { "rule", "规则" },     { "template", "模板" },      { "benchmark", "参照" },
    { "fixture", "用例" },  { "unchecked", "无法检查" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return kinds[i].chinese;

  return kind;
}

static void
append_pack (GString *text, SdPack *pack)
{
  GPtrArray *rows = sd_pack_get_rows (pack);

  g_string_append_printf (text, "\n## %s `%s`\n\n", sd_pack_get_title (pack),
                          sd_pack_get_id (pack));
  if (rows->len == 0)
    {
      g_string_append (text, "本规则包不出自某一份文件，没有条目表。\n");
      return;
    }
  g_string_append (text, "| 条目 | 处理 | 规则或说明 |\n|---|---|---|\n");
  for (guint i = 0; i < rows->len; i++)
    {
      const SdPackRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GString) rules = g_string_new (NULL);

      append_assertions (rules, sd_pack_get_schema (pack), row->id);
      append_assertions (rules, sd_pack_get_county_schema (pack), row->id);
      if (row->reason != NULL)
        g_string_append_printf (rules, "%s%s", rules->len > 0 ? "；" : "", row->reason);
      g_string_append_printf (text, "| %s | %s | %s |\n", row->id, kind_in_chinese (row->kind),
                              rules->len > 0 ? rules->str : "**没有规则**");
    }
}

/**
 * sd_packs_cover:
 * @packs: (element-type SdPack): packs
 *
 * Returns: (transfer full): COVERAGE.md: row by row, which assertions check it, or why none does
 */
char *
sd_packs_cover (GPtrArray *packs)
{
  GString *text = g_string_new ("# 原文条目与规则对照\n\n"
                                "由 `sandingctl pack coverage` 生成，不要手改。\n");

  for (guint i = 0; i < packs->len; i++)
    append_pack (text, g_ptr_array_index (packs, i));

  return g_string_free (text, FALSE);
}
