/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rewriting.h"

#include "field.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <wchar.h>

/* Whether a text that was written by hand still says what the plan says. Its fields follow the
 * plan; a number or a body that was typed does not. */

/**
 * sd_rewriting_new:
 * @id: the row of the plan
 * @document: the document type
 * @key: the block
 *
 * Returns: (transfer full): a rewriting that nothing is known of yet
 */
SdRewriting *
sd_rewriting_new (const char *id, const char *document, const char *key)
{
  SdRewriting *self = g_new0 (SdRewriting, 1);

  self->id = g_strdup (id);
  self->document = g_strdup (document);
  self->key = g_strdup (key);
  self->drafted = sd_drafted_fields_new ();
  self->problems = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * sd_rewriting_free:
 * @self: (transfer full): a rewriting
 */
void
sd_rewriting_free (SdRewriting *self)
{
  g_ptr_array_unref (self->drafted);
  g_ptr_array_unref (self->problems);
  g_free (self->id);
  g_free (self->document);
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static void
drafted_free (SdDraftedField *self)
{
  g_free (self->ref);
  g_free (self->before);
  g_free (self);
}

/**
 * sd_drafted_fields_new:
 *
 * Returns: (transfer full) (element-type SdDraftedField): an empty list
 */
GPtrArray *
sd_drafted_fields_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) drafted_free);
}

/**
 * sd_drafted_fields_add:
 * @drafted: (element-type SdDraftedField): a list
 * @ref: what the field refers to
 * @before: (nullable): the text before it
 * @after: (nullable): the text that follows it
 */
void
sd_drafted_fields_add (GPtrArray *drafted, const char *ref, const char *before, const char *after)
{
  SdDraftedField *field = g_new0 (SdDraftedField, 1);

  field->ref = g_strdup (ref);
  field->before = g_strdup (before);
  if (after != NULL && *after != '\0')
    field->after = g_utf8_get_char (after);
  g_ptr_array_add (drafted, field);
}

/* Numbers */

static int
digit_of (gunichar c)
{
  static const char digits[] = "零一二三四五六七八九";
  const char *at = c >= 0x80 ? g_utf8_strchr (digits, -1, c) : NULL;

  if (at != NULL)
    return (int) g_utf8_pointer_to_offset (digits, at);

  return c < 0x80 && g_ascii_isdigit ((char) c) ? (int) (c - '0') : -1;
}

static gint64
unit_of (gunichar c)
{
  static const char units[] = "十百千";
  const char *at = c >= 0x80 ? g_utf8_strchr (units, -1, c) : NULL;
  const glong power = at != NULL ? g_utf8_pointer_to_offset (units, at) : -1;

  return power < 0 ? 0 : power == 0 ? 10 : power == 1 ? 100 : 1000;
}

static gboolean
is_of_number (gunichar c)
{
  return digit_of (c) >= 0 || unit_of (c) > 0;
}

/* Reads 12 or 十二 and leaves @text behind it. */
static gint64
read_number (const char **text)
{
  gint64 sum = 0, number = 0;
  gunichar c;

  for (; is_of_number (c = g_utf8_get_char (*text)); *text = g_utf8_next_char (*text))
    if (digit_of (c) >= 0)
      number = c < 0x80 ? MIN (number * 10 + digit_of (c), G_MAXINT) : digit_of (c);
    else
      {
        sum += (number > 0 ? number : 1) * unit_of (c);
        number = 0;
      }

  return sum + number;
}

typedef struct
{
  SdCounty *county;
  const char *plan_id;
  GPtrArray *drafted;
  GPtrArray *problems;
} Comparison;

/* How many characters the text up to @end and the text before a field end alike in, such as
 * 行政编制; one alone says nothing. */
static guint
count_alike (const char *text, const char *end, const char *before)
{
  const char *other = before != NULL ? before + strlen (before) : NULL;
  guint n = 0;

  while (other != NULL && end > text && other > before)
    {
      end = g_utf8_prev_char (end);
      other = g_utf8_prev_char (other);
      if (g_utf8_get_char (end) != g_utf8_get_char (other))
        break;
      n++;
    }

  return n > 1 ? n : 0;
}

/* Whether the plan has another number where one was typed from @from to before @after: that of the
 * field with the same measure word before which the draft says the same, so that 行政编制 is not
 * taken for 事业编制; where it says the same of none, that of any. */
static gboolean
has_another (const Comparison *self,
             const char *text,
             const char *from,
             const char *after,
             gint64 number,
             gint64 *other)
{
  const gunichar measure = g_utf8_get_char (after);
  gboolean counted = FALSE, agrees = FALSE;
  guint best = 0;

  for (guint i = 0; i < self->drafted->len; i++)
    {
      const SdDraftedField *field = self->drafted->pdata[i];
      const guint alike = count_alike (text, from, field->before);
      g_auto (SdValue) value = SD_VALUE_INIT;

      if (field->after != measure || measure == 0 || (counted && alike < best) ||
          !sd_field_evaluate (self->county, self->plan_id, field->ref, &value, NULL) ||
          value.type != SD_VALUE_INTEGER)
        continue;
      if (!counted || alike > best)
        {
          *other = value.integer;
          agrees = FALSE;
        }
      counted = TRUE;
      best = alike;
      agrees |= value.integer == number;
    }

  return counted && !agrees;
}

static void
compare_numbers (const Comparison *self, const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      g_autofree char *written = NULL, *has = NULL;
      const char *from = at;
      gint64 number, other = 0;
      char after[8] = "";

      if (!is_of_number (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      number = read_number (&at);
      if (!has_another (self, text, from, at, number, &other))
        continue;
      written = g_strndup (from, (gsize) (at - from));
      g_unichar_to_utf8 (g_utf8_get_char (at), after);
      has = g_strdup_printf ("%" G_GINT64_FORMAT, other);
      /* Translators: a number and its measure word as they were typed, and as the plan has them. */
      g_ptr_array_add (self->problems,
                       g_strdup_printf (_ ("The text says “%s%s”; the plan has %s%s."), written,
                                        after, has, after));
    }
}

/* Bodies */

/* How the names of bodies end. */
static const char *const endings[] = { "办公室", "中心",   "大队",   "中队",  "委员会",
                                       "分局",   "服务站", "管理所", "执法队" };

static gboolean
looks_like_body (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]) && !g_str_equal (name, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
ends_with_name (const char *text, SdPlan *plan, SdTableId table, guint column)
{
  SdRow *row;

  SD_FOREACH_ROW (row, plan, table)
    if (sd_row_has (row, column) && g_str_has_suffix (text, sd_row_get_text (row, column)))
      return TRUE;

  return FALSE;
}

static gboolean
drafts_names (const Comparison *self)
{
  for (guint i = 0; i < self->drafted->len; i++)
    {
      const SdDraftedField *field = self->drafted->pdata[i];

      if (g_str_has_prefix (field->ref, "names:") || g_str_has_prefix (field->ref, "unit:"))
        return TRUE;
    }

  return FALSE;
}

/* Where the draft named bodies, each item of a list that ends like one must be one of the plan. */
static void
compare_names (const Comparison *self, const char *text)
{
  SdPlan *plan = self->plan_id != NULL ? sd_county_get_plan (self->county, self->plan_id) : NULL;
  g_auto (GStrv) items = NULL;
  g_autofree char *list = NULL;

  if (plan == NULL || !drafts_names (self))
    return;
  list = g_strdup (text);
  for (char *c = list; *c != '\0'; c = g_utf8_next_char (c))
    if (wcschr (L"、，。；：（）“”和及\n\uFFFC", (wchar_t) g_utf8_get_char (c)) != NULL)
      memset (c, '\n', (gsize) (g_utf8_next_char (c) - c));
  items = g_strsplit (list, "\n", -1);
  for (guint i = 0; items[i] != NULL; i++)
    if (looks_like_body (items[i]) &&
        !ends_with_name (items[i], plan, SD_TABLE_UNIT, SD_UNIT_NAME) &&
        !ends_with_name (items[i], plan, SD_TABLE_PLAQUE, SD_PLAQUE_NAME))
      g_ptr_array_add (
          self->problems,
          g_strdup_printf (_ ("The text names “%s”, which is none of the plan's bodies."),
                           items[i]));
}

/**
 * sd_rewriting_compare:
 * @county: a county
 * @plan_id: a plan of it
 * @drafted: (element-type SdDraftedField): the fields of the text that was drafted
 * @text: what was written in its place, with an object replacement character for each field
 *
 * Compares the numbers that were typed with the fields that count the same, told by the character
 * after them (8个) and the words before them (党政机构8个), and the bodies that were typed with
 * those of the plan.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each disagreement
 */
GPtrArray *
sd_rewriting_compare (SdCounty *county, const char *plan_id, GPtrArray *drafted, const char *text)
{
  const Comparison self = { county, plan_id, drafted, g_ptr_array_new_with_free_func (g_free) };

  compare_numbers (&self, text);
  compare_names (&self, text);

  return self.problems;
}
