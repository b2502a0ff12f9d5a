/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/passages.h"

#include "template/term.h"

#define LEVELS 5

typedef struct
{
  MftDraft *draft;
  MftBlock *parent;
  const MftUnit *unit;
  const MftWording *form;
  const MftPassageManner *manner;
  MftBlock *open[LEVELS]; /* the last block of each level; 0: ayat or paragraph */
  guint at;
} Stack;

guint
mft_passages_find_closing (const MftWording *form)
{
  guint paragraphs = 0;
  guint last = G_MAXUINT;

  for (guint i = 0; i < form->passages->len; i++)
    if (((MftPassage *) form->passages->pdata[i])->kind == MFT_PASSAGE_PARAGRAPH)
      {
        paragraphs++;
        last = i;
      }
  return paragraphs > 1 ? last : G_MAXUINT;
}

/* The field that a passage is a list of or a contact of, or NULL. */
static const MftToken *
find_field (const MftPassage *passage, MftSlotKind kind)
{
  GPtrArray *tokens = mft_passage_get_tokens (passage);

  for (guint i = 0; i < tokens->len; i++)
    {
      const MftToken *token = g_ptr_array_index (tokens, i);
      if (token->kind == MFT_TOKEN_FIELD && token->slot == kind)
        return token;
    }
  return NULL;
}

static char *
dup_place (const MftUnit *unit, const MftWording *form, guint at, guint part, guint party)
{
  return g_strdup_printf ("%s/%s/%u/%u/%u", unit->id, form->id, at, part, party);
}

char *
mft_passages_dup_id (MftDraft *draft, const MftUnit *unit, const MftWording *form, guint at)
{
  g_autofree char *place = dup_place (unit, form, at, 0, 0);

  return mft_draft_dup_id (draft, place);
}

void
mft_passages_keep_id (MftDraft *draft, const MftUnit *unit, const MftWording *form, guint at,
                      const char *id)
{
  g_hash_table_insert (draft->kept_ids, dup_place (unit, form, at, 0, 0), g_strdup (id));
}

static MftBlock *
append_block (Stack *stack, MftBlock *parent, MftBlockKind kind, guint part)
{
  g_autofree char *place
      = dup_place (stack->unit, stack->form, stack->at, part, stack->manner->party);

  return mft_draft_append (stack->draft, parent, kind, place);
}

static void
name_place (Stack *stack, const MftPassage *passage, MftBlock *block)
{
  if (passage->label != NULL)
    g_hash_table_insert (stack->draft->places,
                         g_strconcat (stack->unit->id, "#", passage->label, NULL), block);
}

static void
append_intro (Stack *stack, const MftPassage *passage)
{
  gboolean ayat = passage->kind == MFT_PASSAGE_AYAT || stack->manner->as_ayat;
  MftBlock *block
      = append_block (stack, stack->parent, ayat ? MFT_BLOCK_AYAT : MFT_BLOCK_PARAGRAPH, 0);

  mft_block_set_clause (block, stack->unit->id, stack->form->id);
  mft_draft_say (stack->draft, block, mft_passage_get_tokens (passage), stack->unit,
                 stack->manner->party);
  name_place (stack, passage, block);
  stack->open[0] = block;
}

static MftDraftLine *
append_item (Stack *stack, const MftPassage *passage, GPtrArray *tokens, const MftUnit *unit,
             guint part)
{
  MftBlock *parent = stack->open[passage->level - 1];
  MftBlock *block = append_block (stack, parent, MFT_BLOCK_ITEM, part);
  MftDraftLine *line = mft_draft_say (stack->draft, block, tokens, unit, stack->manner->party);

  if (passage->digits && passage->level == 1)
    mft_block_set_marks (parent, MFT_MARKS_ANGKA);
  line->marked = passage->marked;
  line->joint = g_strdup (passage->joint);
  stack->open[passage->level] = block;
  return line;
}

/* The definitions: items, or ayat by the variant "gaya_definisi". */
static void
append_definition (Stack *stack, const MftPassage *passage, GPtrArray *tokens, const MftUnit *unit,
                   guint part)
{
  const char *style = mft_plan_get_choice (stack->draft->plan, "gaya_definisi");
  gboolean ayat = g_strcmp0 (style, "ayat") == 0
                  && mft_block_get_kind (stack->open[0]) == MFT_BLOCK_PARAGRAPH;
  MftDraftLine *line;

  if (ayat)
    line = mft_draft_say (stack->draft, append_block (stack, stack->parent, MFT_BLOCK_AYAT, part),
                          tokens, unit, 0);
  else
    line = append_item (stack, passage, tokens, unit, part);
  line->marked = FALSE;
  line->defines = TRUE;
}

static gboolean
ends_sentence (GPtrArray *tokens)
{
  const MftToken *last = tokens->len > 0 ? g_ptr_array_index (tokens, tokens->len - 1) : NULL;

  return last != NULL && last->kind == MFT_TOKEN_TEXT && g_str_has_suffix (last->text, ".");
}

static void
append_definitions (Stack *stack, const MftPassage *passage)
{
  MftDraft *draft = stack->draft;
  char **given = mft_values_get_list (draft->plan->values, "definisi");
  g_autoptr (GPtrArray) items = given != NULL ? mft_draft_dup_items (draft, "definisi") : NULL;
  guint part = 1;

  for (guint i = 0; i < draft->terms->len; i++)
    {
      const MftTerm *term = g_ptr_array_index (draft->terms, i);
      if (term->tokens != NULL)
        append_definition (stack, passage, term->tokens, term->unit, part++);
    }
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!g_str_has_prefix (given[i], "D-"))
      {
        append_definition (stack, passage, items->pdata[i], NULL, part++);
        if (!ends_sentence (items->pdata[i]))
          ((MftDraftLine *) draft->lines->pdata[draft->lines->len - 1])->tail = g_strdup (".");
      }
}

static gboolean
is_alone (const Stack *stack)
{
  const MftPassage *before
      = stack->at > 0 ? g_ptr_array_index (stack->form->passages, stack->at - 1) : NULL;
  const MftPassage *after = stack->at + 1 < stack->form->passages->len
                                ? g_ptr_array_index (stack->form->passages, stack->at + 1)
                                : NULL;

  return before != NULL && before->kind != MFT_PASSAGE_ITEM
         && (after == NULL || after->kind != MFT_PASSAGE_ITEM);
}

/* One passage stands for all items; a single item is no list and ends its introduction. */
static void
append_list (Stack *stack, const MftPassage *passage, const char *field)
{
  g_autoptr (GPtrArray) items = mft_draft_dup_items (stack->draft, field);

  if (items == NULL)
    {
      append_item (stack, passage, mft_passage_get_tokens (passage), stack->unit, 0)->marked = TRUE;
      return;
    }
  if (items->len == 1 && is_alone (stack))
    {
      MftDraftLine *intro = g_hash_table_lookup (stack->draft->by_block, stack->open[0]);
      intro->joined = items->pdata[0];
      intro->tail = g_strdup (".");
      return;
    }
  for (guint i = 0; i < items->len; i++)
    append_item (stack, passage, items->pdata[i], stack->unit, i + 1)->marked = TRUE;
}

/* The tokens that stand before `stop`, without a space at the end. */
static GPtrArray *
tokens_before (const MftPassage *passage, const MftToken *stop)
{
  GPtrArray *given = mft_passage_get_tokens (passage);
  GPtrArray *before = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_token_free);

  for (guint i = 0; i < given->len && given->pdata[i] != stop; i++)
    {
      const MftToken *token = g_ptr_array_index (given, i);
      MftToken *copy = g_memdup2 (token, sizeof *token);
      copy->text = g_strdup (token->text);
      copy->unit = g_strdup (token->unit);
      if (i + 1 < given->len && given->pdata[i + 1] == stop && copy->text != NULL)
        g_strchomp (copy->text);
      g_ptr_array_add (before, copy);
    }
  return before;
}

/* {p1.korespondensi:kontak}: the words before it, and a line for each field of the address. */
static void
append_contact (Stack *stack, const MftPassage *passage, const MftToken *field)
{
  static const struct
  {
    const char *suffix;
    const char *before;
  } parts[] = {
    { ".unit", NULL }, { ".alamat", NULL }, { ".telepon", "Telepon: " }, { ".posel", "Pos-el: " }
  };
  MftBlock *contact = append_block (stack, stack->open[passage->level - 1], MFT_BLOCK_CONTACT, 0);
  GPtrArray *head = tokens_before (passage, field);

  mft_block_set_party (contact, (guint) g_ascii_strtoull (field->text + 1, NULL, 10));
  mft_draft_say (stack->draft, contact, mft_draft_keep (stack->draft, head), stack->unit, 0);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *written
          = g_strdup_printf ("%s{%s%s:teks}", parts[i].before != NULL ? parts[i].before : "",
                             field->text, parts[i].suffix);
      GPtrArray *tokens = mft_tokens_parse (written, NULL);
      mft_draft_say (stack->draft, append_block (stack, contact, MFT_BLOCK_LINE, i + 1),
                     mft_draft_keep (stack->draft, tokens), stack->unit, 0);
    }
}

static void
append_passage (Stack *stack, const MftPassage *passage)
{
  const MftToken *list = find_field (passage, MFT_SLOT_DAFTAR);
  const MftToken *contact = find_field (passage, MFT_SLOT_KONTAK);

  if (passage->kind != MFT_PASSAGE_ITEM)
    append_intro (stack, passage);
  else if (list != NULL && g_str_equal (list->text, "definisi"))
    append_definitions (stack, passage);
  else if (list != NULL)
    append_list (stack, passage, list->text);
  else if (contact != NULL)
    append_contact (stack, passage, contact);
  else
    name_place (
        stack, passage,
        append_item (stack, passage, mft_passage_get_tokens (passage), stack->unit, 0)->block);
}

/* Gives the items directly inside their closing marks: ";", "; dan" before the last, and what
 * closes the list (UU 12/2011 Lampiran II on perincian). */
static void
close_list (MftDraft *draft, MftBlock *parent, const char *closing)
{
  guint size = mft_block_n_children (parent);
  const char *joint = "dan";
  gboolean marked = FALSE;

  for (guint i = 0; i < size; i++)
    {
      MftBlock *item = mft_block_get_child (parent, i);
      const MftDraftLine *line = g_hash_table_lookup (draft->by_block, item);
      if (mft_block_get_kind (item) != MFT_BLOCK_ITEM)
        continue;
      marked = marked || line->marked || mft_block_n_children (item) > 0;
      joint = line->joint != NULL ? line->joint : joint;
    }
  for (guint i = 0; marked && i < size; i++)
    {
      MftBlock *item = mft_block_get_child (parent, i);
      MftDraftLine *line = g_hash_table_lookup (draft->by_block, item);
      g_autofree char *mark = i + 1 == size   ? g_strdup (closing)
                              : i + 2 == size ? g_strconcat ("; ", joint, NULL)
                                              : g_strdup (";");
      if (mft_block_get_kind (item) != MFT_BLOCK_ITEM)
        continue;
      if (mft_block_n_children (item) > 0)
        close_list (draft, item, mark);
      else
        line->tail = g_steal_pointer (&mark);
    }
}

guint
mft_passages_append (MftDraft *draft, MftBlock *parent, const MftUnit *unit, const MftWording *form,
                     guint from, const MftPassageManner *manner)
{
  Stack stack = { .draft = draft, .parent = parent, .unit = unit, .form = form, .manner = manner };
  guint closing = manner->closes ? mft_passages_find_closing (form) : G_MAXUINT;
  guint before = mft_block_n_children (parent);

  for (stack.at = from; stack.at < form->passages->len; stack.at++)
    {
      const MftPassage *passage = g_ptr_array_index (form->passages, stack.at);
      if (passage->kind > MFT_PASSAGE_ITEM)
        break;
      if (stack.at != closing && mft_plan_has_passage (draft->plan, unit, passage))
        append_passage (&stack, passage);
    }
  for (guint i = before; i < mft_block_n_children (parent); i++)
    close_list (draft, mft_block_get_child (parent, i), ".");
  return stack.at;
}
