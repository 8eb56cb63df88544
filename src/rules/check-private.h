/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check.h"
#include "pack.h"

G_BEGIN_DECLS

SdCheck *sd_check_new         (void);
void     sd_check_take_report (SdCheck     *self,
                               SdPack      *pack,
                               SchReport   *report,
                               xmlDoc      *doc);
void     sd_check_add_failure (SdCheck     *self,
                               SdPack      *pack,
                               const char  *sentence);

G_END_DECLS
