/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "preview-page.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdCountyView:
 *
 * An open register: the county's towns, the pages of the plan that is edited, and beside them the
 * inspector and the findings.
 */
#define SD_TYPE_COUNTY_VIEW (sd_county_view_get_type ())
G_DECLARE_FINAL_TYPE (SdCountyView, sd_county_view, SD, COUNTY_VIEW, AdwBin)

void sd_county_view_set_session    (SdCountyView *self,
                                    SdSession    *session);
void sd_county_view_show_page      (SdCountyView *self,
                                    const char   *name);
void sd_county_view_show_pane      (SdCountyView *self,
                                    const char   *name);
void sd_county_view_toggle_sidebar (SdCountyView *self);
void sd_county_view_show_row       (SdCountyView *self,
                                    const char   *page,
                                    const char   *row_id);
void sd_county_view_show_in_document (SdCountyView *self,
                                     const char   *row_id);
SdPreviewPage *sd_county_view_get_preview (SdCountyView *self);
void sd_county_view_show_finding   (SdCountyView *self,
                                    SdFinding    *finding);
void sd_county_view_show_town      (SdCountyView *self,
                                    const char   *town_id);
void sd_county_view_start_plan     (SdCountyView *self);

G_END_DECLS
