/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/claim/claim.h"

#include "agreement/akn.h"
#include "agreement/asset.h"
#include "agreement/shown.h"
#include "container/xml.h"
#include "container/zip.h"
#include "typeset/profile.h"

/* Where Word and its relatives keep what other programs put into a file, under names of their own. */
#define CUSTOM "customXml/item"
#define CUSTOM_MOST 64

static xmlNode *
find_statement (xmlNode *node, guint depth)
{
  for (xmlNode *at = node; at != NULL; at = at->next)
    {
      xmlNode *found = mft_xml_is (at, MFT_CLAIM_SPACE, MFT_CLAIM_PROPERTY) ? at
                       : depth > 0 ? find_statement (at->children, depth - 1)
                                   : NULL;
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The text of the statement; NULL: none. */
static GBytes *
read_statement (GBytes *part)
{
  g_autoptr (xmlDoc) doc = mft_xml_parse (part, MFT_CLAIM_RDF, NULL, NULL);
  xmlNode *found = doc != NULL ? find_statement (xmlDocGetRootElement (doc), 2) : NULL;
  char *text = found != NULL ? (char *) xmlNodeGetContent (found) : NULL;

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static MftAgreement *
read_claim (MftZip *zip, const char *name)
{
  g_autoptr (GBytes) part = mft_zip_read (zip, name, NULL);
  g_autoptr (GBytes) source = part == NULL                        ? NULL
                              : g_str_equal (name, MFT_CLAIM_RDF) ? read_statement (part)
                                                                  : g_bytes_ref (part);

  return source != NULL ? mft_akn_read (source, NULL, NULL) : NULL;
}

MftAgreement *
mft_claim_find (GBytes *bytes)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  guint tried = 0;

  for (guint i = 0; zip != NULL && i < mft_zip_size (zip) && tried < CUSTOM_MOST; i++)
    {
      const char *name = mft_zip_name (zip, i);
      if (!g_str_has_prefix (name, CUSTOM) && !g_str_equal (name, MFT_CLAIM_RDF))
        continue;
      MftAgreement *claim = read_claim (zip, name);
      if (claim != NULL)
        return claim;
      tried++;
    }
  return NULL;
}

/* Letters without white space, which files change. */
static char *
words_of (MftAgreement *agreement, MftBlock *block)
{
  g_autofree char *shown = mft_shown_text (agreement, block);
  GString *words = g_string_new (NULL);

  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (words, g_utf8_get_char (at));
  return g_string_free (words, FALSE);
}

static gboolean
has_words_of (MftAgreement *a, MftBlock *first, MftAgreement *b, MftBlock *second)
{
  g_autofree char *left = words_of (a, first);
  g_autofree char *right = words_of (b, second);

  return g_str_equal (left, right);
}

typedef struct
{
  MftAgreement *read;
  MftAgreement *claim;
  MftAgreement *again;
} Claim;

/* The block of the claim that a block was written from, or NULL. */
static MftBlock *
find_own (const Claim *claim, MftBlock *block)
{
  return mft_agreement_get_block (claim->claim, mft_block_get_id (block));
}

/* Whether both trees are built alike, so that only words may differ; words that differ must belong to a
 * block of the claim. */
static gboolean
is_built_alike (const Claim *claim, MftBlock *read, MftBlock *again)
{
  MftBlock *own = find_own (claim, read);

  if (mft_block_get_kind (read) != mft_block_get_kind (again) || own != find_own (claim, again)
      || !g_str_equal (mft_block_get_label (read), mft_block_get_label (again))
      || mft_block_n_children (read) != mft_block_n_children (again)
      || (own == NULL && !has_words_of (claim->read, read, claim->again, again)))
    return FALSE;
  for (guint i = 0; i < mft_block_n_children (read); i++)
    if (!is_built_alike (claim, mft_block_get_child (read, i), mft_block_get_child (again, i)))
      return FALSE;
  return TRUE;
}

/* The block's words as they are read, without atoms. */
static MftText *
plain_words (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      mft_text_builder_words (&builder, span->text, span->run->style);
    }
  return mft_text_builder_end (&builder);
}

/* A field may have been read with another value than it was claimed with, a reference may lead
 * elsewhere by now: then words take their place, for no word of the file is changed. */
static void
take_words (MftAgreement *copy, MftBlock *to, MftAgreement *read, MftBlock *from)
{
  mft_block_set_text (to, mft_block_get_text (from));
  if (has_words_of (copy, to, read, from))
    return;
  g_autoptr (MftText) words = plain_words (read, from);
  mft_block_set_text (to, words);
}

static MftAgreement *
change_words (const Claim *claim)
{
  MftAgreement *copy = mft_agreement_snapshot (claim->claim);
  MftBlock *top = mft_agreement_get_root (claim->read);
  MftBlock *again_top = mft_agreement_get_root (claim->again);
  MftBlock *again = again_top;

  for (MftBlock *at = top; at != NULL; at = mft_block_next (at, top))
    {
      if (!has_words_of (claim->read, at, claim->again, again))
        take_words (copy, mft_agreement_get_block (copy, mft_block_get_id (at)), claim->read, at);
      again = mft_block_next (again, again_top);
    }
  return copy;
}

/* Whether the block still says what it was written with. */
static gboolean
is_kept (const Claim *claim, MftBlock *block)
{
  MftBlock *own = find_own (claim, block);
  MftBlock *again = mft_agreement_get_block (claim->again, mft_block_get_id (block));

  return own != NULL && again != NULL && mft_block_get_kind (own) == mft_block_get_kind (block)
         && has_words_of (claim->read, block, claim->again, again);
}

/* Parts stand in no line of a file; there is one of each. */
static const char *
id_of (const Claim *claim, MftBlock *block)
{
  MftBlockKind kind = mft_block_get_kind (block);
  MftBlock *part = NULL;

  if (kind == MFT_BLOCK_AGREEMENT)
    part = mft_agreement_get_root (claim->claim);
  else if (kind >= MFT_BLOCK_TITLE && kind <= MFT_BLOCK_SIGNATURES)
    part = mft_agreement_get_part (claim->claim, kind);
  return mft_block_get_id (part != NULL ? part : block);
}

static MftBlock *
copy_block (const Claim *claim, MftBlock *block)
{
  MftBlock *from = is_kept (claim, block) ? find_own (claim, block) : block;
  MftBlock *copy = mft_block_new_with_id (mft_block_get_kind (block), id_of (claim, block),
                                          mft_block_get_text (from));

  mft_block_set_marks (copy, mft_block_get_marks (from));
  mft_block_set_party (copy, mft_block_get_party (from));
  mft_block_set_locked_label (copy, mft_block_get_locked_label (block));
  mft_block_take_traits (copy, from);
  for (guint i = 0; i < mft_block_n_children (block); i++)
    mft_block_append (copy, copy_block (claim, mft_block_get_child (block, i)));
  return copy;
}

/* Those that were there first stay: the claim's, since its blocks need them as they were. */
static void
add_fields (MftAgreement *copy, MftAgreement *from)
{
  for (guint i = 0; i < mft_agreement_n_fields (from); i++)
    {
      MftField *field = mft_agreement_get_field_at (from, i);
      if (mft_agreement_get_field (copy, mft_field_get_id (field)) == NULL)
        mft_agreement_add_field (copy, mft_field_copy (field));
    }
}

static void
copy_settings (MftAgreement *copy, MftAgreement *from)
{
  g_auto (GStrv) keys = mft_agreement_dup_setting_keys (from);

  for (guint i = 0; keys[i] != NULL; i++)
    mft_agreement_set_setting (copy, keys[i], mft_agreement_get_setting (from, keys[i]));
}

/* What was read, with the claim's texts where they stand unchanged. */
static MftAgreement *
fill_in (const Claim *claim)
{
  MftBlock *top = mft_agreement_get_root (claim->read);
  MftAgreement *copy = mft_agreement_new (copy_block (claim, top));
  MftBlock *to = mft_agreement_get_root (copy);

  copy_settings (copy, claim->read);
  copy_settings (copy, claim->claim);
  add_fields (copy, claim->claim);
  add_fields (copy, claim->read);
  mft_asset_copy_all (copy, claim->claim);
  for (MftBlock *at = top; at != NULL; at = mft_block_next (at, top))
    {
      if (!is_kept (claim, at) && !has_words_of (copy, to, claim->read, at))
        take_words (copy, to, claim->read, at);
      to = mft_block_next (to, mft_agreement_get_root (copy));
    }
  return copy;
}

/* What stands on every page counts as the file has it, as words do. */
static void
take_margins (MftAgreement *copy, const Claim *claim)
{
  static const char *const settings[] = { MFT_SETTING_HEAD, MFT_SETTING_FOOT };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const char *read = mft_agreement_get_setting (claim->read, settings[i]);
      const char *again = mft_agreement_get_setting (claim->again, settings[i]);
      if (g_strcmp0 (read, again) != 0)
        mft_agreement_set_setting (copy, settings[i], read);
    }
}

MftAgreement *
mft_claim_apply (MftAgreement *read, MftAgreement *claim, MftAgreement *again)
{
  const Claim parts = { read, claim, again };
  gboolean alike
      = is_built_alike (&parts, mft_agreement_get_root (read), mft_agreement_get_root (again));

  MftAgreement *copy = alike ? change_words (&parts) : fill_in (&parts);

  take_margins (copy, &parts);
  return copy;
}
