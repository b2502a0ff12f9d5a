/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/chapter.h"
#include "agreement/quoted-heading.h"
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
  MftFace face
      = { .family = composer->profile->family, .size = composer->profile->size, .bold = bold };

  return mft_paragraph_lines (paragraph, composer->context, &face, width, align);
}

const MftTag *
mft_composer_tag (MftComposer *composer, const char *name)
{
  return mft_section_add_tag (composer->section, composer->tag, name);
}

void
mft_composer_open (MftComposer *composer, const char *name)
{
  composer->tag = mft_composer_tag (composer, name);
}

void
mft_composer_close (MftComposer *composer)
{
  composer->tag = composer->tag->parent;
}

MftPiece *
mft_composer_add_piece (MftComposer *composer, double above)
{
  MftPiece *piece = mft_piece_new (composer->profile->size, composer->profile->leading);

  piece->above = above;
  g_ptr_array_add (composer->section->pieces, piece);
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
      mft_composer_lines (composer, paragraph, composer->width, MFT_ALIGN_LEFT, FALSE),
      mft_composer_tag (composer, "Lbl"));
}

MftPiece *
mft_composer_add_block (MftComposer *composer, MftBlock *block, const MftPlacement *placement)
{
  MftPiece *piece = mft_composer_add_piece (composer, placement->above);
  g_autoptr (MftParagraph) words = mft_composer_words (composer, block);
  guint length = mft_paragraph_length (words);
  double width = composer->width - placement->x;

  if (placement->tag != NULL && placement->align == MFT_ALIGN_CENTRE)
    mft_paragraph_add (words, " ", MFT_STYLE_PLAIN); /* before the heading's next line */
  add_label (composer, piece, block, placement);
  mft_piece_add_cell (
      piece, mft_block_get_id (block), placement->x, width,
      mft_composer_lines (composer, words, width, placement->align, placement->bold),
      placement->tag != NULL ? placement->tag : mft_composer_tag (composer, "P"));
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

/* LI: the label, and a body that holds the text and all that stands under it. */
void
mft_composer_add_labelled (MftComposer *composer, MftBlock *block, double label_x, double above)
{
  MftPlacement placement = { .x = hanging (composer, block, label_x),
                             .label_x = label_x,
                             .above = above,
                             .align = MFT_ALIGN_JUSTIFIED };

  mft_composer_open (composer, "LI");
  const MftTag *body = mft_composer_tag (composer, "LBody");
  placement.tag = mft_section_add_tag (composer->section, body, "P");
  mft_composer_add_block (composer, block, &placement);
  composer->tag = body;
  mft_composer_add_inside (composer, block, placement.x);
  mft_composer_close (composer);
  mft_composer_close (composer);
}

static void
add_paragraph (MftComposer *composer, MftBlock *block, double x)
{
  MftPlacement placement = {
    .x = x, .label_x = x, .above = composer->profile->above_ayat, .align = MFT_ALIGN_JUSTIFIED
  };

  mft_composer_add_block (composer, block, &placement);
  mft_composer_add_inside (composer, block, x);
}

static void
add_centered (MftComposer *composer, MftBlock *block, double above)
{
  MftPlacement placement = { .above = above, .align = MFT_ALIGN_CENTRE, .bold = TRUE };

  mft_composer_add_block (composer, block, &placement)->keep_next = TRUE;
}

/* A single ayat has no number and is a paragraph. */
static void
add_numbered (MftComposer *composer, MftBlock *block, double x)
{
  gboolean ayat = mft_block_get_kind (block) == MFT_BLOCK_AYAT;

  if (*mft_block_get_label (block) == '\0')
    add_paragraph (composer, block, x);
  else
    mft_composer_add_labelled (
        composer, block, x, ayat ? composer->profile->above_ayat : composer->profile->above_item);
}

/* Signatures stand together: the first of them brings all. */
static void
add_child (MftComposer *composer, MftBlock *block, double x)
{
  MftBlock *parent = mft_block_get_parent (block);

  switch (mft_block_get_kind (block))
    {
    case MFT_BLOCK_AYAT:
    case MFT_BLOCK_ITEM:
      add_numbered (composer, block, x);
      break;
    case MFT_BLOCK_PARAGRAPH:
      if (mft_quoted_heading_scan (block, NULL) > 0)
        add_centered (composer, block, composer->profile->above_pasal);
      else
        add_paragraph (composer, block, x);
      break;
    case MFT_BLOCK_CENTERED:
      add_centered (composer, block, composer->profile->above_item);
      break;
    case MFT_BLOCK_FIGURE:
      mft_composer_add_figure (composer, block, x);
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

static gboolean
is_list_item (MftBlock *block)
{
  MftBlockKind kind = mft_block_get_kind (block);

  return (kind == MFT_BLOCK_AYAT || kind == MFT_BLOCK_ITEM || kind == MFT_BLOCK_CONTACT)
         && *mft_block_get_label (block) != '\0';
}

void
mft_composer_add_inside (MftComposer *composer, MftBlock *block, double x)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < mft_block_n_children (block); i++)
    {
      MftBlock *child = mft_block_get_child (block, i);
      if (in_list && !is_list_item (child))
        mft_composer_close (composer);
      else if (!in_list && is_list_item (child))
        mft_composer_open (composer, "L");
      in_list = is_list_item (child);
      add_child (composer, child, x);
    }
  if (in_list)
    mft_composer_close (composer);
}

static void
add_centred_words (MftComposer *composer, MftBlock *block, const char *words, double above)
{
  g_autoptr (MftParagraph) paragraph = mft_paragraph_new ();
  MftPiece *piece = mft_composer_add_piece (composer, above);

  mft_paragraph_add (paragraph, words, MFT_STYLE_PLAIN);
  mft_piece_add_cell (
      piece, mft_block_get_id (block), 0, composer->width,
      mft_composer_lines (composer, paragraph, composer->width, MFT_ALIGN_CENTRE, TRUE),
      mft_composer_tag (composer, "P"));
  piece->keep_next = TRUE;
}

/* The BAB that begins with a Pasal stands over it in two lines. */
static void
add_chapter (MftComposer *composer, MftBlock *pasal)
{
  g_autofree char *label = mft_chapter_dup_label (composer->agreement, pasal);
  g_autofree char *heading = mft_chapter_dup_heading (composer->agreement, pasal);

  if (label == NULL)
    return;
  add_centred_words (composer, pasal, label, composer->profile->above_pasal);
  add_centred_words (composer, pasal, heading, 0);
}

/* "Pasal 7" over its heading, both centred; an entry of the outline. */
static void
add_pasal (MftComposer *composer, MftBlock *pasal)
{
  const MftProfile *profile = composer->profile;
  MftPiece *number;
  g_autoptr (MftParagraph) label = mft_paragraph_new ();
  g_autofree char *heading = mft_shown_text (composer->agreement, pasal);
  MftPlacement placement = { .align = MFT_ALIGN_CENTRE, .bold = TRUE };

  add_chapter (composer, pasal);
  number = mft_composer_add_piece (composer, profile->above_pasal);
  placement.tag = mft_composer_tag (composer, "H2");
  mft_paragraph_add (label, mft_block_get_label (pasal), MFT_STYLE_PLAIN);
  mft_paragraph_add (label, " ", MFT_STYLE_PLAIN); /* before the heading */
  mft_piece_add_cell (number, mft_block_get_id (pasal), 0, composer->width,
                      mft_composer_lines (composer, label, composer->width, MFT_ALIGN_CENTRE, TRUE),
                      placement.tag);
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
  MftPlacement placement
      = { .above = composer->profile->leading, .align = MFT_ALIGN_CENTRE, .bold = TRUE };

  mft_composer_add_attachment_head (composer, attachment);
  if (mft_text_length (mft_block_get_text (attachment)) > 0)
    {
      placement.tag = mft_composer_tag (composer, "H3");
      MftPiece *title = mft_composer_add_block (composer, attachment, &placement);
      title->keep_next = TRUE;
      g_clear_pointer (&title->destination, g_free);
    }
  mft_composer_add_inside (composer, attachment, 0);
}

void
mft_composer_add_part (MftComposer *composer, MftBlock *part)
{
  switch (mft_block_get_kind (part))
    {
    case MFT_BLOCK_TITLE:
      mft_composer_add_title (composer, part);
      break;
    case MFT_BLOCK_KOMPARISI:
      mft_composer_add_komparisi (composer, part);
      break;
    case MFT_BLOCK_PASAL:
      add_pasal (composer, part);
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
    case MFT_BLOCK_BODY:
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
