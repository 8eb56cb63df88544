/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron-private.h"

G_BEGIN_DECLS

typedef struct _SchPath SchPath;

SchPath *sch_path_new (const SchExpression *expression);
void sch_path_free (SchPath *self);
gboolean sch_path_covers (const SchPath *self, const SchPath *other);

G_END_DECLS
