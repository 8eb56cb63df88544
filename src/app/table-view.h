/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define SD_TABLE_VIEW_MOST_FILTERS 4

/**
 * SdTableViewColumn:
 * @column: a column of the table; where @get_text is there, any
 * @width: in pixels; 0 takes the room that is left
 * @title: (nullable): its title; %NULL for the label of @column
 * @get_text: (nullable): what it shows where that is not the value of @column, and is not edited
 */
typedef struct
{
  guint column;
  int width;
  const char *title;
  char *(*get_text) (SdSession *session, SdRow *row);
} SdTableViewColumn;

/**
 * SdTableView:
 * @name: name of the page
 * @table: the table whose rows it shows
 * @title: title of the page
 * @icon: name of its icon
 * @empty: what to do where there are no rows
 * @columns: its columns, @n_columns of them
 * @filters: places of columns that it can be filtered and grouped by, @n_filters of them
 * @get_unit: (nullable): the unit that a row belongs to
 * @shows: (nullable): whether it shows the row; %NULL shows all
 * @get_section: (nullable): heading above the row, where it stands apart from the others
 * @summarize: what is to be said of the whole table
 *
 * What a page of one table shows; see table-views.c.
 */
typedef struct
{
  const char *name;
  SdTableId table;
  const char *title;
  const char *icon;
  const char *empty;
  const SdTableViewColumn *columns;
  guint n_columns;
  guint filters[SD_TABLE_VIEW_MOST_FILTERS];
  guint n_filters;
  SdRow *(*get_unit) (SdSession *session, SdRow *row);
  gboolean (*shows) (SdSession *session, SdRow *row);
  const char *(*get_section) (SdSession *session, SdRow *row);
  char *(*summarize) (SdSession *session);
} SdTableView;

extern const SdTableView sd_table_view_posts;
extern const SdTableView sd_table_view_dispatched;
extern const SdTableView sd_table_view_powers;
extern const SdTableView sd_table_view_duties;

const char *sd_table_view_get_title (const SdTableView *view,
                                     guint              place);

G_END_DECLS
