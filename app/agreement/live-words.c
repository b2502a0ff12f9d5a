/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/live-words.h"

#include "bahasa/date-phrase.h"
#include "bahasa/money.h"
#include "bahasa/scan.h"
#include "bahasa/text.h"

#include "agreement/agreement-private.h"
#include "agreement/decimal-value.h"
#include "agreement/edit.h"
#include "agreement/numbering.h"
#include "agreement/path.h"
#include "agreement/reference-finder.h"
#include "agreement/shown.h"

/* No paragraph is that long; in what is longer nothing is looked for. Characters. */
#define LENGTH_MOST 20000

typedef struct
{
  MftAgreement *agreement;
  MftBlock *block;
  GArray *spans;
  const char *shown; /* the block as it is read */
  guint from;
  guint to;
  GArray *found;
} Finder;

/* Kinds of runs, a bit each. */
#define TYPED (1u << MFT_RUN_TEXT)
#define REFERENCE (1u << MFT_RUN_REFERENCE)

/* The place in the block's text of a place in what is shown; FALSE inside an atom. */
static gboolean
text_offset (Finder *self, gsize byte, guint *offset)
{
  guint shown = (guint) g_utf8_pointer_to_offset (self->shown, self->shown + byte);

  *offset = mft_shown_offset_to_text (self->spans, shown);
  return mft_shown_offset_from_text (self->spans, *offset) == shown;
}

static guint
kinds_between (Finder *self, guint start, guint end)
{
  guint kinds = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (self->spans, MftShownSpan, i);
      if (span->run_start < end && span->run_start + mft_run_length (span->run) > start)
        kinds |= 1u << span->run->kind;
    }
  return kinds;
}

static gboolean
reads_the_same (const char *shown, const char *start, gsize size)
{
  g_autofree char *written = g_strndup (start, size);
  g_autofree char *plain = mft_text_normalize (written);

  return g_ascii_strcasecmp (shown, plain) == 0;
}

static void
add_text (Finder *self, guint start, guint end, MftText *with)
{
  MftLiveWords words = { start, end, with };

  g_array_append_val (self->found, words);
}

static void
add_atom (Finder *self, guint start, guint end, MftRunKind kind, const char *value, int form)
{
  const MftRun *first = mft_text_get_run_at (mft_block_get_text (self->block), start, NULL);

  add_text (self, start, end, mft_text_new_atom (kind, value, form, first->style));
}

/* A number or date, if it is all typed. */
static void
add_typed (Finder *self, const char *at, gsize size, MftRunKind kind, const char *value, int form)
{
  gsize byte = (gsize) (at - self->shown);
  guint start;
  guint end;

  if (text_offset (self, byte, &start) && text_offset (self, byte + size, &end) && end >= self->from
      && end <= self->to && kinds_between (self, start, end) == TYPED)
    add_atom (self, start, end, kind, value, form);
}

static gboolean
is_shown_as (Finder *self, MftBlock *target, MftReferenceForm form, gsize start, gsize end)
{
  g_autofree char *shown = _mft_path_reference (self->block, target, form);

  return reads_the_same (shown, self->shown + start, end - start);
}

/* One word before `from`: it may just have told whose articles they are. */
static guint
word_before (Finder *self)
{
  glong at = (glong) mft_shown_offset_from_text (self->spans, self->from);
  const char *p = g_utf8_offset_to_pointer (self->shown, at);

  while (p > self->shown && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  while (p > self->shown && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  return mft_shown_offset_to_text (self->spans, (guint) g_utf8_pointer_to_offset (self->shown, p));
}

/* Became live as "Pasal 5", before the law was typed. "Perjanjian" may go on with "ini". */
static void
add_external (Finder *self, const MftFoundReference *reference, guint start, guint end)
{
  const char *behind = self->shown + reference->end;
  g_autofree char *words
      = g_strndup (self->shown + reference->start, reference->end - reference->start);

  behind += mft_scan_space (behind);
  if ((kinds_between (self, start, end) & ~TYPED) == REFERENCE && end >= word_before (self)
      && end < self->to && mft_scan_keyword (behind, "perjanjian") == 0)
    add_text (self, start, end, mft_text_new (words, MFT_STYLE_PLAIN));
}

/* "ayat (1) huruf b" and "ayat (1) Pasal 4" are shown right only by an atom for each part. */
static void
add_parts (Finder *self, const MftFoundReference *reference)
{
  guint kinds = 0;
  guint start;
  guint end;

  for (guint i = 0; i < reference->n_parts; i++)
    {
      const MftReferencePart *part = &reference->parts[i];
      if (!text_offset (self, part->start, &start) || !text_offset (self, part->end, &end)
          || !is_shown_as (self, part->target, MFT_REFERENCE_LEVEL, part->start, part->end))
        return;
      kinds |= kinds_between (self, start, end);
    }
  for (guint i = 0; (kinds & TYPED) != 0 && i < reference->n_parts; i++)
    {
      const MftReferencePart *part = &reference->parts[i];
      text_offset (self, part->start, &start);
      text_offset (self, part->end, &end);
      add_atom (self, start, end, MFT_RUN_REFERENCE, mft_block_get_id (part->target),
                MFT_REFERENCE_LEVEL);
    }
}

static void
add_reference (Finder *self, const MftFoundReference *reference)
{
  guint start;
  guint end;

  if (!text_offset (self, reference->start, &start) || !text_offset (self, reference->end, &end))
    return;
  guint kinds = kinds_between (self, start, end);
  if (reference->external)
    add_external (self, reference, start, end);
  if (reference->target == NULL || !reference->refers || (kinds & TYPED) == 0
      || (kinds & ~(TYPED | REFERENCE)) != 0 || end < self->from || end > self->to)
    return;
  if (reference->n_parts > 1
      && is_shown_as (self, reference->target, MFT_REFERENCE_PATH, reference->start,
                      reference->end))
    add_atom (self, start, end, MFT_RUN_REFERENCE, mft_block_get_id (reference->target),
              MFT_REFERENCE_PATH);
  else
    add_parts (self, reference);
}

static void
find_references (Finder *self)
{
  g_autoptr (GArray) references = mft_references_find (self->agreement, self->block, self->shown);

  for (guint i = 0; i < references->len; i++)
    add_reference (self, &g_array_index (references, MftFoundReference, i));
}

/* The number at `at` with its words behind it, if it is written just as a form shows it. Bytes taken. */
static gsize
scan_number (const char *at, MftForm *form, char **value)
{
  static const MftForm forms[] = { MFT_FORM_NUMBER, MFT_FORM_PERCENT, MFT_FORM_MONEY };
  MftDecimal number;
  gsize size = mft_money_scan (at, &number);

  if (size == 0)
    size = mft_decimal_scan (at, &number);
  if (size == 0 || at[size + strspn (at + size, " %")] != '(')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint exact = 0; exact < 2; exact++)
      {
        MftDecimal kept = number;
        if (exact == 0 && !mft_decimal_set_places (&kept, 0))
          continue;
        g_autofree char *shown = _mft_decimal_dup_shown (kept, forms[i]);
        if (shown == NULL || !g_str_has_prefix (at, shown))
          continue;
        *form = forms[i];
        *value = _mft_decimal_to_value (kept);
        return strlen (shown);
      }
  return 0;
}

static void
find_numbers (Finder *self)
{
  gboolean begins = TRUE;

  for (const char *at = self->shown; *at != '\0';)
    {
      g_autofree char *value = NULL;
      MftForm form;
      gsize size
          = begins && (g_ascii_isdigit (*at) || *at == 'R') ? scan_number (at, &form, &value) : 0;
      if (size > 0)
        add_typed (self, at, size, MFT_RUN_NUMBER, value, (int) form);
      begins = *at == ' ' || *at == '(';
      at = size > 0 ? at + size : g_utf8_next_char (at);
    }
}

static void
find_dates (Finder *self)
{
  static const MftForm forms[] = { MFT_FORM_DATE, MFT_FORM_DAY_DATE, MFT_FORM_DATE_DIGITS };
  MftDatePhrase phrase;
  gsize start;

  for (gsize from = 0; mft_date_phrase_find (self->shown, from, &start, &phrase);)
    {
      g_autofree char *value
          = mft_date_valid (phrase.written) ? mft_date_format_iso (phrase.written) : NULL;
      gboolean added = FALSE;
      for (guint i = 0; value != NULL && !added && i < G_N_ELEMENTS (forms); i++)
        {
          g_autofree char *shown = mft_shown_value (self->agreement, value, forms[i]);
          added = strlen (shown) == phrase.size
                  && memcmp (shown, self->shown + start, phrase.size) == 0;
          if (added)
            add_typed (self, self->shown + start, phrase.size, MFT_RUN_DATE, value, (int) forms[i]);
        }
      /* "Senin, 8 Mei 2023" holds a date that can be taken alone. */
      from = start + (!added && phrase.weekday_size > 0 ? phrase.weekday_size : phrase.size);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = ((const MftLiveWords *) a)->start;
  guint second = ((const MftLiveWords *) b)->start;

  return (first > second) - (first < second);
}

static void
live_words_clear (gpointer data)
{
  mft_text_unref (((MftLiveWords *) data)->with);
}

GArray *
mft_live_words_find (MftAgreement *agreement, MftBlock *block, guint from, guint to)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);
  g_autofree char *shown = mft_shown_text (agreement, block);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MftLiveWords));
  Finder finder = { agreement, block, spans, shown, from, to, found };

  g_array_set_clear_func (found, live_words_clear);
  if (mft_block_get_kind (block) == MFT_BLOCK_PASAL
      || mft_text_length (mft_block_get_text (block)) > LENGTH_MOST)
    return found;
  find_references (&finder);
  find_numbers (&finder);
  find_dates (&finder);
  g_array_sort (found, compare_places);
  return found;
}

gboolean
mft_live_words_apply (MftAgreement *agreement, MftBlock *block, guint from, guint *to)
{
  g_autoptr (GArray) found = mft_live_words_find (agreement, block, from, *to);

  if (found->len == 0)
    return FALSE;
  /* Inside a step, so that the next letter typed does not join it. */
  mft_edit_begin (agreement);
  for (guint i = found->len; i > 0; i--)
    {
      const MftLiveWords *words = &g_array_index (found, MftLiveWords, i - 1);
      mft_edit_text (agreement, block, words->start, words->end, words->with, NULL);
      *to -= words->end - words->start - mft_text_length (words->with);
    }
  mft_edit_end (agreement);
  return TRUE;
}

void
mft_live_words_apply_all (MftAgreement *agreement, GPtrArray *blocks)
{
  /* Words name their target by its label, and labels are computed at the end of a step. */
  mft_numbering_update (agreement->root);
  for (guint i = 0; i < blocks->len; i++)
    {
      MftBlock *block = g_ptr_array_index (blocks, i);
      guint end = mft_text_length (mft_block_get_text (block));
      mft_live_words_apply (agreement, block, 0, &end);
    }
}

/* Where the number before `end` starts: "30", "10.000,5", "5%". */
static gsize
number_start (const char *words, gsize end)
{
  while (end > 0 && (g_ascii_isdigit (words[end - 1]) || strchr (".,%", words[end - 1]) != NULL))
    end--;
  return end;
}

/* "Pasal 30", "Nomor 12", "Tahun 2011", "Mei 2023" are names, not amounts. */
static gboolean
is_name_before (const char *words, gsize end)
{
  static const char *const names[]
      = { "pasal", "angka", "nomor", "no", "tahun", "ayat", "huruf", "butir", "bab", "romawi" };
  guint month;
  gsize start;

  while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '.'))
    end--;
  for (start = end; start > 0 && g_ascii_isalpha (words[start - 1]);)
    start--;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (end - start == strlen (names[i])
        && g_ascii_strncasecmp (words + start, names[i], end - start) == 0)
      return TRUE;
  return mft_month_scan (words + start, &month) > 0;
}

char *
mft_live_words_complete (const char *words)
{
  gsize end = strlen (words);
  MftForm form = MFT_FORM_NUMBER;
  MftDecimal number;

  if (end == 0 || words[--end] != '(')
    return NULL;
  while (end > 0 && words[end - 1] == ' ')
    end--;
  gsize start = number_start (words, end);
  gsize before = start;
  while (before > 0 && words[before - 1] == ' ')
    before--;
  if (before >= 2 && strncmp (words + before - 2, "Rp", 2) == 0)
    {
      form = MFT_FORM_MONEY;
      start = before - 2;
    }
  if (start > 0 && words[start - 1] != ' ' && words[start - 1] != '(')
    return NULL;
  gsize size = form == MFT_FORM_MONEY ? mft_money_scan (words + start, &number)
                                      : mft_decimal_scan (words + start, &number);
  if (form == MFT_FORM_NUMBER && words[start + size] == '%')
    {
      form = MFT_FORM_PERCENT;
      size++;
    }
  if (size == 0 || start + size != end || is_name_before (words, start))
    return NULL;
  g_autofree char *shown = _mft_decimal_dup_shown (number, form);
  const char *bracket = shown != NULL ? strchr (shown, '(') : NULL;
  return bracket != NULL ? g_strdup (bracket + 1) : NULL;
}
