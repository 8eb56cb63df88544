/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-filter.h"
#include "table-page.h"

G_BEGIN_DECLS

struct _SdTablePage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  GtkPopover *filter_popover;
  GtkWidget *import_button;
  GtkWidget *delete_button;
  GtkMenuButton *add_button;
  GtkPopover *add_popover;
  GtkDropDown *unit_choice;
  GtkEntry *add_entry;
  GtkWidget *summary_box;
  GtkLabel *summary_label;
  GtkWidget *source_button;
  GtkStack *stack;
  SdGrid *grid;
  AdwStatusPage *empty_page;

  SdTableFilter *filter; /* borrowed: in the popover */
  GPtrArray *units;      /* owned; identifiers, in the order of the choice */
  const SdTableView *view;
};

/* table-page-add.c: adding and deleting rows */
void sd_table_page_fill_add (SdTablePage *self);
void sd_table_page_add      (SdTablePage *self);
void sd_table_page_delete   (SdTablePage *self);

/* table-page-import.c */
void sd_table_page_choose_import (SdTablePage *self);

/* table-page.c */
void sd_table_page_show_all (SdTablePage *self);

G_END_DECLS
