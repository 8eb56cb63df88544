/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands.h"
#include "name-key.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdTarget:
 * @id: tells it from all others, also when the register is opened again
 * @icon: name of its icon
 * @title: its name
 * @detail: (nullable): what it is and where
 * @command: (nullable): what it does; %NULL for a place
 * @enabled: whether it can be gone to or done now
 * @table: the table of the row that it stands for, else %SD_TABLE_NONE
 * @plan_id: (nullable): the plan that the row is in
 * @row_id: (nullable): the row; of a finding, the row that it is about
 * @finding: (nullable): the finding
 *
 * What the search finds: a place in the register, or a command.
 */
typedef struct
{
  char *id;
  const char *icon;
  char *title;
  char *detail;
  const SdCommand *command;
  gboolean enabled;
  SdTableId table;
  char *plan_id;
  char *row_id;
  SdFinding *finding;

  /*< private >*/
  SdNameKey *key;     /* of the title, made when first searched for */
  SdNameKey *english; /* of the command's title as it is in the source */
  guint distance;     /* how far from where the user is */
  guint position;     /* in the list of all */
} SdTarget;

GPtrArray *sd_targets_new       (SdSession          *session);
GPtrArray *sd_targets_find      (GPtrArray          *targets,
                                 const char         *typed,
                                 const char *const  *recent);
char      *sd_target_get_markup (SdTarget           *self,
                                 const char         *typed);
SdTarget  *sd_target_new        (const char         *id,
                                 const char         *icon,
                                 const char         *title,
                                 const char         *detail);
void       sd_target_free       (SdTarget           *self);

G_END_DECLS
