/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

/* The words on a chart. On the screen they are in the language of the user; in a document they are
 * Chinese as the rest of it, whoever exports it. */
static const struct
{
  const char *english;
  const char *chinese;
} words[] = {
  { N_ (": "), "：" },
  { N_ (", "), "、" },
  /* Translators: the unit that another is under. */
  { N_ ("Under %s"), "隶属%s" },
  /* Translators: the county department that guides the business of a unit. */
  { N_ ("Guided by %s"), "业务指导：%s" },
  /* Translators: a kind of unit, and how many there are. */
  { N_ ("%s %u"), "%s（%u）" },
  { N_ ("Not yet filled"), "待落实来源" },
  { N_ ("Without a place"), "未安置" },
  { N_ ("Manages daily"), "日常管理" },
  { N_ ("Guides the business"), "业务指导" },
};

/*
 * sd_chart_word:
 * @chinese: whether the chart is for a document
 * @english: one of the words above
 *
 * Returns: the word as it is to be painted
 */
const char *
sd_chart_word (gboolean chinese, const char *english)
{
  for (guint i = 0; i < G_N_ELEMENTS (words) && chinese; i++)
    if (g_str_equal (words[i].english, english))
      return words[i].chinese;

  return g_dgettext (GETTEXT_PACKAGE, english);
}

const char *
sd_chart_token (gboolean chinese, const SdToken *token)
{
  return chinese ? token->chinese : sd_token_get_label (token);
}

const char *
sd_chart_change (gboolean chinese, SdUnitChange change)
{
  static const char *const names[SD_N_UNIT_CHANGES] = {
    [SD_UNIT_CHANGE_NONE] = "",         [SD_UNIT_CHANGE_KEPT] = "保留",
    [SD_UNIT_CHANGE_ADJUSTED] = "调整", [SD_UNIT_CHANGE_RENAMED] = "更名",
    [SD_UNIT_CHANGE_MERGED] = "整合",   [SD_UNIT_CHANGE_SPLIT] = "分设",
    [SD_UNIT_CHANGE_SET_UP] = "新设",   [SD_UNIT_CHANGE_ABOLISHED] = "撤销",
  };

  return chinese ? names[change] : sd_unit_change_get_label (change);
}
