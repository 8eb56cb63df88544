/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xsd-private.h"

/* Identity in the schema: ids that stand once, and references that lead to a row of their table.
 * These are keys with a pattern and not xs:ID, since a UUID may begin with a digit and the same row
 * may stand in two plans of a county. */

static void
add_constraint (xmlNode *element,
                const char *kind,
                const char *name,
                const char *refer,
                const char *selector,
                const char *field)
{
  xmlNode *constraint = sd_xsd_add (element, kind, "name", name, NULL);

  if (refer != NULL)
    xmlNewProp (constraint, BAD_CAST "refer", BAD_CAST refer);
  sd_xsd_add (constraint, "selector", "xpath", selector, NULL);
  sd_xsd_add (constraint, "field", "xpath", field, NULL);
}

/* Where a table's elements stand, from the plan: sd:unit, sd:unit/sd:duty. */
static char *
path_to (const SdTable *table)
{
  g_autofree char *parent = NULL;

  if (!sd_table_has_parent_id (table))
    return g_strdup_printf ("sd:%s", table->name);

  parent = path_to (sd_table_get (table->parent));
  return g_strdup_printf ("%s/sd:%s", parent, table->name);
}

static gboolean
is_referred_to (const SdTable *table)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    for (guint j = 0; j < sd_table_get (i)->n_columns; j++)
      if (sd_table_get (i)->columns[j].type == SD_TYPE_REF &&
          sd_table_get (i)->columns[j].refers == table->id)
        return TRUE;

  return FALSE;
}

static void
add_references (xmlNode *plan, const char *prefix, const SdTable *table)
{
  g_autofree char *path = path_to (table);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const SdColumn *column = &table->columns[i];
      g_autofree char *name = NULL;
      g_autofree char *refer = NULL;
      g_autofree char *field = NULL;

      if (column->type != SD_TYPE_REF)
        continue;
      name = g_strdup_printf ("%s%s-%s", prefix, table->name, column->name);
      refer = g_strdup_printf ("%s%s-key", prefix, sd_table_get (column->refers)->name);
      field = g_strdup_printf ("@%s", column->name);
      add_constraint (plan, "keyref", name, refer, path, field);
    }
}

/*
 * sd_xsd_add_plan_keys:
 * @plan: the declaration of an element plan
 * @prefix: what the names of its constraints begin with, as a schema has each name once
 * @alone: whether the plan stands alone, with its town inside
 *
 * Adds the constraints on the rows of the plan.
 */
void
sd_xsd_add_plan_keys (xmlNode *plan, const char *prefix, gboolean alone)
{
  g_autofree char *ids = g_strdup_printf ("%sids", prefix);
  g_autofree char *kinds = g_strdup_printf ("%sdocument-kinds", prefix);

  add_constraint (plan, "unique", ids, NULL, ".|.//*", "@id");
  if (alone)
    {
      add_constraint (plan, "key", "town-key", NULL, "sd:town", "@id");
      add_constraint (plan, "keyref", "plan-town", "town-key", ".", "@town");
    }
  add_constraint (plan, "unique", kinds, NULL, "sd:document", "@kind");
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);

      if (table->scope == SD_SCOPE_PLAN && is_referred_to (table))
        {
          g_autofree char *name = g_strdup_printf ("%s%s-key", prefix, table->name);
          g_autofree char *path = path_to (table);

          add_constraint (plan, "key", name, NULL, path, "@id");
        }
    }
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->scope == SD_SCOPE_PLAN)
      add_references (plan, prefix, sd_table_get (i));
}

/*
 * sd_xsd_add_county_keys:
 * @county: the declaration of the root county
 *
 * Adds the constraints on the county's own rows.
 */
void
sd_xsd_add_county_keys (xmlNode *county)
{
  add_constraint (county, "unique", "county-ids", NULL,
                  ".|sd:pool|sd:parameter|sd:adoption|sd:town|sd:town/sd:indicator|sd:plan", "@id");
  add_constraint (county, "key", "county-town-key", NULL, "sd:town", "@id");
  add_constraint (county, "keyref", "county-plan-town", "county-town-key", "sd:plan", "@town");
}
