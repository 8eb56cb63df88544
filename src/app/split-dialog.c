/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "split-dialog.h"

#include "dialogs.h"
#include "field-row.h"
#include "register/register-structure.h"

#include <glib/gi18n-lib.h>

struct _SdSplitDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkEditable *name_row;
  AdwComboRow *kind_row;
  AdwPreferencesPage *page;
  GtkWidget *split_button;

  /* Owned */
  SdSession *session;
  SdRow *unit;
  GPtrArray *parts; /* Part */
};

/* A row of the unit, and the widget that tells how much of it goes. */
typedef struct
{
  SdRow *row;
  GtkWidget *widget; /* a spin button for what is counted, else a switch; borrowed */
} Part;

G_DEFINE_FINAL_TYPE (SdSplitDialog, sd_split_dialog, ADW_TYPE_WINDOW)

static void
part_free (gpointer data)
{
  g_object_unref (((Part *) data)->row);
  g_free (data);
}

static char *
stripped_name (SdSplitDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

static void
on_changed (SdSplitDialog *self)
{
  g_autofree char *name = stripped_name (self);

  gtk_widget_set_sensitive (self->split_button, *name != '\0');
}

/* How many of a row can be divided; 0 for what goes whole or not at all. */
static gint64
countable (SdRow *row)
{
  switch ((guint) sd_row_get_table_id (row))
    {
    case SD_TABLE_QUOTA:
      return sd_row_get_integer (row, SD_QUOTA_APPROVED);
    case SD_TABLE_POST:
      return sd_row_get_integer (row, SD_POST_COUNT);
    default:
      return 0;
    }
}

static GArray *
list_shares (SdSplitDialog *self)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (SdShare));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];
      SdShare share = { .table = sd_row_get_table_id (part->row),
                        .row_id = sd_row_get_id (part->row) };

      share.count = GTK_IS_SPIN_BUTTON (part->widget)
                        ? gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (part->widget))
                        : (gtk_switch_get_active (GTK_SWITCH (part->widget)) ? -1 : 0);
      if (share.count != 0)
        g_array_append_val (shares, share);
    }

  return shares;
}

static void
on_split_clicked (SdSplitDialog *self)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  g_autoptr (GArray) shares = list_shares (self);
  g_autofree char *name = stripped_name (self);

  sd_register_split_unit_async (sd_session_get_register (self->session),
                                sd_row_get_plan_id (self->unit), sd_row_get_id (self->unit),
                                kinds->tokens[adw_combo_row_get_selected (self->kind_row)].name,
                                name, (const SdShare *) shares->data, shares->len, NULL,
                                sd_session_on_done, g_object_ref (self->session));
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
make_control (SdRow *row)
{
  const gint64 most = countable (row);
  GtkWidget *control =
      most > 0 ? gtk_spin_button_new_with_range (0, (double) most, 1) : gtk_switch_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);

  return control;
}

static void
add_part (SdSplitDialog *self, AdwPreferencesGroup *group, SdRow *row)
{
  Part *part = g_new0 (Part, 1);
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *title = sd_field_get_display (self->session, row, 0);
  g_autofree char *subtitle = NULL;

  part->row = g_object_ref (row);
  part->widget = make_control (row);
  g_ptr_array_add (self->parts, part);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title != NULL ? title : "—");
  if (countable (row) > 0)
    {
      /* Translators: how many of something there are, of which some may go. */
      subtitle = g_strdup_printf (_ ("of %d"), (int) countable (row));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), part->widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), part->widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  adw_preferences_group_add (group, line);
}

static void
add_parts (SdSplitDialog *self, SdTableId table)
{
  SdRowSet *plan = SD_ROW_SET (sd_session_get_plan (self->session));
  g_autoptr (GPtrArray) rows = sd_row_set_get_children (plan, table, sd_row_get_id (self->unit));
  GtkWidget *group;

  if (rows->len == 0)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   sd_table_get_label (sd_table_get (table)));
  for (guint i = 0; i < rows->len; i++)
    add_part (self, ADW_PREFERENCES_GROUP (group), rows->pdata[i]);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
sd_split_dialog_finalize (GObject *object)
{
  SdSplitDialog *self = SD_SPLIT_DIALOG (object);

  g_ptr_array_unref (self->parts);
  g_clear_object (&self->unit);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_split_dialog_parent_class)->finalize (object);
}

static void
sd_split_dialog_class_init (SdSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_split_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdSplitDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SdSplitDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SdSplitDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SdSplitDialog, split_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_split_clicked);
}

static void
sd_split_dialog_init (SdSplitDialog *self)
{
  g_autoptr (GListModel) kinds = NULL;

  self->parts = g_ptr_array_new_with_free_func (part_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  kinds = sd_enumeration_to_model (NULL, SD_ENUMERATION_UNIT_KIND);
  adw_combo_row_set_model (self->kind_row, kinds);
}

/**
 * sd_split_dialog_new:
 * @parent: the window it belongs to
 * @session: the session that is edited
 * @unit: a unit of its plan
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_split_dialog_new (GtkWindow *parent, SdSession *session, SdRow *unit)
{
  static const SdTableId tables[] = { SD_TABLE_QUOTA, SD_TABLE_POST, SD_TABLE_PLAQUE,
                                      SD_TABLE_DUTY };
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  SdSplitDialog *self = g_object_new (SD_TYPE_SPLIT_DIALOG, "transient-for", parent, NULL);
  /* Translators: the name of a unit that is divided. */
  g_autofree char *title = g_strdup_printf (_ ("Split “%s”"), sd_row_get_text (unit, SD_UNIT_NAME));
  int kind = sd_enumeration_index (kinds, sd_row_get_text (unit, SD_UNIT_KIND));

  self->session = g_object_ref (session);
  self->unit = g_object_ref (unit);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_combo_row_set_selected (self->kind_row, (guint) MAX (kind, 0));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    add_parts (self, tables[i]);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}
