/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pinyin.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define LONGEST 64 /* of what a transliterator makes of one character */

/* ICU knows one reading of a character, here and there a wrong one for its word. These are the
 * other readings that occur in names of places, offices, posts and matters. */
static const struct
{
  const char *characters;
  const char *reading;
} others[] = {
  { "长", "chang" }, { "地", "di" },    { "行", "hang" },  { "重", "chong" }, { "调", "tiao" },
  { "会", "kuai" },  { "乐", "yue" },   { "曾", "zeng" },  { "单", "shan" },  { "都", "du" },
  { "传", "zhuan" }, { "校", "jiao" },  { "率", "shuai" }, { "藏", "zang" },  { "降", "xiang" },
  { "便", "pian" },  { "省", "xing" },  { "差", "chai" },  { "厦", "xia" },   { "朝", "zhao" },
  { "区", "ou" },    { "盛", "cheng" }, { "泊", "bo" },    { "系", "ji" },    { "参", "shen" },
  { "着", "zhuo" },  { "觉", "jiao" },  { "强", "jiang" }, { "石", "dan" },   { "没", "mo" },
  { "六", "lu" },    { "卜", "bu" },    { "仇", "qiu" },   { "什", "shi" },   { "柏", "bo" },
  { "埔", "pu" },    { "圩", "xu" },    { "浒", "xu" },    { "番", "pan" },   { "蚌", "beng" },
  { "尉", "yu" },    { "查", "zha" },   { "解", "xie" },   { "车", "ju" },    { "堡", "pu" },
  { "给", "ji" },    { "阿", "e" },     { "宿", "xiu" },   { "拓", "ta" },    { "塞", "sai" },
  { "盖", "ge" },    { "弄", "long" },  { "的", "di" },    { "血", "xie" },   { "露", "lou" },
  { "模", "mu" },    { "繁", "po" },    { "了", "liao" },
};

static GMutex lock;
static UTransliterator *transliterator; /* opened once; opening it takes a tenth of a second */
static GHashTable *cache;               /* character → SdReadings, kept for good */

/* Helpers */

static void
open_once (void)
{
  static gboolean tried;
  UErrorCode status = U_ZERO_ERROR;
  UChar id[16];

  if (tried)
    return;

  tried = TRUE;
  cache = g_hash_table_new (NULL, NULL);
  u_uastrcpy (id, "Han-Latin");
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_warning ("ICU has no transliterator from Han to Latin (%s), so nothing is found by pinyin.",
               u_errorName (status));
}

/* The reading with its tone; NULL where ICU knows none. */
static char *
transliterate (gunichar character)
{
  UChar text[LONGEST];
  char latin[4 * LONGEST];
  int32_t length = 0, limit;
  UErrorCode status = U_ZERO_ERROR;

  if (transliterator == NULL)
    return NULL;

  U16_APPEND_UNSAFE (text, length, character);
  limit = length;
  utrans_transUChars (transliterator, text, &length, LONGEST, 0, &limit, &status);
  u_strToUTF8 (latin, sizeof latin, NULL, text, length, &status);

  return U_SUCCESS (status) ? g_strndup (latin, sizeof latin - 1) : NULL;
}

static void
add_reading (SdReadings *readings, const char *reading)
{
  guint n = 0;

  for (; n < SD_PINYIN_MOST && readings->texts[n] != NULL; n++)
    if (g_str_equal (readings->texts[n], reading))
      return;
  if (n < SD_PINYIN_MOST && *reading != '\0')
    readings->texts[n] = g_strdup (reading);
}

/* Letters without their marks; the ü is typed as u or as v. */
static char *
strip_marks (const char *latin, char for_u_umlaut)
{
  g_autofree char *parts = g_utf8_normalize (latin, -1, G_NORMALIZE_NFD);
  GString *plain = g_string_new (NULL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x308 && plain->len > 0 && plain->str[plain->len - 1] == 'u')
        plain->str[plain->len - 1] = for_u_umlaut;
      else if (c < 0x80 && g_ascii_isalpha ((char) c))
        g_string_append_c (plain, g_ascii_tolower ((char) c));
    }

  return g_string_free (plain, FALSE);
}

static SdReadings *
find_readings (gunichar character)
{
  SdReadings *readings = g_new0 (SdReadings, 1);
  g_autofree char *latin = transliterate (character);
  char text[8] = { 0 };

  if (latin != NULL)
    {
      g_autofree char *with_u = strip_marks (latin, 'u');
      g_autofree char *with_v = strip_marks (latin, 'v');

      add_reading (readings, with_u);
      add_reading (readings, with_v);
    }
  g_unichar_to_utf8 (character, text);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].characters, text))
      add_reading (readings, others[i].reading);

  return readings;
}

static gpointer
warm_up (gpointer unused)
{
  g_mutex_lock (&lock);
  open_once ();
  g_mutex_unlock (&lock);

  return NULL;
}

/* Public functions */

/**
 * sd_pinyin_warm_up:
 *
 * Has the readings loaded in the background, for sd_pinyin_get() to be quick.
 */
void
sd_pinyin_warm_up (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_thread_unref (g_thread_new ("pinyin", warm_up, NULL));
      g_once_init_leave (&once, 1);
    }
}

/**
 * sd_pinyin_get:
 * @character: a Chinese character
 *
 * May be called in any thread. What was looked up once is remembered.
 *
 * Returns: (transfer none): its readings, none for a character that ICU does not know; valid as
 *   long as the program runs
 */
const SdReadings *
sd_pinyin_get (gunichar character)
{
  SdReadings *readings;

  g_mutex_lock (&lock);
  open_once ();
  readings = g_hash_table_lookup (cache, GUINT_TO_POINTER (character));
  if (readings == NULL)
    {
      readings = find_readings (character);
      g_hash_table_insert (cache, GUINT_TO_POINTER (character), readings);
    }
  g_mutex_unlock (&lock);

  return readings;
}
