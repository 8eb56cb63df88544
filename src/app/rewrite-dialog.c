/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rewrite-dialog.h"

#include "rewrite-buffer.h"
#include "rewrite.h"

#include <glib/gi18n-lib.h>

struct _SdRewriteDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkTextView *text_view;
  GtkMenuButton *field_button;
  GtkListBox *field_list;
  GtkWidget *restore_button;
  GtkWidget *offer_box;
  GtkLabel *offer_label;
  GtkLabel *problem_label;
  GtkWidget *problem_box;
  GtkWidget *save_button;

  /* Owned */
  SdSession *session;
  char *document_id;
  char *key;
  GPtrArray *drafted; /* of SdDraftedField */
  GPtrArray *fields;  /* of SdRewritePiece, in the order of the list */

  guint offered; /* place of the field that is offered for what was typed */
  int offer_start, offer_end;
};

G_DEFINE_FINAL_TYPE (SdRewriteDialog, sd_rewrite_dialog, ADW_TYPE_WINDOW)

static GtkTextBuffer *
buffer_of (SdRewriteDialog *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

/* What fields there are */

static char *
describe (SdRewriteDialog *self, const char *ref)
{
  g_auto (GStrv) parts = g_strsplit (ref, ":", 3);
  SdPlan *plan = sd_session_get_plan (self->session);
  const char *object = parts[1] != NULL ? parts[1] : "";
  const SdToken *kind =
      sd_enumeration_lookup (sd_enumeration_get (SD_ENUMERATION_UNIT_KIND), object);
  const SdToken *type =
      sd_enumeration_lookup (sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE), object);
  SdRow *row = sd_row_set_find_row (SD_ROW_SET (plan), object);

  if (g_str_equal (parts[0], "count") && kind != NULL)
    return g_strdup_printf (_ ("How many: %s"), sd_token_get_label (kind));
  if (g_str_equal (parts[0], "names") && kind != NULL)
    return g_strdup_printf (_ ("Names: %s"), sd_token_get_label (kind));
  if (g_str_equal (parts[0], "headcount"))
    return type != NULL ? g_strdup_printf (_ ("Headcount: %s"), sd_token_get_label (type))
                        : g_strdup (_ ("Headcount"));
  if (g_str_equal (ref, "leaders"))
    return g_strdup (_ ("Leading posts"));
  if (row != NULL)
    return g_strdup (sd_table_get_label (sd_row_get_table (row)));

  return g_strdup (ref);
}

static gboolean
has_field (SdRewriteDialog *self, const char *ref)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (((SdRewritePiece *) self->fields->pdata[i])->ref, ref))
      return TRUE;

  return FALSE;
}

static void
offer_field (SdRewriteDialog *self, const char *ref, const char *format)
{
  g_autofree char *value = sd_rewrite_value (sd_session_get_county (self->session),
                                             sd_session_get_plan_id (self->session), ref, format);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (value == NULL || has_field (self, ref))
    return;
  title = describe (self, ref);
  sd_rewrite_pieces_add (self->fields, value, ref, format);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->field_list, row);
}

static void
offer_tokens (SdRewriteDialog *self, SdEnumerationId id, const char *prefix)
{
  const SdEnumeration *enumeration = sd_enumeration_get (id);

  for (guint i = 0; i < enumeration->n_tokens; i++)
    {
      g_autofree char *ref = g_strconcat (prefix, enumeration->tokens[i].name, NULL);

      offer_field (self, ref, NULL);
    }
}

/* Those of the draft first, then what is counted, then the bodies. */
static void
offer_fields (SdRewriteDialog *self, GPtrArray *pieces)
{
  SdRow *unit;

  for (guint i = 0; i < pieces->len; i++)
    {
      const SdRewritePiece *piece = pieces->pdata[i];

      if (piece->ref != NULL)
        offer_field (self, piece->ref, piece->format);
    }
  for (guint i = 0; i < self->drafted->len; i++)
    offer_field (self, ((SdDraftedField *) self->drafted->pdata[i])->ref, NULL);
  offer_tokens (self, SD_ENUMERATION_UNIT_KIND, "count:");
  offer_tokens (self, SD_ENUMERATION_UNIT_KIND, "names:");
  offer_field (self, "headcount", NULL);
  offer_tokens (self, SD_ENUMERATION_QUOTA_TYPE, "headcount:");
  offer_field (self, "leaders", NULL);
  offer_field (self, "town:name", NULL);
  offer_field (self, "county:name", NULL);
  SD_FOREACH_ROW (unit, sd_session_get_plan (self->session), SD_TABLE_UNIT)
    {
      g_autofree char *ref = g_strconcat ("unit:", sd_row_get_id (unit), NULL);

      if (sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
        offer_field (self, ref, NULL);
    }
}

/* While it is typed */

static void
show_problems (SdRewriteDialog *self)
{
  g_autoptr (GPtrArray) pieces = sd_rewrite_buffer_get_pieces (buffer_of (self));
  g_autofree char *text = sd_rewrite_pieces_to_text (pieces);
  g_autoptr (GPtrArray) problems =
      sd_rewriting_compare (sd_session_get_county (self->session),
                            sd_session_get_plan_id (self->session), self->drafted, text);
  g_autofree char *shown = NULL;

  g_ptr_array_add (problems, NULL);
  shown = g_strjoinv ("\n", (char **) problems->pdata);
  gtk_label_set_label (self->problem_label, shown);
  gtk_widget_set_visible (self->problem_box, *shown != '\0');
  gtk_widget_set_sensitive (self->save_button, pieces->len > 0);
}

static gboolean
is_number_part (gunichar c, gpointer unused)
{
  return g_unichar_isdigit (c) || g_utf8_strchr ("零一二三四五六七八九十百千", -1, c) != NULL;
}

/* The number before the cursor, where it was typed and is no field. */
static char *
typed_number (SdRewriteDialog *self, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), end,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  *start = *end;
  while (!gtk_text_iter_is_start (start))
    {
      GtkTextIter before = *start;

      gtk_text_iter_backward_char (&before);
      if (sd_rewrite_buffer_tag_at (&before) != NULL ||
          !is_number_part (gtk_text_iter_get_char (&before), NULL))
        break;
      *start = before;
    }

  return gtk_text_iter_equal (start, end) ? NULL : gtk_text_iter_get_text (start, end);
}

static void
show_offer (SdRewriteDialog *self)
{
  GtkTextIter start, end;
  g_autofree char *number = typed_number (self, &start, &end);

  gtk_widget_set_visible (self->offer_box, FALSE);
  for (guint i = 0; number != NULL && i < self->fields->len; i++)
    {
      const SdRewritePiece *field = self->fields->pdata[i];
      g_autofree char *what = NULL, *text = NULL;

      if (!g_str_equal (field->text, number))
        continue;
      what = describe (self, field->ref);
      /* Translators: a number that was typed, and what in the plan has this value. */
      text = g_strdup_printf (_ ("%s is in the plan: %s"), number, what);
      gtk_label_set_label (self->offer_label, text);
      gtk_widget_set_visible (self->offer_box, TRUE);
      self->offered = i;
      self->offer_start = gtk_text_iter_get_offset (&start);
      self->offer_end = gtk_text_iter_get_offset (&end);
      return;
    }
}

static void
on_changed (SdRewriteDialog *self)
{
  show_problems (self);
  show_offer (self);
}

static void
on_offer_taken (SdRewriteDialog *self)
{
  const SdRewritePiece *field = self->fields->pdata[self->offered];
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, self->offer_start);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, self->offer_end);
  gtk_text_buffer_delete (buffer_of (self), &start, &end);
  sd_rewrite_buffer_insert (buffer_of (self), &start, field);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
on_field_activated (SdRewriteDialog *self, GtkListBoxRow *row)
{
  const SdRewritePiece *field = self->fields->pdata[gtk_list_box_row_get_index (row)];
  GtkTextIter iter;

  gtk_menu_button_popdown (self->field_button);
  gtk_text_buffer_delete_selection (buffer_of (self), FALSE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &iter,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  sd_rewrite_buffer_insert (buffer_of (self), &iter, field);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* What becomes of it */

static char *
short_text (SdRewriteDialog *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  g_strdelimit (text, "\n", ' ');
  if (g_utf8_strlen (text, -1) <= 16)
    return g_steal_pointer (&text);

  *g_utf8_offset_to_pointer (text, 15) = '\0';
  return g_strconcat (text, "…", NULL);
}

static void
on_save (SdRewriteDialog *self)
{
  g_autoptr (GPtrArray) pieces = sd_rewrite_buffer_get_pieces (buffer_of (self));
  g_autofree char *markup = sd_rewrite_pieces_to_markup (pieces);
  g_autofree char *what = short_text (self);
  const SdFieldValue values[] = {
    { SD_OVERRIDE_DOCUMENT, SD_VALUE_INIT_TEXT (self->document_id) },
    { SD_OVERRIDE_KEY, SD_VALUE_INIT_TEXT (self->key) },
    { SD_OVERRIDE_BODY, SD_VALUE_INIT_TEXT (markup) },
  };

  sd_register_answer_async (sd_session_get_register (self->session),
                            sd_session_get_plan_id (self->session), SD_TABLE_OVERRIDE, values,
                            SD_REWRITE_N_KEYS, G_N_ELEMENTS (values), what, NULL, NULL,
                            sd_session_on_done, g_object_ref (self->session));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_restore (SdRewriteDialog *self)
{
  SdRow *override = sd_rewrite_find (self->session, self->document_id, self->key);

  if (override != NULL)
    sd_rewrite_restore (self->session, override);
  gtk_window_close (GTK_WINDOW (self));
}

/* Overrides */

static void
sd_rewrite_dialog_finalize (GObject *object)
{
  SdRewriteDialog *self = SD_REWRITE_DIALOG (object);

  g_clear_object (&self->session);
  g_free (self->document_id);
  g_free (self->key);
  g_ptr_array_unref (self->drafted);
  g_ptr_array_unref (self->fields);

  G_OBJECT_CLASS (sd_rewrite_dialog_parent_class)->finalize (object);
}

static void
sd_rewrite_dialog_class_init (SdRewriteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_rewrite_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/rewrite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, field_button);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, field_list);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, offer_box);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, offer_label);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, SdRewriteDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_field_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_offer_taken);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
}

static void
sd_rewrite_dialog_init (SdRewriteDialog *self)
{
  self->fields = sd_rewrite_pieces_new ();
  self->drafted = sd_drafted_fields_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sd_rewrite_buffer_init (buffer_of (self));
}

/* Public functions */

static void
take_drafted (SdRewriteDialog *self, SdBlocks *blocks, GPtrArray *pieces)
{
  GPtrArray *rewritings = sd_blocks_get_rewritings (blocks);

  for (guint i = 0; i < rewritings->len; i++)
    {
      const SdRewriting *rewriting = rewritings->pdata[i];

      if (!g_str_equal (rewriting->key, self->key) ||
          !g_str_equal (rewriting->document, self->document_id))
        continue;
      g_ptr_array_unref (self->drafted);
      self->drafted = g_ptr_array_ref (rewriting->drafted);
      return;
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      const SdRewritePiece *piece = pieces->pdata[i];
      const SdRewritePiece *previous = i > 0 ? pieces->pdata[i - 1] : NULL;
      const SdRewritePiece *next = i + 1 < pieces->len ? pieces->pdata[i + 1] : NULL;

      if (piece->ref != NULL)
        sd_drafted_fields_add (self->drafted, piece->ref,
                               previous != NULL && previous->ref == NULL ? previous->text : NULL,
                               next != NULL ? next->text : NULL);
    }
}

/**
 * sd_rewrite_dialog_new:
 * @parent: the window
 * @session: its session
 * @blocks: the document as it is
 * @document_id: the type of document that the block is kept under
 * @key: the block
 * @shown_key: the key that it has in @blocks
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_rewrite_dialog_new (GtkWindow *parent,
                       SdSession *session,
                       SdBlocks *blocks,
                       const char *document_id,
                       const char *key,
                       const char *shown_key)
{
  SdRewriteDialog *self = g_object_new (SD_TYPE_REWRITE_DIALOG, "transient-for", parent, NULL);
  SdRow *override = sd_rewrite_find (session, document_id, key);
  const SdBlock *block = sd_blocks_find_block (blocks, shown_key);
  g_autoptr (GPtrArray) pieces = NULL;

  self->session = g_object_ref (session);
  self->document_id = g_strdup (document_id);
  self->key = g_strdup (key);
  if (override != NULL)
    pieces = sd_rewrite_pieces_from_markup (sd_row_get_text (override, SD_OVERRIDE_BODY),
                                            sd_session_get_county (session),
                                            sd_session_get_plan_id (session));
  else
    pieces = block != NULL ? sd_rewrite_pieces_from_block (block) : sd_rewrite_pieces_new ();
  take_drafted (self, blocks, pieces);
  offer_fields (self, pieces);
  sd_rewrite_buffer_set_pieces (buffer_of (self), pieces);
  gtk_widget_set_visible (self->restore_button, override != NULL);
  g_signal_connect_object (buffer_of (self), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  show_problems (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));

  return GTK_WIDGET (self);
}
