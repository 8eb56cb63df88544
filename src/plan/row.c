/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "row.h"

typedef struct
{
  const SdTable *table;
  char *plan_id;
  char *id;
  char *parent_id;
  gint64 rank;
  SdValue *values;
} SdRowPrivate;

/* Properties of every row. Those of the columns belong to the table's class, which numbers them
 * from 1 in the order of the columns. */
enum
{
  PROP_ID = 1,
  PROP_PARENT_ID,
  PROP_RANK,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SdRow, sd_row, G_TYPE_OBJECT)

#define PRIVATE(row) ((SdRowPrivate *) sd_row_get_instance_private (row))

static GParamSpec *
column_param_spec (const SdColumn *column)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (column->type)
    {
    case SD_TYPE_INTEGER:
      return g_param_spec_int64 (column->name, NULL, NULL, -1, G_MAXINT64, -1, flags);
    case SD_TYPE_REAL:
      return g_param_spec_double (column->name, NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
    case SD_TYPE_BOOLEAN:
      return g_param_spec_boolean (column->name, NULL, NULL, FALSE, flags);
    default:
      return g_param_spec_string (column->name, NULL, NULL, NULL, flags);
    }
}

static void
get_column_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SdRow *self = SD_ROW (object);
  guint column = prop_id - 1;

  switch (PRIVATE (self)->table->columns[column].type)
    {
    case SD_TYPE_INTEGER:
      g_value_set_int64 (value, sd_row_get_integer (self, column));
      break;
    case SD_TYPE_REAL:
      g_value_set_double (value, sd_row_get_real (self, column));
      break;
    case SD_TYPE_BOOLEAN:
      g_value_set_boolean (value, sd_row_get_boolean (self, column));
      break;
    default:
      g_value_set_string (value, sd_row_get_text (self, column));
    }
}

static void
sd_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SdRowPrivate *priv = PRIVATE (SD_ROW (object));

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, priv->id);
      break;
    case PROP_PARENT_ID:
      g_value_set_string (value, priv->parent_id);
      break;
    case PROP_RANK:
      g_value_set_int64 (value, priv->rank);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sd_row_finalize (GObject *object)
{
  SdRowPrivate *priv = PRIVATE (SD_ROW (object));

  for (guint i = 0; i < priv->table->n_columns; i++)
    sd_value_clear (&priv->values[i]);
  g_free (priv->values);
  g_free (priv->parent_id);
  g_free (priv->id);
  g_free (priv->plan_id);

  G_OBJECT_CLASS (sd_row_parent_class)->finalize (object);
}

static void
sd_row_init (SdRow *self)
{
}

static void
sd_row_class_init (SdRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sd_row_get_property;
  object_class->finalize = sd_row_finalize;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_PARENT_ID,
                                   g_param_spec_string ("parent-id", NULL, NULL, NULL, flags));
  g_object_class_install_property (
      object_class, PROP_RANK, g_param_spec_int64 ("rank", NULL, NULL, 0, G_MAXINT64, 0, flags));
}

static void
table_class_init (gpointer klass, gpointer class_data)
{
  const SdTable *table = class_data;

  SD_ROW_CLASS (klass)->table = table;
  G_OBJECT_CLASS (klass)->get_property = get_column_property;
  for (guint i = 0; i < table->n_columns; i++)
    g_object_class_install_property (klass, i + 1, column_param_spec (&table->columns[i]));
}

static GType
register_table_type (const SdTable *table)
{
  g_autofree char *name = g_strdup_printf ("Sd%sRow", table->name);
  const GTypeInfo info = {
    .class_size = sizeof (SdRowClass),
    .class_init = table_class_init,
    .class_data = table,
    .instance_size = sizeof (SdRow),
  };

  name[2] = g_ascii_toupper (name[2]);
  return g_type_register_static (SD_TYPE_ROW, name, &info, 0);
}

/**
 * sd_row_get_table_type:
 * @table: a table
 *
 * Returns: the class of the table's rows, such as `SdUnitRow`
 */
GType
sd_row_get_table_type (SdTableId table)
{
  static gsize types[SD_N_TABLES];

  g_return_val_if_fail (table < SD_N_TABLES, G_TYPE_INVALID);

  if (g_once_init_enter (&types[table]))
    g_once_init_leave (&types[table], register_table_type (sd_table_get (table)));

  return types[table];
}

/**
 * sd_row_new:
 * @table: the table it is a row of
 * @plan_id: (nullable): the plan it belongs to; %NULL for a row of the county
 * @id: its identifier, a UUID
 * @parent_id: (nullable): the row that encloses it, where the table has such a column
 * @rank: its place among its siblings, from 0
 *
 * Returns: (transfer full): a row with no values; what is true or false is false
 */
SdRow *
sd_row_new (
    SdTableId table, const char *plan_id, const char *id, const char *parent_id, gint64 rank)
{
  SdRow *self = g_object_new (sd_row_get_table_type (table), NULL);
  SdRowPrivate *priv = PRIVATE (self);

  priv->table = sd_table_get (table);
  priv->plan_id = g_strdup (plan_id);
  priv->id = g_strdup (id);
  priv->parent_id = g_strdup (parent_id);
  priv->rank = rank;
  priv->values = g_new0 (SdValue, priv->table->n_columns);
  for (guint i = 0; i < priv->table->n_columns; i++)
    if (priv->table->columns[i].type == SD_TYPE_BOOLEAN)
      priv->values[i] = (SdValue) SD_VALUE_INIT_INTEGER (FALSE);

  return self;
}

/**
 * sd_row_get_table:
 * @self: a row
 *
 * Returns: (transfer none): the description of its table
 */
const SdTable *
sd_row_get_table (SdRow *self)
{
  return PRIVATE (self)->table;
}

/**
 * sd_row_get_table_id:
 * @self: a row
 *
 * Returns: its table
 */
SdTableId
sd_row_get_table_id (SdRow *self)
{
  return PRIVATE (self)->table->id;
}

/**
 * sd_row_get_plan_id:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the plan it belongs to
 */
const char *
sd_row_get_plan_id (SdRow *self)
{
  return PRIVATE (self)->plan_id;
}

/**
 * sd_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): its identifier
 */
const char *
sd_row_get_id (SdRow *self)
{
  return PRIVATE (self)->id;
}

/**
 * sd_row_get_parent_id:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the row that encloses it
 */
const char *
sd_row_get_parent_id (SdRow *self)
{
  return PRIVATE (self)->parent_id;
}

/**
 * sd_row_get_rank:
 * @self: a row
 *
 * Returns: its place among its siblings, from 0
 */
gint64
sd_row_get_rank (SdRow *self)
{
  return PRIVATE (self)->rank;
}

/**
 * sd_row_get_value:
 * @self: a row
 * @column: a column of its table, such as %SD_UNIT_NAME
 *
 * Returns: (transfer none): what the column holds
 */
const SdValue *
sd_row_get_value (SdRow *self, guint column)
{
  static const SdValue none = SD_VALUE_INIT;
  SdRowPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (column < priv->table->n_columns, &none);

  return &priv->values[column];
}

/**
 * sd_row_has:
 * @self: a row
 * @column: a column of its table
 *
 * Returns: whether the column holds something
 */
gboolean
sd_row_has (SdRow *self, guint column)
{
  return sd_row_get_value (self, column)->type != SD_VALUE_NONE;
}

/**
 * sd_row_get_text:
 * @self: a row
 * @column: a column that holds text, markup, a date, a token or a reference
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
sd_row_get_text (SdRow *self, guint column)
{
  const SdValue *value = sd_row_get_value (self, column);

  return value->type == SD_VALUE_TEXT ? value->text : NULL;
}

/**
 * sd_row_get_integer:
 * @self: a row
 * @column: a column that holds a whole number
 *
 * Returns: the number, or -1 if there is none
 */
gint64
sd_row_get_integer (SdRow *self, guint column)
{
  const SdValue *value = sd_row_get_value (self, column);

  return value->type == SD_VALUE_INTEGER ? value->integer : -1;
}

/**
 * sd_row_get_real:
 * @self: a row
 * @column: a column that holds a number
 *
 * Returns: the number, or -1 if there is none
 */
double
sd_row_get_real (SdRow *self, guint column)
{
  const SdValue *value = sd_row_get_value (self, column);

  return value->type == SD_VALUE_REAL ? value->real : -1;
}

/**
 * sd_row_get_boolean:
 * @self: a row
 * @column: a column that is true or false
 *
 * Returns: whether it is true
 */
gboolean
sd_row_get_boolean (SdRow *self, guint column)
{
  const SdValue *value = sd_row_get_value (self, column);

  return value->type == SD_VALUE_INTEGER && value->integer != 0;
}

/**
 * sd_row_is:
 * @self: a row
 * @column: a column that holds a token or other text
 * @token: (nullable): the token to compare with
 *
 * Returns: whether the column holds just that; %NULL asks whether it holds nothing
 */
gboolean
sd_row_is (SdRow *self, guint column, const char *token)
{
  return g_strcmp0 (sd_row_get_text (self, column), token) == 0;
}

/**
 * sd_row_get_token:
 * @self: a row
 * @column: a column that holds a token
 *
 * Returns: (transfer none) (nullable): the token with its Chinese word and its label
 */
const SdToken *
sd_row_get_token (SdRow *self, guint column)
{
  const char *text = sd_row_get_text (self, column);
  const SdEnumeration *enumeration = PRIVATE (self)->table->columns[column].enumeration;

  g_return_val_if_fail (enumeration != NULL, NULL);

  return text != NULL ? sd_enumeration_lookup (enumeration, text) : NULL;
}

/**
 * sd_row_set_value:
 * @self: a row
 * @column: a column of its table
 * @value: what it is to hold
 *
 * Sets the value and notifies the column's property. Only what builds rows calls this: the reader
 * of a file, and the register when a changeset says that the row changed.
 */
void
sd_row_set_value (SdRow *self, guint column, const SdValue *value)
{
  static const SdValue no = SD_VALUE_INIT_INTEGER (FALSE);
  SdRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (column < priv->table->n_columns);

  if (value->type == SD_VALUE_NONE && priv->table->columns[column].type == SD_TYPE_BOOLEAN)
    value = &no;
  if (sd_value_equal (&priv->values[column], value))
    return;

  sd_value_copy (&priv->values[column], value);
  g_object_notify (G_OBJECT (self), priv->table->columns[column].name);
}

/**
 * sd_row_set_place:
 * @self: a row
 * @parent_id: (nullable): the row that encloses it
 * @rank: its place among its siblings, from 0
 *
 * Moves the row. As with sd_row_set_value(), only what builds rows calls this.
 */
void
sd_row_set_place (SdRow *self, const char *parent_id, gint64 rank)
{
  SdRowPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->parent_id, parent_id) != 0)
    {
      g_free (priv->parent_id);
      priv->parent_id = g_strdup (parent_id);
      g_object_notify (G_OBJECT (self), "parent-id");
    }
  if (priv->rank != rank)
    {
      priv->rank = rank;
      g_object_notify (G_OBJECT (self), "rank");
    }
}

/**
 * sd_row_equal:
 * @a: a row
 * @b: another
 *
 * Returns: whether they are the same row at the same place with the same values
 */
gboolean
sd_row_equal (SdRow *a, SdRow *b)
{
  SdRowPrivate *pa = PRIVATE (a);
  SdRowPrivate *pb = PRIVATE (b);

  if (pa->table != pb->table || pa->rank != pb->rank || !g_str_equal (pa->id, pb->id) ||
      g_strcmp0 (pa->plan_id, pb->plan_id) != 0 || g_strcmp0 (pa->parent_id, pb->parent_id) != 0)
    return FALSE;

  for (guint i = 0; i < pa->table->n_columns; i++)
    if (!sd_value_equal (&pa->values[i], &pb->values[i]))
      return FALSE;

  return TRUE;
}

/**
 * sd_row_compare:
 * @a: (type SdRow): a row
 * @b: (type SdRow): another row of the same table
 * @unused: (nullable): nothing
 *
 * A #GCompareDataFunc for the order of rows: by rank, and where two siblings have the same rank, as
 * after a merge, by identifier, so that the order is the same everywhere.
 *
 * Returns: less than, equal to or greater than 0
 */
int
sd_row_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  SdRowPrivate *pa = PRIVATE ((SdRow *) a);
  SdRowPrivate *pb = PRIVATE ((SdRow *) b);

  if (pa->rank != pb->rank)
    return pa->rank < pb->rank ? -1 : 1;

  return strcmp (pa->id, pb->id);
}
