/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sql.h"

/* The tables of a register in SQL. Foreign keys are checked when a transaction ends and act on
 * nothing: the register deletes children itself, since a changeset of a cascade cannot be applied
 * again. Nothing is UNIQUE that a user can reorder or swap. */

/* What plan XML can carry: no infinity, and no number that other programs' integers cannot hold. */
#define LARGEST_INTEGER "2147483647"
#define LARGEST_REAL "1.7976931348623157e308"

#define DATE_GLOB "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
#define UUID_GLOB "________-____-____-____-____________"

static const char *
sql_type (const SdColumn *column)
{
  switch (column->type)
    {
    case SD_TYPE_INTEGER:
    case SD_TYPE_BOOLEAN:
      return "INTEGER";
    case SD_TYPE_REAL:
      return "REAL";
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
    case SD_TYPE_DATE:
    case SD_TYPE_CHOICE:
    case SD_TYPE_REF:
    default:
      return "TEXT";
    }
}

static void
append_range (GString *sql, const char *name, const char *type, const char *largest)
{
  g_string_append_printf (sql,
                          " CHECK (typeof (\"%s\") IN ('null', '%s') AND \"%s\" BETWEEN 0 AND %s)",
                          name, type, name, largest);
}

static void
append_check (GString *sql, const SdColumn *column, const char *name)
{
  switch (column->type)
    {
    case SD_TYPE_INTEGER:
      append_range (sql, name, "integer", LARGEST_INTEGER);
      break;
    case SD_TYPE_REAL:
      append_range (sql, name, "real", LARGEST_REAL);
      break;
    case SD_TYPE_BOOLEAN:
      g_string_append_printf (sql, " CHECK (\"%s\" IN (0, 1))", name);
      break;
    case SD_TYPE_DATE:
      /* Only a modifier makes SQLite count the days of a month. */
      g_string_append_printf (
          sql, " CHECK (\"%s\" GLOB '" DATE_GLOB "' AND \"%s\" = date (\"%s\", '+0 days'))", name,
          name, name);
      break;
    case SD_TYPE_CHOICE:
      g_string_append_printf (sql, " CHECK (\"%s\" IN (", name);
      for (guint i = 0; i < column->enumeration->n_tokens; i++)
        g_string_append_printf (sql, "%s'%s'", i > 0 ? ", " : "",
                                column->enumeration->tokens[i].name);
      g_string_append (sql, "))");
      break;
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
      if (column->flags & SD_REQUIRED)
        g_string_append_printf (sql, " CHECK (\"%s\" <> '')", name);
      break;
    case SD_TYPE_REF:
    default:
      break;
    }
}

static void
append_column (GString *sql, const SdColumn *column)
{
  g_autofree char *name = sd_column_get_sql_name (column);

  g_string_append_printf (sql, ",\n  \"%s\" %s", name, sql_type (column));
  if (column->flags & SD_REQUIRED || column->type == SD_TYPE_BOOLEAN)
    g_string_append (sql, " NOT NULL");
  append_check (sql, column, name);
}

/* A key into a table of the same plan takes the plan's id along, so that no row of one plan can
 * point into another. */
static void
append_foreign_key (GString *sql, const SdTable *table, const char *column, SdTableId refers)
{
  const SdTable *target = sd_table_get (refers);

  if (target->scope == SD_SCOPE_PLAN)
    g_string_append_printf (sql,
                            ",\n  FOREIGN KEY (\"plan_id\", \"%s\") REFERENCES \"%s\" "
                            "(\"plan_id\", \"row_id\") DEFERRABLE INITIALLY DEFERRED",
                            column, target->name);
  else
    g_string_append_printf (sql,
                            ",\n  FOREIGN KEY (\"%s\") REFERENCES \"%s\" (\"row_id\") "
                            "DEFERRABLE INITIALLY DEFERRED",
                            column, target->name);
}

static void
append_foreign_keys (GString *sql, const SdTable *table)
{
  if (table->scope == SD_SCOPE_PLAN)
    append_foreign_key (sql, table, "plan_id", SD_TABLE_PLAN);
  if (sd_table_has_parent_id (table))
    append_foreign_key (sql, table, "parent_id", table->parent);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == SD_TYPE_REF)
      {
        g_autofree char *name = sd_column_get_sql_name (&table->columns[i]);

        append_foreign_key (sql, table, name, table->columns[i].refers);
      }
}

/**
 * sd_table_to_sql:
 * @table: a table
 *
 * Returns: (transfer full): the statement that creates it
 */
char *
sd_table_to_sql (const SdTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\" (\n", table->name);
  if (table->scope == SD_SCOPE_PLAN)
    g_string_append (sql, "  \"plan_id\" TEXT NOT NULL,\n");
  g_string_append (sql, "  \"row_id\" TEXT NOT NULL CHECK (\"row_id\" LIKE '" UUID_GLOB "')");
  if (sd_table_has_parent_id (table))
    g_string_append (sql, ",\n  \"parent_id\" TEXT NOT NULL");
  g_string_append (sql, ",\n  \"rank\" INTEGER NOT NULL CHECK (\"rank\" >= 0)");
  for (guint i = 0; i < table->n_columns; i++)
    append_column (sql, &table->columns[i]);
  g_string_append (sql, table->scope == SD_SCOPE_PLAN ? ",\n  PRIMARY KEY (\"plan_id\", \"row_id\")"
                                                      : ",\n  PRIMARY KEY (\"row_id\")");
  append_foreign_keys (sql, table);
  g_string_append (sql, "\n);\n");

  return g_string_free (sql, FALSE);
}

/**
 * sd_model_to_sql:
 *
 * Returns: (transfer full): the statements that create all tables of the model as it is now
 */
char *
sd_model_to_sql (void)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      g_autofree char *statement = sd_table_to_sql (sd_table_get (i));

      g_string_append (sql, statement);
    }

  return g_string_free (sql, FALSE);
}
