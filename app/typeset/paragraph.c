/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/paragraph-private.h"

#define SOFT_HYPHEN 0xad
#define FEW_SPACES 3  /* in a line that may be torn apart */
#define TOLERANCE 100 /* badness up to which no word is broken */

static void
stretch_clear (gpointer data)
{
  g_free (((Stretch *) data)->destination);
}

MftParagraph *
mft_paragraph_new (void)
{
  MftParagraph *paragraph = g_new (MftParagraph, 1);

  paragraph->characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  paragraph->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_array_set_clear_func (paragraph->stretches, stretch_clear);
  return paragraph;
}

void
mft_paragraph_free (MftParagraph *paragraph)
{
  g_array_unref (paragraph->characters);
  g_array_unref (paragraph->stretches);
  g_free (paragraph);
}

guint
mft_paragraph_length (const MftParagraph *paragraph)
{
  return paragraph->characters->len;
}

void
mft_paragraph_add_span (MftParagraph *paragraph, const char *words, MftStyle style,
                        const char *destination, gboolean whole)
{
  Stretch stretch = { paragraph->characters->len, style, g_strdup (destination), whole };

  g_array_append_val (paragraph->stretches, stretch);
  g_array_set_size (paragraph->characters, stretch.start + (guint) strlen (words));
  gunichar *all = (gunichar *) paragraph->characters->data, *end = all + stretch.start;
  for (; *words != '\0'; words = g_utf8_next_char (words))
    {
      gunichar character = g_utf8_get_char (words);
      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        character = ' ';
      if (character != SOFT_HYPHEN)
        *end++ = character;
    }
  g_array_set_size (paragraph->characters, (guint) (end - all));
}

void
mft_paragraph_add (MftParagraph *paragraph, const char *words, MftStyle style)
{
  mft_paragraph_add_span (paragraph, words, style, NULL, FALSE);
}

gunichar
mft_paragraph_character (const MftParagraph *paragraph, guint index)
{
  return g_array_index (paragraph->characters, gunichar, index);
}

guint
_mft_paragraph_stretch_end (const MftParagraph *paragraph, guint index)
{
  return index + 1 < paragraph->stretches->len
             ? g_array_index (paragraph->stretches, Stretch, index + 1).start
             : paragraph->characters->len;
}

MftParagraph *
mft_paragraph_slice (const MftParagraph *paragraph, guint start, guint end)
{
  MftParagraph *slice = mft_paragraph_new ();

  while (start < end && g_unichar_isspace (mft_paragraph_character (paragraph, start)))
    start++;
  while (end > start && g_unichar_isspace (mft_paragraph_character (paragraph, end - 1)))
    end--;
  for (guint i = 0; i < paragraph->stretches->len; i++)
    {
      Stretch stretch = g_array_index (paragraph->stretches, Stretch, i);
      guint from = MAX (stretch.start, start);
      guint to = MIN (_mft_paragraph_stretch_end (paragraph, i), end);
      if (from >= to)
        continue;
      stretch.start = slice->characters->len;
      stretch.destination = g_strdup (stretch.destination);
      g_array_append_val (slice->stretches, stretch);
      g_array_append_vals (slice->characters,
                           &g_array_index (paragraph->characters, gunichar, from), to - from);
    }
  return slice;
}

static void
placed_line_clear (gpointer data)
{
  mft_text_line_free (((MftPlacedLine *) data)->line);
}

static MftBreakRule
rule_of (MftAlign align)
{
  switch (align)
    {
    case MFT_ALIGN_JUSTIFIED:
      return MFT_BREAK_JUSTIFIED;
    case MFT_ALIGN_CENTRE:
      return MFT_BREAK_BALANCED;
    case MFT_ALIGN_LEFT:
    case MFT_ALIGN_RIGHT:
      return MFT_BREAK_FIRST_FIT;
    }
  g_assert_not_reached ();
}

static GArray *
break_lines (const Atoms *atoms, double width, MftBreakRule rule, double *badness)
{
  return mft_line_breaks ((const MftLineItem *) atoms->items->data, atoms->items->len, width, rule,
                          badness);
}

/* After which atom each line ends, and the atoms: with hyphens only where it takes them. */
static GArray *
find_breaks (Atoms *atoms, MftParagraph *paragraph, PangoContext *context, const MftFace *face,
             double width, MftAlign align)
{
  gboolean justified = align == MFT_ALIGN_JUSTIFIED;
  double badness;

  if (!_mft_atoms_init (atoms, paragraph, context, face, face->hyphenated))
    return NULL;
  if (justified && !face->hyphenated)
    {
      GArray *breaks = break_lines (atoms, width, MFT_BREAK_JUSTIFIED, &badness);
      if (badness <= TOLERANCE)
        return breaks;
      g_array_unref (breaks);
      _mft_atoms_clear (atoms);
      _mft_atoms_init (atoms, paragraph, context, face, TRUE);
    }
  _mft_atoms_cut (atoms, width);
  return break_lines (atoms, width, rule_of (align), &badness);
}

double
_mft_paragraph_step (double left, guint spaces, MftAlign align, gboolean last, double most)
{
  double step = spaces > 0 ? left / spaces : 0;

  if (align != MFT_ALIGN_JUSTIFIED || (left > 0 && last) || (step > most && spaces <= FEW_SPACES))
    return 0;
  return step;
}

typedef struct
{
  const Atom *atoms;
  const MftLineItem *items;
  guint start, end; /* `end` included */
} Range;

/* The atoms of a line. Spaces at its end take no room; they are there for who reads the words. */
static MftPlacedLine
place_line (Range range, double width, MftAlign align, gboolean last, double size)
{
  MftPlacedLine placed = { mft_text_line_new_empty (), 0 };
  const MftShape *hyphen = last ? NULL : range.atoms[range.end].hyphen;
  double left = width - (hyphen != NULL ? hyphen->width : 0);
  guint spaces = 0, text_end = range.end + 1;

  while (text_end > range.start && range.items[text_end - 1].space)
    text_end--;
  for (guint i = range.start; i < text_end; i++)
    {
      left -= range.items[i].width;
      spaces += range.items[i].space ? 1 : 0;
    }
  double step = _mft_paragraph_step (left, spaces, align, last, size);
  for (guint i = range.start; i <= range.end; i++)
    {
      const Atom *atom = &range.atoms[i];
      double more = i >= text_end ? -range.items[i].width : range.items[i].space ? step : 0;
      mft_text_line_append (placed.line, atom->shape, atom->from, atom->to, atom->destination,
                            more);
    }
  if (hyphen != NULL)
    mft_text_line_append (placed.line, hyphen, 0, hyphen->n_glyphs,
                          range.atoms[range.end].destination, 0);
  if (align == MFT_ALIGN_CENTRE)
    placed.x = left / 2;
  else if (align == MFT_ALIGN_RIGHT)
    placed.x = left;
  return placed;
}

GArray *
mft_paragraph_lines (MftParagraph *paragraph, PangoContext *context, const MftFace *face,
                     double width, MftAlign align)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (MftPlacedLine));
  Atoms atoms;

  g_array_set_clear_func (lines, placed_line_clear);
  g_autoptr (GArray) breaks = find_breaks (&atoms, paragraph, context, face, width, align);
  if (breaks == NULL)
    {
      _mft_paragraph_pango_lines (paragraph, context, face, width, align, lines);
      return lines;
    }
  Range range = { (const Atom *) atoms.atoms->data, (const MftLineItem *) atoms.items->data, 0, 0 };
  for (guint i = 0; i < breaks->len; i++)
    {
      range.end = g_array_index (breaks, guint, i);
      MftPlacedLine placed = place_line (range, width, align, i + 1 == breaks->len, face->size);
      g_array_append_val (lines, placed);
      range.start = range.end + 1;
    }
  if (breaks->len == 0)
    {
      MftPlacedLine empty = { mft_text_line_new_empty (), 0 };
      g_array_append_val (lines, empty);
    }
  _mft_atoms_clear (&atoms);
  return lines;
}

void
mft_paragraph_move_lines (GArray *to, GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
  g_array_set_clear_func (from, NULL);
  g_array_set_size (from, 0);
}

double
mft_paragraph_natural_width (MftParagraph *paragraph, PangoContext *context, const MftFace *face)
{
  Atoms atoms;

  if (!_mft_atoms_init (&atoms, paragraph, context, face, FALSE))
    return _mft_paragraph_pango_width (paragraph, context, face, FALSE);
  double width = _mft_atoms_natural_width (&atoms);
  _mft_atoms_clear (&atoms);
  return width;
}

double
mft_paragraph_word_width (MftParagraph *paragraph, PangoContext *context, const MftFace *face)
{
  Atoms atoms;

  if (!_mft_atoms_init (&atoms, paragraph, context, face, FALSE))
    return _mft_paragraph_pango_width (paragraph, context, face, TRUE);
  double width = _mft_atoms_longest (&atoms);
  _mft_atoms_clear (&atoms);
  return width;
}
