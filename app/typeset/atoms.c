/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/paragraph-private.h"

#include <math.h>

#include "typeset/hyphenation.h"
#include "typeset/no-break.h"

#define NO_BREAK_SPACE 0xa0
#define LAST_LINE_LEAST 8 /* characters that a hyphen may leave for a paragraph's last line */
#define PENALTY_HYPHEN 50.0
#define PENALTY_INSIDE 50.0 /* "masing-masing", addresses */
#define PENALTY_TIED 1000.0 /* a space that should not end a line */

/* How a line may end after a character that is no space. */
typedef enum
{
  END_NONE,
  END_HYPHEN,
  END_BARE,
} End;

/* Of whole words: where they break. "masing-masing" does at its own hyphen only; mft_hyphenate() refuses
 * what has one. Not at the very end, which would be a line of its own. */
static void
find_hyphens (const MftParagraph *paragraph, guint8 *ends)
{
  const gunichar *characters = (const gunichar *) paragraph->characters->data;
  guint count = paragraph->characters->len;

  for (guint s = 0; s < paragraph->stretches->len; s++)
    {
      guint end = _mft_paragraph_stretch_end (paragraph, s);
      if (g_array_index (paragraph->stretches, Stretch, s).whole)
        continue;
      for (guint i = g_array_index (paragraph->stretches, Stretch, s).start; i < end;)
        {
          guint start = i;
          while (i < end && (g_unichar_isalpha (characters[i]) || characters[i] == '-'))
            i++;
          if (i > start)
            mft_hyphenate (characters + start, i - start, ends + start);
          else
            i++;
        }
    }
  for (guint i = 0; i < MIN (count, LAST_LINE_LEAST); i++)
    ends[count - 1 - i] = END_NONE;
}

/* After a hyphen between words, a dash, and an address's @. Not after the stroke of "dan/atau", which would be
 * read as two words. */
static gboolean
may_end_after (const gunichar *characters, guint i)
{
  gunichar next = characters[i + 1];

  switch (characters[i])
    {
    case '-':
    case 0x2010:
    case 0x2013:
      return i > 0 && g_unichar_isalnum (characters[i - 1]) && g_unichar_isalpha (next);
    case '@':
      return g_unichar_isalnum (next);
    case 0x2014:
      return TRUE;
    default:
      return FALSE;
    }
}

static guint8 *
find_ends (const MftParagraph *paragraph, gboolean hyphenated)
{
  const gunichar *characters = (const gunichar *) paragraph->characters->data;
  guint count = paragraph->characters->len;
  guint8 *ends = g_malloc0 (count + 1);

  if (hyphenated)
    find_hyphens (paragraph, ends);
  for (guint i = 0; i + 1 < count; i++)
    if (may_end_after (characters, i))
      ends[i] = END_BARE;
  return ends;
}

typedef struct
{
  const MftParagraph *paragraph;
  const guint8 *ends;
  const Stretch *stretch;
  MftShaperFace *face;
  Atoms *atoms;
  GString *text;       /* being shaped */
  gboolean hyphenated; /* rather than lines that are torn apart */
} Builder;

static void
init_arrays (Atoms *atoms, guint expected)
{
  atoms->atoms = g_array_sized_new (FALSE, FALSE, sizeof (Atom), expected);
  atoms->items = g_array_sized_new (FALSE, FALSE, sizeof (MftLineItem), expected);
}

static void
add_atom (Atoms *atoms, const Atom *atom, double penalty, gboolean space)
{
  MftLineItem item = { 0, atom->hyphen != NULL ? atom->hyphen->width : 0, penalty, space };

  for (guint i = atom->from; i < atom->to; i++)
    item.width += atom->shape->glyphs[i].advance;
  g_array_append_val (atoms->atoms, *atom);
  g_array_append_val (atoms->items, item);
}

/* Whether it stands between the words of a number: "(tiga puluh)". */
static gboolean
is_in_number (const gunichar *characters, guint index)
{
  while (index > 0
         && (characters[index] == NO_BREAK_SPACE || g_unichar_isalpha (characters[index])))
    index--;
  return characters[index] == '(';
}

/* What it costs to end a line at a space. Before another one: never; where words stay together: hardly. */
static double
penalty_of_space (const Builder *builder, guint index)
{
  const GArray *array = builder->paragraph->characters;
  const gunichar *characters = (const gunichar *) array->data;

  if (index + 1 < array->len && characters[index + 1] == ' ')
    return INFINITY;
  if (characters[index] != NO_BREAK_SPACE)
    return 0;
  return builder->hyphenated && is_in_number (characters, index) ? PENALTY_TIED : INFINITY;
}

static gboolean
add_space (Builder *builder, guint index)
{
  const MftShape *shape = mft_shaper_shape (builder->face, " ");

  if (shape == NULL)
    return FALSE;
  const Atom atom = { shape, 0, shape->n_glyphs, builder->stretch->destination, NULL };
  add_atom (builder->atoms, &atom, penalty_of_space (builder, index), TRUE);
  return TRUE;
}

/* Letters without a space among them, in parts that a line may end after. */
static gboolean
add_letters (Builder *builder, guint start, guint end)
{
  static const double penalties[]
      = { [END_NONE] = INFINITY, [END_HYPHEN] = PENALTY_HYPHEN, [END_BARE] = PENALTY_INSIDE };
  const gunichar *characters = (const gunichar *) builder->paragraph->characters->data;
  guint size = 0;

  g_string_set_size (builder->text, 6 * (gsize) (end - start));
  char *to = builder->text->str;
  for (guint i = start; i < end; i++)
    to += g_unichar_to_utf8 (characters[i], to);
  g_string_truncate (builder->text, (gsize) (to - builder->text->str));
  const MftShape *shape = mft_shaper_shape (builder->face, builder->text->str);
  if (shape == NULL)
    return FALSE;
  Atom atom = { .shape = shape, .destination = builder->stretch->destination };
  for (guint i = start; i < end; i++)
    {
      size += (guint) g_unichar_to_utf8 (characters[i], NULL);
      if (builder->ends[i] == END_NONE && i + 1 < end)
        continue;
      while (atom.to < shape->n_glyphs && shape->glyphs[atom.to].at < size)
        atom.to++;
      atom.hyphen = builder->ends[i] == END_HYPHEN ? mft_shaper_hyphen (builder->face) : NULL;
      if (atom.to > atom.from)
        add_atom (builder->atoms, &atom, penalties[builder->ends[i]], FALSE);
      atom.from = atom.to;
    }
  return TRUE;
}

static gboolean
is_space (gunichar character)
{
  return character == ' ' || character == NO_BREAK_SPACE;
}

static gboolean
add_stretch (Builder *builder, guint end)
{
  for (guint i = builder->stretch->start; i < end;)
    {
      guint start = i;
      while (i < end && !is_space (mft_paragraph_character (builder->paragraph, i)))
        i++;
      if (i > start ? !add_letters (builder, start, i) : !add_space (builder, i++))
        return FALSE;
    }
  return TRUE;
}

gboolean
_mft_atoms_init (Atoms *atoms, MftParagraph *paragraph, PangoContext *context, const MftFace *face,
                 gboolean hyphenated)
{
  MftShaper *shaper = mft_shaper_of (context);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean done = TRUE;

  mft_no_break ((gunichar *) paragraph->characters->data, paragraph->characters->len);
  g_autofree guint8 *ends = find_ends (paragraph, hyphenated);
  init_arrays (atoms, paragraph->characters->len / 2);
  Builder builder = { paragraph, ends, NULL, NULL, atoms, text, hyphenated };
  for (guint s = 0; done && s < paragraph->stretches->len; s++)
    {
      builder.stretch = &g_array_index (paragraph->stretches, Stretch, s);
      builder.face = mft_shaper_face (shaper, face->family, face->size,
                                      face->bold || (builder.stretch->style & MFT_STYLE_BOLD) != 0,
                                      (builder.stretch->style & MFT_STYLE_ITALIC) != 0);
      done = add_stretch (&builder, _mft_paragraph_stretch_end (paragraph, s));
    }
  if (!done)
    _mft_atoms_clear (atoms);
  return done;
}

void
_mft_atoms_clear (Atoms *atoms)
{
  g_clear_pointer (&atoms->atoms, g_array_unref);
  g_clear_pointer (&atoms->items, g_array_unref);
}

/* The item before the next that a line may end at, and how long a line to there is. */
static guint
segment_end (const GArray *items, guint start, double *length)
{
  guint end = start;

  *length = g_array_index (items, MftLineItem, end).width;
  while (end + 1 < items->len && g_array_index (items, MftLineItem, end).penalty >= INFINITY)
    *length += g_array_index (items, MftLineItem, ++end).width;
  *length += g_array_index (items, MftLineItem, end).hyphen;
  return end;
}

static void
untie (Atoms *atoms, double width)
{
  double length;

  for (guint start = 0, end; start < atoms->items->len; start = end + 1)
    {
      end = segment_end (atoms->items, start, &length);
      for (guint i = start; i <= end && length > width; i++)
        if (g_array_index (atoms->items, MftLineItem, i).space)
          g_array_index (atoms->items, MftLineItem, i).penalty
              = MIN (g_array_index (atoms->items, MftLineItem, i).penalty, PENALTY_TIED);
    }
}

/* Each cluster of glyphs as an atom of its own. */
static void
add_cut (Atoms *atoms, Atom atom, MftLineItem whole)
{
  const MftGlyph *glyphs = atom.shape->glyphs;
  const guint end = atom.to;

  for (atom.to = atom.from; atom.to < end; atom.from = atom.to)
    {
      while (atom.to < end && glyphs[atom.to].at == glyphs[atom.from].at)
        atom.to++;
      Atom part = atom;
      part.hyphen = atom.to == end ? atom.hyphen : NULL;
      add_atom (atoms, &part, MIN (atom.to == end ? whole.penalty : INFINITY, MFT_PENALTY_CUT),
                whole.space);
    }
}

static gboolean
all_fit (const Atoms *atoms, double width)
{
  double length;

  for (guint start = 0; start < atoms->items->len;)
    {
      start = segment_end (atoms->items, start, &length) + 1;
      if (length > width)
        return FALSE;
    }
  return TRUE;
}

void
_mft_atoms_cut (Atoms *atoms, double width)
{
  Atoms cut;
  double length;

  untie (atoms, width);
  if (all_fit (atoms, width))
    return;
  init_arrays (&cut, atoms->items->len);
  for (guint start = 0, end; start < atoms->items->len; start = end + 1)
    {
      end = segment_end (atoms->items, start, &length);
      for (guint i = start; i <= end; i++)
        {
          Atom atom = g_array_index (atoms->atoms, Atom, i);
          MftLineItem item = g_array_index (atoms->items, MftLineItem, i);
          if (length > width)
            add_cut (&cut, atom, item);
          else
            {
              g_array_append_val (cut.atoms, atom);
              g_array_append_val (cut.items, item);
            }
        }
    }
  _mft_atoms_clear (atoms);
  *atoms = cut;
}

double
_mft_atoms_natural_width (const Atoms *atoms)
{
  double width = 0;

  for (guint i = 0; i < atoms->items->len; i++)
    width += g_array_index (atoms->items, MftLineItem, i).width;
  return width;
}

double
_mft_atoms_longest (const Atoms *atoms)
{
  double longest = 0, length;

  for (guint start = 0, end; start < atoms->items->len; start = end + 1)
    {
      end = segment_end (atoms->items, start, &length);
      if (g_array_index (atoms->items, MftLineItem, end).space)
        length -= g_array_index (atoms->items, MftLineItem, end).width;
      longest = MAX (longest, length);
    }
  return longest;
}
