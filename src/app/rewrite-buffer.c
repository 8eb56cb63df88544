/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rewrite-buffer.h"

/* Fields in the text of an editor: a tag for each, which knows what it refers to. */

static void
piece_unref (SdRewritePiece *piece)
{
  g_free (piece->text);
  g_free (piece->ref);
  g_free (piece->format);
  g_free (piece);
}

/**
 * sd_rewrite_buffer_insert:
 * @buffer: a buffer
 * @iter: where; behind the field afterwards
 * @field: a field
 *
 * Puts a field into the text.
 */
void
sd_rewrite_buffer_insert (GtkTextBuffer *buffer, GtkTextIter *iter, const SdRewritePiece *field)
{
  GtkTextTag *tag =
      gtk_text_buffer_create_tag (buffer, NULL, "background", "rgba(53,132,228,0.22)", NULL);
  SdRewritePiece *copy = g_new0 (SdRewritePiece, 1);

  copy->text = g_strdup (field->text);
  copy->ref = g_strdup (field->ref);
  copy->format = g_strdup (field->format);
  g_object_set_data_full (G_OBJECT (tag), "field", copy, (GDestroyNotify) piece_unref);
  gtk_text_buffer_insert_with_tags (buffer, iter, field->text, -1, tag, NULL);
}

/**
 * sd_rewrite_buffer_tag_at:
 * @iter: a place in the text
 *
 * Returns: (transfer none) (nullable): the tag of the field that begins or goes on there
 */
GtkTextTag *
sd_rewrite_buffer_tag_at (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (g_object_get_data (l->data, "field") != NULL)
      return l->data;

  return NULL;
}

/* Within a field, so that both sides of @iter belong to it. */
static GtkTextTag *
tag_around (const GtkTextIter *iter)
{
  GtkTextTag *tag = sd_rewrite_buffer_tag_at (iter);

  return tag != NULL && !gtk_text_iter_starts_tag (iter, tag) ? tag : NULL;
}

/* A field goes as a whole. */
static void
on_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, gpointer data)
{
  GtkTextTag *first = tag_around (start), *last = tag_around (end);

  if (first != NULL)
    gtk_text_iter_backward_to_tag_toggle (start, first);
  if (last != NULL)
    gtk_text_iter_forward_to_tag_toggle (end, last);
}

/* Nothing is typed into a field, but behind it. */
static void
on_insert_text (GtkTextBuffer *buffer, GtkTextIter *iter, char *text, int length, gpointer data)
{
  GtkTextTag *tag = tag_around (iter);

  if (tag != NULL)
    gtk_text_iter_forward_to_tag_toggle (iter, tag);
}

/**
 * sd_rewrite_buffer_get_pieces:
 * @buffer: a buffer
 *
 * Returns: (transfer full) (element-type SdRewritePiece): the text
 */
GPtrArray *
sd_rewrite_buffer_get_pieces (GtkTextBuffer *buffer)
{
  GPtrArray *pieces = sd_rewrite_pieces_new ();
  GtkTextIter at, next;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (!gtk_text_iter_is_end (&at))
    {
      GtkTextTag *tag = sd_rewrite_buffer_tag_at (&at);
      const SdRewritePiece *field =
          tag != NULL ? g_object_get_data (G_OBJECT (tag), "field") : NULL;
      g_autofree char *text = NULL;

      next = at;
      gtk_text_iter_forward_to_tag_toggle (&next, tag);
      text = gtk_text_iter_get_text (&at, &next);
      if (field != NULL)
        sd_rewrite_pieces_add (pieces, field->text, field->ref, field->format);
      else
        sd_rewrite_pieces_add (pieces, text, NULL, NULL);
      at = next;
    }

  return pieces;
}

/**
 * sd_rewrite_buffer_set_pieces:
 * @buffer: a buffer
 * @pieces: (element-type SdRewritePiece): a text
 */
void
sd_rewrite_buffer_set_pieces (GtkTextBuffer *buffer, GPtrArray *pieces)
{
  GtkTextIter iter;

  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  for (guint i = 0; i < pieces->len; i++)
    {
      const SdRewritePiece *piece = pieces->pdata[i];

      if (piece->ref != NULL)
        sd_rewrite_buffer_insert (buffer, &iter, piece);
      else
        gtk_text_buffer_insert (buffer, &iter, piece->text, -1);
    }
}

/**
 * sd_rewrite_buffer_init:
 * @buffer: a buffer
 *
 * Has the buffer keep its fields whole: they go as a whole, and nothing is typed into them.
 */
void
sd_rewrite_buffer_init (GtkTextBuffer *buffer)
{
  /* The buffer's own undo would bring fields back as plain text. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect (buffer, "delete-range", G_CALLBACK (on_delete_range), NULL);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (on_insert_text), NULL);
}
