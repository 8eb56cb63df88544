/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "child-group.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"
#include "new-row.h"

#define MOST_TITLE 32 /* characters */

struct _SdChildGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  SdRow *unit;
  GHashTable *rows; /* id → AdwExpanderRow */
  const SdTable *table;

  /* Borrowed: children of the button */
  GtkWidget *popover;
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (SdChildGroup, sd_child_group, ADW_TYPE_PREFERENCES_GROUP)

/* Helpers */

static gboolean
is_ours (SdChildGroup *self, SdRow *row)
{
  return sd_row_get_table_id (row) == self->table->id &&
         g_strcmp0 (sd_row_get_parent_id (row), sd_row_get_id (self->unit)) == 0;
}

/* A duty may be long; all of it is inside. */
static char *
shorten (const char *text, glong most)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= most)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, most - 1);

  return g_strconcat (start, "…", NULL);
}

static void
show_summary (SdChildGroup *self, AdwExpanderRow *widget, SdRow *row)
{
  g_autofree char *first = sd_field_get_display (self->session, row, 0);
  g_autofree char *title = shorten (first != NULL ? first : "—", MOST_TITLE);
  GString *subtitle = g_string_new (NULL);

  for (guint i = 1; i < self->table->n_columns; i++)
    {
      g_autofree char *value = sd_field_get_display (self->session, row, i);

      if (value != NULL && subtitle->len < 60)
        g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", value);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_expander_row_set_subtitle (widget, subtitle->str);
  g_string_free (subtitle, TRUE);
}

static void
add_row (SdChildGroup *self, const char *text)
{
  sd_new_row_add (self->session, self->table->id, sd_row_get_id (self->unit), text,
                  sd_session_on_done, g_object_ref (self->session));
}

/* Callbacks */

static void
on_row_notify (SdRow *row, GParamSpec *pspec, AdwExpanderRow *widget)
{
  SdChildGroup *self =
      SD_CHILD_GROUP (gtk_widget_get_ancestor (GTK_WIDGET (widget), SD_TYPE_CHILD_GROUP));

  if (self != NULL)
    show_summary (self, widget, row);
}

static void
on_delete_clicked (GtkButton *button, SdRow *row)
{
  SdChildGroup *self =
      SD_CHILD_GROUP (gtk_widget_get_ancestor (GTK_WIDGET (button), SD_TYPE_CHILD_GROUP));

  sd_register_delete_row_async (sd_session_get_register (self->session), sd_row_get_plan_id (row),
                                sd_row_get_table_id (row), sd_row_get_id (row), NULL,
                                sd_session_on_done, g_object_ref (self->session));
}

/* Most rows are never opened, so what is inside is made when one is. */
static void
on_expanded (AdwExpanderRow *widget, GParamSpec *pspec, SdRow *row)
{
  SdChildGroup *self =
      SD_CHILD_GROUP (gtk_widget_get_ancestor (GTK_WIDGET (widget), SD_TYPE_CHILD_GROUP));

  g_signal_handlers_disconnect_by_func (widget, on_expanded, row);
  for (guint i = 0; i < self->table->n_columns; i++)
    adw_expander_row_add_row (widget, sd_field_row_new (self->session, row, i));
}

static GtkWidget *
delete_button_new (SdChildGroup *self, SdRow *row)
{
  g_autofree char *name = sd_field_get_display (self->session, row, 0);
  g_autofree char *text = g_strdup_printf (_ ("Delete “%s”"), name != NULL ? name : "");
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_sensitive (button, !sd_session_get_read_only (self->session));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_clicked), row, 0);

  return button;
}

static void
show_row (SdChildGroup *self, SdRow *row)
{
  GtkWidget *widget = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (widget), delete_button_new (self, row));
  show_summary (self, ADW_EXPANDER_ROW (widget), row);
  g_signal_connect_object (row, "notify", G_CALLBACK (on_row_notify), widget, 0);
  g_signal_connect_object (widget, "notify::expanded", G_CALLBACK (on_expanded), row, 0);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), widget);
  g_hash_table_insert (self->rows, (char *) sd_row_get_id (row), widget);
}

static void
on_row_added (SdPlan *plan, SdRow *row, SdChildGroup *self)
{
  if (is_ours (self, row))
    show_row (self, row);
}

static void
on_row_removed (SdPlan *plan, SdRow *row, SdChildGroup *self)
{
  GtkWidget *widget = g_hash_table_lookup (self->rows, sd_row_get_id (row));

  if (widget == NULL)
    return;

  g_hash_table_remove (self->rows, sd_row_get_id (row));
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), widget);
}

/* A row may have gone to another unit, or come from one. */
static void
on_changed (SdPlan *plan, SdChildGroup *self)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (self->rows);
  g_autoptr (GPtrArray) children =
      sd_row_set_get_children (SD_ROW_SET (plan), self->table->id, sd_row_get_id (self->unit));

  for (const GList *id = ids; id != NULL; id = id->next)
    {
      SdRow *row = sd_row_set_get_row (SD_ROW_SET (plan), self->table->id, id->data);

      if (row != NULL && !is_ours (self, row))
        on_row_removed (plan, row, self);
    }
  for (guint i = 0; i < children->len; i++)
    if (!g_hash_table_contains (self->rows, sd_row_get_id (children->pdata[i])))
      show_row (self, children->pdata[i]);
}

static void
on_add_activated (SdChildGroup *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) value = SD_VALUE_INIT;

  if (!sd_field_parse (&self->table->columns[0], gtk_editable_get_text (self->entry), &value,
                       &error))
    {
      sd_session_report_error (self->session, error);
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_text (self->entry, "");
  add_row (self, value.text);
}

static void
on_add_clicked (SdChildGroup *self)
{
  add_row (self, NULL);
}

/* A row that begins with a text asks for it; any other can be made at once. */
static GtkWidget *
add_button_new (SdChildGroup *self)
{
  /* Translators: a kind of row, such as Plaque. */
  g_autofree char *text = g_strdup_printf (_ ("Add: %s"), sd_table_get_label (self->table));
  GtkWidget *box, *button, *add;

  if (self->table->columns[0].type == SD_TYPE_CHOICE)
    {
      button = gtk_button_new_from_icon_name ("list-add-symbolic");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add_clicked), self);
    }
  else
    {
      button = gtk_menu_button_new ();
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
      self->popover = gtk_popover_new ();
      self->entry = GTK_EDITABLE (gtk_entry_new ());
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      add = gtk_button_new_with_mnemonic (_ ("_Add"));
      gtk_widget_add_css_class (add, "suggested-action");
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                      sd_column_get_label (&self->table->columns[0]));
      gtk_editable_set_width_chars (self->entry, 20);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
      gtk_box_append (GTK_BOX (box), add);
      gtk_popover_set_child (GTK_POPOVER (self->popover), box);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
      g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_add_activated), self);
      g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_activated), self);
    }
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_sensitive (button, !sd_session_get_read_only (self->session));

  return button;
}

/* Overrides */

static void
sd_child_group_dispose (GObject *object)
{
  SdChildGroup *self = SD_CHILD_GROUP (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  g_clear_object (&self->unit);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_child_group_parent_class)->dispose (object);
}

static void
sd_child_group_class_init (SdChildGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_child_group_dispose;
}

static void
sd_child_group_init (SdChildGroup *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * sd_child_group_new:
 * @session: the session
 * @unit: a unit of the plan that is edited
 * @table: a table whose rows belong to units
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
sd_child_group_new (SdSession *session, SdRow *unit, SdTableId table)
{
  SdChildGroup *self = g_object_new (SD_TYPE_CHILD_GROUP, NULL);
  g_autoptr (GPtrArray) children = NULL;

  self->session = g_object_ref (session);
  self->plan = g_object_ref (sd_session_get_plan (session));
  self->unit = g_object_ref (unit);
  self->table = sd_table_get (table);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), sd_table_get_label (self->table));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add_button_new (self));

  children = sd_row_set_get_children (SD_ROW_SET (self->plan), table, sd_row_get_id (unit));
  for (guint i = 0; i < children->len; i++)
    show_row (self, children->pdata[i]);
  g_signal_connect_object (self->plan, "row-added", G_CALLBACK (on_row_added), self, 0);
  g_signal_connect_object (self->plan, "row-removed", G_CALLBACK (on_row_removed), self, 0);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (on_changed), self, 0);

  return GTK_WIDGET (self);
}
