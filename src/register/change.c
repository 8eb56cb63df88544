/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change.h"

#include "cell-check.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

/* A changeset in a file from elsewhere is not trusted: all that it names is held against the model
 * before any of it is used. SQLite itself would skip what does not fit and call that success. */

/* Where the columns stand in SQL: the plan, the row, its parent, its rank, then the model's. */
typedef struct
{
  int plan;
  int row;
  int parent;
  int rank;
  int first;
} Layout;

static Layout
layout_of (const SdTable *table)
{
  Layout layout = { .plan = -1, .row = 0, .parent = -1 };

  if (table->scope == SD_SCOPE_PLAN)
    {
      layout.plan = 0;
      layout.row = 1;
    }
  layout.rank = layout.row + 1;
  if (sd_table_has_parent_id (table))
    layout.parent = layout.rank++;
  layout.first = layout.rank + 1;

  return layout;
}

void
sd_change_free (SdChange *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    sd_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->parent_id);
  g_free (self->row_id);
  g_free (self->plan_id);
  g_free (self);
}

/* Columns may have been added since the changeset was made, but never taken away. */
static gboolean
keys_fit (sqlite3_changeset_iter *iter, const Layout *layout, int n_columns)
{
  unsigned char *keys;
  int n_keys;

  if (sqlite3changeset_pk (iter, &keys, &n_keys) != SQLITE_OK || n_keys != n_columns)
    return FALSE;
  for (int i = 0; i < n_keys; i++)
    if ((keys[i] != 0) != (i == layout->plan || i == layout->row))
      return FALSE;

  return TRUE;
}

static gboolean
take_value (sqlite3_value *from, SdValue *value)
{
  *value = (SdValue) SD_VALUE_INIT;

  switch (sqlite3_value_type (from))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      *value = (SdValue) SD_VALUE_INIT_INTEGER (sqlite3_value_int64 (from));
      return TRUE;
    case SQLITE_FLOAT:
      *value = (SdValue) SD_VALUE_INIT_REAL (sqlite3_value_double (from));
      return TRUE;
    case SQLITE_TEXT:
      value->type = SD_VALUE_TEXT;
      value->text = g_strndup ((const char *) sqlite3_value_text (from),
                               (gsize) sqlite3_value_bytes (from));
      return TRUE;
    default:
      return FALSE;
    }
}

/* The new value of a column, or the old one of a row that goes; NULL where it does not change. */
static sqlite3_value *
value_at (sqlite3_changeset_iter *iter, int op, int column, gboolean is_key)
{
  sqlite3_value *value = NULL;

  if (op == SQLITE_DELETE || (op == SQLITE_UPDATE && is_key))
    sqlite3changeset_old (iter, column, &value);
  else
    sqlite3changeset_new (iter, column, &value);

  return value;
}

static gboolean
take_id (sqlite3_value *from, char **id)
{
  g_auto (SdValue) value = SD_VALUE_INIT;

  if (from == NULL || !take_value (from, &value) || value.type != SD_VALUE_TEXT ||
      !g_uuid_string_is_valid (value.text))
    return FALSE;

  *id = g_strdup (value.text);
  return TRUE;
}

static gboolean
take_keys (SdChange *change, sqlite3_changeset_iter *iter, int op, const Layout *layout)
{
  sqlite3_value *rank = value_at (iter, op, layout->rank, FALSE);
  sqlite3_value *parent = layout->parent >= 0 ? value_at (iter, op, layout->parent, FALSE) : NULL;

  change->rank = -1;
  if (!take_id (value_at (iter, op, layout->row, TRUE), &change->row_id) ||
      (layout->plan >= 0 && !take_id (value_at (iter, op, layout->plan, TRUE), &change->plan_id)))
    return FALSE;
  if ((parent != NULL || (layout->parent >= 0 && op != SQLITE_UPDATE)) &&
      !take_id (parent, &change->parent_id))
    return FALSE;
  if (rank != NULL)
    change->rank = sqlite3_value_int64 (rank);

  return (rank == NULL && op == SQLITE_UPDATE) ||
         (rank != NULL && sqlite3_value_type (rank) == SQLITE_INTEGER && change->rank >= 0);
}

static gboolean
take_columns (SdChange *change, sqlite3_changeset_iter *iter, int op, int first, int n_columns)
{
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = value_at (iter, op, first + i, FALSE);

      if (value == NULL && op == SQLITE_UPDATE)
        continue;
      if (value == NULL || !take_value (value, &change->values[i]) ||
          !sd_cell_accept (&change->table->columns[i], &change->values[i]))
        return FALSE;
      change->changed |= G_GUINT64_CONSTANT (1) << i;
    }

  return TRUE;
}

static SdChange *
decode_change (sqlite3_changeset_iter *iter)
{
  g_autoptr (SdChange) change = NULL;
  const SdTable *table;
  const char *name;
  int n_columns, op;
  Layout layout;

  if (sqlite3changeset_op (iter, &name, &n_columns, &op, NULL) != SQLITE_OK)
    return NULL;
  table = sd_table_lookup (name);
  if (table == NULL)
    return NULL;
  layout = layout_of (table);
  if (n_columns < layout.first || n_columns > layout.first + (int) table->n_columns ||
      !keys_fit (iter, &layout, n_columns))
    return NULL;

  change = g_new0 (SdChange, 1);
  change->table = table;
  change->values = g_new0 (SdValue, table->n_columns);
  change->kind = op == SQLITE_INSERT   ? SD_CHANGE_INSERT
                 : op == SQLITE_DELETE ? SD_CHANGE_DELETE
                                       : SD_CHANGE_UPDATE;
  if (!take_keys (change, iter, op, &layout) ||
      !take_columns (change, iter, op, layout.first, n_columns - layout.first))
    return NULL;

  return g_steal_pointer (&change);
}

static void
set_damaged (const char *name, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
               _ ("The history of %s holds a change that does not fit its tables."), name);
}

/**
 * sd_changeset_decode:
 * @changeset: a changeset of SQLite
 * @name: what messages call the file
 * @error: return location for a #SdRegisterError
 *
 * Reads a changeset and checks it against the model: its tables, keys, number of columns and the
 * type of each value.
 *
 * Returns: (transfer full) (element-type SdChange): what it changes, in the order of the tables
 */
GPtrArray *
sd_changeset_decode (GBytes *changeset, const char *name, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  gboolean fits = TRUE;
  int code;

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_change_free);
  code = size <= G_MAXINT ? sqlite3changeset_start (&iter, (int) size, (void *) data)
                          : SQLITE_TOOBIG;
  if (code != SQLITE_OK)
    {
      set_damaged (name, error);
      return NULL;
    }

  while (fits && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      SdChange *change = decode_change (iter);

      fits = change != NULL;
      if (fits)
        g_ptr_array_add (changes, change);
    }
  if (sqlite3changeset_finalize (iter) != SQLITE_OK || !fits || code != SQLITE_DONE)
    {
      set_damaged (name, error);
      return NULL;
    }

  return g_steal_pointer (&changes);
}

/**
 * sd_changeset_invert:
 * @changeset: a changeset of SQLite
 * @name: what messages call the file
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the changeset that takes it back
 */
GBytes *
sd_changeset_invert (GBytes *changeset, const char *name, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  void *inverted = NULL;
  int n_inverted = 0;

  if (size > G_MAXINT ||
      sqlite3changeset_invert ((int) size, data, &n_inverted, &inverted) != SQLITE_OK)
    {
      set_damaged (name, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (inverted, (gsize) n_inverted, sqlite3_free, inverted);
}
