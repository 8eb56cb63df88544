/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/register-many.h"
#include "session.h"
#include "source.h"

G_BEGIN_DECLS

/**
 * SdGridEdit:
 * @SD_GRID_EDIT_NONE: it cannot be edited
 * @SD_GRID_EDIT_TEXT: as a text
 * @SD_GRID_EDIT_DIGITS: as a text of digits
 * @SD_GRID_EDIT_CHOICE: by choosing from a list
 * @SD_GRID_EDIT_TOGGLE: by turning it on and off
 *
 * How a cell is edited in place.
 */
typedef enum
{
  SD_GRID_EDIT_NONE,
  SD_GRID_EDIT_TEXT,
  SD_GRID_EDIT_DIGITS,
  SD_GRID_EDIT_CHOICE,
  SD_GRID_EDIT_TOGGLE,
} SdGridEdit;

/**
 * SdGridChoices:
 * @ids: (element-type utf8): what is set; "" for nothing
 * @labels: (element-type utf8): what is shown, one for each of @ids
 */
typedef struct
{
  GPtrArray *ids;
  GPtrArray *labels;
} SdGridChoices;

/**
 * SdGridEdits:
 * @cells: (element-type SdCell): values to be set
 * @quotas: (element-type SdQuotaCell): headcount to be set
 *
 * What is to be set at once, gathered cell by cell.
 */
typedef struct
{
  GArray *cells;
  GArray *quotas;
} SdGridEdits;

/**
 * SdGridItem:
 *
 * A line of a grid. It has no values of its own: they are read from the plan when they are shown.
 * What stands in the column at a place is for the line to say.
 */
#define SD_TYPE_GRID_ITEM (sd_grid_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (SdGridItem, sd_grid_item, SD, GRID_ITEM, GObject)

/**
 * SdGridItemClass:
 * @get_name: what the line is called
 * @get_text: what stands at a place, as the user would enter it; "" for nothing
 * @get_edit: how it is edited
 * @set_text: has the register take what the user entered; of a choice, one of its ids
 * @paste: adds to the edits what the user has in a spreadsheet for a place that can be edited
 * @get_choices: what may be chosen
 * @show: shows it in a label
 * @equal: whether the two lines are the same
 * @compare: which of the two goes first when sorted by a place
 * @get_unit: (nullable): the unit that the line belongs to
 * @fill_menu: (nullable): adds to a menu what the line offers
 * @get_source: (nullable): where what stands at a place comes from; may give %NULL
 */
struct _SdGridItemClass
{
  GObjectClass parent_class;

  char *(*get_name) (SdGridItem *self);
  char *(*get_text) (SdGridItem *self, guint place);
  SdGridEdit (*get_edit) (SdGridItem *self, guint place);
  gboolean (*set_text) (SdGridItem *self, guint place, const char *text, GError **error);
  gboolean (*paste) (
      SdGridItem *self, guint place, const char *text, SdGridEdits *edits, GError **error);
  void (*get_choices) (SdGridItem *self, guint place, SdGridChoices *choices);
  void (*show) (SdGridItem *self, guint place, GtkLabel *label);
  gboolean (*equal) (SdGridItem *self, SdGridItem *other);
  int (*compare) (SdGridItem *self, SdGridItem *other, guint place);
  SdRow *(*get_unit) (SdGridItem *self);
  void (*fill_menu) (SdGridItem *self, GMenu *menu);
  SdSource *(*get_source) (SdGridItem *self, guint place);
};

void        sd_grid_item_attach      (SdGridItem     *self,
                                      SdSession      *session,
                                      SdRow          *row);
SdSession  *sd_grid_item_get_session (SdGridItem     *self);
SdRow      *sd_grid_item_get_row     (SdGridItem     *self);
SdRow      *sd_grid_item_get_unit    (SdGridItem     *self);
void        sd_grid_item_fill_menu   (SdGridItem     *self,
                                      GMenu          *menu);
SdSource   *sd_grid_item_get_source  (SdGridItem     *self,
                                      guint           place);
void        sd_grid_item_changed     (SdGridItem     *self);

char       *sd_grid_item_get_name    (SdGridItem     *self);
char       *sd_grid_item_get_text    (SdGridItem     *self,
                                      guint           place);
SdGridEdit  sd_grid_item_get_edit    (SdGridItem     *self,
                                      guint           place);
gboolean    sd_grid_item_set_text    (SdGridItem     *self,
                                      guint           place,
                                      const char     *text,
                                      GError        **error);
gboolean    sd_grid_item_paste       (SdGridItem     *self,
                                      guint           place,
                                      const char     *text,
                                      SdGridEdits    *edits,
                                      GError        **error);
void        sd_grid_item_get_choices (SdGridItem     *self,
                                      guint           place,
                                      SdGridChoices  *choices);
void        sd_grid_item_show        (SdGridItem     *self,
                                      guint           place,
                                      GtkLabel       *label);
void        sd_grid_item_set_css_class (GtkLabel     *label,
                                        const char   *name,
                                        gboolean      wanted);
void        sd_grid_item_show_text   (GtkLabel       *label,
                                      const char     *text);
int         sd_grid_item_compare     (SdGridItem     *self,
                                      SdGridItem     *other,
                                      guint           place);

void        sd_grid_items_update     (GListStore     *items,
                                      GPtrArray      *wanted);

void        sd_grid_edits_init       (SdGridEdits    *self);
void        sd_grid_edits_clear      (SdGridEdits    *self);

void        sd_grid_choices_init     (SdGridChoices  *self);
void        sd_grid_choices_clear    (SdGridChoices  *self);
void        sd_grid_choices_add      (SdGridChoices  *self,
                                      const char     *id,
                                      const char     *label);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdGridChoices, sd_grid_choices_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdGridEdits, sd_grid_edits_clear)

G_END_DECLS
