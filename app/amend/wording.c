/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/wording.h"

#include <string.h>

#include "base/content.h"
#include "template/parser.h"

#define CONTENT "amend/adendum.txt"
#define TEMPLATE "adendum-perubahan"
#define BY_HAND "P-ubah" /* for an addendum that a person writes */
#define CLOSING "P-penutup-adendum"
#define FORMULAS "P-butir-perubahan"

/* What the texts call the agreement that is amended. */
#define DOCUMENT "Perjanjian Kerja Sama"

static MftUnit *
find_unit (const char *id)
{
  static GPtrArray *units = NULL;

  if (g_once_init_enter (&units))
    {
      g_autoptr (GBytes) bytes = mft_content_read (CONTENT);
      g_autoptr (GError) error = NULL;
      GPtrArray *read = mft_template_parse (CONTENT, bytes, &error);
      /* Compiled in: a fault in it is ours, and the tests find it. */
      if (read == NULL)
        g_error ("%s", error->message);
      g_once_init_leave (&units, read);
    }
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (((MftUnit *) units->pdata[i])->id, id))
      return units->pdata[i];
  g_return_val_if_reached (NULL);
}

static void
add_words (MftTextBuilder *builder, const char *words, const char *document)
{
  GString *text = g_string_new (words);

  g_string_replace (text, DOCUMENT, document, 0);
  mft_text_builder_words (builder, text->str, MFT_STYLE_PLAIN);
  g_string_free (text, TRUE);
}

static void
add_party (MftTextBuilder *builder, guint party)
{
  g_autofree char *number = g_strdup_printf ("%u", party);

  mft_text_builder_add (builder, MFT_RUN_PARTY,
                        party == MFT_TOKEN_PARTY_ALL   ? "para"
                        : party == MFT_TOKEN_PARTY_ANY ? "tiap"
                                                       : number,
                        0, MFT_STYLE_PLAIN);
}

static void
add_token (MftTextBuilder *builder, const MftToken *token, GHashTable *open, const char *document)
{
  MftText *given = open != NULL && token->kind == MFT_TOKEN_FIELD
                       ? g_hash_table_lookup (open, token->text)
                       : NULL;

  if (given != NULL)
    mft_text_builder_text (builder, given);
  else if (token->kind == MFT_TOKEN_FIELD)
    mft_text_builder_add (builder, MFT_RUN_FIELD, token->text,
                          token->slot == MFT_SLOT_TANGGAL    ? MFT_FORM_DATE
                          : token->slot == MFT_SLOT_BILANGAN ? MFT_FORM_NUMBER
                                                             : MFT_FORM_TEXT,
                          MFT_STYLE_PLAIN);
  else if (token->kind == MFT_TOKEN_PARTY)
    add_party (builder, token->party);
  else
    add_words (builder, token->text, document);
}

static MftText *
say (const MftPassage *passage, GHashTable *open, const char *document, const char *tail)
{
  GPtrArray *tokens = mft_passage_get_tokens (passage);
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < tokens->len; i++)
    add_token (&builder, tokens->pdata[i], open, document);
  mft_text_builder_words (&builder, tail, MFT_STYLE_PLAIN);
  return mft_text_builder_end (&builder);
}

/* Of a list's item: the mark and the "dan" behind it. Owned by the caller. */
static char *
dup_tail (GPtrArray *passages, guint index)
{
  const MftPassage *passage = passages->pdata[index];
  gboolean last = index + 1 == passages->len;

  if (passage->kind != MFT_PASSAGE_ITEM || !passage->marked)
    return g_strdup ("");
  return last ? g_strdup (".")
              : g_strconcat (";", passage->joint != NULL ? " " : "", passage->joint, NULL);
}

static void
add_passages (MftBlock *parent, GPtrArray *passages, const char *document)
{
  MftBlock *above = parent;

  for (guint i = 0; i < passages->len; i++)
    {
      const MftPassage *passage = passages->pdata[i];
      g_autofree char *tail = dup_tail (passages, i);
      g_autoptr (MftText) text = say (passage, NULL, document, tail);
      gboolean item = passage->kind == MFT_PASSAGE_ITEM;
      MftBlockKind kind = item                                ? MFT_BLOCK_ITEM
                          : passage->kind == MFT_PASSAGE_AYAT ? MFT_BLOCK_AYAT
                                                              : MFT_BLOCK_PARAGRAPH;
      MftBlock *block = mft_block_append (item ? above : parent, mft_block_new (kind, text));
      above = item ? above : block;
    }
}

static void
add_own (MftBlock *parent, const MftUnit *unit, const char *form, const char *document)
{
  add_passages (parent, mft_unit_get_wording (unit, form)->passages, document);
}

void
mft_wording_add_part (MftBlock *parent, const char *key, const char *document)
{
  MftEntry *entry = mft_entries_find (find_unit (TEMPLATE)->entries, key);

  g_return_if_fail (entry != NULL && entry->own != NULL);
  add_own (parent, entry->own, NULL, document);
}

void
mft_wording_add_articles (MftBlock *body, const char *document)
{
  GPtrArray *entries = find_unit (TEMPLATE)->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      const MftEntry *entry = entries->pdata[i];
      if (!g_str_equal (entry->key, "pasal") || g_str_equal (entry->own->id, BY_HAND))
        continue;
      const char *bar = strchr (entry->value, '|');
      g_autofree char *heading = g_strstrip (g_strdup (bar != NULL ? bar + 1 : ""));
      g_autoptr (MftText) text = mft_text_new (heading, MFT_STYLE_PLAIN);
      MftBlock *pasal = mft_block_append (body, mft_block_new (MFT_BLOCK_PASAL, text));
      add_own (pasal, entry->own, NULL, document);
    }
}

void
mft_wording_add_closing (MftBlock *closing, const char *form, const char *document)
{
  add_own (closing, find_unit (CLOSING), form, document);
}

MftText *
mft_wording_new_formula (const char *form, guint index, GHashTable *open, const char *document)
{
  GPtrArray *passages = mft_unit_get_wording (find_unit (FORMULAS), form)->passages;

  return say (passages->pdata[index], open, document, "");
}
