/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/document-check.h"
#include "app/document-dialog.h"
#include "app/preview-page.h"

/* What a document says of itself beside its text, and the form for it. */

typedef struct
{
  SdWindow *window;
  SdSession *session;
  SdPreviewPage *page;
  SdDocumentDialog *dialog;
  const char *text; /* what is waited for */
} Fixture;

/* Checks */

static const struct
{
  guint column;
  const char *text;
  const char *kept; /* NULL: refused */
} checks[] = {
  { SD_DOCUMENT_NUMBER, "费政〔2026〕5号", "费政〔2026〕5号" },
  { SD_DOCUMENT_NUMBER, "费政[2026]5号", "费政〔2026〕5号" },
  { SD_DOCUMENT_NUMBER, "费政（2026） 12号", "费政〔2026〕12号" },
  { SD_DOCUMENT_NUMBER, "费政【2026】5号", "费政〔2026〕5号" },
  { SD_DOCUMENT_NUMBER, "费政〔2026〕第5号", NULL },
  { SD_DOCUMENT_NUMBER, "费政〔2026〕05号", NULL },
  { SD_DOCUMENT_NUMBER, "费政〔26〕5号", NULL },
  { SD_DOCUMENT_NUMBER, "费政〔2026〕5", NULL },
  { SD_DOCUMENT_NUMBER, "〔2026〕5号", NULL },
  { SD_DOCUMENT_COPY_NUMBER, "000001", "000001" },
  { SD_DOCUMENT_COPY_NUMBER, "12", "000012" },
  { SD_DOCUMENT_COPY_NUMBER, "1234567", NULL },
  { SD_DOCUMENT_COPY_NUMBER, "一", NULL },
  { SD_DOCUMENT_SECRECY, "秘密★1年", "秘密★1年" },
  { SD_DOCUMENT_SECRECY, "机密", "机密" },
  { SD_DOCUMENT_SECRECY, "秘密1年", NULL },
  { SD_DOCUMENT_SECRECY, "内部", NULL },
  { SD_DOCUMENT_ADDRESSEE, "临沂市人民政府：", "临沂市人民政府" },
  { SD_DOCUMENT_ADDRESSEE, "市人民政府、市委编委", NULL },
  { SD_DOCUMENT_PHONE, "0539-1234567", "0539-1234567" },
  { SD_DOCUMENT_PHONE, "找王某", NULL },
  { SD_DOCUMENT_COPIES, "抄送：县纪委监委，县财政局。", "县纪委监委，县财政局" },
  { SD_DOCUMENT_DATE, "2026-03-01", "2026-03-01" },
  { SD_DOCUMENT_DATE, "2026-03-06", NULL },
  { SD_DOCUMENT_PRINTED, "2026-03-05", "2026-03-05" },
  { SD_DOCUMENT_PRINTED, "2026-02-27", NULL },
  { SD_DOCUMENT_MARK, "费县人民政府文件", "费县人民政府文件" },
};

static void
test_checks (void)
{
  const SdValue kind = SD_VALUE_INIT_TEXT ("request"), date = SD_VALUE_INIT_TEXT ("2026-03-01"),
                printed = SD_VALUE_INIT_TEXT ("2026-03-05");
  g_autoptr (SdRow) document = sd_row_new (SD_TABLE_DOCUMENT, "", "", NULL, 0);

  sd_row_set_value (document, SD_DOCUMENT_KIND, &kind);
  sd_row_set_value (document, SD_DOCUMENT_DATE, &date);
  sd_row_set_value (document, SD_DOCUMENT_PRINTED, &printed);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_auto (SdValue) value = { .type = SD_VALUE_TEXT, .text = g_strdup (checks[i].text) };
      g_autoptr (GError) error = NULL;
      const gboolean taken = sd_document_check_element (document, checks[i].column, &value, &error);

      g_test_message ("%s", checks[i].text);
      g_assert_cmpint (taken, ==, checks[i].kept != NULL);
      if (taken)
        g_assert_cmpstr (value.text, ==, checks[i].kept);
      else
        g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
    }
}

/* The form */

static gboolean
is_current (SdPreviewPage *page)
{
  return sd_preview_page_is_current (page) &&
         sd_preview_view_get_layout (sd_preview_page_get_view (page)) != NULL;
}

static Fixture
open_request (void)
{
  Fixture self = { .window = app_test_open_sample () };

  self.session = sd_window_get_session (self.window);
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.show-page", "s", "documents");
  self.page =
      SD_PREVIEW_PAGE (app_test_find (GTK_WIDGET (self.window), SD_TYPE_PREVIEW_PAGE, NULL, NULL));
  sd_preview_page_set_document (self.page, "request");
  app_test_wait_for (is_current, self.page);

  return self;
}

static SdDocumentDialog *
find_dialog (Fixture *self)
{
  return SD_DOCUMENT_DIALOG (app_test_dialog (self->window, SD_TYPE_DOCUMENT_DIALOG));
}

static void
enter (Fixture *self, guint column, const char *text)
{
  GtkWidget *row = sd_document_dialog_get_row (self->dialog, column);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static guint
count_rows (Fixture *self)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (self->session)),
                                SD_TABLE_DOCUMENT);
}

static gboolean
prints_text (Fixture *self)
{
  SdLayout *layout = sd_preview_view_get_layout (sd_preview_page_get_view (self->page));
  GPtrArray *lines = layout != NULL ? sd_layout_get_lines (layout, 0) : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (strstr (((SdLayoutLine *) lines->pdata[i])->text, self->text) != NULL)
      return TRUE;

  return FALSE;
}

static void
wait_for_print (Fixture *self, const char *text)
{
  self->text = text;
  app_test_wait_for (prints_text, self);
}

static gboolean
has_no_rows (Fixture *self)
{
  return count_rows (self) == 0;
}

/* Two elements at once are two edits of one row, which the pages show; undo names them. */
static void
test_form (void)
{
  Fixture self = open_request ();
  SdRegister *reg = sd_session_get_register (self.session);

  g_assert_cmpuint (count_rows (&self), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.elements", NULL);
  self.dialog = find_dialog (&self);
  enter (&self, SD_DOCUMENT_NUMBER, "费政[2026]5号");
  enter (&self, SD_DOCUMENT_SIGNATORY, "王某");
  wait_for_print (&self, "费政〔2026〕5号");
  wait_for_print (&self, "王某");
  g_assert_cmpuint (count_rows (&self), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (sd_document_dialog_get_row (self.dialog, SD_DOCUMENT_NUMBER))),
                   ==, "费政〔2026〕5号");
  g_assert_cmpstr (sd_register_get_undo_label (reg), ==, "Set Signatory of “Request” to 王某");

  app_test_settle (self.window);
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.undo", NULL);
  wait_for_print (&self, "【签发人】");
  app_test_settle (self.window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       sd_document_dialog_get_row (self.dialog, SD_DOCUMENT_SIGNATORY))),
                   ==, "");
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.undo", NULL);
  app_test_wait_for (has_no_rows, &self);
  gtk_window_close (GTK_WINDOW (self.dialog));
  app_test_settle (self.window);
  app_test_close (self.window);
}

static gboolean
says (GtkWidget *label, gpointer text)
{
  return gtk_widget_get_mapped (label) &&
         strstr (gtk_label_get_label (GTK_LABEL (label)), text) != NULL;
}

/* The sentence stands in the form until what is entered is right. */
static void
test_refused (void)
{
  Fixture self = open_request ();
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (self.page), "page.elements", NULL);
  self.dialog = find_dialog (&self);
  row = sd_document_dialog_get_row (self.dialog, SD_DOCUMENT_ADDRESSEE);
  enter (&self, SD_DOCUMENT_ADDRESSEE, "市人民政府、市委编委");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (
      app_test_find (GTK_WIDGET (self.dialog), GTK_TYPE_LABEL, says, "exactly one addressee"));
  g_assert_cmpuint (count_rows (&self), ==, 0);
  enter (&self, SD_DOCUMENT_DATE, "2026-13-01");
  g_assert_nonnull (app_test_find (GTK_WIDGET (self.dialog), GTK_TYPE_LABEL, says, "2026-13-01"));

  enter (&self, SD_DOCUMENT_DATE, "2026-03-01");
  enter (&self, SD_DOCUMENT_ADDRESSEE, "临沂市人民政府");
  wait_for_print (&self, "临沂市人民政府：");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_null (
      app_test_find (GTK_WIDGET (self.dialog), GTK_TYPE_LABEL, says, "exactly one addressee"));
  gtk_window_close (GTK_WINDOW (self.dialog));
  app_test_settle (self.window);
  app_test_close (self.window);
}

/* A field of the page leads to where it is entered. */
static void
test_from_field (void)
{
  Fixture self = open_request ();
  SdPreviewView *view = sd_preview_page_get_view (self.page);
  GtkWidget *focus;

  g_assert_true (sd_preview_view_choose (view, NULL, "document:request:signatory"));
  g_signal_emit_by_name (view, "chosen");
  g_signal_emit_by_name (view, "activated");
  self.dialog = find_dialog (&self);
  g_assert_nonnull (self.dialog);
  focus = gtk_window_get_focus (GTK_WINDOW (self.dialog));
  g_assert_true (gtk_widget_is_ancestor (
      focus, sd_document_dialog_get_row (self.dialog, SD_DOCUMENT_SIGNATORY)));
  gtk_window_close (GTK_WINDOW (self.dialog));
  app_test_close (self.window);
}

static void
add_tests (void)
{
  app_test_add ("/elements/checks", test_checks);
  app_test_add ("/elements/form", test_form);
  app_test_add ("/elements/refused", test_refused);
  app_test_add ("/elements/from-field", test_from_field);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
