/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-placer.h"

#include <glib/gi18n-lib.h>

#include "flow-edit.h"
#include "flow-text.h"

struct _SdFlowPlacer
{
  GtkPopover parent_instance;

  GtkGrid *grid;
  GtkDropDown *source_choice;
  GtkDropDown *type_choice;
  GtkDropDown *target_choice;
  GtkSpinButton *number;
  GtkLabel *note;
  GtkWidget *button;

  /* Owned */
  SdSession *session;
  SdFlow *flow;
  SdFlowWish wish;    /* rows owned */
  GPtrArray *sources; /* SdRow that can be chosen */
  GPtrArray *targets;
  GArray *types; /* guint */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SdFlowPlacer, sd_flow_placer, GTK_TYPE_POPOVER)

/* What is chosen */

static SdRow *
chosen_row (GtkDropDown *choice, GPtrArray *rows)
{
  guint at = gtk_drop_down_get_selected (choice);

  return at < rows->len ? g_ptr_array_index (rows, at) : NULL;
}

static int
chosen_type (SdFlowPlacer *self)
{
  guint at = gtk_drop_down_get_selected (self->type_choice);

  return at < self->types->len ? (int) g_array_index (self->types, guint, at) : -1;
}

static gint64
rest_of (SdFlowPlacer *self, SdFlowSide side, SdRow *unit, int type)
{
  const SdFlowNode *node =
      unit != NULL ? sd_flow_find_unit (self->flow, side, sd_row_get_id (unit)) : NULL;

  return node != NULL && type >= 0 ? sd_flow_node_rest (node, (guint) type) : 0;
}

static gint64
own_headcount (SdFlowPlacer *self)
{
  return self->wish.transfer != NULL
             ? sd_row_get_integer (self->wish.transfer, SD_TRANSFER_HEADCOUNT)
             : 0;
}

/* How many can be taken, and how many the target still has room for. */
static void
count_room (SdFlowPlacer *self, gint64 *rest, gint64 *open)
{
  const int type = chosen_type (self);

  *rest = rest_of (self, SD_FLOW_CURRENT, chosen_row (self->source_choice, self->sources), type) +
          own_headcount (self);
  *open = rest_of (self, SD_FLOW_PROPOSED, chosen_row (self->target_choice, self->targets), type);
  if (self->wish.transfer != NULL && self->wish.target != NULL)
    *open += own_headcount (self);
}

static void
update_note (SdFlowPlacer *self)
{
  g_autofree char *text = NULL;
  gint64 headcount =
      (gint64) gtk_adjustment_get_value (gtk_spin_button_get_adjustment (self->number));
  gint64 rest, open;

  count_room (self, &rest, &open);
  if (rest == 0)
    text = g_strdup (_ ("Nobody of this type is without a place."));
  else if (self->targets->len == 0)
    text = g_strdup (_ ("There is no unit to place people in. Set one up in the structure."));
  else if (headcount > open)
    text = g_strdup_printf (ngettext ("%d more than there are open places",
                                      "%d more than there are open places",
                                      (gulong) (headcount - open)),
                            (int) MIN (headcount - open, G_MAXINT));
  else if (headcount < rest)
    text = g_strdup_printf (ngettext ("%d stays without a place", "%d stay without a place",
                                      (gulong) (rest - headcount)),
                            (int) MIN (rest - headcount, G_MAXINT));

  gtk_label_set_text (self->note, text != NULL ? text : _ ("Nobody is left over."));
  gtk_widget_set_sensitive (self->button, rest > 0 && self->targets->len > 0);
  if (rest > 0 && headcount > open)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "warning");
}

/* Filling the choices, each by those before it */

static void
fill_number (SdFlowPlacer *self)
{
  gint64 rest, open, value;

  count_room (self, &rest, &open);
  value = self->wish.transfer != NULL ? own_headcount (self) : open > 0 ? MIN (rest, open) : rest;
  gtk_spin_button_set_range (self->number, 1, (double) MAX (rest, 1));
  gtk_spin_button_set_value (self->number, (double) value);
  update_note (self);
}

/* Takes the names, and hides a line that leaves nothing to choose. */
static void
set_choices (
    SdFlowPlacer *self, GtkDropDown *choice, GStrvBuilder *names, guint selected, gboolean shown)
{
  g_auto (GStrv) words = g_strv_builder_end (names);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) words);
  GtkWidget *label = g_object_get_data (G_OBJECT (choice), "label");

  gtk_drop_down_set_model (choice, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (choice, words[0] != NULL ? selected : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (GTK_WIDGET (choice), shown && words[0] != NULL);
  gtk_widget_set_visible (label, shown && words[0] != NULL);
}

static void
add_choice (GPtrArray *rows, GStrvBuilder *names, const SdFlowNode *node, gint64 rest)
{
  const char *name = sd_flow_node_get_name (node);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, rest);
  g_autofree char *text = NULL;

  if (rest == 0)
    text = g_strdup (name);
  else if (node->side == SD_FLOW_CURRENT)
    /* Translators: name of a unit, and how many of its people have no place yet. */
    text = g_strdup_printf (_ ("%s (%s without a place)"), name, number);
  else
    /* Translators: name of a unit, and how many of its places nobody fills yet. */
    text = g_strdup_printf (_ ("%s (%s open)"), name, number);
  g_ptr_array_add (rows, g_object_ref (node->unit));
  g_strv_builder_add (names, text);
}

static void
fill_targets (SdFlowPlacer *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const int type = chosen_type (self);
  guint best = 0;
  gint64 most = 0;

  g_ptr_array_set_size (self->targets, 0);
  for (guint i = 0; i < sd_flow_get_n_nodes (self->flow); i++)
    {
      const SdFlowNode *node = sd_flow_get_node (self->flow, i);
      gint64 open = type >= 0 ? sd_flow_node_rest (node, (guint) type) : 0;

      if (node->side != SD_FLOW_PROPOSED || node->unit == NULL ||
          (self->wish.target != NULL && node->unit != self->wish.target))
        continue;
      if (open > most)
        {
          best = self->targets->len;
          most = open;
        }
      add_choice (self->targets, names, node, open);
    }
  set_choices (self, self->target_choice, names, best, self->wish.target == NULL);
  fill_number (self);
}

static void
fill_types (SdFlowPlacer *self)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  SdRow *source = chosen_row (self->source_choice, self->sources);
  guint best = 0;

  g_array_set_size (self->types, 0);
  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    {
      if (self->wish.type >= 0 ? t != (guint) self->wish.type
                               : rest_of (self, SD_FLOW_CURRENT, source, (int) t) == 0)
        continue;
      if (best == 0 && rest_of (self, SD_FLOW_PROPOSED, self->wish.target, (int) t) > 0)
        best = self->types->len;
      g_array_append_val (self->types, t);
      g_strv_builder_add (names, sd_token_get_label (&types->tokens[t]));
    }
  set_choices (self, self->type_choice, names, best, self->types->len > 1);
  fill_targets (self);
}

/* A unit can give people where it has some left, of the type that is asked for if one is. */
static void
fill_sources (SdFlowPlacer *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < sd_flow_get_n_nodes (self->flow); i++)
    {
      const SdFlowNode *node = sd_flow_get_node (self->flow, i);
      gint64 rest = 0;

      if (node->side != SD_FLOW_CURRENT || node->unit == NULL ||
          (self->wish.source != NULL && node->unit != self->wish.source))
        continue;
      for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
        if (self->wish.type < 0 || t == (guint) self->wish.type)
          rest += sd_flow_node_rest (node, t);
      if (rest > 0 || self->wish.source != NULL)
        add_choice (self->sources, names, node, rest);
    }
  set_choices (self, self->source_choice, names, 0, self->wish.source == NULL);
  fill_types (self);
}

/* Callbacks */

static void
on_chosen (GtkDropDown *choice, GParamSpec *pspec, SdFlowPlacer *self)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  if (choice == self->source_choice)
    fill_types (self);
  else if (choice == self->type_choice)
    fill_targets (self);
  else
    fill_number (self);
  self->filling = FALSE;
}

static void
on_number_changed (SdFlowPlacer *self)
{
  if (!self->filling)
    update_note (self);
}

static void
on_place (SdFlowPlacer *self)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  SdRow *source = chosen_row (self->source_choice, self->sources);
  SdRow *target = chosen_row (self->target_choice, self->targets);
  const int type = chosen_type (self);
  gint64 headcount;

  /* What was typed counts though the entry still has the focus. */
  gtk_spin_button_update (self->number);
  headcount = gtk_spin_button_get_value_as_int (self->number);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (source == NULL || target == NULL || type < 0)
    return;

  if (self->wish.transfer == NULL)
    sd_flow_place_people (self->session, source, target, types->tokens[type].name, headcount);
  else if (self->wish.target == NULL)
    sd_flow_set_target (self->session, self->wish.transfer, target);
  else
    sd_flow_set_headcount (self->session, self->wish.transfer, headcount);
}

/* Widgets */

static void
add_line (SdFlowPlacer *self, int line, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (self->grid, label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, widget, 1, line, 1, 1);
  g_object_set_data (G_OBJECT (widget), "label", label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
}

static GtkDropDown *
add_drop_down (SdFlowPlacer *self, int line, const char *title)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  add_line (self, line, title, choice);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (on_chosen), self);

  return GTK_DROP_DOWN (choice);
}

static void
add_number (SdFlowPlacer *self, int line)
{
  GtkWidget *number = gtk_spin_button_new_with_range (1, 1, 1);

  self->number = GTK_SPIN_BUTTON (number);
  gtk_spin_button_set_numeric (self->number, TRUE);
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (number)), "activates-default", TRUE, NULL);
  add_line (self, line, _ ("How many"), number);
  g_signal_connect_swapped (number, "value-changed", G_CALLBACK (on_number_changed), self);
}

static void
sd_flow_placer_dispose (GObject *object)
{
  SdFlowPlacer *self = SD_FLOW_PLACER (object);

  g_clear_object (&self->wish.transfer);
  g_clear_object (&self->wish.source);
  g_clear_object (&self->wish.target);
  g_clear_object (&self->session);
  g_clear_object (&self->flow);

  G_OBJECT_CLASS (sd_flow_placer_parent_class)->dispose (object);
}

static void
sd_flow_placer_finalize (GObject *object)
{
  SdFlowPlacer *self = SD_FLOW_PLACER (object);

  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->targets);
  g_array_unref (self->types);

  G_OBJECT_CLASS (sd_flow_placer_parent_class)->finalize (object);
}

static void
sd_flow_placer_class_init (SdFlowPlacerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_flow_placer_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_flow_placer_finalize;
}

static void
sd_flow_placer_init (SdFlowPlacer *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);
  self->types = g_array_new (FALSE, FALSE, sizeof (guint));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->grid));

  self->source_choice = add_drop_down (self, 1, _ ("From"));
  self->target_choice = add_drop_down (self, 2, _ ("To"));
  self->type_choice = add_drop_down (self, 3, _ ("Type"));
  add_number (self, 4);
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_grid_attach (self->grid, GTK_WIDGET (self->note), 0, 5, 2, 1);

  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_grid_attach (self->grid, self->button, 0, 6, 2, 1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_place), self);
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->button);
}

static void
add_title (SdFlowPlacer *self)
{
  const char *from =
      self->wish.source != NULL ? sd_row_get_text (self->wish.source, SD_UNIT_NAME) : "…";
  const char *to =
      self->wish.target != NULL ? sd_row_get_text (self->wish.target, SD_UNIT_NAME) : "…";
  g_autofree char *title = g_strdup_printf ("%s → %s", from, to);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->grid, label, 0, 0, 2, 1);
}

/**
 * sd_flow_placer_new:
 * @session: the session whose plan is edited
 * @flow: its flow
 * @wish: what is known already
 *
 * Returns: (transfer floating): a popover that asks for the rest
 */
GtkWidget *
sd_flow_placer_new (SdSession *session, SdFlow *flow, const SdFlowWish *wish)
{
  SdFlowPlacer *self = g_object_new (SD_TYPE_FLOW_PLACER, NULL);

  self->session = g_object_ref (session);
  self->flow = g_object_ref (flow);
  g_set_object (&self->wish.transfer, wish->transfer);
  g_set_object (&self->wish.source, wish->source);
  g_set_object (&self->wish.target, wish->target);
  self->wish.type = wish->type;

  add_title (self);
  gtk_button_set_label (GTK_BUTTON (self->button), wish->transfer != NULL && wish->target != NULL
                                                       ? _ ("Change")
                                                       : _ ("Place"));
  self->filling = TRUE;
  fill_sources (self);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->number),
                            wish->transfer == NULL || wish->target != NULL);

  return GTK_WIDGET (self);
}
