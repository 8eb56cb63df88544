/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"

#include <glib/gi18n-lib.h>

static const SdCommand commands[] = {
  { "win.show-page::structure", { "<Alt>1" }, N_ ("Structure") },
  { "win.show-page::headcount", { "<Alt>2" }, N_ ("Headcount") },
  { "win.show-page::flow", { "<Alt>9" }, N_ ("Flow") },
  { "win.show-page::comparison", { "<Alt>0" }, N_ ("Comparison") },
  { "win.show-page::documents", { "<Control>d" }, N_ ("Documents") },
  { "win.show-pane::inspector", { "<Alt>3" }, N_ ("Inspector") },
  { "win.show-pane::findings", { "<Alt>4" }, N_ ("Findings") },
  { "win.show-page::posts", { "<Alt>5" }, N_ ("Posts") },
  { "win.show-page::dispatched", { "<Alt>6" }, N_ ("Dispatched") },
  { "win.show-page::powers", { "<Alt>7" }, N_ ("Powers") },
  { "win.show-page::duties", { "<Alt>8" }, N_ ("Duties") },
  { "win.toggle-sidebar", { "F9" }, N_ ("Show or hide the towns") },
  { SD_SEARCH_ACTION, { "<Control>k" }, N_ ("Search") },
  { "win.explain", { "<Control>i" }, N_ ("Where the number comes from") },
  { "win.undo", { "<Control>z" }, N_ ("Undo") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, N_ ("Redo") },
  { "win.new-plan", { NULL }, N_ ("Start a plan") },
  { "win.new-town", { "<Control>t" }, N_ ("Add a town") },
  { "win.import", { "<Control><Shift>i" }, N_ ("Import XML") },
  { "win.export", { "<Control>e" }, N_ ("Export the plan") },
  { "win.print", { "<Control>p" }, N_ ("Print the document") },
  { "win.rules", { NULL }, N_ ("Rules of the county") },
  { "win.new-register", { "<Control>n" }, N_ ("New register") },
  { "win.open", { "<Control>o" }, N_ ("Open") },
  { "win.open-sample", { NULL }, N_ ("Open the sample county") },
  { "win.restore-backup", { NULL }, N_ ("Restore a backup") },
  { "win.show-help-overlay", { "<Control>question", "<Control>F1" }, N_ ("Keyboard shortcuts") },
  { "app.about", { NULL }, N_ ("About Sanding") },
  { "window.close", { "<Control>w" }, N_ ("Close the window") },
  { "app.quit", { "<Control>q" }, N_ ("Quit") },
};

/**
 * sd_commands_get:
 * @n: (out): how many
 *
 * Returns: (array length=n): all commands, in the order in which they are offered
 */
const SdCommand *
sd_commands_get (guint *n)
{
  *n = G_N_ELEMENTS (commands);

  return commands;
}

/**
 * sd_command_is_page:
 * @self: a command
 *
 * Returns: whether it goes to a page or a pane
 */
gboolean
sd_command_is_page (const SdCommand *self)
{
  return g_str_has_prefix (self->action, "win.show-pa");
}
