/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"

#include <glib/gi18n-lib.h>

/* The elements of Schematron (ISO/IEC 19757-3:2016, annex A), what each may have and hold. A name
 * that is spelt wrong would be passed over and a rule with it be silent. What is of another
 * namespace may stand anywhere, but for XSLT in a pattern: nobody would carry it out. */

#define RICH "icon see fpi "
#define MESSAGE "value-of name emph dir span "
#define WORDS "emph dir span "

static const struct
{
  const char *name;
  const char *attributes; /* with a blank after each */
  const char *children;
} elements[] = {
  { "schema", "id schemaVersion defaultPhase queryBinding " RICH,
    "include extends title ns p let phase pattern diagnostics properties " },
  { "ns", "prefix uri ", "" },
  { "let", "name value as ", NULL },
  { "phase", "id " RICH, "include p let active " },
  { "active", "pattern ", WORDS },
  { "pattern", "id abstract is-a documents name role " RICH,
    "include extends title p let rule param " },
  { "param", "name value ", "" },
  { "rule", "id abstract context subject role flag " RICH,
    "include extends title p let assert report " },
  { "extends", "rule href ", "" },
  { "include", "href ", "" },
  { "assert", "id test subject role flag diagnostics properties " RICH, MESSAGE },
  { "report", "id test subject role flag diagnostics properties " RICH, MESSAGE },
  { "value-of", "select ", "" },
  { "name", "path ", "" },
  { "emph", "class ", MESSAGE },
  { "dir", "value ", MESSAGE },
  { "span", "class ", MESSAGE },
  { "title", "", WORDS },
  { "p", "id class icon ", WORDS },
  { "diagnostics", "", "include diagnostic " },
  { "diagnostic", "id role " RICH, MESSAGE },
  { "properties", "", "include property " },
  { "property", "id role scheme ", MESSAGE },
};

static gboolean
has_word (const char *words, const xmlChar *word)
{
  g_autofree char *inside = g_strdup_printf (" %s ", (const char *) word);
  g_autofree char *all = g_strconcat (" ", words, NULL);

  return strstr (all, inside) != NULL;
}

static int
find_element (const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (sch_compile_is_element (node, elements[i].name))
      return (int) i;

  return -1;
}

static void
check_attributes (SchCompiling *compiling, const xmlNode *node, const char *known)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && !has_word (known, attribute->name))
      sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA, _ ("%s has no attribute %s."),
                        node->name, attribute->name);
}

static void check_element (SchCompiling *compiling, const xmlNode *node);

static gboolean
is_of_xslt (const xmlNode *node)
{
  return node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST XSLT_NAMESPACE);
}

/* The schema has its own check of it, and a property may copy nodes. */
static gboolean
may_have_xslt (const xmlNode *outer, const xmlNode *node)
{
  return sch_compile_is_element (outer, "schema") || (sch_compile_is_element (outer, "property") &&
                                                      xmlStrEqual (node->name, BAD_CAST "copy-of"));
}

/* @outer is the element of Schematron around them. */
static void
check_children (SchCompiling *compiling, const xmlNode *parent, const xmlNode *outer)
{
  const char *allowed = elements[find_element (outer)].children;

  for (const xmlNode *node = parent->children; node != NULL && allowed != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (sch_compile_is_element (node, NULL))
        {
          if (!has_word (allowed, node->name))
            sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA, _ ("%s may not stand in %s."),
                              node->name, outer->name);
          check_element (compiling, node);
        }
      else if (is_of_xslt (node) && !may_have_xslt (outer, node))
        sch_compile_fail (compiling, node, SCH_ERROR_UNSUPPORTED,
                          _ ("%s of XSLT may not stand in %s."), node->name, outer->name);
      else
        check_children (compiling, node, outer);
    }
}

static void
check_element (SchCompiling *compiling, const xmlNode *node)
{
  const int index = find_element (node);

  if (index < 0)
    return;

  check_attributes (compiling, node, elements[index].attributes);
  check_children (compiling, node, node);
}

/*
 * sch_compile_check_vocabulary:
 * @compiling: a schema being compiled, put together of its files
 * @root: its root
 *
 * Tells of elements and attributes that Schematron has not, or not there.
 */
void
sch_compile_check_vocabulary (SchCompiling *compiling, const xmlNode *root)
{
  check_element (compiling, root);
}
