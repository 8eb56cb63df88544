/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table.h"

#include <glib/gi18n-lib.h>

/* An enumeration's address is not a constant that a static table could hold, so the columns are
 * listed with its number first and completed once. */
typedef struct
{
  SdColumn column;
  int enumeration;
} ColumnEntry;

/* clang-format off */
#define PLAIN(name, type, flags, label, doc) \
  { { name, type, flags, NULL, SD_TABLE_NONE, label, doc }, -1 },
#define SD_TABLE(ID, ...) static const ColumnEntry entries_##ID[] = {
#define SD_TEXT(T, ID, name, flags, label, doc) PLAIN (name, SD_TYPE_TEXT, flags, label, doc)
#define SD_MARKUP(T, ID, name, flags, label, doc) PLAIN (name, SD_TYPE_MARKUP, flags, label, doc)
#define SD_INTEGER(T, ID, name, flags, label, doc) PLAIN (name, SD_TYPE_INTEGER, flags, label, doc)
#define SD_REAL(T, ID, name, flags, label, doc) PLAIN (name, SD_TYPE_REAL, flags, label, doc)
#define SD_BOOLEAN(T, ID, name, flags, label, doc) PLAIN (name, SD_TYPE_BOOLEAN, flags, label, doc)
#define SD_DATE(T, ID, name, flags, label, doc) PLAIN (name, SD_TYPE_DATE, flags, label, doc)
#define SD_CHOICE(T, ID, name, enumeration, flags, label, doc) \
  { { name, SD_TYPE_CHOICE, flags, NULL, SD_TABLE_NONE, label, doc }, \
    SD_ENUMERATION_##enumeration },
#define SD_REF(T, ID, name, table, flags, label, doc) \
  { { name, SD_TYPE_REF, flags, NULL, SD_TABLE_##table, label, doc }, -1 },
#define SD_TABLE_END };
#include "model-list.h"
#include "model-macros-end.h"

typedef struct
{
  SdTable table;
  const ColumnEntry *entries;
} TableEntry;

static const TableEntry table_entries[] = {
#define SD_TABLE(ID, name, scope, parent, chinese, label, doc) \
  { { SD_TABLE_##ID, name, SD_SCOPE_##scope, SD_TABLE_##parent, chinese, label, doc, NULL, \
      G_N_ELEMENTS (entries_##ID) }, entries_##ID },
#include "model-macros-empty.h"
#include "model-list.h"
#include "model-macros-end.h"
};
/* clang-format on */

static const SdTable *
complete_tables (void)
{
  SdTable *tables = g_new0 (SdTable, SD_N_TABLES);

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const TableEntry *entry = &table_entries[i];
      SdColumn *columns = g_new0 (SdColumn, entry->table.n_columns);

      for (guint j = 0; j < entry->table.n_columns; j++)
        {
          columns[j] = entry->entries[j].column;
          if (entry->entries[j].enumeration >= 0)
            columns[j].enumeration = sd_enumeration_get (entry->entries[j].enumeration);
        }
      tables[i] = entry->table;
      tables[i].columns = columns;
    }

  return tables;
}

/**
 * sd_table_get:
 * @id: a table
 *
 * Returns: (transfer none): the description of the table
 */
const SdTable *
sd_table_get (SdTableId id)
{
  static const SdTable *tables = NULL;

  g_return_val_if_fail (id < SD_N_TABLES, NULL);

  if (g_once_init_enter (&tables))
    g_once_init_leave (&tables, complete_tables ());

  return &tables[id];
}

/**
 * sd_table_lookup:
 * @name: the name of a table, such as "unit"
 *
 * Returns: (transfer none) (nullable): the table, or %NULL if there is none of that name
 */
const SdTable *
sd_table_lookup (const char *name)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (g_strcmp0 (sd_table_get (i)->name, name) == 0)
      return sd_table_get (i);

  return NULL;
}

/**
 * sd_table_column_index:
 * @table: a table
 * @column: the name of a column, such as "co-located-with"
 *
 * Returns: the column's place in the table, or -1 if it has no such column
 */
int
sd_table_column_index (const SdTable *table, const char *column)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (table->columns[i].name, column) == 0)
      return (int) i;

  return -1;
}

/**
 * sd_table_has_parent_id:
 * @table: a table
 *
 * A row directly below the county or below its plan needs no parent identifier.
 *
 * Returns: whether the table's rows have one
 */
gboolean
sd_table_has_parent_id (const SdTable *table)
{
  return table->parent != SD_TABLE_NONE && table->parent != SD_TABLE_COUNTY &&
         table->parent != SD_TABLE_PLAN;
}

/**
 * sd_table_get_label:
 * @table: a table
 *
 * Returns: (transfer none): its label in the language of the user
 */
const char *
sd_table_get_label (const SdTable *table)
{
  return _ (table->label);
}

/**
 * sd_column_get_label:
 * @column: a column
 *
 * Returns: (transfer none): its label in the language of the user
 */
const char *
sd_column_get_label (const SdColumn *column)
{
  return _ (column->label);
}

/**
 * sd_column_get_sql_name:
 * @column: a column
 *
 * Returns: (transfer full): its name in SQL, where hyphens are underscores
 */
char *
sd_column_get_sql_name (const SdColumn *column)
{
  return g_strdelimit (g_strdup (column->name), "-", '_');
}
