/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "by-hand.h"

#include "app/county-view.h"
#include "app/preview-page.h"
#include "app/preview-place.h"
#include "app/rewrite-buffer.h"
#include "app/rewrite-dialog.h"
#include "app/rewrite.h"
#include "app/speaker.h"

/* The documents of the sample county as they will be printed. */

#define OFFICE "党政办公室"

typedef struct
{
  SdWindow *window;
  SdSession *session;
  SdPreviewPage *page;
  SdPreviewView *view;
  const char *text; /* what is waited for */
} Fixture;

static gboolean
is_current (SdPreviewPage *page)
{
  return sd_preview_page_is_current (page) &&
         sd_preview_view_get_layout (sd_preview_page_get_view (page)) != NULL;
}

static Fixture
open_document (const char *document)
{
  Fixture self = { .window = app_test_open_sample () };

  self.session = sd_window_get_session (self.window);
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.show-page", "s", "documents");
  self.page =
      SD_PREVIEW_PAGE (app_test_find (GTK_WIDGET (self.window), SD_TYPE_PREVIEW_PAGE, NULL, NULL));
  self.view = sd_preview_page_get_view (self.page);
  sd_preview_page_set_document (self.page, document);
  app_test_wait_for (is_current, self.page);

  return self;
}

static gboolean
prints (SdLayout *layout, const char *text)
{
  for (guint i = 0; layout != NULL && i < sd_layout_get_n_pages (layout); i++)
    {
      GPtrArray *lines = sd_layout_get_lines (layout, i);

      for (guint j = 0; j < lines->len; j++)
        if (strstr (((SdLayoutLine *) lines->pdata[j])->text, text) != NULL)
          return TRUE;
    }

  return FALSE;
}

static gboolean
shows_text (Fixture *self)
{
  return prints (sd_preview_view_get_layout (self->view), self->text);
}

static gboolean
first_is_painted (SdPreviewView *view)
{
  SdPreviewSheet *sheet = sd_preview_view_get_sheet (view, 0);

  return sheet != NULL && sd_preview_sheet_is_painted (sheet);
}

static void
test_pages (void)
{
  Fixture self = open_document ("set");
  SdLayout *layout = sd_preview_view_get_layout (self.view);
  const guint n = sd_layout_get_n_pages (layout);

  g_assert_cmpuint (n, >, 5);
  app_test_wait_for (first_is_painted, self.view);
  g_assert_false (sd_preview_sheet_is_painted (sd_preview_view_get_sheet (self.view, n - 1)));

  sd_preview_view_go_to_page (self.view, n - 2);
  g_assert_cmpuint (sd_preview_view_get_page (self.view), ==, n - 2);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.previous", NULL);
  g_assert_cmpuint (sd_preview_view_get_page (self.view), ==, n - 3);
  app_test_close (self.window);
}

static void
test_follows_edits (void)
{
  Fixture self = open_document ("units");
  SdRow *unit = app_test_unit (self.window, OFFICE);
  g_auto (SdValue) name = { .type = SD_VALUE_TEXT, .text = g_strdup ("综合协调办公室") };

  self.text = "综合协调办公室";
  g_assert_false (shows_text (&self));
  sd_register_set_value_async (sd_session_get_register (self.session),
                               sd_session_get_plan_id (self.session), SD_TABLE_UNIT,
                               sd_row_get_id (unit), SD_UNIT_NAME, &name, NULL,
                               sd_session_on_edited, g_object_ref (self.session));
  app_test_wait_for (shows_text, &self);

  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.undo", NULL);
  self.text = OFFICE;
  app_test_wait_for (shows_text, &self);
  app_test_settle (self.window);
  app_test_close (self.window);
}

/* The summary of the county has the towns whose plans are there, and follows their edits. */
static void
test_county (void)
{
  Fixture self = open_document ("county-summary");
  SdRow *town = sd_county_get_plan_town (sd_session_get_county (self.session),
                                         sd_session_get_plan_id (self.session));
  g_auto (SdValue) name = { .type = SD_VALUE_TEXT, .text = g_strdup ("新沂镇") };

  self.text = "探沂镇";
  g_assert_true (shows_text (&self));
  self.text = "上冶镇";
  g_assert_true (shows_text (&self));
  sd_register_set_value_async (sd_session_get_register (self.session), NULL, SD_TABLE_TOWN,
                               sd_row_get_id (town), SD_TOWN_NAME, &name, NULL,
                               sd_session_on_edited, g_object_ref (self.session));
  self.text = "新沂镇";
  app_test_wait_for (shows_text, &self);
  app_test_settle (self.window);
  app_test_close (self.window);
}

static void
test_row_and_back (void)
{
  Fixture self = open_document ("posts");
  const char *id = sd_row_get_id (app_test_unit (self.window, OFFICE));
  const SdLayoutSpot *spot;

  /* A document that does not print the row gives way to the one that does. */
  self.text = OFFICE;
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.show-in-document", "s", id);
  while ((spot = sd_preview_view_get_chosen (self.view)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shows_text (&self));
  g_assert_nonnull (strstr (spot->ref != NULL ? spot->ref : spot->key, id));

  g_signal_emit_by_name (self.view, "chosen");
  g_assert_cmpstr (sd_session_get_selected_id (self.session), ==, id);
  g_signal_emit_by_name (self.view, "activated");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self.page)));
  app_test_close (self.window);
}

/* What is chosen is heard with what kind of block it is of. */
static void
test_spoken (void)
{
  Fixture self = open_document ("plan");
  SdBlocks *blocks = sd_layout_get_blocks (sd_preview_view_get_layout (self.view));
  SdSpeaker *speaker =
      SD_SPEAKER (app_test_find (GTK_WIDGET (self.page), SD_TYPE_SPEAKER, NULL, NULL));
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i))->kind != SD_BLOCK_HEADING; i++)
    ;
  g_assert_true (sd_preview_view_choose (self.view, block->key, NULL));
  g_signal_emit_by_name (self.view, "chosen");
  g_assert_true (g_str_has_prefix (sd_speaker_get_text (speaker), "Heading: 一、"));
  app_test_close (self.window);
}

/* The display's own keys reach a picture as they do a line, and Enter opens what it shows. */
static void
test_picture_by_keyboard (void)
{
  Fixture self;
  const SdLayoutSpot *spot = NULL;
  const char *page = NULL, *description = NULL;
  SdSpeaker *speaker;

  if (!app_test_has_hands ())
    return;
  self = open_document ("chart");
  speaker = SD_SPEAKER (app_test_find (GTK_WIDGET (self.page), SD_TYPE_SPEAKER, NULL, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self.view));
  for (guint i = 0; i < 20 && description == NULL; i++)
    {
      app_test_press (GTK_WINDOW (self.window), "Down");
      spot = sd_preview_view_get_chosen (self.view);
      if (spot != NULL)
        description =
            sd_preview_picture_at (sd_preview_view_get_layout (self.view), spot->key, &page);
    }
  g_assert_nonnull (description);
  g_assert_cmpstr (page, ==, "structure");
  g_assert_nonnull (strstr (sd_speaker_get_text (speaker), description));
  app_test_press (GTK_WINDOW (self.window), "Return");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self.page)));
  app_test_close (self.window);
}

/* Whoever takes the pages in hand stays where he reads: the first click is no jump to page 1. No
 * window is active without a window manager, so the setting is what can be seen here. */
static void
test_stays (void)
{
  Fixture self = open_document ("set");
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self.view), GTK_TYPE_VIEWPORT);

  g_assert_false (gtk_viewport_get_scroll_to_focus (GTK_VIEWPORT (viewport)));
  app_test_close (self.window);
}

/* The keyboard goes from badge to badge, each with its line. */
static void
test_badges (void)
{
  Fixture self = open_document ("set");
  GtkWidget *badge = app_test_find (GTK_WIDGET (self.view), GTK_TYPE_BUTTON, NULL, NULL);

  sd_preview_view_go_to_page (self.view,
                              sd_layout_get_n_pages (sd_preview_view_get_layout (self.view)) - 1);
  app_test_settle (self.window);
  g_assert_true (gtk_widget_grab_focus (badge));
  g_assert_nonnull (sd_preview_view_get_chosen (self.view));
  g_assert_cmpuint (sd_preview_view_get_page (self.view), ==,
                    sd_preview_view_get_chosen (self.view)->page);
  app_test_close (self.window);
}

static double
middle_of (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));

  return bounds.origin.x + bounds.size.width / 2;
}

static gboolean
is_in_middle (Fixture *self)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *sheet = GTK_WIDGET (sd_preview_view_get_sheet (self->view, 0));
  GtkWidget *scroller = gtk_widget_get_ancestor (sheet, GTK_TYPE_SCROLLED_WINDOW);

  return ABS (middle_of (sheet, window) - middle_of (scroller, window)) <= 2;
}

/* Upright pages stand in the middle of what is seen, though pages that lie are wider. */
static void
test_middle (void)
{
  Fixture self = open_document ("set");

  app_test_wait_for (is_in_middle, &self);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.zoom", "d", 1.5);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.fit-width", NULL);
  app_test_settle (self.window);
  app_test_wait_for (is_in_middle, &self);
  app_test_close (self.window);
}

static void
test_zoom (void)
{
  Fixture self = open_document ("plan");
  GtkWidget *page = GTK_WIDGET (self.page);
  double before;

  gtk_widget_activate_action (page, "page.zoom", "d", 2.0);
  g_assert_cmpfloat (sd_preview_view_get_zoom (self.view), ==, 2);
  gtk_widget_activate_action (page, "page.zoom", "d", 9.0);
  g_assert_cmpfloat (sd_preview_view_get_zoom (self.view), ==, SD_PREVIEW_MOST_ZOOM);
  gtk_widget_activate_action (page, "page.zoom", "d", 1.0);
  before = sd_preview_view_get_zoom (self.view);
  gtk_widget_activate_action (page, "page.zoom-in", NULL);
  g_assert_cmpfloat (sd_preview_view_get_zoom (self.view), >, before);
  app_test_wait_for (first_is_painted, self.view);
  app_test_close (self.window);
}

/* Rewriting */

/* A paragraph of the plan that counts something. */
static const SdBlock *
find_counting (SdBlocks *blocks, const char **ref)
{
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    for (guint j = 0; block->kind == SD_BLOCK_PARAGRAPH && j + 1 < block->inlines->len; j++)
      {
        const SdInline *piece = block->inlines->pdata[j];
        const SdInline *next = block->inlines->pdata[j + 1];

        if (piece->ref == NULL || !g_str_has_prefix (piece->ref, "count:") || next->ref != NULL ||
            !g_str_has_prefix (next->text, "个"))
          continue;
        *ref = piece->ref;
        return block;
      }

  return NULL;
}

static GtkWidget *
open_editor (Fixture *self, const SdBlock *block)
{
  g_assert_true (sd_preview_view_choose (self->view, block->key, NULL));
  g_signal_emit_by_name (self->view, "chosen");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "page.rewrite", NULL);

  return GTK_WIDGET (app_test_dialog (self->window, SD_TYPE_REWRITE_DIALOG));
}

static gboolean
is_button (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
click (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = app_test_find (dialog, GTK_TYPE_BUTTON, is_button, (gpointer) label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GtkTextBuffer *
buffer_of (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (app_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL)));
}

static gboolean
has_text_finding (Fixture *self)
{
  return app_test_finding (self->window, SD_SESSION_TEXT_RULE) != NULL;
}

static gboolean
has_no_text_finding (Fixture *self)
{
  return !has_text_finding (self);
}

/* As the badges of the towns count them. */
static guint
count_warnings (Fixture *self)
{
  return sd_session_get_n_findings (self->session, sd_session_get_plan_id (self->session),
                                    SD_SEVERITY_WARNING);
}

/* The field follows the plan, what was typed does not and is found. */
static void
test_rewrite (void)
{
  Fixture self = open_document ("plan");
  const char *ref = NULL;
  const SdBlock *block =
      find_counting (sd_layout_get_blocks (sd_preview_view_get_layout (self.view)), &ref);
  g_autofree char *key = NULL;
  const guint n_warnings = count_warnings (&self);
  GtkWidget *dialog;
  SdRow *row;

  g_assert_nonnull (block);
  key = g_strdup (block->key);
  dialog = open_editor (&self, block);
  g_assert_nonnull (dialog);
  gtk_text_buffer_insert_at_cursor (buffer_of (dialog), "经研究，共设99个，", -1);
  click (dialog, "_Rewrite");
  self.text = "经研究，共设99个";
  app_test_wait_for (shows_text, &self);

  row = sd_rewrite_find (self.session, "plan", key);
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (sd_row_get_text (row, SD_OVERRIDE_BODY), "<field ref="));
  app_test_wait_for (has_text_finding, &self);
  g_assert_cmpstr (sd_finding_get_subject (app_test_finding (self.window, SD_SESSION_TEXT_RULE)),
                   ==, sd_row_get_id (row));
  g_assert_true (g_str_has_prefix (
      sd_register_get_undo_label (sd_session_get_register (self.session)), "Rewrite “"));
  g_assert_cmpuint (count_warnings (&self), ==, n_warnings + 1);

  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.undo", NULL);
  app_test_wait_for (has_no_text_finding, &self);
  g_assert_null (sd_rewrite_find (self.session, "plan", key));
  app_test_settle (self.window);
  app_test_close (self.window);
}

/* A field goes as a whole, and nothing is typed into it. */
static void
test_field_is_whole (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (GPtrArray) pieces = sd_rewrite_pieces_new ();
  g_autoptr (GPtrArray) typed = NULL, left = NULL;
  g_autofree char *markup = NULL, *shorter = NULL;
  GtkTextIter start, end;

  sd_rewrite_buffer_init (buffer);
  sd_rewrite_pieces_add (pieces, "设置", NULL, NULL);
  sd_rewrite_pieces_add (pieces, "128", "headcount", NULL);
  sd_rewrite_pieces_add (pieces, "名", NULL, NULL);
  sd_rewrite_buffer_set_pieces (buffer, pieces);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 3);
  gtk_text_buffer_insert (buffer, &start, "约", -1);
  typed = sd_rewrite_buffer_get_pieces (buffer);
  markup = sd_rewrite_pieces_to_markup (typed);
  g_assert_cmpstr (markup, ==, "<p>设置<field ref=\"headcount\"/>约名</p>");

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 5);
  gtk_text_buffer_delete (buffer, &start, &end);
  left = sd_rewrite_buffer_get_pieces (buffer);
  shorter = sd_rewrite_pieces_to_markup (left);
  g_assert_cmpstr (shorter, ==, "<p>设置约名</p>");
}

static void
add_tests (void)
{
  app_test_add ("/preview/pages", test_pages);
  app_test_add ("/preview/follows-edits", test_follows_edits);
  app_test_add ("/preview/county", test_county);
  app_test_add ("/preview/row-and-back", test_row_and_back);
  app_test_add ("/preview/spoken", test_spoken);
  app_test_add ("/preview/picture-by-keyboard", test_picture_by_keyboard);
  app_test_add ("/preview/stays", test_stays);
  app_test_add ("/preview/badges", test_badges);
  app_test_add ("/preview/middle", test_middle);
  app_test_add ("/preview/zoom", test_zoom);
  app_test_add ("/preview/rewrite", test_rewrite);
  app_test_add ("/preview/field-is-whole", test_field_is_whole);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
