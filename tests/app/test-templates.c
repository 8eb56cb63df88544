/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/chart-page.h"
#include "app/chart-view.h"
#include "app/compare-page.h"
#include "app/county-view.h"
#include "app/exception-dialog.h"
#include "app/export-dialog.h"
#include "app/finding-row.h"
#include "app/findings-pane.h"
#include "app/flow-page.h"
#include "app/flow-view.h"
#include "app/gauge-view.h"
#include "app/grid.h"
#include "app/headcount-page.h"
#include "app/inspector.h"
#include "app/new-register-dialog.h"
#include "app/new-town-dialog.h"
#include "app/rules-window.h"
#include "app/sidebar-row.h"
#include "app/sidebar.h"
#include "app/start-page.h"

/* Each widget is made and given up again; a warning or critical ends the test. */

static void
test_template (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));
  gpointer held = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &held);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
  while (held != NULL && g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (held);
}

static void
add_tests (void)
{
  const GType types[] = {
    SD_TYPE_CHART_PAGE,
    SD_TYPE_CHART_VIEW,
    SD_TYPE_COMPARE_PAGE,
    SD_TYPE_COUNTY_VIEW,
    SD_TYPE_EXCEPTION_DIALOG,
    SD_TYPE_EXPORT_DIALOG,
    SD_TYPE_FINDINGS_PANE,
    SD_TYPE_FINDING_ROW,
    SD_TYPE_FLOW_PAGE,
    SD_TYPE_FLOW_VIEW,
    SD_TYPE_GAUGE_VIEW,
    SD_TYPE_GRID,
    SD_TYPE_HEADCOUNT_PAGE,
    SD_TYPE_INSPECTOR,
    SD_TYPE_NEW_REGISTER_DIALOG,
    SD_TYPE_NEW_TOWN_DIALOG,
    SD_TYPE_RULES_WINDOW,
    SD_TYPE_SIDEBAR,
    SD_TYPE_SIDEBAR_ROW,
    SD_TYPE_START_PAGE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/", g_type_name (types[i]), NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (types[i]), test_template);
    }
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
