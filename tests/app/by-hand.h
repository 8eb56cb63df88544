/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-test.h"

G_BEGIN_DECLS

/* The hands of a user: the keys and the mouse that the display has. xdotool moves them; where it is
 * not installed, a test that needs it is skipped. What a movement brings about is waited for before
 * the next one, so that a busy machine does not lose it. */

gboolean app_test_has_hands (void);
void app_test_press (GtkWindow *window, const char *keys);
void app_test_point (GtkWidget *widget, double x, double y, const char *then);
void app_test_click (GtkWidget *widget, int button);
void app_test_put_mouse_away (void);

G_END_DECLS
