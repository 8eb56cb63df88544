/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/county.h"
#include "schematron/schematron.h"

#include "finding.h"
#include "question.h"

G_BEGIN_DECLS

/**
 * SdPackError:
 * @SD_PACK_ERROR_INVALID: the pack is not what a pack has to be
 * @SD_PACK_ERROR_UNKNOWN: there is no such pack
 * @SD_PACK_ERROR_EXISTS: there is one of that id already
 */
typedef enum
{
  SD_PACK_ERROR_INVALID,
  SD_PACK_ERROR_UNKNOWN,
  SD_PACK_ERROR_EXISTS,
} SdPackError;

#define SD_PACK_ERROR (sd_pack_error_quark ())
GQuark sd_pack_error_quark (void);

/**
 * SdPackAuthority:
 * @SD_PACK_NORMATIVE: a normative text; it may forbid
 * @SD_PACK_APPROVED_PLAN: an approved plan of one town; it binds that town
 * @SD_PACK_MEETING: what was said at a meeting; it holds in principle
 * @SD_PACK_ARTICLE: an article or a report of experience; it advises
 *
 * What the source of a pack may say at most.
 */
typedef enum
{
  SD_PACK_NORMATIVE,
  SD_PACK_APPROVED_PLAN,
  SD_PACK_MEETING,
  SD_PACK_ARTICLE,
} SdPackAuthority;

/**
 * SdPackDocument:
 * @title: title in full
 * @number: (nullable): document number as far as it can be read
 * @role: (nullable): basis or reference
 *
 * A document that the source rests on.
 */
typedef struct
{
  char *title;
  char *number;
  char *role;
} SdPackDocument;

/**
 * SdPackRow:
 * @id: the row, such as C12
 * @kind: rule, template, benchmark, fixture or unchecked
 * @reason: (nullable): where it is, or why it cannot be checked; none for a rule
 *
 * What became of one row of the list of all that the source says.
 */
typedef struct
{
  char *id;
  char *kind;
  char *reason;
} SdPackRow;

/**
 * SdPack:
 *
 * A rule pack: a folder with pack.xml, rules.sch and limits.xml, made from one source document, and
 * county.sch where the source has rules for all towns together.
 */
#define SD_TYPE_PACK (sd_pack_get_type ())
G_DECLARE_FINAL_TYPE (SdPack, sd_pack, SD, PACK, GObject)

SdPack          *sd_pack_load              (GFile            *folder,
                                            GError          **error);
GPtrArray       *sd_packs_load_all         (GError          **error);
GFile           *sd_packs_get_own_folder   (void);
SdPack          *sd_packs_add              (GFile            *folder,
                                            GError          **error);
gboolean         sd_packs_remove           (const char       *id,
                                            GError          **error);

const char      *sd_pack_get_id            (SdPack           *self);
const char      *sd_pack_get_version       (SdPack           *self);
const char      *sd_pack_get_title         (SdPack           *self);
const char      *sd_pack_get_damage        (SdPack           *self);
GFile           *sd_pack_get_folder        (SdPack           *self);
gboolean         sd_pack_is_own            (SdPack           *self);
SdPackAuthority  sd_pack_get_authority     (SdPack           *self);
SchSchema       *sd_pack_get_schema        (SdPack           *self);
SchSchema       *sd_pack_get_county_schema (SdPack           *self);
GListModel      *sd_pack_get_questions     (SdPack           *self);
GPtrArray       *sd_pack_get_documents     (SdPack           *self);
const char      *sd_pack_get_clause_title  (SdPack           *self,
                                            const char       *clause);
int              sd_pack_get_clause_index  (SdPack           *self,
                                            const char       *clause);
char            *sd_pack_describe_clause   (SdPack           *self,
                                            const char       *clause);
char            *sd_pack_get_clause_text   (SdPack           *self,
                                            const char       *clause);
GPtrArray       *sd_pack_get_rows          (SdPack           *self);
char            *sd_pack_describe_scope    (SdPack           *self);
gboolean         sd_pack_applies           (SdPack           *self,
                                            SdRow            *county,
                                            SdRow            *town,
                                            SdRow            *plan);
SdSeverity       sd_pack_cap_severity      (SdPack           *self,
                                            SdSeverity        severity);

G_END_DECLS
