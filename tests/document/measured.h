/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-reader.h"

/* What is measured in a PDF beside what is expected, ours and that of LibreOffice in one row. */

#define EM (15.75 * 25.4 / 72)      /* a character of 3号 */
#define SMALL_EM (14 * 25.4 / 72.0) /* of 4号 */
#define LINE (29.5 * 25.4 / 72)
#define LEFT(page) ((page) % 2 == 0 ? 28.0 : 26.0) /* of the type area; pages from 0 */
#define RIGHT(page) (LEFT (page) + 156)

typedef struct
{
  const char *what;
  const char *unit;
  double expected, tolerance;
  double values[2];
} Check;

typedef struct
{
  GArray *checks;
  guint column; /* 0: ours, 1: of LibreOffice */
  guint n;
  Pdf *text; /* made for this */
  Pdf *set;  /* the request of the sample with its annexes */
} Proof;

/* Says what one PDF has; the other is asked in the same order. */
void note (Proof *self,
           const char *what,
           const char *unit,
           double expected,
           double tolerance,
           double value);
/* Prints every row, and fails where one is not as expected. */
void judge (Proof *self);

/* The ink of a run. */
Box ink_of (Pdf *pdf, guint page, const Run *run);
double center (Box box);
/* How many lines lie between two pieces of ink: half a line is the leading. */
double blank_lines (double above, double below);
/* "— 1 —", or NULL. */
const Run *number_of (Pdf *pdf, guint page);
/* The name of a typeface as PDFs have it: without subset, blanks, and the country at its end. */
char *bare_family (const char *family);
/* What is put in the place of an official typeface, or that itself. */
char *used_family (SdLayout *layout, const char *font);
