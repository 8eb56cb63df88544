/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "template-private.h"

#include <glib/gi18n-lib.h>
#include <libexslt/exslt.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

/* Bounds on what a template may do. The plan's own template needs a depth of about ten and, on a
 * plan of 60 units and 300 powers, some hundred thousand steps. */
#define DEEPEST 400
#define MOST_INSTRUCTIONS 1000000
#define MOST_STEPS 50000000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xsltStylesheet, xsltFreeStylesheet)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xsltTransformContext, xsltFreeTransformContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xsltSecurityPrefs, xsltFreeSecurityPrefs)

/* libxslt keeps one function for all messages that belong to no transformation, whichever thread
 * they come from; each thread that compiles a template has its own place for them. What comes when
 * none is compiled are notes for debugging. */
static GPrivate compiler_messages;

static void G_GNUC_PRINTF (2, 3) on_message (void *data, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (data, format, arguments);
  va_end (arguments);
}

static void G_GNUC_PRINTF (2, 3)
    on_message_of_no_transformation (void *unused, const char *format, ...)
{
  GString *messages = g_private_get (&compiler_messages);
  va_list arguments;

  if (messages == NULL)
    return;
  va_start (arguments, format);
  g_string_append_vprintf (messages, format, arguments);
  va_end (arguments);
}

/* What XPath says about an expression goes to the same place. */
static void
on_structured_message (void *data, xmlError *problem)
{
  if (problem->message != NULL)
    g_string_append (data, problem->message);
}

/* The thread's handlers of libxml2, to be put back. */
typedef struct
{
  xmlGenericErrorFunc generic;
  void *generic_data;
  xmlStructuredErrorFunc structured;
  void *structured_data;
} Handlers;

static void
listen_to_libxml (GString *messages, Handlers *old)
{
  *old = (Handlers){ xmlGenericError, xmlGenericErrorContext, xmlStructuredError,
                     xmlStructuredErrorContext };
  xmlSetGenericErrorFunc (messages, on_message);
  xmlSetStructuredErrorFunc (messages, on_structured_message);
}

static void
stop_listening (const Handlers *old)
{
  xmlSetGenericErrorFunc (old->generic_data, old->generic);
  xmlSetStructuredErrorFunc (old->structured_data, old->structured);
}

/* libxslt names the place in a line of its own, "runtime error: file F line N element E", before
 * it says what is wrong. */
static char *
make_sentence (GString *messages, const char *name)
{
  static const char pattern[] = "^\\s*(?:compilation |runtime )?error: file (.*) line (\\d+)"
                                "(?: element (\\S+))?\\n";
  g_autoptr (GRegex) place = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *line = NULL;
  g_autofree char *rest = NULL;

  if (g_regex_match (place, messages->str, 0, &match))
    line = g_match_info_fetch (match, 2);
  rest = g_regex_replace_literal (place, messages->str, -1, 0, "", 0, NULL);
  g_strdelimit (g_strstrip (rest), "\n", ' ');

  return g_strdup_printf ("%s:%s: %s", name, line != NULL ? line : "0", rest);
}

static void
fail (SdDocumentError code, GString *messages, const char *name, GError **error)
{
  g_autofree char *sentence = make_sentence (messages, name);

  if (code == SD_DOCUMENT_ERROR_TEMPLATE)
    g_set_error (error, SD_DOCUMENT_ERROR, code, _ ("The template cannot be used. %s"), sentence);
  else
    g_set_error (error, SD_DOCUMENT_ERROR, code, _ ("The template failed on the plan. %s"),
                 sentence);
}

/* Imports are read while a template is compiled, before anything bounds what may be read, so they
 * are refused by name. */
static gboolean
check_imports (xmlDoc *doc, const char *name, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || node->ns == NULL ||
          !xmlStrEqual (node->ns->href, XSLT_NAMESPACE) ||
          (!xmlStrEqual (node->name, BAD_CAST "import") &&
           !xmlStrEqual (node->name, BAD_CAST "include")))
        continue;
      g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TEMPLATE,
                   _ ("%s:%ld: xsl:%s is not accepted; expected a template in one file."), name,
                   xmlGetLineNo (node), node->name);
      return FALSE;
    }

  return TRUE;
}

static void
initialize (void)
{
  static gsize initialized = 0;

  if (!g_once_init_enter (&initialized))
    return;
  xsltInit ();
  xsltSetGenericErrorFunc (NULL, on_message_of_no_transformation);
  exsltCommonRegister ();
  exsltMathRegister ();
  exsltSetsRegister ();
  exsltStrRegister ();
  g_once_init_leave (&initialized, 1);
}

static xsltStylesheet *
compile (GFile *file, const char *name, GError **error)
{
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, error);
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (xsltStylesheet) sheet = NULL;
  Handlers handlers;

  if (doc == NULL || !check_imports (doc, name, error))
    return NULL;

  initialize ();
  g_private_set (&compiler_messages, messages);
  listen_to_libxml (messages, &handlers);
  sheet = xsltParseStylesheetDoc (doc);
  stop_listening (&handlers);
  g_private_set (&compiler_messages, NULL);

  if (sheet != NULL)
    doc = NULL; /* the stylesheet has it now */
  if (sheet == NULL || sheet->errors > 0)
    {
      fail (SD_DOCUMENT_ERROR_TEMPLATE, messages, name, error);
      return NULL;
    }

  return g_steal_pointer (&sheet);
}

/* A template that has been compiled, and which state of its file. */
typedef struct
{
  char *tag;
  xsltStylesheet *sheet;
} Sheet;

static void
sheet_free (Sheet *self)
{
  g_free (self->tag);
  xsltFreeStylesheet (self->sheet);
  g_free (self);
}

/* Each thread keeps what it has compiled, by the path of the file: a set runs ten templates, and
 * the preview runs them after each edit. */
static GHashTable *
get_sheets (void)
{
  static GPrivate sheets = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *table = g_private_get (&sheets);

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sheet_free);
      g_private_set (&sheets, table);
    }

  return table;
}

/* Compiles a template that has not been, or that has been changed since. */
static xsltStylesheet *
find_sheet (GFile *file, const char *name, GError **error)
{
  GHashTable *sheets = get_sheets ();
  g_autoptr (GFileInfo) info =
      g_file_query_info (file,
                         G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                     "," G_FILE_ATTRIBUTE_UNIX_INODE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *tag = NULL;
  Sheet *known = g_hash_table_lookup (sheets, uri);
  xsltStylesheet *sheet;

  if (info != NULL)
    tag = g_strdup_printf ("%s %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT,
                           g_file_info_get_etag (info), g_file_info_get_size (info),
                           g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
  if (known != NULL && g_strcmp0 (known->tag, tag) == 0)
    return known->sheet;

  sheet = compile (file, name, error);
  if (sheet == NULL)
    return NULL;
  known = g_new0 (Sheet, 1);
  known->tag = g_steal_pointer (&tag);
  known->sheet = sheet;
  g_hash_table_insert (sheets, g_steal_pointer (&uri), known);

  return sheet;
}

static xsltSecurityPrefs *
forbid_everything (void)
{
  static const xsltSecurityOption options[] = {
    XSLT_SECPREF_READ_FILE,    XSLT_SECPREF_WRITE_FILE,    XSLT_SECPREF_CREATE_DIRECTORY,
    XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK,
  };
  xsltSecurityPrefs *prefs = xsltNewSecurityPrefs ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    xsltSetSecurityPrefs (prefs, options[i], xsltSecurityForbid);

  return prefs;
}

/* A line for each message. */
static void
take_messages (GString *messages, GPtrArray *problems)
{
  g_auto (GStrv) lines = g_strsplit (messages->str, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (problems, g_strdup (*line));
}

/*
 * sd_template_run:
 * @file: an XSLT 1.0 template
 * @plan: a standalone plan
 * @as_annex: value of the template's parameter annex: whether it is made to follow another document
 * @problems: (nullable) (element-type utf8): takes what the template tells by xsl:message
 * @error: return location
 *
 * Runs a template on a plan. It reaches no file and no network, and its work is bounded; any error
 * that libxslt reports fails it, so that no half document is taken for a whole one.
 *
 * Returns: (transfer full): what it made
 */
xmlDoc *
sd_template_run (GFile *file, xmlDoc *plan, gboolean as_annex, GPtrArray *problems, GError **error)
{
  const char *parameters[] = { "annex", as_annex ? "true()" : "false()", NULL };
  g_autofree char *name = sd_file_get_name (file);
  g_autoptr (xsltSecurityPrefs) prefs = forbid_everything ();
  xsltStylesheet *sheet = find_sheet (file, name, error);
  g_autoptr (xsltTransformContext) context = NULL;
  g_autoptr (xmlDoc) result = NULL;
  g_autoptr (GString) messages = g_string_new (NULL);
  Handlers handlers;

  if (sheet == NULL)
    return NULL;

  context = xsltNewTransformContext (sheet, plan);
  xsltSetCtxtSecurityPrefs (prefs, context);
  xsltSetTransformErrorFunc (context, messages, on_message);
  context->maxTemplateDepth = DEEPEST;
  context->opLimit = MOST_INSTRUCTIONS;
  context->xpathCtxt->opLimit = MOST_STEPS;
  listen_to_libxml (messages, &handlers);
  result = xsltApplyStylesheetUser (sheet, plan, parameters, NULL, NULL, context);
  stop_listening (&handlers);

  if (result != NULL && context->state == XSLT_STATE_OK && xmlDocGetRootElement (result) == NULL)
    {
      g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TRANSFORM,
                   _ ("%s: the template makes nothing of this plan."), name);
      return NULL;
    }
  if (result == NULL || context->state != XSLT_STATE_OK)
    {
      fail (SD_DOCUMENT_ERROR_TRANSFORM, messages, name, error);
      return NULL;
    }

  if (problems != NULL)
    take_messages (messages, problems);
  return g_steal_pointer (&result);
}
