/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/xml.h"
#include "temp-folder.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writing a file leaves either the old one or the new one, and nothing beside it. */

#define SIZE (256 * 1024)

static GBytes *
large_bytes (void)
{
  return g_bytes_new_take (g_strnfill (SIZE, 'b'), SIZE);
}

static void
assert_holds (GFile *file, const char *expected, gsize length)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize found;

  g_file_load_contents (file, NULL, &text, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (text, found, expected, length);
}

static void
assert_old (const char *folder, GFile *file)
{
  assert_holds (file, "old", 3);
  g_assert_cmpuint (temp_folder_count (folder), ==, 1);
}

static gboolean
replace (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = large_bytes ();

  return sd_file_replace (file, NULL, bytes, NULL, error);
}

static void
refuse (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = sd_file_get_name (file);

  g_assert_false (replace (file, &error));
  g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, name));
  g_test_message ("%s", error->message);
}

static void
test_new (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "方案.xml");
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) bytes = large_bytes ();
  g_autoptr (GError) error = NULL;

  sd_file_replace (file, NULL, bytes, NULL, &error);
  g_assert_no_error (error);
  assert_holds (file, g_bytes_get_data (bytes, NULL), SIZE);
  sd_file_replace (file, NULL, nothing, NULL, &error);
  g_assert_no_error (error);
  assert_holds (file, "", 0);
  g_assert_cmpuint (temp_folder_count (folder), ==, 1);
}

/* A file that others of the office may write stays so, and a link stays a link. */
static void
test_existing (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "a.xml");
  g_autoptr (GFile) link = temp_folder_file (folder, "link.xml");
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  temp_folder_write (folder, "a.xml", "old");
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0664), ==, 0);
  g_assert_cmpint (symlink ("a.xml", g_file_peek_path (link)), ==, 0);
  replace (link, &error);
  g_assert_no_error (error);

  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0664);
  g_assert_cmpint (info.st_size, ==, SIZE);
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
}

/* Root may do everything, so it tries as nobody. */
static uid_t
become_someone (void)
{
  uid_t self = geteuid ();

  if (self == 0 && seteuid (65534) != 0)
    g_test_skip ("cannot become someone without rights");

  return self;
}

static void
become (uid_t user)
{
  g_assert_cmpint (seteuid (user), ==, 0);
  prctl (PR_SET_DUMPABLE, 1, 0, 0, 0); /* the leak checker looks at the process */
}

static void
test_read_only (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "a.xml");
  g_autoptr (GFile) other = temp_folder_file (folder, "b.xml");
  uid_t self;

  temp_folder_write (folder, "a.xml", "old");
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0777), ==, 0);
  self = become_someone ();
  if (geteuid () != 0)
    refuse (file); /* a read-only file, though the folder lets it be replaced */
  become (self);
  assert_old (folder, file);

  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0666), ==, 0);
  self = become_someone ();
  if (geteuid () != 0)
    {
      refuse (file); /* a read-only folder, though the file may be written */
      refuse (other);
    }
  become (self);
  assert_old (folder, file);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "none/a.xml");
  g_autoptr (GFile) itself = g_file_new_for_path (folder);

  refuse (file);
  refuse (itself);
  g_assert_cmpuint (temp_folder_count (folder), ==, 0);
}

/* The disk is full after a part of the file has been written. */
static void
test_full_by_limit (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "a.xml");
  struct rlimit before, small;

  temp_folder_write (folder, "a.xml", "old");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = SIZE / 4;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  refuse (file);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_old (folder, file);
}

static void
test_full_disk (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "a.xml");

  if (mount ("tmpfs", folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("cannot mount a small disk");
      return;
    }
  temp_folder_write (folder, "a.xml", "old");
  refuse (file);
  assert_old (folder, file);
  g_assert_cmpint (umount (folder), ==, 0);
}

/* A device stays a device. */
static void
test_device (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *full_path = temp_folder_device (folder, "full", 7);
  g_autofree char *null_path = temp_folder_device (folder, "null", 3);
  g_autoptr (GFile) full = NULL;
  g_autoptr (GFile) null = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  if (full_path == NULL || null_path == NULL || g_access (full_path, W_OK) != 0)
    {
      g_test_skip ("there is no device to write to");
      return;
    }
  full = g_file_new_for_path (full_path);
  null = g_file_new_for_path (null_path);
  refuse (full);
  replace (null, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (full_path, &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
  g_assert_cmpint (g_stat (null_path, &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

static void
test_cancelled (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "a.xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = large_bytes ();
  g_autoptr (GError) error = NULL;

  temp_folder_write (folder, "a.xml", "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (sd_file_replace (file, NULL, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (folder, file);
}

/* Each step: what the user knew of the file, what someone else does then, and whether the program
 * may write. */
static void
test_changed (void)
{
  static const struct
  {
    const char *was;  /* (nullable): nothing was there */
    const char *then; /* (nullable): nothing happens */
    gboolean same_time;
    gboolean written;
  } cases[] = {
    { NULL, NULL, FALSE, TRUE },      { "old", NULL, FALSE, TRUE },
    { NULL, "theirs", FALSE, FALSE }, { "old", "theirs", FALSE, FALSE },
    { "old", "theirs", TRUE, FALSE }, { "old", "new", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TempFolder) folder = temp_folder_new ();
      g_autoptr (GFile) file = temp_folder_file (folder, "a.odt");
      g_autoptr (GBytes) bytes = large_bytes ();
      g_autoptr (GError) error = NULL;
      g_autofree char *state = NULL;
      GStatBuf before = { 0 };

      if (cases[i].was != NULL)
        temp_folder_write (folder, "a.odt", cases[i].was);
      (void) g_stat (g_file_peek_path (file), &before);
      state = sd_file_get_state (file);
      if (cases[i].then != NULL)
        temp_folder_write (folder, "a.odt", cases[i].then);
      if (cases[i].same_time)
        g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file),
                                    (struct timespec[2]){ before.st_atim, before.st_mtim }, 0),
                         ==, 0);

      g_assert_cmpint (sd_file_replace (file, state, bytes, NULL, &error), ==, cases[i].written);
      g_assert_cmpuint (temp_folder_count (folder), ==, 1);
      if (cases[i].written)
        {
          g_assert_no_error (error);
          assert_holds (file, g_bytes_get_data (bytes, NULL), SIZE);
          continue;
        }
      g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_CHANGED);
      assert_holds (file, cases[i].then, strlen (cases[i].then));
    }
}

/* What the program wrote itself it may write again. */
static void
test_again (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "a.odt");
  g_autoptr (GBytes) bytes = large_bytes ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *state = sd_file_get_state (file);

      sd_file_replace (file, state, bytes, NULL, &error);
      g_assert_no_error (error);
    }
}

/* A name as long as names may be leaves no room for that of a file beside it. */
static void
test_long_name (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 83; i++)
    g_string_append (name, "镇");
  g_string_append (name, ".odt");
  file = temp_folder_file (folder, name->str);
  replace (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (temp_folder_count (folder), ==, 1);
}

typedef struct
{
  char *path;
  int descriptor;
  GCancellable *cancellable;
} Reader;

/* Reads a little from the pipe and then tells the writer to stop. */
static gpointer
read_and_cancel (gpointer data)
{
  Reader *reader = data;
  char buffer[1024];

  reader->descriptor = g_open (reader->path, O_RDONLY, 0);
  g_assert_cmpint (read (reader->descriptor, buffer, sizeof buffer), >, 0);
  g_cancellable_cancel (reader->cancellable);
  while (read (reader->descriptor, buffer, sizeof buffer) > 0)
    ;
  (void) close (reader->descriptor);

  return NULL;
}

/* Writing that lasts is stopped between its parts: here into a pipe that is read slowly. */
static void
test_cancelled_within (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "pipe");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (16 * SIZE, 'b'), 16 * SIZE);
  g_autoptr (GError) error = NULL;
  Reader reader = { g_file_get_path (file), -1, cancellable };
  GThread *thread;

  g_assert_cmpint (mkfifo (reader.path, 0600), ==, 0);
  thread = g_thread_new ("reader", read_and_cancel, &reader);
  g_assert_false (sd_file_replace (file, NULL, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_free (reader.path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/file/new", test_new);
  g_test_add_func ("/plan/file/existing", test_existing);
  g_test_add_func ("/plan/file/read-only", test_read_only);
  g_test_add_func ("/plan/file/no-folder", test_no_folder);
  g_test_add_func ("/plan/file/full-by-limit", test_full_by_limit);
  g_test_add_func ("/plan/file/full-disk", test_full_disk);
  g_test_add_func ("/plan/file/device", test_device);
  g_test_add_func ("/plan/file/cancelled", test_cancelled);
  g_test_add_func ("/plan/file/cancelled-within", test_cancelled_within);
  g_test_add_func ("/plan/file/changed", test_changed);
  g_test_add_func ("/plan/file/again", test_again);
  g_test_add_func ("/plan/file/long-name", test_long_name);

  return g_test_run ();
}
