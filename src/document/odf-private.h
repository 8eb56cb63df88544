/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlwriter.h>

#include "odf.h"

G_BEGIN_DECLS

#define SD_ODF_TEXT "application/vnd.oasis.opendocument.text"
#define SD_ODF_SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"
#define SD_ODF_VERSION "1.3"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextWriter, xmlFreeTextWriter)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlBuffer, xmlBufferFree)

/* XML, odf-xml.c: names and values in pairs, NULL at the end; a NULL value leaves its name out. */
void  sd_odf_start   (xmlTextWriter *writer, const char *element, ...) G_GNUC_NULL_TERMINATED;
void  sd_odf_empty   (xmlTextWriter *writer, const char *element, ...) G_GNUC_NULL_TERMINATED;
void  sd_odf_end     (xmlTextWriter *writer);
void  sd_odf_string  (xmlTextWriter *writer, const char *text);
void  sd_odf_text    (xmlTextWriter *writer, const char *text);
void  sd_odf_element (xmlTextWriter *writer, const char *element, const char *text);
char *sd_odf_points  (double points);
char *sd_odf_mm      (double millimetres);

/* The registry of styles, odf-styles.c: those of the page style by their names, and what single
 * paragraphs and tables need beside them, each combination once. In a text they are styles of
 * paragraphs, in a spreadsheet styles of cells under the same names. */
typedef struct _SdOdfStyles SdOdfStyles;

SdOdfStyles *sd_odf_styles_new             (SdPageStyle   *style,
                                            const char    *language,
                                            gboolean       sheets);
void         sd_odf_styles_free            (SdOdfStyles   *self);
/* Properties in triples, NULL at the end: element, name, value; a NULL value leaves it out. */
const char  *sd_odf_styles_get             (SdOdfStyles   *self,
                                            const char    *family,
                                            const char    *parent,
                                            const char    *master,
                                            ...) G_GNUC_NULL_TERMINATED;
void         sd_odf_styles_write_fonts     (SdOdfStyles   *self,
                                            xmlTextWriter *writer);
void         sd_odf_styles_write_named     (SdOdfStyles   *self,
                                            xmlTextWriter *writer);
void         sd_odf_styles_write_automatic (SdOdfStyles   *self,
                                            xmlTextWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdOdfStyles, sd_odf_styles_free)

/* Pages, odf-page.c. Upright pages of text are lifted, since a line has its leading above; those
 * of tables are not, since a table has none. */
#define SD_ODF_PORTRAIT "Portrait"
#define SD_ODF_TABLES "Tables"
#define SD_ODF_LANDSCAPE "Landscape"
#define SD_ODF_IMPRINT "Imprint"

void sd_odf_page_write_layouts (SdPageStyle *style, xmlTextWriter *writer);
void sd_odf_page_write_masters (SdPageStyle *style, xmlTextWriter *writer);
void sd_odf_page_write_sheet_layouts (SdPageStyle *style, xmlTextWriter *writer);
void sd_odf_page_write_sheet_masters (SdPageStyle *style, xmlTextWriter *writer);

/* What is being written. */
typedef struct
{
  SdBlocks *blocks;
  SdPageStyle *page;
  SdOdfStyles *styles;
  xmlTextWriter *writer; /* of the body */
  GCancellable *cancellable; /* (nullable) */
  gboolean sheets;       /* a spreadsheet and not a text */
  gboolean flat;         /* pictures go into the text, not into files of their own */
  const char *master;    /* (nullable): page that the next paragraph begins */
  gboolean page_break;   /* the next paragraph begins a page */
  gboolean landscape;
  guint n_tables;
  GPtrArray *pictures; /* names of the pictures used, borrowed */
} SdOdf;

/* The body, odf-body.c, with its head in odf-head.c, its tables in odf-table.c and its pictures in
 * odf-picture.c. */
gboolean sd_odf_write_body    (SdOdf         *odf,
                               GError       **error);
void     sd_odf_begin         (SdOdf         *odf,
                               const char    *style);
void     sd_odf_write_blank   (SdOdf         *odf,
                               guint          n,
                               gboolean       keep);
void     sd_odf_write_inlines (SdOdf         *odf,
                               const SdBlock *block);
double   sd_odf_text_width    (SdOdf         *odf,
                               const SdBlock *block);
double   sd_odf_text_width_mm (SdOdf         *odf);
void     sd_odf_write_table   (SdOdf         *odf,
                               const SdBlock *table,
                               gboolean       gap);
void     sd_odf_write_head    (SdOdf         *odf,
                               const SdBlock *head);
void     sd_odf_write_imprint (SdOdf         *odf,
                               const SdBlock *imprint);
gboolean sd_odf_write_picture (SdOdf         *odf,
                               const SdBlock *picture,
                               GError       **error);

/* The body of a spreadsheet, ods.c. */
gboolean sd_odf_write_sheets (SdOdf   *odf,
                              GError **error);

/* The archive, odf-zip.c. */
typedef struct
{
  char *name;
  char *media_type;
  GBytes *bytes;
} SdOdfPart;

SdOdfPart *sd_odf_part_new     (const char  *name,
                                const char  *media_type,
                                GBytes      *bytes);
void       sd_odf_part_free    (SdOdfPart   *self);
GPtrArray *sd_odf_draw_pictures (SdOdf      *odf);
gboolean   sd_odf_add_pictures (SdOdf       *odf,
                                GPtrArray   *parts,
                                GError     **error);
GBytes    *sd_odf_zip          (const char  *media_type,
                                GPtrArray   *parts,
                                GError     **error);

G_END_DECLS
