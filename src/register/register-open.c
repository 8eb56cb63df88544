/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-private.h"

#include "loader.h"
#include "new-file.h"
#include "schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Making and opening registers. Opening needs no main loop and may run in any thread. */

static void
opened_clear (SdOpened *self)
{
  g_clear_pointer (&self->editor, sd_editor_free);
  g_clear_pointer (&self->database, sd_database_close);
  g_clear_object (&self->county);
  sd_outcome_clear (&self->outcome);
}

static void
opened_free (SdOpened *self)
{
  opened_clear (self);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdOpened, opened_free)

static gboolean
check_file (const char *path, const char *name, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND, _ ("%s is not there."),
                   name);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_A_REGISTER,
                   _ ("%s is not a register."), name);
      return FALSE;
    }

  return TRUE;
}

/* SQLite writes a journal beside the file, so the folder must allow it too. */
static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* An older register that may not be written is brought up to date in memory, and read there. */
static gboolean
bring_up_to_date (SdOpened *opened, const char *author, GError **error)
{
  SdDatabase *copy;

  if (opened->read_only)
    {
      copy = sd_database_clone (opened->database, error);
      if (copy == NULL)
        return FALSE;
      sd_database_close (opened->database);
      opened->database = copy;
    }

  return sd_schema_migrate (opened->database, author, error);
}

static gboolean
look_inside (SdOpened *opened, const char *author, GError **error)
{
  opened->editor = sd_editor_new (opened->database, author, error);
  opened->county = opened->editor != NULL ? sd_load_county (opened->database, error) : NULL;

  return opened->county != NULL && sd_editor_get_cursor (opened->editor, &opened->outcome, error);
}

/* One transaction, so that rows and head belong together whatever other programs do. */
static gboolean
look_in_transaction (SdOpened *opened, const char *author, GError **error)
{
  return sd_database_exec (opened->database, "BEGIN", error) &&
         look_inside (opened, author, error) &&
         sd_database_exec (opened->database, "COMMIT", error);
}

static SdOpened *
open_file (GFile *file, SdRegisterOpenFlags flags, const char *author, GError **error)
{
  g_autoptr (SdOpened) opened = g_new0 (SdOpened, 1);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *path = sd_new_file_get_path (file, name, error);
  SdSchemaState state;

  sd_outcome_init (&opened->outcome);
  if (path == NULL || !check_file (path, name, error))
    return NULL;
  opened->read_only = flags & SD_REGISTER_OPEN_READ_ONLY || !may_write (path);
  opened->database =
      sd_database_open (path, name, opened->read_only ? SD_DATABASE_READ_ONLY : 0, error);
  if (opened->database == NULL || !sd_schema_check (opened->database, &state, error))
    return NULL;
  opened->read_only |= sd_database_is_read_only (opened->database);
  /* The rollback journal keeps a register one file that can be copied. */
  if (!opened->read_only &&
      !sd_database_exec (opened->database, "PRAGMA journal_mode = DELETE", error))
    return NULL;
  if (state == SD_SCHEMA_OLDER && !bring_up_to_date (opened, author, error))
    return NULL;

  return look_in_transaction (opened, author, error) ? g_steal_pointer (&opened) : NULL;
}

/**
 * sd_register_open:
 * @file: a register
 * @flags: how
 * @author: who makes the edits, as history names them
 * @error: return location for a #SdRegisterError
 *
 * Opens a register. A file that may not be written is opened read-only. One of an older version is
 * brought up to date; one of a newer is refused, and so is a file that is no register.
 *
 * Returns: (transfer full): the register
 */
SdRegister *
sd_register_open (GFile *file, SdRegisterOpenFlags flags, const char *author, GError **error)
{
  g_autoptr (SdOpened) opened = open_file (file, flags, author, error);

  return opened != NULL ? sd_register_new_opened (file, opened) : NULL;
}

typedef struct
{
  SdRegisterOpenFlags flags;
  char *author;
} OpenArguments;

static void
open_arguments_free (OpenArguments *self)
{
  g_free (self->author);
  g_free (self);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenArguments *arguments = data;
  GError *error = NULL;
  SdOpened *opened = open_file (source, arguments->flags, arguments->author, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) opened_free);
  else
    g_task_return_error (task, error);
}

/**
 * sd_register_open_async:
 * @file: a register
 * @flags: how
 * @author: who makes the edits
 * @cancellable: (nullable): cancels it
 * @callback: called when it is open
 * @user_data: passed to @callback
 *
 * Opens a register without waiting for the disk, see sd_register_open().
 */
void
sd_register_open_async (GFile *file,
                        SdRegisterOpenFlags flags,
                        const char *author,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  OpenArguments *arguments = g_new0 (OpenArguments, 1);

  arguments->flags = flags;
  arguments->author = g_strdup (author);
  g_task_set_source_tag (task, sd_register_open_async);
  g_task_set_task_data (task, arguments, (GDestroyNotify) open_arguments_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * sd_register_open_finish:
 * @result: what the callback got
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the register
 */
SdRegister *
sd_register_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (SdOpened) opened = g_task_propagate_pointer (G_TASK (result), error);

  return opened != NULL
             ? sd_register_new_opened (g_task_get_source_object (G_TASK (result)), opened)
             : NULL;
}

static gboolean
read_clone (SdDatabase *database, SdJob *job, GError **error)
{
  g_autoptr (SdOpened) opened = g_new0 (SdOpened, 1);

  sd_outcome_init (&opened->outcome);
  opened->database = sd_database_clone (database, error);
  if (opened->database == NULL || !look_in_transaction (opened, NULL, error))
    return FALSE;

  job->result = g_steal_pointer (&opened);
  job->result_free = (GDestroyNotify) opened_free;
  return TRUE;
}

/**
 * sd_register_clone_async:
 * @self: a register
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when the clone is there, with sd_register_clone_finish() to be called
 * @user_data: passed to @callback
 *
 * Makes a register in memory that holds what this one does, with all edits that were asked for
 * before, and to which the same edits can be made without anything being written: what an edit
 * would lead to can be seen before it is made.
 */
void
sd_register_clone_async (SdRegister *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  (g_task_set_source_tag) (task, sd_register_clone_async);
  sd_register_push_reading (self, read_clone, task);
}

/**
 * sd_register_clone_finish:
 * @self: a register
 * @result: what the callback got
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the clone
 */
SdRegister *
sd_register_clone_finish (SdRegister *self, GAsyncResult *result, GError **error)
{
  g_autoptr (SdOpened) opened = g_task_propagate_pointer (G_TASK (result), error);

  return opened != NULL ? sd_register_new_opened (sd_register_get_file (self), opened) : NULL;
}

/* What a new register is made with. */
typedef struct
{
  const char *county_name;
  const char *author;
} Creation;

static gboolean
write_new (SdDatabase *database, gpointer data, GError **error)
{
  const Creation *creation = data;
  g_autoptr (SdEditor) editor = NULL;
  g_autoptr (SdRequest) request = NULL;
  g_auto (SdOutcome) outcome = { 0 };

  if (!sd_database_exec (database, "BEGIN", error) || !sd_schema_create (database, error) ||
      !sd_database_exec (database, "COMMIT", error))
    return FALSE;
  editor = sd_editor_new (database, creation->author, error);
  request = sd_request_new (sd_operation_create, NULL, SD_TABLE_COUNTY, NULL);
  request->name = g_strdup (creation->county_name);

  return editor != NULL && sd_editor_run (editor, request, &outcome, error);
}

/**
 * sd_register_create:
 * @file: where there is no file yet
 * @county_name: name of the county
 * @author: who makes it
 * @error: return location for a #SdRegisterError
 *
 * Makes a register with no towns and opens it. It is made under another name first, so that there
 * is a whole one or none.
 *
 * Returns: (transfer full): the register
 */
SdRegister *
sd_register_create (GFile *file, const char *county_name, const char *author, GError **error)
{
  Creation creation = { county_name, author };

  if (!sd_new_file_make (file, write_new, &creation, error))
    return NULL;

  return sd_register_open (file, 0, author, error);
}
