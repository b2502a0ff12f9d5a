/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/party.h"
#include "agreement/shown.h"
#include "bahasa/capitals.h"
#include "draw/stamp.h"

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

/* Centred, bold; the lines of the numbers close together. */
void
mft_composer_add_title (MftComposer *composer, MftBlock *title)
{
  gboolean after_number = FALSE;

  for (guint i = 0; i < mft_block_n_children (title); i++)
    {
      MftBlock *block = mft_block_get_child (title, i);
      g_autoptr (MftParagraph) words = mft_composer_words (composer, block);
      gboolean number = starts_with (words, "NOMOR");
      MftPlacement placement = { .above = number && after_number ? 0 : 9,
                                 .align = MFT_ALIGN_CENTRE,
                                 .bold = TRUE,
                                 .tag = i == 0 ? "H1" : "P" };
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
           double width, MftAlign align, gboolean bold)
{
  mft_piece_add_cell (piece, mft_block_get_id (block), x, width,
                      mft_composer_lines (composer, words, width, align, bold));
}

static void
add_plain (MftComposer *composer, MftPiece *piece, MftBlock *block, const char *text, double x,
           double width, gboolean bold)
{
  g_autoptr (MftParagraph) words = mft_paragraph_new ();

  mft_paragraph_add (words, text, MFT_STYLE_PLAIN);
  mft_paragraph_add (words, " ", MFT_STYLE_PLAIN); /* for who reads without columns */
  add_words (composer, piece, block, words, x, width, MFT_ALIGN_LEFT, bold);
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

  if (end == 0)
    {
      MftPlacement placement
          = { .x = name_x, .above = profile->above_ayat, .align = MFT_ALIGN_JUSTIFIED, .tag = "P" };
      mft_composer_add_block (composer, person, &placement);
      return;
    }
  g_autoptr (MftParagraph) name = mft_paragraph_slice (words, 0, end);
  g_autoptr (MftParagraph) rest
      = mft_paragraph_slice (words, end + 1, mft_paragraph_length (words));
  MftPiece *piece = mft_composer_add_piece (composer, "P", profile->above_ayat);
  add_plain (composer, piece, person, mft_block_get_label (person), 0, name_x, FALSE);
  add_words (composer, piece, person, name, name_x, NAME_COLUMN - 6, MFT_ALIGN_LEFT, TRUE);
  add_plain (composer, piece, person, ":", name_x + NAME_COLUMN, COLON_COLUMN, FALSE);
  add_words (composer, piece, person, rest, text_x, composer->width - text_x, MFT_ALIGN_JUSTIFIED,
             FALSE);
}

void
mft_composer_add_komparisi (MftComposer *composer, MftBlock *komparisi)
{
  for (guint i = 0; i < mft_block_n_children (komparisi); i++)
    {
      MftBlock *block = mft_block_get_child (komparisi, i);
      MftPlacement placement
          = { .above = composer->profile->above_ayat, .align = MFT_ALIGN_JUSTIFIED, .tag = "P" };
      if (mft_block_get_kind (block) == MFT_BLOCK_PERSON)
        {
          add_person (composer, block);
          continue;
        }
      mft_composer_add_block (composer, block, &placement);
      mft_composer_add_inside (composer, block, 0);
    }
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
  MftFace face = { composer->profile->family, composer->profile->size, FALSE };
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
      MftPlacement placement = { .x = x, .label_x = x, .align = MFT_ALIGN_LEFT, .tag = "P" };
      mft_composer_add_block (composer, line, &placement);
      return;
    }
  g_autoptr (MftParagraph) key = mft_paragraph_slice (words, 0, end);
  g_autoptr (MftParagraph) value
      = mft_paragraph_slice (words, end + 1, mft_paragraph_length (words));
  MftPiece *piece = mft_composer_add_piece (composer, "P", 0);
  add_words (composer, piece, line, key, x, keys, MFT_ALIGN_LEFT, FALSE);
  add_plain (composer, piece, line, ":", x + keys, COLON_COLUMN, FALSE);
  add_words (composer, piece, line, value, value_x, composer->width - value_x, MFT_ALIGN_LEFT,
             FALSE);
}

void
mft_composer_add_contact (MftComposer *composer, MftBlock *contact, double label_x)
{
  const MftProfile *profile = composer->profile;
  gboolean labelled = *mft_block_get_label (contact) != '\0';
  MftPlacement placement = { .x = labelled ? label_x + profile->indent : label_x,
                             .label_x = label_x,
                             .above = profile->above_item,
                             .align = MFT_ALIGN_LEFT,
                             .tag = "P" };
  double keys = key_width (composer, contact);
  guint lines = mft_block_n_children (contact);

  mft_composer_add_block (composer, contact, &placement)->keep_next = lines > 0;
  for (guint i = 0; i < lines; i++)
    {
      add_contact_line (composer, mft_block_get_child (contact, i), placement.x, keys);
      MftPiece *piece = composer->pieces->pdata[composer->pieces->len - 1];
      piece->keep_next = i + 1 < lines;
    }
}

/* Adds a cell at `y` inside a whole piece. Returns where it ends. */
static double
add_centred_at (MftComposer *composer, MftPiece *piece, MftBlock *block, double x, double y,
                double width, gboolean bold)
{
  g_autoptr (MftParagraph) words = mft_composer_words (composer, block);

  add_words (composer, piece, block, words, x, width, MFT_ALIGN_CENTRE, bold);
  MftCell *cell = &g_array_index (piece->cells, MftCell, piece->cells->len - 1);
  cell->y = y;
  return y + cell->lines->len * piece->leading;
}

/* The lines of one party's column: its role over the field, an anchor ("#") in it, below its name and
 * what follows. Blocks without words take no line. */
typedef struct
{
  MftBlock *role;
  MftBlock *anchor;
  GPtrArray *below;
} Column;

static void
column_clear (Column *column)
{
  g_ptr_array_unref (column->below);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Column, column_clear)

static Column
column_of (MftComposer *composer, MftBlock *signature)
{
  Column column = { NULL, NULL, g_ptr_array_new () };

  if (mft_text_length (mft_block_get_text (signature)) > 0)
    column.role = signature;
  for (guint i = 0; i < mft_block_n_children (signature); i++)
    {
      MftBlock *line = mft_block_get_child (signature, i);
      g_autofree char *words = mft_shown_text (composer->agreement, line);
      if (column.role == NULL)
        column.role = line;
      else if (column.anchor == NULL && g_utf8_strlen (words, -1) == 1)
        column.anchor = line;
      else
        g_ptr_array_add (column.below, line);
    }
  return column;
}

static void
add_spot (MftPiece *piece, MftBlock *signature, double x, double y, gboolean with_field)
{
  guint party = mft_block_get_party (signature);
  MftFieldSpot spot = { g_strdup (mft_block_get_id (signature)), 0, x, y };

  if (with_field)
    spot.party = party > 0 ? party : mft_block_get_index (signature) + 1;
  g_array_append_val (piece->fields, spot);
}

/* Field, anchor, name and what stands under it. Returns its height. */
static double
add_below (MftComposer *composer, MftPiece *piece, MftBlock *signature, const Column *column,
           double x, double width, double field_y, gboolean with_field)
{
  double y = field_y + MFT_STAMP_HEIGHT + 4;

  add_spot (piece, signature, x + (width - MFT_STAMP_WIDTH) / 2, field_y, with_field);
  if (column->anchor != NULL)
    add_centred_at (composer, piece, column->anchor, x,
                    field_y + (MFT_STAMP_HEIGHT - piece->leading) / 2, width, FALSE);
  for (guint i = 0; i < column->below->len; i++)
    y = add_centred_at (composer, piece, column->below->pdata[i], x, y, width, i == 0);
  return y;
}

static void
add_signature_row (MftComposer *composer, MftBlock *const *signatures, guint count,
                   gboolean with_fields)
{
  MftPiece *piece = mft_composer_add_piece (composer, "P", 1.4 * composer->profile->leading);
  double column_width = composer->width / 2, width = column_width - 12;
  double left = count == 1 ? column_width / 2 : 0;
  double field_y = piece->leading;

  for (guint i = 0; i < count; i++)
    {
      g_auto (Column) column = column_of (composer, signatures[i]);
      double end = column.role != NULL ? add_centred_at (
                       composer, piece, column.role, left + i * column_width + 6, 0, width, TRUE)
                                       : 0;
      field_y = MAX (field_y, end);
    }
  for (guint i = 0; i < count; i++)
    {
      g_auto (Column) column = column_of (composer, signatures[i]);
      double end = add_below (composer, piece, signatures[i], &column, left + i * column_width + 6,
                              width, field_y + 4, with_fields);
      piece->height = MAX (piece->height, end);
    }
}

/* Two beside each other, an odd last one centred below; never on a page without text before them. */
void
mft_composer_add_signatures (MftComposer *composer, MftBlock *parent, gboolean with_fields)
{
  g_autoptr (GPtrArray) signatures = g_ptr_array_new ();

  for (guint i = 0; i < mft_block_n_children (parent); i++)
    if (mft_block_get_kind (mft_block_get_child (parent, i)) == MFT_BLOCK_SIGNATURE)
      g_ptr_array_add (signatures, mft_block_get_child (parent, i));
  for (guint i = 0; i < signatures->len; i += 2)
    {
      if (composer->pieces->len > 0)
        ((MftPiece *) composer->pieces->pdata[composer->pieces->len - 1])->keep_next = TRUE;
      add_signature_row (composer, (MftBlock *const *) signatures->pdata + i,
                         MIN (2, signatures->len - i), with_fields);
    }
}

static void
append_signature (MftComposer *composer, MftBlock *signatures, guint party)
{
  const char *id = mft_block_get_id (signatures);
  g_autofree char *value = g_strdup_printf ("%u", party);
  g_autofree char *official = mft_party_field_id (party, "pejabat");
  g_autoptr (MftText) atom = mft_text_new_atom (MFT_RUN_PARTY, value, 0, MFT_STYLE_PLAIN);
  g_autoptr (MftText) comma = mft_text_new (",", MFT_STYLE_PLAIN);
  g_autoptr (MftText) role = mft_text_join (atom, comma);
  g_autoptr (MftText) name
      = mft_text_new_atom (MFT_RUN_FIELD, official, MFT_FORM_TEXT, MFT_STYLE_PLAIN);
  MftBlock *signature
      = mft_block_append (signatures, mft_block_new_with_id (MFT_BLOCK_SIGNATURE, id, role));

  mft_block_set_party (signature, party);
  if (mft_party_get (composer->agreement, party, "pejabat") != NULL)
    mft_block_append (signature, mft_block_new_with_id (MFT_BLOCK_LINE, id, name));
}

/* An imported text may end before its signatures, yet every party needs its field. What is added
 * belongs, on the map of blocks, to the agreement as a whole. */
void
mft_composer_add_lacking_signatures (MftComposer *composer)
{
  MftBlock *root = mft_agreement_get_root (composer->agreement);
  g_autoptr (MftBlock) signatures
      = mft_block_new_with_id (MFT_BLOCK_SIGNATURES, mft_block_get_id (root), NULL);

  if (composer->pieces->len == 0)
    return;
  for (guint party = 1; party <= mft_agreement_n_parties (composer->agreement); party++)
    append_signature (composer, signatures, party);
  mft_composer_add_signatures (composer, signatures, TRUE);
}

static void
add_head_line (MftComposer *composer, MftBlock *attachment, const char *text, gboolean first)
{
  MftPiece *piece = mft_composer_add_piece (composer, "P", 0);
  double x = composer->width * 0.46;

  add_plain (composer, piece, attachment, text, x, composer->width - x, first);
  piece->keep_next = TRUE;
}

/* At the right: LAMPIRAN I / the agreement's name / each party's number (UU 12/2011 Lampiran II). */
void
mft_composer_add_attachment_head (MftComposer *composer, MftBlock *attachment)
{
  const char *name = mft_agreement_get_setting (composer->agreement, "naskah");
  g_autofree char *label = mft_capitals (mft_block_get_label (attachment), MFT_CAPITALS_UPPER);
  g_autofree char *document = mft_capitals (name, MFT_CAPITALS_UPPER);
  guint first = composer->pieces->len;

  add_head_line (composer, attachment, label, TRUE);
  MftPiece *head = composer->pieces->pdata[first];
  head->page_before = TRUE;
  head->destination = mft_composer_destination (attachment);
  head->outline = g_strdup (mft_block_get_label (attachment));
  add_head_line (composer, attachment, document, FALSE);
  for (guint party = 1; party <= mft_agreement_n_parties (composer->agreement); party++)
    {
      const char *number = mft_party_get (composer->agreement, party, "nomor");
      g_autofree char *line = g_strdup_printf ("NOMOR: %s", number);
      if (number != NULL)
        add_head_line (composer, attachment, line, FALSE);
    }
}
