/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron/schematron.h"

G_BEGIN_DECLS

/* A file of a case: its name in the folder, its content. */
typedef struct
{
  const char *name;
  const char *content;
} FolderFile;

#define SCHEMA(content)                                                                            \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' xmlns:xsl='http://www.w3.org/1999/XSL/"    \
  "Transform'>" content "<pattern/></schema>"
#define PART " xmlns='http://purl.oclc.org/dsdl/schematron'"

char *folder_new (const FolderFile *files, guint n_files);
void folder_free (char *folder);
SchReport *folder_validate (const char *folder, const char *phase, GError **error);
char *folder_messages (SchReport *report);

G_END_DECLS
