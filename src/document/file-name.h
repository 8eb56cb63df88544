/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sd_document_name_file (const char *title, const char *format, GHashTable *taken);

G_END_DECLS
