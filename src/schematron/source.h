/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron-private.h"

G_BEGIN_DECLS

/* A file that parts of a schema come from. */
typedef struct
{
  char *name; /* for messages */
  char *uri;  /* NULL where it is not known */
} SchSource;

SchSource *sch_source_new (GFile *file, const char *name);
void sch_source_free (SchSource *self);
void sch_source_mark (xmlNode *node, const SchSource *source);
const SchSource *sch_source_of (const xmlNode *node);
char *sch_source_base_of (const xmlNode *node);
xmlNode *sch_source_copy (const xmlNode *node, xmlDoc *doc);

char *sch_resolve (const char *base, const char *href, char **fragment);
xmlDoc *sch_read_inside (GFile *folder, const char *uri, SchRead read, GError **error);

G_END_DECLS
