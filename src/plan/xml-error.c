/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>

/* libxml2 speaks English only, and to programmers. These are the faults that people make; the rest
 * is one sentence, as only a damaged file has them. */
static const struct
{
  int code;
  const char *text;
} faults[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_ ("it does not begin with an element") },
  { XML_ERR_DOCUMENT_START, N_ ("it does not begin with an element") },
  { XML_ERR_DOCUMENT_END, N_ ("something follows the end of the root element") },
  { XML_ERR_TAG_NAME_MISMATCH, N_ ("an element is not closed by its own end tag") },
  { XML_ERR_TAG_NOT_FINISHED, N_ ("an element is not closed, so the end may be missing") },
  { XML_ERR_GT_REQUIRED, N_ ("a tag is not closed by >") },
  { XML_ERR_LTSLASH_REQUIRED, N_ ("an element is not closed, so the end may be missing") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_ ("an attribute holds <; expected &lt;") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("an attribute's value is not in quotes") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("an attribute's value is too long or has no end") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("an attribute has no value") },
  { XML_ERR_ATTRIBUTE_REDEFINED, N_ ("an attribute stands twice in an element") },
  { XML_ERR_SPACE_REQUIRED, N_ ("blanks are missing between two attributes") },
  { XML_ERR_NAME_REQUIRED, N_ ("a name is missing after < or &; expected &lt; or &amp;") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("& is not followed by a name and ;; expected &amp;") },
  { XML_ERR_UNDECLARED_ENTITY, N_ ("an entity is used that XML does not have") },
  { XML_ERR_INVALID_CHAR, N_ ("a character stands in it that XML does not allow") },
  { XML_ERR_INVALID_CHARREF, N_ ("a character stands in it that XML does not allow") },
  { XML_ERR_INVALID_ENCODING, N_ ("its bytes are not in the encoding that it states") },
  { XML_ERR_UNKNOWN_ENCODING, N_ ("its encoding is not known; expected UTF-8") },
  { XML_ERR_UNSUPPORTED_ENCODING, N_ ("its encoding is not known; expected UTF-8") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, N_ ("a prefix is used that stands for no namespace") },
  { XML_NS_ERR_ATTRIBUTE_REDEFINED, N_ ("an attribute stands twice in an element") },
  { XML_NS_ERR_EMPTY, N_ ("a prefix is declared for no namespace") },
  { XML_NS_ERR_XML_NAMESPACE, N_ ("a namespace is declared as XML does not allow") },
  { XML_ERR_INTERNAL_ERROR, N_ ("its elements are nested too deeply or its text is too long") },
  { XML_ERR_NAME_TOO_LONG, N_ ("its elements are nested too deeply or its text is too long") },
};

/*
 * sd_xml_error_to_text:
 * @code: an #xmlParserErrors
 *
 * Returns: what was wrong with the XML, as a part of a sentence
 */
const char *
sd_xml_error_to_text (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].code == code)
      return _ (faults[i].text);

  return _ ("its form is damaged");
}
