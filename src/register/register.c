/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-private.h"
#include "rows.h"
#include "schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

enum
{
  PROP_FILE = 1,
  PROP_READ_ONLY,
  PROP_SAVING,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint touched_signal;

G_DEFINE_FINAL_TYPE (SdRegister, sd_register, G_TYPE_OBJECT)

static void
sd_register_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SdRegister *self = SD_REGISTER (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->n_pending > 0);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sd_register_finalize (GObject *object)
{
  SdRegister *self = SD_REGISTER (object);

  sd_register_close (self);
  sd_history_cursor_clear (&self->cursor);
  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->lock);
  g_free (self->author);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_main_context_unref (self->context);
  g_clear_object (&self->county);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (sd_register_parent_class)->finalize (object);
}

static void
sd_register_class_init (SdRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sd_register_get_property;
  object_class->finalize = sd_register_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SdRegister::touched:
   * @self: the register
   * @plan_id: (nullable): the plan
   * @table: the table's name
   * @row_id: the row that best says where an edit was
   * @kind: "edit", "import", "undo" or "redo"
   *
   * After each edit, once the rows in memory have followed; a window goes to the place that an undo
   * touches.
   */
  touched_signal =
      g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sd_register_init (SdRegister *self)
{
  g_mutex_init (&self->lock);
  self->jobs = g_async_queue_new ();
  sd_history_cursor_init (&self->cursor);
}

/* Takes the labels. */
void
sd_register_set_labels (SdRegister *self, char *undo_label, char *redo_label)
{
  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = undo_label;
  self->redo_label = redo_label;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

void
sd_register_notify_saving (SdRegister *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

void
sd_register_touch (
    SdRegister *self, const char *plan_id, SdTableId table, const char *row_id, const char *kind)
{
  g_signal_emit (self, touched_signal, 0, plan_id, sd_table_get (table)->name, row_id, kind);
}

/* Opens what is there: checks, migrates, derives the cursor and loads the county. */
static gboolean
load (SdRegister *self, GError **error)
{
  if (!sd_schema_check (self->database, error) ||
      (!self->read_only && !sd_schema_migrate (self->database, error)) ||
      !sd_history_load_cursor (self->database, &self->cursor, error) ||
      !sd_rows_load_set (self->database, SD_ROW_SET (self->county), SD_SCOPE_COUNTY, NULL, error) ||
      !sd_database_get_number (self->database, "PRAGMA data_version", &self->data_version, error))
    return FALSE;

  self->undo_label = sd_register_make_top_label (self, self->cursor.undoable);
  self->redo_label = sd_register_make_top_label (self, self->cursor.redoable);
  return TRUE;
}

static SdRegister *
new_register (GFile *file, const char *author, GMainContext *context)
{
  SdRegister *self = g_object_new (SD_TYPE_REGISTER, NULL);

  self->file = g_object_ref (file);
  self->author = g_strdup (author);
  self->context =
      context != NULL ? g_main_context_ref (context) : g_main_context_ref_thread_default ();
  self->county = sd_county_new ();

  return self;
}

static SdRegister *
open_register (GFile *file,
               SdRegisterOpenFlags flags,
               const char *author,
               GMainContext *context,
               GError **error)
{
  g_autoptr (SdRegister) self = new_register (file, author, context);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND,
                   _ ("%s: there is no such file."), name);
      return NULL;
    }
  self->read_only = flags & SD_REGISTER_OPEN_READ_ONLY || g_access (path, W_OK) != 0;
  self->database =
      sd_database_open (path, self->read_only ? SD_DATABASE_READ : SD_DATABASE_WRITE, error);
  if (self->database == NULL || !load (self, error))
    return NULL;
  if (!self->read_only)
    sd_register_start_writer (self);

  return g_steal_pointer (&self);
}

/**
 * sd_register_open:
 * @file: a register
 * @flags: how to open it; a file that may not be written is opened for reading
 * @author: who makes the edits
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the register with the rows of its county; plans are loaded when asked
 *   for
 */
SdRegister *
sd_register_open (GFile *file, SdRegisterOpenFlags flags, const char *author, GError **error)
{
  return open_register (file, flags, author, NULL, error);
}

typedef struct
{
  GFile *file;
  SdRegisterOpenFlags flags;
  char *author;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_free (opening->author);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  SdRegister *self = open_register (opening->file, opening->flags, opening->author,
                                    g_task_get_context (task), &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sd_register_open_async:
 * @file: a register
 * @flags: how to open it
 * @author: who makes the edits
 * @cancellable: (nullable): to give up waiting
 * @callback: called when it is open
 * @data: for @callback
 *
 * See sd_register_open().
 */
void
sd_register_open_async (GFile *file,
                        SdRegisterOpenFlags flags,
                        const char *author,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Opening *opening = g_new0 (Opening, 1);

  opening->file = g_object_ref (file);
  opening->flags = flags;
  opening->author = g_strdup (author);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * sd_register_open_finish:
 * @result: what the callback was given
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the register
 */
SdRegister *
sd_register_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sd_register_close:
 * @self: a register
 *
 * Waits until all edits are on disk, and lets go of the file. The rows in memory stay.
 */
void
sd_register_close (SdRegister *self)
{
  sd_register_stop_writer (self);
  g_clear_pointer (&self->database, sd_database_free);
}

/**
 * sd_register_get_file:
 * @self: a register
 *
 * Returns: (transfer none): its file
 */
GFile *
sd_register_get_file (SdRegister *self)
{
  return self->file;
}

/**
 * sd_register_get_read_only:
 * @self: a register
 *
 * Returns: whether it is open for reading only
 */
gboolean
sd_register_get_read_only (SdRegister *self)
{
  return self->read_only;
}

/**
 * sd_register_get_saving:
 * @self: a register
 *
 * Returns: whether an edit is on its way to the disk
 */
gboolean
sd_register_get_saving (SdRegister *self)
{
  return self->n_pending > 0;
}

/**
 * sd_register_get_undo_label:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): what undo would take back, in the language of the user
 */
const char *
sd_register_get_undo_label (SdRegister *self)
{
  return self->undo_label;
}

/**
 * sd_register_get_redo_label:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): what redo would bring back, in the language of the user
 */
const char *
sd_register_get_redo_label (SdRegister *self)
{
  return self->redo_label;
}

/**
 * sd_register_get_county:
 * @self: a register
 *
 * Returns: (transfer none): the county, which follows every edit
 */
SdCounty *
sd_register_get_county (SdRegister *self)
{
  return self->county;
}

/**
 * sd_register_load_plan:
 * @self: a register
 * @plan_id: a plan of it
 * @error: return location for a #SdRegisterError
 *
 * Brings the rows of a plan into memory, where they follow every edit from then on.
 *
 * Returns: (transfer none) (nullable): the plan
 */
SdPlan *
sd_register_load_plan (SdRegister *self, const char *plan_id, GError **error)
{
  g_autoptr (SdPlan) plan = NULL;
  gboolean done;

  if (sd_county_get_plan (self->county, plan_id) != NULL)
    return sd_county_get_plan (self->county, plan_id);
  if (sd_county_get_plan_row (self->county, plan_id) == NULL)
    {
      g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND,
                           _ ("The plan is no longer in the register."));
      return NULL;
    }

  plan = sd_plan_new (plan_id);
  g_mutex_lock (&self->lock);
  done = sd_rows_load_set (self->database, SD_ROW_SET (plan), SD_SCOPE_PLAN, plan_id, error);
  g_mutex_unlock (&self->lock);
  if (!done)
    return NULL;
  sd_county_put_plan (self->county, plan);

  return plan; /* the county holds it */
}

/**
 * sd_register_load_all:
 * @self: a register
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether all plans of the register are in memory now
 */
gboolean
sd_register_load_all (SdRegister *self, GError **error)
{
  SdRow *plan;

  SD_FOREACH_ROW (plan, self->county, SD_TABLE_PLAN)
    if (sd_register_load_plan (self, sd_row_get_id (plan), error) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * sd_register_get_history:
 * @self: a register
 * @limit: how many entries to give at most
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdHistoryEntry): the last entries, the newest first
 */
GPtrArray *
sd_register_get_history (SdRegister *self, guint limit, GError **error)
{
  GPtrArray *entries;

  g_mutex_lock (&self->lock);
  entries = sd_history_list (self->database, limit, error);
  g_mutex_unlock (&self->lock);

  return entries;
}

/**
 * sd_register_verify_history:
 * @self: a register
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the history's chain of hashes is whole, see sd_history_verify()
 */
gboolean
sd_register_verify_history (SdRegister *self, GError **error)
{
  gboolean whole;

  g_mutex_lock (&self->lock);
  whole = sd_history_verify (self->database, error);
  g_mutex_unlock (&self->lock);

  return whole;
}
