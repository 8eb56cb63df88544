/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/register.h"

/* A register in a folder of its own, and calls that wait for an edit as a window would. */
typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  SdRegister *reg;

  gboolean is_done; /* the edit that is waited for */
  char *row_id;
  GError *error;
} Fixture;

void      fixture_init        (Fixture              *self);
void      fixture_clear       (Fixture              *self);
void      fixture_reopen      (Fixture              *self);
void      fixture_on_done     (GObject              *source,
                               GAsyncResult         *result,
                               gpointer              user_data);
gboolean  fixture_wait        (Fixture              *self);
char     *fixture_wait_row    (Fixture              *self);
void      fixture_wait_error  (Fixture              *self,
                               SdRegisterError       code);
void      fixture_undo        (Fixture              *self);
void      fixture_redo        (Fixture              *self);
SdCounty *fixture_read        (Fixture              *self);
void      fixture_assert_same (Fixture              *self);
char     *fixture_add_town    (Fixture              *self,
                               const char           *name);
char     *fixture_add_plan    (Fixture              *self,
                               const char           *town_id);
char     *fixture_add_unit    (Fixture              *self,
                               const char           *plan_id,
                               const char           *name);
char     *fixture_sql         (Fixture              *self,
                               const char           *sql);

#define FIXTURE_INIT { NULL }
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)
