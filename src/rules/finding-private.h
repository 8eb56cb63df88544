/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding.h"

G_BEGIN_DECLS

/* Filled by the checker, and not changed after. */
struct _SdFinding
{
  GObject parent_instance;

  SdSeverity severity;
  char *pack;
  char *rule;
  char *message;
  char *explanation;
  char *clause;
  char *subject;
  char *path;
  char *measured;
  char *limit;
  char *mend;      /* NULL where the rule offers none */
  char *exception; /* NULL where none was granted */
  char *granted_by;
  char *document;
  char *file; /* NULL for the one that was checked */
  guint line;
  guint column;
  gboolean is_failure;
  gboolean is_of_county;
};

G_END_DECLS
