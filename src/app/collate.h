/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sd_collate_key     (const char *text);
int   sd_collate_compare (const char *a,
                          const char *b);

G_END_DECLS
