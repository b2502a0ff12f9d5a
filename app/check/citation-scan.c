/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/scan.h"

#include "check/citation-private.h"
#include "check/words-private.h"

/* A word in any case, with the space before it. Bytes taken. */
static gsize
scan_next_word (const char *at, const char *word)
{
  gsize space = mft_scan_space (at);
  gsize size = _mft_phrase_match (at + space, word, FALSE);

  return size > 0 ? space + size : 0;
}

/* "11", "115/PMK.06/2020": bytes taken. */
static gsize
scan_number (const char *at)
{
  gsize size = 0;

  if (!g_ascii_isdigit (*at))
    return 0;
  while (g_ascii_isalnum (at[size]) || (at[size] != '\0' && strchr ("/.-", at[size]) != NULL))
    size++;
  while (size > 0 && !g_ascii_isalnum (at[size - 1]))
    size--;
  return size;
}

/* "Nomor 11 Tahun 2008": where number and year are. FALSE if they are not here. */
static gboolean
scan_name (const char *text, gsize at, gsize *number, gsize *number_end, guint64 *year, gsize *end)
{
  gsize word = scan_next_word (text + at, "Nomor");
  gsize size;

  if (word == 0)
    return FALSE;
  at += word;
  *number = at + mft_scan_space (text + at);
  *number_end = *number + scan_number (text + *number);
  *end = *number_end;
  *year = 0;
  word = scan_next_word (text + *end, "Tahun");
  if (word > 0)
    {
      at = *end + word;
      at += mft_scan_space (text + at);
      size = mft_scan_digits (text + at, 4, 4, year);
      *end = size > 0 ? at + size : *end;
    }
  else if (*number_end - *number > 5 && text[*number_end - 5] == '/')
    mft_scan_digits (text + *number_end - 4, 4, 4, year);
  return *number_end > *number && *year > 0;
}

static gsize
scan_gazette_name (const char *at, gboolean *bulletin)
{
  gsize size = _mft_phrase_match (at, "Berita Negara", FALSE);

  *bulletin = size > 0;
  if (size == 0)
    size = _mft_phrase_match (at, "Lembaran Negara", FALSE);
  return size > 0 ? size : _mft_phrase_match (at, "Lembar Negara", FALSE);
}

/* Whether the words here are no longer the title: the gazette, an amendment, another regulation. */
static gboolean
is_behind_title (const char *at)
{
  static const char *const words[]
      = { "sebagaimana", "yang diubah", "jo", "juncto", "dan Undang-Undang", "dan Peraturan" };
  gboolean bulletin;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (_mft_phrase_match (at, words[i], FALSE) > 0)
      return TRUE;
  return scan_gazette_name (at, &bulletin) > 0;
}

static gsize
find_title_end (const char *text, gsize at)
{
  gsize stop = at + strcspn (text + at, "(;");
  gsize start;
  gsize end = at;

  while (_mft_word_next (text, &start, &end) && start < stop)
    if (is_behind_title (text + start))
      stop = start;
  while (stop > at && strchr (" ,.", text[stop - 1]) != NULL)
    stop--;
  return stop;
}

/* "[Republik Indonesia] Tahun 2008 Nomor 58": bytes up to the number's end, 0 if there is none. */
static gsize
scan_place (const char *text, gsize at, gsize *year, gsize *year_end, gsize *number)
{
  guint64 value;
  gsize word;

  at += scan_next_word (text + at, "Republik Indonesia");
  *year = *year_end = 0;
  if ((word = scan_next_word (text + at, "Tahun")) > 0)
    {
      at += word;
      at += mft_scan_space (text + at);
      *year = at;
      at += mft_scan_digits (text + at, 4, 4, &value);
      *year_end = at;
    }
  if ((word = scan_next_word (text + at, "Nomor")) == 0)
    return 0;
  at += word;
  *number = at + mft_scan_space (text + at);
  gsize size = strspn (text + *number, "0123456789");
  return size > 0 ? *number + size : 0;
}

/* The gazette behind the title, in brackets or not. */
static void
scan_gazette (const char *text, MftCitation *citation)
{
  gsize at = citation->end + mft_scan_space (text + citation->end);
  gsize unused, unused_end;

  if (text[at] == '(')
    at += 1 + mft_scan_space (text + at + 1);
  gsize size = scan_gazette_name (text + at, &citation->bulletin);
  if (size == 0)
    return;
  citation->gazette = at;
  citation->gazette_end = citation->end = at + size;
  gsize end = scan_place (text, at + size, &citation->year, &citation->year_end, &citation->number);
  if (end == 0)
    return;
  citation->number_end = citation->end = end;
  at = end + (text[end] == ',' ? 1 : 0);
  size = scan_next_word (text + at, "Tambahan Lembaran Negara");
  if (size == 0)
    size = scan_next_word (text + at, "Tambahan Lembar Negara");
  if (size == 0)
    return;
  end = scan_place (text, at + size, &unused, &unused_end, &citation->supplement);
  if (end > 0)
    citation->supplement_end = citation->end = end;
}

static gboolean
scan_citation (const char *text, gsize at, MftCitation *citation)
{
  const char *kind;
  gsize size = mft_regulation_kind_scan (text + at, &kind);
  gsize number, number_end;
  guint64 year;
  gsize end;
  gsize from = at + size;

  *citation = (MftCitation){ .start = at };
  if (size == 0)
    return FALSE;
  /* "Peraturan Menteri Koordinator Nomor 2 Tahun 2020": the ministry's name comes first. */
  for (guint words = 0; kind == NULL && words < 12 && scan_next_word (text + from, "Nomor") == 0;
       words++)
    {
      gsize start;
      end = from;
      if (!_mft_word_next (text, &start, &end) || start - from > 2)
        return FALSE;
      from = end;
    }
  if (!scan_name (text, from, &number, &number_end, &year, &citation->name_end))
    return FALSE;
  g_autofree char *digits = g_strndup (text + number, number_end - number);
  citation->regulation = kind != NULL ? mft_regulation_find (kind, digits, (guint) year) : NULL;
  citation->ministerial
      = kind == NULL || g_str_has_prefix (kind, "Permen") || g_str_has_prefix (kind, "Peraturan");
  citation->end = citation->name_end;
  size = scan_next_word (text + citation->end, "tentang");
  if (size > 0)
    {
      at = citation->end + size;
      citation->title = at + mft_scan_space (text + at);
      citation->title_end = citation->end = find_title_end (text, citation->title);
    }
  scan_gazette (text, citation);
  return TRUE;
}

GArray *
_mft_citations_find (const char *text)
{
  GArray *citations = g_array_new (FALSE, FALSE, sizeof (MftCitation));
  MftCitation citation;
  gsize start;
  gsize end = 0;

  while (_mft_word_next (text, &start, &end))
    if ((text[start] | 0x20) == 'p' || (text[start] | 0x20) == 'u')
      if (scan_citation (text, start, &citation))
        {
          g_array_append_val (citations, citation);
          end = MAX (end, citation.end);
        }
  return citations;
}
