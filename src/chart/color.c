/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart.h"

/* The colours that mean something are the same on the screen, light or dark, and on paper: the
 * middle tones of the GNOME palette, each with contrast enough against white and against black. */

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xFF) / 255.0, ((hex) >> 8 & 0xFF) / 255.0, ((hex) &0xFF) / 255.0               \
  }

/* In the order of the tokens */
static const double kinds[][3] = {
  RGB (0xE01B24), RGB (0x3584E4), RGB (0x2EC27E), RGB (0xE66100),
  RGB (0x9141AC), RGB (0x986A44), RGB (0x77767B),
};
static const double quotas[][3] = {
  RGB (0x3584E4), RGB (0x2EC27E), RGB (0xE66100), RGB (0x9141AC), RGB (0x77767B),
};
static const double changes[SD_N_UNIT_CHANGES][3] = {
  [SD_UNIT_CHANGE_NONE] = RGB (0x9A9996),     [SD_UNIT_CHANGE_KEPT] = RGB (0x9A9996),
  [SD_UNIT_CHANGE_ADJUSTED] = RGB (0x3584E4), [SD_UNIT_CHANGE_RENAMED] = RGB (0x9141AC),
  [SD_UNIT_CHANGE_MERGED] = RGB (0xE5A50A),   [SD_UNIT_CHANGE_SPLIT] = RGB (0xE66100),
  [SD_UNIT_CHANGE_SET_UP] = RGB (0x2EC27E),   [SD_UNIT_CHANGE_ABOLISHED] = RGB (0xE01B24),
};
/* None, then the severities of findings from the worst on */
static const double marks[][3] = {
  RGB (0x9A9996), RGB (0xE01B24), RGB (0xE5A50A), RGB (0x9141AC), RGB (0x3584E4),
};

static void
take (const double (*table)[3], guint n, guint token, double color[4])
{
  if (token >= n)
    return;
  for (guint i = 0; i < 3; i++)
    color[i] = table[token][i];
  color[3] = 1;
}

/**
 * sd_chart_get_color:
 * @shape: a shape
 * @ink: what it is painted with
 * @color: (out) (array fixed-size=4): red, green, blue and opacity between 0 and 1
 */
void
sd_chart_get_color (const SdChartShape *shape, const SdChartInk *ink, double color[4])
{
  const double *base = ink->text;
  double opacity = 1;

  switch (shape->role)
    {
    case SD_CHART_ROLE_DIM:
      opacity = 0.75;
      break;
    case SD_CHART_ROLE_TAB:
    case SD_CHART_ROLE_TRACK:
    case SD_CHART_ROLE_BOX:
      opacity = 0.1;
      break;
    case SD_CHART_ROLE_PIP:
      opacity = 0.6;
      break;
    case SD_CHART_ROLE_LINE:
    case SD_CHART_ROLE_DASHED:
      base = ink->line;
      break;
    case SD_CHART_ROLE_TEXT:
    case SD_CHART_ROLE_KIND:
    case SD_CHART_ROLE_CHANGE:
    case SD_CHART_ROLE_MARK:
    case SD_CHART_ROLE_QUOTA:
    default:
      break;
    }
  for (guint i = 0; i < 4; i++)
    color[i] = base[i] * (i == 3 ? opacity : 1);

  if (shape->role == SD_CHART_ROLE_KIND)
    take (kinds, G_N_ELEMENTS (kinds), shape->token, color);
  else if (shape->role == SD_CHART_ROLE_CHANGE)
    take (changes, G_N_ELEMENTS (changes), shape->token, color);
  else if (shape->role == SD_CHART_ROLE_MARK)
    take (marks, G_N_ELEMENTS (marks), shape->token, color);
  else if (shape->role == SD_CHART_ROLE_QUOTA)
    take (quotas, G_N_ELEMENTS (quotas), shape->token, color);
}
