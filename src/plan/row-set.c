/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "row-set.h"

typedef struct
{
  GListStore *rows[SD_N_TABLES];      /* in order, for widgets */
  GHashTable *by_id[SD_N_TABLES];     /* id, of the row → the row */
  GHashTable *by_parent[SD_N_TABLES]; /* parent id → GPtrArray of rows, in no order */
} SdRowSetPrivate;

enum
{
  SIGNAL_ROW_ADDED,
  SIGNAL_ROW_REMOVED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (SdRowSet, sd_row_set, G_TYPE_OBJECT)

#define PRIVATE(set) ((SdRowSetPrivate *) sd_row_set_get_instance_private (set))

static GPtrArray *
siblings_of (SdRowSetPrivate *priv, SdTableId table, const char *parent_id)
{
  GPtrArray *siblings = g_hash_table_lookup (priv->by_parent[table], parent_id);

  if (siblings == NULL)
    {
      siblings = g_ptr_array_new ();
      g_hash_table_insert (priv->by_parent[table], g_strdup (parent_id), siblings);
    }

  return siblings;
}

static void
link_parent (SdRowSetPrivate *priv, SdRow *row)
{
  const char *parent_id = sd_row_get_parent_id (row);

  if (parent_id != NULL)
    g_ptr_array_add (siblings_of (priv, sd_row_get_table_id (row), parent_id), row);
}

static void
unlink_parent (SdRowSetPrivate *priv, SdRow *row)
{
  const char *parent_id = sd_row_get_parent_id (row);

  if (parent_id != NULL)
    g_ptr_array_remove_fast (siblings_of (priv, sd_row_get_table_id (row), parent_id), row);
}

static void
remove_from_list (SdRowSetPrivate *priv, SdRow *row)
{
  guint position;

  if (g_list_store_find (priv->rows[sd_row_get_table_id (row)], row, &position))
    g_list_store_remove (priv->rows[sd_row_get_table_id (row)], position);
}

static void
sd_row_set_finalize (GObject *object)
{
  SdRowSetPrivate *priv = PRIVATE (SD_ROW_SET (object));

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      g_hash_table_unref (priv->by_parent[i]);
      g_hash_table_unref (priv->by_id[i]);
      g_object_unref (priv->rows[i]);
    }

  G_OBJECT_CLASS (sd_row_set_parent_class)->finalize (object);
}

static void
sd_row_set_class_init (SdRowSetClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_row_set_finalize;

  /**
   * SdRowSet::row-added:
   * @self: the set
   * @row: the new row
   */
  signals[SIGNAL_ROW_ADDED] = g_signal_new ("row-added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, SD_TYPE_ROW);

  /**
   * SdRowSet::row-removed:
   * @self: the set
   * @row: the row that left it
   */
  signals[SIGNAL_ROW_REMOVED] = g_signal_new ("row-removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, SD_TYPE_ROW);

  /**
   * SdRowSet::changed:
   * @self: the set
   *
   * Once for each edit, after all its rows have been added, removed and changed.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_row_set_init (SdRowSet *self)
{
  SdRowSetPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      priv->rows[i] = g_list_store_new (sd_row_get_table_type (i));
      priv->by_id[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
      priv->by_parent[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                  (GDestroyNotify) g_ptr_array_unref);
    }
}

/**
 * sd_row_set_get_rows:
 * @self: a set of rows
 * @table: a table
 *
 * Returns: (transfer none): the table's rows in order of rank; it follows every change
 */
GListModel *
sd_row_set_get_rows (SdRowSet *self, SdTableId table)
{
  g_return_val_if_fail (table < SD_N_TABLES, NULL);

  return G_LIST_MODEL (PRIVATE (self)->rows[table]);
}

/**
 * sd_row_set_get_n_rows:
 * @self: a set of rows
 * @table: a table
 *
 * Returns: how many rows of the table it holds
 */
guint
sd_row_set_get_n_rows (SdRowSet *self, SdTableId table)
{
  return g_list_model_get_n_items (sd_row_set_get_rows (self, table));
}

/**
 * sd_row_set_peek_row:
 * @self: a set of rows
 * @table: a table
 * @position: a place in the order of rank
 *
 * Returns: (transfer none) (nullable): the row there, or %NULL past the end
 */
SdRow *
sd_row_set_peek_row (SdRowSet *self, SdTableId table, guint position)
{
  g_autoptr (SdRow) row = g_list_model_get_item (sd_row_set_get_rows (self, table), position);

  return row; /* the list goes on holding it */
}

/**
 * sd_row_set_get_row:
 * @self: a set of rows
 * @table: a table
 * @id: (nullable): an identifier
 *
 * Returns: (transfer none) (nullable): the row of that identifier, if it is there
 */
SdRow *
sd_row_set_get_row (SdRowSet *self, SdTableId table, const char *id)
{
  g_return_val_if_fail (table < SD_N_TABLES, NULL);

  return id != NULL ? g_hash_table_lookup (PRIVATE (self)->by_id[table], id) : NULL;
}

/**
 * sd_row_set_find_row:
 * @self: a set of rows
 * @id: (nullable): an identifier
 *
 * Finds a row whose table is not known, such as the subject of a finding.
 *
 * Returns: (transfer none) (nullable): the row of that identifier, if it is there
 */
SdRow *
sd_row_set_find_row (SdRowSet *self, const char *id)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      SdRow *row = sd_row_set_get_row (self, i, id);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static int
compare_pointers (gconstpointer a, gconstpointer b, gpointer unused)
{
  return sd_row_compare (*(gconstpointer *) a, *(gconstpointer *) b, unused);
}

/**
 * sd_row_set_get_children:
 * @self: a set of rows
 * @table: a table whose rows have a parent
 * @parent_id: the row that encloses them
 *
 * Returns: (transfer container) (element-type SdRow): the rows below it, in order
 */
GPtrArray *
sd_row_set_get_children (SdRowSet *self, SdTableId table, const char *parent_id)
{
  GPtrArray *children = g_ptr_array_new ();
  GPtrArray *siblings;

  g_return_val_if_fail (table < SD_N_TABLES, children);

  siblings = g_hash_table_lookup (PRIVATE (self)->by_parent[table], parent_id);
  if (siblings != NULL)
    g_ptr_array_extend (children, siblings, NULL, NULL);
  g_ptr_array_sort_with_data (children, compare_pointers, NULL);

  return children;
}

/**
 * sd_row_set_put_row:
 * @self: a set of rows
 * @row: a row whose identifier is not in its table yet
 *
 * Adds the row at its place.
 */
void
sd_row_set_put_row (SdRowSet *self, SdRow *row)
{
  SdRowSetPrivate *priv = PRIVATE (self);
  SdTableId table = sd_row_get_table_id (row);

  g_return_if_fail (sd_row_set_get_row (self, table, sd_row_get_id (row)) == NULL);

  g_hash_table_insert (priv->by_id[table], (char *) sd_row_get_id (row), g_object_ref (row));
  link_parent (priv, row);
  g_list_store_insert_sorted (priv->rows[table], row, sd_row_compare, NULL);
  g_signal_emit (self, signals[SIGNAL_ROW_ADDED], 0, row);
}

/**
 * sd_row_set_place_row:
 * @self: a set of rows
 * @row: a row of it
 * @parent_id: (nullable): the row that is to enclose it
 * @rank: its new place among its siblings
 *
 * Moves the row and keeps the lists in order.
 */
void
sd_row_set_place_row (SdRowSet *self, SdRow *row, const char *parent_id, gint64 rank)
{
  SdRowSetPrivate *priv = PRIVATE (self);

  if (sd_row_get_rank (row) == rank && g_strcmp0 (sd_row_get_parent_id (row), parent_id) == 0)
    return;

  unlink_parent (priv, row);
  remove_from_list (priv, row);
  sd_row_set_place (row, parent_id, rank);
  link_parent (priv, row);
  g_list_store_insert_sorted (priv->rows[sd_row_get_table_id (row)], row, sd_row_compare, NULL);
}

/**
 * sd_row_set_drop_row:
 * @self: a set of rows
 * @row: a row of it
 *
 * Removes the row.
 */
void
sd_row_set_drop_row (SdRowSet *self, SdRow *row)
{
  SdRowSetPrivate *priv = PRIVATE (self);
  g_autoptr (SdRow) held = g_object_ref (row);

  unlink_parent (priv, row);
  remove_from_list (priv, row);
  g_hash_table_remove (priv->by_id[sd_row_get_table_id (row)], sd_row_get_id (row));
  g_signal_emit (self, signals[SIGNAL_ROW_REMOVED], 0, held);
}

/**
 * sd_row_set_changed:
 * @self: a set of rows
 *
 * Says that an edit has been taken over in full: emits #SdRowSet::changed.
 */
void
sd_row_set_changed (SdRowSet *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * sd_row_set_equal:
 * @a: a set of rows
 * @b: another
 *
 * Returns: whether they hold the same rows with the same values
 */
gboolean
sd_row_set_equal (SdRowSet *a, SdRowSet *b)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      SdRow *row;

      if (sd_row_set_get_n_rows (a, table) != sd_row_set_get_n_rows (b, table))
        return FALSE;
      SD_FOREACH_ROW (row, a, table)
        {
          SdRow *other = sd_row_set_get_row (b, table, sd_row_get_id (row));

          if (other == NULL || !sd_row_equal (row, other))
            return FALSE;
        }
    }

  return TRUE;
}
