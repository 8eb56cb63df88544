/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A layer between SQLite and the disk that fails when it is told to. */

typedef enum
{
  FAILING_NOTHING,
  FAILING_IO,   /* the disk says no */
  FAILING_FULL, /* there is no room left; reading goes on */
  FAILING_TEAR, /* half of what is written arrives, then the disk says no */
} FailingKind;

void     failing_vfs_register (void);
void     failing_vfs_arm      (FailingKind kind,
                               guint       after,
                               gboolean    for_good);
gboolean failing_vfs_disarm   (void);
