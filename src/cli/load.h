/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/reader.h"

G_BEGIN_DECLS

gboolean    sd_cli_is_register (GFile       *file);
xmlDoc     *sd_cli_read_doc    (GBytes      *bytes,
                                const char  *name,
                                GError     **error);
xmlDoc     *sd_cli_load_doc    (const char  *name,
                                GFile      **file,
                                GError     **error);
SdCounty   *sd_cli_load_county (const char  *name,
                                GError     **error);
const char *sd_cli_choose_plan (SdCounty    *county,
                                const char  *file,
                                const char  *name,
                                GError     **error);

G_END_DECLS
