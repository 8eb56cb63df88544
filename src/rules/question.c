/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "question.h"

#include "pack-private.h"

#include <glib/gi18n-lib.h>

struct _SdQuestion
{
  GObject parent_instance;

  SdQuestionKind kind;
  char *pack;
  char *id;
  char *text;
  char *clause;
  char *unit;
  GPtrArray *choice_ids;    /* char */
  GPtrArray *choice_titles; /* char */
  int natural;              /* -1 where none is nearer than the others */
};

G_DEFINE_FINAL_TYPE (SdQuestion, sd_question, G_TYPE_OBJECT)

static void
sd_question_finalize (GObject *object)
{
  SdQuestion *self = SD_QUESTION (object);

  g_free (self->pack);
  g_free (self->id);
  g_free (self->text);
  g_free (self->clause);
  g_free (self->unit);
  g_ptr_array_unref (self->choice_ids);
  g_ptr_array_unref (self->choice_titles);

  G_OBJECT_CLASS (sd_question_parent_class)->finalize (object);
}

static void
sd_question_class_init (SdQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_question_finalize;
}

static void
sd_question_init (SdQuestion *self)
{
  self->natural = -1;
  self->choice_ids = g_ptr_array_new_with_free_func (g_free);
  self->choice_titles = g_ptr_array_new_with_free_func (g_free);
}

static gboolean
read_choice (SdQuestion *self, const xmlNode *node, const char *file, GError **error)
{
  g_autofree char *id = sd_pack_get_attribute (node, "id");
  g_autofree char *title = sd_pack_get_words (node, "title");
  g_autofree char *natural = sd_pack_get_attribute (node, "natural");

  if (id == NULL || title == NULL)
    return sd_pack_fail (file, node, error, _ ("choice lacks %s, which it must have."),
                         id == NULL ? "id" : "title");
  if (g_strcmp0 (natural, "true") == 0)
    self->natural = (int) self->choice_ids->len;
  g_ptr_array_add (self->choice_ids, g_steal_pointer (&id));
  g_ptr_array_add (self->choice_titles, g_steal_pointer (&title));

  return TRUE;
}

/* A parameter has a title and a unit; a reading has a question and at least two choices. */
gboolean
sd_pack_read_question (SdPack *self, const xmlNode *node, const char *file, GError **error)
{
  g_autoptr (SdQuestion) question = g_object_new (SD_TYPE_QUESTION, NULL);
  const gboolean is_reading = sd_pack_is_element (node, "reading");
  const char *text_name = is_reading ? "question" : "title";

  question->kind = is_reading ? SD_QUESTION_READING : SD_QUESTION_PARAMETER;
  question->pack = g_strdup (self->id);
  question->id = sd_pack_get_attribute (node, "id");
  question->clause = sd_pack_get_attribute (node, "clause");
  question->unit = sd_pack_get_attribute (node, "unit");
  question->text = sd_pack_get_words (node, text_name);
  if (question->id == NULL || question->text == NULL)
    return sd_pack_fail (file, node, error, _ ("%s lacks %s, which it must have."), node->name,
                         question->id == NULL ? "id" : text_name);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (sd_pack_is_element (child, "choice") && !read_choice (question, child, file, error))
      return FALSE;
  if (is_reading && question->choice_ids->len < 2)
    return sd_pack_fail (file, node, error, _ ("reading %s has %u choices; expected at least two."),
                         question->id, question->choice_ids->len);

  g_list_store_append (self->questions, question);
  return TRUE;
}

/**
 * sd_question_get_kind:
 * @self: a question
 *
 * Returns: what it asks for
 */
SdQuestionKind
sd_question_get_kind (SdQuestion *self)
{
  return self->kind;
}

/**
 * sd_question_get_pack:
 * @self: a question
 *
 * Returns: (transfer none): id of the pack that asks
 */
const char *
sd_question_get_pack (SdQuestion *self)
{
  return self->pack;
}

/**
 * sd_question_get_id:
 * @self: a question
 *
 * Returns: (transfer none): name of the parameter, or the rule whose reading is asked for
 */
const char *
sd_question_get_id (SdQuestion *self)
{
  return self->id;
}

/**
 * sd_question_get_text:
 * @self: a question
 *
 * Returns: (transfer none): the question, or what the parameter is, in the user's language
 */
const char *
sd_question_get_text (SdQuestion *self)
{
  return self->text;
}

/**
 * sd_question_get_clause:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the clause that leaves it open
 */
const char *
sd_question_get_clause (SdQuestion *self)
{
  return self->clause;
}

/**
 * sd_question_get_unit:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what a parameter is counted in
 */
const char *
sd_question_get_unit (SdQuestion *self)
{
  return self->unit;
}

/**
 * sd_question_get_n_choices:
 * @self: a question
 *
 * Returns: how many ways there are to read it; 0 for a parameter
 */
guint
sd_question_get_n_choices (SdQuestion *self)
{
  return self->choice_ids->len;
}

/**
 * sd_question_get_choice_id:
 * @self: a question
 * @index: a choice
 *
 * Returns: (transfer none): its id, as a plan's reading has it
 */
const char *
sd_question_get_choice_id (SdQuestion *self, guint index)
{
  g_return_val_if_fail (index < self->choice_ids->len, NULL);

  return g_ptr_array_index (self->choice_ids, index);
}

/**
 * sd_question_get_choice_title:
 * @self: a question
 * @index: a choice
 *
 * Returns: (transfer none): the choice in the user's language
 */
const char *
sd_question_get_choice_title (SdQuestion *self, guint index)
{
  g_return_val_if_fail (index < self->choice_titles->len, NULL);

  return g_ptr_array_index (self->choice_titles, index);
}

/**
 * sd_question_get_natural:
 * @self: a question
 *
 * Returns: the choice that the wording suggests, or -1
 */
int
sd_question_get_natural (SdQuestion *self)
{
  return self->natural;
}
