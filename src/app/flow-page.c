/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-page.h"

#include <glib/gi18n-lib.h>

#include "chart-card.h"
#include "flow-text.h"
#include "flow-view.h"

struct _SdFlowPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkImage *closing_icon;
  GtkLabel *closing_label;
  GtkLabel *leftover_label;
  GtkBox *legend;
  SdFlowView *view;

  /* Owned */
  SdSession *session;
};

G_DEFINE_FINAL_TYPE (SdFlowPage, sd_flow_page, ADW_TYPE_BIN)

/* Helpers */

static gboolean
has_units (SdFlow *flow, SdFlowSide side)
{
  for (guint i = 0; i < sd_flow_get_n_nodes (flow); i++)
    if (sd_flow_get_node (flow, i)->side == side && sd_flow_get_node (flow, i)->unit != NULL)
      return TRUE;

  return FALSE;
}

static const char *
page_of (SdFlow *flow)
{
  if (flow == NULL || !has_units (flow, SD_FLOW_CURRENT))
    return "no-current";

  return has_units (flow, SD_FLOW_PROPOSED) ? "flow" : "no-proposed";
}

static void
add_to_legend (SdFlowPage *self, guint type)
{
  const SdToken *token = &sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->tokens[type];
  GtkWidget *patch = gtk_label_new ("■");
  GtkWidget *label = gtk_label_new (sd_token_get_label (token));
  PangoAttrList *attributes = pango_attr_list_new ();
  GdkRGBA color;

  sd_chart_get_quota_color (GTK_WIDGET (self), type, &color);
  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (color.red * 65535),
                                                                 (guint16) (color.green * 65535),
                                                                 (guint16) (color.blue * 65535)));
  gtk_label_set_attributes (GTK_LABEL (patch), attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (self->legend, patch);
  gtk_box_append (self->legend, label);
}

static void
update_legend (SdFlowPage *self, SdFlow *flow)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    gtk_box_remove (self->legend, child);
  for (guint t = 0; flow != NULL && t < SD_FLOW_N_TYPES; t++)
    {
      SdFlowClosing closing;

      sd_flow_get_closing (flow, t, &closing);
      if (closing.held > 0 || closing.offered > 0 || closing.placed > 0)
        add_to_legend (self, t);
    }
}

static void
update_closing (SdFlowPage *self, SdFlow *flow)
{
  const gboolean closed = sd_flow_is_closed (flow);
  g_autofree char *closing = sd_flow_closing_to_text (flow);
  g_autofree char *leftover = sd_flow_leftover_to_text (flow);
  const char *classes[] = { closed ? "success" : "warning", NULL };

  gtk_image_set_from_icon_name (self->closing_icon,
                                closed ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->closing_icon), classes);
  gtk_label_set_text (self->closing_label, closing);
  gtk_label_set_text (self->leftover_label, leftover);
  gtk_widget_set_visible (GTK_WIDGET (self->leftover_label), leftover != NULL);
}

/* Callbacks */

static void
on_updated (SdFlowPage *self)
{
  SdFlow *flow = sd_flow_view_get_flow (self->view);

  gtk_stack_set_visible_child_name (self->stack, page_of (flow));
  update_legend (self, flow);
  if (flow != NULL)
    update_closing (self, flow);
}

static void
show_structure (SdFlowPage *self, const char *stage)
{
  if (self->session == NULL)
    return;
  sd_session_set_stage (self->session, stage);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "structure");
}

static void
on_show_current (SdFlowPage *self)
{
  show_structure (self, "current");
}

static void
on_show_proposed (SdFlowPage *self)
{
  show_structure (self, "proposed");
}

/* Overrides */

static gboolean
sd_flow_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SD_FLOW_PAGE (widget)->view));
}

static void
sd_flow_page_dispose (GObject *object)
{
  sd_flow_page_set_session (SD_FLOW_PAGE (object), NULL);

  G_OBJECT_CLASS (sd_flow_page_parent_class)->dispose (object);
}

static void
sd_flow_page_class_init (SdFlowPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_flow_page_dispose;
  widget_class->grab_focus = sd_flow_page_grab_focus;
  g_type_ensure (SD_TYPE_FLOW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/flow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SdFlowPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SdFlowPage, closing_icon);
  gtk_widget_class_bind_template_child (widget_class, SdFlowPage, closing_label);
  gtk_widget_class_bind_template_child (widget_class, SdFlowPage, leftover_label);
  gtk_widget_class_bind_template_child (widget_class, SdFlowPage, legend);
  gtk_widget_class_bind_template_child (widget_class, SdFlowPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_updated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_current);
  gtk_widget_class_bind_template_callback (widget_class, on_show_proposed);
}

static void
sd_flow_page_init (SdFlowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_flow_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose plan it shows
 */
void
sd_flow_page_set_session (SdFlowPage *self, SdSession *session)
{
  g_set_object (&self->session, session);
  if (self->view == NULL)
    return;

  sd_flow_view_set_session (self->view, session);
  on_updated (self);
}
