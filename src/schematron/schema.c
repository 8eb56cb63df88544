/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"
#include "source.h"
#include "term.h"

/* clang-format off */
G_DEFINE_QUARK (sch-error-quark, sch_error)
/* clang-format on */

G_DEFINE_FINAL_TYPE (SchSchema, sch_schema, G_TYPE_OBJECT)

static void
let_free (gpointer data)
{
  SchLet *let = data;

  g_free (let->name);
  if (let->content != NULL)
    xmlFreeDoc (let->content);
  g_free (let);
}

static void
assertion_free (gpointer data)
{
  SchAssertion *self = data;

  g_free (self->id);
  g_free (self->role);
  g_free (self->flag);
  g_free (self->see);
  g_free (self->icon);
  g_free (self->fpi);
  g_free (self->language);
  g_strfreev (self->diagnostics);
  g_strfreev (self->properties);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self);
}

static void
free_all (GPtrArray *array, GDestroyNotify destroy)
{
  if (array == NULL)
    return;

  g_ptr_array_foreach (array, (GFunc) (void (*) (void)) destroy, NULL);
  g_ptr_array_unref (array);
}

static void
rule_free (gpointer data)
{
  SchRule *self = data;

  g_clear_pointer (&self->contexts, g_ptr_array_unref);
  free_all (self->lets, let_free);
  free_all (self->assertions, assertion_free);
  g_free (self->context);
  g_free (self->id);
  g_free (self->role);
  g_free (self->flag);
  g_free (self->see);
  g_free (self->icon);
  g_free (self->fpi);
  g_free (self);
}

static void
pattern_free (gpointer data)
{
  SchPattern *self = data;

  free_all (self->lets, let_free);
  free_all (self->rules, rule_free);
  g_free (self->id);
  g_free (self->name);
  g_free (self->role);
  g_free (self->see);
  g_free (self->icon);
  g_free (self->fpi);
  g_free (self);
}

static void
phase_free (gpointer data)
{
  SchPhase *self = data;

  free_all (self->lets, let_free);
  g_strfreev (self->active);
  g_free (self->id);
  g_free (self);
}

static void
text_free (gpointer data)
{
  SchText *self = data;

  g_free (self->id);
  g_free (self->language);
  g_free (self->role);
  g_free (self->scheme);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self);
}

static void
key_free (gpointer data)
{
  SchKey *self = data;

  g_free (self->name);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_free (self);
}

static void
namespace_free (gpointer data)
{
  SchNamespace *self = data;

  g_free (self->prefix);
  g_free (self->uri);
  g_free (self);
}

static void
expression_clear (gpointer data)
{
  SchExpression *self = data;

  g_free (self->text);
  sch_term_free (self->term);
  g_free (self->native);
  g_free (self->base);
}

static void
free_doc (gpointer doc)
{
  xmlFreeDoc (doc);
}

static void
sch_schema_finalize (GObject *object)
{
  SchSchema *self = SCH_SCHEMA (object);

  g_ptr_array_unref (self->spare);
  g_hash_table_unref (self->documents);
  g_mutex_clear (&self->lock);
  free_all (self->namespaces, namespace_free);
  free_all (self->lets, let_free);
  free_all (self->phases, phase_free);
  free_all (self->patterns, pattern_free);
  free_all (self->diagnostics, text_free);
  free_all (self->properties, text_free);
  free_all (self->keys, key_free);
  g_ptr_array_unref (self->formats);
  g_array_unref (self->expressions);
  g_hash_table_unref (self->name_numbers);
  g_ptr_array_unref (self->names);
  g_array_unref (self->tables);
  g_strfreev (self->phase_ids);
  g_ptr_array_unref (self->warnings);
  g_free (self->default_phase);
  g_free (self->title);
  g_free (self->version);
  g_ptr_array_unref (self->texts);
  g_free (self->name);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_ptr_array_unref (self->sources);

  G_OBJECT_CLASS (sch_schema_parent_class)->finalize (object);
}

static void
sch_schema_class_init (SchSchemaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sch_schema_finalize;
  xmlInitParser ();
}

static void
sch_schema_init (SchSchema *self)
{
  g_mutex_init (&self->lock);
  self->spare = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_tools_free);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_doc);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_source_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->namespaces = g_ptr_array_new ();
  self->lets = g_ptr_array_new ();
  self->phases = g_ptr_array_new ();
  self->patterns = g_ptr_array_new ();
  self->diagnostics = g_ptr_array_new ();
  self->properties = g_ptr_array_new ();
  self->keys = g_ptr_array_new ();
  self->formats = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_format_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_warning_free);
  self->expressions = g_array_new (FALSE, TRUE, sizeof (SchExpression));
  g_array_set_clear_func (self->expressions, expression_clear);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->name_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->tables = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static SchSchema *
compile_doc (xmlDoc *doc, GFile *file, GError **error)
{
  g_autoptr (SchSchema) self = g_object_new (SCH_TYPE_SCHEMA, NULL);
  SchSource *source = sch_source_new (file, "schema");

  g_ptr_array_add (self->sources, source);
  self->name = g_strdup (source->name);
  self->folder = file != NULL ? g_file_get_parent (file) : NULL;
  self->doc = doc;
  sch_source_mark ((xmlNode *) doc, source);

  if (!sch_compile (self, error))
    return NULL;

  sch_schema_read_terms (self);
  return g_steal_pointer (&self);
}

/**
 * sch_schema_new_from_file:
 * @file: an ISO Schematron schema with the query binding `xslt`
 * @error: return location for a #SchError
 *
 * Reads and compiles a schema. What is wrong with it is told here, with file and line.
 *
 * Returns: (transfer full): the schema
 */
SchSchema *
sch_schema_new_from_file (GFile *file, GError **error)
{
  xmlDoc *doc = sch_read_file (file, sch_read_schema, error);

  return doc != NULL ? compile_doc (doc, file, error) : NULL;
}

/**
 * sch_schema_new_from_bytes:
 * @bytes: a schema
 * @base: (nullable): the file it stands for, beside which document() may read; without one,
 *   document() reads nothing
 * @error: return location for a #SchError
 *
 * Returns: (transfer full): the schema
 */
SchSchema *
sch_schema_new_from_bytes (GBytes *bytes, GFile *base, GError **error)
{
  g_autofree char *name = base != NULL ? g_file_get_parse_name (base) : g_strdup ("schema");
  xmlDoc *doc = sch_read_schema (bytes, name, error);

  return doc != NULL ? compile_doc (doc, base, error) : NULL;
}

/**
 * sch_schema_get_title:
 * @self: a schema
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
sch_schema_get_title (SchSchema *self)
{
  return self->title;
}

/**
 * sch_schema_get_default_phase:
 * @self: a schema
 *
 * Returns: (transfer none) (nullable): the phase that is checked where none is asked for; %NULL for
 *   all patterns
 */
const char *
sch_schema_get_default_phase (SchSchema *self)
{
  return self->default_phase;
}

/**
 * sch_schema_get_phases:
 * @self: a schema
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of its phases, in order
 */
const char *const *
sch_schema_get_phases (SchSchema *self)
{
  return (const char *const *) self->phase_ids;
}

/**
 * sch_schema_validate_bytes:
 * @self: a schema
 * @options: (nullable): how to validate
 * @bytes: an XML document
 * @name: what messages call it
 * @cancellable: (nullable): to stop, from any thread
 * @error: return location for a #SchError
 *
 * Returns: (transfer full): what was found
 */
SchReport *
sch_schema_validate_bytes (SchSchema *self,
                           const SchOptions *options,
                           GBytes *bytes,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  xmlDoc *doc = sch_read_document (bytes, name, error);
  SchReport *report;

  if (doc == NULL)
    return NULL;
  report = sch_schema_validate (self, options, doc, cancellable, error);
  xmlFreeDoc (doc);

  return report;
}

/**
 * sch_schema_validate_file:
 * @self: a schema
 * @options: (nullable): how to validate
 * @file: an XML document
 * @cancellable: (nullable): to stop, from any thread
 * @error: return location for a #SchError
 *
 * Returns: (transfer full): what was found
 */
SchReport *
sch_schema_validate_file (SchSchema *self,
                          const SchOptions *options,
                          GFile *file,
                          GCancellable *cancellable,
                          GError **error)
{
  xmlDoc *doc = sch_read_file (file, sch_read_document, error);
  SchReport *report;

  if (doc == NULL)
    return NULL;
  report = sch_schema_validate (self, options, doc, cancellable, error);
  xmlFreeDoc (doc);

  return report;
}
