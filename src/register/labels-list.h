/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit is called, once: the key as history holds it, and the English template, which goes
 * through gettext when it is shown. History is shown in the language of whoever looks, so a label
 * holds a key and names, never a sentence. Keys that were ever written stay. No include guard.
 *
 *   SD_LABEL (NAME, "key", N_("template"))
 */

SD_LABEL (CREATED, "created", N_ ("Register of “%s” created"))
SD_LABEL (MIGRATED, "migrated", N_ ("Register brought from version %s to version %s"))
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
/* Translators: the name of a unit, and the kind it now is of. */
SD_LABEL (MOVE_KIND, "move-kind", N_ ("Move “%s” to %s"))
/* Translators: what a rule pack asked, and the answer. */
SD_LABEL (ANSWER, "answer", N_ ("Answer “%s”: %s"))
SD_LABEL (WITHDRAW, "withdraw", N_ ("Withdraw the answer to “%s”"))
SD_LABEL (IMPORT, "import", N_ ("Import “%s”"))
/* Translators: a number of plans, and the name of a county. */
SD_LABEL (IMPORT_COUNTY, "import-county", N_ ("Import %s plans of “%s”"))
/* Translators: the bench holds units that are not yet placed. */
SD_LABEL (BENCH, "bench", N_ ("Put “%s” on the bench"))
/* Translators: a unit from the bench, and the kind of which it is placed. */
SD_LABEL (PLACE, "place", N_ ("Place “%s” as %s"))
