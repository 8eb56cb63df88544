/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"

#include <glib/gi18n-lib.h>

/* Phases, and whether the patterns of each have the variables that they need. */

void
sch_compile_read_phase (SchCompiling *compiling, const xmlNode *node)
{
  SchPhase *phase = g_new0 (SchPhase, 1);
  g_autoptr (GStrvBuilder) active = g_strv_builder_new ();
  SchScope scope = sch_compile_scope_new (&compiling->global);

  phase->lets = g_ptr_array_new ();
  g_ptr_array_add (compiling->schema->phases, phase);
  phase->id = sch_compile_attribute (node, "id");
  if (phase->id == NULL)
    sch_compile_lacks (compiling, node, "id");
  sch_compile_read_lets (compiling, node, phase->lets, &scope, FALSE);
  sch_compile_share (phase->lets, &compiling->phases);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *pattern = NULL;

      if (!sch_compile_is_element (child, "active"))
        continue;
      pattern = sch_compile_attribute (child, "pattern");
      if (pattern != NULL)
        g_strv_builder_add (active, pattern);
      else
        sch_compile_lacks (compiling, child, "pattern");
    }
  phase->active = g_strv_builder_end (active);
  g_hash_table_unref (scope.names);
}

/* Notes from here on which variables of phases a pattern asks for. */
void
sch_compile_begin_pattern (SchCompiling *compiling, const SchPattern *pattern)
{
  GHashTable *asked = g_hash_table_lookup (compiling->asked, pattern);

  if (asked == NULL)
    {
      asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (compiling->asked, (gpointer) pattern, asked);
    }
  compiling->phases.asked = asked;
}

static gboolean
phase_has (const SchPhase *phase, const char *name)
{
  for (guint i = 0; i < phase->lets->len; i++)
    if (g_str_equal (((SchLet *) g_ptr_array_index (phase->lets, i))->name, name))
      return TRUE;

  return FALSE;
}

static void
check_active (SchCompiling *compiling, const SchPhase *phase, const xmlNode *active, const char *id)
{
  GPtrArray *patterns = compiling->schema->patterns;

  for (guint i = 0; i < patterns->len; i++)
    {
      const SchPattern *pattern = g_ptr_array_index (patterns, i);
      GHashTableIter names;
      gpointer name;

      if (g_strcmp0 (pattern->id, id) != 0)
        continue;
      g_hash_table_iter_init (&names, g_hash_table_lookup (compiling->asked, pattern));
      while (g_hash_table_iter_next (&names, &name, NULL))
        if (!phase_has (phase, name))
          sch_compile_fail (compiling, active, SCH_ERROR_SCHEMA,
                            _ ("the pattern %s uses the variable $%s, which this phase lacks."), id,
                            (char *) name);
    }
}

/* A variable of a phase is there while that phase runs. */
void
sch_compile_check_phases (SchCompiling *compiling, const xmlNode *root)
{
  guint n = 0;

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      const SchPhase *phase;

      if (!sch_compile_is_element (node, "phase"))
        continue;
      phase = g_ptr_array_index (compiling->schema->phases, n++);
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        {
          g_autofree char *id = sch_compile_is_element (child, "active")
                                    ? sch_compile_attribute (child, "pattern")
                                    : NULL;

          if (id != NULL)
            check_active (compiling, phase, child, id);
        }
    }
}
