/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the window remembers of how the user likes it, in a file of the user's configuration. It is
 * never anything of a register. */

char  *sd_settings_get_text (const char        *group,
                             const char        *key);
void   sd_settings_set_text (const char        *group,
                             const char        *key,
                             const char        *text);
char **sd_settings_get_list (const char        *group,
                             const char        *key);
void   sd_settings_set_list (const char        *group,
                             const char        *key,
                             const char *const *list);

G_END_DECLS
