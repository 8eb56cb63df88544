/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdFindingRow:
 *
 * A finding: icon of its severity, what is wrong, measured and allowed, the clause; while it is
 * selected, the explanation too.
 */
#define SD_TYPE_FINDING_ROW (sd_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (SdFindingRow, sd_finding_row, SD, FINDING_ROW, GtkListBoxRow)

GtkWidget *sd_finding_row_new         (SdSession    *session,
                                       SdFinding    *finding,
                                       gboolean      with_unit,
                                       gboolean      with_clause);
SdFinding *sd_finding_row_get_finding (SdFindingRow *self);
void       sd_finding_row_set_open    (SdFindingRow *self,
                                       gboolean      open);
char      *sd_finding_get_figures     (SdFinding    *finding);

G_END_DECLS
