/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "token.h"

G_BEGIN_DECLS

/**
 * SdTableId:
 *
 * The tables of model-list.h: %SD_TABLE_UNIT and so on.
 */
typedef enum
{
#define SD_TABLE(ID, ...) SD_TABLE_##ID,
#include "model-macros-empty.h"
#include "model-list.h"
#include "model-macros-end.h"
  SD_N_TABLES,
  SD_TABLE_NONE = SD_N_TABLES
} SdTableId;

typedef enum
{
  SD_SCOPE_COUNTY,
  SD_SCOPE_PLAN,
} SdScope;

/**
 * SdColumnType:
 * @SD_TYPE_TEXT: a line of text
 * @SD_TYPE_MARKUP: paragraphs `p` of text and `field`, held as the XML inside the element
 * @SD_TYPE_INTEGER: a whole number from 0
 * @SD_TYPE_REAL: a number from 0
 * @SD_TYPE_BOOLEAN: true or false; never absent, false where not given
 * @SD_TYPE_DATE: YYYY-MM-DD
 * @SD_TYPE_CHOICE: a token of an enumeration
 * @SD_TYPE_REF: the identifier of a row of another table
 */
typedef enum
{
  SD_TYPE_TEXT,
  SD_TYPE_MARKUP,
  SD_TYPE_INTEGER,
  SD_TYPE_REAL,
  SD_TYPE_BOOLEAN,
  SD_TYPE_DATE,
  SD_TYPE_CHOICE,
  SD_TYPE_REF,
} SdColumnType;

/**
 * SdColumnFlags:
 * @SD_REQUIRED: the value may not be absent
 * @SD_CONTENT: in XML the element's own text and not an attribute
 */
typedef enum
{
  SD_REQUIRED = 1 << 0,
  SD_CONTENT = 1 << 1,
} SdColumnFlags;

/**
 * SdColumn:
 * @name: name in XML and as a property; in SQL its hyphens are underscores
 * @type: what it holds
 * @flags: whether it is required and where it stands in XML
 * @enumeration: (nullable): the tokens of a %SD_TYPE_CHOICE
 * @refers: the table a %SD_TYPE_REF points to, else %SD_TABLE_NONE
 * @label: English label, to be passed through gettext
 * @doc: what it holds, in a sentence; documentation of the XSD
 */
struct _SdColumn
{
  const char *name;
  SdColumnType type;
  SdColumnFlags flags;
  const SdEnumeration *enumeration;
  SdTableId refers;
  const char *label;
  const char *doc;
};

/**
 * SdTable:
 * @id: its number
 * @name: element in XML, table in SQL
 * @scope: whether its rows belong to the county or to a plan
 * @parent: table of the enclosing element, %SD_TABLE_NONE at the root
 * @chinese: the field's word
 * @label: English label, to be passed through gettext
 * @doc: what a row is, in a sentence; documentation of the XSD
 * @columns: its columns in order, an array of @n_columns
 * @n_columns: how many
 */
struct _SdTable
{
  SdTableId id;
  const char *name;
  SdScope scope;
  SdTableId parent;
  const char *chinese;
  const char *label;
  const char *doc;
  const SdColumn *columns;
  guint n_columns;
};

/* Places of the columns in their tables: SD_UNIT_NAME is 0, SD_UNIT_KIND is 1, and so on. */
#define SD_TABLE(ID, ...) enum {
#define SD_TEXT(T, ID, ...) SD_##T##_##ID,
#define SD_MARKUP(T, ID, ...) SD_##T##_##ID,
#define SD_INTEGER(T, ID, ...) SD_##T##_##ID,
#define SD_REAL(T, ID, ...) SD_##T##_##ID,
#define SD_BOOLEAN(T, ID, ...) SD_##T##_##ID,
#define SD_DATE(T, ID, ...) SD_##T##_##ID,
#define SD_CHOICE(T, ID, ...) SD_##T##_##ID,
#define SD_REF(T, ID, ...) SD_##T##_##ID,
#define SD_TABLE_END };
#include "model-list.h"
#include "model-macros-end.h"

const SdTable  *sd_table_get           (SdTableId      id);
const SdTable  *sd_table_lookup        (const char    *name);
int             sd_table_column_index  (const SdTable *table,
                                        const char    *column);
gboolean        sd_table_has_parent_id (const SdTable *table);
const char     *sd_table_get_label     (const SdTable *table);
const char     *sd_column_get_label    (const SdColumn *column);
char           *sd_column_get_sql_name (const SdColumn *column);

G_END_DECLS
