/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ends an inclusion of model-list.h. */
#undef SD_TABLE
#undef SD_TEXT
#undef SD_MARKUP
#undef SD_INTEGER
#undef SD_REAL
#undef SD_BOOLEAN
#undef SD_DATE
#undef SD_CHOICE
#undef SD_REF
#undef SD_TABLE_END
