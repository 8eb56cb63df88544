/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export.h"

#include "document/document.h"
#include "document/file-name.h"
#include "document/layout.h"
#include "document/pdf.h"
#include "plan/reader.h"
#include "plan/writer.h"

#include <glib/gi18n-lib.h>

struct _SdExport
{
  GObject parent_instance;

  /* Owned */
  SdSession *session;
  char *format;
  char *plan_id;
  GFile *target;
  char *expected; /* what was in the target when it was chosen, where that is a file */
  GPtrArray *items;
  char *stand_ins;

  gboolean is_folder;
  gboolean is_replacing; /* what someone has changed is written over */
  int n_done;            /* atomic */

  /* What the worker reads, since the rows belong to the main thread. */
  xmlDoc *plan_doc;
  xmlDoc *county_doc;
  SdCheck *check;
};

enum
{
  SIGNAL_PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdExport, sd_export, G_TYPE_OBJECT)

/* What the program wrote last, by the URI of the file: a file that looks otherwise since has been
 * touched up by someone. */
G_LOCK_DEFINE_STATIC (last_written);
static GHashTable *last_written = NULL;

static void
item_free (SdExportItem *item)
{
  g_free (item->id);
  g_free (item->title);
  g_clear_object (&item->file);
  g_clear_error (&item->error);
  g_strfreev (item->missing);
  g_free (item);
}

static void
remember (GFile *file)
{
  G_LOCK (last_written);
  if (last_written == NULL)
    last_written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (last_written, g_file_get_uri (file), sd_file_get_state (file));
  G_UNLOCK (last_written);
}

static char *
recall (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *state = NULL;

  G_LOCK (last_written);
  if (last_written != NULL)
    state = g_strdup (g_hash_table_lookup (last_written, uri));
  G_UNLOCK (last_written);

  return state;
}

/* Worker */

typedef struct
{
  SdExport *export;
  GCancellable *cancellable;
  SdCounty *plan;   /* the county with the plan alone */
  SdCounty *county; /* (nullable): with all plans */
  GHashTable *names;
} Run;

/* In a file that was chosen is what was there then, and the user knows of it; in a folder, only
 * what the program wrote is known. What is gone is made again. */
static char *
expected_of (SdExport *self, GFile *file)
{
  g_autofree char *written = recall (file);
  char *now = sd_file_get_state (file);

  if (self->is_replacing || *now == '\0')
    return now;
  g_free (now);
  if (written != NULL)
    return g_steal_pointer (&written);

  return g_strdup (self->is_folder ? "" : self->expected);
}

static void
put (Run *run, SdExportItem *item, const char *title, GBytes *bytes)
{
  SdExport *self = run->export;
  g_autofree char *expected = NULL;

  if (item->file == NULL && self->is_folder)
    {
      g_autofree char *name = sd_document_name_file (title, self->format, run->names);

      item->file = g_file_get_child (self->target, name);
    }
  else if (item->file == NULL)
    item->file = g_object_ref (self->target);

  expected = expected_of (self, item->file);
  item->written = sd_file_replace (item->file, expected, bytes, run->cancellable, &item->error);
  if (item->written)
    remember (item->file);
}

static GBytes *
write_pages (Run *run, SdExportItem *item, SdBlocks *blocks)
{
  g_autoptr (SdLayout) layout = sd_layout_new (blocks, &item->error);

  if (layout == NULL || g_cancellable_set_error_if_cancelled (run->cancellable, &item->error))
    return NULL;
  item->missing = sd_layout_list_missing (layout);

  return sd_pdf_write (layout, &item->error);
}

static void
write_document (Run *run, SdExportItem *item)
{
  SdExport *self = run->export;
  g_autoptr (SdBlocks) blocks =
      sd_document_build (item->id, item->of_county ? run->county : run->plan,
                         item->of_county ? NULL : self->plan_id, self->check, &item->error);
  g_autoptr (GBytes) bytes = NULL;

  if (blocks == NULL || g_cancellable_set_error_if_cancelled (run->cancellable, &item->error))
    return;
  if (self->stand_ins == NULL && !g_str_equal (self->format, "ods"))
    self->stand_ins = sd_layout_describe_stand_ins_of (blocks);
  if (g_str_equal (self->format, "pdf"))
    bytes = write_pages (run, item, blocks);
  else
    bytes = sd_document_write (blocks, self->format, run->cancellable, &item->error);
  if (bytes != NULL)
    put (run, item, sd_blocks_get_meta (blocks)->title, bytes);
}

static void
write_picture (Run *run, SdExportItem *item)
{
  g_autoptr (SdPlanPicture) picture =
      sd_plan_picture_new (item->id, run->plan, run->export->plan_id, &item->error);

  if (picture != NULL)
    put (run, item, item->title, sd_plan_picture_get_svg (picture));
}

static void
write_item (Run *run, SdExportItem *item)
{
  const char *format = run->export->format;

  if (g_str_equal (format, "svg"))
    write_picture (run, item);
  else if (g_str_equal (format, "xml"))
    {
      g_autoptr (GBytes) bytes = sd_plan_to_xml (run->plan, run->export->plan_id);

      put (run, item, item->title, bytes);
    }
  else
    write_document (run, item);
}

static gboolean
on_progress (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_PROGRESS], 0);

  return G_SOURCE_REMOVE;
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SdExport *self = source;
  GError *error = NULL;
  g_autoptr (SdCounty) plan = sd_county_read_doc (self->plan_doc, NULL, _ ("The plan"), &error);
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Run run = { self, cancellable, plan, NULL, names };

  if (plan != NULL && self->county_doc != NULL)
    run.county = county = sd_county_read_doc (self->county_doc, NULL, _ ("The county"), &error);
  for (guint i = 0; error == NULL && i < self->items->len; i++)
    {
      SdExportItem *item = self->items->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, &error))
        break;
      if (!item->written)
        {
          g_clear_error (&item->error);
          write_item (&run, item);
        }
      g_atomic_int_inc (&self->n_done);
      g_idle_add_full (G_PRIORITY_DEFAULT, on_progress, g_object_ref (self), g_object_unref);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Overrides */

static void
clear_input (SdExport *self)
{
  g_clear_pointer (&self->plan_doc, xmlFreeDoc);
  g_clear_pointer (&self->county_doc, xmlFreeDoc);
  g_clear_object (&self->check);
}

static void
sd_export_finalize (GObject *object)
{
  SdExport *self = SD_EXPORT (object);

  clear_input (self);
  g_clear_object (&self->session);
  g_clear_object (&self->target);
  g_ptr_array_unref (self->items);
  g_free (self->format);
  g_free (self->plan_id);
  g_free (self->expected);
  g_free (self->stand_ins);

  G_OBJECT_CLASS (sd_export_parent_class)->finalize (object);
}

static void
sd_export_class_init (SdExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_export_finalize;

  /**
   * SdExport::progress:
   * @self: the export
   *
   * One more is done.
   */
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", SD_TYPE_EXPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_export_init (SdExport *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
}

/* Public functions */

/**
 * sd_export_new:
 * @session: a session with a plan
 * @format: a format of sd_document_list_formats(), or "svg"
 * @target: a file, whose content the user agreed to replace, or a folder
 * @is_folder: whether it is a folder, into which any number of files go
 *
 * Returns: (transfer full): an export of nothing yet
 */
SdExport *
sd_export_new (SdSession *session, const char *format, GFile *target, gboolean is_folder)
{
  SdExport *self = g_object_new (SD_TYPE_EXPORT, NULL);

  self->session = g_object_ref (session);
  self->plan_id = g_strdup (sd_session_get_plan_id (session));
  self->format = g_strdup (format);
  self->target = g_object_ref (target);
  self->is_folder = is_folder;
  self->expected = is_folder ? NULL : sd_file_get_state (target);

  return self;
}

/**
 * sd_export_add:
 * @self: an export that has not begun
 * @id: a document type; for "svg" a picture of sd_plan_picture_list_sources()
 * @title: how it is called; a file of a picture or of the plan's data is named so
 * @of_county: whether it is made of all plans of the county
 */
void
sd_export_add (SdExport *self, const char *id, const char *title, gboolean of_county)
{
  SdExportItem *item = g_new0 (SdExportItem, 1);

  item->id = g_strdup (id);
  item->title = g_strdup (title);
  item->of_county = of_county;
  g_ptr_array_add (self->items, item);
}

/**
 * sd_export_run_async:
 * @self: an export that is not running
 * @cancellable: (nullable): to stop; what was there is then as it was
 * @callback: called when it has ended
 * @user_data: passed to @callback
 *
 * Writes what has not been written yet. What is wrong with one stands in its item, among it
 * %SD_PLAN_ERROR_CHANGED where someone else has written the file.
 */
void
sd_export_run_async (SdExport *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SdCounty *county = sd_session_get_county (self->session);
  SdCheck *check = sd_session_get_plan_check (self->session, self->plan_id);

  clear_input (self);
  self->plan_doc = sd_plan_to_doc (county, self->plan_id);
  for (guint i = 0; i < self->items->len && self->county_doc == NULL; i++)
    if (((SdExportItem *) self->items->pdata[i])->of_county)
      self->county_doc = sd_county_to_doc (county);
  self->check = check != NULL ? g_object_ref (check) : NULL;
  g_atomic_int_set (&self->n_done, 0);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, run_export);
}

/**
 * sd_export_run_finish:
 * @self: an export
 * @result: what the callback got
 * @error: return location for %G_IO_ERROR_CANCELLED, or for what is wrong with the whole plan
 *
 * Returns: whether it came to its end
 */
gboolean
sd_export_run_finish (SdExport *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sd_export_allow_replacing:
 * @self: an export that has ended
 *
 * When it runs again, it writes over what someone else has written.
 */
void
sd_export_allow_replacing (SdExport *self)
{
  self->is_replacing = TRUE;
}

/**
 * sd_export_get_n_items:
 * @self: an export
 *
 * Returns: how many files it writes
 */
guint
sd_export_get_n_items (SdExport *self)
{
  return self->items->len;
}

/**
 * sd_export_get_item:
 * @self: an export; while it runs, only the title may be read
 * @position: number of the file
 *
 * Returns: (transfer none): what came of it
 */
const SdExportItem *
sd_export_get_item (SdExport *self, guint position)
{
  return self->items->pdata[position];
}

/**
 * sd_export_get_n_done:
 * @self: an export
 *
 * Returns: how many files it has seen to, well or not
 */
guint
sd_export_get_n_done (SdExport *self)
{
  return (guint) g_atomic_int_get (&self->n_done);
}

/**
 * sd_export_get_n_written:
 * @self: an export that does not run
 *
 * Returns: how many files it has written
 */
guint
sd_export_get_n_written (SdExport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((SdExportItem *) self->items->pdata[i])->written;

  return n;
}

/**
 * sd_export_get_target:
 * @self: an export
 *
 * Returns: (transfer none): the file or the folder
 */
GFile *
sd_export_get_target (SdExport *self)
{
  return self->target;
}

/**
 * sd_export_get_stand_ins:
 * @self: an export that does not run
 *
 * Returns: (nullable): a sentence about the typefaces that stand in for official ones on pages
 */
const char *
sd_export_get_stand_ins (SdExport *self)
{
  return self->stand_ins;
}
