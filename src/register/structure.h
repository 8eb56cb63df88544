/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "label.h"
#include "operation.h"

G_BEGIN_DECLS

/**
 * SdStructure:
 *
 * The units of a plan as an operation sees and changes them: what is changed is in the database at
 * once, and in the row objects that it holds.
 */
typedef struct _SdStructure SdStructure;

SdStructure *sd_structure_load         (SdDatabase     *database,
                                        const char     *plan_id,
                                        GError        **error);
void         sd_structure_free         (SdStructure    *self);
GPtrArray   *sd_structure_get_units    (SdStructure    *self);
SdRow       *sd_structure_get_unit     (SdStructure    *self,
                                        const char     *unit_id,
                                        GError        **error);
GPtrArray   *sd_structure_list_below   (SdStructure    *self,
                                        const char     *unit_id);
gboolean     sd_structure_set          (SdStructure    *self,
                                        SdRow          *unit,
                                        guint           column,
                                        const char     *text,
                                        GError        **error);
gboolean     sd_structure_set_superior (SdStructure    *self,
                                        SdRow          *unit,
                                        const char     *superior_id,
                                        GError        **error);
gboolean     sd_structure_change_stage (SdStructure    *self,
                                        GHashTable     *ids,
                                        const char     *stage,
                                        GError        **error);
void         sd_structure_add_branch   (SdStructure    *self,
                                        GHashTable     *ids,
                                        const char     *unit_id);
gboolean     sd_structure_settle_below (SdStructure    *self,
                                        SdRow          *unit,
                                        GHashTable     *moving,
                                        SdFate          fate,
                                        GError        **error);

const char  *sd_structure_get_outside  (SdStructure    *self,
                                        SdRow          *unit,
                                        GHashTable     *ids);
gboolean     sd_structure_check_waits  (SdRow          *unit,
                                        GError        **error);
gboolean     sd_structure_check_same   (SdRow          *unit,
                                        SdRow          *other,
                                        GError        **error);

GPtrArray   *sd_structure_list_rows    (SdStructure    *self,
                                        SdTableId       table,
                                        SdRow          *unit,
                                        GError        **error);
SdRow       *sd_structure_get_row      (SdStructure    *self,
                                        SdTableId       table,
                                        const char     *row_id,
                                        GError        **error);
SdRow       *sd_structure_new_row      (SdStructure    *self,
                                        SdTableId       table,
                                        SdRow          *unit,
                                        SdRow          *like,
                                        GError        **error);
gboolean     sd_structure_insert       (SdStructure    *self,
                                        SdRow          *row,
                                        GError        **error);
SdRow       *sd_structure_make_waiting (SdStructure    *self,
                                        SdRow          *unit,
                                        GError        **error);
gboolean     sd_structure_set_value    (SdStructure    *self,
                                        SdRow          *row,
                                        guint           column,
                                        const SdValue  *value,
                                        GError        **error);
gboolean     sd_structure_move_row     (SdStructure    *self,
                                        SdRow          *row,
                                        SdRow          *unit,
                                        GError        **error);
gboolean     sd_structure_take_row     (SdStructure    *self,
                                        SdRow          *row,
                                        SdRow          *unit,
                                        GError        **error);
gboolean     sd_structure_take_rows    (SdStructure    *self,
                                        SdTableId       table,
                                        SdRow          *from,
                                        SdRow          *to,
                                        GError        **error);
gboolean     sd_structure_remove       (SdStructure    *self,
                                        SdRow          *row,
                                        GError        **error);
gboolean     sd_structure_redirect     (SdStructure    *self,
                                        SdRow          *from,
                                        SdRow          *to,
                                        GError        **error);
gboolean     sd_structure_renumber     (SdStructure    *self,
                                        SdRow          *unit,
                                        gint64          rank,
                                        GError        **error);
gboolean     sd_structure_bears_name   (SdStructure    *self,
                                        SdRow          *unit,
                                        const char     *name,
                                        gboolean       *bears,
                                        GError        **error);
gboolean     sd_structure_check_name   (SdStructure    *self,
                                        SdRow          *unit,
                                        const char     *name,
                                        GError        **error);

GPtrArray   *sd_structure_collect      (SdStructure    *self,
                                        GStrv           ids,
                                        GError        **error);
void         sd_structure_describe     (GPtrArray      *units,
                                        SdEdit         *edit,
                                        SdLabelId       one,
                                        SdLabelId       many,
                                        const char     *kind);
gboolean     sd_structure_fail         (GError        **error,
                                        const char     *format,
                                        ...) G_GNUC_PRINTF (2, 3);
const char  *sd_structure_name         (SdRow          *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdStructure, sd_structure_free)

G_END_DECLS
