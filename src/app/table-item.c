/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-item.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"

struct _SdTableItem
{
  SdGridItem parent_instance;

  const SdTableView *view;
  const char *section; /* NULL where the row does not stand apart */
  char *title;         /* owned; of a heading */
  GPtrArray *rows;     /* owned; of a heading: those below it */
};

G_DEFINE_FINAL_TYPE (SdTableItem, sd_table_item, SD_TYPE_GRID_ITEM)

/* Helpers */

static const SdColumn *
column_at (SdTableItem *self, guint place)
{
  return &sd_table_get (self->view->table)->columns[self->view->columns[place].column];
}

/* Whether what stands there is the value of a column, which can be set. */
static gboolean
is_value (SdTableItem *self, guint place)
{
  return sd_grid_item_get_row (SD_GRID_ITEM (self)) != NULL &&
         self->view->columns[place].get_text == NULL;
}

static const SdValue *
value_at (SdGridItem *item, guint place)
{
  return sd_row_get_value (sd_grid_item_get_row (item),
                           SD_TABLE_ITEM (item)->view->columns[place].column);
}

/* A plan is of two structures. What is proposed continues what is there now, and powers go to units
 * that are proposed. */
static gboolean
may_refer (SdPlan *plan, SdTableId from, SdRow *target)
{
  SdRow *unit = target;

  if (sd_row_get_table_id (target) != SD_TABLE_UNIT)
    unit = sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, sd_row_get_parent_id (target));

  return unit == NULL ||
         sd_row_is (unit, SD_UNIT_STAGE, from == SD_TABLE_DUTY ? "current" : "proposed");
}

static void
add_references (SdTableItem *self, const SdColumn *column, SdGridChoices *choices)
{
  SdPlan *plan = sd_session_get_plan (sd_grid_item_get_session (SD_GRID_ITEM (self)));
  SdRow *target;

  SD_FOREACH_ROW (target, plan, column->refers)
    if (may_refer (plan, self->view->table, target))
      sd_grid_choices_add (choices, sd_row_get_id (target), sd_row_get_text (target, 0));
}

/* Overrides */

static void
sd_table_item_finalize (GObject *object)
{
  g_clear_pointer (&SD_TABLE_ITEM (object)->rows, g_ptr_array_unref);
  g_free (SD_TABLE_ITEM (object)->title);

  G_OBJECT_CLASS (sd_table_item_parent_class)->finalize (object);
}

static char *
get_text (SdGridItem *item, guint place)
{
  SdTableItem *self = SD_TABLE_ITEM (item);
  SdSession *session = sd_grid_item_get_session (item);
  SdRow *row = sd_grid_item_get_row (item);
  char *text;

  if (row == NULL)
    /* Translators: what the rows below have in common, and how many there are. */
    return place == 0 ? g_strdup_printf (_ ("%s: %u"), self->title, self->rows->len)
                      : g_strdup ("");
  if (self->view->columns[place].get_text != NULL)
    return self->view->columns[place].get_text (session, row);
  if (column_at (self, place)->type == SD_TYPE_BOOLEAN)
    return g_strdup (sd_row_get_boolean (row, self->view->columns[place].column) ? "✓" : "");

  text = sd_field_get_display (session, row, self->view->columns[place].column);

  return text != NULL ? text : g_strdup ("");
}

static char *
get_name (SdGridItem *item)
{
  return get_text (item, 0);
}

static SdGridEdit
get_edit (SdGridItem *item, guint place)
{
  SdTableItem *self = SD_TABLE_ITEM (item);

  if (!is_value (self, place))
    return SD_GRID_EDIT_NONE;

  switch (column_at (self, place)->type)
    {
    case SD_TYPE_CHOICE:
    case SD_TYPE_REF:
      return SD_GRID_EDIT_CHOICE;
    case SD_TYPE_BOOLEAN:
      return SD_GRID_EDIT_TOGGLE;
    case SD_TYPE_INTEGER:
      return SD_GRID_EDIT_DIGITS;
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
    case SD_TYPE_REAL:
    case SD_TYPE_DATE:
    default:
      return SD_GRID_EDIT_TEXT;
    }
}

static gboolean
set_text (SdGridItem *item, guint place, const char *text, GError **error)
{
  SdTableItem *self = SD_TABLE_ITEM (item);
  SdSession *session = sd_grid_item_get_session (item);
  SdRow *row = sd_grid_item_get_row (item);
  guint column = self->view->columns[place].column;
  g_auto (SdValue) value = SD_VALUE_INIT;

  if (!sd_field_parse (column_at (self, place), text, &value, error))
    return FALSE;

  sd_register_set_value_async (sd_session_get_register (session), sd_row_get_plan_id (row),
                               sd_row_get_table_id (row), sd_row_get_id (row), column, &value, NULL,
                               sd_session_on_edited, g_object_ref (session));

  return TRUE;
}

static gboolean
paste (SdGridItem *item, guint place, const char *text, SdGridEdits *edits, GError **error)
{
  SdTableItem *self = SD_TABLE_ITEM (item);
  SdPlan *plan = sd_session_get_plan (sd_grid_item_get_session (item));
  SdCell cell = { self->view->table, sd_row_get_id (sd_grid_item_get_row (item)),
                  self->view->columns[place].column, SD_VALUE_INIT };

  if (!sd_field_read (plan, column_at (self, place), text, &cell.value, error))
    return FALSE;
  g_array_append_val (edits->cells, cell);

  return TRUE;
}

static void
get_choices (SdGridItem *item, guint place, SdGridChoices *choices)
{
  const SdColumn *column = column_at (SD_TABLE_ITEM (item), place);

  if ((column->flags & SD_REQUIRED) == 0)
    sd_grid_choices_add (choices, "", "");
  if (column->type == SD_TYPE_REF)
    add_references (SD_TABLE_ITEM (item), column, choices);
  for (guint i = 0; column->type == SD_TYPE_CHOICE && i < column->enumeration->n_tokens; i++)
    sd_grid_choices_add (choices, column->enumeration->tokens[i].name,
                         sd_token_get_label (&column->enumeration->tokens[i]));
}

static void
show (SdGridItem *item, guint place, GtkLabel *label)
{
  gboolean heading = sd_grid_item_get_row (item) == NULL;
  g_autofree char *text = get_text (item, place);

  sd_grid_item_show_text (label, text);
  if (heading && place > 0)
    gtk_label_set_label (label, "");
  sd_grid_item_set_css_class (label, "total", heading);
}

static gboolean
equal (SdGridItem *item, SdGridItem *other)
{
  SdTableItem *a = SD_TABLE_ITEM (item), *b = SD_TABLE_ITEM (other);

  return sd_grid_item_get_row (item) == sd_grid_item_get_row (other) &&
         (a->rows != NULL ? a->rows->len : 0) == (b->rows != NULL ? b->rows->len : 0) &&
         g_strcmp0 (a->title, b->title) == 0;
}

/* Numbers go by their size and choices by their own order; what is not there goes first. */
static int
compare (SdGridItem *item, SdGridItem *other, guint place)
{
  const SdColumn *column = column_at (SD_TABLE_ITEM (item), place);
  const SdValue *a, *b;

  if (!is_value (SD_TABLE_ITEM (item), place) || !is_value (SD_TABLE_ITEM (other), place) ||
      (column->type != SD_TYPE_INTEGER && column->type != SD_TYPE_REAL &&
       column->type != SD_TYPE_CHOICE))
    return SD_GRID_ITEM_CLASS (sd_table_item_parent_class)->compare (item, other, place);

  a = value_at (item, place);
  b = value_at (other, place);
  if (a->type == SD_VALUE_NONE || b->type == SD_VALUE_NONE)
    return (a->type != SD_VALUE_NONE) - (b->type != SD_VALUE_NONE);
  if (column->type == SD_TYPE_CHOICE)
    return sd_enumeration_index (column->enumeration, a->text) -
           sd_enumeration_index (column->enumeration, b->text);
  if (a->type == SD_VALUE_REAL)
    return (a->real > b->real) - (a->real < b->real);

  return (a->integer > b->integer) - (a->integer < b->integer);
}

static SdRow *
get_unit (SdGridItem *item)
{
  SdTableItem *self = SD_TABLE_ITEM (item);
  SdRow *row = sd_grid_item_get_row (item);

  return row != NULL ? self->view->get_unit (sd_grid_item_get_session (item), row) : NULL;
}

static void
append_give (GMenu *menu, const char *label, const char *action, SdRow *row)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", sd_row_get_id (row));
  g_menu_append_item (menu, item);
}

static void
fill_menu (SdGridItem *item, GMenu *menu)
{
  SdRow *row = sd_grid_item_get_row (item);
  SdRow *unit = row != NULL ? get_unit (item) : NULL;

  if (unit == NULL || sd_row_get_table_id (row) != SD_TABLE_POST)
    return;
  append_give (menu, _ ("Move a Post…"), "win.give-post", row);
  if (sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
    append_give (menu, _ ("Put a Post on the Bench"), "win.bench-post", row);
}

/* What is worked out from other rows is told by the row that it stands in. */
static SdSource *
get_source (SdGridItem *item, guint place)
{
  SdTableItem *self = SD_TABLE_ITEM (item);
  SdSession *session = sd_grid_item_get_session (item);
  SdRow *row = sd_grid_item_get_row (item);

  if (row == NULL)
    return sd_source_of_rows (session, self->title, self->rows);

  return sd_source_of_value (session, row, self->view->columns[place].column);
}

static void
sd_table_item_class_init (SdTableItemClass *klass)
{
  SdGridItemClass *item_class = SD_GRID_ITEM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_table_item_finalize;
  item_class->get_name = get_name;
  item_class->get_text = get_text;
  item_class->get_edit = get_edit;
  item_class->set_text = set_text;
  item_class->paste = paste;
  item_class->get_choices = get_choices;
  item_class->show = show;
  item_class->equal = equal;
  item_class->compare = compare;
  item_class->get_unit = get_unit;
  item_class->fill_menu = fill_menu;
  item_class->get_source = get_source;
}

static void
sd_table_item_init (SdTableItem *self)
{
}

/* Public functions */

/**
 * sd_table_item_new:
 * @view: what the page shows
 * @session: the session
 * @row: a row of its table
 *
 * Returns: (transfer full): the line of the row
 */
SdGridItem *
sd_table_item_new (const SdTableView *view, SdSession *session, SdRow *row)
{
  SdTableItem *self = g_object_new (SD_TYPE_TABLE_ITEM, NULL);

  self->view = view;
  sd_grid_item_attach (SD_GRID_ITEM (self), session, row);
  if (row != NULL && view->get_section != NULL)
    self->section = view->get_section (session, row);

  return SD_GRID_ITEM (self);
}

/**
 * sd_table_item_new_heading:
 * @view: what the page shows
 * @session: the session
 * @title: what the rows below have in common
 * @rows: (transfer full) (element-type SdRow): those below it
 *
 * Returns: (transfer full): a heading
 */
SdGridItem *
sd_table_item_new_heading (const SdTableView *view,
                           SdSession *session,
                           const char *title,
                           GPtrArray *rows)
{
  SdTableItem *self = SD_TABLE_ITEM (sd_table_item_new (view, session, NULL));

  self->title = g_strdup (title);
  self->rows = rows;

  return SD_GRID_ITEM (self);
}

/**
 * sd_table_item_get_section:
 * @self: the line of a row
 *
 * Returns: (nullable): the heading that it stands below, where it stands apart from the others
 */
const char *
sd_table_item_get_section (SdTableItem *self)
{
  return self->section;
}
