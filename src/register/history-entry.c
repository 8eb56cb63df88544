/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (SdHistoryEntry, sd_history_entry, sd_history_entry_copy, sd_history_entry_free)

/* As the column `kind` holds them, in the order of SdHistoryKind. */
static const char *const kinds[] = { "edit", "undo", "redo", "merge", "import", "version" };

/**
 * sd_history_kind_to_string:
 * @kind: a kind of entry
 *
 * Returns: (transfer none): its name, such as "edit"
 */
const char *
sd_history_kind_to_string (SdHistoryKind kind)
{
  return kinds[kind];
}

gboolean
sd_history_kind_from_string (const char *text, SdHistoryKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], text) == 0)
      {
        *kind = (SdHistoryKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sd_history_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): a copy
 */
SdHistoryEntry *
sd_history_entry_copy (const SdHistoryEntry *self)
{
  SdHistoryEntry *copy = g_new (SdHistoryEntry, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->parent = g_strdup (self->parent);
  copy->merge_parent = g_strdup (self->merge_parent);
  copy->reverses = g_strdup (self->reverses);
  copy->author = g_strdup (self->author);
  copy->time = g_strdup (self->time);
  copy->label = g_strdup (self->label);
  copy->changeset = self->changeset != NULL ? g_bytes_ref (self->changeset) : NULL;
  copy->prev_hash = g_strdup (self->prev_hash);
  copy->hash = g_strdup (self->hash);

  return copy;
}

/**
 * sd_history_entry_free:
 * @self: (nullable): an entry
 */
void
sd_history_entry_free (SdHistoryEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->parent);
  g_free (self->merge_parent);
  g_free (self->reverses);
  g_free (self->author);
  g_free (self->time);
  g_free (self->label);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  g_free (self->prev_hash);
  g_free (self->hash);
  g_free (self);
}

/**
 * sd_history_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer full): what it is called, in the language of the user
 */
char *
sd_history_entry_get_text (const SdHistoryEntry *self)
{
  g_autofree char *text = sd_label_to_text (self->label);

  switch (self->kind)
    {
    case SD_HISTORY_UNDO:
      return g_strdup_printf (_ ("Undo: %s"), text);
    case SD_HISTORY_REDO:
      return g_strdup_printf (_ ("Redo: %s"), text);
    case SD_HISTORY_EDIT:
    case SD_HISTORY_MERGE:
    case SD_HISTORY_IMPORT:
    case SD_HISTORY_VERSION:
    default:
      return g_steal_pointer (&text);
    }
}

/**
 * sd_history_entry_is_barrier:
 * @self: an entry
 *
 * A version that was signed off, or that brought changes of its own as the making of the register
 * did, is not stepped over.
 *
 * Returns: whether undo and redo stop here
 */
gboolean
sd_history_entry_is_barrier (const SdHistoryEntry *self)
{
  return self->kind == SD_HISTORY_VERSION &&
         (self->has_changeset || sd_label_get_id (self->label) == SD_LABEL_SIGNED_OFF);
}

/* Name, length, bytes: no two entries have the same text, whatever stands in them. */
static void
add_field (GChecksum *checksum, const char *name, gconstpointer data, gssize length)
{
  g_autofree char *head = NULL;

  head = data != NULL ? g_strdup_printf ("%s:%" G_GSSIZE_FORMAT ":", name, length)
                      : g_strdup_printf ("%s:-", name);
  g_checksum_update (checksum, (const guchar *) head, -1);
  if (data != NULL && length > 0)
    g_checksum_update (checksum, data, length);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
}

static void
add_text (GChecksum *checksum, const char *name, const char *text)
{
  add_field (checksum, name, text, text != NULL ? (gssize) strlen (text) : 0);
}

static void
add_changeset (GChecksum *checksum, GBytes *changeset)
{
  gsize size = 0;
  gconstpointer data = changeset != NULL ? g_bytes_get_data (changeset, &size) : NULL;

  add_field (checksum, "changeset", changeset != NULL && data == NULL ? "" : data, (gssize) size);
}

char *
sd_history_entry_compute_hash (const SdHistoryEntry *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, self->schema_version);

  add_text (checksum, "id", self->id);
  add_text (checksum, "parent", self->parent);
  add_text (checksum, "merge_parent", self->merge_parent);
  add_text (checksum, "kind", sd_history_kind_to_string (self->kind));
  add_text (checksum, "reverses", self->reverses);
  add_text (checksum, "author", self->author);
  add_text (checksum, "time", self->time);
  add_text (checksum, "label", self->label);
  add_text (checksum, "schema_version", version);
  add_changeset (checksum, self->changeset);
  add_text (checksum, "prev_hash", self->prev_hash);

  return g_strdup (g_checksum_get_string (checksum));
}
