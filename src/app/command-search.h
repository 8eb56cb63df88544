/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "target.h"

G_BEGIN_DECLS

/**
 * SdCommandSearch:
 *
 * A popover that finds places of the register and commands by what is typed: Chinese, pinyin, its
 * initials, English. What was chosen last is remembered.
 */
#define SD_TYPE_COMMAND_SEARCH (sd_command_search_get_type ())
G_DECLARE_FINAL_TYPE (SdCommandSearch, sd_command_search, SD, COMMAND_SEARCH, GtkPopover)

GtkWidget *sd_command_search_new  (void);
void       sd_command_search_open (SdCommandSearch *self,
                                   SdSession       *session);

G_END_DECLS
