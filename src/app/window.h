/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdWindow:
 *
 * A window: the start page, or the county of an open register. It opens, makes and imports files,
 * shows what went wrong and what happened.
 */
#define SD_TYPE_WINDOW (sd_window_get_type ())
G_DECLARE_FINAL_TYPE (SdWindow, sd_window, SD, WINDOW, AdwApplicationWindow)

SdWindow  *sd_window_new           (SdApplication *application);
SdSession *sd_window_get_session   (SdWindow      *self);

void       sd_window_open_file     (SdWindow      *self,
                                    GFile         *file);
void       sd_window_open_sample   (SdWindow      *self);
void       sd_window_new_register  (SdWindow      *self,
                                    GFile         *file,
                                    const char    *county_name,
                                    SdCounty      *content);
void       sd_window_import        (SdWindow      *self,
                                    GFile         *file);

void       sd_window_toast         (SdWindow      *self,
                                    const char    *text);
void       sd_window_toast_undo    (SdWindow      *self,
                                    const char    *text);
void       sd_window_toast_file    (SdWindow      *self,
                                    const char    *text,
                                    GFile         *file);
void       sd_window_show_error    (SdWindow      *self,
                                    const char    *heading,
                                    const GError  *error);

G_END_DECLS
