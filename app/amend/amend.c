/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/amend.h"

#include <string.h>

#include "agreement/field-use.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "bahasa/capitals.h"
#include "base/random.h"
#include "compare/compare.h"

#include "amend/addendum-fields.h"
#include "amend/error.h"
#include "amend/part.h"
#include "amend/provision.h"
#include "amend/quote.h"
#include "amend/renumber.h"
#include "amend/wording.h"

typedef struct
{
  MftAgreement *original, *renumbered;
  const MftAmendOptions *options;
  const char *document; /* "Perjanjian Kerja Sama" */
  MftBlock *root;
} Drafting;

static MftBlock *
add_words (MftBlock *parent, MftBlockKind kind, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  return mft_block_append (parent, mft_block_new (kind, text));
}

static MftBlock *
add_part (Drafting *self, MftBlockKind kind)
{
  return mft_block_append (self->root, mft_block_new (kind, NULL));
}

/* --- before the articles ------------------------------------------------------------------------------ */

static void
add_line (MftBlock *title, const char *words, const char *field)
{
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  mft_text_builder_words (&builder, words, MFT_STYLE_PLAIN);
  mft_text_builder_add (&builder, MFT_RUN_FIELD, field, MFT_FORM_UPPER, MFT_STYLE_PLAIN);
  g_autoptr (MftText) text = mft_text_builder_end (&builder);
  mft_block_append (title, mft_block_new (MFT_BLOCK_CENTERED, text));
}

static gboolean
is_number_line (const char *words)
{
  return g_ascii_strncasecmp (words, "nomor", strlen ("nomor")) == 0;
}

/* A line of the title as it was signed; where it reads the same still, with its fields. */
static void
add_signed_line (Drafting *self, MftBlock *title, guint index, const char *words)
{
  MftBlock *part = mft_agreement_get_part (self->renumbered, MFT_BLOCK_TITLE);
  MftBlock *now = part != NULL && index < mft_block_n_children (part)
                      ? mft_block_get_child (part, index)
                      : NULL;
  g_autofree char *shown = now != NULL ? mft_shown_text (self->renumbered, now) : NULL;

  if (g_strcmp0 (shown, words) == 0)
    mft_block_append (title, mft_block_copy (now));
  else
    add_words (title, MFT_BLOCK_CENTERED, words);
}

/* "ADENDUM KESATU", "ATAS", the title of what is amended, and numbers of its own. */
static void
add_title (Drafting *self)
{
  MftBlock *title = add_part (self, MFT_BLOCK_TITLE);
  MftBlock *old = mft_agreement_get_part (self->original, MFT_BLOCK_TITLE);

  add_line (title, "ADENDUM ", MFT_ADDENDUM_ORDER);
  add_words (title, MFT_BLOCK_CENTERED, "ATAS");
  for (guint i = 0; old != NULL && i < mft_block_n_children (old); i++)
    {
      g_autofree char *words = mft_shown_text (self->original, mft_block_get_child (old, i));
      if (!is_number_line (words))
        add_signed_line (self, title, i, words);
    }
  for (guint party = 1; party <= mft_agreement_n_parties (self->renumbered); party++)
    {
      g_autofree char *field = mft_party_field_id (party, "nomor");
      add_line (title, "NOMOR: ", field);
    }
}

static gboolean
shows (MftBlock *part, const char *field)
{
  for (MftBlock *at = part; at != NULL; at = mft_block_next (at, part))
    if (mft_block_shows_field (at, field))
      return TRUE;
  return FALSE;
}

/* As the original opened; its date, if it stands there in words, is not the addendum's. */
static void
add_opening (Drafting *self)
{
  MftBlock *old = mft_agreement_get_part (self->renumbered, MFT_BLOCK_OPENING);
  MftTextBuilder builder;

  if (shows (old, "tanggal_ttd"))
    {
      mft_block_append (self->root, mft_block_copy (old));
      return;
    }
  mft_text_builder_init (&builder);
  mft_text_builder_words (&builder, "Pada hari ini ", MFT_STYLE_PLAIN);
  mft_text_builder_add (&builder, MFT_RUN_FIELD, "tanggal_ttd", MFT_FORM_DAY_DATE, MFT_STYLE_PLAIN);
  mft_text_builder_words (&builder, ", kami yang bertanda tangan di bawah ini:", MFT_STYLE_PLAIN);
  g_autoptr (MftText) text = mft_text_builder_end (&builder);
  mft_block_append (add_part (self, MFT_BLOCK_OPENING), mft_block_new (MFT_BLOCK_PARAGRAPH, text));
}

static void
copy_part (Drafting *self, MftBlockKind kind)
{
  MftBlock *old = mft_agreement_get_part (self->renumbered, kind);

  mft_block_append (self->root, old != NULL ? mft_block_copy (old) : mft_block_new (kind, NULL));
}

/* --- the articles ------------------------------------------------------------------------------------- */

static void
leave_open (GHashTable *open, const char *id, MftText *text)
{
  g_hash_table_insert (open, (gpointer) id, text);
}

/* What the formula of a provision leaves open. Owned by the caller. */
static GHashTable *
list_open (const MftProvision *provision, MftBlock *attachment)
{
  GHashTable *open
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) mft_text_unref);
  g_autofree char *count = g_strdup_printf ("%u", provision->count);
  GHashTableIter iter;
  gpointer id, words;

  g_hash_table_iter_init (&iter, provision->words);
  while (g_hash_table_iter_next (&iter, &id, &words))
    leave_open (open, id, mft_text_new (words, MFT_STYLE_PLAIN));
  leave_open (open, "induk.banyak",
              mft_text_new_atom (MFT_RUN_NUMBER, count, MFT_FORM_NUMBER, MFT_STYLE_PLAIN));
  if (attachment != NULL)
    leave_open (open, "lampiran",
                mft_text_new_atom (MFT_RUN_REFERENCE, mft_block_get_id (attachment),
                                   MFT_REFERENCE_LEVEL, MFT_STYLE_PLAIN));
  return open;
}

static void
add_formula (Drafting *self, MftBlock *pasal, const char *form, guint line, GHashTable *open)
{
  g_autoptr (MftText) text = mft_wording_new_formula (form, line, open, self->document);

  mft_block_append (pasal, mft_block_new (MFT_BLOCK_PARAGRAPH, text));
}

static gboolean
is_attachment (const MftProvision *provision)
{
  MftBlock *block = provision->after->len > 0 ? provision->after->pdata[0] : provision->before;

  return mft_block_get_kind (block) == MFT_BLOCK_ATTACHMENT;
}

static void
add_quotes (MftAgreement *agreement, const MftProvision *provision, MftBlock *pasal,
            MftBlock *const *blocks, guint n_blocks, MftQuoteForm form)
{
  for (guint i = 0; i < n_blocks; i++)
    if (provision->part == MFT_BLOCK_BODY)
      mft_quote_append (agreement, blocks[i], pasal, form);
    else
      mft_part_quote (agreement, provision->part, pasal, form == MFT_QUOTE_GONE);
}

/* Quoted where it stands: a Pasal, or what stands before the Pasal. */
static void
add_quoting_provision (Drafting *self, MftBlock *pasal, const MftProvision *provision)
{
  gboolean both = self->options->style == MFT_AMEND_BEFORE_AFTER && provision->before != NULL
                  && provision->after->len > 0;
  const char *form = !both                               ? provision->wording
                     : provision->part == MFT_BLOCK_BODY ? "semula-menjadi"
                                                         : "semula-menjadi-bagian";
  g_autoptr (GHashTable) open = list_open (provision, NULL);

  add_formula (self, pasal, form, 0, open);
  if (both)
    {
      add_formula (self, pasal, form, 1, open);
      add_quotes (self->original, provision, pasal, &provision->before, 1, MFT_QUOTE_GONE);
      add_formula (self, pasal, form, 2, open);
    }
  add_quotes (self->renumbered, provision, pasal, (MftBlock *const *) provision->after->pdata,
              provision->after->len, MFT_QUOTE_PASAL);
}

/* The attachments that are quoted go behind the signatures. */
static void
add_provision (Drafting *self, MftBlock *body, const MftProvision *provision,
               GPtrArray *attachments)
{
  MftBlock *pasal = add_words (body, MFT_BLOCK_PASAL, provision->heading);

  if (!is_attachment (provision) || provision->after->len == 0)
    {
      add_quoting_provision (self, pasal, provision);
      return;
    }
  MftBlock *attachment
      = mft_quote_copy (self->renumbered, provision->after->pdata[0], MFT_QUOTE_PASAL);
  g_autoptr (GHashTable) open = list_open (provision, attachment);
  add_formula (self, pasal, provision->wording, 0, open);
  mft_block_set_locked_label (attachment, NULL);
  g_ptr_array_add (attachments, attachment);
}

/* The closing words follow how the original was signed. */
static const char *
closing_form (Drafting *self)
{
  MftBlock *root = mft_agreement_get_root (self->original);
  gboolean copies = FALSE;
  gboolean stamp = FALSE;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *shown = mft_shown_text (self->original, at);
      g_autofree char *lower = mft_capitals (shown, MFT_CAPITALS_LOWER);
      gboolean here = strstr (lower, "dalam rangkap") != NULL;
      copies |= here;
      stamp |= here && (strstr (lower, "meterai") != NULL || strstr (lower, "materai") != NULL);
    }
  return !copies ? "elektronik" : stamp ? "basah-meterai" : "basah";
}

static void
set_settings (Drafting *self, MftAgreement *addendum)
{
  static const char *const kept[] = { "sebutan", "tanggal", "acuan", "profil" };
  g_autofree char *lineage = mft_random_id ();

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    mft_agreement_set_setting (addendum, kept[i],
                               mft_agreement_get_setting (self->original, kept[i]));
  mft_agreement_set_setting (addendum, "naskah", "Adendum");
  mft_agreement_set_setting (addendum, "garis", lineage);
  mft_agreement_set_n_parties (addendum, mft_agreement_n_parties (self->original));
}

/* --- all ---------------------------------------------------------------------------------------------- */

static void
add_parts (Drafting *self, GPtrArray *provisions)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new ();

  add_title (self);
  add_opening (self);
  copy_part (self, MFT_BLOCK_KOMPARISI);
  mft_wording_add_part (add_part (self, MFT_BLOCK_RECITALS), "premis", self->document);
  mft_wording_add_part (add_part (self, MFT_BLOCK_SENTENCE), "kesepakatan", self->document);
  MftBlock *body = add_part (self, MFT_BLOCK_BODY);
  for (guint i = 0; i < provisions->len; i++)
    add_provision (self, body, provisions->pdata[i], attachments);
  mft_wording_add_articles (body, self->document);
  mft_wording_add_closing (add_part (self, MFT_BLOCK_CLOSING), closing_form (self), self->document);
  copy_part (self, MFT_BLOCK_SIGNATURES);
  for (guint i = 0; i < attachments->len; i++)
    mft_block_append (self->root, attachments->pdata[i]);
}

MftAgreement *
mft_amend_draft (MftAgreement *original, MftAgreement *changed, const MftAmendOptions *options,
                 GError **error)
{
  const MftAmendOptions usual = { 0 };
  g_autoptr (MftAgreement) renumbered = mft_amend_renumber (original, changed, error);

  if (renumbered == NULL)
    return NULL;
  options = options != NULL ? options : &usual;
  g_autoptr (GPtrArray) provisions
      = mft_provisions_find (original, renumbered, !options->only_pasal);
  if (provisions->len == 0)
    {
      g_set_error_literal (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_NOTHING,
                           "the two versions differ in nothing that an addendum could say");
      return NULL;
    }
  Drafting self = { original, renumbered, options, mft_agreement_get_setting (original, "naskah"),
                    mft_block_new (MFT_BLOCK_AGREEMENT, NULL) };
  add_parts (&self, provisions);
  MftAgreement *addendum = mft_agreement_new (self.root);
  set_settings (&self, addendum);
  mft_addendum_add_fields (addendum, renumbered);
  mft_addendum_fill_in (addendum, original, options->reason);
  return addendum;
}

gboolean
mft_amend_changes_front (MftAgreement *original, MftAgreement *changed)
{
  for (const MftBlockKind *kind = mft_part_kinds; *kind != MFT_BLOCK_AGREEMENT; kind++)
    {
      g_autofree char *before = mft_part_dup_reading (original, *kind);
      g_autofree char *after = mft_part_dup_reading (changed, *kind);
      if (!g_str_equal (before, after))
        return TRUE;
    }
  return FALSE;
}

/* Whether the change is one that its reader would look for in an addendum and not find. */
static gboolean
is_left_out (const MftChange *change, MftBlock *block)
{
  return change->class != MFT_CHANGE_SAME && change->class != MFT_CHANGE_RENUMBERED
         && change->class != MFT_CHANGE_COSMETIC && change->class != MFT_CHANGE_REFERENCE_ONLY
         && mft_block_get_ancestor (block, MFT_BLOCK_BODY) == NULL
         && mft_block_get_ancestor (block, MFT_BLOCK_ATTACHMENT) == NULL;
}

char **
mft_amend_dup_left_out (MftAgreement *original, MftAgreement *addendum, MftAgreement *changed)
{
  g_autoptr (MftAgreement) text = mft_amend_apply (original, addendum, NULL);
  MftAgreement *left = text != NULL ? text : original;
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, changed);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  const char *last = NULL;

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      const MftVersion *version = change->right != NULL ? change->right : change->left;
      MftBlock *block
          = mft_agreement_get_block (change->right != NULL ? changed : left, version->id);
      if (!is_left_out (change, block) || g_strcmp0 (last, version->path) == 0)
        continue;
      g_strv_builder_add (paths, version->path);
      last = version->path;
    }
  return g_strv_builder_end (paths);
}
