/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change.h"

#include "cell-check.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

/* Reads the changesets of SQLite's session extension. A changeset in a file from elsewhere is not
 * trusted, and SQLite's own reader is not made for that: given the wrong bytes it may never return,
 * and a table that does not fit is skipped and called a success. So every byte is read here, and
 * held against the model, before SQLite gets to see a changeset.
 *
 *   changeset  table*                  table   'T' varint(columns) key-flag*columns name '\0' row*
 *   row        operation '\0'|'\1' values      INSERT new | DELETE old | UPDATE old new
 *   value      0 | 1 int64 | 2 double | 3 varint(length) text | 4 varint(length) bytes | 5
 *              (0 is "not said": in an update, what does not change) */

enum
{
  FIELD_NOT_SAID,
  FIELD_INTEGER,
  FIELD_REAL,
  FIELD_TEXT,
  FIELD_BYTES,
  FIELD_NULL,
};

typedef struct
{
  gboolean is_said;
  SdValue value;
} Field;

/* Where the columns stand in SQL: the plan, the row, its parent, its rank, then the model's. */
typedef struct
{
  int plan;
  int row;
  int parent;
  int rank;
  int first;
} Layout;

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const SdTable *table; /* of the rows that come */
  Layout layout;
  guint n_columns;
} Reader;

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

/**
 * sd_change_free:
 * @self: a change
 */
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

static void
field_clear (gpointer field)
{
  sd_value_clear (&((Field *) field)->value);
}

static gboolean
read_byte (Reader *reader, guint8 *byte)
{
  if (reader->at == reader->end)
    return FALSE;

  *byte = *reader->at++;
  return TRUE;
}

/* Seven bits a byte, the highest first; more than 28 bits never occur here. */
static gboolean
read_length (Reader *reader, gsize *length)
{
  guint8 byte;

  *length = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!read_byte (reader, &byte))
        return FALSE;
      *length = *length << 7 | (byte & 0x7f);
      if (!(byte & 0x80))
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_number (Reader *reader, guint8 type, SdValue *value)
{
  guint64 bits;
  double real;

  if (reader->end - reader->at < 8)
    return FALSE;
  memcpy (&bits, reader->at, sizeof bits);
  bits = GUINT64_FROM_BE (bits);
  reader->at += sizeof bits;
  memcpy (&real, &bits, sizeof real);
  if (type == FIELD_INTEGER)
    *value = (SdValue) SD_VALUE_INIT_INTEGER ((gint64) bits);
  else
    *value = (SdValue) SD_VALUE_INIT_REAL (real);

  return TRUE;
}

static gboolean
read_text (Reader *reader, SdValue *value)
{
  gsize length;

  if (!read_length (reader, &length) || length > (gsize) (reader->end - reader->at) ||
      memchr (reader->at, '\0', length) != NULL)
    return FALSE;

  value->type = SD_VALUE_TEXT;
  value->text = g_strndup ((const char *) reader->at, length);
  reader->at += length;
  return TRUE;
}

static gboolean
read_field (Reader *reader, Field *field)
{
  guint8 type;

  if (!read_byte (reader, &type))
    return FALSE;

  field->is_said = type != FIELD_NOT_SAID;
  switch (type)
    {
    case FIELD_NOT_SAID:
    case FIELD_NULL:
      return TRUE;
    case FIELD_INTEGER:
    case FIELD_REAL:
      return read_number (reader, type, &field->value);
    case FIELD_TEXT:
      return read_text (reader, &field->value);
    case FIELD_BYTES: /* no column of the model holds any */
    default:
      return FALSE;
    }
}

/* The values of a row, one for each column. */
static GArray *
read_fields (Reader *reader)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, TRUE, sizeof (Field));

  g_array_set_clear_func (fields, field_clear);
  g_array_set_size (fields, reader->n_columns);
  for (guint i = 0; i < fields->len; i++)
    if (!read_field (reader, &g_array_index (fields, Field, i)))
      return NULL;

  return g_steal_pointer (&fields);
}

/* Columns may have been added since the changeset was made, but never taken away, and the keys stay
 * what they are. */
static gboolean
read_table (Reader *reader)
{
  const guint8 *keys;
  const char *name;
  gsize n_columns;

  if (!read_length (reader, &n_columns) || n_columns >= (gsize) (reader->end - reader->at))
    return FALSE;
  keys = reader->at;
  name = (const char *) keys + n_columns;
  if (memchr (name, '\0', (gsize) (reader->end - (const guint8 *) name)) == NULL)
    return FALSE;
  reader->at = (const guint8 *) name + strlen (name) + 1;
  reader->table = sd_table_lookup (name);
  if (reader->table == NULL)
    return FALSE;

  reader->layout = layout_of (reader->table);
  reader->n_columns = (guint) n_columns;
  if ((int) n_columns < reader->layout.first ||
      n_columns > (gsize) reader->layout.first + reader->table->n_columns)
    return FALSE;
  for (int i = 0; i < (int) n_columns; i++)
    if ((keys[i] != 0) != (i == reader->layout.plan || i == reader->layout.row))
      return FALSE;

  return TRUE;
}

static gboolean
take_id (const Field *field, char **id)
{
  if (field->value.type != SD_VALUE_TEXT || !g_uuid_string_is_valid (field->value.text))
    return FALSE;

  *id = g_strdup (field->value.text);
  return TRUE;
}

static gboolean
take_keys (SdChange *change, const Layout *layout, GArray *fields)
{
  return take_id (&g_array_index (fields, Field, layout->row), &change->row_id) &&
         (layout->plan < 0 ||
          take_id (&g_array_index (fields, Field, layout->plan), &change->plan_id));
}

static gboolean
take_place (SdChange *change, const Layout *layout, GArray *fields)
{
  const Field *rank = &g_array_index (fields, Field, layout->rank);
  const Field *parent = layout->parent >= 0 ? &g_array_index (fields, Field, layout->parent) : NULL;

  if (parent != NULL && parent->is_said && !take_id (parent, &change->parent_id))
    return FALSE;
  if (!rank->is_said)
    return TRUE;

  change->rank = rank->value.integer;
  return rank->value.type == SD_VALUE_INTEGER && change->rank >= 0;
}

static gboolean
take_values (SdChange *change, const Layout *layout, GArray *fields)
{
  for (guint i = (guint) layout->first; i < fields->len; i++)
    {
      Field *field = &g_array_index (fields, Field, i);
      guint column = i - (guint) layout->first;

      if (!field->is_said)
        continue;
      if (!sd_cell_accept (&change->table->columns[column], &field->value))
        return FALSE;
      sd_value_copy (&change->values[column], &field->value);
      change->changed |= G_GUINT64_CONSTANT (1) << column;
    }

  return TRUE;
}

static gboolean
says_all (GArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (!g_array_index (fields, Field, i).is_said)
      return FALSE;

  return TRUE;
}

/* An update says the old and the new value of what changes, and the old one of the keys. */
static gboolean
says_same (const Layout *layout, GArray *old, GArray *new)
{
  for (int i = 0; i < (int) old->len; i++)
    {
      gboolean is_key = i == layout->plan || i == layout->row;

      if (g_array_index (new, Field, i).is_said !=
          (g_array_index (old, Field, i).is_said && !is_key))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_row (Reader *reader, int operation, SdChange *change)
{
  g_autoptr (GArray) old = operation != SQLITE_INSERT ? read_fields (reader) : NULL;
  g_autoptr (GArray) new = NULL;

  if (operation == SQLITE_DELETE)
    {
      change->kind = SD_CHANGE_DELETE;
      return old != NULL && says_all (old) && take_keys (change, &reader->layout, old);
    }
  new = operation == SQLITE_INSERT || old != NULL ? read_fields (reader) : NULL;
  if (new == NULL)
    return FALSE;

  change->kind = operation == SQLITE_INSERT ? SD_CHANGE_INSERT : SD_CHANGE_UPDATE;
  return (old != NULL ? says_same (&reader->layout, old, new) : says_all (new)) &&
         take_keys (change, &reader->layout, old != NULL ? old : new) &&
         take_place (change, &reader->layout, new) && take_values (change, &reader->layout, new);
}

static SdChange *
read_change (Reader *reader, int operation)
{
  g_autoptr (SdChange) change = NULL;
  guint8 is_indirect;

  if (reader->table == NULL ||
      (operation != SQLITE_INSERT && operation != SQLITE_UPDATE && operation != SQLITE_DELETE) ||
      !read_byte (reader, &is_indirect) || is_indirect > 1)
    return NULL;

  change = g_new0 (SdChange, 1);
  change->table = reader->table;
  change->values = g_new0 (SdValue, reader->table->n_columns);
  change->rank = -1;

  return read_row (reader, operation, change) ? g_steal_pointer (&change) : NULL;
}

static gboolean
read_changes (Reader *reader, GPtrArray *changes)
{
  while (reader->at < reader->end)
    {
      guint8 head = *reader->at++;
      SdChange *change;

      if (head == 'T')
        {
          if (!read_table (reader))
            return FALSE;
          continue;
        }
      change = read_change (reader, head);
      if (change == NULL)
        return FALSE;
      g_ptr_array_add (changes, change);
    }

  return TRUE;
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
 * type of each value. Only a changeset that was read here may be given to SQLite.
 *
 * Returns: (transfer full) (element-type SdChange): what it changes, in the order of the tables
 */
GPtrArray *
sd_changeset_decode (GBytes *changeset, const char *name, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  gsize size;
  Reader reader = { g_bytes_get_data (changeset, &size) };

  reader.end = reader.at + size;
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_change_free);
  if (size <= G_MAXINT && read_changes (&reader, changes))
    return g_steal_pointer (&changes);

  set_damaged (name, error);
  return NULL;
}

/**
 * sd_changeset_invert:
 * @changeset: a changeset that sd_changeset_decode() has read
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

  if (sqlite3changeset_invert ((int) size, data, &n_inverted, &inverted) != SQLITE_OK)
    {
      set_damaged (name, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (inverted, (gsize) n_inverted, sqlite3_free, inverted);
}
