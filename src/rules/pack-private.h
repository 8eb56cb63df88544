/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"

G_BEGIN_DECLS

#define SD_PACK_NAMESPACE "urn:sanding:pack:1"

struct _SdPack
{
  GObject parent_instance;

  GFile *folder;
  char *id;
  char *version;
  char *title;
  char *damage;
  SdPackAuthority authority;
  SchSchema *schema;
  SchSchema *county_schema; /* NULL where the pack has no rules for a county */
  GPtrArray *scopes;        /* SdCondition */
  GListStore *questions;    /* SdQuestion */
  GPtrArray *documents;     /* SdPackDocument */
  GPtrArray *rows;          /* SdPackRow */
  GHashTable *clauses;      /* id → title, which may be NULL */
  GHashTable *clause_texts; /* id → what the clause says; not of all */
  GPtrArray *clause_ids;    /* borrowed from clauses, in order */
};

/* What is read of pack.xml, one part a file. */
gboolean  sd_pack_is_element      (const xmlNode  *node,
                                   const char     *name);
char     *sd_pack_get_attribute   (const xmlNode  *node,
                                   const char     *name);
char     *sd_pack_get_words       (const xmlNode  *node,
                                   const char     *name);
gboolean  sd_pack_fail            (const char     *file,
                                   const xmlNode  *node,
                                   GError        **error,
                                   const char     *format,
                                   ...) G_GNUC_PRINTF (4, 5);

gboolean  sd_pack_read_scope      (SdPack         *self,
                                   const xmlNode  *scope,
                                   const char     *file,
                                   GError        **error);
void      sd_condition_free       (gpointer        data);
gboolean  sd_pack_read_question   (SdPack         *self,
                                   const xmlNode  *node,
                                   const char     *file,
                                   GError        **error);
gboolean  sd_pack_read_rows       (SdPack         *self,
                                   const xmlNode  *rows,
                                   const char     *file,
                                   GError        **error);
void      sd_pack_read_documents  (SdPack         *self,
                                   const xmlNode  *rests_on);
gboolean  sd_pack_read_clauses    (SdPack         *self,
                                   const xmlNode  *clauses,
                                   const char     *file,
                                   GError        **error);
void      sd_pack_document_free   (gpointer        data);
void      sd_pack_row_free        (gpointer        data);

G_END_DECLS
