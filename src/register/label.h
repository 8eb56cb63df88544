/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/table.h"

G_BEGIN_DECLS

char *sd_label_new          (const char     *template,
                             ...) G_GNUC_NULL_TERMINATED;
char *sd_label_render       (const char     *stored);
char *sd_label_arg_text     (const char     *text);
char *sd_label_arg_column   (const SdTable  *table,
                             guint           column);
char *sd_label_arg_table    (const SdTable  *table);
char *sd_label_arg_token    (const SdColumn *column,
                             const char     *token);

G_END_DECLS
