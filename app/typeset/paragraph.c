/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/paragraph.h"

#include "draw/fonts.h"
#include "typeset/hyphenation.h"
#include "typeset/no-break.h"

#define SOFT_HYPHEN 0xad
#define ZERO_WIDTH_SPACE 0x200b
#define NO_BREAK_SPACE "\xc2\xa0"
#define FEW_SPACES 3      /* in a line that may be torn apart */
#define BALANCED_MOST 8   /* lines */
#define LAST_LINE_LEAST 8 /* characters that a hyphen may leave for a paragraph's last line */
#define POINTS(units) ((units) / (double) PANGO_SCALE)

/* What holds for a stretch of characters. */
typedef struct
{
  guint start;
  MftStyle style;
  char *destination;
  gboolean whole;
} Stretch;

struct MftParagraph
{
  GArray *characters; /* gunichar */
  GArray *stretches;
};

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
  for (; *words != '\0'; words = g_utf8_next_char (words))
    {
      gunichar character = g_utf8_get_char (words);
      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        character = ' ';
      if (character != SOFT_HYPHEN)
        g_array_append_val (paragraph->characters, character);
    }
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

/* Where the stretch of this index ends. */
static guint
stretch_end (const MftParagraph *paragraph, guint index)
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
      guint to = MIN (stretch_end (paragraph, i), end);
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

/* Marks after which characters a hyphen may stand; not at the very end, which would be a line of its
 * own. */
static void
find_breaks (MftParagraph *paragraph, guint8 *breaks)
{
  const gunichar *characters = (const gunichar *) paragraph->characters->data;

  for (guint s = 0; s < paragraph->stretches->len; s++)
    {
      const Stretch *stretch = &g_array_index (paragraph->stretches, Stretch, s);
      guint end = stretch_end (paragraph, s);
      if (stretch->whole)
        continue;
      for (guint i = stretch->start; i < end;)
        {
          guint start = i;
          while (i < end && (g_unichar_isalpha (characters[i]) || characters[i] == '-'))
            i++;
          /* "masing-masing" breaks at its own hyphen only; mft_hyphenate() refuses what has one. */
          if (i > start)
            mft_hyphenate (characters + start, i - start, breaks + start);
          else
            i++;
        }
    }
  for (guint i = 0; i < MIN (paragraph->characters->len, LAST_LINE_LEAST); i++)
    breaks[paragraph->characters->len - 1 - i] = 0;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
add_stretch_attributes (PangoAttrList *list, const Stretch *stretch, gsize start, gsize end)
{
  if ((stretch->style & MFT_STYLE_BOLD) != 0)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if ((stretch->style & MFT_STYLE_ITALIC) != 0)
    add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (stretch->destination != NULL)
    add_attribute (list, mft_text_link_new (stretch->destination), start, end);
}

/* The text with soft hyphens where a word may break, and its attributes. */
static char *
to_utf8 (MftParagraph *paragraph, gboolean hyphenated, PangoAttrList *attributes)
{
  guint count = paragraph->characters->len;
  g_autofree guint8 *breaks = g_malloc0 (count + 1);
  GString *text = g_string_sized_new (count + count / 4);

  mft_no_break ((gunichar *) paragraph->characters->data, count);
  if (hyphenated)
    find_breaks (paragraph, breaks);
  for (guint s = 0; s < paragraph->stretches->len; s++)
    {
      const Stretch *stretch = &g_array_index (paragraph->stretches, Stretch, s);
      guint end = stretch_end (paragraph, s);
      gsize start = text->len;
      for (guint i = stretch->start; i < end; i++)
        {
          g_string_append_unichar (text, g_array_index (paragraph->characters, gunichar, i));
          if (breaks[i])
            g_string_append_unichar (text, SOFT_HYPHEN);
          if (g_array_index (paragraph->characters, gunichar, i) == '@')
            g_string_append_unichar (text, ZERO_WIDTH_SPACE); /* where an address may break */
        }
      add_stretch_attributes (attributes, stretch, start, text->len);
    }
  return g_string_free (text, FALSE);
}

static PangoLayout *
lay_out (MftParagraph *paragraph, PangoContext *context, const MftFace *face, gboolean hyphenated)
{
  g_autoptr (PangoAttrList) attributes = mft_fonts_attributes ();
  g_autofree char *text = to_utf8 (paragraph, hyphenated, attributes);
  PangoLayout *layout
      = mft_fonts_layout (context, face->family, face->size,
                          face->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, text);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Whether the words go into so many lines without one of them being cut. */
static gboolean
fits (PangoLayout *layout, double width, int lines)
{
  int widest;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_get_size (layout, &widest, NULL);
  return pango_layout_get_line_count (layout) <= lines && POINTS (widest) <= width;
}

/* Centred lines of about equal length: the narrowest width that takes no more lines. Only of headings;
 * a whole paragraph is not laid out so often. */
static void
balance (PangoLayout *layout, double width)
{
  int lines = pango_layout_get_line_count (layout);
  double low = width / 2, high = width;

  if (lines < 2 || lines > BALANCED_MOST)
    return;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  while (high - low > 1)
    {
      double middle = (low + high) / 2;
      if (fits (layout, middle, lines))
        high = middle;
      else
        low = middle;
    }
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (high * PANGO_SCALE));
}

/* A space at the very end is there for who reads the words; it does not count where lines are centred. */
static double
space_at_end (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  PangoRectangle space;

  if (!g_str_has_suffix (text, " "))
    return 0;
  pango_layout_index_to_pos (layout, (int) strlen (text) - 1, &space);
  return POINTS (space.width);
}

/* Spaces that justifying can widen; the one at the line's end is none. */
static guint
count_spaces (PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout) + line->start_index;
  guint count = 0;
  int length = line->length;

  while (length > 0 && text[length - 1] == ' ')
    length--;
  for (int i = 0; i < length; i++)
    count += text[i] == ' ' || strncmp (text + i, NO_BREAK_SPACE, 2) == 0;
  return count;
}

/* A line of few words that would be torn apart stays as it is, flush left: pango even spaces the letters of
 * a single word. `plain` is the layout without justifying, made when it is first needed. */
static PangoLayoutLine *
choose_line (PangoLayoutLine *line, int index, double most, PangoLayout **plain)
{
  guint spaces = line->length > 0 ? count_spaces (line) : G_MAXUINT;
  PangoRectangle natural, justified;

  if (spaces > FEW_SPACES)
    return line;
  if (*plain == NULL)
    {
      *plain = pango_layout_copy (line->layout);
      pango_layout_set_justify (*plain, FALSE);
    }
  PangoLayoutLine *other = pango_layout_get_line_readonly (*plain, index);
  if (other == NULL || other->start_index != line->start_index)
    return line;
  pango_layout_line_get_extents (other, NULL, &natural);
  pango_layout_line_get_extents (line, NULL, &justified);
  return POINTS (justified.width - natural.width) > most * spaces ? other : line;
}

static void
placed_line_clear (gpointer data)
{
  mft_text_line_free (((MftPlacedLine *) data)->line);
}

GArray *
mft_paragraph_lines (MftParagraph *paragraph, PangoContext *context, const MftFace *face,
                     double width, MftAlign align)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (MftPlacedLine));
  PangoLayout *layout
      = lay_out (paragraph, context, face, align == MFT_ALIGN_JUSTIFIED || face->hyphenated);
  PangoLayout *plain = NULL;

  g_array_set_clear_func (lines, placed_line_clear);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_justify (layout, align == MFT_ALIGN_JUSTIFIED);
  if (align == MFT_ALIGN_CENTRE)
    balance (layout, width);
  int index = 0;
  for (GSList *list = pango_layout_get_lines_readonly (layout); list != NULL;
       list = list->next, index++)
    {
      PangoLayoutLine *line = align == MFT_ALIGN_JUSTIFIED && list->next != NULL
                                  ? choose_line (list->data, index, face->size, &plain)
                                  : list->data;
      MftPlacedLine placed = { mft_text_line_new (line), 0 };
      if (align == MFT_ALIGN_JUSTIFIED)
        mft_text_line_squeeze (placed.line, width);
      double left = width - mft_text_line_width (placed.line);
      if (align == MFT_ALIGN_CENTRE)
        placed.x = (left + (list->next == NULL ? space_at_end (layout) : 0)) / 2;
      else if (align == MFT_ALIGN_RIGHT)
        placed.x = left;
      g_array_append_val (lines, placed);
    }
  g_clear_object (&plain);
  g_object_unref (layout);
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
  PangoLayout *layout = lay_out (paragraph, context, face, FALSE);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  g_object_unref (layout);
  return POINTS (width);
}

double
mft_paragraph_word_width (MftParagraph *paragraph, PangoContext *context, const MftFace *face)
{
  PangoLayout *layout = lay_out (paragraph, context, face, FALSE);
  int width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0); /* every word on a line of its own */
  pango_layout_get_size (layout, &width, NULL);
  g_object_unref (layout);
  return POINTS (width);
}
