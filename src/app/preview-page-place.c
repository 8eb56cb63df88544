/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-page-private.h"

#include "dialogs.h"
#include "preview-place.h"
#include "rewrite-dialog.h"
#include "rewrite.h"
#include "severity.h"
#include "window.h"

#include <glib/gi18n-lib.h>

/* From a place of a document to what it prints, and from there to its place. */

/* What is missing */

typedef struct
{
  char *key;
  char *ref;
} Gap;

static void
gap_free (Gap *gap)
{
  g_free (gap->key);
  g_free (gap->ref);
  g_free (gap);
}

static void
add_missing (SdPreviewPage *self, const char *text, const char *key, const char *ref)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();
  Gap *gap = g_new0 (Gap, 1);

  gap->key = g_strdup (key);
  gap->ref = g_strdup (ref);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (row, "area-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), ref != NULL);
  g_object_set_data_full (G_OBJECT (row), "gap", gap, (GDestroyNotify) gap_free);
  gtk_list_box_append (self->missing_list, row);
}

static guint
list_gaps (SdPreviewPage *self, const SdBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->inlines->len; i++)
    {
      const SdInline *piece = block->inlines->pdata[i];

      if (!piece->missing)
        continue;
      add_missing (self, piece->text, block->key, piece->ref);
      n++;
    }
  for (guint i = 0; i < block->children->len; i++)
    n += list_gaps (self, block->children->pdata[i]);

  return n;
}

/* The first problems are those of the gaps; what follows is of the whole document. */
void
sd_preview_page_update_missing (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  SdBlocks *blocks = layout != NULL ? sd_layout_get_blocks (layout) : NULL;
  const char *const *problems = blocks != NULL ? sd_blocks_get_problems (blocks) : NULL;
  const guint n_problems = problems != NULL ? g_strv_length ((char **) problems) : 0;
  g_autofree char *text = NULL;
  const SdBlock *block;
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->missing_list))) != NULL)
    gtk_list_box_remove (self->missing_list, row);
  for (guint i = 0; blocks != NULL && (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    n += list_gaps (self, block);
  for (; n < n_problems; n++)
    add_missing (self, problems[n], NULL, NULL);

  text = g_strdup_printf (ngettext ("%u is missing", "%u are missing", n), n);
  gtk_menu_button_set_label (self->missing_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_button), n > 0);
}

void
sd_preview_page_on_missing (SdPreviewPage *self, GtkListBoxRow *row)
{
  const Gap *gap = g_object_get_data (G_OBJECT (row), "gap");

  gtk_menu_button_popdown (self->missing_button);
  if (sd_preview_page_is_element (gap->ref))
    {
      sd_preview_page_open_element (self, gap->ref);
      return;
    }
  if (sd_preview_view_choose (self->view, gap->key, gap->ref) ||
      sd_preview_view_choose (self->view, NULL, gap->ref))
    sd_preview_page_update_places (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Findings in the margin */

/* Those that are printed on one line. */
typedef struct
{
  SdLayoutSpot spot;
  SdFinding *worst;
  GString *text;
  guint n;
} Note;

static void
note_free (Note *note)
{
  g_string_free (note->text, TRUE);
  g_free (note);
}

static void
on_badge_clicked (GtkWidget *badge, SdFinding *finding)
{
  const char *subject = sd_finding_get_subject (finding);
  const char *rule = sd_finding_get_rule (finding);

  gtk_widget_activate_action (badge, "win.show-finding", "(ss)", rule != NULL ? rule : "",
                              subject != NULL ? subject : "");
}

/* What was written has no block of its row, but stands in the place of one. */
static gboolean
find_place (SdPreviewPage *self, SdLayout *layout, const char *row_id, SdLayoutSpot *spot)
{
  SdRow *row = sd_row_set_get_row (SD_ROW_SET (sd_session_get_plan (self->session)),
                                   SD_TABLE_OVERRIDE, row_id);
  g_autofree char *attached = NULL, *owner = NULL;
  const char *key, *own_key;

  if (row == NULL)
    return sd_preview_find (layout, row_id, spot);
  key = sd_row_get_text (row, SD_OVERRIDE_KEY);
  owner = sd_preview_owner_of (sd_preview_page_get_document (self), key, &own_key);
  if (sd_row_is (row, SD_OVERRIDE_DOCUMENT, owner))
    return sd_layout_find (layout, key, NULL, 0, spot);

  attached = g_strconcat (sd_row_get_text (row, SD_OVERRIDE_DOCUMENT), ":", key, NULL);
  return sd_layout_find (layout, attached, NULL, 0, spot);
}

/* The keyboard brings a badge into view with its line. */
static void
on_badge_entered (GtkEventController *focus, SdFinding *finding)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (
      gtk_widget_get_ancestor (gtk_event_controller_get_widget (focus), SD_TYPE_PREVIEW_PAGE));
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  SdLayoutSpot spot;

  if (layout != NULL && find_place (self, layout, sd_finding_get_subject (finding), &spot) &&
      sd_preview_view_choose (self->view, spot.key, spot.ref))
    sd_preview_page_update_places (self);
}

static void
add_badge (SdPreviewPage *self, const Note *note)
{
  SdPreviewSheet *sheet = sd_preview_view_get_sheet (self->view, note->spot.page);
  GtkWidget *button = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_button_set_child (GTK_BUTTON (button),
                        sd_severity_badge_new (sd_finding_get_severity (note->worst), note->n));
  gtk_widget_set_tooltip_text (button, note->text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  note->text->str, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "margin-badge");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_badge_clicked), note->worst, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_badge_entered), note->worst, 0);
  gtk_widget_add_controller (button, focus);
  sd_preview_sheet_add_badge (sheet, button, note->spot.rect.y);
}

static void
take_note (SdPreviewPage *self, GHashTable *notes, SdLayout *layout, SdFinding *finding)
{
  const char *subject = sd_finding_get_subject (finding);
  g_autofree char *line = NULL;
  SdLayoutSpot spot;
  Note *note;

  if (subject == NULL || *subject == '\0' || sd_finding_get_exception (finding) != NULL ||
      !find_place (self, layout, subject, &spot))
    return;

  line = g_strdup_printf ("%u %.0f", spot.page, spot.rect.y / 10);
  note = g_hash_table_lookup (notes, line);
  if (note == NULL)
    {
      note = g_new0 (Note, 1);
      note->spot = spot;
      note->text = g_string_new (NULL);
      g_hash_table_insert (notes, g_steal_pointer (&line), note);
    }
  if (note->worst == NULL ||
      sd_finding_get_severity (finding) < sd_finding_get_severity (note->worst))
    note->worst = finding;
  g_string_append_printf (note->text, "%s%s", note->n > 0 ? "\n" : "",
                          sd_finding_get_message (finding));
  note->n++;
}

void
sd_preview_page_update_badges (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  GListModel *findings = self->session != NULL ? sd_session_get_findings (self->session) : NULL;
  g_autoptr (GHashTable) notes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) note_free);
  GHashTableIter iter;
  gpointer note;
  SdPreviewSheet *sheet;

  for (guint i = 0; (sheet = sd_preview_view_get_sheet (self->view, i)) != NULL; i++)
    sd_preview_sheet_clear_badges (sheet);
  for (guint i = 0; layout != NULL && sd_session_get_plan (self->session) != NULL &&
                    i < g_list_model_get_n_items (findings);
       i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      take_note (self, notes, layout, finding);
    }
  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    add_badge (self, note);
}

/* What is chosen */

static SdRow *
chosen_row (SdPreviewPage *self)
{
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);

  return spot != NULL && self->session != NULL
             ? sd_preview_row_of (self->session, spot->key, spot->ref)
             : NULL;
}

static const char *
chosen_page (SdPreviewPage *self)
{
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  const char *page;

  if (spot == NULL)
    return NULL;
  if (layout != NULL && sd_preview_picture_at (layout, spot->key, &page) != NULL)
    return page;

  return sd_preview_page_of (chosen_row (self), spot->ref);
}

/* Whether there is something to go to. */
static gboolean
leads_on (SdPreviewPage *self)
{
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);

  return chosen_page (self) != NULL || (spot != NULL && sd_preview_page_is_element (spot->ref));
}

static void
open_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);
  SdRow *row = chosen_row (self);
  const char *page = chosen_page (self);
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);

  if (spot != NULL && sd_preview_page_is_element (spot->ref))
    sd_preview_page_open_element (self, spot->ref);
  else if (row != NULL)
    gtk_widget_activate_action (widget, "win.show-row", "(ss)", page, sd_row_get_id (row));
  else if (page != NULL)
    gtk_widget_activate_action (widget, "win.show-page", "s", page);
}

/* The block that is chosen, where it is text; the paragraphs that follow in its place are its. What
 * is rewritten belongs to a plan, so documents of the county are not. */
static char *
chosen_text (SdPreviewPage *self, char **document_id)
{
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  const char *own_key;

  if (spot == NULL || layout == NULL || sd_session_get_read_only (self->session) ||
      sd_preview_maker_is_of_county (self->maker) ||
      !sd_rewrite_is_offered (sd_layout_get_blocks (layout), spot->key))
    return NULL;
  *document_id = sd_preview_owner_of (sd_preview_page_get_document (self), spot->key, &own_key);

  return g_strdup (own_key);
}

static SdRow *
chosen_override (SdPreviewPage *self)
{
  g_autofree char *document_id = NULL;
  g_autofree char *key = chosen_text (self, &document_id);

  return key != NULL ? sd_rewrite_find (self->session, document_id, key) : NULL;
}

static void
rewrite (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);
  g_autofree char *document_id = NULL;
  g_autofree char *key = chosen_text (self, &document_id);
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);

  if (key == NULL)
    return;
  gtk_window_present (GTK_WINDOW (
      sd_rewrite_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session,
                             sd_layout_get_blocks (sd_preview_view_get_layout (self->view)),
                             document_id, key, spot->key)));
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);
  SdRow *override = chosen_override (self);

  if (override != NULL)
    sd_rewrite_restore (self->session, override);
}

static void
show_menu (SdPreviewPage *self, const SdLayoutSpot *spot)
{
  SdPreviewSheet *sheet = sd_preview_view_get_sheet (self->view, spot->page);
  double width, height;
  graphene_rect_t bounds;
  float scale;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->place_menu);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  sd_layout_get_page_size (sd_preview_view_get_layout (self->view), spot->page, &width, &height);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (sheet), GTK_WIDGET (self), &bounds))
    return;
  scale = bounds.size.width / (float) width;
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->menu),
      &(GdkRectangle){ (int) (bounds.origin.x + (float) spot->rect.x * scale),
                       (int) (bounds.origin.y + (float) spot->rect.y * scale),
                       (int) ((float) spot->rect.width * scale),
                       (int) ((float) spot->rect.height * scale) });
  sd_menu_popup (GTK_POPOVER (self->menu));
}

static void
open_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);

  if (spot != NULL)
    show_menu (self, spot);
}

void
sd_preview_page_install_places (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.open", NULL, open_place);
  gtk_widget_class_install_action (widget_class, "page.rewrite", NULL, rewrite);
  gtk_widget_class_install_action (widget_class, "page.restore", NULL, restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.rewrite", NULL);
  gtk_widget_class_install_action (widget_class, "page.menu", NULL, open_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "page.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "page.menu",
                                       NULL);
}

void
sd_preview_page_update_places (SdPreviewPage *self)
{
  g_autofree char *document_id = NULL;
  g_autofree char *key = self->session != NULL ? chosen_text (self, &document_id) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.open", leads_on (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.rewrite", key != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.restore",
                                 key != NULL && chosen_override (self) != NULL);
}

/* The unit of what is chosen is selected, and a screen reader speaks the line. */
void
sd_preview_page_on_chosen (SdPreviewPage *self)
{
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);
  SdRow *row = chosen_row (self);
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  g_autofree char *text = NULL;

  sd_preview_page_update_places (self);
  if (row != NULL)
    sd_session_go_to_row (self->session, NULL, sd_row_get_id (row));
  text = spot != NULL ? sd_preview_describe (layout, spot) : NULL;
  if (text != NULL)
    sd_speaker_say (self->speaker, text);
}

/* A field opens what it prints, text beside it is rewritten; what cannot be rewritten, such as a
 * picture, opens what it shows. */
void
sd_preview_page_on_activated (SdPreviewPage *self)
{
  const SdLayoutSpot *spot = sd_preview_view_get_chosen (self->view);
  g_autofree char *document_id = NULL;
  g_autofree char *key = chosen_text (self, &document_id);
  const gboolean is_field = spot != NULL && spot->ref != NULL && leads_on (self);

  gtk_widget_activate_action (GTK_WIDGET (self),
                              key != NULL && !is_field ? "page.rewrite" : "page.open", NULL);
}

/* Where the row is printed, in this document or in the one for rows of its kind. */
void
sd_preview_page_show_awaited (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  SdPlan *plan = self->session != NULL ? sd_session_get_plan (self->session) : NULL;
  SdRow *row;
  const char *document;
  SdLayoutSpot spot;

  if (self->awaited_id == NULL || plan == NULL || !sd_preview_page_is_current (self))
    return;
  row = sd_row_set_find_row (SD_ROW_SET (plan), self->awaited_id);
  document = row != NULL ? sd_preview_document_of (row) : NULL;
  if (layout != NULL && find_place (self, layout, self->awaited_id, &spot))
    {
      sd_preview_view_choose (self->view, spot.key, spot.ref);
      sd_preview_page_update_places (self);
    }
  else if (document != NULL && g_strcmp0 (document, sd_preview_page_get_document (self)) != 0)
    {
      sd_preview_page_set_document (self, document);
      return;
    }
  else
    sd_window_toast (SD_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     _ ("No document prints this by itself."));
  g_clear_pointer (&self->awaited_id, g_free);
}

/**
 * sd_preview_page_show_row:
 * @self: a page
 * @row_id: a row of the plan
 *
 * Goes to where the row is printed, in the document that is shown or else in the one for rows of
 * its kind, as soon as the pages are made.
 */
void
sd_preview_page_show_row (SdPreviewPage *self, const char *row_id)
{
  g_free (self->awaited_id);
  self->awaited_id = g_strdup (row_id);
  sd_preview_page_show_awaited (self);
}
