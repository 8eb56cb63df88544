/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/county.h"

#include "error.h"

G_BEGIN_DECLS

/* What a field of a text can refer to. KIND is a kind of unit, TYPE a type of quota, ID the
 * identifier of a row, COLUMN the name of a column; units are those of the proposed structure.
 *
 *   county:COLUMN town:COLUMN plan:COLUMN   a value of the plan's county, town or header
 *   document:TYPE:COLUMN                    what a document says of itself, such as its number
 *   count:KIND count:KIND:current           how many units of a kind there are
 *   names:KIND names:KIND:current           their names, with plaques
 *   headcount headcount:TYPE headcount:TYPE:current
 *                                           approved headcount, co-located bodies counted once;
 *                                           TYPE may be empty
 *   leaders                                 leading posts of the town, as the plan states them
 *   unit:ID unit:ID:full                    name of a unit; with its plaques
 *   quota:ID:TYPE                           approved headcount of one unit
 *   row:ID:COLUMN                           any other value of a row, a token by its Chinese word
 *   rows:TABLE rows:TABLE:COLUMN=TOKEN      how many rows a table has: those of proposed units,
 *                                           and of transfers those that are placed
 *   sum:TABLE:COLUMN[:COLUMN=TOKEN]         the sum of a column over the same rows
 *   list:TABLE:COLUMN[:COLUMN=TOKEN]        its words, each once
 *   change:ID                               what the plan does to a unit, such as 新设
 *   changes                                 what it does to how many units: 新设7个、整合6个
 *   changes:CHANGE changes:CHANGE:names     to how many units; which: kept, adjusted, renamed,
 *                                           merged, split, set-up, abolished
 *   cite:ID                                 a document that is cited: its title and number, and
 *                                           its title alone where it has been cited before
 *   in:PLAN:REF                             the same of another plan of the county
 *   all:REF                                 the sum of a number over the towns, of each its first
 *                                           plan
 *   towns plans                             how many towns the county has, and how many have a plan
 *
 * A document fills annex:TYPE in with the number that the annex has in it.
 */
gboolean sd_field_evaluate  (SdCounty      *county,
                             const char    *plan_id,
                             const char    *ref,
                             SdValue       *value,
                             GError       **error);
char    *sd_field_format    (const SdValue *value,
                             const char    *format,
                             GError       **error);
char    *sd_chinese_number  (gint64         number);
char    *sd_chinese_date    (const char    *date);
char    *sd_chinese_document_number (const char *number);

G_END_DECLS
