/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "columns.h"
#include "run-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xpathInternals.h>

/* Validating a document: for each pattern of the phase, each node fires the first rule whose
 * context it matches, and the rule's assertions are tested there. */

/* The nodes of one branch of a context. */
static void
collect_nodes (SchRun *run,
               const SchRule *rule,
               const SchNodes *nodes,
               SchIndex *index,
               GHashTable *fired,
               GArray *firings)
{
  for (guint i = 0; i < nodes->n; i++)
    {
      xmlNode *node = nodes->nodes[i];
      const SchFiring firing = { node, rule, sch_index_get_order (index, node) };

      if (firing.order > 0 && (fired == NULL || g_hash_table_add (fired, node)))
        g_array_append_val (firings, firing);
    }
}

static void
collect_branch (
    SchRun *run, xmlDoc *doc, int context, const SchRule *rule, GHashTable *fired, GArray *firings)
{
  const SchArena mark = run->machine.scratch;
  SchIndex *index = sch_run_get_index (run, doc);
  xmlXPathObject *object = NULL;
  SchValue value;

  if (!sch_run_calculate (run, context, (xmlNode *) doc, &value) || value.type != SCH_TYPE_NODES)
    {
      object = sch_run_evaluate_nodes (run, context, (xmlNode *) doc);
      if (object == NULL)
        return;
      value.nodes.n = (guint) xmlXPathNodeSetGetLength (object->nodesetval);
      value.nodes.nodes = value.nodes.n > 0 ? object->nodesetval->nodeTab : NULL;
    }
  collect_nodes (run, rule, &value.nodes, index, fired, firings);
  sch_arena_release (&run->machine.scratch, mark);
  if (object != NULL)
    xmlXPathFreeObject (object);
}

static void
collect_firings (SchRun *run, xmlDoc *doc, const SchRule *rule, GHashTable *fired, GArray *firings)
{
  for (guint i = 0; i < rule->contexts->len; i++)
    collect_branch (run, doc, *(int *) g_ptr_array_index (rule->contexts, i), rule, fired, firings);
}

static int
compare_firings (gconstpointer a, gconstpointer b)
{
  guint x = ((const SchFiring *) a)->order, y = ((const SchFiring *) b)->order;

  return x < y ? -1 : x > y;
}

static gboolean
are_sorted (GArray *firings)
{
  for (guint i = 1; i < firings->len; i++)
    if (g_array_index (firings, SchFiring, i).order <
        g_array_index (firings, SchFiring, i - 1).order)
      return FALSE;

  return TRUE;
}

/* Then no node can match twice. */
static gboolean
has_one_context (const SchPattern *pattern)
{
  return pattern->rules->len == 1 &&
         ((SchRule *) g_ptr_array_index (pattern->rules, 0))->contexts->len == 1;
}

static void
add_event (SchRun *run, SchEvent event)
{
  g_array_append_val (run->report->events, event);
}

/* The node that a finding points to: what the assertion's subject, else the rule's, leads to, else
 * the context. */
static xmlNode *
find_subject (SchRun *run, const SchRule *rule, const SchAssertion *assertion, xmlNode *node)
{
  const int subject = assertion->subject >= 0 ? assertion->subject : rule->subject;
  const SchArena mark = run->machine.scratch;
  xmlXPathObject *object;
  SchValue value;

  if (subject < 0)
    return node;
  if (sch_run_calculate (run, subject, node, &value))
    {
      if (value.type == SCH_TYPE_NODES && value.nodes.n > 0)
        node = value.nodes.nodes[0];
      sch_arena_release (&run->machine.scratch, mark);
      return node;
    }
  object = sch_run_evaluate (run, subject, node);
  if (object == NULL)
    return node;
  if (object->type == XPATH_NODESET && xmlXPathNodeSetGetLength (object->nodesetval) > 0)
    node = sch_node_get_place (object->nodesetval->nodeTab[0]);
  xmlXPathFreeObject (object);

  return node;
}

static char *
id_of_node (const xmlNode *node)
{
  for (; node != NULL && node->type != XML_DOCUMENT_NODE; node = node->parent)
    {
      xmlChar *id = node->type == XML_ELEMENT_NODE ? xmlGetNoNsProp (node, BAD_CAST "id") : NULL;
      char *copy = g_strdup ((char *) id);

      xmlFree (id);
      if (copy != NULL)
        return copy;
    }

  return NULL;
}

static void
add_answers (SchRun *run, GPtrArray *answers, GPtrArray *texts, GStrv ids, xmlNode *node)
{
  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j < texts->len; j++)
      {
        const SchText *text = g_ptr_array_index (texts, j);
        SchAnswer *answer;

        if (g_strcmp0 (text->id, ids[i]) != 0)
          continue;
        answer = g_new0 (SchAnswer, 1);
        answer->id = g_strdup (text->id);
        answer->language = g_strdup (text->language);
        answer->role = g_strdup (text->role);
        answer->scheme = g_strdup (text->scheme);
        answer->text = sch_run_render (run, text->pieces, node);
        g_ptr_array_add (answers, answer);
      }
}

static char *
either (const char *own, const char *inherited)
{
  return g_strdup (own != NULL ? own : inherited);
}

static void
add_finding (SchRun *run,
             const SchPattern *pattern,
             const SchRule *rule,
             const SchAssertion *assertion,
             xmlNode *node)
{
  SchFinding *finding = g_new0 (SchFinding, 1);
  xmlNode *subject = find_subject (run, rule, assertion, node);
  const SchExpression *test;

  test = &g_array_index (run->schema->expressions, SchExpression, assertion->test);
  finding->kind = assertion->is_report ? SCH_SUCCESSFUL_REPORT : SCH_FAILED_ASSERT;
  finding->message = sch_run_render (run, assertion->pieces, node);
  finding->test = g_strdup (test->text);
  finding->id = g_strdup (assertion->id);
  finding->rule_id = g_strdup (rule->id);
  finding->pattern_id = g_strdup (pattern->id);
  finding->role = either (assertion->role, rule->role);
  finding->flag = either (assertion->flag, rule->flag);
  finding->see = either (assertion->see, rule->see);
  finding->icon = either (assertion->icon, rule->icon);
  finding->fpi = either (assertion->fpi, rule->fpi);
  finding->language = g_strdup (assertion->language);
  finding->path = sch_node_get_path (run->schema, subject, run->positions);
  finding->document = sch_run_name_document (run, subject->doc);
  finding->line = sch_columns_get_line (subject);
  finding->column = sch_columns_get (subject);
  finding->node_id = id_of_node (subject);
  finding->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_answer_free);
  finding->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_answer_free);
  add_answers (run, finding->diagnostics, run->schema->diagnostics, assertion->diagnostics, node);
  add_answers (run, finding->properties, run->schema->properties, assertion->properties, node);

  sch_run_hold (run, sizeof *finding + strlen (finding->path) + strlen (finding->test));
  g_ptr_array_add (run->report->findings, finding);
  add_event (run, (SchEvent){ .assertion = assertion, .finding = finding });
}

static void
fire_rule (SchRun *run, const SchPattern *pattern, const SchFiring *firing)
{
  const SchRule *rule = firing->rule;
  const SchArena mark = run->machine.scratch;
  SchFrame frame;

  add_event (run, (SchEvent){ .rule = rule });
  sch_run_push_lets (run, &frame, rule->lets, firing->node);
  for (guint i = 0; i < rule->assertions->len && !run->stopped; i++)
    {
      const SchAssertion *assertion = g_ptr_array_index (rule->assertions, i);
      gboolean holds;

      if (!sch_run_test (run, assertion->test, firing->node, &holds))
        add_event (run, (SchEvent){ .assertion = assertion });
      else if (holds == assertion->is_report)
        add_finding (run, pattern, rule, assertion, firing->node);
    }
  sch_run_pop_frame (run);
  sch_arena_release (&run->machine.scratch, mark);
}

static void
run_rules (SchRun *run, const SchPattern *pattern, xmlDoc *doc)
{
  g_autoptr (GHashTable) fired = NULL;
  GArray *firings = run->tools->firings;

  g_array_set_size (firings, 0);
  if (!has_one_context (pattern))
    fired = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < pattern->rules->len && !run->stopped; i++)
    collect_firings (run, doc, g_ptr_array_index (pattern->rules, i), fired, firings);
  if (!are_sorted (firings))
    g_array_sort (firings, compare_firings);
  for (guint i = 0; i < firings->len && !run->stopped; i++)
    fire_rule (run, pattern, &g_array_index (firings, SchFiring, i));
}

static void
run_pattern (SchRun *run, const SchPattern *pattern)
{
  g_autoptr (GPtrArray) docs = NULL;

  if (pattern->documents < 0)
    {
      add_event (run, (SchEvent){ .pattern = pattern });
      run_rules (run, pattern, run->doc);
      return;
    }
  docs = sch_run_get_subordinates (run, pattern);
  if (docs->len == 0)
    add_event (run, (SchEvent){ .pattern = pattern });
  for (guint i = 0; i < docs->len && !run->stopped; i++)
    {
      xmlDoc *doc = g_ptr_array_index (docs, i);

      add_event (run,
                 (SchEvent){ .pattern = pattern, .document = sch_run_name_document (run, doc) });
      run_rules (run, pattern, doc);
    }
}

static gboolean
is_active (SchRun *run, const SchPattern *pattern)
{
  return run->phase == NULL ||
         (pattern->id != NULL &&
          g_strv_contains ((const char *const *) run->phase->active, pattern->id));
}

/* Other patterns may use the variables of a pattern. Those of a pattern that does not run get their
 * values only where that happens: they may need variables that another phase has. */
static void
run_patterns (SchRun *run)
{
  g_autoptr (GPtrArray) no_lets = g_ptr_array_new ();
  guint n = run->schema->patterns->len;
  g_autofree SchFrame *frames = g_new0 (SchFrame, n);
  SchFrame frame, phase_frame;

  sch_run_push_global (run, &frame, run->schema->lets);
  sch_run_give_values (run, &frame);
  sch_run_push_global (run, &phase_frame, run->phase != NULL ? run->phase->lets : no_lets);
  sch_run_give_values (run, &phase_frame);
  run->pattern_frames = frames;
  for (run->n_pattern_frames = 0; run->n_pattern_frames < n; run->n_pattern_frames++)
    {
      const SchPattern *pattern = g_ptr_array_index (run->schema->patterns, run->n_pattern_frames);

      sch_run_push_global (run, &frames[run->n_pattern_frames], pattern->lets);
      run->frame = &phase_frame;
    }
  for (guint i = 0; i < n; i++)
    if (is_active (run, g_ptr_array_index (run->schema->patterns, i)))
      sch_run_give_values (run, &frames[i]);
  for (guint i = 0; i < n && !run->stopped; i++)
    {
      const SchPattern *pattern = g_ptr_array_index (run->schema->patterns, i);

      run->frame = &frames[i];
      if (is_active (run, pattern))
        run_pattern (run, pattern);
    }
  for (guint i = 0; i < n; i++)
    sch_frame_clear (&frames[i]);
  run->n_pattern_frames = 0;
  run->frame = &phase_frame;
  sch_run_pop_frame (run);
  sch_run_pop_frame (run);
}

static gboolean
choose_phase (SchRun *run, GError **error)
{
  const char *id = run->options->phase;

  if (id == NULL || g_str_equal (id, "#DEFAULT"))
    id = run->schema->default_phase;
  if (id == NULL || g_str_equal (id, "#ALL"))
    return TRUE;
  for (guint i = 0; i < run->schema->phases->len; i++)
    {
      const SchPhase *phase = g_ptr_array_index (run->schema->phases, i);

      if (g_strcmp0 (phase->id, id) == 0)
        {
          run->phase = phase;
          return TRUE;
        }
    }

  g_set_error (error, SCH_ERROR, SCH_ERROR_PHASE, _ ("%s: there is no phase “%s”."),
               run->schema->name, id);
  return FALSE;
}

/**
 * sch_schema_validate:
 * @self: a schema
 * @options: (nullable): how to validate
 * @doc: a document, which must not change meanwhile
 * @cancellable: (nullable): to stop, from any thread
 * @error: return location for a #SchError
 *
 * Returns: (skip) (transfer full): what was found
 */
SchReport *
sch_schema_validate (SchSchema *self,
                     const SchOptions *options,
                     xmlDoc *doc,
                     GCancellable *cancellable,
                     GError **error)
{
  static const SchOptions defaults = { 0 };
  SchRun run = { .schema = self, .doc = doc, .cancellable = cancellable, .error = error };

  run.options = options != NULL ? options : &defaults;
  if (!choose_phase (&run, error))
    return NULL;
  if (run.options->milliseconds > 0)
    run.deadline = g_get_monotonic_time () + run.options->milliseconds * G_GINT64_CONSTANT (1000);

  run.positions = g_hash_table_new (NULL, NULL);
  sch_run_take_tools (&run);
  run.report = sch_report_new (self, run.phase != NULL ? run.phase->id : NULL, run.tools->n_events);
  sch_watch_begin (&run);
  run_patterns (&run);
  sch_watch_end (&run);
  /* What libxml2 does in one step is not stopped on the way, and may be what took too long. */
  sch_run_check_budget (&run);
  sch_run_give_tools (&run);
  g_clear_pointer (&run.positions, g_hash_table_unref);
  g_clear_pointer (&run.keys, g_hash_table_unref);
  g_clear_pointer (&run.documents, g_hash_table_unref);
  g_clear_pointer (&run.fragments, g_ptr_array_unref);
  g_clear_pointer (&run.numbers, g_hash_table_unref);
  if (run.stopped)
    g_clear_pointer (&run.report, sch_report_unref);

  return run.report;
}
