/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "measured.h"

#include <math.h>
#include <string.h>

void
note (Proof *self,
      const char *what,
      const char *unit,
      double expected,
      double tolerance,
      double value)
{
  Check check = { what, unit, expected, tolerance, { value, NAN } };

  if (self->column == 0)
    {
      g_array_append_val (self->checks, check);
    }
  else
    {
      Check *known = &g_array_index (self->checks, Check, self->n);

      g_assert_cmpstr (known->what, ==, what);
      known->values[1] = value;
    }
  self->n++;
}

Box
ink_of (Pdf *pdf, guint page, const Run *run)
{
  const Box around = { run->box.left - 0.5, run->box.top - 1, run->box.right + 0.5,
                       run->box.bottom + 1 };

  return pdf_ink (pdf, page, around, INK_ANY);
}

double
center (Box box)
{
  return (box.left + box.right) / 2;
}

double
blank_lines (double above, double below)
{
  return (below - above) / LINE - 0.5;
}

const Run *
number_of (Pdf *pdf, guint page)
{
  const GPtrArray *runs = ((PdfPage *) pdf->pages->pdata[page])->runs;

  for (guint i = runs->len; i > 0; i--)
    {
      const Run *run = runs->pdata[i - 1];
      g_auto (GStrv) words = g_strsplit (run->text, " ", -1);
      g_autofree char *text = g_strjoinv ("", words);
      g_autofree char *expected = g_strdup_printf ("—%u—", page + 1);

      if (g_str_equal (text, expected))
        return run;
    }

  return NULL;
}

char *
bare_family (const char *family)
{
  const char *plus = strchr (family, '+');
  g_auto (GStrv) words = g_strsplit_set (plus != NULL ? plus + 1 : family, " -", -1);
  g_autofree char *joined = g_strjoinv ("", words);
  char *lower = g_utf8_strdown (joined, -1);

  if (g_str_has_suffix (lower, "sc") || g_str_has_suffix (lower, "jp") ||
      g_str_has_suffix (lower, "cn"))
    lower[strlen (lower) - 2] = '\0';

  return lower;
}

char *
used_family (SdLayout *layout, const char *font)
{
  SdPageStyle *style = sd_blocks_get_page_style (sd_layout_get_blocks (layout));
  const char *const *stand_ins = sd_layout_get_stand_ins (layout);

  for (guint i = 0; i < style->fonts->len; i++)
    {
      const SdPageFont *known = style->fonts->pdata[i];

      if (!g_str_equal (known->id, font))
        continue;
      for (guint j = 0; stand_ins[j] != NULL; j++)
        {
          g_auto (GStrv) names = g_strsplit (stand_ins[j], " → ", 2);

          if (g_str_equal (names[0], known->families[0]))
            return bare_family (names[1]);
        }
      return bare_family (known->families[0]);
    }

  g_assert_not_reached ();
}

static gboolean
holds (const Check *check, guint column)
{
  return fabs (check->values[column] - check->expected) <= check->tolerance + 1e-6;
}

void
judge (Proof *self)
{
  guint n_wrong = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      const Check *check = &g_array_index (self->checks, Check, i);
      const gboolean good = holds (check, 0) && (isnan (check->values[1]) || holds (check, 1));

      g_test_message ("%s | %g ± %g %s | %.2f | %.2f%s", check->what, check->expected,
                      check->tolerance, check->unit, check->values[0], check->values[1],
                      good ? "" : " | WRONG");
      n_wrong += !good;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}
