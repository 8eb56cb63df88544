/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

int       sd_operation_naming_column   (const SdTable  *table);
char     *sd_operation_name_row        (SdRow          *row);
char     *sd_operation_name_in         (SdDatabase     *database,
                                        SdRow          *row);
void      sd_operation_set_place       (SdEdit         *edit,
                                        SdRow          *row);
gboolean  sd_operation_check_reference (SdDatabase     *database,
                                        SdRow          *row,
                                        guint           column,
                                        const char     *target_id,
                                        GError        **error);
gboolean  sd_operation_fill            (SdRow          *row,
                                        guint           column,
                                        const SdValue  *value,
                                        GError        **error);
gboolean  sd_operation_remove_row      (SdDatabase     *database,
                                        SdRow          *row,
                                        GError        **error);

G_END_DECLS
