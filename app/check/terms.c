/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/scan.h"

#include "check/terms-private.h"
#include "check/words-private.h"

/* A name longer than this is no term. */
#define TERM_MOST 80

struct MftTerms
{
  GPtrArray *list;
  GHashTable *by_word;     /* the first word, lower case, to a GPtrArray of MftTermUse */
  GHashTable *definitions; /* readings of the article of definitions that define something */
};

static void
term_free (gpointer data)
{
  MftTerm *term = data;

  g_ptr_array_unref (term->forms);
  g_free (term);
}

/* Roles are the parties' and are looked after by rules of their own. */
static gboolean
is_role (const char *form)
{
  return g_str_has_prefix (form, "PIHAK") || g_str_has_prefix (form, "PARA PIHAK");
}

static void
add_form (MftTerm **term, MftReading *reading, gsize start, gsize end)
{
  g_autofree char *form = g_strndup (reading->text + start, end - start);

  if (start == end || is_role (form))
    return;
  if (*term == NULL)
    {
      *term = g_new0 (MftTerm, 1);
      (*term)->forms = g_ptr_array_new_with_free_func (g_free);
      (*term)->reading = reading;
    }
  (*term)->start = start;
  (*term)->end = end;
  g_ptr_array_add ((*term)->forms, g_steal_pointer (&form));
}

/* Forms that are marked as definitions. */
static void
find_marked (MftReading *reading, MftTerm **term)
{
  gsize at = 0;

  for (guint i = 0; i < reading->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (reading->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if ((span->run->style & MFT_STYLE_DEFINITION) != 0)
        add_form (term, reading, at, next);
      at = next;
    }
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x2018 || c == 0x2019;
}

/* The words between `start` and `end` without the space and quotes around them. */
static void
add_trimmed (MftTerm **term, MftReading *reading, gsize start, gsize end)
{
  const char *text = reading->text;
  gsize size;
  gunichar c;

  while (start < end
         && (c = mft_scan_char (text + start, &size), g_unichar_isspace (c) || is_quote (c)))
    start += size;
  while (end > start)
    {
      const char *before = g_utf8_prev_char (text + end);
      c = g_utf8_get_char (before);
      if (!g_unichar_isspace (c) && !is_quote (c) && c != ',')
        break;
      end = (gsize) (before - text);
    }
  if (end - start <= TERM_MOST)
    add_form (term, reading, start, end);
}

/* "X adalah …", "X yang selanjutnya disebut Y adalah …" in the article of definitions. */
static void
find_listed (MftReading *reading, MftTerm **term)
{
  static const char *const links[] = { "yang selanjutnya disebut", "yang selanjutnya disingkat",
                                       "selanjutnya disebut", "selanjutnya disingkat", NULL };
  static const char *const is[] = { "adalah", NULL };
  gsize end, link, size;
  gsize c_size;
  gunichar c = mft_scan_char (reading->text, &c_size);

  if (!_mft_phrase_find (reading->text, is, &end, &size)
      || (!g_unichar_isupper (c) && !is_quote (c)))
    return;
  g_autofree char *head = g_strndup (reading->text, end);
  if (_mft_phrase_find (head, links, &link, &size))
    {
      add_trimmed (term, reading, 0, link);
      add_trimmed (term, reading, link + size, end);
    }
  else if (strchr (head, ',') == NULL)
    add_trimmed (term, reading, 0, end);
}

/* "… yang selanjutnya dalam Perjanjian Kerja Sama ini disebut “X”" anywhere. */
static void
find_in_place (MftReading *reading, MftTerm **term)
{
  static const char *const next[] = { "selanjutnya", NULL };
  static const char *const called[] = { "disebut", "disingkat", NULL };
  const char *text = reading->text;
  gsize start, size, behind;

  if (!_mft_phrase_find (text, next, &start, &size))
    return;
  text += start + size;
  if (!_mft_phrase_find (text, called, &start, &size) || start > TERM_MOST)
    return;
  text += start + size;
  text += mft_scan_space (text);
  if (!is_quote (mft_scan_char (text, &size)))
    return;
  for (behind = size; text[behind] != '\0'; behind += size)
    if (is_quote (mft_scan_char (text + behind, &size)))
      {
        gsize from = (gsize) (text - reading->text);
        add_trimmed (term, reading, from, from + behind);
        return;
      }
}

static gboolean
is_definitions_heading (const char *heading)
{
  return strstr (heading, "DEFINISI") != NULL || strstr (heading, "KETENTUAN UMUM") != NULL
         || strstr (heading, "PENGERTIAN") != NULL;
}

static void
index_form (MftTerms *terms, MftTerm *term, const char *form)
{
  char word[MFT_SCAN_WORD_SIZE];

  if (mft_scan_word (form, word) == 0)
    return;
  GPtrArray *forms = g_hash_table_lookup (terms->by_word, word);
  if (forms == NULL)
    {
      forms = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (terms->by_word, g_strdup (word), forms);
    }
  MftTermUse *use = g_new0 (MftTermUse, 1);
  use->term = term;
  use->form = form;
  g_ptr_array_add (forms, use);
}

static void
add_term (MftTerms *terms, MftTerm *term, gboolean in_list)
{
  g_ptr_array_add (terms->list, term);
  term->in_list = in_list;
  if (in_list)
    g_hash_table_add (terms->definitions, term->reading);
  for (guint i = 0; i < term->forms->len; i++)
    index_form (terms, term, term->forms->pdata[i]);
}

static void
collect (MftTerms *terms, MftChecker *checker)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < checker->readings->len; i++)
    {
      MftReading *reading = checker->readings->pdata[i];
      MftBlockKind kind = mft_block_get_kind (reading->block);
      MftTerm *term = NULL;
      if (kind == MFT_BLOCK_PASAL)
        in_list = is_definitions_heading (reading->text);
      else if (kind == MFT_BLOCK_CLOSING)
        in_list = FALSE;
      if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_CENTERED || reading->text[0] == '\0')
        continue;
      find_marked (reading, &term);
      if (term == NULL && in_list)
        find_listed (reading, &term);
      if (term == NULL)
        find_in_place (reading, &term);
      if (term != NULL)
        add_term (terms, term, in_list);
    }
}

static void
count_uses (MftTerms *terms, MftChecker *checker)
{
  for (guint i = 0; i < checker->readings->len; i++)
    {
      MftReading *reading = checker->readings->pdata[i];
      MftBlockKind kind = mft_block_get_kind (reading->block);
      gsize start;
      gsize end = 0;
      MftTermUse use;
      if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_CENTERED)
        continue;
      while (_mft_word_next (reading->text, &start, &end))
        if (_mft_terms_match (terms, reading->text + start, &use))
          {
            end = start + use.size;
            if (use.term->reading == reading)
              continue;
            if (use.term->uses++ == 0)
              use.term->use = reading;
          }
    }
}

MftTerms *
_mft_terms_new (MftChecker *checker)
{
  MftTerms *terms = g_new0 (MftTerms, 1);

  terms->list = g_ptr_array_new_with_free_func (term_free);
  terms->by_word
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  terms->definitions = g_hash_table_new (NULL, NULL);
  collect (terms, checker);
  count_uses (terms, checker);
  return terms;
}

void
_mft_terms_free (MftTerms *terms)
{
  g_hash_table_unref (terms->by_word);
  g_hash_table_unref (terms->definitions);
  g_ptr_array_unref (terms->list);
  g_free (terms);
}

guint
_mft_terms_count (MftTerms *terms)
{
  return terms->list->len;
}

MftTerm *
_mft_terms_get (MftTerms *terms, guint index)
{
  return terms->list->pdata[index];
}

gboolean
_mft_terms_match (MftTerms *terms, const char *at, MftTermUse *use)
{
  char word[MFT_SCAN_WORD_SIZE];
  GPtrArray *forms;

  use->size = 0;
  if (mft_scan_word (at, word) == 0)
    return FALSE;
  forms = g_hash_table_lookup (terms->by_word, word);
  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const MftTermUse *form = forms->pdata[i];
      gsize size = _mft_phrase_match (at, form->form, FALSE);
      if (size > use->size)
        {
          *use = *form;
          use->size = size;
          use->exact = _mft_phrase_match (at, form->form, TRUE) > 0;
        }
    }
  return use->size > 0;
}

gboolean
_mft_terms_is_definition (MftTerms *terms, MftReading *reading)
{
  return g_hash_table_contains (terms->definitions, reading);
}
