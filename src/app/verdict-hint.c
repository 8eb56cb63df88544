/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "verdict-hint.h"

#include <glib/gi18n-lib.h>

#define GAP 8

static SdVerdictLevel
level_of (const SdVerdict *verdict)
{
  return verdict != NULL ? verdict->level : SD_VERDICT_UNKNOWN;
}

/**
 * sd_verdict_get_color:
 * @verdict: (nullable): a verdict; %NULL where it is not known yet
 *
 * Returns: (transfer none): name of the theme's colour that stands for it
 */
const char *
sd_verdict_get_color (const SdVerdict *verdict)
{
  static const char *const colors[] = {
    [SD_VERDICT_UNKNOWN] = "accent_bg_color",
    [SD_VERDICT_GOOD] = "success_bg_color",
    [SD_VERDICT_WARNING] = "warning_bg_color",
    [SD_VERDICT_ERROR] = "error_bg_color",
  };

  return colors[level_of (verdict)];
}

/**
 * sd_verdict_hint_new:
 *
 * Returns: (transfer floating): a label for the words of a verdict
 */
GtkWidget *
sd_verdict_hint_new (void)
{
  GtkWidget *hint =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                    "width-chars", 20, "max-width-chars", 36, "xalign", 0.0f, NULL);

  gtk_widget_set_can_target (hint, FALSE);

  return hint;
}

/**
 * sd_verdict_hint_set:
 * @hint: a label of sd_verdict_hint_new()
 * @load: what goes before the words: what is moved, with a line of its own, or ""
 * @verdict: (nullable): what would be found; %NULL where it is not known yet
 *
 * The words begin with a sign, so that they do not speak by colour alone.
 */
void
sd_verdict_hint_set (GtkWidget *hint, const char *load, const SdVerdict *verdict)
{
  static const char *const signs[] = { "…", "✓", "!", "✗" };
  static const char *const classes[] = { "unknown", "good", "warning", "error" };
  const SdVerdictLevel level = level_of (verdict);
  const char *style[] = { "drop-hint", classes[level], NULL };
  g_autofree char *text =
      g_strdup_printf ("%s%s %s", load, signs[level],
                       verdict != NULL ? verdict->words : _ ("Looking at the rules…"));

  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (hint)), text))
    gtk_label_set_text (GTK_LABEL (hint), text);
  gtk_widget_set_css_classes (hint, style);
}

/**
 * sd_verdict_hint_place:
 * @hint: a label of sd_verdict_hint_new(), a child of the view
 * @mark: the place that it is about, in the coordinates of the view
 *
 * Allocates it above the place, since what is dragged hangs below the pointer; within what can be
 * seen of the view.
 */
void
sd_verdict_hint_place (GtkWidget *hint, const graphene_rect_t *mark)
{
  GtkWidget *view = gtk_widget_get_parent (hint);
  GtkWidget *viewport = gtk_widget_get_ancestor (view, GTK_TYPE_VIEWPORT);
  graphene_rect_t part;
  GtkRequisition size;
  GtkAllocation allocation;

  if (viewport == NULL || !gtk_widget_compute_bounds (viewport, view, &part))
    part = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (view),
                               (float) gtk_widget_get_height (view));

  gtk_widget_get_preferred_size (hint, NULL, &size);
  allocation.width = size.width;
  allocation.height = size.height;
  allocation.x =
      (int) CLAMP (mark->origin.x + GAP, part.origin.x + GAP,
                   MAX (part.origin.x + part.size.width - size.width - GAP, part.origin.x + GAP));
  allocation.y = (int) (mark->origin.y - size.height - GAP);
  if (allocation.y < part.origin.y)
    allocation.y = (int) (mark->origin.y + mark->size.height + GAP);
  gtk_widget_size_allocate (hint, &allocation, -1);
}
