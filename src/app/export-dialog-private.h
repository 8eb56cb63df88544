/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export-dialog.h"
#include "export.h"

G_BEGIN_DECLS

typedef enum
{
  CHOICE_DOCUMENT,
  CHOICE_COUNTY,
  CHOICE_PICTURE,
  N_CHOICE_KINDS
} ChoiceKind;

/* A row that can be ticked. */
typedef struct
{
  GtkCheckButton *button;
  ChoiceKind kind;
  char *id;
  char *title;
} Choice;

struct _SdExportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *cancel_button;
  GtkButton *export_button;
  GtkStack *stack;
  AdwActionRow *plan_row;
  AdwComboRow *format_row;
  AdwPreferencesGroup *documents_group;
  AdwPreferencesGroup *county_group;
  AdwPreferencesGroup *pictures_group;
  GtkButton *all_button;
  GtkWidget *findings_note;
  GtkLabel *findings_label;
  GtkLabel *work_label;
  GtkProgressBar *progress_bar;
  GtkBox *result_box;

  /* Owned */
  GPtrArray *choices;
  SdExport *export;
  GCancellable *cancellable; /* NULL while nothing is being written */
};

/* export-dialog-write.c */
void sd_export_dialog_start (SdExportDialog *self);

G_END_DECLS
