/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "failing-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* in the memory behind */
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;
static sqlite3_io_methods methods;

/* Set while no other thread is at work. */
static struct
{
  FailingKind kind;
  int left; /* calls that still work */
  gboolean for_good;
  gboolean has_failed;
} armed;

/* What this call is to return; SQLITE_OK lets it through. */
static int
fail (int code)
{
  if (armed.kind == FAILING_NOTHING || (armed.has_failed && !armed.for_good))
    return SQLITE_OK;
  if (armed.left-- > 0)
    return SQLITE_OK;

  armed.has_failed = TRUE;
  return armed.kind == FAILING_FULL ? SQLITE_FULL : code;
}

#define REAL(file) (((File *) (file))->real)

static int
on_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
on_read (sqlite3_file *file, void *data, int n, sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), data, n, offset);
}

static int
on_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 offset)
{
  int code = fail (SQLITE_IOERR_WRITE);

  if (code != SQLITE_OK && armed.kind == FAILING_TEAR)
    REAL (file)->pMethods->xWrite (REAL (file), data, n / 2, offset);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xWrite (REAL (file), data, n, offset);
}

static int
on_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = armed.kind == FAILING_FULL ? SQLITE_OK : fail (SQLITE_IOERR_TRUNCATE);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
on_sync (sqlite3_file *file, int flags)
{
  int code = fail (SQLITE_IOERR_FSYNC);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
on_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
on_lock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
on_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
on_check_lock (sqlite3_file *file, int *reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), reserved);
}

static int
on_control (sqlite3_file *file, int op, void *data)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, data);
}

static int
on_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
on_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = on_close,
  .xRead = on_read,
  .xWrite = on_write,
  .xTruncate = on_truncate,
  .xSync = on_sync,
  .xFileSize = on_size,
  .xLock = on_lock,
  .xUnlock = on_unlock,
  .xCheckReservedLock = on_check_lock,
  .xFileControl = on_control,
  .xSectorSize = on_sector_size,
  .xDeviceCharacteristics = on_characteristics,
};

static int
on_open (sqlite3_vfs *unused, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int code = flags & SQLITE_OPEN_MAIN_DB ? SQLITE_OK : fail (SQLITE_CANTOPEN);

  memset (self, 0, sizeof *self);
  if (code != SQLITE_OK)
    return code;
  self->real = (sqlite3_file *) (self + 1);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;

  return code;
}

static int
on_delete (sqlite3_vfs *unused, const char *name, int sync)
{
  int code = armed.kind == FAILING_FULL ? SQLITE_OK : fail (SQLITE_IOERR_DELETE);

  return code != SQLITE_OK ? code : real_vfs->xDelete (real_vfs, name, sync);
}

void
failing_vfs_register (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "failing";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = on_open;
  vfs.xDelete = on_delete;
  sqlite3_vfs_register (&vfs, 1);
}

/* Lets so many calls through that change something on the disk, and fails the next: once, or from
 * then on. */
void
failing_vfs_arm (FailingKind kind, guint after, gboolean for_good)
{
  armed.kind = kind;
  armed.left = (int) after;
  armed.for_good = for_good;
  armed.has_failed = FALSE;
}

/* Says whether something failed since. */
gboolean
failing_vfs_disarm (void)
{
  armed.kind = FAILING_NOTHING;
  return armed.has_failed;
}
