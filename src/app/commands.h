/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SD_SEARCH_ACTION "win.search"

/**
 * SdCommand:
 * @action: an action with its target, such as `win.show-page::structure`
 * @accels: keys that run it, %NULL at the end
 * @title: what it does, in English, to be translated; the shortcuts window names it so too
 *
 * Something that the user can have done from anywhere in the window.
 */
typedef struct
{
  const char *action;
  const char *accels[3];
  const char *title;
} SdCommand;

const SdCommand *sd_commands_get         (guint           *n);
gboolean         sd_command_is_page      (const SdCommand *self);

G_END_DECLS
