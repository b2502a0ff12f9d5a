/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/amend.h"

#include <string.h>

#include "agreement/edit.h"
#include "agreement/quoted-heading.h"
#include "agreement/shown.h"
#include "bahasa/label.h"

#include "amend/attachment.h"
#include "amend/error.h"
#include "amend/part.h"
#include "amend/provision.h"
#include "amend/quote.h"
#include "amend/renumber.h"

typedef struct
{
  MftAgreement *original, *result, *addendum;
  GHashTable *labels; /* MftBlock of the result → char * */
  GPtrArray *quoted;  /* of MftBlock of the result */
  guint applied;
} Applying;

static gboolean
misfit (GError **error, const char *label, const char *why)
{
  g_set_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_MISFIT, "%s: %s", label, why);
  return FALSE;
}

static MftBlock *
find_labelled (MftBlock *parent, MftBlockKind kind, MftLabel label)
{
  for (guint i = 0; parent != NULL && i < mft_block_n_children (parent); i++)
    {
      MftBlock *child = mft_block_get_child (parent, i);
      MftLabel other;
      if (mft_block_get_kind (child) == kind
          && mft_label_scan (mft_block_get_label (child), &other) > 0
          && mft_label_equal (label, other))
        return child;
    }
  return NULL;
}

static MftBlock *
find_pasal (MftAgreement *agreement, MftLabel label)
{
  return find_labelled (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), MFT_BLOCK_PASAL, label);
}

/* --- putting in --------------------------------------------------------------------------------------- */

static gboolean
empty (Applying *self, MftBlock *block, GError **error)
{
  while (mft_block_n_children (block) > 0)
    if (!mft_edit_remove (self->result, mft_block_get_child (block, 0), error))
      return FALSE;
  return mft_edit_text (self->result, block, 0, mft_text_length (mft_block_get_text (block)), NULL,
                        error);
}

/* Labels are kept as they are quoted, but locked only where they must be. */
static void
note_labels (Applying *self, MftBlock *block)
{
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    if (mft_block_get_locked_label (at) != NULL)
      g_hash_table_insert (self->labels, at, g_strdup (mft_block_get_locked_label (at)));
}

/* A block of the addendum under another id where its own is taken. */
static MftBlock *
copy (Applying *self, MftBlock *block)
{
  const char *id = mft_block_get_id (block);
  gboolean taken = mft_agreement_get_block (self->result, id) != NULL;
  MftBlock *made = mft_block_new_with_id (mft_block_get_kind (block), taken ? NULL : id,
                                          mft_block_get_text (block));

  mft_block_set_marks (made, mft_block_get_marks (block));
  mft_block_set_party (made, mft_block_get_party (block));
  mft_block_set_clause (made, mft_block_get_clause (block), mft_block_get_alternative (block));
  mft_block_set_locked_label (made, mft_block_get_locked_label (block));
  for (guint i = 0; i < mft_block_n_children (block); i++)
    mft_block_append (made, copy (self, mft_block_get_child (block, i)));
  return made;
}

static gboolean
put_in (Applying *self, MftBlock *parent, MftBlock *block, GError **error)
{
  MftBlock *made = copy (self, block);

  if (!mft_edit_insert (self->result, parent, mft_block_n_children (parent), made, error))
    return FALSE;
  note_labels (self, made);
  return TRUE;
}

/* Before the first unit with a higher number. */
static guint
find_place (MftBlock *body, MftLabel label)
{
  for (guint i = 0; i < mft_block_n_children (body); i++)
    {
      MftLabel other;
      if (mft_label_scan (mft_block_get_label (mft_block_get_child (body, i)), &other) > 0
          && (other.ordinal > label.ordinal
              || (other.ordinal == label.ordinal && other.inserted > label.inserted)))
        return i;
    }
  return mft_block_n_children (body);
}

/* --- a quoted Pasal ----------------------------------------------------------------------------------- */

/* Where a Pasal is quoted: the line with its number, and the end of what it says. */
typedef struct
{
  MftBlock *line;
  MftLabel label;
  guint heading; /* where the heading starts in the line */
  guint end;     /* index in the addendum's Pasal, behind the last block */
} Quote;

static gboolean
is_turn (Applying *self, MftBlock *block, const char *words)
{
  g_autofree char *shown = mft_shown_text (self->addendum, block);

  return mft_block_get_kind (block) == MFT_BLOCK_PARAGRAPH
         && g_ascii_strcasecmp (g_strstrip (shown), words) == 0;
}

static gboolean
is_menjadi (Applying *self, MftBlock *block)
{
  return is_turn (self, block, "Diubah menjadi:") || is_turn (self, block, "Menjadi:");
}

static gboolean
read_quote (Applying *self, MftBlock *pasal, guint index, Quote *quote)
{
  quote->line = mft_block_get_child (pasal, index);
  quote->heading = mft_quoted_heading_scan (quote->line, &quote->label);
  if (quote->heading == 0)
    return FALSE;
  for (quote->end = index + 1; quote->end < mft_block_n_children (pasal); quote->end++)
    {
      MftBlock *block = mft_block_get_child (pasal, quote->end);
      if (mft_quoted_heading_scan (block, NULL) > 0 || is_menjadi (self, block))
        break;
    }
  return TRUE;
}

static MftText *
quoted_heading (const Quote *quote)
{
  MftText *line = mft_block_get_text (quote->line);
  guint length = mft_text_length (line);
  guint start = MIN (quote->heading + 1, length);
  g_autoptr (MftText) heading = mft_text_slice (line, start, length);

  return mft_text_restyle (heading, 0, length - start, MFT_STYLE_PLAIN, MFT_STYLE_BOLD);
}

static MftBlock *
add_pasal (Applying *self, const Quote *quote, GError **error)
{
  MftBlock *body = mft_agreement_get_part (self->result, MFT_BLOCK_BODY);
  const char *id = mft_block_get_id (quote->line);
  gboolean taken = mft_agreement_get_block (self->result, id) != NULL;
  MftBlock *pasal = mft_block_new_with_id (MFT_BLOCK_PASAL, taken ? NULL : id, NULL);

  if (!mft_edit_insert (self->result, body, find_place (body, quote->label), pasal, error))
    return NULL;
  g_hash_table_insert (self->labels, pasal, mft_label_format (quote->label));
  return pasal;
}

static gboolean
take_quote (Applying *self, MftBlock *from, guint index, const Quote *quote, GError **error)
{
  MftBlock *pasal = find_pasal (self->result, quote->label);
  g_autoptr (MftText) heading = quoted_heading (quote);

  if (pasal == NULL && (pasal = add_pasal (self, quote, error)) == NULL)
    return FALSE;
  if (!empty (self, pasal, error) || !mft_edit_text (self->result, pasal, 0, 0, heading, error))
    return FALSE;
  for (guint i = index + 1; i < quote->end; i++)
    if (!put_in (self, pasal, mft_block_get_child (from, i), error))
      return FALSE;
  g_ptr_array_add (self->quoted, pasal);
  self->applied++;
  return TRUE;
}

/* What "Semula:" quotes must be what the original says. */
static gboolean
check_quote (Applying *self, MftBlock *from, guint index, const Quote *quote, GError **error)
{
  MftBlock *pasal = find_pasal (self->original, quote->label);
  g_autofree char *label = mft_label_format (quote->label);
  GString *quoted = g_string_new (NULL);
  GString *said = g_string_new (NULL);

  for (guint i = index + 1; i < quote->end; i++)
    {
      g_autofree char *reading
          = mft_provision_dup_reading (self->addendum, mft_block_get_child (from, i));
      g_string_append (quoted, reading);
    }
  for (guint i = 0; pasal != NULL && i < mft_block_n_children (pasal); i++)
    {
      g_autofree char *reading
          = mft_provision_dup_reading (self->original, mft_block_get_child (pasal, i));
      g_string_append (said, reading);
    }
  gboolean fits = pasal != NULL && g_string_equal (quoted, said);
  g_string_free (quoted, TRUE);
  g_string_free (said, TRUE);
  return fits || misfit (error, label, "the agreement reads otherwise than the addendum says");
}

/* Where what is new begins: behind "Diubah menjadi:", or at once. */
static guint
find_turn (Applying *self, MftBlock *from)
{
  guint turn = 0;

  for (guint i = 0; i < mft_block_n_children (from); i++)
    turn = is_menjadi (self, mft_block_get_child (from, i)) ? i : turn;
  return turn;
}

static gboolean
take_quotes (Applying *self, MftBlock *from, GError **error)
{
  guint turn = find_turn (self, from);
  guint next;

  for (guint i = 0; i < mft_block_n_children (from); i = next)
    {
      Quote quote;
      next = i + 1;
      if (!read_quote (self, from, i, &quote))
        continue;
      if (!(i < turn ? check_quote : take_quote) (self, from, i, &quote, error))
        return FALSE;
      next = quote.end;
    }
  return TRUE;
}

/* --- what is taken out, and attachments --------------------------------------------------------------- */

/* `block` is the unit of that label, or NULL: there is none. */
static gboolean
delete_unit (Applying *self, MftBlock *block, MftLabel label, GError **error)
{
  g_autofree char *name = mft_label_format (label);
  g_autoptr (MftText) words = mft_text_new (MFT_AMEND_DELETED, MFT_STYLE_PLAIN);

  if (block == NULL)
    return misfit (error, name, "the agreement has no such unit");
  self->applied++;
  if (!empty (self, block, error))
    return FALSE;
  if (mft_block_get_kind (block) == MFT_BLOCK_PASAL)
    return mft_edit_insert (self->result, block, 0, mft_block_new (MFT_BLOCK_PARAGRAPH, words),
                            error);
  return mft_edit_text (self->result, block, 0, 0, words, error);
}

static gboolean
take_attachment (Applying *self, MftLabel label, MftBlock *model, GError **error)
{
  MftBlock *root = mft_agreement_get_root (self->result);
  MftBlock *block = mft_attachment_find (self->result, label);

  self->applied++;
  if (block == NULL)
    {
      guint at = mft_block_n_children (root);
      if (!put_in (self, root, model, error))
        return FALSE;
      block = mft_block_get_child (root, at);
      if (!mft_attachment_is_only (block))
        g_hash_table_insert (self->labels, block, mft_label_format (label));
      g_ptr_array_add (self->quoted, block);
      return TRUE;
    }
  if (!empty (self, block, error)
      || !mft_edit_text (self->result, block, 0, 0, mft_block_get_text (model), error))
    return FALSE;
  for (guint i = 0; i < mft_block_n_children (model); i++)
    if (!put_in (self, block, mft_block_get_child (model, i), error))
      return FALSE;
  g_ptr_array_add (self->quoted, block);
  return TRUE;
}

/* --- what stands before the Pasal --------------------------------------------------------------------- */

/* What "Semula:" quotes must be what the original says. */
static gboolean
check_part (Applying *self, MftBlockKind kind, MftBlock *from, guint turn, GError **error)
{
  guint first = turn;

  while (first > 0 && !is_turn (self, mft_block_get_child (from, first), "Semula:"))
    first--;
  g_autofree char *quoted = mft_part_dup_quoted (self->addendum, from, first, turn);
  g_autofree char *said = mft_part_dup_reading (self->original, kind);
  return g_str_equal (quoted, said)
         || misfit (error, mft_part_get_name (kind),
                    "the agreement reads otherwise than the addendum says");
}

static gboolean
take_part (Applying *self, MftBlockKind kind, MftBlock *from, GError **error)
{
  guint turn = find_turn (self, from);

  if (turn > 0 && !check_part (self, kind, from, turn, error))
    return FALSE;
  MftBlock *part = mft_part_apply (self->result, kind, from, turn, self->labels, error);
  if (part == NULL)
    return FALSE;
  g_ptr_array_add (self->quoted, part);
  self->applied++;
  return TRUE;
}

/* --- one Pasal of the addendum ------------------------------------------------------------------------ */

static gboolean
apply_pasal (Applying *self, MftBlock *pasal, GError **error)
{
  MftBlock *formula = mft_block_n_children (pasal) > 0 ? mft_block_get_child (pasal, 0) : NULL;
  MftLabel label;

  if (formula == NULL || mft_block_get_kind (formula) != MFT_BLOCK_PARAGRAPH)
    return TRUE;
  g_autofree char *words = mft_shown_text (self->addendum, formula);
  MftBlockKind part;
  if (mft_part_scan (words, &part))
    return take_part (self, part, pasal, error);
  MftBlock *attachment = mft_attachment_find_quoted (self->addendum, formula);
  if (attachment != NULL)
    return take_attachment (self, mft_attachment_scan (words), attachment, error);
  if (g_str_has_suffix (words, " dihapus.") && g_str_has_prefix (words, "Lampiran"))
    {
      label = mft_attachment_scan (words);
      return delete_unit (self, mft_attachment_find (self->result, label), label, error);
    }
  if (g_str_has_suffix (words, " dihapus.") && mft_label_reference_scan (words, &label) > 0
      && label.kind == MFT_LABEL_PASAL)
    return delete_unit (self, find_pasal (self->result, label), label, error);
  return take_quotes (self, pasal, error);
}

static gboolean
apply_all (Applying *self, GError **error)
{
  MftBlock *body = mft_agreement_get_part (self->addendum, MFT_BLOCK_BODY);

  for (guint i = 0; body != NULL && i < mft_block_n_children (body); i++)
    {
      if (!apply_pasal (self, mft_block_get_child (body, i), error))
        return FALSE;
      /* The next one looks for numbers. */
      mft_amend_keep_labels (self->result, self->labels);
    }
  if (self->applied > 0)
    return TRUE;
  g_set_error_literal (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_NONE,
                       "no Pasal of it amends anything");
  return FALSE;
}

/* --- values ------------------------------------------------------------------------------------------- */

/* A field that a quote shows has the value of the addendum. */
static gboolean
take_values (Applying *self, MftBlock *block, GError **error)
{
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (at)); i++)
      {
        const MftRun *run = mft_text_get_run (mft_block_get_text (at), i);
        MftField *field = run->kind == MFT_RUN_FIELD
                              ? mft_agreement_get_field (self->addendum, run->value)
                              : NULL;
        if (field == NULL)
          continue;
        const char *value = mft_field_get_value (field);
        if (mft_agreement_get_field (self->result, run->value) == NULL)
          mft_edit_add_field (self->result, mft_field_copy (field));
        else if (!mft_edit_field (self->result, run->value, value != NULL ? value : "", error))
          return FALSE;
      }
  return TRUE;
}

static void
count_up (MftAgreement *result)
{
  const char *before = mft_agreement_get_setting (result, MFT_AMEND_SETTING);
  g_autofree char *count = g_strdup_printf (
      "%" G_GUINT64_FORMAT, (before != NULL ? g_ascii_strtoull (before, NULL, 10) : 0) + 1);

  mft_edit_setting (result, MFT_AMEND_SETTING, count);
}

/* What is signed keeps its numbers, whatever comes beside it. */
static void
keep_numbers (Applying *self, MftBlock *parent)
{
  for (guint i = 0; parent != NULL && i < mft_block_n_children (parent); i++)
    {
      MftBlock *unit = mft_block_get_child (parent, i);
      if (*mft_block_get_label (unit) != '\0')
        g_hash_table_insert (self->labels, unit, g_strdup (mft_block_get_label (unit)));
    }
}

MftAgreement *
mft_amend_apply (MftAgreement *original, MftAgreement *addendum, GError **error)
{
  g_autoptr (MftAgreement) result = mft_agreement_snapshot (original);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) quoted = g_ptr_array_new ();
  Applying self = { original, result, addendum, labels, quoted, 0 };

  keep_numbers (&self, mft_agreement_get_root (result));
  keep_numbers (&self, mft_agreement_get_part (result, MFT_BLOCK_BODY));
  if (!apply_all (&self, error))
    return NULL;
  for (guint i = 0; i < quoted->len; i++)
    if (!take_values (&self, quoted->pdata[i], error))
      return NULL;
  for (guint i = 0; i < quoted->len; i++)
    mft_quote_restore (result, quoted->pdata[i]);
  count_up (result);
  return mft_agreement_snapshot (result);
}
