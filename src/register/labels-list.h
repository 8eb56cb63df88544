/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit is called, once: the key as history holds it, and the English template, which goes
 * through gettext when it is shown. History is shown in the language of whoever looks, so a label
 * holds a key and names, never a sentence. Keys that were ever written stay. No include guard.
 *
 *   SD_LABEL (NAME, "key", N_("template"))
 */

SD_LABEL (CREATED, "created", N_ ("Register of “%s” created"))
SD_LABEL (MIGRATED, "migrated", N_ ("Register brought from version %s to version %s"))
SD_LABEL (RESCUED, "rescued", N_ ("What could be read of a damaged register"))
SD_LABEL (VERSION, "version", N_ ("Version “%s”"))
SD_LABEL (SIGNED_OFF, "signed-off", N_ ("Version “%s”, signed off"))
SD_LABEL (ADD_TOWN, "add-town", N_ ("Add “%s”"))
SD_LABEL (ADD_PLAN, "add-plan", N_ ("Start plan “%s”"))
SD_LABEL (SET_UP, "set-up", N_ ("Set up “%s”"))
/* Translators: the kind of row, such as Plaque, then its name. */
SD_LABEL (ADD, "add", N_ ("Add %s “%s”"))
SD_LABEL (RENAME, "rename", N_ ("Rename “%s” to “%s”"))
/* Translators: a column, the name of what it is about, and its new value. */
SD_LABEL (SET, "set", N_ ("Set %s of “%s” to %s"))
/* Translators: a column whose text is too long to show, and the name of what it is about. */
SD_LABEL (CHANGE, "change", N_ ("Change %s of “%s”"))
/* Translators: the name of what it is about, and a column that is true or false, now true. */
SD_LABEL (MARK, "mark", N_ ("Mark “%s”: %s"))
/* Translators: a column, and the name of what it is about. */
SD_LABEL (CLEAR, "clear", N_ ("Clear %s of “%s”"))
/* Translators: Approved or Actual, a type of headcount, the name of a unit, a number. */
SD_LABEL (SET_QUOTA, "set-quota", N_ ("Set %s of %s of “%s” to %s"))
/* Translators: Approved or Actual, a type of headcount, the name of a unit. */
SD_LABEL (CLEAR_QUOTA, "clear-quota", N_ ("Clear %s of %s of “%s”"))
/* Translators: the kind of row, such as Unit, then its name. */
SD_LABEL (DELETE, "delete", N_ ("Delete %s “%s”"))
SD_LABEL (MOVE, "move", N_ ("Move “%s”"))
/* Translators: the name of a unit, and its new superior. */
SD_LABEL (MOVE_BELOW, "move-below", N_ ("Move “%s” below “%s”"))
/* Translators: the name of a unit, and the one that it now stands behind. */
SD_LABEL (MOVE_BEHIND, "move-behind", N_ ("Move “%s” behind “%s”"))
SD_LABEL (MOVE_FIRST, "move-first", N_ ("Move “%s” to the front"))
/* Translators: the name of a unit, and the kind it now is of. */
SD_LABEL (MOVE_KIND, "move-kind", N_ ("Move “%s” to %s"))
/* Translators: what a rule pack asked, and the answer. */
SD_LABEL (ANSWER, "answer", N_ ("Answer “%s”: %s"))
SD_LABEL (WITHDRAW, "withdraw", N_ ("Withdraw the answer to “%s”"))
/* Translators: the beginning of a paragraph of a document. */
SD_LABEL (REWRITE, "rewrite", N_ ("Rewrite “%s”"))
SD_LABEL (DRAFTED, "drafted", N_ ("Back to the drafted text in place of “%s”"))
SD_LABEL (IMPORT, "import", N_ ("Import “%s”"))
/* Translators: a number of plans, and the name of a county. */
SD_LABEL (IMPORT_COUNTY, "import-county", N_ ("Import %s plans of “%s”"))
/* Translators: a number of units, and the kind they now are of. */
SD_LABEL (MOVE_UNITS_KIND, "move-units-kind", N_ ("Move %s units to %s"))
SD_LABEL (MOVE_UNITS, "move-units", N_ ("Move %s units"))
/* Translators: a number of units, and their new superior. */
SD_LABEL (MOVE_UNITS_BELOW, "move-units-below", N_ ("Move %s units below “%s”"))
/* Translators: a number of units, and the one that they now stand behind. */
SD_LABEL (MOVE_UNITS_BEHIND, "move-units-behind", N_ ("Move %s units behind “%s”"))
SD_LABEL (MOVE_UNITS_FIRST, "move-units-first", N_ ("Move %s units to the front"))
/* Translators: the bench holds units that are not yet placed. */
SD_LABEL (BENCH, "bench", N_ ("Put “%s” on the bench"))
SD_LABEL (BENCH_UNITS, "bench-units", N_ ("Put %s units on the bench"))
/* Translators: the kind of row, such as Post, then its name. */
SD_LABEL (BENCH_ROW, "bench-row", N_ ("Put %s “%s” on the bench"))
/* Translators: a unit from the bench, and the kind of which it is placed. */
SD_LABEL (PLACE, "place", N_ ("Place “%s” as %s"))
/* Translators: a number of units from the bench, and the kind of which they are placed. */
SD_LABEL (PLACE_UNITS, "place-units", N_ ("Place %s units as %s"))
SD_LABEL (MERGE, "merge", N_ ("Merge “%s” into “%s”"))
SD_LABEL (MERGE_UNITS, "merge-units", N_ ("Merge %s units into “%s”"))
/* Translators: the new unit, and the one that it was part of. */
SD_LABEL (SPLIT, "split", N_ ("Split “%s” off “%s”"))
SD_LABEL (ABOLISH, "abolish", N_ ("Abolish “%s”"))
SD_LABEL (COPY, "copy", N_ ("Set up “%s” as it is at present"))
/* Translators: a unit, and its new rank. */
SD_LABEL (RAISE, "raise", N_ ("Raise “%s” to %s"))
/* Translators: a unit, and its new rank. */
SD_LABEL (LOWER, "lower", N_ ("Lower “%s” to %s"))
SD_LABEL (CO_LOCATE, "co-locate", N_ ("Co-locate “%s” with “%s”"))
SD_LABEL (SEPARATE, "separate", N_ ("Separate “%s” from “%s”"))
SD_LABEL (HAND_OVER, "hand-over", N_ ("Hand “%s” over to the town"))
/* Translators: the name on a plaque, and a unit. */
SD_LABEL (HANG, "hang", N_ ("Hang the plaque “%s” on “%s”"))
/* Translators: the name on a plaque, and a unit. */
SD_LABEL (TAKE, "take", N_ ("Take the plaque “%s” off “%s”"))
/* Translators: the kind of row, such as Plaque or Post, its name, and the unit that now has it. */
SD_LABEL (GIVE, "give", N_ ("Move %s “%s” to “%s”"))
/* Translators: how many values are changed. */
SD_LABEL (SET_VALUES, "set-values", N_ ("Change %s values"))
/* Translators: the kind of row, such as Power, and how many are added. */
SD_LABEL (ADD_ROWS, "add-rows", N_ ("Add %s: %s"))
/* Translators: the rule whose finding is mended. */
SD_LABEL (MEND, "mend", N_ ("Mend %s"))
