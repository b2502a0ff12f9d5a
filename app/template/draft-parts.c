/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/draft-parts.h"

#include "template/passages.h"

static MftBlock *
append_part (MftDraft *draft, MftBlockKind kind)
{
  g_autofree char *place = g_strdup_printf ("part/%d", kind);

  return mft_draft_append (draft, draft->root, kind, place);
}

static MftWording *
form_of_part (MftDraft *draft, const char *key, MftUnit **unit)
{
  MftUse *use = mft_template_get_part (draft->plan->template, key);

  *unit = use != NULL ? use->unit : NULL;
  return use != NULL ? mft_plan_get_wording (draft->plan, use->unit) : NULL;
}

/* A part that is running text. */
static void
add_text_part (MftDraft *draft, MftBlockKind kind, const char *key)
{
  const MftPassageManner manner = { 0 };
  MftUnit *unit;
  MftWording *form = form_of_part (draft, key, &unit);

  if (form != NULL)
    mft_passages_append (draft, append_part (draft, kind), unit, form, 0, &manner);
}

/* Whether the passage says something of every party: {pN.nama}. */
static gboolean
is_of_each_party (const MftPassage *passage)
{
  GPtrArray *tokens = mft_passage_get_tokens (passage);

  for (guint i = 0; i < tokens->len; i++)
    {
      const MftToken *token = g_ptr_array_index (tokens, i);
      if (token->kind == MFT_TOKEN_FIELD && g_str_has_prefix (token->text, "pN."))
        return TRUE;
    }
  return FALSE;
}

static MftDraftLine *
append_line (MftDraft *draft, MftBlock *parent, MftBlockKind kind, const MftUnit *unit, guint at,
             GPtrArray *tokens, guint party)
{
  g_autofree char *place = g_strdup_printf ("%s/%u/%u/%d", unit->id, at, party, kind);

  return mft_draft_say (draft, mft_draft_append (draft, parent, kind, place), tokens, unit, party);
}

static gboolean
is_name_of_party (const MftPassage *passage)
{
  GPtrArray *tokens = mft_passage_get_tokens (passage);

  return tokens->len == 1 && g_strcmp0 (((MftToken *) tokens->pdata[0])->text, "pN.NAMA") == 0;
}

/* A line of the title; the names of three parties or more are parted by commas and a last "DAN". */
static void
add_title_line (MftDraft *draft, MftBlock *title, const MftUnit *unit, const MftPassage *passage,
                guint at)
{
  guint parties = draft->plan->template->parties;
  GPtrArray *tokens = mft_passage_get_tokens (passage);

  if (!is_of_each_party (passage))
    {
      append_line (draft, title, MFT_BLOCK_CENTERED, unit, at, tokens, 0);
      return;
    }
  for (guint party = 1; party <= parties; party++)
    {
      gboolean name = is_name_of_party (passage);
      if (name && party == parties)
        append_line (draft, title, MFT_BLOCK_CENTERED, unit, at,
                     mft_draft_keep (draft, mft_tokens_parse ("DAN", NULL)), 0);
      MftDraftLine *line = append_line (draft, title, MFT_BLOCK_CENTERED, unit, at, tokens, party);
      if (name && party + 1 < parties)
        line->tail = g_strdup (",");
    }
}

static void
add_title (MftDraft *draft)
{
  MftBlock *title = append_part (draft, MFT_BLOCK_TITLE);
  MftUnit *unit;
  MftWording *form = form_of_part (draft, "judul", &unit);

  for (guint i = 0; i < form->passages->len; i++)
    add_title_line (draft, title, unit, form->passages->pdata[i], i);
}

static void
add_komparisi (MftDraft *draft)
{
  MftBlock *komparisi = append_part (draft, MFT_BLOCK_KOMPARISI);
  const MftPassageManner manner = { 0 };
  MftUnit *unit;
  MftWording *collective;

  form_of_part (draft, "komparisi", &unit);
  for (guint party = 1; party <= draft->plan->template->parties; party++)
    {
      MftWording *form = mft_plan_get_authority (draft->plan, party);
      MftDraftLine *line = append_line (draft, komparisi, MFT_BLOCK_PERSON, unit, 0,
                                        mft_passage_get_tokens (form->passages->pdata[0]), party);
      mft_block_set_party (line->block, party);
      mft_block_set_clause (line->block, unit->id, form->id);
    }
  collective = form_of_part (draft, "kolektif", &unit);
  mft_passages_append (draft, komparisi, unit, collective, 0, &manner);
}

void
mft_draft_add_front (MftDraft *draft)
{
  add_title (draft);
  add_text_part (draft, MFT_BLOCK_OPENING, "pembukaan");
  add_komparisi (draft);
  add_text_part (draft, MFT_BLOCK_RECITALS, "premis");
  add_text_part (draft, MFT_BLOCK_LEGAL_BASIS, "dasar_hukum");
  add_text_part (draft, MFT_BLOCK_SENTENCE, "kesepakatan");
}

/* Without a single definition the article on definitions is left out. */
static gboolean
is_in (MftDraft *draft, const MftUse *use)
{
  gboolean given = mft_values_get_list (draft->plan->values, "definisi") != NULL;

  return mft_plan_get_wording (draft->plan, use->unit) != NULL
         && (!g_str_equal (use->unit->id, "K-1") || draft->terms->len > 0 || given);
}

static const char *
heading_of (MftDraft *draft, const MftArticle *article, const MftUnit *first)
{
  const char *heading
      = mft_wording_get_value (mft_plan_get_wording (draft->plan, first), first, "heading");

  return article->heading != NULL ? article->heading : heading != NULL ? heading : first->title;
}

static void
add_article (MftDraft *draft, MftBlock *body, const MftArticle *article)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  MftUse *closing = mft_template_get_part (draft->plan->template, "penutup");

  for (guint i = 0; i < article->uses->len; i++)
    {
      const MftUse *use = g_ptr_array_index (article->uses, i);
      if (is_in (draft, use))
        g_ptr_array_add (units, use->unit);
    }
  if (units->len == 0)
    return;
  const MftUnit *first = g_ptr_array_index (units, 0);
  g_autofree char *place = g_strconcat ("pasal/", first->id, NULL);
  MftBlock *pasal = mft_draft_append (draft, body, MFT_BLOCK_PASAL, place);
  g_autoptr (MftText) heading = mft_text_new (heading_of (draft, article, first), MFT_STYLE_PLAIN);

  mft_block_set_text (pasal, heading);
  mft_block_set_clause (pasal, first->id, mft_plan_get_wording (draft->plan, first)->id);
  for (guint i = 0; i < units->len; i++)
    {
      const MftUnit *unit = g_ptr_array_index (units, i);
      const MftPassageManner manner
          = { .as_ayat = units->len > 1, .closes = closing != NULL && closing->unit == unit };
      g_hash_table_insert (draft->places, g_strdup (unit->id), pasal);
      mft_passages_append (draft, pasal, unit, mft_plan_get_wording (draft->plan, unit), 0,
                           &manner);
    }
}

void
mft_draft_add_body (MftDraft *draft)
{
  MftBlock *body = append_part (draft, MFT_BLOCK_BODY);

  for (guint i = 0; i < draft->plan->articles->len; i++)
    add_article (draft, body, draft->plan->articles->pdata[i]);
}

/* "Demikian …", the last paragraph of the closing article; all of it, where it is no article. */
static void
add_closing (MftDraft *draft)
{
  MftBlock *part = append_part (draft, MFT_BLOCK_CLOSING);
  MftUnit *unit;
  MftWording *form = form_of_part (draft, "penutup", &unit);
  guint last = form != NULL ? mft_passages_find_closing (form) : G_MAXUINT;

  if (form != NULL && !g_hash_table_contains (draft->places, unit->id))
    {
      const MftPassageManner manner = { 0 };
      mft_passages_append (draft, part, unit, form, 0, &manner);
      return;
    }
  if (last != G_MAXUINT)
    append_line (draft, part, MFT_BLOCK_PARAGRAPH, unit, last,
                 mft_passage_get_tokens (form->passages->pdata[last]), 0);
}

/* A line that only shows a field of no value (the anchor) is not there at all. */
static gboolean
is_empty_anchor (MftDraft *draft, GPtrArray *tokens, guint party)
{
  const MftToken *token = tokens->len == 1 ? g_ptr_array_index (tokens, 0) : NULL;

  if (token == NULL || g_strcmp0 (token->text, "pN.jangkar") != 0)
    return FALSE;
  g_autofree char *id = mft_draft_dup_field_id (token, party);
  const char *value = mft_values_get (draft->plan->values, id);
  return value == NULL || *value == '\0';
}

static void
add_signatures (MftDraft *draft)
{
  MftBlock *part = append_part (draft, MFT_BLOCK_SIGNATURES);
  MftUnit *unit;
  MftWording *form = form_of_part (draft, "ttd", &unit);

  for (guint party = 1; party <= draft->plan->template->parties; party++)
    {
      g_autofree char *place = g_strdup_printf ("ttd/%u", party);
      MftBlock *signature = mft_draft_append (draft, part, MFT_BLOCK_SIGNATURE, place);
      mft_block_set_party (signature, party);
      for (guint i = 0; i < form->passages->len; i++)
        {
          GPtrArray *tokens = mft_passage_get_tokens (form->passages->pdata[i]);
          /* The role stands over the field, the rest under it. */
          if (i == 0)
            mft_draft_say (draft, signature, tokens, unit, party);
          else if (!is_empty_anchor (draft, tokens, party))
            append_line (draft, signature, MFT_BLOCK_LINE, unit, i, tokens, party);
        }
    }
}

void
mft_draft_add_back (MftDraft *draft)
{
  add_closing (draft);
  add_signatures (draft);
}
