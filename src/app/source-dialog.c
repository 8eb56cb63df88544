/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "source-dialog.h"

#include "document/document.h"

#include <glib/gi18n-lib.h>

struct _SdSourceDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *sum_group;
  AdwPreferencesGroup *print_group;

  /* Owned */
  SdSession *session;
  SdRow *unit;      /* NULL for the whole proposed or current structure */
  char *quota_type; /* NULL for all types */
};

G_DEFINE_FINAL_TYPE (SdSourceDialog, sd_source_dialog, ADW_TYPE_WINDOW)

static void
add_line (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *number)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (number != NULL)
    {
      label = gtk_label_new (number);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
}

/* Who gave the row its number, and when, in the time of whoever looks. */
static char *
describe_setter (SdSourceDialog *self, SdRow *quota)
{
  g_autoptr (SdHistoryEntry) entry = sd_register_find_setter (
      sd_session_get_register (self->session), sd_row_get_id (quota), SD_QUOTA_APPROVED, NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *words = NULL;
  g_autofree char *what = NULL;

  if (entry == NULL)
    return g_strdup (_ ("From the file that the register was made of"));
  time = g_date_time_new_from_iso8601 (entry->time, utc);
  local = time != NULL ? g_date_time_to_local (time) : NULL;
  words = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (entry->time);
  what = sd_history_entry_get_text (entry);

  /* Translators: who did what, and when. */
  return g_strdup_printf (_ ("%s, %s: %s"), entry->author, words, what);
}

/* Approval document, with its number: 批准文件 费编〔2019〕3号. */
static char *
describe_source (SdRow *quota)
{
  const SdToken *source = sd_row_get_token (quota, SD_QUOTA_SOURCE);
  const char *reference = sd_row_get_text (quota, SD_QUOTA_REFERENCE);

  if (source == NULL && reference == NULL)
    return g_strdup (_ ("No source is given"));

  return g_strdup_printf ("%s%s%s", source != NULL ? sd_token_get_label (source) : "",
                          source != NULL && reference != NULL ? " " : "",
                          reference != NULL ? reference : "");
}

static void
add_quota (SdSourceDialog *self, SdRow *unit, SdRow *quota)
{
  const SdToken *type = sd_row_get_token (quota, SD_QUOTA_TYPE);
  g_autofree char *title = g_strdup_printf ("%s · %s", sd_row_get_text (unit, SD_UNIT_NAME),
                                            type != NULL ? sd_token_get_label (type) : "");
  g_autofree char *source = describe_source (quota);
  g_autofree char *setter = describe_setter (self, quota);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", source, setter);
  g_autofree char *number =
      g_strdup_printf ("%" G_GINT64_FORMAT, sd_row_get_integer (quota, SD_QUOTA_APPROVED));

  add_line (self->sum_group, title, subtitle, number);
}

static gboolean
is_summed (SdSourceDialog *self, SdRow *unit)
{
  if (self->unit != NULL)
    return unit == self->unit;

  return sd_row_is (unit, SD_UNIT_STAGE, sd_session_get_stage (self->session)) &&
         !sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH);
}

/* The rows that the number is the sum of. */
static gint64
add_sum (SdSourceDialog *self)
{
  SdPlan *plan = sd_session_get_plan (self->session);
  gint64 sum = 0;
  SdRow *unit;

  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    {
      g_autoptr (GPtrArray) quotas = NULL;

      if (!is_summed (self, unit))
        continue;
      quotas = sd_row_set_get_children (SD_ROW_SET (plan), SD_TABLE_QUOTA, sd_row_get_id (unit));
      for (guint i = 0; i < quotas->len; i++)
        if (self->quota_type == NULL ||
            sd_row_is (quotas->pdata[i], SD_QUOTA_TYPE, self->quota_type))
          {
            add_quota (self, unit, quotas->pdata[i]);
            sum += sd_row_get_integer (quotas->pdata[i], SD_QUOTA_APPROVED);
          }
    }

  return sum;
}

/* Where it is printed */

static gboolean
is_meant (SdSourceDialog *self, const char *ref)
{
  g_autofree char *wanted = NULL;

  if (ref == NULL)
    return FALSE;
  if (self->unit != NULL)
    {
      wanted = g_strdup_printf ("quota:%s:", sd_row_get_id (self->unit));
      if (!g_str_has_prefix (ref, wanted))
        return FALSE;
      return self->quota_type == NULL || g_str_equal (ref + strlen (wanted), self->quota_type);
    }
  wanted = self->quota_type != NULL ? g_strdup_printf ("headcount:%s", self->quota_type)
                                    : g_strdup ("headcount");

  return g_str_equal (ref, wanted);
}

static gboolean
prints (SdSourceDialog *self, const SdBlock *block)
{
  for (guint i = 0; block->inlines != NULL && i < block->inlines->len; i++)
    if (is_meant (self, ((const SdInline *) block->inlines->pdata[i])->ref))
      return TRUE;

  return FALSE;
}

/* A paragraph or a row of a table that prints the number; inside a table the table is named too. */
static void
add_printed (SdSourceDialog *self, const SdBlock *block, const char *table, guint *n)
{
  const char *inside = block->label != NULL && *block->label != '\0' ? block->label : table;

  if (prints (self, block))
    {
      g_autofree char *text = sd_block_get_text (block);

      (*n)++;
      add_line (self->print_group, table != NULL ? table : _ ("Text"), text, NULL);
      return;
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    add_printed (self, block->children->pdata[i], inside, n);
}

static void
add_prints (SdSourceDialog *self)
{
  SdCheck *check = sd_session_get_check (self->session);
  g_autoptr (SdBlocks) blocks = NULL;
  guint n = 0;

  if (check != NULL)
    blocks = sd_document_build ("plan", sd_session_get_county (self->session),
                                sd_session_get_plan_id (self->session), check, NULL);
  for (guint i = 0; blocks != NULL && i < sd_blocks_get_n_blocks (blocks); i++)
    add_printed (self, sd_blocks_get_block (blocks, i), NULL, &n);
  if (n == 0)
    add_line (self->print_group, _ ("Not printed in the approval document"), "", NULL);
}

static void
sd_source_dialog_finalize (GObject *object)
{
  SdSourceDialog *self = SD_SOURCE_DIALOG (object);

  g_clear_object (&self->unit);
  g_clear_object (&self->session);
  g_free (self->quota_type);

  G_OBJECT_CLASS (sd_source_dialog_parent_class)->finalize (object);
}

static void
sd_source_dialog_class_init (SdSourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_source_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdSourceDialog, sum_group);
  gtk_widget_class_bind_template_child (widget_class, SdSourceDialog, print_group);
}

static void
sd_source_dialog_init (SdSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_sum (SdSourceDialog *self, gint64 sum)
{
  const SdToken *type =
      self->quota_type != NULL
          ? sd_enumeration_lookup (sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE), self->quota_type)
          : NULL;
  g_autofree char *title = NULL;

  title = g_strdup_printf ("%s · %s %" G_GINT64_FORMAT,
                           self->unit != NULL ? sd_row_get_text (self->unit, SD_UNIT_NAME)
                                              : _ ("The whole structure"),
                           type != NULL ? sd_token_get_label (type) : _ ("Headcount"), sum);
  adw_preferences_group_set_title (self->sum_group, title);
}

/**
 * sd_source_dialog_new:
 * @parent: the window it belongs to
 * @session: the session that it is about
 * @unit: (nullable): a unit of its plan; %NULL for all of the structure that is shown
 * @quota_type: (nullable): a type of quota; %NULL for all types
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_source_dialog_new (GtkWindow *parent, SdSession *session, SdRow *unit, const char *quota_type)
{
  SdSourceDialog *self = g_object_new (SD_TYPE_SOURCE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_set_object (&self->unit, unit);
  self->quota_type = g_strdup (quota_type);
  show_sum (self, add_sum (self));
  add_prints (self);

  return GTK_WIDGET (self);
}
