/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-mutate.h"

#include "pack-case.h"
#include "pack-mutants.h"
#include "pack-private.h"
#include "plan/xml.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Do a pack's cases notice what could be wrong with its rules? Each mutant is run through the
 * cases, first through those that speak of the assertions that it may change, until one gives other
 * findings than it must. Mutants do not depend on each other, so all cores work on them. */

#define EQUIVALENT "equivalent.xml"

typedef enum
{
  FATE_UNNOTICED,
  FATE_NOTICED,
  FATE_FAILED, /* it could not be tried */
} Fate;

typedef struct
{
  SdPack *pack;
  GPtrArray *cases;   /* SdPackCase */
  GPtrArray *mutants; /* SdPackMutant */
  Fate *fates;
  gint done;  /* atomic */
  gint lucky; /* atomic: the case that noticed the last one, for the next to try first */
  GMutex lock;
  GError *error; /* the first */
} Run;

void
sd_pack_mutation_free (SdPackMutation *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "rules.sch", "county.sch", "limits.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
copy_into (GFile *from, const char *folder, const char *name, GError **error)
{
  g_autoptr (GFile) source = g_file_get_child (from, name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);

  return !g_file_query_exists (source, NULL) ||
         g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

/* Rules read their limits from the file beside them, so a folder is made with other limits. */
static char *
make_folder (Run *run, const SdPackMutant *mutant, GError **error)
{
  GFile *from = sd_pack_get_folder (run->pack);
  g_autofree char *folder = g_dir_make_tmp ("sanding-mutant-XXXXXX", error);
  g_autofree char *limits = folder != NULL ? g_build_filename (folder, mutant->file, NULL) : NULL;

  if (folder == NULL)
    return NULL;
  if (copy_into (from, folder, "rules.sch", error) &&
      copy_into (from, folder, "county.sch", error) &&
      g_file_set_contents (limits, g_bytes_get_data (mutant->bytes, NULL),
                           (gssize) g_bytes_get_size (mutant->bytes), error))
    return g_steal_pointer (&folder);

  remove_folder (folder);
  return NULL;
}

/* A mutant's rules: what it changes, and of the other file the pack's own or none, since nothing is
 * changed there. */
typedef struct
{
  SchSchema *plan;
  SchSchema *county;
  char *folder;
} Rules;

static void
rules_clear (Rules *self)
{
  g_clear_object (&self->plan);
  g_clear_object (&self->county);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->folder);
}

static gboolean
rules_load_all (Rules *self, GError **error)
{
  g_autofree char *rules_path = g_build_filename (self->folder, "rules.sch", NULL);
  g_autofree char *county_path = g_build_filename (self->folder, "county.sch", NULL);
  g_autoptr (GFile) rules = g_file_new_for_path (rules_path);
  g_autoptr (GFile) county = g_file_new_for_path (county_path);

  self->plan = sch_schema_new_from_file (rules, error);
  if (self->plan == NULL || !g_file_query_exists (county, NULL))
    return self->plan != NULL;
  self->county = sch_schema_new_from_file (county, error);

  return self->county != NULL;
}

/* Sets @compiles to whether the mutant is still a schema. Returns: whether it could be tried */
static gboolean
rules_make (Rules *self, Run *run, const SdPackMutant *mutant, gboolean *compiles, GError **error)
{
  g_autoptr (GFile) base = g_file_get_child (sd_pack_get_folder (run->pack), mutant->file);
  SchSchema *schema;

  *compiles = TRUE;
  if (g_str_equal (mutant->file, "limits.xml"))
    {
      self->folder = make_folder (run, mutant, error);
      return self->folder != NULL && rules_load_all (self, error);
    }
  schema = sch_schema_new_from_bytes (mutant->bytes, base, NULL);
  *compiles = schema != NULL;
  if (g_str_equal (mutant->file, "rules.sch"))
    self->plan = schema;
  else
    self->county = schema;

  return TRUE;
}

/* Does the case give other findings? A failure is one, too. */
static gboolean
notices (Run *run, const Rules *rules, guint index)
{
  SdPackCase *one = g_ptr_array_index (run->cases, index);
  SchSchema *schema = one->for_county ? rules->county : rules->plan;
  g_autofree char *found = NULL;

  if (schema == NULL || one->expected == NULL)
    return FALSE;
  found = sd_pack_case_run (one, run->pack, schema, NULL, NULL);
  if (found != NULL && g_str_equal (found, one->expected))
    return FALSE;

  g_atomic_int_set (&run->lucky, (int) index);
  return TRUE;
}

/* Does the case's list have one of the assertions that the mutant may change? */
static gboolean
speaks_of (const SdPackCase *one, const SdPackMutant *mutant)
{
  g_auto (GStrv) lines = NULL;
  gboolean found = FALSE;

  if (mutant->ids == NULL || one->expected == NULL)
    return FALSE;
  lines = g_strsplit (one->expected, ", ", -1);
  for (guint i = 0; lines[i] != NULL && !found; i++)
    {
      g_autofree char *id = g_strdup_printf (" %.*s ", (int) strcspn (lines[i], " "), lines[i]);

      found = strstr (mutant->ids, id) != NULL;
    }

  return found;
}

static Fate
try_cases (Run *run, const SdPackMutant *mutant, const Rules *rules)
{
  guint lucky = (guint) g_atomic_int_get (&run->lucky);

  if (lucky < run->cases->len && notices (run, rules, lucky))
    return FATE_NOTICED;
  for (int speaking = 1; speaking >= 0; speaking--)
    for (guint i = 0; i < run->cases->len; i++)
      if (speaks_of (g_ptr_array_index (run->cases, i), mutant) == speaking &&
          notices (run, rules, i))
        return FATE_NOTICED;

  return FATE_UNNOTICED;
}

static void
try_mutant (gpointer data, gpointer user_data)
{
  const guint index = GPOINTER_TO_UINT (data) - 1;
  Run *run = user_data;
  const SdPackMutant *mutant = g_ptr_array_index (run->mutants, index);
  Rules rules = { 0 };
  GError *error = NULL;
  gboolean compiles;

  if (!rules_make (&rules, run, mutant, &compiles, &error))
    run->fates[index] = FATE_FAILED;
  else
    run->fates[index] = compiles ? try_cases (run, mutant, &rules) : FATE_NOTICED;
  rules_clear (&rules);
  if (error != NULL)
    {
      g_mutex_lock (&run->lock);
      if (run->error == NULL)
        run->error = g_steal_pointer (&error);
      g_mutex_unlock (&run->lock);
      g_clear_error (&error);
    }
  g_atomic_int_inc (&run->done);
}

static void
try_all (Run *run, SdPackProgress progress, gpointer data)
{
  const guint n = run->mutants->len;
  GThreadPool *pool =
      g_thread_pool_new (try_mutant, run, (int) g_get_num_processors (), FALSE, NULL);

  for (guint i = 0; i < n; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  while (progress != NULL && (guint) g_atomic_int_get (&run->done) < n)
    {
      progress ((guint) g_atomic_int_get (&run->done), n, data);
      g_usleep (G_USEC_PER_SEC / 10);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
}

/* A case that fails as it is would seem to notice everything. */
static gboolean
check_cases (Run *run, GError **error)
{
  for (guint i = 0; i < run->cases->len; i++)
    {
      SdPackCase *one = g_ptr_array_index (run->cases, i);
      SchSchema *schema = one->for_county ? sd_pack_get_county_schema (run->pack)
                                          : sd_pack_get_schema (run->pack);
      g_autofree char *found = sd_pack_case_run (one, run->pack, schema, NULL, error);

      if (found == NULL)
        return FALSE;
      if (g_strcmp0 (found, one->expected) == 0)
        continue;
      g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID,
                   _ ("%s: the case fails as it is; expected a pack whose cases pass."), one->path);
      return FALSE;
    }

  return TRUE;
}

/* Reads which mutants mean the same as the pack: "file name" → line. */
static GHashTable *
read_equivalents (SdPack *pack, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (sd_pack_get_folder (pack), EQUIVALENT);
  g_autofree char *name = sd_file_get_name (file);
  g_autoptr (GHashTable) equivalents =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (xmlDoc) doc = NULL;
  const xmlNode *root;

  if (!g_file_query_exists (file, NULL))
    return g_steal_pointer (&equivalents);
  doc = sd_xml_read_file (file, NULL, error);
  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  if (!sd_pack_is_element (root, "equivalents"))
    {
      sd_pack_fail (name, root, error, _ ("the root is %s; expected %s of the namespace %s."),
                    root->name, "equivalents", SD_PACK_NAMESPACE);
      return NULL;
    }
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *in =
          node->type == XML_ELEMENT_NODE ? sd_pack_get_attribute (node, "file") : NULL;
      g_autofree char *mutant = in != NULL ? sd_pack_get_attribute (node, "name") : NULL;
      g_autofree char *reason = in != NULL ? sd_pack_get_words (node, "reason") : NULL;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!sd_pack_is_element (node, "mutant") || mutant == NULL || reason == NULL)
        {
          sd_pack_fail (name, node, error,
                        _ ("expected a mutant with file and name, and a reason in it."));
          return NULL;
        }
      g_hash_table_insert (equivalents, g_strdup_printf ("%s %s", in, mutant),
                           GUINT_TO_POINTER ((guint) xmlGetLineNo (node)));
    }

  return g_steal_pointer (&equivalents);
}

G_GNUC_PRINTF (5, 6)
static void
add_problem (
    SdPackMutation *self, SdPack *pack, const char *file, guint line, const char *format, ...)
{
  g_autoptr (GFile) place = g_file_get_child (sd_pack_get_folder (pack), file);
  g_autofree char *name = sd_file_get_name (place);
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->problems, g_strdup_printf ("%s:%u: %s", name, line, sentence));
}

static void
look_at_fates (SdPackMutation *self, Run *run, GHashTable *equivalents)
{
  GHashTableIter rest;
  gpointer key, line;

  for (guint i = 0; i < run->mutants->len; i++)
    {
      const SdPackMutant *mutant = g_ptr_array_index (run->mutants, i);
      g_autofree char *full = g_strdup_printf ("%s %s", mutant->file, mutant->name);

      if (run->fates[i] == FATE_NOTICED)
        {
          self->n_noticed++;
          continue;
        }
      if (g_hash_table_remove (equivalents, full))
        self->n_equivalent++;
      else
        add_problem (self, run->pack, mutant->file, mutant->line, _ ("no case notices “%s”: %s"),
                     mutant->name, mutant->text);
    }
  g_hash_table_iter_init (&rest, equivalents);
  while (g_hash_table_iter_next (&rest, &key, &line))
    add_problem (self, run->pack, EQUIVALENT, GPOINTER_TO_UINT (line),
                 _ ("“%s” is noticed by a case, or there is no such change."), (char *) key);
}

/**
 * sd_pack_mutate:
 * @pack: a pack, whose cases pass
 * @progress: (nullable) (scope call) (closure data): is told how far it is
 * @data: for @progress
 * @error: return location for an error that lets nothing be said
 *
 * Changes the pack's rules and limits one by one, in memory and in temporary folders, and looks
 * whether its cases notice.
 *
 * Returns: (transfer full): what came of it
 */
SdPackMutation *
sd_pack_mutate (SdPack *pack, SdPackProgress progress, gpointer data, GError **error)
{
  g_autoptr (SdPackMutation) self = g_new0 (SdPackMutation, 1);
  g_autoptr (GPtrArray) cases = sd_pack_load_cases (pack, error);
  g_autoptr (GPtrArray) mutants = cases != NULL ? sd_pack_list_mutants (pack, error) : NULL;
  g_autoptr (GHashTable) equivalents = mutants != NULL ? read_equivalents (pack, error) : NULL;
  g_autofree Fate *fates = NULL;
  Run run = { .pack = pack, .cases = cases, .mutants = mutants };

  self->problems = g_ptr_array_new_with_free_func (g_free);
  if (equivalents == NULL || !check_cases (&run, error))
    return NULL;
  run.fates = fates = g_new0 (Fate, mutants->len);
  g_mutex_init (&run.lock);
  try_all (&run, progress, data);
  g_mutex_clear (&run.lock);
  if (run.error != NULL)
    {
      g_propagate_error (error, run.error);
      return NULL;
    }
  self->n_mutants = mutants->len;
  look_at_fates (self, &run, equivalents);

  return g_steal_pointer (&self);
}
