/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/xml.h"

#include "error.h"

G_BEGIN_DECLS

/* Called with what is wrong and the element it is wrong with; answers the sentence for the user. */
typedef char *(*SdSchemaMessage) (const xmlNode *node, const char *problem, gpointer data);

gboolean sd_document_schema_check (const char       *resource,
                          xmlDoc           *doc,
                          SdSchemaMessage   message,
                          gpointer          data,
                          SdDocumentError   code,
                          GError          **error);

G_END_DECLS
