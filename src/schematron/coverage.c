/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"

struct _SchCoverage
{
  gatomicrefcount ref_count;
  SchSchema *schema;
  GHashTable *rules;      /* SchRule → its index */
  GHashTable *assertions; /* SchAssertion → its index */
  GMutex lock;            /* for all below */
  guint n_documents;
  GArray *rule_counts;      /* SchRuleCount */
  GArray *assertion_counts; /* SchAssertionCount */
};

G_DEFINE_BOXED_TYPE (SchCoverage, sch_coverage, sch_coverage_ref, sch_coverage_unref)

static void
add_assertion (SchCoverage *self,
               const SchPattern *pattern,
               const SchRule *rule,
               const SchAssertion *assertion)
{
  const SchExpression *test =
      &g_array_index (self->schema->expressions, SchExpression, assertion->test);
  SchAssertionCount count = { .file = test->file, .line = test->line, .id = assertion->id };

  count.test = test->text;
  count.see = assertion->see != NULL ? assertion->see
              : rule->see != NULL    ? rule->see
                                     : pattern->see;
  count.flag = assertion->flag != NULL ? assertion->flag : rule->flag;
  count.rule = self->rule_counts->len - 1;
  g_hash_table_insert (self->assertions, (gpointer) assertion,
                       GUINT_TO_POINTER (self->assertion_counts->len));
  g_array_append_val (self->assertion_counts, count);
}

static void
add_rule (SchCoverage *self, const SchPattern *pattern, const SchRule *rule)
{
  int context = *(int *) g_ptr_array_index (rule->contexts, 0);
  const SchExpression *place = &g_array_index (self->schema->expressions, SchExpression, context);
  SchRuleCount count = { .file = place->file, .line = place->line, .context = rule->context };

  count.pattern_id = pattern->id;
  count.rule_id = rule->id;
  g_hash_table_insert (self->rules, (gpointer) rule, GUINT_TO_POINTER (self->rule_counts->len));
  g_array_append_val (self->rule_counts, count);
  for (guint i = 0; i < rule->assertions->len; i++)
    add_assertion (self, pattern, rule, g_ptr_array_index (rule->assertions, i));
}

/**
 * sch_coverage_new:
 * @schema: a schema
 *
 * Returns: (transfer full): counts of it, all zero
 */
SchCoverage *
sch_coverage_new (SchSchema *schema)
{
  SchCoverage *self = g_new0 (SchCoverage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->schema = g_object_ref (schema);
  self->rules = g_hash_table_new (NULL, NULL);
  self->assertions = g_hash_table_new (NULL, NULL);
  self->rule_counts = g_array_new (FALSE, TRUE, sizeof (SchRuleCount));
  self->assertion_counts = g_array_new (FALSE, TRUE, sizeof (SchAssertionCount));
  for (guint i = 0; i < schema->patterns->len; i++)
    {
      const SchPattern *pattern = g_ptr_array_index (schema->patterns, i);

      for (guint j = 0; j < pattern->rules->len; j++)
        add_rule (self, pattern, g_ptr_array_index (pattern->rules, j));
    }

  return self;
}

/**
 * sch_coverage_ref:
 * @self: counts
 *
 * Returns: (transfer full): the same counts
 */
SchCoverage *
sch_coverage_ref (SchCoverage *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sch_coverage_unref:
 * @self: counts
 */
void
sch_coverage_unref (SchCoverage *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->assertion_counts);
  g_array_unref (self->rule_counts);
  g_hash_table_unref (self->assertions);
  g_hash_table_unref (self->rules);
  g_object_unref (self->schema);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * sch_coverage_get_schema:
 * @self: counts
 *
 * Returns: (transfer none): what they are of
 */
SchSchema *
sch_coverage_get_schema (SchCoverage *self)
{
  return self->schema;
}

static SchRuleCount *
find_rule (SchCoverage *self, const SchRule *rule)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->rules, rule));

  return &g_array_index (self->rule_counts, SchRuleCount, index);
}

static SchAssertionCount *
find_assertion (SchCoverage *self, const SchAssertion *assertion)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->assertions, assertion));

  return &g_array_index (self->assertion_counts, SchAssertionCount, index);
}

/* A rule that fires tries all its assertions; those that then say something are taken off again. */
static void
add_fired (SchCoverage *self, const SchRule *rule)
{
  find_rule (self, rule)->n_fired++;
  for (guint i = 0; i < rule->assertions->len; i++)
    find_assertion (self, g_ptr_array_index (rule->assertions, i))->n_held++;
}

static void
add_spoken (SchCoverage *self, const SchEvent *event)
{
  SchAssertionCount *count = find_assertion (self, event->assertion);

  count->n_held--;
  if (event->finding != NULL)
    count->n_failed++;
  else
    count->n_unknown++;
}

/**
 * sch_coverage_add:
 * @self: counts
 * @report: what came of a document, by the same schema
 *
 * Adds what fired, held and failed in a document. May be called from any thread.
 */
void
sch_coverage_add (SchCoverage *self, SchReport *report)
{
  g_return_if_fail (report->schema == self->schema);

  g_mutex_lock (&self->lock);
  self->n_documents++;
  for (guint i = 0; i < report->events->len; i++)
    {
      const SchEvent *event = &g_array_index (report->events, SchEvent, i);

      if (event->pattern != NULL)
        for (guint j = 0; j < event->pattern->rules->len; j++)
          find_rule (self, g_ptr_array_index (event->pattern->rules, j))->n_documents++;
      else if (event->rule != NULL)
        add_fired (self, event->rule);
      else
        add_spoken (self, event);
    }
  g_mutex_unlock (&self->lock);
}

/**
 * sch_coverage_get_n_documents:
 * @self: counts
 *
 * Returns: how many reports were added
 */
guint
sch_coverage_get_n_documents (SchCoverage *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->n_documents;
  g_mutex_unlock (&self->lock);

  return n;
}

/**
 * sch_coverage_get_n_rules:
 * @self: counts
 *
 * Returns: how many rules the schema has
 */
guint
sch_coverage_get_n_rules (SchCoverage *self)
{
  return self->rule_counts->len;
}

/**
 * sch_coverage_get_rule:
 * @self: counts
 * @index: a rule, in the order of the schema
 *
 * Returns: (transfer none): what became of it so far
 */
SchRuleCount
sch_coverage_get_rule (SchCoverage *self, guint index)
{
  SchRuleCount count = { 0 };

  g_return_val_if_fail (index < self->rule_counts->len, count);

  g_mutex_lock (&self->lock);
  count = g_array_index (self->rule_counts, SchRuleCount, index);
  g_mutex_unlock (&self->lock);

  return count;
}

/**
 * sch_coverage_get_n_assertions:
 * @self: counts
 *
 * Returns: how many asserts and reports the rules of the schema have
 */
guint
sch_coverage_get_n_assertions (SchCoverage *self)
{
  return self->assertion_counts->len;
}

/**
 * sch_coverage_get_assertion:
 * @self: counts
 * @index: an assertion, in the order of the schema
 *
 * Returns: (transfer none): what became of it so far
 */
SchAssertionCount
sch_coverage_get_assertion (SchCoverage *self, guint index)
{
  SchAssertionCount count = { 0 };

  g_return_val_if_fail (index < self->assertion_counts->len, count);

  g_mutex_lock (&self->lock);
  count = g_array_index (self->assertion_counts, SchAssertionCount, index);
  g_mutex_unlock (&self->lock);

  return count;
}
