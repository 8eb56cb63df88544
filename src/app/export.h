/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * SdExportItem:
 * @id: a document type; for "svg" a picture; for "xml" nothing that matters
 * @title: how it is called
 * @of_county: whether it is made of all plans of the county
 * @file: (nullable): where it is written to
 * @written: whether it is there
 * @error: (nullable): why it is not
 * @missing: (nullable): for "pdf": the characters that no typeface of this computer has, and where
 *
 * One file of an export.
 */
typedef struct
{
  char *id;
  char *title;
  gboolean of_county;
  GFile *file;
  gboolean written;
  GError *error;
  GStrv missing;
} SdExportItem;

/**
 * SdExport:
 *
 * Documents of the plan that is edited, on their way into files. They are made of the plan as it
 * was when it began, by a worker; one that cannot be written does not keep the others from being.
 */
#define SD_TYPE_EXPORT (sd_export_get_type ())
G_DECLARE_FINAL_TYPE (SdExport, sd_export, SD, EXPORT, GObject)

SdExport           *sd_export_new             (SdSession           *session,
                                               const char          *format,
                                               GFile               *target,
                                               gboolean             is_folder);
void                sd_export_add             (SdExport            *self,
                                               const char          *id,
                                               const char          *title,
                                               gboolean             of_county);
void                sd_export_run_async       (SdExport            *self,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean            sd_export_run_finish      (SdExport            *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void                sd_export_allow_replacing (SdExport            *self);
guint               sd_export_get_n_items     (SdExport            *self);
const SdExportItem *sd_export_get_item        (SdExport            *self,
                                               guint                position);
guint               sd_export_get_n_done      (SdExport            *self);
guint               sd_export_get_n_written   (SdExport            *self);
GFile              *sd_export_get_target      (SdExport            *self);
const char         *sd_export_get_stand_ins   (SdExport            *self);

G_END_DECLS
