/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-choice-row.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"

enum
{
  CHOICE_SCOPE,
  CHOICE_ADOPTED,
  CHOICE_DECLINED,
};

struct _SdPackChoiceRow
{
  AdwComboRow parent_instance;

  /* Owned */
  SdSession *session;
  SdPack *pack;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SdPackChoiceRow, sd_pack_choice_row, ADW_TYPE_COMBO_ROW)

/* Helpers */

static SdRow *
find_adoption (SdPackChoiceRow *self)
{
  SdRow *row;

  SD_FOREACH_ROW (row, sd_session_get_county (self->session), SD_TABLE_ADOPTION)
    if (sd_row_is (row, SD_ADOPTION_PACK, sd_pack_get_id (self->pack)))
      return row;

  return NULL;
}

static void
show_choice (SdPackChoiceRow *self)
{
  SdRow *adoption = find_adoption (self);
  guint choice = CHOICE_SCOPE;

  if (adoption != NULL)
    choice = sd_row_is (adoption, SD_ADOPTION_STATE, "adopted") ? CHOICE_ADOPTED : CHOICE_DECLINED;
  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), choice);
  self->updating = FALSE;
}

/* What the pack's scope says of the plan that is edited. */
static gboolean
fits_plan (SdPackChoiceRow *self)
{
  SdCounty *county = sd_session_get_county (self->session);
  const char *plan_id = sd_session_get_plan_id (self->session);

  return plan_id != NULL &&
         sd_pack_applies (self->pack, sd_county_get_row (county),
                          sd_county_get_plan_town (county, plan_id),
                          sd_county_get_plan_row (county, plan_id));
}

static const char *
describe_authority (SdPack *pack)
{
  switch (sd_pack_get_authority (pack))
    {
    case SD_PACK_NORMATIVE:
      return _ ("Normative document");
    case SD_PACK_APPROVED_PLAN:
      return _ ("Approved plan of one town");
    case SD_PACK_MEETING:
      return _ ("Report of a meeting: warns, does not forbid");
    case SD_PACK_ARTICLE:
    default:
      return _ ("Article: advises only");
    }
}

/* Callbacks */

static void
on_decided (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdPackChoiceRow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error);

  if (self->session == NULL)
    return;
  if (!done)
    sd_session_report_error (self->session, error);
  show_choice (self);
}

static void
on_selected (SdPackChoiceRow *self)
{
  guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  const SdFieldValue values[] = {
    { SD_ADOPTION_PACK, SD_VALUE_INIT_TEXT (sd_pack_get_id (self->pack)) },
    { SD_ADOPTION_STATE,
      SD_VALUE_INIT_TEXT (choice == CHOICE_ADOPTED ? "adopted" : "declined") },
    { SD_ADOPTION_DECIDED_BY, SD_VALUE_INIT_TEXT (sd_get_author ()) },
    { SD_ADOPTION_DATE, SD_VALUE_INIT_TEXT (date) },
  };

  if (self->updating || self->session == NULL)
    return;
  sd_register_answer_async (sd_session_get_register (self->session), NULL, SD_TABLE_ADOPTION,
                            values, 1, choice == CHOICE_SCOPE ? 1 : G_N_ELEMENTS (values),
                            sd_pack_get_title (self->pack),
                            choice == CHOICE_ADOPTED ? _ ("Adopted") : _ ("Declined"), NULL,
                            on_decided, g_object_ref (self));
}

/* Overrides */

static void
sd_pack_choice_row_dispose (GObject *object)
{
  SdPackChoiceRow *self = SD_PACK_CHOICE_ROW (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_pack_choice_row_parent_class)->dispose (object);
}

static void
sd_pack_choice_row_class_init (SdPackChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_pack_choice_row_dispose;
}

static void
sd_pack_choice_row_init (SdPackChoiceRow *self)
{
}

/**
 * sd_pack_choice_row_new:
 * @session: the session
 * @pack: a pack
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sd_pack_choice_row_new (SdSession *session, SdPack *pack)
{
  SdPackChoiceRow *self = g_object_new (SD_TYPE_PACK_CHOICE_ROW, NULL);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *scope = sd_pack_describe_scope (pack);
  g_autofree char *title = g_markup_escape_text (sd_pack_get_title (pack), -1);
  g_autofree char *subtitle =
      g_markup_printf_escaped ("%s%s%s", scope, *scope != '\0' ? " · " : "",
                               describe_authority (pack));

  self->session = g_object_ref (session);
  self->pack = g_object_ref (pack);
  gtk_string_list_append (choices, fits_plan (self) ? _ ("By scope: applies")
                                                    : _ ("By scope: does not apply"));
  gtk_string_list_append (choices, _ ("Adopted"));
  gtk_string_list_append (choices, _ ("Declined"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (choices));
  gtk_widget_set_sensitive (GTK_WIDGET (self), !sd_session_get_read_only (session));
  show_choice (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);

  return GTK_WIDGET (self);
}

/**
 * sd_pack_choice_row_get_pack:
 * @self: a row
 *
 * Returns: (transfer none): its pack
 */
SdPack *
sd_pack_choice_row_get_pack (SdPackChoiceRow *self)
{
  return self->pack;
}
