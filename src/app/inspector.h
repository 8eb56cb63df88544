/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdInspector:
 *
 * All that the plan holds about the selected unit, to be seen and edited; while none is selected,
 * about the plan itself and its town.
 */
#define SD_TYPE_INSPECTOR (sd_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SdInspector, sd_inspector, SD, INSPECTOR, AdwBin)

void sd_inspector_set_session (SdInspector *self,
                               SdSession   *session);

G_END_DECLS
