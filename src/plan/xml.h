/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/parser.h>

#include "error.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* So many bytes a file may hold. */
#define SD_XML_LARGEST (64 * 1024 * 1024)

typedef void (*SdXmlPrepare) (xmlParserCtxt *parser);

xmlDoc   *sd_xml_read_file  (GFile         *file,
                             GCancellable  *cancellable,
                             GError       **error);
xmlDoc   *sd_xml_read_bytes (GBytes        *bytes,
                             const char    *name,
                             GError       **error);
xmlDoc   *sd_xml_read_bytes_with (GBytes        *bytes,
                                  const char    *name,
                                  SdXmlPrepare   prepare,
                                  GError       **error);
void      sd_xml_set_file   (xmlDoc        *doc,
                             GFile         *file);
GBytes   *sd_xml_load_file  (GFile         *file,
                             const char    *name,
                             GCancellable  *cancellable,
                             GError       **error);
GBytes   *sd_xml_load_stream (GInputStream  *stream,
                              GCancellable  *cancellable,
                              GError       **error);
GBytes   *sd_xml_to_bytes   (xmlDoc        *doc);
char     *sd_file_get_state (GFile         *file);
gboolean  sd_file_replace   (GFile         *file,
                             const char    *expected,
                             GBytes        *bytes,
                             GCancellable  *cancellable,
                             GError       **error);
char     *sd_file_get_name  (GFile         *file);

G_END_DECLS
