/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "token.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define SD_ENUMERATION(ID, name) static const SdToken tokens_##ID[] = {
#define SD_TOKEN(name, chinese, label, source) { name, chinese, label, source },
#define SD_ENUMERATION_END };
#include "tokens-list.h"
#undef SD_ENUMERATION
#undef SD_TOKEN
#undef SD_ENUMERATION_END

static const SdEnumeration enumerations[] = {
#define SD_ENUMERATION(ID, name) \
  { SD_ENUMERATION_##ID, name, tokens_##ID, G_N_ELEMENTS (tokens_##ID) },
#define SD_TOKEN(...)
#define SD_ENUMERATION_END
#include "tokens-list.h"
#undef SD_ENUMERATION
#undef SD_TOKEN
#undef SD_ENUMERATION_END
};
/* clang-format on */

/**
 * sd_enumeration_get:
 * @id: an enumeration
 *
 * Returns: (transfer none): the enumeration's table of tokens
 */
const SdEnumeration *
sd_enumeration_get (SdEnumerationId id)
{
  g_return_val_if_fail (id < SD_N_ENUMERATIONS, NULL);

  return &enumerations[id];
}

/**
 * sd_enumeration_index:
 * @enumeration: an enumeration
 * @name: (nullable): a token
 *
 * Returns: the token's place in the enumeration, or -1 if it has no such token
 */
int
sd_enumeration_index (const SdEnumeration *enumeration, const char *name)
{
  for (guint i = 0; i < enumeration->n_tokens; i++)
    if (g_strcmp0 (enumeration->tokens[i].name, name) == 0)
      return (int) i;

  return -1;
}

/**
 * sd_enumeration_lookup:
 * @enumeration: an enumeration
 * @name: (nullable): a token
 *
 * Returns: (transfer none) (nullable): the token, or %NULL if the enumeration has none such
 */
const SdToken *
sd_enumeration_lookup (const SdEnumeration *enumeration, const char *name)
{
  int index = sd_enumeration_index (enumeration, name);

  return index < 0 ? NULL : &enumeration->tokens[index];
}

/**
 * sd_enumeration_to_list:
 * @enumeration: an enumeration
 *
 * Returns: (transfer full): the tokens as "a, b, c", for messages that say what was expected
 */
char *
sd_enumeration_to_list (const SdEnumeration *enumeration)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < enumeration->n_tokens; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", enumeration->tokens[i].name);

  return g_string_free (list, FALSE);
}

/**
 * sd_token_get_label:
 * @token: a token
 *
 * Returns: (transfer none): the token's label in the language of the user
 */
const char *
sd_token_get_label (const SdToken *token)
{
  return _ (token->label);
}
