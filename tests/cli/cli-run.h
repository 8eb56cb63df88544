/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a run gave. */
typedef struct
{
  char *out, *err;
  int status;
} Run;

extern char *folder;       /* of the run, in which the program is started */
extern const char *output; /* a file to take standard output, instead of the test */

void run_clear  (Run        *run);
void write_file (const char *name,
                 const char *text);
Run  run_bytes  (const char *line,
                 GBytes     *input);
Run  run_with   (const char *line,
                 const char *input);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

G_END_DECLS
