/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-item.h"

#include "collate.h"

typedef struct
{
  SdSession *session;
  SdRow *row;      /* NULL in a sum or a heading */
  GPtrArray *keys; /* by place: what it is sorted by, or NULL while nobody asked */
} SdGridItemPrivate;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SdGridItem, sd_grid_item, G_TYPE_OBJECT)

#define PRIVATE(item) ((SdGridItemPrivate *) sd_grid_item_get_instance_private (item))

/* Overrides */

static void
sd_grid_item_finalize (GObject *object)
{
  SdGridItemPrivate *priv = PRIVATE (SD_GRID_ITEM (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->row);
  g_clear_pointer (&priv->keys, g_ptr_array_unref);

  G_OBJECT_CLASS (sd_grid_item_parent_class)->finalize (object);
}

static char *
get_no_text (SdGridItem *self, guint place)
{
  return g_strdup ("");
}

static SdGridEdit
get_no_edit (SdGridItem *self, guint place)
{
  return SD_GRID_EDIT_NONE;
}

static gboolean
set_no_text (SdGridItem *self, guint place, const char *text, GError **error)
{
  return TRUE;
}

static void
get_no_choices (SdGridItem *self, guint place, SdGridChoices *choices)
{
}

static void
show_text (SdGridItem *self, guint place, GtkLabel *label)
{
  g_autofree char *text = sd_grid_item_get_text (self, place);

  sd_grid_item_show_text (label, text);
}

static gboolean
has_same_row (SdGridItem *self, SdGridItem *other)
{
  return sd_grid_item_get_row (self) == sd_grid_item_get_row (other);
}

static const char *
key_of (SdGridItem *self, guint place)
{
  SdGridItemPrivate *priv = PRIVATE (self);
  g_autofree char *text = NULL;

  if (priv->keys == NULL)
    priv->keys = g_ptr_array_new_with_free_func (g_free);
  if (place >= priv->keys->len)
    g_ptr_array_set_size (priv->keys, (int) place + 1);
  if (priv->keys->pdata[place] == NULL)
    {
      text = sd_grid_item_get_text (self, place);
      priv->keys->pdata[place] = sd_collate_key (text);
    }

  return priv->keys->pdata[place];
}

/* Chinese goes by its readings, whatever the language of the window. */
static int
compare_texts (SdGridItem *self, SdGridItem *other, guint place)
{
  return strcmp (key_of (self, place), key_of (other, place));
}

static void
sd_grid_item_class_init (SdGridItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_grid_item_finalize;
  klass->get_text = get_no_text;
  klass->get_edit = get_no_edit;
  klass->set_text = set_no_text;
  klass->get_choices = get_no_choices;
  klass->show = show_text;
  klass->equal = has_same_row;
  klass->compare = compare_texts;
  klass->get_unit = sd_grid_item_get_row;

  /**
   * SdGridItem::changed:
   * @self: the line
   *
   * What it shows may be another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SD_TYPE_GRID_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_grid_item_init (SdGridItem *self)
{
}

/* Public functions */

/**
 * sd_grid_item_attach:
 * @self: a new line
 * @session: the session
 * @row: (nullable): the row of the plan that it shows; %NULL for a sum or a heading
 */
void
sd_grid_item_attach (SdGridItem *self, SdSession *session, SdRow *row)
{
  g_set_object (&PRIVATE (self)->session, session);
  g_set_object (&PRIVATE (self)->row, row);
}

/**
 * sd_grid_item_get_session:
 * @self: a line
 *
 * Returns: (transfer none): the session
 */
SdSession *
sd_grid_item_get_session (SdGridItem *self)
{
  return PRIVATE (self)->session;
}

/**
 * sd_grid_item_get_row:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the row that it shows; %NULL in a sum or a heading
 */
SdRow *
sd_grid_item_get_row (SdGridItem *self)
{
  return PRIVATE (self)->row;
}

/**
 * sd_grid_item_get_unit:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the unit that is selected with it
 */
SdRow *
sd_grid_item_get_unit (SdGridItem *self)
{
  return SD_GRID_ITEM_GET_CLASS (self)->get_unit (self);
}

/**
 * sd_grid_item_fill_menu:
 * @self: a line
 * @menu: a menu
 *
 * Adds what the line offers.
 */
void
sd_grid_item_fill_menu (SdGridItem *self, GMenu *menu)
{
  SdGridItemClass *klass = SD_GRID_ITEM_GET_CLASS (self);

  if (klass->fill_menu != NULL)
    klass->fill_menu (self, menu);
}

/**
 * sd_grid_item_get_source:
 * @self: a line
 * @place: a column
 *
 * Returns: (transfer full) (nullable): where what stands there comes from
 */
SdSource *
sd_grid_item_get_source (SdGridItem *self, guint place)
{
  SdGridItemClass *klass = SD_GRID_ITEM_GET_CLASS (self);

  return klass->get_source != NULL ? klass->get_source (self, place) : NULL;
}

/**
 * sd_grid_item_changed:
 * @self: a line
 *
 * Has the cells show what it says now.
 */
void
sd_grid_item_changed (SdGridItem *self)
{
  g_clear_pointer (&PRIVATE (self)->keys, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * sd_grid_item_get_name:
 * @self: a line
 *
 * Returns: (transfer full): what it is called
 */
char *
sd_grid_item_get_name (SdGridItem *self)
{
  return SD_GRID_ITEM_GET_CLASS (self)->get_name (self);
}

/**
 * sd_grid_item_get_text:
 * @self: a line
 * @place: place of a column
 *
 * Returns: (transfer full): what stands there, as the user would enter it
 */
char *
sd_grid_item_get_text (SdGridItem *self, guint place)
{
  return SD_GRID_ITEM_GET_CLASS (self)->get_text (self, place);
}

/**
 * sd_grid_item_get_edit:
 * @self: a line
 * @place: place of a column
 *
 * Returns: how it is edited; in a register that can only be read it is not
 */
SdGridEdit
sd_grid_item_get_edit (SdGridItem *self, guint place)
{
  if (sd_session_get_read_only (PRIVATE (self)->session))
    return SD_GRID_EDIT_NONE;

  return SD_GRID_ITEM_GET_CLASS (self)->get_edit (self, place);
}

/**
 * sd_grid_item_set_text:
 * @self: a line
 * @place: place of a column
 * @text: what the user entered, or the id of a choice
 * @error: return location for a sentence that says what was expected
 *
 * Asks the register for the edit.
 *
 * Returns: whether the column may hold it
 */
gboolean
sd_grid_item_set_text (SdGridItem *self, guint place, const char *text, GError **error)
{
  return SD_GRID_ITEM_GET_CLASS (self)->set_text (self, place, text, error);
}

/**
 * sd_grid_item_paste:
 * @self: a line
 * @place: place of a column
 * @text: what the user has in a spreadsheet
 * @edits: (inout): gets what is to be set
 * @error: return location for a sentence that says what was expected
 *
 * Nothing is to be set where that is there already, or where nothing can be edited.
 *
 * Returns: whether the column may hold it
 */
gboolean
sd_grid_item_paste (
    SdGridItem *self, guint place, const char *text, SdGridEdits *edits, GError **error)
{
  g_autofree char *before = sd_grid_item_get_text (self, place);

  if (sd_grid_item_get_edit (self, place) == SD_GRID_EDIT_NONE || g_str_equal (text, before))
    return TRUE;

  return SD_GRID_ITEM_GET_CLASS (self)->paste (self, place, text, edits, error);
}

/**
 * sd_grid_item_get_choices:
 * @self: a line
 * @place: place of a column
 * @choices: (inout): gets what may be chosen
 */
void
sd_grid_item_get_choices (SdGridItem *self, guint place, SdGridChoices *choices)
{
  SD_GRID_ITEM_GET_CLASS (self)->get_choices (self, place, choices);
}

/**
 * sd_grid_item_show:
 * @self: a line
 * @place: place of a column
 * @label: shows what stands there
 */
void
sd_grid_item_show (SdGridItem *self, guint place, GtkLabel *label)
{
  SD_GRID_ITEM_GET_CLASS (self)->show (self, place, label);
}

/**
 * sd_grid_item_set_css_class:
 * @label: a label of a cell, which may have shown another line before
 * @name: a class
 * @wanted: whether it is to have it
 */
void
sd_grid_item_set_css_class (GtkLabel *label, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

/**
 * sd_grid_item_show_text:
 * @label: a label of a cell
 * @text: what it shows; a quiet dot where it is empty
 */
void
sd_grid_item_show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, *text != '\0' ? text : "·");
  sd_grid_item_set_css_class (label, "dim-label", *text == '\0');
}

/**
 * sd_grid_item_compare:
 * @self: a line
 * @other: another
 * @place: place of a column
 *
 * Returns: which of the two goes first, as strcmp() says it
 */
int
sd_grid_item_compare (SdGridItem *self, SdGridItem *other, guint place)
{
  return SD_GRID_ITEM_GET_CLASS (self)->compare (self, other, place);
}

static gboolean
item_equal (GListStore *items, guint position, gpointer wanted)
{
  g_autoptr (SdGridItem) item = g_list_model_get_item (G_LIST_MODEL (items), position);

  return G_OBJECT_TYPE (item) == G_OBJECT_TYPE (wanted) &&
         SD_GRID_ITEM_GET_CLASS (item)->equal (item, wanted);
}

/**
 * sd_grid_items_update:
 * @items: the lines that are shown
 * @wanted: (element-type SdGridItem): the lines that there are now
 *
 * Makes @items the lines of @wanted. Lines that stay are told to show their values again, so that a
 * cell being edited is not taken away.
 */
void
sd_grid_items_update (GListStore *items, GPtrArray *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (items)), head = 0, tail = 0;

  while (head < n && head < wanted->len && item_equal (items, head, wanted->pdata[head]))
    head++;
  while (tail < n - head && tail < wanted->len - head &&
         item_equal (items, n - 1 - tail, wanted->pdata[wanted->len - 1 - tail]))
    tail++;

  if (head + tail < n || head + tail < wanted->len)
    g_list_store_splice (items, head, n - head - tail, wanted->pdata + head,
                         wanted->len - head - tail);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr (SdGridItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      sd_grid_item_changed (item);
    }
}

static void
clear_cell (gpointer cell)
{
  sd_value_clear (&((SdCell *) cell)->value);
}

/**
 * sd_grid_edits_init:
 * @self: (out caller-allocates): edits, none at first
 */
void
sd_grid_edits_init (SdGridEdits *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (SdCell));
  self->quotas = g_array_new (FALSE, FALSE, sizeof (SdQuotaCell));
  g_array_set_clear_func (self->cells, clear_cell);
}

/**
 * sd_grid_edits_clear:
 * @self: edits that were initialized
 */
void
sd_grid_edits_clear (SdGridEdits *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->quotas, g_array_unref);
}

/**
 * sd_grid_choices_init:
 * @self: (out caller-allocates): choices, none at first
 */
void
sd_grid_choices_init (SdGridChoices *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
}

/**
 * sd_grid_choices_clear:
 * @self: choices that were initialized
 */
void
sd_grid_choices_clear (SdGridChoices *self)
{
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
}

/**
 * sd_grid_choices_add:
 * @self: choices
 * @id: what is set
 * @label: what is shown
 */
void
sd_grid_choices_add (SdGridChoices *self, const char *id, const char *label)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->labels, g_strdup (label));
}
