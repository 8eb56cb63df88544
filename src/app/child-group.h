/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdChildGroup:
 *
 * The rows of one table below a unit: its plaques, posts, duties and so on. Each can be opened to
 * see and edit all it holds, and deleted; a button adds one.
 */
#define SD_TYPE_CHILD_GROUP (sd_child_group_get_type ())
G_DECLARE_FINAL_TYPE (SdChildGroup, sd_child_group, SD, CHILD_GROUP, AdwPreferencesGroup)

GtkWidget *sd_child_group_new (SdSession *session,
                               SdRow     *unit,
                               SdTableId  table);

G_END_DECLS
