/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-result.h"

#include "settings.h"

#include <glib/gi18n-lib.h>

/* What went otherwise than wished in an export. */

/* Once the user has read which typefaces stand in for others, it is not said again. */
static const char *
news_about_typefaces (SdExport *export)
{
  const char *sentence = sd_export_get_stand_ins (export);
  g_autofree char *read = sd_settings_get_text ("documents", "read");

  return sentence == NULL || (read != NULL && strstr (read, sentence) != NULL) ? NULL : sentence;
}

static GtkWidget *
add_group (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (box, group);

  return group;
}

static void
add_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_failures (GtkBox *box, SdExport *export)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < sd_export_get_n_items (export); i++)
    {
      const SdExportItem *item = sd_export_get_item (export, i);

      if (item->error == NULL)
        continue;
      if (group == NULL)
        group = add_group (box, _ ("Not Exported"), NULL);
      add_row (group, item->title, item->error->message);
    }
}

static void
add_missing (GtkBox *box, SdExport *export)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < sd_export_get_n_items (export); i++)
    {
      const SdExportItem *item = sd_export_get_item (export, i);

      for (guint j = 0; item->missing != NULL && item->missing[j] != NULL; j++)
        {
          if (group == NULL)
            group =
                add_group (box, _ ("Characters That Are Missing"),
                           _ ("No typeface of this computer has these characters; the PDF shows "
                              "boxes instead. OpenDocument files and plan data keep them."));
          add_row (group, item->missing[j], item->title);
        }
    }
}

/*
 * sd_export_result_is_due:
 * @export: an export that has ended
 *
 * Returns: whether there is more to say than that it is done
 */
gboolean
sd_export_result_is_due (SdExport *export)
{
  for (guint i = 0; i < sd_export_get_n_items (export); i++)
    {
      const SdExportItem *item = sd_export_get_item (export, i);

      if (item->error != NULL || (item->missing != NULL && *item->missing != NULL))
        return TRUE;
    }

  return news_about_typefaces (export) != NULL;
}

/*
 * sd_export_result_fill:
 * @box: an empty box
 * @export: an export that has ended
 *
 * Says in the box what was not exported and why, which characters are missing and where, and, once,
 * which typefaces stand in for others.
 */
void
sd_export_result_fill (GtkBox *box, SdExport *export)
{
  const guint n = sd_export_get_n_written (export);
  const char *typefaces = news_about_typefaces (export);
  g_autofree char *done =
      g_strdup_printf (ngettext ("%u file was exported.", "%u files were exported.", n), n);

  add_group (box, _ ("Exported"), done);
  add_failures (box, export);
  add_missing (box, export);
  if (typefaces == NULL)
    return;
  add_group (box, _ ("Typefaces"), typefaces);
  sd_settings_set_text ("documents", "read", typefaces);
}
