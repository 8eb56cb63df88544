/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-test.h"

#include "app/table-page.h"

G_BEGIN_DECLS

/* A page of a table of the sample county, with the keys and clicks of a user. */

typedef struct
{
  SdWindow *window;
  SdSession *session;
  SdTablePage *page; /* NULL on the page of headcount */
  SdGrid *grid;
} TableTest;

TableTest table_test_open (const char *name);
void table_test_close (TableTest *test);
SdRow *table_test_row (TableTest *test, SdTableId table, const char *text);
guint table_test_n_rows (TableTest *test, SdTableId table);
GtkWidget *table_test_focus (TableTest *test, SdRow *row, guint place);
SdGridCell *table_test_focused (TableTest *test);
void table_test_press (TableTest *test, guint key, GdkModifierType state);
void table_test_type (GtkWidget *cell, const char *text);
void table_test_is_line (TableTest *test, guint line, guint place, const char *expected);
char *table_test_line (TableTest *test, guint line, guint place);

#define table_test_has_lines(test, n)                                                              \
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sd_grid_get_items ((test)->grid))),    \
                    ==, n)

G_END_DECLS
