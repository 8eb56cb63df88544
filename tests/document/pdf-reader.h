/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/layout.h"
#include "document/pdf.h"

/* A PDF read with the programs of poppler: what stands where, in millimetres from the upper left
 * corner of the page, and the ink itself. */

typedef struct
{
  double left, top, right, bottom;
} Box;

typedef struct
{
  Box box;
  double size; /* points */
  char *family;
  char *color; /* #rrggbb */
  char *text;
} Run;

typedef struct
{
  double width, height;
  GPtrArray *runs; /* of Run, from top to bottom */
} PdfPage;

typedef struct
{
  char *folder;
  char *name;
  GPtrArray *pages; /* of PdfPage */
  guint image_page;
  guint8 *image; /* (nullable): of that page, red, green, blue */
  gsize image_width, image_height;
} Pdf;

typedef enum
{
  INK_ANY,
  INK_RED,
} Ink;

/* A file of the folder; NULL where there is nothing to read it with. */
Pdf *pdf_open (const char *folder, const char *name);
void pdf_free (Pdf *self);
/* The first run from a page on that begins with a text, without blanks; its page from 0. */
Run *pdf_find (Pdf *self, guint from, const char *text, guint *page);
/* The same that ends with a text. */
Run *pdf_find_end (Pdf *self, guint from, const char *text, guint *page);
/* All that stands on the line of a run. */
Box pdf_line (Pdf *self, guint page, const Run *run);
/* The ink within a box; an empty one where there is none. */
Box pdf_ink (Pdf *self, guint page, Box box, Ink ink);
/* Rules from @top on down that are longer than 100 mm, at most @n; how many there are. */
guint pdf_rules (Pdf *self, guint page, double top, Ink ink, Box *rules, guint n);

/* Runs a program in the folder; what it prints, or NULL where there is no such program. */
char *run_program (const char *folder, char **environment, const char *const *argv);
void save_file (const char *folder, const char *name, GBytes *bytes);
/* The document through LibreOffice into the file of the folder; FALSE where there is none. */
gboolean
convert_document (const char *folder, SdBlocks *blocks, SdLayout *layout, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, pdf_free)
