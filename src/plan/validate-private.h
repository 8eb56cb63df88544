/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xml.h"

G_BEGIN_DECLS

gboolean sd_xsd_validate (xmlDoc      *doc,
                          const char  *name,
                          GError     **error);

G_END_DECLS
