/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content-private.h"
#include "reader-private.h"

#include <glib/gi18n-lib.h>

#define NAMESPACE_OF_ANY_VERSION "urn:sanding:plan:"

/* A reference can only be followed when all is read. */
typedef struct
{
  SdRow *row;
  guint column;
  long line;
} Reference;

static gboolean
read_element (SdReading *self, xmlNode *node, const SdTable *table, const char *parent_id);

static gboolean
is_ours (const xmlNode *node)
{
  return node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST SD_PLAN_NAMESPACE);
}

/*
 * sd_reading_is:
 * @node: an element
 * @name: a name in the namespace of plans
 *
 * Returns: whether the element has that name
 */
gboolean
sd_reading_is (const xmlNode *node, const char *name)
{
  return is_ours (node) && xmlStrEqual (node->name, BAD_CAST name);
}

/*
 * sd_reading_ignores:
 * @node: a node between elements
 *
 * Returns: whether it says nothing: a comment, an instruction to some program, blanks
 */
gboolean
sd_reading_ignores (const xmlNode *node)
{
  return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE || xmlIsBlankNode (node);
}

/*
 * sd_reading_is_empty:
 * @self: a reading
 * @node: an element that may contain nothing
 *
 * Returns: whether there is no text in it, be it blanks; what elements it holds is not looked at
 */
gboolean
sd_reading_is_empty (SdReading *self, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      return sd_reading_fail (self, child, _ ("%s may not contain text, not even blanks."),
                              node->name);

  return TRUE;
}

static void
set_error (SdReading *self, long line, const char *sentence)
{
  g_set_error (self->error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID, "%s:%ld: %s", self->name, line,
               sentence);
}

/*
 * sd_reading_fail:
 * @self: a reading
 * @node: where the fault is
 * @format: a sentence
 * @...: for @format
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean
sd_reading_fail (SdReading *self, const xmlNode *node, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  set_error (self, xmlGetLineNo (node), sentence);

  return FALSE;
}

static const SdColumn *
find_markup (const SdTable *table, const xmlNode *node)
{
  int index = is_ours (node) ? sd_table_column_index (table, (const char *) node->name) : -1;

  return index >= 0 && table->columns[index].type == SD_TYPE_MARKUP ? &table->columns[index] : NULL;
}

/* What comes first comes first, so that a reader of the file finds it, and so that what follows can
 * rest on it: paragraphs before rows, the county and the town before a plan's rows, a county's
 * towns before its plans. Elsewhere the order of different elements means nothing. */
static int
phase_of (SdReading *self, const SdTable *outer, const xmlNode *node)
{
  if (find_markup (outer, node) != NULL)
    return 0;
  if (outer->id == SD_TABLE_PLAN && self->alone)
    return sd_reading_is (node, "county") ? 0 : sd_reading_is (node, "town") ? 1 : 2;
  if (outer->id == SD_TABLE_COUNTY)
    return sd_reading_is (node, "plan") || sd_reading_is (node, "plan-ref") ? 2 : 1;

  return 1;
}

static gboolean
check_order (SdReading *self, const SdTable *outer, const xmlNode *node, const xmlNode *last)
{
  if (last == NULL || phase_of (self, outer, node) >= phase_of (self, outer, last))
    return TRUE;

  return sd_reading_fail (self, node, _ ("%s stands after %s; expected it before."), node->name,
                          last->name);
}

static gboolean
read_child (SdReading *self, xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  const SdTable *inner = is_ours (node) ? sd_table_lookup ((const char *) node->name) : NULL;
  g_autofree char *list = NULL;

  if (find_markup (table, node) != NULL)
    return sd_reading_read_markup (self, node, row);
  if (table->id == SD_TABLE_COUNTY && !self->alone && sd_reading_is (node, "plan-ref"))
    return sd_reading_read_plan_ref (self, node);
  if (inner != NULL && sd_content_may_contain (table, inner, self->alone))
    return read_element (self, node, inner, sd_row_get_id (row));

  list = sd_content_list_children (table, self->alone);
  return sd_reading_fail (self, node, _ ("%s may not contain %s; expected %s."), table->name,
                          node->name, list);
}

static gboolean
has_content (const SdTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & SD_CONTENT)
      return TRUE;

  return FALSE;
}

/* To a schema an element with attributes only is empty: not even blanks may stand in it. */
static gboolean
may_contain_nothing (SdReading *self, const SdTable *table)
{
  if (table->id == SD_TABLE_COUNTY && !self->alone)
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == SD_TYPE_MARKUP)
      return FALSE;
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_content_may_contain (table, sd_table_get (i), self->alone))
      return FALSE;

  return TRUE;
}

static gboolean
read_children (SdReading *self, xmlNode *parent, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  const xmlNode *last = NULL;

  if (has_content (table))
    return TRUE;
  if (may_contain_nothing (self, table) && !sd_reading_is_empty (self, parent))
    return FALSE;

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (sd_reading_ignores (node))
        continue;
      if (node->type != XML_ELEMENT_NODE)
        return sd_reading_fail (self, node, _ ("%s may not contain text; expected elements only."),
                                table->name);
      if (!read_child (self, node, row) || !check_order (self, table, node, last))
        return FALSE;
      last = node;
    }

  return TRUE;
}

/* A plan that stands alone has one county and one town, and every row its paragraphs. */
static gboolean
check_complete (SdReading *self, const xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  static const SdTableId once[] = { SD_TABLE_COUNTY, SD_TABLE_TOWN };

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == SD_TYPE_MARKUP && table->columns[i].flags & SD_REQUIRED &&
        !sd_row_has (row, i))
      return sd_reading_fail (self, node, _ ("%s lacks %s, which it must have."), table->name,
                              table->columns[i].name);

  if (table->id != SD_TABLE_PLAN || !self->alone)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    {
      guint n = sd_row_set_get_n_rows (SD_ROW_SET (self->county), once[i]);

      if (n == 0)
        return sd_reading_fail (self, node, _ ("%s lacks %s, which it must have."), table->name,
                                sd_table_get (once[i])->name);
      if (n > 1)
        return sd_reading_fail (self, node, _ ("%s stands twice in %s; expected it once."),
                                sd_table_get (once[i])->name, table->name);
    }

  return TRUE;
}

static void
note_references (SdReading *self, const xmlNode *node, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == SD_TYPE_REF && sd_row_has (row, i))
      {
        Reference reference = { row, i, xmlGetLineNo (node) };

        g_array_append_val (self->references, reference);
      }
}

static void
begin_plan (SdReading *self, const char *id)
{
  g_autoptr (SdPlan) plan = sd_plan_new (id);

  sd_county_put_plan (self->county, plan);
  self->plan = plan;
  g_hash_table_remove_all (self->plan_ids);
}

/* What a document says of itself stands in one row: of two, one would be printed and one lost. A
 * register in which two people each added one is read all the same, so that one can be deleted. */
static gboolean
check_document (SdReading *self, const xmlNode *node, SdRow *row)
{
  const char *kind = sd_row_get_text (row, SD_DOCUMENT_KIND);
  const gboolean is_of_register = self->follow && self->base == NULL;
  SdRow *other;

  if (is_of_register)
    return TRUE;
  SD_FOREACH_ROW (other, self->plan, SD_TABLE_DOCUMENT)
    if (other != row && sd_row_is (other, SD_DOCUMENT_KIND, kind))
      return sd_reading_fail (
          self, node, _ ("the kind %s of a document stands twice; expected each once."), kind);

  return TRUE;
}

static gboolean
read_element (SdReading *self, xmlNode *node, const SdTable *table, const char *parent_id)
{
  g_autoptr (SdRow) row = sd_reading_make_row (self, node, table, parent_id);

  if (row == NULL || !sd_reading_put_row (self, node, row))
    return FALSE;
  if (table->id == SD_TABLE_DOCUMENT && !check_document (self, node, row))
    return FALSE;
  note_references (self, node, row);
  if (table->id == SD_TABLE_PLAN)
    begin_plan (self, sd_row_get_id (row));

  return read_children (self, node, row) && check_complete (self, node, row);
}

static gboolean
check_reference (SdReading *self, const Reference *reference)
{
  const SdTable *table = sd_row_get_table (reference->row);
  const SdColumn *column = &table->columns[reference->column];
  const SdTable *refers = sd_table_get (column->refers);
  const char *id = sd_row_get_text (reference->row, reference->column);
  SdPlan *plan = sd_county_get_plan (self->county, sd_row_get_plan_id (reference->row));
  g_autofree char *sentence = NULL;
  SdRow *found = NULL;

  if (plan != NULL)
    found = sd_row_set_find_row (SD_ROW_SET (plan), id);
  if (found == NULL)
    found = sd_row_set_find_row (SD_ROW_SET (self->county), id);
  if (found != NULL && sd_row_get_table (found) == refers)
    return TRUE;

  if (found == NULL)
    sentence = g_strdup_printf (_ ("%s of %s is %s, but there is no %s with that id."),
                                column->name, table->name, id, refers->name);
  else
    sentence =
        g_strdup_printf (_ ("%s of %s is %s, the id of a %s; expected that of a %s."), column->name,
                         table->name, id, sd_row_get_table (found)->name, refers->name);
  set_error (self, reference->line, sentence);
  return FALSE;
}

static gboolean
check_references (SdReading *self)
{
  for (guint i = 0; i < self->references->len; i++)
    if (!check_reference (self, &g_array_index (self->references, Reference, i)))
      return FALSE;

  return TRUE;
}

static gboolean
refuse_root (SdReading *self, const xmlNode *root)
{
  const char *href = root->ns != NULL ? (const char *) root->ns->href : NULL;

  if (href != NULL && g_str_has_prefix (href, NAMESPACE_OF_ANY_VERSION) && !is_ours (root))
    g_set_error (self->error, SD_PLAN_ERROR, SD_PLAN_ERROR_UNSUPPORTED,
                 _ ("%s:%ld: the file is of version %s of the format, which this program does not "
                    "know; expected version %s."),
                 self->name, xmlGetLineNo (root), href + strlen (NAMESPACE_OF_ANY_VERSION),
                 SD_PLAN_NAMESPACE + strlen (NAMESPACE_OF_ANY_VERSION));
  else
    g_set_error (self->error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_A_PLAN,
                 _ ("%s:%ld: the root is %s; expected plan or county of the namespace %s."),
                 self->name, xmlGetLineNo (root), root->name, SD_PLAN_NAMESPACE);

  return FALSE;
}

/* What a DTD that is not loaded would have declared is lost without a trace. */
static gboolean
read_root (SdReading *self, xmlNode *root)
{
  if (root->doc->intSubset != NULL)
    return sd_reading_fail (self, root, _ ("the file has a DOCTYPE; expected a file without."));
  self->alone = sd_reading_is (root, "plan");
  if (!self->alone && !sd_reading_is (root, "county"))
    return refuse_root (self, root);

  return read_element (self, root, sd_table_get (self->alone ? SD_TABLE_PLAN : SD_TABLE_COUNTY),
                       NULL);
}

/*
 * sd_reading_run:
 * @self: a reading of which name, base, follow and error are set
 * @root: the root of a document
 *
 * Returns: (transfer full) (nullable): the county with its plans
 */
SdCounty *
sd_reading_run (SdReading *self, xmlNode *root)
{
  g_autoptr (SdCounty) county = sd_county_new ();
  gboolean done;

  self->county = county;
  self->county_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->plan_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  done = read_root (self, root) && check_references (self);
  g_array_unref (self->references);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->plan_ids);
  g_hash_table_unref (self->county_ids);

  return done ? g_steal_pointer (&county) : NULL;
}

/**
 * sd_county_check_doc:
 * @doc: (type gpointer): a document
 * @name: what messages call it
 * @error: return location for a #SdPlanError
 *
 * Checks a document as sd_county_read_doc() does, but does not open the files of `plan-ref`.
 *
 * Returns: (skip): whether it is a plan or a county
 */
gboolean
sd_county_check_doc (xmlDoc *doc, const char *name, GError **error)
{
  SdReading reading = { .name = name, .error = error };
  g_autoptr (SdCounty) county = sd_reading_run (&reading, xmlDocGetRootElement (doc));

  return county != NULL;
}

/**
 * sd_county_read_doc:
 * @doc: (type gpointer): a document with the root `plan` or `county`
 * @base: (nullable): the file it came from, beside which the files of `plan-ref` lie; %NULL where
 *   this program made it of a register
 * @name: what messages call it
 * @error: return location for a #SdPlanError
 *
 * Reads and checks a document: known elements and attributes, tokens, numbers, dates, ids that
 * stand once, references that lead to a row of the right table. A plan that stands alone gives a
 * county with its one town and one plan.
 *
 * Returns: (skip) (transfer full): the county with its plans loaded
 */
SdCounty *
sd_county_read_doc (xmlDoc *doc, GFile *base, const char *name, GError **error)
{
  SdReading reading = { .name = name, .base = base, .follow = TRUE, .error = error };

  return sd_reading_run (&reading, xmlDocGetRootElement (doc));
}

/**
 * sd_county_read:
 * @file: plan XML or county XML
 * @error: return location for a #SdPlanError
 *
 * Returns: (transfer full): the county with its plans loaded, see sd_county_read_doc()
 */
SdCounty *
sd_county_read (GFile *file, GError **error)
{
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, error);
  g_autofree char *name = sd_file_get_name (file);

  return doc != NULL ? sd_county_read_doc (doc, file, name, error) : NULL;
}
