/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/search.h"

#include "base/nfc.h"

#include "agreement/edit.h"
#include "agreement/party.h"
#include "agreement/shown.h"

/* A character as it is read, and where it comes from. */
typedef struct
{
  gunichar character;
  guint offset; /* in the block's text */
  gboolean fixed;
} Letter;

static void
match_clear (gpointer data)
{
  g_free (((MftMatch *) data)->block_id);
}

static GArray *
letters_of (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));

  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      gboolean fixed = span->run->kind != MFT_RUN_TEXT;
      Letter letter = { 0, span->run_start, fixed };
      for (const char *at = span->text; *at != '\0'; at = g_utf8_next_char (at))
        {
          letter.character = g_utf8_get_char (at);
          g_array_append_val (letters, letter);
          letter.offset += fixed ? 0 : 1;
        }
    }
  return letters;
}

static gunichar
letter_at (GArray *letters, guint index)
{
  return index < letters->len ? g_array_index (letters, Letter, index).character : 0;
}

static gboolean
matches_at (GArray *letters, guint at, const gunichar *wanted, glong length,
            const MftSearch *search)
{
  if (at + (gulong) length > letters->len)
    return FALSE;
  for (glong i = 0; i < length; i++)
    {
      gunichar is = letter_at (letters, at + (guint) i);
      if (is != wanted[i]
          && (search->match_case || g_unichar_tolower (is) != g_unichar_tolower (wanted[i])))
        return FALSE;
    }
  return !search->whole_word
         || ((at == 0 || !g_unichar_isalnum (letter_at (letters, at - 1)))
             && !g_unichar_isalnum (letter_at (letters, at + (guint) length)));
}

static void
add_match (GArray *matches, MftBlock *block, GArray *letters, guint at, glong length)
{
  const Letter *last = &g_array_index (letters, Letter, at + (guint) length - 1);
  MftMatch match = { .start = g_array_index (letters, Letter, at).offset, .end = last->offset + 1 };

  for (glong i = 0; i < length; i++)
    match.fixed = match.fixed || g_array_index (letters, Letter, at + (guint) i).fixed;
  match.block_id = g_strdup (mft_block_get_id (block));
  g_array_append_val (matches, match);
}

/* "PIHAK KEDUA berkewajiban: …", "KEWAJIBAN PIHAK KEDUA", "PIHAK KEDUA wajib …": the first party that is
 * named is the one, and no right (hak) is spoken of before. */
static gboolean
states_duty (const char *words, guint party)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);
  const char *duty = strstr (lower, "wajib");
  const char *right = strstr (lower, "hak ");

  /* "pihak" is no right. */
  while (right != NULL && right - lower >= 2 && strncmp (right - 2, "pi", 2) == 0)
    right = strstr (right + 1, "hak ");
  if (duty == NULL || (right != NULL && right < duty))
    return FALSE;
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *value = NULL;
      if (mft_party_parse_role (at, &value) > 0)
        return g_ascii_strtoull (value, NULL, 10) == party;
    }
  return FALSE;
}

static gboolean
is_duty_of (MftAgreement *agreement, MftBlock *block, guint party)
{
  for (; block != NULL && mft_block_get_kind (block) != MFT_BLOCK_BODY;
       block = mft_block_get_parent (block))
    {
      g_autofree char *words = mft_shown_text (agreement, block);
      if (states_duty (words, party))
        return TRUE;
    }
  return FALSE;
}

static void
search_block (MftAgreement *agreement, MftBlock *block, const gunichar *wanted, glong length,
              const MftSearch *search, GArray *matches)
{
  g_autoptr (GArray) letters = letters_of (agreement, block);
  gboolean asked = search->duties_of == 0;

  for (guint at = 0; at < letters->len;)
    {
      if (!matches_at (letters, at, wanted, length, search))
        {
          at++;
          continue;
        }
      if (!asked && !is_duty_of (agreement, block, search->duties_of))
        return;
      asked = TRUE;
      add_match (matches, block, letters, at, length);
      at += (guint) length;
    }
}

GArray *
mft_search (MftAgreement *agreement, const MftSearch *search)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (MftMatch));
  MftBlock *top = search->within != NULL ? mft_agreement_get_block (agreement, search->within)
                                         : mft_agreement_get_root (agreement);
  g_autofree char *words = mft_nfc (search->words);
  glong length = 0;
  g_autofree gunichar *wanted = words != NULL ? g_utf8_to_ucs4_fast (words, -1, &length) : NULL;

  g_array_set_clear_func (matches, match_clear);
  for (MftBlock *block = length > 0 ? top : NULL; block != NULL;
       block = mft_block_next (block, top))
    if (mft_block_kind_has_text (mft_block_get_kind (block)))
      search_block (agreement, block, wanted, length, search, matches);
  return matches;
}

gboolean
mft_search_replace (MftAgreement *agreement, const MftMatch *match, const char *with)
{
  MftBlock *block = mft_agreement_get_block (agreement, match->block_id);
  const MftRun *run
      = block != NULL ? mft_text_get_run_at (mft_block_get_text (block), match->start, NULL) : NULL;

  if (run == NULL || match->fixed)
    return FALSE;
  g_autoptr (MftText) text = mft_text_new (with, run->style);
  return mft_edit_text (agreement, block, match->start, match->end, text, NULL);
}

guint
mft_search_replace_all (MftAgreement *agreement, const MftSearch *search, const char *with)
{
  g_autoptr (GArray) matches = mft_search (agreement, search);
  guint replaced = 0;

  /* From the last: the places before it stay where they are. */
  mft_edit_begin (agreement);
  for (guint i = matches->len; i > 0; i--)
    if (mft_search_replace (agreement, &g_array_index (matches, MftMatch, i - 1), with))
      replaced++;
  mft_edit_end (agreement);
  return replaced;
}
