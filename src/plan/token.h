/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/**
 * SdToken:
 * @name: the token as files hold it, such as "office"
 * @chinese: the field's word, which documents print whatever the window's language is
 * @label: English label, to be passed through gettext before it is shown
 * @source: row of the source documents that asks for it, or "field"
 *
 * One value of an enumeration.
 */
struct _SdToken
{
  const char *name;
  const char *chinese;
  const char *label;
  const char *source;
};

/**
 * SdEnumerationId:
 *
 * The enumerations of tokens-list.h: %SD_ENUMERATION_UNIT_KIND and so on.
 */
typedef enum
{
#define SD_ENUMERATION(ID, name) SD_ENUMERATION_##ID,
#define SD_TOKEN(...)
#define SD_ENUMERATION_END
#include "tokens-list.h"
#undef SD_ENUMERATION
#undef SD_TOKEN
#undef SD_ENUMERATION_END
  SD_N_ENUMERATIONS
} SdEnumerationId;

/**
 * SdEnumeration:
 * @id: its number
 * @name: its name, such as "unit-kind"
 * @tokens: its tokens in order, an array of @n_tokens
 * @n_tokens: how many
 */
struct _SdEnumeration
{
  SdEnumerationId id;
  const char *name;
  const SdToken *tokens;
  guint n_tokens;
};

const SdEnumeration *sd_enumeration_get     (SdEnumerationId      id);
const SdToken       *sd_enumeration_lookup  (const SdEnumeration *enumeration,
                                             const char          *name);
int                  sd_enumeration_index   (const SdEnumeration *enumeration,
                                             const char          *name);
char                *sd_enumeration_to_list (const SdEnumeration *enumeration);
const char          *sd_token_get_label     (const SdToken       *token);

G_END_DECLS
