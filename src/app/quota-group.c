/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quota-group.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"

#define N_TYPES 5

/* The line of one type. */
typedef struct
{
  SdQuotaGroup *group;
  const SdToken *type;
  GtkWidget *row;        /* AdwExpanderRow */
  GtkWidget *entries[2]; /* by column: approved, actual */
  SdRow *quota;          /* the row whose details are inside; NULL where there is none */
  GPtrArray *details;    /* widgets inside */
} Line;

struct _SdQuotaGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  SdRow *unit;
  Line lines[N_TYPES];
};

G_DEFINE_FINAL_TYPE (SdQuotaGroup, sd_quota_group, ADW_TYPE_PREFERENCES_GROUP)

static const guint columns[] = { SD_QUOTA_APPROVED, SD_QUOTA_ACTUAL };
static const guint details[] = { SD_QUOTA_SOURCE, SD_QUOTA_REFERENCE, SD_QUOTA_ILLUSTRATIVE };

/* Helpers */

static SdRow *
find_quota (SdQuotaGroup *self, const char *type)
{
  g_autoptr (GPtrArray) quotas =
      sd_row_set_get_children (SD_ROW_SET (self->plan), SD_TABLE_QUOTA, sd_row_get_id (self->unit));

  for (guint i = 0; i < quotas->len; i++)
    if (sd_row_is (quotas->pdata[i], SD_QUOTA_TYPE, type))
      return quotas->pdata[i];

  return NULL;
}

static char *
text_of (Line *line, guint i)
{
  return line->quota != NULL && sd_row_has (line->quota, columns[i])
             ? sd_value_to_text (sd_row_get_value (line->quota, columns[i]))
             : g_strdup ("");
}

static void
show_details (Line *line)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (line->row);

  for (guint i = 0; i < line->details->len; i++)
    adw_expander_row_remove (row, line->details->pdata[i]);
  g_ptr_array_set_size (line->details, 0);
  if (line->quota == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      GtkWidget *field = sd_field_row_new (line->group->session, line->quota, details[i]);

      adw_expander_row_add_row (row, field);
      g_ptr_array_add (line->details, field);
    }
}

/* A line has details only while there is a row that can hold them. */
static void
show_line (Line *line)
{
  SdRow *quota = find_quota (line->group, line->type->name);
  g_autofree char *source = NULL;

  if (quota != line->quota)
    {
      g_set_object (&line->quota, quota);
      if (quota == NULL)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (line->row), FALSE);
      if (line->details->len > 0 || adw_expander_row_get_expanded (ADW_EXPANDER_ROW (line->row)))
        show_details (line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = text_of (line, i);

      gtk_editable_set_text (GTK_EDITABLE (line->entries[i]), text);
      gtk_widget_remove_css_class (line->entries[i], "error");
    }
  if (quota != NULL)
    source = sd_field_get_display (line->group->session, quota, SD_QUOTA_SOURCE);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (line->row), source != NULL ? source : "");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (line->row), quota != NULL);
}

static void
commit (Line *line, guint i)
{
  const SdColumn *column = &sd_table_get (SD_TABLE_QUOTA)->columns[columns[i]];
  const char *text = gtk_editable_get_text (GTK_EDITABLE (line->entries[i]));
  g_autofree char *shown = text_of (line, i);
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) value = SD_VALUE_INIT;
  gint64 headcount = -1;

  if (g_str_equal (text, shown))
    return;
  if (*text != '\0' && !sd_field_parse (column, text, &value, &error))
    {
      gtk_widget_add_css_class (line->entries[i], "error");
      sd_session_report_error (line->group->session, error);
      return;
    }

  if (value.type == SD_VALUE_INTEGER)
    headcount = value.integer;
  sd_register_set_quota_async (
      sd_session_get_register (line->group->session), sd_row_get_plan_id (line->group->unit),
      sd_row_get_id (line->group->unit), line->type->name, columns[i], headcount, NULL,
      sd_session_on_edited, g_object_ref (line->group->session));
}

/* Callbacks */

static void
on_plan_changed (SdPlan *plan, SdQuotaGroup *self)
{
  for (guint i = 0; i < N_TYPES; i++)
    show_line (&self->lines[i]);
}

static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, Line *line)
{
  if (line->details->len == 0)
    show_details (line);
}

static Line *
line_of (SdQuotaGroup *self, GtkWidget *entry)
{
  for (guint i = 0; i < N_TYPES; i++)
    if (self->lines[i].entries[0] == entry || self->lines[i].entries[1] == entry)
      return &self->lines[i];

  return NULL;
}

static void
on_entry_activate (GtkWidget *entry, SdQuotaGroup *self)
{
  Line *line = line_of (self, entry);

  commit (line, entry == line->entries[1]);
}

static void
on_entry_leave (GtkEventController *controller, SdQuotaGroup *self)
{
  /* The focus also leaves when the inspector turns to another unit. */
  if (self->session != NULL)
    on_entry_activate (gtk_event_controller_get_widget (controller), self);
}

static gboolean
on_entry_key (GtkEventController *controller,
              guint key,
              guint code,
              GdkModifierType state,
              SdQuotaGroup *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  show_line (line_of (self, gtk_event_controller_get_widget (controller)));

  return GDK_EVENT_STOP;
}

static GtkWidget *
entry_new (Line *line, guint i)
{
  const char *label = sd_column_get_label (&sd_table_get (SD_TABLE_QUOTA)->columns[columns[i]]);
  g_autofree char *text = g_strdup_printf ("%s: %s", sd_token_get_label (line->type), label);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "—");
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (entry, text);
  gtk_widget_set_sensitive (entry, !sd_session_get_read_only (line->group->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_entry_activate), line->group, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_entry_leave), line->group, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_entry_key), line->group, 0);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, key);

  return entry;
}

static void
init_line (SdQuotaGroup *self, guint i)
{
  Line *line = &self->lines[i];

  line->group = self;
  line->type = &sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->tokens[i];
  line->details = g_ptr_array_new ();
  line->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), sd_token_get_label (line->type));
  for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
    line->entries[j] = entry_new (line, j);
  /* Actions are put before those that are there. */
  adw_expander_row_add_action (ADW_EXPANDER_ROW (line->row), line->entries[1]);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (line->row), line->entries[0]);
  g_signal_connect (line->row, "notify::expanded", G_CALLBACK (on_expanded), line);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), line->row);
  show_line (line);
}

/* Stands above the two columns of entries. */
static GtkWidget *
headings_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *label =
          gtk_label_new (sd_column_get_label (&sd_table_get (SD_TABLE_QUOTA)->columns[columns[i]]));

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_size_request (label, 51, -1);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_end (box, 38);
  gtk_widget_set_valign (box, GTK_ALIGN_END);

  return box;
}

/* Overrides */

static void
sd_quota_group_dispose (GObject *object)
{
  SdQuotaGroup *self = SD_QUOTA_GROUP (object);

  for (guint i = 0; i < N_TYPES; i++)
    {
      g_clear_object (&self->lines[i].quota);
      g_clear_pointer (&self->lines[i].details, g_ptr_array_unref);
    }
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  g_clear_object (&self->unit);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_quota_group_parent_class)->dispose (object);
}

static void
sd_quota_group_class_init (SdQuotaGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_quota_group_dispose;
}

static void
sd_quota_group_init (SdQuotaGroup *self)
{
}

/**
 * sd_quota_group_new:
 * @session: the session
 * @unit: a unit of the plan that is edited
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
sd_quota_group_new (SdSession *session, SdRow *unit)
{
  SdQuotaGroup *self = g_object_new (SD_TYPE_QUOTA_GROUP, NULL);

  g_assert (sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->n_tokens == N_TYPES);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (sd_session_get_plan (session));
  self->unit = g_object_ref (unit);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Headcount"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), headings_new ());
  for (guint i = 0; i < N_TYPES; i++)
    init_line (self, i);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (on_plan_changed), self, 0);

  return GTK_WIDGET (self);
}
