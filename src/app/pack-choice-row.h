/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdPackChoiceRow:
 *
 * A rule pack, for whom it is made, and whether the county goes by that or decides otherwise.
 */
#define SD_TYPE_PACK_CHOICE_ROW (sd_pack_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (SdPackChoiceRow, sd_pack_choice_row, SD, PACK_CHOICE_ROW, AdwComboRow)

GtkWidget *sd_pack_choice_row_new      (SdSession       *session,
                                        SdPack          *pack);
SdPack    *sd_pack_choice_row_get_pack (SdPackChoiceRow *self);

G_END_DECLS
