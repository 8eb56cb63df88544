/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"

G_BEGIN_DECLS

/**
 * SdPackMutation:
 * @n_mutants: changes that were tried
 * @n_noticed: of them, those that a case notices, since it gives other findings
 * @n_equivalent: those that none notices and equivalent.xml lists with the reason
 * @problems: (element-type utf8): a sentence, beginning with the place, for each that is neither,
 *   and for each that equivalent.xml lists in vain
 *
 * What came of changing a pack's rules and limits one by one.
 */
typedef struct
{
  guint n_mutants;
  guint n_noticed;
  guint n_equivalent;
  GPtrArray *problems;
} SdPackMutation;

/**
 * SdPackProgress:
 * @done: how many mutants have been tried
 * @all: how many there are
 * @data: what was given with it
 *
 * Is called now and then, from the thread that asked.
 */
typedef void (*SdPackProgress) (guint done, guint all, gpointer data);

SdPackMutation *sd_pack_mutate        (SdPack          *pack,
                                       SdPackProgress   progress,
                                       gpointer         data,
                                       GError         **error);
void            sd_pack_mutation_free (SdPackMutation  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdPackMutation, sd_pack_mutation_free)

G_END_DECLS
