/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"
#include "plan/county.h"

G_BEGIN_DECLS

/**
 * SdMirror:
 *
 * Keeps the row objects of a county, and of those of its plans that are loaded, in step with the
 * changes that the history brings, each once and in order.
 */
typedef struct _SdMirror SdMirror;

SdMirror *sd_mirror_new        (SdCounty    *county);
void      sd_mirror_free       (SdMirror    *self);
SdCounty *sd_mirror_get_county (SdMirror    *self);
void      sd_mirror_put_plan   (SdMirror    *self,
                                SdPlan      *plan,
                                gint64       seq);
void      sd_mirror_apply      (SdMirror    *self,
                                GPtrArray   *changes,
                                gint64       seq);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdMirror, sd_mirror_free)

G_END_DECLS
