/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content-private.h"

#include <glib/gi18n-lib.h>

/* What an element of plan XML may contain. */

/*
 * sd_content_is_of_county:
 * @table: a table
 *
 * Returns: whether its rows are the county's own, which go along with a plan that stands alone
 */
gboolean
sd_content_is_of_county (const SdTable *table)
{
  return table->parent == SD_TABLE_COUNTY && table->id != SD_TABLE_TOWN &&
         table->id != SD_TABLE_PLAN;
}

/* A plan that stands alone has its county and town inside, and of the county what rules ask for. */
gboolean
sd_content_may_contain (const SdTable *outer, const SdTable *inner, gboolean alone)
{
  if (outer->id == SD_TABLE_PLAN && alone)
    return inner->parent == SD_TABLE_PLAN || inner->id == SD_TABLE_COUNTY ||
           inner->id == SD_TABLE_TOWN;
  if (outer->id == SD_TABLE_COUNTY && alone)
    return sd_content_is_of_county (inner);

  return inner->parent == outer->id;
}

char *
sd_content_list_children (const SdTable *table, gboolean alone)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == SD_TYPE_MARKUP)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", table->columns[i].name);
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_content_may_contain (table, sd_table_get (i), alone))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", sd_table_get (i)->name);
  if (table->id == SD_TABLE_COUNTY && !alone)
    g_string_append (list, ", plan-ref");
  if (list->len == 0)
    g_string_append (list, _ ("no element"));

  return g_string_free (list, FALSE);
}

char *
sd_content_list_attributes (const SdTable *table)
{
  GString *list = g_string_new ("id");

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type != SD_TYPE_MARKUP && !(table->columns[i].flags & SD_CONTENT))
      g_string_append_printf (list, ", %s", table->columns[i].name);

  return g_string_free (list, FALSE);
}
