/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document-type.h"
#include "plan/xml.h"

G_BEGIN_DECLS

#define SD_ANNEXES_NAMESPACE "urn:sanding:annexes:1"

xmlDoc *sd_document_compose (SdDocumentType  *type,
                             xmlDoc          *plan,
                             GPtrArray       *rewritings,
                             GPtrArray       *problems,
                             GError         **error);

G_END_DECLS
