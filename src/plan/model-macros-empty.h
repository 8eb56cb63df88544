/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the column macros of model-list.h say nothing, for an inclusion that wants tables alone. */
#define SD_TEXT(...)
#define SD_MARKUP(...)
#define SD_INTEGER(...)
#define SD_REAL(...)
#define SD_BOOLEAN(...)
#define SD_DATE(...)
#define SD_CHOICE(...)
#define SD_REF(...)
#define SD_TABLE_END
