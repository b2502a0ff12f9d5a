/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/chapter.h"
#include "agreement/party.h"

#define LOGO_SIZE 62.0
#define BELOW_LOGOS 12.0

static void
collect_targets (MftAgreement *agreement, GHashTable *targets)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftText *text = mft_block_get_text (at);
      for (guint i = 0; i < mft_text_n_runs (text); i++)
        {
          const MftRun *run = mft_text_get_run (text, i);
          if (run->kind == MFT_RUN_REFERENCE
              && mft_agreement_get_block (agreement, run->value) != NULL)
            g_hash_table_add (targets, g_strdup (run->value));
        }
    }
}

/* As high as the others, but no wider than its third of the line. `share` 0: at the left margin, 0.5: in
 * the middle, 1: at the right. */
static void
add_logo (MftComposer *composer, MftPiece *piece, MftMark *mark, double share, const char *words)
{
  double ratio = mft_mark_get_ratio (mark);
  double width = MIN (LOGO_SIZE / ratio, MAX (composer->width / 3 - BELOW_LOGOS, LOGO_SIZE));
  double side = MAX (width, width * ratio); /* it is drawn in the middle of a square */

  mft_piece_add_picture (piece, NULL, mark, (composer->width - width) * share - (side - width) / 2,
                         (LOGO_SIZE - side) / 2, side, words,
                         mft_composer_tag (composer, "Figure"));
}

/* Over the title: the parties' logos at the sides, or the emblem in the middle. */
static void
add_logos (MftComposer *composer)
{
  static const char *const settings[]
      = { MFT_SETTING_LOGO_LEFT, MFT_SETTING_EMBLEM, MFT_SETTING_LOGO_RIGHT };
  static const char *const words[] = { "Logo", "Lambang", "Logo" };
  MftPiece *piece = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (MftMark) mark = mft_composer_load_picture (
          composer, mft_profile_get_logo (composer->agreement, settings[i]));
      if (mark == NULL)
        continue;
      if (piece == NULL)
        piece = mft_composer_add_piece (composer, 0);
      add_logo (composer, piece, mark, i / 2.0, words[i]);
      piece->height = LOGO_SIZE + BELOW_LOGOS;
      piece->keep_next = TRUE;
    }
}

/* Which pictures stand over the title. */
static void
add_logo_salt (MftAgreement *agreement, GString *salt)
{
  static const char *const settings[]
      = { MFT_SETTING_LOGO_LEFT, MFT_SETTING_EMBLEM, MFT_SETTING_LOGO_RIGHT };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const char *name = mft_profile_get_logo (agreement, settings[i]);
      g_string_append_printf (salt, "\x1f%s", name != NULL ? name : "");
    }
}

/* What the head of an attachment says besides its own words. */
static void
add_head_salt (MftAgreement *agreement, GString *salt)
{
  g_string_append (salt, mft_agreement_get_setting (agreement, "naskah"));
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    {
      const char *number = mft_party_get (agreement, party, "nomor");
      g_string_append_printf (salt, "\x1f%s", number != NULL ? number : "");
    }
}

/* Its number depends on the BAB before it. */
static void
add_chapter_salt (MftAgreement *agreement, MftBlock *pasal, GString *salt)
{
  g_autofree char *label = mft_chapter_dup_label (agreement, pasal);
  g_autofree char *heading = mft_chapter_dup_heading (agreement, pasal);

  if (label != NULL)
    g_string_append_printf (salt, "\x1f%s %s", label, heading);
}

static GBytes *
dup_key (MftComposer *composer, MftBlock *part, GPtrArray *texts)
{
  MftBlockKind kind = mft_block_get_kind (part);
  GString *salt = g_string_new (NULL);

  g_string_append_printf (salt, " %d", composer->above >= 0);
  if (kind == MFT_BLOCK_TITLE)
    add_logo_salt (composer->agreement, salt);
  if (kind == MFT_BLOCK_ATTACHMENT)
    add_head_salt (composer->agreement, salt);
  if (kind == MFT_BLOCK_PASAL)
    add_chapter_salt (composer->agreement, part, salt);
  GBytes *key = mft_section_dup_key (composer->agreement, part, composer->targets,
                                     composer->common_key, salt->str, texts);
  g_string_free (salt, TRUE);
  return key;
}

static MftSection *
compose_anew (MftComposer *composer, MftBlock *part)
{
  MftSection *section = mft_section_new (composer->profile);

  section->attachment = mft_block_get_kind (part) == MFT_BLOCK_ATTACHMENT;
  composer->section = section;
  composer->tag = NULL;
  mft_composer_open (composer, "Sect");
  if (mft_block_get_kind (part) == MFT_BLOCK_TITLE)
    add_logos (composer);
  mft_composer_add_part (composer, part);
  if (section->pieces->len > 0 && composer->above >= 0)
    ((MftPiece *) section->pieces->pdata[0])->above = composer->above;
  return section;
}

static void
unref_text (gpointer text)
{
  mft_text_unref (text);
}

/* The part as it was composed before, or now. */
static MftSection *
compose_part (MftComposer *composer, MftBlock *part)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (unref_text);
  g_autoptr (GBytes) key = dup_key (composer, part, texts);
  MftSection *known = g_hash_table_lookup (composer->known, key);

  if (known != NULL)
    return mft_section_ref (known);
  MftSection *section = compose_anew (composer, part);
  section->key = g_steal_pointer (&key);
  section->texts = g_steal_pointer (&texts);
  return section;
}

/* Not of an agreement without a word. */
static void
add_lacking_signatures (MftComposer *composer, GPtrArray *sections)
{
  gboolean empty = TRUE;

  for (guint i = 0; i < sections->len; i++)
    empty = empty && ((MftSection *) sections->pdata[i])->pieces->len == 0;
  if (empty)
    return;
  composer->section = mft_section_new (composer->profile);
  composer->tag = NULL;
  mft_composer_add_lacking_signatures (composer);
  g_ptr_array_add (sections, composer->section);
}

/* Places to sign that do not say whose they are do not count. */
static gboolean
has_signatures (MftAgreement *agreement)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_SIGNATURES);

  for (MftBlock *at = part; at != NULL; at = mft_block_next (at, part))
    if (mft_text_length (mft_block_get_text (at)) > 0)
      return TRUE;
  return FALSE;
}

static void
use_profile (MftComposer *composer, const MftProfile *profile, const char *common_key)
{
  composer->profile = profile;
  composer->common_key = common_key;
  composer->width = profile->width - profile->left - profile->right;
}

static void
add_attachment (MftComposer *composer, MftBlock *attachment, GPtrArray *sections)
{
  const MftProfile *main = composer->profile;
  const char *main_key = composer->common_key;
  MftProfile own;

  mft_profile_init_attachment (&own, main, composer->agreement, attachment);
  g_autofree char *own_key = mft_section_dup_common_key (composer->agreement, &own);
  use_profile (composer, &own, own_key);
  g_ptr_array_add (sections, compose_part (composer, attachment));
  use_profile (composer, main, main_key);
}

/* The parts in their order, each Pasal a section of its own; what is unsigned is signed before the
 * attachments. */
static gboolean
add_parts (MftComposer *composer, GPtrArray *sections, MftJob *job, GError **error)
{
  MftBlock *root = mft_agreement_get_root (composer->agreement);
  gboolean unsigned_yet = !has_signatures (composer->agreement);

  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *part = mft_block_get_child (root, i);
      MftBlockKind kind = mft_block_get_kind (part);
      gboolean body = kind == MFT_BLOCK_BODY;
      if (unsigned_yet && kind == MFT_BLOCK_SIGNATURES)
        continue;
      if (unsigned_yet && kind == MFT_BLOCK_ATTACHMENT)
        add_lacking_signatures (composer, sections);
      unsigned_yet = unsigned_yet && kind != MFT_BLOCK_ATTACHMENT;
      if (kind == MFT_BLOCK_ATTACHMENT)
        add_attachment (composer, part, sections);
      else if (!body)
        g_ptr_array_add (sections, compose_part (composer, part));
      for (guint j = 0; body && j < mft_block_n_children (part); j++)
        {
          if (!mft_job_check (job, error))
            return FALSE;
          g_ptr_array_add (sections, compose_part (composer, mft_block_get_child (part, j)));
        }
      composer->above = kind == MFT_BLOCK_TITLE ? composer->profile->above_pasal : -1;
    }
  if (unsigned_yet)
    add_lacking_signatures (composer, sections);
  return mft_job_check (job, error);
}

static GHashTable *
table_of (GPtrArray *sections)
{
  GHashTable *table = g_hash_table_new (g_bytes_hash, g_bytes_equal);

  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      MftSection *section = sections->pdata[i];
      if (section->key != NULL)
        g_hash_table_insert (table, section->key, section);
    }
  return table;
}

static void
free_section (gpointer section)
{
  mft_section_unref (section);
}

GPtrArray *
mft_compose (MftAgreement *agreement, const MftProfile *profile, PangoContext *context,
             GPtrArray *known, MftPageInserter insert, MftJob *job, GError **error)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (free_section);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) table = table_of (known);
  g_autofree char *common_key = mft_section_dup_common_key (agreement, profile);
  MftComposer composer = { .agreement = agreement,
                           .context = context,
                           .targets = targets,
                           .known = table,
                           .insert = insert,
                           .above = -1 };

  collect_targets (agreement, targets);
  use_profile (&composer, profile, common_key);
  return add_parts (&composer, sections, job, error) ? g_steal_pointer (&sections) : NULL;
}
