/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/part.h"

#include <string.h>

#include "agreement/edit.h"
#include "agreement/shown.h"

#include "amend/quote.h"

const MftBlockKind mft_part_kinds[]
    = { MFT_BLOCK_TITLE,       MFT_BLOCK_KOMPARISI, MFT_BLOCK_RECITALS,
        MFT_BLOCK_LEGAL_BASIS, MFT_BLOCK_SENTENCE,  MFT_BLOCK_AGREEMENT };

const char *
mft_part_get_name (MftBlockKind kind)
{
  switch ((int) kind)
    {
    case MFT_BLOCK_TITLE:
      return "Judul";
    case MFT_BLOCK_KOMPARISI:
      return "Komparisi";
    case MFT_BLOCK_RECITALS:
      return "Premis";
    case MFT_BLOCK_LEGAL_BASIS:
      return "Dasar hukum";
    case MFT_BLOCK_SENTENCE:
      return "Kalimat kesepakatan";
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
mft_part_scan (const char *formula, MftBlockKind *kind)
{
  for (const MftBlockKind *at = mft_part_kinds; *at != MFT_BLOCK_AGREEMENT; at++)
    {
      const char *name = mft_part_get_name (*at);
      g_autofree char *added = g_strconcat ("dilengkapi dengan ", name, " yang berbunyi", NULL);
      gboolean named = g_str_has_prefix (formula, name) && formula[strlen (name)] == ' ';
      *kind = *at;
      if (named || strstr (formula, added) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* --- reading ------------------------------------------------------------------------------------------ */

static gboolean
is_number (MftAgreement *agreement, MftBlock *line)
{
  g_autofree char *words = mft_shown_text (agreement, line);

  return mft_block_get_kind (line) == MFT_BLOCK_CENTERED
         && g_ascii_strncasecmp (words, "nomor", strlen ("nomor")) == 0;
}

static void
append_reading (MftAgreement *agreement, MftBlock *top, GString *reading)
{
  for (MftBlock *at = top; at != NULL; at = mft_block_next (at, top))
    {
      g_autofree char *words = mft_shown_text (agreement, at);
      g_string_append_printf (reading, "%s\t%s\n", mft_block_get_label (at), words);
    }
}

char *
mft_part_dup_reading (MftAgreement *agreement, MftBlockKind kind)
{
  MftBlock *part = mft_agreement_get_part (agreement, kind);
  GString *reading = g_string_new (NULL);

  for (guint i = 0; part != NULL && i < mft_block_n_children (part); i++)
    if (!is_number (agreement, mft_block_get_child (part, i)))
      append_reading (agreement, mft_block_get_child (part, i), reading);
  return g_string_free (reading, FALSE);
}

char *
mft_part_dup_quoted (MftAgreement *addendum, MftBlock *pasal, guint first, guint end)
{
  GString *reading = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      MftBlock *block = mft_block_get_child (pasal, i);
      if (i > first)
        append_reading (addendum, block, reading);
      for (guint k = 0; i == first && k < mft_block_n_children (block); k++)
        append_reading (addendum, mft_block_get_child (block, k), reading);
    }
  return g_string_free (reading, FALSE);
}

/* --- into the addendum -------------------------------------------------------------------------------- */

/* Persons are a numbered list under what stands before them: a Pasal has no other place for them. */
static void
append_quote (MftBlock *copy, MftBlock *pasal, const char *label)
{
  MftBlock *last = mft_block_get_child (pasal, mft_block_n_children (pasal) - 1);
  gboolean person = mft_block_get_kind (copy) == MFT_BLOCK_PERSON;

  if (mft_block_get_kind (copy) == MFT_BLOCK_PARAGRAPH)
    {
      mft_block_append (pasal, copy);
      return;
    }
  MftBlock *made
      = mft_block_new (person ? MFT_BLOCK_ITEM : MFT_BLOCK_PARAGRAPH, mft_block_get_text (copy));
  if (person)
    {
      mft_block_set_marks (last, MFT_MARKS_ANGKA);
      mft_block_set_locked_label (made, label);
    }
  mft_block_append (person ? last : pasal, made);
  mft_block_free (copy);
}

void
mft_part_quote (MftAgreement *agreement, MftBlockKind kind, MftBlock *pasal, gboolean gone)
{
  MftBlock *part = mft_agreement_get_part (agreement, kind);

  for (guint i = 0; part != NULL && i < mft_block_n_children (part); i++)
    {
      MftBlock *block = mft_block_get_child (part, i);
      if (!is_number (agreement, block))
        append_quote (mft_quote_copy (agreement, block, gone ? MFT_QUOTE_GONE : MFT_QUOTE_PART),
                      pasal, mft_block_get_label (block));
    }
}

/* --- and back ----------------------------------------------------------------------------------------- */

/* A block that a part is to have, and what of the quote it says. */
typedef struct
{
  MftBlockKind kind;
  guint party;
  MftBlock *quoted;
  gboolean whole; /* with all that stands in it */
} Model;

/* The party that is named last: "… selanjutnya disebut PIHAK KEDUA." */
static guint
find_party (MftBlock *person, guint otherwise)
{
  MftText *text = mft_block_get_text (person);

  for (guint i = mft_text_n_runs (text); i > 0; i--)
    {
      const MftRun *run = mft_text_get_run (text, i - 1);
      if (run->kind == MFT_RUN_PARTY && g_ascii_isdigit (run->value[0]))
        return (guint) g_ascii_strtoull (run->value, NULL, 10);
    }
  return otherwise;
}

static void
add_model (GArray *models, MftBlockKind kind, MftBlock *quoted, gboolean whole)
{
  guint persons = 1;

  for (guint i = 0; i < models->len; i++)
    persons += g_array_index (models, Model, i).kind == MFT_BLOCK_PERSON ? 1 : 0;
  Model model
      = { kind, kind == MFT_BLOCK_PERSON ? find_party (quoted, persons) : 0, quoted, whole };
  g_array_append_val (models, model);
}

/* Who signs stands as a list under what comes before; any other list is the paragraph's own. */
static gboolean
names_parties (MftBlock *block)
{
  for (guint i = 0; i < mft_block_n_children (block); i++)
    if (find_party (mft_block_get_child (block, i), 0) > 0)
      return TRUE;
  return FALSE;
}

static GArray *
list_models (MftBlockKind kind, MftBlock *pasal, guint first)
{
  GArray *models = g_array_new (FALSE, FALSE, sizeof (Model));
  gboolean parted = kind == MFT_BLOCK_KOMPARISI || kind == MFT_BLOCK_TITLE;
  MftBlockKind line = kind == MFT_BLOCK_TITLE ? MFT_BLOCK_CENTERED : MFT_BLOCK_PARAGRAPH;
  MftBlockKind item = kind == MFT_BLOCK_KOMPARISI ? MFT_BLOCK_PERSON : line;

  for (guint i = first; i < mft_block_n_children (pasal); i++)
    {
      MftBlock *block = mft_block_get_child (pasal, i);
      gboolean apart = i == first || (parted && names_parties (block));
      if (i > first)
        add_model (models, line, block, !apart);
      for (guint k = 0; apart && k < mft_block_n_children (block); k++)
        add_model (models, item, mft_block_get_child (block, k), !parted);
    }
  return models;
}

/* Under ids of its own: the part may be put in more than once. */
static MftBlock *
copy (MftBlock *block, GHashTable *labels)
{
  MftBlock *made = mft_block_new (mft_block_get_kind (block), mft_block_get_text (block));

  mft_block_set_marks (made, mft_block_get_marks (block));
  mft_block_set_party (made, mft_block_get_party (block));
  if (mft_block_get_locked_label (block) != NULL)
    g_hash_table_insert (labels, made, g_strdup (mft_block_get_locked_label (block)));
  for (guint i = 0; i < mft_block_n_children (block); i++)
    mft_block_append (made, copy (mft_block_get_child (block, i), labels));
  return made;
}

static gboolean
fill (MftAgreement *result, MftBlock *block, const Model *model, GHashTable *labels, GError **error)
{
  MftText *text = mft_block_get_text (model->quoted);
  MftMarks marks = mft_block_get_marks (model->quoted);

  while (mft_block_n_children (block) > 0)
    if (!mft_edit_remove (result, mft_block_get_child (block, 0), error))
      return FALSE;
  if (!mft_edit_text (result, block, 0, mft_text_length (mft_block_get_text (block)), text, error))
    return FALSE;
  if (model->kind == MFT_BLOCK_PERSON && *mft_block_get_label (model->quoted) != '\0')
    g_hash_table_insert (labels, block, g_strdup (mft_block_get_label (model->quoted)));
  if (!model->whole)
    return TRUE;
  if (mft_block_get_marks (block) != marks)
    mft_edit_marks (result, block, marks);
  for (guint i = 0; i < mft_block_n_children (model->quoted); i++)
    if (!mft_edit_insert (result, block, i, copy (mft_block_get_child (model->quoted, i), labels),
                          error))
      return FALSE;
  return TRUE;
}

/* Where the agreement has it, or would have it. */
static MftBlock *
find_or_add (MftAgreement *result, MftBlockKind kind, GError **error)
{
  MftBlock *root = mft_agreement_get_root (result);
  MftBlock *part = mft_agreement_get_part (result, kind);
  guint index = 0;

  if (part != NULL)
    return part;
  while (index < mft_block_n_children (root)
         && mft_block_get_kind (mft_block_get_child (root, index)) < kind)
    index++;
  part = mft_block_new (kind, NULL);
  return mft_edit_insert (result, root, index, part, error) ? part : NULL;
}

/* Behind the numbers, which stay, if something else follows them still. */
static guint
skip_numbers (MftAgreement *result, MftBlock *part, guint at)
{
  guint next = at;

  while (next < mft_block_n_children (part) && is_number (result, mft_block_get_child (part, next)))
    next++;
  return next < mft_block_n_children (part) ? next : at;
}

static gboolean
put_in (MftAgreement *result, MftBlock *part, guint at, const Model *model, GHashTable *labels,
        GError **error)
{
  MftBlock *now = at < mft_block_n_children (part) ? mft_block_get_child (part, at) : NULL;

  if (now == NULL || is_number (result, now) || mft_block_get_kind (now) != model->kind
      || mft_block_get_party (now) != model->party)
    {
      now = mft_block_new (model->kind, NULL);
      mft_block_set_party (now, model->party);
      if (!mft_edit_insert (result, part, at, now, error))
        return FALSE;
    }
  return fill (result, now, model, labels, error);
}

MftBlock *
mft_part_apply (MftAgreement *result, MftBlockKind kind, MftBlock *pasal, guint first,
                GHashTable *labels, GError **error)
{
  MftBlock *part = find_or_add (result, kind, error);
  g_autoptr (GArray) models = list_models (kind, pasal, first);
  guint at = 0;

  for (guint i = 0; part != NULL && i < models->len; i++, at++)
    {
      const Model *model = &g_array_index (models, Model, i);
      at = skip_numbers (result, part, at);
      if (!put_in (result, part, at, model, labels, error))
        return NULL;
    }
  while (part != NULL && at < mft_block_n_children (part))
    if (is_number (result, mft_block_get_child (part, at)))
      at++;
    else if (!mft_edit_remove (result, mft_block_get_child (part, at), error))
      return NULL;
  return part;
}
