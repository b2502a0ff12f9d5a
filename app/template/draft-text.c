/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bahasa/capitals.h"
#include "template/draft.h"
#include "template/error.h"
#include "template/term.h"

/* Clauses are written for a Perjanjian Kerja Sama; another document puts its own name there. */
#define DOCUMENT "Perjanjian Kerja Sama"

typedef struct
{
  MftDraft *draft;
  const MftDraftLine *line;
  MftTextBuilder builder;
  GError **error;
} Writer;

static char *
place_of (const Writer *writer, const MftToken *token)
{
  const char *unit = token->unit != NULL ? token->unit : writer->line->unit->id;

  return token->text != NULL ? g_strconcat (unit, "#", token->text, NULL) : g_strdup (unit);
}

static gboolean
write_reference (Writer *writer, const MftToken *token, MftReferenceForm form)
{
  g_autofree char *place = place_of (writer, token);
  MftBlock *target = g_hash_table_lookup (writer->draft->places, place);

  if (target == NULL)
    {
      g_set_error (writer->error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_NEEDS,
                   "'%s' refers to '%s', which is left out", writer->line->unit->id, place);
      return FALSE;
    }
  mft_text_builder_add (&writer->builder, MFT_RUN_REFERENCE, mft_block_get_id (target), form,
                        MFT_STYLE_PLAIN);
  return TRUE;
}

static int
form_of_slot (MftSlotKind kind)
{
  switch (kind)
    {
    case MFT_SLOT_BILANGAN:
      return MFT_FORM_NUMBER;
    case MFT_SLOT_DURASI:
      return MFT_FORM_DURATION;
    case MFT_SLOT_PERSEN:
      return MFT_FORM_PERCENT;
    case MFT_SLOT_UANG:
      return MFT_FORM_MONEY;
    case MFT_SLOT_TANGGAL:
      return MFT_FORM_DATE;
    case MFT_SLOT_HARI_TANGGAL:
      return MFT_FORM_DAY_DATE;
    case MFT_SLOT_NONE:
    case MFT_SLOT_TEKS:
    case MFT_SLOT_TAHUN:
    case MFT_SLOT_PILIHAN:
    case MFT_SLOT_DAFTAR:
    case MFT_SLOT_KONTAK:
    case MFT_SLOT_TABEL:
    case MFT_SLOT_PIHAK:
      break;
    }
  return MFT_FORM_TEXT;
}

static void
write_party (Writer *writer, guint party)
{
  g_autofree char *number = g_strdup_printf ("%u", party);
  const char *value = party == MFT_TOKEN_PARTY_ALL   ? "para"
                      : party == MFT_TOKEN_PARTY_ANY ? "tiap"
                                                     : number;

  mft_text_builder_add (&writer->builder, MFT_RUN_PARTY, value, 0, MFT_STYLE_PLAIN);
}

static void
write_document_name (Writer *writer, MftCapitals capitals)
{
  g_autofree char *name = mft_capitals (writer->draft->plan->template->document, capitals);

  mft_text_builder_words (&writer->builder, name, MFT_STYLE_PLAIN);
}

static void
write_field (Writer *writer, const MftToken *token)
{
  g_autofree char *id = mft_draft_dup_field_id (token, writer->line->party);
  int form = form_of_slot (token->slot);
  gboolean of_party = id[0] == 'p' && g_ascii_isdigit (id[1]);

  if (g_str_equal (id, "NASKAH"))
    {
      write_document_name (writer, MFT_CAPITALS_UPPER);
      return;
    }
  if (of_party && g_str_has_suffix (id, ".sebutan"))
    {
      write_party (writer, (guint) g_ascii_strtoull (id + 1, NULL, 10));
      return;
    }
  if (g_str_equal (id, "TENTANG") || (of_party && g_str_has_suffix (id, ".NAMA")))
    {
      g_autofree char *lower = g_ascii_strdown (id, -1);
      g_free (id);
      id = g_steal_pointer (&lower);
      form = MFT_FORM_UPPER;
    }
  else if ((of_party && g_str_has_suffix (id, ".tanggal"))
           || g_str_has_prefix (id, "induk.tanggal"))
    form = MFT_FORM_DATE;
  mft_draft_use_field (writer->draft, id);
  mft_text_builder_add (&writer->builder, MFT_RUN_FIELD, id, form,
                        token->italic ? MFT_STYLE_ITALIC : MFT_STYLE_PLAIN);
}

static void
write_quantity (Writer *writer, const MftToken *token)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, token->number);

  mft_text_builder_add (&writer->builder, MFT_RUN_NUMBER, number, MFT_FORM_NUMBER, MFT_STYLE_PLAIN);
  if (token->unit == NULL)
    return;
  g_autofree char *unit = g_strconcat (" ", token->unit, NULL);
  mft_text_builder_words (&writer->builder, unit, MFT_STYLE_PLAIN);
}

/* A template's own words say what they mean: those of an adendum, the agreement that it changes. */
static gboolean
is_of_template (const MftDraft *draft, const MftUnit *unit)
{
  const MftUnit *template = draft->plan->template->unit;

  return template != NULL && g_strcmp0 (template->file, unit->file) == 0;
}

/* The words of a clause as this agreement says them: its name of the document, the capitals of the
 * terms it defines. Definitions and regulations are quoted and stay. */
static char *
settle_words (Writer *writer, const char *words, gboolean at_start)
{
  const MftUnit *unit = writer->line->unit;
  const MftDraft *draft = writer->draft;

  if (unit == NULL || unit->id[1] != '-' || strchr ("KLBP", unit->id[0]) == NULL
      || is_of_template (draft, unit))
    return g_strdup (words);
  g_auto (GStrv) parts = g_strsplit (words, DOCUMENT, 0);
  g_autofree char *named = g_strjoinv (draft->plan->template->document, parts);
  if (unit->id[0] != 'K')
    return g_steal_pointer (&named);
  g_autofree char *lowered = mft_terms_lower (draft->undefined, named, at_start);
  return mft_terms_capitalize (draft->terms, lowered);
}

/* Words; a term that they define is marked. */
static void
write_words (Writer *writer, const char *given, MftStyle style, gboolean at_start)
{
  g_autofree char *words = settle_words (writer, given, at_start);
  gsize start, end;

  if (!mft_term_find_definition (words, &start, &end))
    {
      mft_text_builder_words (&writer->builder, words, style);
      return;
    }
  g_autofree char *before = g_strndup (words, start);
  g_autofree char *term = g_strndup (words + start, end - start);
  mft_text_builder_words (&writer->builder, before, style);
  mft_text_builder_words (&writer->builder, term, style | MFT_STYLE_DEFINITION);
  mft_text_builder_words (&writer->builder, words + end, style);
}

/* The first words of a definition up to "adalah" are its term, unless it names one later. */
static void
write_defining (Writer *writer, const char *words, MftStyle style)
{
  const char *adalah = strstr (words, " adalah ");
  gsize start, end;

  if (mft_term_find_definition (words, &start, &end))
    {
      write_words (writer, words, style, TRUE);
      return;
    }
  g_autofree char *term
      = adalah != NULL ? g_strndup (words, (gsize) (adalah - words)) : g_strdup (words);
  mft_text_builder_words (&writer->builder, term, style | MFT_STYLE_DEFINITION);
  write_words (writer, words + strlen (term), style, FALSE);
}

/* "pada {@ayat:x}" and "dalam {@pasal:K-9}": the reference says its preposition itself, because it
 * depends on where the target is (UU 12/2011 Lampiran II). Cuts it from the words; FALSE if there is
 * none. */
static gboolean
cut_preposition (char *words)
{
  static const char *const prepositions[] = { "pada ", "dalam " };

  for (guint i = 0; i < G_N_ELEMENTS (prepositions); i++)
    if (g_str_has_suffix (words, prepositions[i]))
      {
        words[strlen (words) - strlen (prepositions[i])] = '\0';
        return TRUE;
      }
  return FALSE;
}

static const MftToken *
token_at (GPtrArray *tokens, guint index, MftTokenKind kind)
{
  const MftToken *token = index < tokens->len ? g_ptr_array_index (tokens, index) : NULL;

  return token != NULL && token->kind == kind ? token : NULL;
}

/* "{@ayat:x} {@huruf:y}" is one reference, to the huruf. */
static const MftToken *
inner_target (GPtrArray *tokens, guint index)
{
  const MftToken *ayat = g_ptr_array_index (tokens, index);
  const MftToken *space = token_at (tokens, index + 1, MFT_TOKEN_TEXT);
  const MftToken *huruf = token_at (tokens, index + 2, MFT_TOKEN_REFERENCE);

  return ayat->points == MFT_POINTER_AYAT && space != NULL && g_str_equal (space->text, " ")
                 && huruf != NULL && huruf->points == MFT_POINTER_HURUF
             ? huruf
             : NULL;
}

/* Writes the reference at `index`; returns how many tokens it took, 0 for an error. */
static guint
write_reference_at (Writer *writer, GPtrArray *tokens, guint index, gboolean prepositioned)
{
  const MftToken *token = g_ptr_array_index (tokens, index);
  const MftToken *huruf = inner_target (tokens, index);
  MftReferenceForm form = prepositioned ? MFT_REFERENCE_IN
                          : token->points == MFT_POINTER_PASAL || huruf != NULL
                              ? MFT_REFERENCE_PATH
                              : MFT_REFERENCE_LEVEL;

  if (!write_reference (writer, huruf != NULL ? huruf : token, form))
    return 0;
  return huruf != NULL ? 3 : 1;
}

static gboolean
write_tokens (Writer *writer, GPtrArray *tokens)
{
  gboolean prepositioned = FALSE;

  for (guint i = 0; i < tokens->len; i++)
    {
      const MftToken *token = g_ptr_array_index (tokens, i);
      const MftToken *next = token_at (tokens, i + 1, MFT_TOKEN_REFERENCE);
      MftStyle style = token->italic ? MFT_STYLE_ITALIC : MFT_STYLE_PLAIN;
      g_autofree char *words = g_strdup (token->text);
      guint taken;

      switch (token->kind)
        {
        case MFT_TOKEN_TEXT:
          prepositioned
              = next != NULL && next->points != MFT_POINTER_LAMPIRAN && cut_preposition (words);
          if (i == 0 && writer->line->defines)
            write_defining (writer, words, style);
          else
            write_words (writer, words, style, i == 0);
          break;
        case MFT_TOKEN_FIELD:
          write_field (writer, token);
          break;
        case MFT_TOKEN_QUANTITY:
          write_quantity (writer, token);
          break;
        case MFT_TOKEN_PARTY:
          write_party (writer, token->party);
          break;
        case MFT_TOKEN_REFERENCE:
          taken = write_reference_at (writer, tokens, i, prepositioned);
          if (taken == 0)
            return FALSE;
          i += taken - 1;
          prepositioned = FALSE;
          break;
        }
    }
  return TRUE;
}

/* "Tujuan … adalah:" with its only item: "Tujuan … adalah meningkatkan …." */
static MftText *
join_item (MftText *intro, MftText *item)
{
  guint length = mft_text_length (intro);
  g_autoptr (MftText) space = mft_text_new (" ", MFT_STYLE_PLAIN);
  g_autoptr (MftText) head = mft_text_replace (intro, length - 1, length, space);

  return mft_text_join (head, item);
}

static MftText *
write_line (Writer *writer, GPtrArray *tokens)
{
  mft_text_builder_init (&writer->builder);
  gboolean done = write_tokens (writer, tokens);
  MftText *text = mft_text_builder_end (&writer->builder);

  if (!done)
    g_clear_pointer (&text, mft_text_unref);
  return text;
}

static MftText *
text_of_line (Writer *writer)
{
  const MftDraftLine *line = writer->line;
  g_autoptr (MftText) text = write_line (writer, line->tokens);

  if (text != NULL && line->joined != NULL)
    {
      g_autoptr (MftText) item = write_line (writer, line->joined);
      g_autoptr (MftText) intro = g_steal_pointer (&text);
      text = item != NULL ? join_item (intro, item) : NULL;
    }
  if (text == NULL || line->tail == NULL)
    return g_steal_pointer (&text);
  g_autoptr (MftText) tail = mft_text_new (line->tail, MFT_STYLE_PLAIN);
  return mft_text_join (text, tail);
}

gboolean
mft_draft_write (MftDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->lines->len; i++)
    {
      const MftDraftLine *line = g_ptr_array_index (draft->lines, i);
      Writer writer = { .draft = draft, .line = line, .error = error };
      g_autoptr (MftText) text = text_of_line (&writer);
      if (text == NULL)
        return FALSE;
      mft_block_set_text (line->block, text);
    }
  return TRUE;
}
