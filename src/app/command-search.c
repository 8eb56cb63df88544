/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command-search.h"

#include <glib/gi18n-lib.h>

#include "pinyin.h"
#include "settings.h"
#include "speaker.h"

#define MOST_SHOWN 50
#define MOST_RECENT 20
#define PAGE 8 /* rows that Page Up and Page Down pass */

struct _SdCommandSearch
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  AdwStatusPage *empty_page;
  GtkLabel *more_label;
  SdSpeaker *speaker;
  GtkWidget *probe; /* hidden; shows whether an action can be done now */

  /* Owned, while it is open */
  GPtrArray *targets;
  char **recent;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdCommandSearch, sd_command_search, GTK_TYPE_POPOVER)

/* Helpers: a row */

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
text_new (SdTarget *target, const char *typed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = label_new (NULL, NULL);
  GtkWidget *detail =
      label_new (target->enabled ? target->detail : _ ("This cannot be done now"), "caption");
  g_autofree char *markup = sd_target_get_markup (target, typed);

  gtk_label_set_markup (GTK_LABEL (title), markup);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);

  return box;
}

static GtkWidget *
accel_new (const SdCommand *command)
{
  guint key = 0;
  GdkModifierType modifiers = 0;
  g_autofree char *text = NULL;
  GtkWidget *label;

  gtk_accelerator_parse (command->accels[0], &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  label = label_new (text, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static GtkWidget *
row_new (SdTarget *target, const char *typed)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (target->icon);

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text_new (target, typed));
  if (target->command != NULL && target->command->accels[0] != NULL)
    gtk_box_append (GTK_BOX (box), accel_new (target->command));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_sensitive (row, target->enabled);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  target->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  target->detail, -1);
  g_object_set_data (G_OBJECT (row), "target", target);

  return row;
}

/* Helpers: the list */

static GtkAccessible *
accessible_entry (SdCommandSearch *self)
{
  return GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

static void
clear_rows (SdCommandSearch *self)
{
  GtkWidget *row;

  gtk_accessible_reset_relation (accessible_entry (self),
                                 GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
scroll_to (SdCommandSearch *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* The keyboard stays in the entry, so what is selected has to be told. */
static void
say_selected (SdCommandSearch *self, GtkListBoxRow *row)
{
  SdTarget *target = g_object_get_data (G_OBJECT (row), "target");
  /* Translators: a name and what it is, as a screen reader speaks it. */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s"), target->title, target->detail);

  sd_speaker_say (self->speaker, text);
}

static void
select_row (SdCommandSearch *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  say_selected (self, row);
  gtk_list_box_select_row (self->list, row);
  gtk_accessible_update_relation (accessible_entry (self),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  scroll_to (self, row);
}

/* Moves by so many rows that can be chosen, as far as there are any. */
static void
move_selection (SdCommandSearch *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int direction = by < 0 ? -1 : 1;

  for (int left = ABS (by); left > 0;)
    {
      GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, index += direction);

      if (index < 0 || next == NULL)
        break;
      if (!gtk_widget_get_sensitive (GTK_WIDGET (next)))
        continue;
      row = next;
      left--;
    }
  select_row (self, row);
}

static void
show_empty (SdCommandSearch *self, const char *typed)
{
  g_autofree char *title = g_strdup_printf (_ ("Nothing Is Called “%s”"), typed);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  sd_speaker_say (self->speaker, title);
  adw_status_page_set_title (self->empty_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_found (SdCommandSearch *self, GPtrArray *found, const char *typed)
{
  guint n = MIN (found->len, MOST_SHOWN);
  g_autofree char *more =
      g_strdup_printf (ngettext ("%u more; type more to narrow it down.",
                                 "%u more; type more to narrow it down.", found->len - n),
                       found->len - n);

  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, row_new (found->pdata[i], typed));
  gtk_label_set_label (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), found->len > n);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "found");
  move_selection (self, 1);
}

static void
update_list (SdCommandSearch *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autoptr (GPtrArray) found = NULL;

  clear_rows (self);
  if (self->targets == NULL)
    return;

  found = sd_targets_find (self->targets, text, (const char *const *) self->recent);
  if (found->len > 0)
    show_found (self, found, text);
  else
    show_empty (self, text);
}

/* Asks whether an action can be done now, as a button that has it would. The target is there before
 * the name and leaves after it, for GTK compares the two. */
static gboolean
can_be_done (GtkWidget *probe, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  gboolean result;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), name);
  result = gtk_widget_get_sensitive (probe);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), NULL);

  return result;
}

static void
probe_commands (SdCommandSearch *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      SdTarget *target = self->targets->pdata[i];

      if (target->command != NULL)
        target->enabled = can_be_done (self->probe, target->command->action);
    }
}

static void
remember (SdCommandSearch *self, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  for (guint i = 0; self->recent[i] != NULL && ids->len < MOST_RECENT; i++)
    if (!g_str_equal (self->recent[i], id))
      g_ptr_array_add (ids, self->recent[i]);
  g_ptr_array_add (ids, NULL);
  sd_settings_set_list ("search", "recent", (const char *const *) ids->pdata);
}

/* Closes first, so that the focus is back in the window when it goes on. */
static void
choose (SdCommandSearch *self, GtkListBoxRow *row)
{
  g_autoptr (GPtrArray) targets = self->targets != NULL ? g_ptr_array_ref (self->targets) : NULL;
  SdTarget *target = row != NULL ? g_object_get_data (G_OBJECT (row), "target") : NULL;

  if (target == NULL || !target->enabled)
    return;

  remember (self, target->id);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, target);
}

/* Callbacks */

static void
on_search_changed (SdCommandSearch *self)
{
  update_list (self);
}

static void
on_activate (SdCommandSearch *self)
{
  choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
on_row_activated (SdCommandSearch *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
on_stop_search (SdCommandSearch *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Input methods have had the key before: what they need for their candidates does not come here. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        SdCommandSearch *self)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_selection (self, PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_selection (self, -PAGE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Overrides */

static void
sd_command_search_closed (GtkPopover *popover)
{
  SdCommandSearch *self = SD_COMMAND_SEARCH (popover);

  clear_rows (self);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->recent, g_strfreev);
}

static void
sd_command_search_finalize (GObject *object)
{
  SdCommandSearch *self = SD_COMMAND_SEARCH (object);

  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->recent, g_strfreev);

  G_OBJECT_CLASS (sd_command_search_parent_class)->finalize (object);
}

static void
sd_command_search_class_init (SdCommandSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_command_search_finalize;
  GTK_POPOVER_CLASS (klass)->closed = sd_command_search_closed;

  /**
   * SdCommandSearch::chosen:
   * @self: the search
   * @target: (type SdTarget): what was chosen; gone after the signal
   *
   * The popover has closed, and the window is to go there or to do it.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SD_TYPE_COMMAND_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (SD_TYPE_SPEAKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/command-search.ui");
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, stack);
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, list);
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, scroller);
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, more_label);
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, speaker);
  gtk_widget_class_bind_template_child (widget_class, SdCommandSearch, probe);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sd_command_search_init (SdCommandSearch *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_search_entry_set_search_delay (self->entry, 0);
}

/* Public functions */

/**
 * sd_command_search_new:
 *
 * Returns: (transfer floating): a search that is closed
 */
GtkWidget *
sd_command_search_new (void)
{
  return g_object_new (SD_TYPE_COMMAND_SEARCH, NULL);
}

/**
 * sd_command_search_open:
 * @self: a search
 * @session: (nullable): the register to search in; without one there are only commands
 *
 * Shows it, empty, with the keyboard in it.
 */
void
sd_command_search_open (SdCommandSearch *self, SdSession *session)
{
  sd_pinyin_warm_up ();
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->recent, g_strfreev);
  self->targets = sd_targets_new (session);
  self->recent = sd_settings_get_list ("search", "recent");
  probe_commands (self);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update_list (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
