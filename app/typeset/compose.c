/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/shown.h"

char *
mft_composer_destination (MftBlock *block)
{
  const char *label = mft_block_get_label (block);
  MftBlockKind kind = mft_block_get_kind (block);
  gboolean by_label = (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_ATTACHMENT) && *label != '\0';
  char *name = by_label ? g_ascii_strdown (label, -1)
                        : g_strdup_printf ("blok-%s", mft_block_get_id (block));

  g_strdelimit (name, " ", '-');
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-' && *at != '_')
      {
        g_free (name);
        return NULL;
      }
  return name;
}

static void
collect_targets (MftComposer *composer)
{
  MftBlock *root = mft_agreement_get_root (composer->agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftText *text = mft_block_get_text (at);
      for (guint i = 0; i < mft_text_n_runs (text); i++)
        {
          const MftRun *run = mft_text_get_run (text, i);
          if (run->kind == MFT_RUN_REFERENCE
              && mft_agreement_get_block (composer->agreement, run->value) != NULL)
            g_hash_table_add (composer->targets, g_strdup (run->value));
        }
    }
}

/* Only blocks with words of their own stand on the page; a reference to another leads nowhere. */
static char *
link_of (MftComposer *composer, const MftRun *run)
{
  MftBlock *target = run->kind == MFT_RUN_REFERENCE
                         ? mft_agreement_get_block (composer->agreement, run->value)
                         : NULL;

  return target != NULL && mft_block_kind_has_text (mft_block_get_kind (target))
             ? mft_composer_destination (target)
             : NULL;
}

/* What is not hyphenated: roles, references, names and numbers of a party. */
static gboolean
is_whole (const MftRun *run)
{
  static const char *const names[] = { "nama", "pejabat", "nomor", "atas_nama", "alamat", NULL };
  const char *suffix = strchr (run->value, '.');

  if (run->kind == MFT_RUN_FIELD)
    return suffix != NULL && g_strv_contains (names, suffix + 1);
  return run->kind == MFT_RUN_PARTY || run->kind == MFT_RUN_REFERENCE;
}

MftParagraph *
mft_composer_words (MftComposer *composer, MftBlock *block)
{
  MftParagraph *paragraph = mft_paragraph_new ();
  g_autoptr (GArray) spans = mft_shown_spans (composer->agreement, block);

  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      g_autofree char *destination = link_of (composer, span->run);
      mft_paragraph_add_span (paragraph, span->text, span->run->style, destination,
                              is_whole (span->run));
    }
  return paragraph;
}

GArray *
mft_composer_lines (MftComposer *composer, MftParagraph *paragraph, double width, MftAlign align,
                    gboolean bold)
{
  MftFace face = { composer->profile->family, composer->profile->size, bold };

  return mft_paragraph_lines (paragraph, composer->context, &face, width, align);
}

MftPiece *
mft_composer_add_piece (MftComposer *composer, const char *tag, double above)
{
  MftPiece *piece = mft_piece_new (composer->profile->size, composer->profile->leading, tag);

  piece->above = above;
  g_ptr_array_add (composer->pieces, piece);
  return piece;
}

static void
add_label (MftComposer *composer, MftPiece *piece, MftBlock *block, const MftPlacement *placement)
{
  const char *label = mft_block_get_label (block);
  g_autoptr (MftParagraph) paragraph = mft_paragraph_new ();
  double width = placement->x - placement->label_x;

  if (*label == '\0' || width <= 0)
    return;
  mft_paragraph_add (paragraph, label, MFT_STYLE_PLAIN);
  mft_paragraph_add (paragraph, " ", MFT_STYLE_PLAIN); /* for who reads without columns */
  /* Wider than its place only if locked so; it then runs over rather than wraps. */
  mft_piece_add_cell (
      piece, mft_block_get_id (block), placement->label_x, width,
      mft_composer_lines (composer, paragraph, composer->width, MFT_ALIGN_LEFT, FALSE));
}

MftPiece *
mft_composer_add_block (MftComposer *composer, MftBlock *block, const MftPlacement *placement)
{
  MftPiece *piece = mft_composer_add_piece (composer, placement->tag, placement->above);
  g_autoptr (MftParagraph) words = mft_composer_words (composer, block);
  guint length = mft_paragraph_length (words);
  double width = composer->width - placement->x;

  add_label (composer, piece, block, placement);
  mft_piece_add_cell (
      piece, mft_block_get_id (block), placement->x, width,
      mft_composer_lines (composer, words, width, placement->align, placement->bold));
  piece->keep_next = length > 0 && mft_paragraph_character (words, length - 1) == ':';
  if (g_hash_table_contains (composer->targets, mft_block_get_id (block)))
    piece->destination = mft_composer_destination (block);
  return piece;
}

/* Where the text of a labelled block hangs; longer labels ("(10a)") push it out. */
static double
hanging (MftComposer *composer, MftBlock *block, double label_x)
{
  glong length = g_utf8_strlen (mft_block_get_label (block), -1);

  if (length == 0)
    return label_x;
  return label_x + composer->profile->indent + MAX (length - 4, 0) * composer->profile->size * 0.6;
}

static void
add_labelled (MftComposer *composer, MftBlock *block, double label_x, double above)
{
  MftPlacement placement = { .x = hanging (composer, block, label_x),
                             .label_x = label_x,
                             .above = above,
                             .align = MFT_ALIGN_JUSTIFIED,
                             .tag = "P" };

  mft_composer_add_block (composer, block, &placement);
  mft_composer_add_inside (composer, block, placement.x);
}

static void
add_paragraph (MftComposer *composer, MftBlock *block, double x)
{
  MftPlacement placement = { .x = x,
                             .label_x = x,
                             .above = composer->profile->above_ayat,
                             .align = MFT_ALIGN_JUSTIFIED,
                             .tag = "P" };

  mft_composer_add_block (composer, block, &placement);
  mft_composer_add_inside (composer, block, x);
}

static void
add_centered (MftComposer *composer, MftBlock *block)
{
  MftPlacement placement = {
    .above = composer->profile->above_item, .align = MFT_ALIGN_CENTRE, .bold = TRUE, .tag = "H2"
  };

  mft_composer_add_block (composer, block, &placement)->keep_next = TRUE;
}

/* Signatures stand together: the first of them brings all. */
static void
add_child (MftComposer *composer, MftBlock *block, double x)
{
  const MftProfile *profile = composer->profile;
  MftBlock *parent = mft_block_get_parent (block);

  switch (mft_block_get_kind (block))
    {
    case MFT_BLOCK_AYAT:
      add_labelled (composer, block, x, profile->above_ayat);
      break;
    case MFT_BLOCK_ITEM:
      add_labelled (composer, block, x, profile->above_item);
      break;
    case MFT_BLOCK_PARAGRAPH:
      add_paragraph (composer, block, x);
      break;
    case MFT_BLOCK_CENTERED:
    case MFT_BLOCK_FIGURE:
      add_centered (composer, block);
      break;
    case MFT_BLOCK_CONTACT:
      mft_composer_add_contact (composer, block, x);
      break;
    case MFT_BLOCK_TABLE:
      mft_composer_add_table (composer, block, x);
      break;
    case MFT_BLOCK_SIGNATURE:
      if (mft_block_get_index (block) == 0
          || mft_block_get_kind (mft_block_get_child (parent, mft_block_get_index (block) - 1))
                 != MFT_BLOCK_SIGNATURE)
        mft_composer_add_signatures (composer, parent, FALSE);
      break;
    case MFT_BLOCK_AGREEMENT:
    case MFT_BLOCK_TITLE:
    case MFT_BLOCK_OPENING:
    case MFT_BLOCK_KOMPARISI:
    case MFT_BLOCK_RECITALS:
    case MFT_BLOCK_LEGAL_BASIS:
    case MFT_BLOCK_SENTENCE:
    case MFT_BLOCK_BODY:
    case MFT_BLOCK_CLOSING:
    case MFT_BLOCK_SIGNATURES:
    case MFT_BLOCK_ATTACHMENT:
    case MFT_BLOCK_PASAL:
    case MFT_BLOCK_LINE:
    case MFT_BLOCK_PERSON:
    case MFT_BLOCK_TABLE_HEAD:
    case MFT_BLOCK_ROW:
    case MFT_BLOCK_CELL:
      g_assert_not_reached (); /* structure.h does not let them stand here */
    }
}

void
mft_composer_add_inside (MftComposer *composer, MftBlock *block, double x)
{
  for (guint i = 0; i < mft_block_n_children (block); i++)
    add_child (composer, mft_block_get_child (block, i), x);
}

/* "Pasal 7" over its heading, both centred; an entry of the outline. */
static void
add_pasal (MftComposer *composer, MftBlock *pasal)
{
  const MftProfile *profile = composer->profile;
  MftPiece *number = mft_composer_add_piece (composer, "H2", profile->above_pasal);
  g_autoptr (MftParagraph) label = mft_paragraph_new ();
  g_autofree char *heading = mft_shown_text (composer->agreement, pasal);
  MftPlacement placement = { .align = MFT_ALIGN_CENTRE, .bold = TRUE, .tag = "H2" };

  mft_paragraph_add (label, mft_block_get_label (pasal), MFT_STYLE_PLAIN);
  mft_piece_add_cell (
      number, mft_block_get_id (pasal), 0, composer->width,
      mft_composer_lines (composer, label, composer->width, MFT_ALIGN_CENTRE, TRUE));
  number->keep_next = TRUE;
  number->destination = mft_composer_destination (pasal);
  number->outline = g_strdup_printf ("%s%s%s", mft_block_get_label (pasal),
                                     *heading != '\0' ? " " : "", heading);
  if (*heading != '\0')
    {
      MftPiece *title = mft_composer_add_block (composer, pasal, &placement);
      title->keep_next = TRUE;
      g_clear_pointer (&title->destination, g_free);
    }
  mft_composer_add_inside (composer, pasal, 0);
}

static void
add_attachment (MftComposer *composer, MftBlock *attachment)
{
  MftPlacement placement = {
    .above = composer->profile->leading, .align = MFT_ALIGN_CENTRE, .bold = TRUE, .tag = "H1"
  };

  mft_composer_add_attachment_head (composer, attachment);
  if (mft_text_length (mft_block_get_text (attachment)) > 0)
    {
      MftPiece *title = mft_composer_add_block (composer, attachment, &placement);
      title->keep_next = TRUE;
      g_clear_pointer (&title->destination, g_free);
    }
  mft_composer_add_inside (composer, attachment, 0);
}

static void
add_part (MftComposer *composer, MftBlock *part)
{
  switch (mft_block_get_kind (part))
    {
    case MFT_BLOCK_TITLE:
      mft_composer_add_title (composer, part);
      break;
    case MFT_BLOCK_KOMPARISI:
      mft_composer_add_komparisi (composer, part);
      break;
    case MFT_BLOCK_BODY:
      for (guint i = 0; i < mft_block_n_children (part); i++)
        add_pasal (composer, mft_block_get_child (part, i));
      break;
    case MFT_BLOCK_SIGNATURES:
      mft_composer_add_signatures (composer, part, TRUE);
      break;
    case MFT_BLOCK_ATTACHMENT:
      add_attachment (composer, part);
      break;
    case MFT_BLOCK_OPENING:
    case MFT_BLOCK_RECITALS:
    case MFT_BLOCK_LEGAL_BASIS:
    case MFT_BLOCK_SENTENCE:
    case MFT_BLOCK_CLOSING:
      mft_composer_add_inside (composer, part, 0);
      break;
    case MFT_BLOCK_AGREEMENT:
    case MFT_BLOCK_PASAL:
    case MFT_BLOCK_AYAT:
    case MFT_BLOCK_PARAGRAPH:
    case MFT_BLOCK_ITEM:
    case MFT_BLOCK_CONTACT:
    case MFT_BLOCK_LINE:
    case MFT_BLOCK_CENTERED:
    case MFT_BLOCK_PERSON:
    case MFT_BLOCK_SIGNATURE:
    case MFT_BLOCK_TABLE:
    case MFT_BLOCK_TABLE_HEAD:
    case MFT_BLOCK_ROW:
    case MFT_BLOCK_CELL:
    case MFT_BLOCK_FIGURE:
      g_assert_not_reached (); /* structure.h */
    }
}

static gboolean
has_signatures (MftAgreement *agreement)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_SIGNATURES);

  return part != NULL && mft_block_n_children (part) > 0;
}

static void
free_piece (gpointer piece)
{
  mft_piece_free (piece);
}

GPtrArray *
mft_compose (MftAgreement *agreement, const MftProfile *profile, PangoContext *context, MftJob *job,
             GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (free_piece);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MftBlock *root = mft_agreement_get_root (agreement);
  MftComposer composer = { agreement, profile, context,
                           pieces,    targets, profile->width - profile->left - profile->right };

  gboolean unsigned_yet = !has_signatures (agreement);

  collect_targets (&composer);
  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      guint first = pieces->len;
      if (!mft_job_check (job, error))
        return NULL;
      if (unsigned_yet
          && mft_block_get_kind (mft_block_get_child (root, i)) == MFT_BLOCK_ATTACHMENT)
        {
          mft_composer_add_lacking_signatures (&composer);
          unsigned_yet = FALSE;
        }
      add_part (&composer, mft_block_get_child (root, i));
      if (i > 0 && first < pieces->len
          && mft_block_get_kind (mft_block_get_child (root, i - 1)) == MFT_BLOCK_TITLE)
        ((MftPiece *) pieces->pdata[first])->above = profile->above_pasal;
    }
  if (unsigned_yet)
    mft_composer_add_lacking_signatures (&composer);
  return g_steal_pointer (&pieces);
}
