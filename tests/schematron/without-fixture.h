/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron/schematron.h"

G_BEGIN_DECLS

char *without_describe (SchReport *report, const GError *error);
void without_compare (SchSchema *schema, const char *phase, xmlDoc *doc);
void without_compare_file (SchSchema *schema, const char *phase, GFile *file);

G_END_DECLS
