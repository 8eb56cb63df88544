/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "title.h"

#include <string.h>

/* Titles are broken by sense, each line a little shorter than the one above it (7.3.1). Whoever
 * sets a title narrows its lines to as many characters as are told here, and breaks them as any
 * other text, so that the text itself stays whole. */

#define SPLIT_WORD 100 /* what a break within a word costs */
#define SPLIT_NAME 10  /* within what may be one */
#define AS_LONG 4      /* lines of one length make a rectangle */

/* The words of which the titles of this field are made; no line ends within one. */
static const char *const words[] = {
  "行政管理", "管理体制", "机构编制", "机构",   "编制",     "体制",   "改革",   "方案",   "试点",
  "试行",     "政策",     "符合",     "情况",   "自查",     "自查表", "汇总表", "一览表", "对照表",
  "核定表",   "分配表",   "设置表",   "派驻",   "权限",     "下放",   "目录",   "领导",   "职数",
  "前后",     "人员",     "去向",     "街道",   "乡镇",     "城市",   "小城市", "培育",   "关于",
  "请示",     "综合",     "执法",     "服务",   "中心",     "经济",   "发达",   "发展",   "建设",
  "实施",     "意见",     "工作",     "深化",   "推进",     "基层",   "治理",   "审批",   "管理",
  "行政",     "优化",     "协同",     "委员会", "人民政府", "办公室", "党委",   "县委",   "市委",
};

/* After these a name ends, or a phrase. */
static const char ends[] = "省市县区镇乡村的";

/* What a line must not begin with. */
static const char bad_starts[] = "的和与及、）》";

static gboolean
is_one_of (const char *set, const char *character)
{
  return g_utf8_strchr (set, -1, g_utf8_get_char (character)) != NULL;
}

/* Whether a word holds the place, or begins or ends there. */
static void
look_around (const char *text, const char *place, gboolean *within, gboolean *beside)
{
  *within = *beside = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i]);

      for (const char *at = strstr (text, words[i]); at != NULL && at <= place;
           at = strstr (at + 1, words[i]))
        {
          *within = *within || (at < place && place < at + length);
          *beside = *beside || at == place || at + length == place;
        }
    }
}

static guint
cost_of_break (const char *text, const char *place)
{
  gboolean within, beside;

  look_around (text, place, &within, &beside);
  if (within || is_one_of (bad_starts, place))
    return SPLIT_WORD;
  if (beside || is_one_of (ends, g_utf8_prev_char (place)))
    return 0;

  return SPLIT_NAME;
}

/* Lines of so many characters: how many, and what the breaks cost. */
static guint
cost_of (const char *text, guint length, guint width, guint *n_lines)
{
  const guint last = (length - 1) % width + 1;
  guint cost = last == width ? AS_LONG : 0;

  *n_lines = (length + width - 1) / width;
  for (guint at = width; at < length; at += width)
    cost += cost_of_break (text, g_utf8_offset_to_pointer (text, at));

  return cost + width - last;
}

/*
 * sd_title_fit:
 * @text: a title
 * @most: how many characters a line has room for
 *
 * Returns: how many characters its lines are to have, for no more lines than it needs: those by
 *   which no word is broken, and of these the most even
 */
guint
sd_title_fit (const char *text, guint most)
{
  const guint length = (guint) g_utf8_strlen (text, -1);
  guint best = most, least = G_MAXUINT, fewest, n_lines;

  if (length <= most || most == 0)
    return most;
  cost_of (text, length, most, &fewest);
  for (guint width = most; width > 0; width--)
    {
      const guint cost = cost_of (text, length, width, &n_lines);

      if (n_lines > fewest)
        break;
      if (cost < least)
        {
          least = cost;
          best = width;
        }
    }

  return best;
}
