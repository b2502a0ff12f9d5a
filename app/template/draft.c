/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/draft.h"

#include <string.h>

#include "agreement/party.h"
#include "base/digest.h"
#include "template/term.h"

static void
line_free (gpointer data)
{
  MftDraftLine *line = data;

  g_free (line->tail);
  g_free (line->joint);
  g_free (line);
}

MftDraft *
mft_draft_new (const MftPlan *plan)
{
  MftDraft *draft = g_new0 (MftDraft, 1);

  draft->plan = plan;
  draft->root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  draft->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  draft->lines = g_ptr_array_new_with_free_func (line_free);
  draft->by_block = g_hash_table_new (NULL, NULL);
  draft->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  draft->kept_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  draft->fields = g_ptr_array_new_with_free_func (g_free);
  draft->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  draft->terms = mft_terms_collect (plan, mft_values_get_list (plan->values, "definisi"));
  draft->undefined = mft_terms_list_undefined (plan, draft->terms);
  return draft;
}

void
mft_draft_free (MftDraft *draft)
{
  g_clear_pointer (&draft->root, mft_block_free);
  g_hash_table_unref (draft->places);
  g_ptr_array_unref (draft->lines);
  g_hash_table_unref (draft->by_block);
  g_hash_table_unref (draft->ids);
  g_hash_table_unref (draft->kept_ids);
  g_ptr_array_unref (draft->fields);
  g_ptr_array_unref (draft->kept);
  g_ptr_array_unref (draft->terms);
  g_ptr_array_unref (draft->undefined);
  g_free (draft);
}

/* Ten characters of base 32, the first a letter, as base/random.h makes them. */
static char *
id_from_place (const char *template, const char *place, guint attempt)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  g_autofree char *seed = g_strdup_printf ("%s\n%s\n%u", template, place, attempt);
  guint8 digest[MFT_SHA256_SIZE];
  char id[11] = "";

  mft_sha256 (seed, strlen (seed), digest);
  for (guint i = 0; i < 10; i++)
    id[i] = alphabet[i == 0 ? digest[i] % 26 : digest[i] % 32];
  return g_strdup (id);
}

char *
mft_draft_dup_id (const MftDraft *draft, const char *place)
{
  return id_from_place (draft->plan->template->id, place, 0);
}

MftBlock *
mft_draft_append (MftDraft *draft, MftBlock *parent, MftBlockKind kind, const char *place)
{
  char *id = g_strdup (g_hash_table_lookup (draft->kept_ids, place));

  for (guint attempt = 0; id == NULL || g_hash_table_contains (draft->ids, id); attempt++)
    {
      g_free (id);
      id = id_from_place (draft->plan->template->id, place, attempt);
    }
  g_hash_table_add (draft->ids, id);
  return mft_block_append (parent, mft_block_new_with_id (kind, id, NULL));
}

MftDraftLine *
mft_draft_say (MftDraft *draft, MftBlock *block, GPtrArray *tokens, const MftUnit *unit,
               guint party)
{
  MftDraftLine *line = g_new0 (MftDraftLine, 1);

  line->block = block;
  line->tokens = tokens;
  line->unit = unit;
  line->party = party;
  g_ptr_array_add (draft->lines, line);
  g_hash_table_insert (draft->by_block, block, line);
  return line;
}

GPtrArray *
mft_draft_keep (MftDraft *draft, GPtrArray *tokens)
{
  g_ptr_array_add (draft->kept, tokens);
  return tokens;
}

/* What people write is words: only the parties' roles in it are more. */
static GPtrArray *
tokens_of_words (const char *words)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_token_free);
  g_autoptr (GString) plain = g_string_new (NULL);

  while (TRUE)
    {
      g_autofree char *role = NULL;
      gsize taken = mft_party_parse_role (words, &role);
      if ((taken > 0 || *words == '\0') && plain->len > 0)
        {
          MftToken *token = g_new0 (MftToken, 1);
          token->kind = MFT_TOKEN_TEXT;
          token->text = g_strdup (plain->str);
          g_ptr_array_add (tokens, token);
          g_string_truncate (plain, 0);
        }
      if (*words == '\0')
        return tokens;
      if (taken > 0)
        {
          MftToken *token = g_new0 (MftToken, 1);
          token->kind = MFT_TOKEN_PARTY;
          token->text = g_strndup (words, taken);
          token->party = g_str_equal (role, "para")   ? MFT_TOKEN_PARTY_ALL
                         : g_str_equal (role, "tiap") ? MFT_TOKEN_PARTY_ANY
                                                      : (guint) g_ascii_strtoull (role, NULL, 10);
          g_ptr_array_add (tokens, token);
        }
      else
        {
          taken = (gsize) (g_utf8_next_char (words) - words);
          g_string_append_len (plain, words, (gssize) taken);
        }
      words += taken;
    }
}

GPtrArray *
mft_draft_dup_items (MftDraft *draft, const char *field)
{
  char **given = mft_values_get_list (draft->plan->values, field);
  g_autofree char *initial = given == NULL ? mft_plan_dup_initial (draft->plan, field) : NULL;
  g_auto (GStrv) items = initial != NULL ? mft_split_list (initial, "\n") : NULL;
  GPtrArray *lists = g_ptr_array_new ();

  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    g_ptr_array_add (lists, mft_draft_keep (draft, tokens_of_words (given[i])));
  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    {
      /* A default that breaks the form counts as plain words. */
      GPtrArray *tokens = mft_tokens_parse (items[i], NULL);
      if (tokens == NULL)
        tokens = tokens_of_words (items[i]);
      g_ptr_array_add (lists, mft_draft_keep (draft, tokens));
    }
  if (lists->len == 0)
    g_clear_pointer (&lists, g_ptr_array_unref);
  return lists;
}

char *
mft_draft_dup_field_id (const MftToken *token, guint party)
{
  const char *id = token->text;

  if (id[0] == 'p' && id[1] == 'N' && id[2] == '.')
    return mft_party_field_id (party, id + strlen ("pN."));
  return g_strdup (id);
}

void
mft_draft_use_field (MftDraft *draft, const char *id)
{
  for (guint i = 0; i < draft->fields->len; i++)
    if (g_str_equal (draft->fields->pdata[i], id))
      return;
  g_ptr_array_add (draft->fields, g_strdup (id));
}
