/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/xml.h"

#include "error.h"

G_BEGIN_DECLS

xmlDoc *sd_template_run (GFile     *file,
                         xmlDoc    *plan,
                         gboolean   as_annex,
                         GPtrArray *problems,
                         GError   **error);

G_END_DECLS
