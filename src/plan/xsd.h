/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

char *sd_model_to_xsd (void);

G_END_DECLS
