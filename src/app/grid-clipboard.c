/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-private.h"

#include <glib/gi18n-lib.h>

#include "plan/csv.h"

/* Ranges of cells, copied out as a spreadsheet takes them, and what comes from one. */

/* Ranges */

static gboolean
is_in_range (SdGrid *self, int line, int place)
{
  const SdGridRange *range = &self->range;

  return range->is_set && line >= MIN (range->line, range->to_line) &&
         line <= MAX (range->line, range->to_line) &&
         place >= MIN (range->place, range->to_place) &&
         place <= MAX (range->place, range->to_place);
}

static SdGridCell *
focused_cell (SdGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && SD_IS_GRID_CELL (focus) &&
                 gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
             ? SD_GRID_CELL (focus)
             : NULL;
}

static void
show_ranges (SdGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    sd_grid_show_range (self, self->cells->pdata[i]);
}

static int
last_line (SdGrid *self)
{
  return (int) g_list_model_get_n_items (G_LIST_MODEL (self->items)) - 1;
}

static void
select_all (SdGrid *self)
{
  self->range = (SdGridRange){ TRUE, 0, 0, last_line (self), (int) self->columns->len - 1 };
  show_ranges (self);
}

/* Shift and an arrow take further cells into the range, which begins at the cell with the focus. */
static gboolean
extend (SdGrid *self, SdGridCell *cell, int columns, int rows)
{
  SdGridRange *range = &self->range;

  if (columns == 0 && rows == 0)
    return GDK_EVENT_PROPAGATE;
  if (!range->is_set)
    {
      range->is_set = TRUE;
      range->line = range->to_line = sd_grid_position_of (self, sd_grid_cell_get_item (cell));
      range->place = range->to_place = (int) sd_grid_cell_get_place (cell);
    }
  range->to_line = CLAMP (range->to_line + rows, 0, last_line (self));
  do
    range->to_place = CLAMP (range->to_place + columns, 0, (int) self->columns->len - 1);
  while (columns != 0 && range->to_place > 0 && range->to_place < (int) self->columns->len - 1 &&
         !sd_grid_is_shown (self, range->to_place));
  show_ranges (self);

  return GDK_EVENT_STOP;
}

/* Copying */

static void
append_line (SdGrid *self, GString *text, SdGridItem *item)
{
  gboolean first = TRUE;

  for (int place = 0; place < (int) self->columns->len; place++)
    {
      int line = item != NULL ? sd_grid_position_of (self, item) : self->range.line;
      g_autofree char *field = NULL;

      if (!sd_grid_is_shown (self, place) || !is_in_range (self, line, place))
        continue;
      field = item != NULL
                  ? sd_grid_item_get_text (item, (guint) place)
                  : g_strdup (gtk_column_view_column_get_title (self->columns->pdata[place]));
      if (!first)
        g_string_append_c (text, '\t');
      sd_csv_append (text, field, '\t');
      first = FALSE;
    }
  g_string_append_c (text, '\n');
}

/**
 * sd_grid_copy:
 * @self: a grid
 *
 * Returns: (transfer full): the range, or the cell with the focus, as tab-separated text; the whole
 *   table with the titles of its columns
 */
char *
sd_grid_copy (SdGrid *self)
{
  const SdGridRange *range = &self->range;
  SdGridCell *cell = focused_cell (self);
  GString *text = g_string_new (NULL);
  int first = MIN (range->line, range->to_line), last = MAX (range->line, range->to_line);

  if (!range->is_set && cell != NULL)
    {
      g_string_free (text, TRUE);
      return sd_grid_item_get_text (sd_grid_cell_get_item (cell), sd_grid_cell_get_place (cell));
    }
  if (!range->is_set)
    return g_string_free (text, FALSE);

  if (first == 0 && last == last_line (self) &&
      ABS (range->to_place - range->place) == (int) self->columns->len - 1)
    append_line (self, text, NULL);
  for (int line = first; line <= last; line++)
    {
      g_autoptr (SdGridItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->items), (guint) line);

      if (item != NULL)
        append_line (self, text, item);
    }

  return g_string_free (text, FALSE);
}

/* Pasting */

/* The next place from @place on whose column is shown; the number of columns where there is none.
 */
static int
shown_place (SdGrid *self, int place)
{
  while (place < (int) self->columns->len && !sd_grid_is_shown (self, place))
    place++;

  return place;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID, sentence);

  return FALSE;
}

static gboolean
paste_record (SdGrid *self,
              SdGridItem *item,
              int place,
              SdCsvRecord *record,
              SdGridEdits *edits,
              GError **error)
{
  for (guint i = 0; i < record->fields->len; i++)
    {
      g_autofree char *field = g_strstrip (g_strdup (record->fields->pdata[i]));

      place = shown_place (self, place);
      if (place == (int) self->columns->len)
        return refuse (error, _ ("What was copied has more columns than there are from here on."));
      if (!sd_grid_item_paste (item, (guint) place, field, edits, error))
        {
          g_prefix_error (error, _ ("Line %u of what was copied: "), record->line);
          return FALSE;
        }
      place++;
    }

  return TRUE;
}

/* Headings and sums are passed by: a line of the clipboard is for a row. */
static gboolean
gather (SdGrid *self, SdGridCell *cell, GPtrArray *records, SdGridEdits *edits, GError **error)
{
  int line = sd_grid_position_of (self, sd_grid_cell_get_item (cell));

  for (guint i = 0; i < records->len; i++, line++)
    {
      g_autoptr (SdGridItem) item = NULL;

      for (;; line++)
        {
          g_clear_object (&item);
          item = g_list_model_get_item (G_LIST_MODEL (self->items), (guint) line);
          if (item == NULL)
            return refuse (error,
                           _ ("What was copied has more lines than there are from here on."));
          if (sd_grid_item_get_row (item) != NULL)
            break;
        }
      if (!paste_record (self, item, (int) sd_grid_cell_get_place (cell), records->pdata[i], edits,
                         error))
        return FALSE;
    }

  return TRUE;
}

static void
ask_register (SdGrid *self, const SdGridEdits *edits)
{
  SdRegister *reg = sd_session_get_register (self->session);
  const char *plan_id = sd_session_get_plan_id (self->session);

  if (edits->quotas->len > 0)
    sd_register_set_quotas_async (reg, plan_id, (SdQuotaCell *) edits->quotas->data,
                                  edits->quotas->len, NULL, sd_session_on_done,
                                  g_object_ref (self->session));
  if (edits->cells->len > 0)
    sd_register_set_values_async (reg, plan_id, (SdCell *) edits->cells->data, edits->cells->len,
                                  NULL, NULL, sd_session_on_done, g_object_ref (self->session));
}

/* Empties what can be edited in the range, in one edit. */
static void
clear_range (SdGrid *self)
{
  const SdGridRange *range = &self->range;
  g_auto (SdGridEdits) edits;
  g_autoptr (GError) error = NULL;

  sd_grid_edits_init (&edits);
  for (int line = MIN (range->line, range->to_line);
       error == NULL && line <= MAX (range->line, range->to_line); line++)
    {
      g_autoptr (SdGridItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->items), (guint) line);

      for (int place = 0; item != NULL && place < (int) self->columns->len && error == NULL;
           place++)
        if (sd_grid_is_shown (self, place) && is_in_range (self, line, place))
          sd_grid_item_paste (item, (guint) place, "", &edits, &error);
    }
  if (error == NULL)
    ask_register (self, &edits);
  else
    sd_session_report_error (self->session, error);
}

/* A comma parts figures, but belongs to a text. */
static char
separator_of (SdGridCell *cell, const char *text)
{
  SdGridEdit edit =
      sd_grid_item_get_edit (sd_grid_cell_get_item (cell), sd_grid_cell_get_place (cell));

  return strchr (text, '\t') == NULL && edit == SD_GRID_EDIT_DIGITS ? 0 : '\t';
}

/**
 * sd_grid_paste:
 * @self: a grid
 * @text: lines of fields, as a spreadsheet copies them
 *
 * Sets the cells from the one with the focus on, in one edit, or says what is wrong and sets none.
 */
void
sd_grid_paste (SdGrid *self, const char *text)
{
  SdGridCell *cell = focused_cell (self);
  g_auto (SdGridEdits) edits = { NULL, NULL };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  if (cell == NULL || self->session == NULL || sd_session_get_read_only (self->session))
    return;

  sd_grid_edits_init (&edits);
  records = sd_csv_parse (_ ("The clipboard"), text, separator_of (cell, text), &error);
  if (records != NULL && gather (self, cell, records, &edits, &error))
    ask_register (self, &edits);
  else
    sd_session_report_error (self->session, error);
}

/* Callbacks */

static void
on_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL)
    sd_grid_paste (self, text);
}

static gboolean
on_key (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SdGrid *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  SdGridCell *cell = focused_cell (self);
  g_autofree char *text = NULL;

  if (cell == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0 && (state & GDK_CONTROL_MASK) == 0)
    return extend (self, cell, (key == GDK_KEY_Right) - (key == GDK_KEY_Left),
                   (key == GDK_KEY_Down) - (key == GDK_KEY_Up));
  if ((key == GDK_KEY_Delete || key == GDK_KEY_BackSpace) && self->range.is_set && state == 0)
    {
      clear_range (self);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_a:
      select_all (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
      text = sd_grid_copy (self);
      gdk_clipboard_set_text (clipboard, text);
      return GDK_EVENT_STOP;
    case GDK_KEY_v:
      gdk_clipboard_read_text_async (clipboard, NULL, on_read, g_object_ref (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Functions of the grid */

void
sd_grid_add_clipboard (SdGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  /* Before the cell, and before the list, which would take Ctrl and A for itself. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
}

void
sd_grid_drop_range (SdGrid *self)
{
  if (!self->range.is_set)
    return;

  self->range.is_set = FALSE;
  show_ranges (self);
}

void
sd_grid_show_range (SdGrid *self, SdGridCell *cell)
{
  SdGridItem *item = sd_grid_cell_get_item (cell);

  if (self->range.is_set && item != NULL && sd_grid_cell_get_bound (cell) &&
      is_in_range (self, sd_grid_position_of (self, item), (int) sd_grid_cell_get_place (cell)))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "in-range");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "in-range");
}
