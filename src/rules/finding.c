/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "finding-private.h"

enum
{
  PROP_SEVERITY = 1,
  PROP_PACK,
  PROP_RULE,
  PROP_MESSAGE,
  PROP_EXPLANATION,
  PROP_CLAUSE,
  PROP_SUBJECT,
  PROP_PATH,
  PROP_LINE,
  PROP_COLUMN,
  PROP_MEASURED,
  PROP_LIMIT,
  PROP_EXCEPTION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (SdFinding, sd_finding, G_TYPE_OBJECT)

static void
sd_finding_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SdFinding *self = SD_FINDING (object);
  const char *const texts[N_PROPS] = {
    [PROP_PACK] = self->pack,       [PROP_RULE] = self->rule,
    [PROP_MESSAGE] = self->message, [PROP_EXPLANATION] = self->explanation,
    [PROP_CLAUSE] = self->clause,   [PROP_SUBJECT] = self->subject,
    [PROP_PATH] = self->path,       [PROP_MEASURED] = self->measured,
    [PROP_LIMIT] = self->limit,     [PROP_EXCEPTION] = self->exception,
  };

  switch (prop_id)
    {
    case PROP_SEVERITY:
      g_value_set_int (value, self->severity);
      break;
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_COLUMN:
      g_value_set_uint (value, self->column);
      break;
    default:
      g_value_set_string (value, texts[prop_id]);
    }
}

static void
sd_finding_finalize (GObject *object)
{
  SdFinding *self = SD_FINDING (object);

  g_free (self->pack);
  g_free (self->rule);
  g_free (self->message);
  g_free (self->explanation);
  g_free (self->clause);
  g_free (self->subject);
  g_free (self->path);
  g_free (self->file);
  g_free (self->measured);
  g_free (self->limit);
  g_free (self->mend);
  g_free (self->exception);
  g_free (self->granted_by);
  g_free (self->document);

  G_OBJECT_CLASS (sd_finding_parent_class)->finalize (object);
}

static void
sd_finding_class_init (SdFindingClass *klass)
{
  static const struct
  {
    guint id;
    const char *name;
  } texts[] = {
    { PROP_PACK, "pack" },       { PROP_RULE, "rule" },
    { PROP_MESSAGE, "message" }, { PROP_EXPLANATION, "explanation" },
    { PROP_CLAUSE, "clause" },   { PROP_SUBJECT, "subject" },
    { PROP_PATH, "path" },       { PROP_MEASURED, "measured" },
    { PROP_LIMIT, "limit" },     { PROP_EXCEPTION, "exception" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sd_finding_get_property;
  object_class->finalize = sd_finding_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_object_class_install_property (object_class, texts[i].id,
                                     g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags));
  g_object_class_install_property (
      object_class, PROP_SEVERITY,
      g_param_spec_int ("severity", NULL, NULL, SD_SEVERITY_ERROR, SD_SEVERITY_QUESTION, 0, flags));
  g_object_class_install_property (object_class, PROP_LINE,
                                   g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags));
  g_object_class_install_property (
      object_class, PROP_COLUMN, g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, flags));
}

static void
sd_finding_init (SdFinding *self)
{
}

/**
 * sd_severity_get_token:
 * @severity: a severity
 *
 * Returns: (transfer none): the word that files use for it
 */
const char *
sd_severity_get_token (SdSeverity severity)
{
  static const char *const tokens[SD_N_SEVERITIES] = { "error", "warning", "info", "question" };

  g_return_val_if_fail (severity < SD_N_SEVERITIES, NULL);

  return tokens[severity];
}

/**
 * sd_finding_new:
 * @severity: how grave it is
 * @rule: what tells it from others of its kind
 * @message: a sentence for the user
 * @subject: (nullable): the row that it is about
 *
 * Returns: (transfer full): a finding of the program itself, which no pack has
 */
SdFinding *
sd_finding_new (SdSeverity severity, const char *rule, const char *message, const char *subject)
{
  SdFinding *self = g_object_new (SD_TYPE_FINDING, NULL);

  self->severity = severity;
  self->rule = g_strdup (rule);
  self->message = g_strdup (message);
  self->subject = g_strdup (subject);

  return self;
}

/**
 * sd_finding_get_severity:
 * @self: a finding
 *
 * Returns: the weaker of the rule's wording and the authority of its pack's source
 */
SdSeverity
sd_finding_get_severity (SdFinding *self)
{
  return self->severity;
}

/**
 * sd_finding_get_pack:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): id of the pack; %NULL for rules outside any pack
 */
const char *
sd_finding_get_pack (SdFinding *self)
{
  return self->pack;
}

/**
 * sd_finding_get_rule:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): id of the rule, a row of the source such as E1
 */
const char *
sd_finding_get_rule (SdFinding *self)
{
  return self->rule;
}

/**
 * sd_finding_get_message:
 * @self: a finding
 *
 * Returns: (transfer none): what is wrong, in a sentence
 */
const char *
sd_finding_get_message (SdFinding *self)
{
  return self->message;
}

/**
 * sd_finding_get_explanation:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): why, and what would mend it, in the user's language where
 *   the pack has it
 */
const char *
sd_finding_get_explanation (SdFinding *self)
{
  return self->explanation;
}

/**
 * sd_finding_get_clause:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the clause it rests on
 */
const char *
sd_finding_get_clause (SdFinding *self)
{
  return self->clause;
}

/**
 * sd_finding_get_subject:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): id of the row it points to
 */
const char *
sd_finding_get_subject (SdFinding *self)
{
  return self->subject;
}

/**
 * sd_finding_get_path:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): XPath of the node it points to
 */
const char *
sd_finding_get_path (SdFinding *self)
{
  return self->path;
}

/**
 * sd_finding_get_file:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the file in which its line is, where that is not the one
 * that was checked but another that the rules look into
 */
const char *
sd_finding_get_file (SdFinding *self)
{
  return self->file;
}

/**
 * sd_finding_get_line:
 * @self: a finding
 *
 * Returns: its line in its file, or 0 where there is none
 */
guint
sd_finding_get_line (SdFinding *self)
{
  return self->line;
}

/**
 * sd_finding_get_column:
 * @self: a finding
 *
 * Returns: its column in its file, or 0 where it is not known
 */
guint
sd_finding_get_column (SdFinding *self)
{
  return self->column;
}

/**
 * sd_finding_get_measured:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): what was measured
 */
const char *
sd_finding_get_measured (SdFinding *self)
{
  return self->measured;
}

/**
 * sd_finding_get_limit:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): what the limit is
 */
const char *
sd_finding_get_limit (SdFinding *self)
{
  return self->limit;
}

/**
 * sd_finding_get_mend:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): what would mend it, if the rule can say so; see
 *   sd_mend_parse()
 */
const char *
sd_finding_get_mend (SdFinding *self)
{
  return self->mend;
}

/**
 * sd_finding_get_is_failure:
 * @self: a finding
 *
 * Returns: whether it says that something could not be checked, and so says nothing about the plan
 */
gboolean
sd_finding_get_is_failure (SdFinding *self)
{
  return self->is_failure;
}

/**
 * sd_finding_get_is_of_county:
 * @self: a finding
 *
 * Returns: whether it is about the county with all its towns, and not about one plan
 */
gboolean
sd_finding_get_is_of_county (SdFinding *self)
{
  return self->is_of_county;
}

/**
 * sd_finding_get_exception:
 * @self: a finding
 *
 * A finding for which the office granted an exception stays visible, and counts no more.
 *
 * Returns: (transfer none) (nullable): the reason of the exception; %NULL where there is none
 */
const char *
sd_finding_get_exception (SdFinding *self)
{
  return self->exception;
}

/**
 * sd_finding_get_granted_by:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): who granted the exception
 */
const char *
sd_finding_get_granted_by (SdFinding *self)
{
  return self->granted_by;
}

/**
 * sd_finding_get_document:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the document that grants the exception
 */
const char *
sd_finding_get_document (SdFinding *self)
{
  return self->document;
}

/**
 * sd_finding_equal:
 * @a: a finding
 * @b: another
 *
 * Returns: whether both say the same about the same
 */
gboolean
sd_finding_equal (SdFinding *a, SdFinding *b)
{
  return a->severity == b->severity && g_strcmp0 (a->pack, b->pack) == 0 &&
         g_strcmp0 (a->rule, b->rule) == 0 && g_strcmp0 (a->subject, b->subject) == 0 &&
         g_strcmp0 (a->message, b->message) == 0 && g_strcmp0 (a->exception, b->exception) == 0;
}
