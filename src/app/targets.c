/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "target.h"

#include <glib/gi18n-lib.h>

/* All that the search can find in a register. */

typedef struct
{
  SdSession *session;
  GPtrArray *targets;
  SdRow *plan_row; /* the header of the plan that is gone through */
  char *plan_name; /* its town, and the scenario where there is one */
  SdPlan *plan;
} Walk;

/* Helpers */

static char *
join (const char *first, const char *second, const char *third)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (first != NULL && *first != '\0')
    parts[n++] = first;
  if (second != NULL && *second != '\0')
    parts[n++] = second;
  if (third != NULL && *third != '\0')
    parts[n++] = third;

  return g_strjoinv (" · ", (char **) parts);
}

static const char *
label_of (SdRow *row, guint column)
{
  const SdToken *token = sd_row_get_token (row, column);

  return token != NULL ? sd_token_get_label (token) : NULL;
}

static SdTarget *
add (Walk *walk, const char *id, const char *icon, const char *title, char *detail)
{
  SdTarget *target = sd_target_new (id, icon, title, detail);

  g_free (detail);
  g_ptr_array_add (walk->targets, target);

  return target;
}

/* A row of the plan that is gone through. What belongs to the structure that is shown is nearest,
 * then the rest of the plan that is edited. */
static void
add_row (Walk *walk, SdRow *row, SdRow *unit, const char *icon, const char *title, char *detail)
{
  const char *plan_id = sd_plan_get_id (walk->plan);
  g_autofree char *id =
      g_strdup_printf ("%s %s %s", sd_row_get_table (row)->name, plan_id, sd_row_get_id (row));
  SdTarget *target = add (walk, id, icon, title, detail);
  gboolean here = g_strcmp0 (plan_id, sd_session_get_plan_id (walk->session)) == 0;
  gboolean shown =
      unit == NULL || sd_row_is (unit, SD_UNIT_STAGE, sd_session_get_stage (walk->session));

  target->table = sd_row_get_table_id (row);
  target->plan_id = g_strdup (plan_id);
  target->row_id = g_strdup (sd_row_get_id (row));
  target->distance = (here ? 0 : 2) + (shown ? 0 : 1);
}

static void
add_units (Walk *walk)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, walk->plan, SD_TABLE_UNIT)
    add_row (walk, unit, unit, "sanding-unit-symbolic", sd_row_get_text (unit, SD_UNIT_NAME),
             join (label_of (unit, SD_UNIT_KIND), label_of (unit, SD_UNIT_STAGE), walk->plan_name));
}

/* A post is known by the unit and its title together: 党政办公室主任. */
static void
add_posts (Walk *walk)
{
  SdRow *post;

  SD_FOREACH_ROW (post, walk->plan, SD_TABLE_POST)
    {
      SdRow *unit =
          sd_row_set_get_row (SD_ROW_SET (walk->plan), SD_TABLE_UNIT, sd_row_get_parent_id (post));
      g_autofree char *title = NULL;

      if (unit == NULL)
        continue;
      title = g_strconcat (sd_row_get_text (unit, SD_UNIT_NAME),
                           sd_row_get_text (post, SD_POST_TITLE), NULL);
      add_row (walk, post, unit, "avatar-default-symbolic", title,
               join (sd_table_get_label (sd_row_get_table (post)), label_of (unit, SD_UNIT_STAGE),
                     walk->plan_name));
    }
}

static void
add_powers (Walk *walk)
{
  SdRow *power;

  SD_FOREACH_ROW (power, walk->plan, SD_TABLE_POWER)
    add_row (walk, power, NULL, "emblem-documents-symbolic", sd_row_get_text (power, SD_POWER_NAME),
             join (sd_table_get_label (sd_row_get_table (power)), label_of (power, SD_POWER_FIELD),
                   walk->plan_name));
}

static void
add_findings (Walk *walk)
{
  const char *plan_id = sd_plan_get_id (walk->plan);
  SdCheck *check = sd_session_get_plan_check (walk->session, plan_id);
  GListModel *findings = check != NULL ? sd_check_get_findings (check) : NULL;

  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);
      const char *subject = sd_finding_get_subject (finding);
      g_autofree char *id =
          g_strdup_printf ("finding %s %s %s", plan_id, sd_finding_get_rule (finding),
                           subject != NULL ? subject : "");
      SdTarget *target =
          add (walk, id, "sanding-findings-symbolic", sd_finding_get_message (finding),
               join (C_ ("one", "Finding"), sd_finding_get_clause (finding), walk->plan_name));

      target->plan_id = g_strdup (plan_id);
      target->row_id = g_strdup (subject);
      target->finding = g_steal_pointer (&finding);
    }
}

/* A plan that cannot be loaded is told of when the user goes to it. */
static void
add_plan (Walk *walk, SdRow *plan_row)
{
  const char *plan_id = sd_row_get_id (plan_row);
  SdRow *town = sd_county_get_plan_town (sd_session_get_county (walk->session), plan_id);
  g_autofree char *id = g_strconcat ("plan ", plan_id, NULL);
  SdTarget *target = add (
      walk, id, "x-office-document-symbolic", sd_row_get_text (plan_row, SD_PLAN_TITLE),
      join (sd_table_get_label (sd_row_get_table (plan_row)),
            sd_row_get_text (plan_row, SD_PLAN_SCENARIO), label_of (plan_row, SD_PLAN_STATUS)));

  target->table = SD_TABLE_PLAN;
  target->plan_id = g_strdup (plan_id);
  target->row_id = g_strdup (plan_id);

  walk->plan = sd_register_load_plan (sd_session_get_register (walk->session), plan_id, NULL);
  if (walk->plan == NULL)
    return;
  walk->plan_name = join (town != NULL ? sd_row_get_text (town, SD_TOWN_NAME) : NULL,
                          sd_row_get_text (plan_row, SD_PLAN_SCENARIO), NULL);
  add_units (walk);
  add_posts (walk);
  add_powers (walk);
  add_findings (walk);
  g_clear_pointer (&walk->plan_name, g_free);
}

static void
add_register (Walk *walk)
{
  SdCounty *county = sd_session_get_county (walk->session);
  SdRow *row;

  SD_FOREACH_ROW (row, county, SD_TABLE_TOWN)
    {
      g_autofree char *id = g_strconcat ("town ", sd_row_get_id (row), NULL);
      SdTarget *target =
          add (walk, id, "mark-location-symbolic", sd_row_get_text (row, SD_TOWN_NAME),
               g_strdup (label_of (row, SD_TOWN_KIND)));

      target->table = SD_TABLE_TOWN;
      target->row_id = g_strdup (sd_row_get_id (row));
    }
  SD_FOREACH_ROW (row, county, SD_TABLE_PLAN)
    add_plan (walk, row);
}

static void
add_commands (Walk *walk)
{
  guint n;
  const SdCommand *commands = sd_commands_get (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean page = sd_command_is_page (&commands[i]);
      SdTarget *target;

      if (g_str_equal (commands[i].action, SD_SEARCH_ACTION))
        continue;
      target =
          add (walk, commands[i].action, page ? "view-grid-symbolic" : "system-run-symbolic",
               _ (commands[i].title), g_strdup (page ? C_ ("one", "Page") : C_ ("one", "Command")));
      target->command = &commands[i];
      target->english = sd_name_key_new (commands[i].title);
    }
}

/**
 * sd_targets_new:
 * @session: (nullable): what the window works on
 *
 * Returns: (transfer full) (element-type SdTarget): all that can be searched for: the commands, and
 *   the towns, plans, units, posts, powers and findings of the register
 */
GPtrArray *
sd_targets_new (SdSession *session)
{
  Walk walk = { session, g_ptr_array_new_with_free_func ((GDestroyNotify) sd_target_free) };

  add_commands (&walk);
  if (session != NULL)
    add_register (&walk);

  return walk.targets;
}
