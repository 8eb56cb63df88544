/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"

/* What a finding says. */

void
sch_answer_free (SchAnswer *self)
{
  g_free (self->id);
  g_free (self->language);
  g_free (self->role);
  g_free (self->scheme);
  g_free (self->text);
  g_free (self);
}

void
sch_finding_free (SchFinding *self)
{
  g_free (self->message);
  g_free (self->test);
  g_free (self->id);
  g_free (self->rule_id);
  g_free (self->pattern_id);
  g_free (self->role);
  g_free (self->flag);
  g_free (self->see);
  g_free (self->icon);
  g_free (self->fpi);
  g_free (self->path);
  g_free (self->node_id);
  g_free (self->document);
  g_free (self->language);
  g_ptr_array_unref (self->diagnostics);
  g_ptr_array_unref (self->properties);
  g_free (self);
}

/**
 * sch_finding_get_kind:
 * @self: a finding
 *
 * Returns: whether an assert failed or a report succeeded
 */
SchFindingKind
sch_finding_get_kind (const SchFinding *self)
{
  return self->kind;
}

/**
 * sch_finding_get_severity:
 * @self: a finding
 *
 * Returns: what its role says
 */
SchSeverity
sch_finding_get_severity (const SchFinding *self)
{
  static const struct
  {
    const char *role;
    SchSeverity severity;
  } roles[] = {
    { "error", SCH_SEVERITY_ERROR },     { "fatal", SCH_SEVERITY_ERROR },
    { "warning", SCH_SEVERITY_WARNING }, { "warn", SCH_SEVERITY_WARNING },
    { "info", SCH_SEVERITY_INFO },       { "information", SCH_SEVERITY_INFO },
    { "hint", SCH_SEVERITY_INFO },       { "question", SCH_SEVERITY_QUESTION },
  };

  for (guint i = 0; self->role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp (self->role, roles[i].role) == 0)
      return roles[i].severity;

  return SCH_SEVERITY_ERROR;
}

/**
 * sch_finding_get_message:
 * @self: a finding
 *
 * Returns: (transfer none): its message, with blanks as the schema has them
 */
const char *
sch_finding_get_message (const SchFinding *self)
{
  return self->message;
}

/**
 * sch_finding_get_id:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): id of the assertion
 */
const char *
sch_finding_get_id (const SchFinding *self)
{
  return self->id;
}

/**
 * sch_finding_get_rule_id:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): id of the rule
 */
const char *
sch_finding_get_rule_id (const SchFinding *self)
{
  return self->rule_id;
}

/**
 * sch_finding_get_pattern_id:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): id of the pattern
 */
const char *
sch_finding_get_pattern_id (const SchFinding *self)
{
  return self->pattern_id;
}

/**
 * sch_finding_get_test:
 * @self: a finding
 *
 * Returns: (transfer none): the expression that was tested
 */
const char *
sch_finding_get_test (const SchFinding *self)
{
  return self->test;
}

/**
 * sch_finding_get_role:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): role of the assertion, else of the rule
 */
const char *
sch_finding_get_role (const SchFinding *self)
{
  return self->role;
}

/**
 * sch_finding_get_flag:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): flag of the assertion, else of the rule
 */
const char *
sch_finding_get_flag (const SchFinding *self)
{
  return self->flag;
}

/**
 * sch_finding_get_see:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): what the assertion, else the rule, refers to
 */
const char *
sch_finding_get_see (const SchFinding *self)
{
  return self->see;
}

/**
 * sch_finding_get_icon:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): icon of the assertion, else of the rule
 */
const char *
sch_finding_get_icon (const SchFinding *self)
{
  return self->icon;
}

/**
 * sch_finding_get_fpi:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): formal public identifier of the assertion, else of the rule
 */
const char *
sch_finding_get_fpi (const SchFinding *self)
{
  return self->fpi;
}

/**
 * sch_finding_get_path:
 * @self: a finding
 *
 * Returns: (transfer none): XPath of the node that it points to, with the schema's prefixes
 */
const char *
sch_finding_get_path (const SchFinding *self)
{
  return self->path;
}

/**
 * sch_finding_get_line:
 * @self: a finding
 *
 * Returns: line of the node in its document, or 0 where the document was not read from a file
 */
guint
sch_finding_get_line (const SchFinding *self)
{
  return self->line;
}

/**
 * sch_finding_get_column:
 * @self: a finding
 *
 * Returns: column of the tag of an element or of an attribute's element, from 1; 0 where it is not
 *   known: of other nodes, and in a document whose parser did not keep it (sch_columns_keep())
 */
guint
sch_finding_get_column (const SchFinding *self)
{
  return self->column;
}

/**
 * sch_finding_get_document:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): URI of the document in which the node is, where it is not
 *   the one that was checked but one that a pattern's `documents`, or a subject, leads to
 */
const char *
sch_finding_get_document (const SchFinding *self)
{
  return self->document;
}

/**
 * sch_finding_get_node_id:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the `id` of the node that it points to, or of the nearest
 *   element around it that has one
 */
const char *
sch_finding_get_node_id (const SchFinding *self)
{
  return self->node_id;
}

/* "measured.offices" is a property of the name "measured": ids are unique in a schema, names need
 * not be. */
static gboolean
id_has_name (const char *id, const char *name)
{
  gsize length = strlen (name);

  return g_str_has_prefix (id, name) && (id[length] == '\0' || id[length] == '.');
}

/**
 * sch_finding_get_property:
 * @self: a finding
 * @name: id of a property, or the part of it before a point
 *
 * Returns: (transfer none) (nullable): what the property says
 */
const char *
sch_finding_get_property (const SchFinding *self, const char *name)
{
  for (guint i = 0; i < self->properties->len; i++)
    {
      const SchAnswer *answer = g_ptr_array_index (self->properties, i);

      if (answer->id != NULL && id_has_name (answer->id, name))
        return answer->text;
    }

  return NULL;
}

/**
 * sch_finding_get_n_diagnostics:
 * @self: a finding
 *
 * Returns: how many diagnostics it has
 */
guint
sch_finding_get_n_diagnostics (const SchFinding *self)
{
  return self->diagnostics->len;
}

/**
 * sch_finding_get_diagnostic:
 * @self: a finding
 * @index: which one, from 0
 * @id: (out) (optional) (nullable) (transfer none): its id
 * @language: (out) (optional) (nullable) (transfer none): its language, as `xml:lang` has it
 *
 * Returns: (transfer none): what the diagnostic says
 */
const char *
sch_finding_get_diagnostic (const SchFinding *self,
                            guint index,
                            const char **id,
                            const char **language)
{
  const SchAnswer *answer;

  g_return_val_if_fail (index < self->diagnostics->len, NULL);

  answer = g_ptr_array_index (self->diagnostics, index);
  if (id != NULL)
    *id = answer->id;
  if (language != NULL)
    *language = answer->language;

  return answer->text;
}

/* Is a language tag (RFC 5646) the other or a kind of it? zh-Hant-TW is a kind of zh-Hant. */
static gboolean
is_kind_of (const char *language, const char *wanted)
{
  const gsize length = strlen (wanted);

  return g_ascii_strncasecmp (language, wanted, length) == 0 &&
         (language[length] == '\0' || language[length] == '-');
}

static const char *
find_diagnostic (const SchFinding *self, const char *wanted)
{
  for (guint i = 0; i < sch_finding_get_n_diagnostics (self); i++)
    {
      const char *language;
      const char *text = sch_finding_get_diagnostic (self, i, NULL, &language);

      if (language != NULL && is_kind_of (language, wanted))
        return text;
    }

  return NULL;
}

/**
 * sch_finding_choose_diagnostic:
 * @self: a finding
 * @languages: (array zero-terminated=1): languages, the preferred first, such as
 *   g_get_language_names() gives
 *
 * Chooses by `xml:lang`: for the first language that there is one for, a diagnostic in it or in a
 * kind of it; with less and less of its parts, so that zh_TW takes zh-TW before zh; else the first
 * diagnostic. The locale "C" is taken for English.
 *
 * Returns: (transfer none) (nullable): a diagnostic; %NULL where there is none
 */
const char *
sch_finding_choose_diagnostic (const SchFinding *self, const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *wanted = g_strndup (languages[i], strcspn (languages[i], ".@"));
      const char *text = NULL;

      if (g_str_equal (wanted, "C") || g_str_equal (wanted, "POSIX"))
        text = find_diagnostic (self, "en");
      g_strdelimit (wanted, "_", '-');
      while (text == NULL && *wanted != '\0')
        {
          char *last = strrchr (wanted, '-');

          text = find_diagnostic (self, wanted);
          *(last != NULL ? last : wanted) = '\0';
        }
      if (text != NULL)
        return text;
    }

  return sch_finding_get_n_diagnostics (self) > 0
             ? sch_finding_get_diagnostic (self, 0, NULL, NULL)
             : NULL;
}
