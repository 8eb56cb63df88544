/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room that a line of a title has beside its characters, in characters. */
#define SD_TITLE_SLACK 0.4

guint sd_title_fit (const char *text, guint most);

G_END_DECLS
