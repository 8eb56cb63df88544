/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "severity.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *icon;
  const char *style;
  const char *title;
} looks[] = {
  [SD_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_ ("Errors") },
  [SD_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_ ("Warnings") },
  [SD_SEVERITY_INFO] = { "dialog-information-symbolic", "quiet", N_ ("Notes") },
  [SD_SEVERITY_QUESTION] = { "dialog-question-symbolic", "accent", N_ ("Questions") },
};

/**
 * sd_severity_get_icon:
 * @severity: a severity
 *
 * Returns: name of its icon
 */
const char *
sd_severity_get_icon (SdSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (looks), NULL);

  return looks[severity].icon;
}

/**
 * sd_severity_get_style:
 * @severity: a severity
 *
 * Returns: the style class that gives icon and badge their colour
 */
const char *
sd_severity_get_style (SdSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (looks), NULL);

  return looks[severity].style;
}

/**
 * sd_severity_get_title:
 * @severity: a severity
 *
 * Returns: what findings of that severity are called together
 */
const char *
sd_severity_get_title (SdSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (looks), NULL);

  return _ (looks[severity].title);
}

/**
 * sd_severity_count_text:
 * @severity: a severity
 * @count: how many findings
 *
 * Returns: (transfer full): "2 errors" and the like
 */
char *
sd_severity_count_text (SdSeverity severity, guint count)
{
  switch (severity)
    {
    case SD_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u error", "%u errors", count), count);
    case SD_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", count), count);
    case SD_SEVERITY_QUESTION:
      return g_strdup_printf (ngettext ("%u question", "%u questions", count), count);
    case SD_SEVERITY_INFO:
    default:
      return g_strdup_printf (ngettext ("%u note", "%u notes", count), count);
    }
}

/**
 * sd_severity_badge_new:
 * @severity: a severity
 * @count: how many findings
 *
 * Returns: (transfer floating): a small mark with icon and number
 */
GtkWidget *
sd_severity_badge_new (SdSeverity severity, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *text = sd_severity_count_text (severity, count);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (sd_severity_get_icon (severity));
  GtkWidget *label = gtk_label_new (number);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (box, "count-badge");
  gtk_widget_add_css_class (box, sd_severity_get_style (severity));
  gtk_widget_set_tooltip_text (box, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return box;
}
