/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * SdSourceLine:
 * @title: what it is
 * @subtitle: where it comes from, and who set it when
 * @number: (nullable): the number of it
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *number;
} SdSourceLine;

/**
 * SdSource:
 * @title: a number and what it is of
 * @lines: (element-type SdSourceLine): what it is the sum of
 * @refs: (element-type utf8): how a field of a document names it; one that ends in a colon is the
 *   beginning of several
 *
 * Where a number comes from.
 */
typedef struct
{
  char *title;
  GPtrArray *lines;
  GPtrArray *refs;
} SdSource;

SdSource  *sd_source_new          (void);
void       sd_source_add_line     (SdSource      *self,
                                   const char    *title,
                                   const char    *subtitle,
                                   const char    *number);
SdSource  *sd_source_of_headcount (SdSession     *session,
                                   SdRow         *unit,
                                   const SdToken *kind,
                                   const SdToken *type,
                                   guint          column);
SdSource  *sd_source_of_posts     (SdSession     *session,
                                   SdRow         *unit);
SdSource  *sd_source_of_plaques   (SdSession     *session,
                                   SdRow         *unit);
SdSource  *sd_source_of_units     (SdSession     *session,
                                   const SdToken *kind);
SdSource  *sd_source_of_findings  (SdSession     *session,
                                   SdRow         *unit);
SdSource  *sd_source_of_value     (SdSession     *session,
                                   SdRow         *row,
                                   guint          column);
SdSource  *sd_source_of_rows      (SdSession     *session,
                                   const char    *title,
                                   GPtrArray     *rows);
GPtrArray *sd_sources_of_unit     (SdSession     *session,
                                   SdRow         *unit);
GPtrArray *sd_sources_of_gauge    (SdSession     *session,
                                   SdGauge       *gauge);
void       sd_source_free         (SdSource      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdSource, sd_source_free)

G_END_DECLS
