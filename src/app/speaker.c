/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "speaker.h"

typedef struct
{
  GtkWidget *label; /* the only child */
} SdSpeakerPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SdSpeaker, sd_speaker, GTK_TYPE_WIDGET)

static GtkWidget *
label_of (SdSpeaker *self)
{
  SdSpeakerPrivate *priv = sd_speaker_get_instance_private (self);

  return priv->label;
}

/* Overrides */

static void
sd_speaker_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sd_speaker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *label = label_of (SD_SPEAKER (widget));
  GtkRequisition size;

  gtk_widget_get_preferred_size (label, NULL, &size);
  gtk_widget_size_allocate (label, &(GtkAllocation){ 0, 0, size.width, size.height }, -1);
}

static void
sd_speaker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
sd_speaker_dispose (GObject *object)
{
  SdSpeakerPrivate *priv = sd_speaker_get_instance_private (SD_SPEAKER (object));

  g_clear_pointer (&priv->label, gtk_widget_unparent);

  G_OBJECT_CLASS (sd_speaker_parent_class)->dispose (object);
}

static void
sd_speaker_class_init (SdSpeakerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_speaker_dispose;
  widget_class->measure = sd_speaker_measure;
  widget_class->size_allocate = sd_speaker_size_allocate;
  widget_class->snapshot = sd_speaker_snapshot;
}

static void
sd_speaker_init (SdSpeaker *self)
{
  SdSpeakerPrivate *priv = sd_speaker_get_instance_private (self);

  priv->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_parent (priv->label, GTK_WIDGET (self));
}

/* Public functions */

/**
 * sd_speaker_say:
 * @self: a speaker
 * @text: what to say; what it said last is not said again
 */
void
sd_speaker_say (SdSpeaker *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label_of (self)), text);
}

/**
 * sd_speaker_get_text:
 * @self: a speaker
 *
 * Returns: what it said last
 */
const char *
sd_speaker_get_text (SdSpeaker *self)
{
  return gtk_label_get_label (GTK_LABEL (label_of (self)));
}
