/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-private.h"

#include "loader.h"
#include "mirror.h"

#include <glib/gi18n-lib.h>

struct _SdRegister
{
  GObject parent_instance;

  GFile *file;
  gboolean read_only;
  gboolean is_closed;
  SdWriter *writer;
  SdMirror *mirror;
  guint n_pending;   /* edits that have not come back */
  char *undo_label;  /* in the language of the user */
  char *redo_label;
};

enum
{
  PROP_FILE = 1,
  PROP_READ_ONLY,
  PROP_SAVING,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES
};

enum
{
  SIGNAL_TOUCHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdRegister, sd_register, G_TYPE_OBJECT)

static void
notify_if (SdRegister *self, gboolean changed, guint property)
{
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
take_cursor (SdRegister *self, SdOutcome *outcome)
{
  g_autofree char *undo = self->undo_label;
  g_autofree char *redo = self->redo_label;

  self->undo_label = outcome->undo_label != NULL ? sd_label_to_text (outcome->undo_label) : NULL;
  self->redo_label = outcome->redo_label != NULL ? sd_label_to_text (outcome->redo_label) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, g_strcmp0 (undo, self->undo_label) != 0, PROP_UNDO_LABEL);
  notify_if (self, g_strcmp0 (redo, self->redo_label) != 0, PROP_REDO_LABEL);
  notify_if (self, (undo == NULL) != (self->undo_label == NULL), PROP_CAN_UNDO);
  notify_if (self, (redo == NULL) != (self->redo_label == NULL), PROP_CAN_REDO);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
count_pending (SdRegister *self, int change)
{
  const gboolean was_saving = self->n_pending > 0;

  self->n_pending = (guint) ((int) self->n_pending + change);
  notify_if (self, was_saving != (self->n_pending > 0), PROP_SAVING);
}

/* The file first, then the row objects, then what the window shows about both. */
static void
follow (SdRegister *self, SdJob *job)
{
  SdOutcome *outcome = &job->outcome;

  for (guint i = 0; i < outcome->batches->len; i++)
    sd_mirror_apply (self->mirror, g_ptr_array_index (outcome->batches, i),
                     g_array_index (outcome->seqs, gint64, i));
  if (outcome->has_cursor)
    take_cursor (self, outcome);
  if (job->request != NULL)
    count_pending (self, -1);
  if (job->error == NULL && outcome->is_stored && outcome->edit.place.table != SD_TABLE_NONE)
    g_signal_emit (self, signals[SIGNAL_TOUCHED], 0, outcome->edit.place.plan_id,
                   sd_table_get (outcome->edit.place.table)->name, outcome->edit.place.row_id,
                   sd_history_kind_to_string (outcome->edit.kind));
}

static gboolean
on_answer (gpointer data)
{
  SdJob *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->reading != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->outcome.edit.row_id), g_free);

  return G_SOURCE_REMOVE;
}

/* Each answer has a source of its own: they run in the order in which they were attached, and never
 * inside a call that waits. */
static void
answer (SdJob *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, on_answer, job, (GDestroyNotify) sd_job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

/* Takes over all that has come back. A job without a task belongs to the call that waits for it. */
static void
drain (SdRegister *self)
{
  SdJob *job;

  while ((job = sd_writer_pop (self->writer)) != NULL)
    {
      follow (self, job);
      if (job->task != NULL)
        answer (job);
    }
}

static gboolean
on_finished (gpointer user_data)
{
  g_autoptr (SdRegister) self = g_object_ref (user_data);

  drain (self);
  return G_SOURCE_CONTINUE;
}

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
      g_value_set_boolean (value, sd_register_get_saving (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, sd_register_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, sd_register_get_can_redo (self));
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
sd_register_dispose (GObject *object)
{
  sd_register_close (SD_REGISTER (object));

  G_OBJECT_CLASS (sd_register_parent_class)->dispose (object);
}

static void
sd_register_finalize (GObject *object)
{
  SdRegister *self = SD_REGISTER (object);

  sd_writer_free (self->writer);
  sd_mirror_free (self->mirror);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (sd_register_parent_class)->finalize (object);
}

static void
sd_register_class_init (SdRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sd_register_get_property;
  object_class->dispose = sd_register_dispose;
  object_class->finalize = sd_register_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * SdRegister::touched:
   * @self: the register
   * @plan_id: (nullable): the plan, or %NULL for a row of the county
   * @table: the name of the table
   * @row_id: (nullable): the row; after an undo it may be gone
   * @kind: "edit", "import", "undo", "redo" or "version"
   *
   * An edit was made here, and the row objects follow it; a window goes to the place that an undo
   * touches.
   */
  signals[SIGNAL_TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_STRING,
                                          G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sd_register_init (SdRegister *self)
{
}

/* Takes over what sd_register_open() found, for the thread that calls this. */
SdRegister *
sd_register_new_opened (GFile *file, SdOpened *opened)
{
  SdRegister *self = g_object_new (SD_TYPE_REGISTER, NULL);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->file = g_object_ref (file);
  self->read_only = opened->read_only;
  self->mirror = sd_mirror_new (opened->county);
  take_cursor (self, &opened->outcome);
  self->writer = sd_writer_new (g_steal_pointer (&opened->database),
                                g_steal_pointer (&opened->editor), context, on_finished, self);

  return self;
}

static gboolean
refuse_edit (SdRegister *self, GTask *task)
{
  g_autofree char *name = g_file_get_parse_name (self->file);

  if (self->is_closed)
    g_task_return_new_error (task, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO,
                             _ ("%s has been closed."), name);
  else if (self->read_only)
    g_task_return_new_error (task, SD_REGISTER_ERROR, SD_REGISTER_ERROR_READ_ONLY,
                             _ ("%s is read-only."), name);

  return self->is_closed || self->read_only;
}

/* From now on nothing more is written. */
void
sd_register_forbid (SdRegister *self)
{
  if (self->read_only)
    return;

  self->read_only = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/* The row objects and what keeps them in step. */
SdMirror *
sd_register_get_mirror (SdRegister *self)
{
  return self->mirror;
}

/* Has something read; takes over the task, which gets what was read. */
void
sd_register_push_reading (SdRegister *self, SdReading reading, GTask *task)
{
  SdJob *job = sd_job_new_read (reading, NULL, 0);

  if (self->is_closed)
    {
      refuse_edit (self, task);
      g_object_unref (task);
      sd_job_free (job);
      return;
    }
  job->task = task;
  sd_writer_push (self->writer, job);
}

/* Has an edit made; takes over the request and the task. */
void
sd_register_push (SdRegister *self, SdRequest *request, GTask *task)
{
  /* A cancelled edit that was made nevertheless is told as made. */
  g_task_set_check_cancellable (task, FALSE);
  if (refuse_edit (self, task))
    {
      sd_request_free (request);
      g_object_unref (task);
      return;
    }

  count_pending (self, 1);
  sd_writer_push (self->writer, sd_job_new (request, task));
}

/* Has a job done and waits for it, and for all before it. */
SdJob *
sd_register_run (SdRegister *self, SdJob *job)
{
  if (self->is_closed)
    {
      g_autofree char *name = g_file_get_parse_name (self->file);

      g_set_error (&job->error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO, _ ("%s has been closed."),
                   name);
      return job;
    }

  if (job->request != NULL)
    count_pending (self, 1);
  sd_writer_push (self->writer, job);
  sd_writer_wait (self->writer, job);
  drain (self);

  return job;
}

/**
 * sd_register_close:
 * @self: a register
 *
 * Waits until every edit that was asked for is on the disk, and closes the file. The row objects
 * stay, and callbacks that are due still run.
 */
void
sd_register_close (SdRegister *self)
{
  if (self->is_closed)
    return;

  self->is_closed = TRUE;
  sd_writer_stop (self->writer);
  drain (self);
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
 * Returns: whether edits are refused
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
 * Returns: whether an edit that was asked for is not on the disk yet
 */
gboolean
sd_register_get_saving (SdRegister *self)
{
  return self->n_pending > 0;
}

/**
 * sd_register_get_can_undo:
 * @self: a register
 *
 * Returns: whether there is something to undo
 */
gboolean
sd_register_get_can_undo (SdRegister *self)
{
  return self->undo_label != NULL && !self->read_only;
}

/**
 * sd_register_get_can_redo:
 * @self: a register
 *
 * Returns: whether there is something to redo
 */
gboolean
sd_register_get_can_redo (SdRegister *self)
{
  return self->redo_label != NULL && !self->read_only;
}

/**
 * sd_register_get_undo_label:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): what an undo would take back, in the language of the user
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
 * Returns: (transfer none) (nullable): what a redo would bring back, in the language of the user
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
 * Returns: (transfer none): the county; its rows, and those of its loaded plans, follow every edit
 */
SdCounty *
sd_register_get_county (SdRegister *self)
{
  return sd_mirror_get_county (self->mirror);
}
