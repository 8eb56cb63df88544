/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exslt.h"
#include "guard.h"
#include "run-private.h"

#include <libexslt/exslt.h>
#include <libxml/xpathInternals.h>

/* The functions of EXSLT that libexslt has only inside a transformation, which would keep the nodes
 * that they make: exsl:node-set and object-type, str:tokenize, split and replace. Here the run
 * keeps the nodes. */

/* Nodes that a function makes: children of a document's root node, in order. */
typedef struct
{
  SchRun *run;
  xmlDoc *doc;
  xmlXPathObject *nodes;
} Fragment;

static Fragment
fragment_new (xmlXPathParserContext *parser)
{
  Fragment self = { .run = parser->context->userData, .doc = xmlNewDoc (BAD_CAST "1.0") };

  self.nodes = xmlXPathNewNodeSet (NULL);
  sch_run_keep (self.run, self.doc);

  return self;
}

static void
fragment_add (Fragment *self, xmlNode *node, gsize length)
{
  xmlNode *last = self->doc->last;

  /* xmlAddChild() would join texts, and walks to the end of the children. */
  if (last != NULL)
    xmlAddNextSibling (last, node);
  else
    xmlAddChild ((xmlNode *) self->doc, node);
  xmlXPathNodeSetAddUnique (self->nodes->nodesetval, node);
  sch_run_hold (self->run, 2 * sizeof *node + length);
}

static void
add_token (Fragment *self, const char *text, gsize length)
{
  xmlNode *token = xmlNewDocNode (self->doc, NULL, BAD_CAST "token", NULL);

  xmlAddChild (token, xmlNewDocTextLen (self->doc, BAD_CAST text, (int) length));
  fragment_add (self, token, length);
}

/* Takes a string; NULL after an error. */
static xmlChar *
pop_string (xmlXPathParserContext *parser)
{
  xmlXPathObject *object = sch_to_string (valuePop (parser));
  xmlChar *string = xmlStrdup (object->stringval);

  xmlXPathFreeObject (object);
  return string;
}

static gboolean
has_arguments (xmlXPathParserContext *parser, int n, int least, int most)
{
  if (n >= least && n <= most && n <= parser->valueNr)
    return TRUE;

  xmlXPathErr (parser, XPATH_INVALID_ARITY);
  return FALSE;
}

static const char *
next (const char *text)
{
  return g_utf8_next_char (text);
}

/* A token ends at each of the delimiters; without any each character is one. */
static void
tokenize (Fragment *fragment, const char *text, const char *delimiters)
{
  const char *start = text;

  for (; *text != '\0' && !fragment->run->stopped; text = next (text))
    {
      if (*delimiters == '\0')
        {
          add_token (fragment, text, next (text) - text);
          continue;
        }
      if (g_utf8_strchr (delimiters, -1, g_utf8_get_char (text)) == NULL)
        continue;
      if (text > start)
        add_token (fragment, start, text - start);
      start = next (text);
    }
  if (*delimiters != '\0' && text > start)
    add_token (fragment, start, text - start);
}

static void
split (Fragment *fragment, const char *text, const char *separator)
{
  gsize length = strlen (separator);

  if (length == 0)
    {
      tokenize (fragment, text, "");
      return;
    }
  while (text != NULL && !fragment->run->stopped)
    {
      const char *end = strstr (text, separator);
      gsize n = end != NULL ? (gsize) (end - text) : strlen (text);

      if (n > 0)
        add_token (fragment, text, n);
      text = end != NULL ? end + length : NULL;
    }
}

static void
cut (xmlXPathParserContext *parser,
     int n,
     const char *natural,
     void (*cutter) (Fragment *fragment, const char *text, const char *separator))
{
  g_autofree char *separator = NULL;
  xmlChar *text;
  Fragment fragment;

  if (!has_arguments (parser, n, 1, 2))
    return;
  if (n == 2)
    {
      xmlChar *given = pop_string (parser);

      separator = g_strdup ((char *) given);
      xmlFree (given);
    }
  text = pop_string (parser);
  if (separator == NULL)
    separator = g_strdup (natural);
  if (sch_guard_count (parser, (double) xmlStrlen (text) * (1 + (double) strlen (separator))))
    {
      fragment = fragment_new (parser);
      cutter (&fragment, (char *) text, separator);
      valuePush (parser, fragment.nodes);
    }
  xmlFree (text);
}

static void
function_tokenize (xmlXPathParserContext *parser, int n)
{
  cut (parser, n, "\t\r\n ", tokenize);
}

static void
function_split (xmlXPathParserContext *parser, int n)
{
  cut (parser, n, " ", split);
}

/* The strings of the nodes, or the one string. */
static GStrv
pop_strings (xmlXPathParserContext *parser)
{
  xmlXPathObject *object = valuePop (parser);
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  if (object->type == XPATH_NODESET)
    {
      xmlXPathNodeSetSort (object->nodesetval);
      for (int i = 0; i < xmlXPathNodeSetGetLength (object->nodesetval); i++)
        {
          xmlChar *string = xmlXPathCastNodeToString (object->nodesetval->nodeTab[i]);

          g_strv_builder_add (strings, (char *) string);
          xmlFree (string);
        }
    }
  else
    {
      object = sch_to_string (object);
      g_strv_builder_add (strings, (char *) object->stringval);
    }
  xmlXPathFreeObject (object);

  return g_strv_builder_end (strings);
}

/* The longest of the strings with which the text begins; -1 for none. */
static int
find_longest (const char *text, GStrv strings)
{
  int best = -1;
  gsize longest = 0;

  for (guint i = 0; strings[i] != NULL; i++)
    {
      gsize length = strlen (strings[i]);

      if (length > longest && g_str_has_prefix (text, strings[i]))
        {
          best = (int) i;
          longest = length;
        }
    }

  return best;
}

/* Gives NULL where the text grows too long. */
static char *
replace_all (const char *text, GStrv wanted, GStrv replacements)
{
  g_autoptr (GString) result = g_string_new (NULL);
  guint n_replacements = g_strv_length (replacements);

  while (*text != '\0')
    {
      int found = find_longest (text, wanted);
      const char *end = found >= 0 ? text + strlen (wanted[found]) : next (text);

      if (found < 0)
        g_string_append_len (result, text, end - text);
      else if ((guint) found < n_replacements)
        g_string_append (result, replacements[found]);
      if (result->len > SCH_LONGEST_TEXT)
        return NULL;
      text = end;
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* As libexslt does, this gives a string; nodes among the replacements count as their text. */
static void
function_replace (xmlXPathParserContext *parser, int n)
{
  g_auto (GStrv) replacements = NULL;
  g_auto (GStrv) wanted = NULL;
  g_autofree char *result = NULL;
  xmlChar *text;
  double size = 0;

  if (!has_arguments (parser, n, 3, 3))
    return;
  replacements = pop_strings (parser);
  wanted = pop_strings (parser);
  text = pop_string (parser);
  for (guint i = 0; wanted[i] != NULL; i++)
    size += 1 + (double) strlen (wanted[i]);
  if (sch_guard_count (parser, size * xmlStrlen (text)))
    {
      result = replace_all ((char *) text, wanted, replacements);
      if (result != NULL)
        valuePush (parser, xmlXPathNewString (BAD_CAST result));
      else
        xmlXPathErr (parser, XPATH_MEMORY_ERROR);
    }
  xmlFree (text);
}

/* A set of nodes is left as it is; of anything else the set is one text node with its string. */
static void
function_node_set (xmlXPathParserContext *parser, int n)
{
  xmlChar *text;
  Fragment fragment;

  if (!has_arguments (parser, n, 1, 1) || parser->value->type == XPATH_NODESET)
    return;

  text = pop_string (parser);
  fragment = fragment_new (parser);
  fragment_add (&fragment, xmlNewDocText (fragment.doc, text), (gsize) xmlStrlen (text));
  valuePush (parser, fragment.nodes);
  xmlFree (text);
}

static void
function_object_type (xmlXPathParserContext *parser, int n)
{
  xmlXPathObject *object;
  const char *type;

  if (!has_arguments (parser, n, 1, 1))
    return;
  object = valuePop (parser);
  type = object->type == XPATH_NODESET   ? "node-set"
         : object->type == XPATH_NUMBER  ? "number"
         : object->type == XPATH_BOOLEAN ? "boolean"
                                         : "string";
  xmlXPathFreeObject (object);
  valuePush (parser, xmlXPathNewString (BAD_CAST type));
}

/*
 * sch_exslt_register:
 * @context: a new context for expressions
 *
 * Adds the functions of EXSLT, under the namespaces that EXSLT gives them.
 */
void
sch_exslt_register (xmlXPathContext *context)
{
  static const struct
  {
    const char *name;
    const xmlChar *uri;
    xmlXPathFunction function;
  } functions[] = {
    { "node-set", EXSLT_COMMON_NAMESPACE, function_node_set },
    { "object-type", EXSLT_COMMON_NAMESPACE, function_object_type },
    { "tokenize", EXSLT_STRINGS_NAMESPACE, function_tokenize },
    { "split", EXSLT_STRINGS_NAMESPACE, function_split },
    { "replace", EXSLT_STRINGS_NAMESPACE, function_replace },
  };

  exsltMathXpathCtxtRegister (context, BAD_CAST "math");
  exsltSetsXpathCtxtRegister (context, BAD_CAST "set");
  exsltStrXpathCtxtRegister (context, BAD_CAST "str");
  exsltDateXpathCtxtRegister (context, BAD_CAST "date");
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    xmlXPathRegisterFuncNS (context, BAD_CAST functions[i].name, functions[i].uri,
                            functions[i].function);
}
