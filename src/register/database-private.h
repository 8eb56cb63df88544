/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

struct _SdDatabase
{
  sqlite3 *handle;
  char *name;
  GHashTable *idle; /* text of a statement, owned by it → sqlite3_stmt that is not in use */
};

G_END_DECLS
