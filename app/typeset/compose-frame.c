/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/attachment.h"
#include "agreement/party.h"
#include "agreement/shown.h"

#define NAME_COLUMN 132.0
#define COLON_COLUMN 14.0
#define NAME_CHARACTERS_MOST 80
#define KEY_CHARACTERS_MOST 24

static gboolean
starts_with (const MftParagraph *words, const char *text)
{
  for (guint i = 0; text[i] != '\0'; i++)
    if (i >= mft_paragraph_length (words)
        || g_unichar_toupper (mft_paragraph_character (words, i)) != (gunichar) text[i])
      return FALSE;
  return TRUE;
}

/* Centred, bold, one heading; the lines of the numbers close together. */
void
mft_composer_add_title (MftComposer *composer, MftBlock *title)
{
  const MftTag *heading = mft_composer_tag (composer, "H1");
  gboolean after_number = FALSE;

  for (guint i = 0; i < mft_block_n_children (title); i++)
    {
      MftBlock *block = mft_block_get_child (title, i);
      g_autoptr (MftParagraph) words = mft_composer_words (composer, block);
      gboolean number = starts_with (words, "NOMOR");
      MftPlacement placement = { .above = number && after_number ? 0 : 9,
                                 .align = MFT_ALIGN_CENTRE,
                                 .bold = TRUE,
                                 .tag = number ? NULL : heading };
      mft_composer_add_block (composer, block, &placement);
      after_number = number;
    }
}

/* Where the name ends in "Nama, jabatan …" or "Nama : jabatan …"; 0 if there is no telling. */
static guint
name_end (MftComposer *composer, MftBlock *person, const MftParagraph *words)
{
  MftText *text = mft_block_get_text (person);
  const MftRun *first = mft_text_n_runs (text) > 0 ? mft_text_get_run (text, 0) : NULL;
  guint length = mft_paragraph_length (words);
  guint at = 0;

  if (first == NULL)
    return 0;
  if (first->kind == MFT_RUN_FIELD)
    {
      g_autofree char *name = mft_shown_run (composer->agreement, person, first, NULL);
      at = (guint) g_utf8_strlen (name, -1);
      while (at < length && mft_paragraph_character (words, at) == ' ')
        at++;
      return at < length && strchr (",:", (int) mft_paragraph_character (words, at)) != NULL ? at
                                                                                             : 0;
    }
  for (at = 1; at < MIN (length, NAME_CHARACTERS_MOST); at++)
    if (mft_paragraph_character (words, at) == ':')
      return at;
  return 0;
}

static void
add_words (MftComposer *composer, MftPiece *piece, MftBlock *block, MftParagraph *words, double x,
           double width, MftAlign align, gboolean bold, const MftTag *tag)
{
  mft_piece_add_cell (piece, mft_block_get_id (block), x, width,
                      mft_composer_lines (composer, words, width, align, bold), tag);
}

static void
add_plain (MftComposer *composer, MftPiece *piece, MftBlock *block, const char *text, double x,
           double width, gboolean bold, const MftTag *tag)
{
  g_autoptr (MftParagraph) words = mft_paragraph_new ();

  mft_paragraph_add (words, text, MFT_STYLE_PLAIN);
  mft_paragraph_add (words, " ", MFT_STYLE_PLAIN); /* for who reads without columns */
  add_words (composer, piece, block, words, x, width, MFT_ALIGN_LEFT, bold, tag);
}

/* "1.  Nama  :  jabatan, kedudukan, dasar kewenangan, …" in columns. */
static void
add_person (MftComposer *composer, MftBlock *person)
{
  g_autoptr (MftParagraph) words = mft_composer_words (composer, person);
  const MftProfile *profile = composer->profile;
  guint end = name_end (composer, person, words);
  double name_x = profile->indent;
  double text_x = name_x + NAME_COLUMN + COLON_COLUMN;

  mft_composer_open (composer, "LI");
  if (end == 0)
    {
      MftPlacement placement
          = { .x = name_x, .above = profile->above_ayat, .align = MFT_ALIGN_JUSTIFIED };
      mft_composer_add_block (composer, person, &placement);
      mft_composer_close (composer);
      return;
    }
  const MftTag *label = mft_composer_tag (composer, "Lbl");
  const MftTag *body
      = mft_section_add_tag (composer->section, mft_composer_tag (composer, "LBody"), "P");
  mft_composer_close (composer);
  g_autoptr (MftParagraph) name = mft_paragraph_slice (words, 0, end);
  g_autoptr (MftParagraph) rest
      = mft_paragraph_slice (words, end + 1, mft_paragraph_length (words));
  MftPiece *piece = mft_composer_add_piece (composer, profile->above_ayat);
  add_plain (composer, piece, person, mft_block_get_label (person), 0, name_x, FALSE, label);
  add_words (composer, piece, person, name, name_x, NAME_COLUMN - 6, MFT_ALIGN_LEFT, TRUE, body);
  add_plain (composer, piece, person, ":", name_x + NAME_COLUMN, COLON_COLUMN, FALSE, body);
  add_words (composer, piece, person, rest, text_x, composer->width - text_x, MFT_ALIGN_JUSTIFIED,
             FALSE, body);
}

void
mft_composer_add_komparisi (MftComposer *composer, MftBlock *komparisi)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < mft_block_n_children (komparisi); i++)
    {
      MftBlock *block = mft_block_get_child (komparisi, i);
      gboolean person = mft_block_get_kind (block) == MFT_BLOCK_PERSON;
      MftPlacement placement
          = { .above = composer->profile->above_ayat, .align = MFT_ALIGN_JUSTIFIED };
      if (in_list && !person)
        mft_composer_close (composer);
      else if (!in_list && person)
        mft_composer_open (composer, "L");
      in_list = person;
      if (person)
        add_person (composer, block);
      else
        {
          mft_composer_add_block (composer, block, &placement);
          mft_composer_add_inside (composer, block, 0);
        }
    }
  if (in_list)
    mft_composer_close (composer);
}

/* The place of the colon in "Telepon : (021) 555"; 0 if the line is not of that form. */
static guint
key_end (const MftParagraph *words)
{
  guint length = mft_paragraph_length (words);

  for (guint at = 1; at + 1 < length && at < KEY_CHARACTERS_MOST; at++)
    if (mft_paragraph_character (words, at) == ':')
      return g_unichar_isspace (mft_paragraph_character (words, at + 1)) ? at : 0;
  return 0;
}

/* The widest key of the contact's lines, so that their colons stand under each other. */
static double
key_width (MftComposer *composer, MftBlock *contact)
{
  MftFace face = { .family = composer->profile->family, .size = composer->profile->size };
  double width = 0;

  for (guint i = 0; i < mft_block_n_children (contact); i++)
    {
      g_autoptr (MftParagraph) words
          = mft_composer_words (composer, mft_block_get_child (contact, i));
      g_autoptr (MftParagraph) key = mft_paragraph_slice (words, 0, key_end (words));
      if (mft_paragraph_length (key) > 0)
        width = MAX (width, mft_paragraph_natural_width (key, composer->context, &face));
    }
  return width + 6;
}

static void
add_contact_line (MftComposer *composer, MftBlock *line, double x, double keys)
{
  g_autoptr (MftParagraph) words = mft_composer_words (composer, line);
  guint end = key_end (words);
  double value_x = x + keys + COLON_COLUMN;

  if (end == 0)
    {
      MftPlacement placement = { .x = x, .label_x = x, .align = MFT_ALIGN_LEFT };
      mft_composer_add_block (composer, line, &placement);
      return;
    }
  g_autoptr (MftParagraph) key = mft_paragraph_slice (words, 0, end);
  g_autoptr (MftParagraph) value
      = mft_paragraph_slice (words, end + 1, mft_paragraph_length (words));
  const MftTag *tag = mft_composer_tag (composer, "P");
  MftPiece *piece = mft_composer_add_piece (composer, 0);
  add_words (composer, piece, line, key, x, keys, MFT_ALIGN_LEFT, FALSE, tag);
  add_plain (composer, piece, line, ":", x + keys, COLON_COLUMN, FALSE, tag);
  add_words (composer, piece, line, value, value_x, composer->width - value_x, MFT_ALIGN_LEFT,
             FALSE, tag);
}

static void
add_contact_lines (MftComposer *composer, MftBlock *contact, double x)
{
  double keys = key_width (composer, contact);
  guint lines = mft_block_n_children (contact);

  for (guint i = 0; i < lines; i++)
    {
      GPtrArray *pieces = composer->section->pieces;
      add_contact_line (composer, mft_block_get_child (contact, i), x, keys);
      ((MftPiece *) pieces->pdata[pieces->len - 1])->keep_next = i + 1 < lines;
    }
}

/* An item of the list that is open if it has a label. */
void
mft_composer_add_contact (MftComposer *composer, MftBlock *contact, double label_x)
{
  const MftProfile *profile = composer->profile;
  gboolean labelled = *mft_block_get_label (contact) != '\0';
  MftPlacement placement = { .x = labelled ? label_x + profile->indent : label_x,
                             .label_x = label_x,
                             .above = profile->above_item,
                             .align = MFT_ALIGN_LEFT };

  mft_composer_open (composer, labelled ? "LI" : "Div");
  const MftTag *body = labelled ? mft_composer_tag (composer, "LBody") : composer->tag;
  placement.tag = mft_section_add_tag (composer->section, body, "P");
  mft_composer_add_block (composer, contact, &placement)->keep_next
      = mft_block_n_children (contact) > 0;
  composer->tag = body;
  add_contact_lines (composer, contact, placement.x);
  if (labelled)
    mft_composer_close (composer);
  mft_composer_close (composer);
}

static void
add_head_line (MftComposer *composer, MftBlock *attachment, const char *text, gboolean first)
{
  MftPiece *piece = mft_composer_add_piece (composer, 0);
  double x = composer->width * 0.46;

  add_plain (composer, piece, attachment, text, x, composer->width - x, first,
             mft_composer_tag (composer, first ? "H2" : "P"));
  piece->keep_next = TRUE;
}

/* At the right. */
void
mft_composer_add_attachment_head (MftComposer *composer, MftBlock *attachment)
{
  g_auto (GStrv) lines = mft_attachment_dup_head (composer->agreement, attachment);

  for (guint i = 0; lines[i] != NULL; i++)
    add_head_line (composer, attachment, lines[i], i == 0);
  MftPiece *head = composer->section->pieces->pdata[0];
  head->destination = mft_composer_destination (attachment);
  head->outline = g_strdup (mft_block_get_label (attachment));
}
