/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/page-text.h"

#include <math.h>

#define SOFT_HYPHEN 0xad

typedef struct
{
  gunichar character;
  guint line; /* those of one line stand side by side */
  graphene_rect_t box;
} Letter;

struct MftPageText
{
  GArray *letters; /* Letter */
};

static const Letter *
letter (const MftPageText *text, guint position)
{
  return &g_array_index (text->letters, Letter, position);
}

static MftPageText *
text_new (void)
{
  MftPageText *text = g_new (MftPageText, 1);

  text->letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  return text;
}

void
mft_page_text_free (MftPageText *text)
{
  g_array_unref (text->letters);
  g_free (text);
}

guint
mft_page_text_length (const MftPageText *text)
{
  return text->letters->len;
}

/* --- of our own pages --------------------------------------------------------------------------- */

static void
add_line (MftPageText *text, const MftPageLine *line, guint number)
{
  for (guint part = 0; part < mft_text_line_n_parts (line->line); part++)
    {
      g_autoptr (GArray) edges = mft_text_line_part_edges (line->line, part);
      const char *words = mft_text_line_part (line->line, part).words;
      for (guint i = 0; i + 1 < edges->len; i++, words = g_utf8_next_char (words))
        {
          double left = g_array_index (edges, double, i);
          double width = g_array_index (edges, double, i + 1) - left;
          Letter one = { g_utf8_get_char (words), number,
                         GRAPHENE_RECT_INIT ((float) (line->x + left), (float) line->y,
                                             (float) MAX (width, 0), (float) line->height) };
          g_array_append_val (text->letters, one);
        }
    }
}

/* What stands between two lines: nothing more inside a word or after a space. */
static void
add_gap (MftPageText *text, const MftPageLine *line, const MftPageLine *next)
{
  guint count = text->letters->len;
  gboolean beside = fabs (line->y - next->y) < line->height / 2;
  gboolean same = g_strcmp0 (line->block, next->block) == 0 && !beside;

  if (count == 0)
    return;
  Letter gap = *letter (text, count - 1);
  if (same && (gap.character == ' ' || gap.character == SOFT_HYPHEN || gap.character == '-'))
    return;
  gap.character = same || beside ? ' ' : '\n';
  gap.box.origin.x += gap.box.size.width;
  gap.box.size.width = 0;
  g_array_append_val (text->letters, gap);
}

MftPageText *
mft_page_text_new (const MftPages *pages, guint page)
{
  g_autoptr (GArray) lines = mft_pages_lines (pages, page);
  MftPageText *text = text_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        add_gap (text, &g_array_index (lines, MftPageLine, i - 1),
                 &g_array_index (lines, MftPageLine, i));
      add_line (text, &g_array_index (lines, MftPageLine, i), i);
    }
  return text;
}

/* --- of a PDF ----------------------------------------------------------------------------------- */

MftPageText *
mft_page_text_new_pdf (PopplerPage *page)
{
  MftPageText *text = text_new ();
  g_autofree char *words = poppler_page_get_text (page);
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0, line = 0, i = 0;

  if (!poppler_page_get_text_layout (page, &boxes, &n_boxes))
    return text;
  for (const char *at = words; *at != '\0' && i < n_boxes; at = g_utf8_next_char (at), i++)
    {
      const PopplerRectangle *box = &boxes[i];
      Letter one
          = { g_utf8_get_char (at), line,
              GRAPHENE_RECT_INIT ((float) box->x1, (float) box->y1, (float) (box->x2 - box->x1),
                                  (float) (box->y2 - box->y1)) };
      graphene_rect_normalize (&one.box);
      if (one.character == '\n')
        {
          one.box.size.width = 0;
          line++;
        }
      g_array_append_val (text->letters, one);
    }
  g_free (boxes);
  return text;
}

/* --- places ------------------------------------------------------------------------------------- */

static float
distance (float at, float start, float length)
{
  return at < start ? start - at : at > start + length ? at - start - length : 0;
}

/* The nearest line counts first, then the nearest letter of it. */
static guint
nearest (const MftPageText *text, double x, double y)
{
  float best = G_MAXFLOAT;
  guint found = 0;

  for (guint i = 0; i < text->letters->len; i++)
    {
      const graphene_rect_t *box = &letter (text, i)->box;
      float away = 20 * distance ((float) y, box->origin.y, box->size.height)
                   + distance ((float) x, box->origin.x, box->size.width);
      if (away < best)
        {
          best = away;
          found = i;
        }
    }
  return found;
}

guint
mft_page_text_at (const MftPageText *text, double x, double y)
{
  if (text->letters->len == 0)
    return 0;
  guint found = nearest (text, x, y);
  const graphene_rect_t *box = &letter (text, found)->box;
  return found + (x > box->origin.x + box->size.width / 2 ? 1 : 0);
}

guint
mft_page_text_beside (const MftPageText *text, guint position, gboolean below)
{
  guint count = text->letters->len;

  if (count == 0)
    return 0;
  const Letter *here = letter (text, MIN (position, count - 1));
  guint i = MIN (position, count - 1);
  while (letter (text, i)->line == here->line && (below ? i + 1 < count : i > 0))
    i = below ? i + 1 : i - 1;
  if (letter (text, i)->line == here->line)
    return below ? count : 0;
  const graphene_rect_t *box = &letter (text, i)->box;
  return mft_page_text_at (text, here->box.origin.x, box->origin.y + box->size.height / 2);
}

static gboolean
is_gap (gunichar character)
{
  return g_unichar_isspace (character);
}

static gboolean
is_end (gunichar character)
{
  return character == '\n';
}

static void
around (const MftPageText *text, guint position, gboolean (*ends) (gunichar), guint *start,
        guint *end)
{
  for (*start = position; *start > 0 && !ends (letter (text, *start - 1)->character);)
    (*start)--;
  for (*end = position; *end < text->letters->len && !ends (letter (text, *end)->character);)
    (*end)++;
}

void
mft_page_text_word (const MftPageText *text, guint position, guint *start, guint *end)
{
  around (text, position, is_gap, start, end);
}

void
mft_page_text_paragraph (const MftPageText *text, guint position, guint *start, guint *end)
{
  around (text, position, is_end, start, end);
}

void
mft_page_text_add_boxes (const MftPageText *text, guint start, guint end, GArray *boxes)
{
  guint first = boxes->len, line = 0;

  for (guint i = start; i < MIN (end, text->letters->len); i++)
    {
      const Letter *one = letter (text, i);
      graphene_rect_t *last
          = boxes->len > first ? &g_array_index (boxes, graphene_rect_t, boxes->len - 1) : NULL;
      if (one->box.size.width <= 0)
        continue;
      if (last != NULL && one->line == line)
        graphene_rect_union (last, &one->box, last);
      else
        g_array_append_val (boxes, one->box);
      line = one->line;
    }
}

char *
mft_page_text_dup (const MftPageText *text, guint start, guint end)
{
  GString *words = g_string_new (NULL);

  for (guint i = start; i < MIN (end, text->letters->len); i++)
    {
      gunichar character = letter (text, i)->character;
      if (character == '\n')
        while (g_str_has_suffix (words->str, " "))
          g_string_truncate (words, words->len - 1);
      if (character != SOFT_HYPHEN)
        g_string_append_unichar (words, character);
    }
  return g_string_free (words, FALSE);
}

/* --- finding ------------------------------------------------------------------------------------ */

/* Where the words that begin at `position` end; 0: it says others. */
static guint
match (const MftPageText *text, guint position, const char *words)
{
  guint count = text->letters->len;

  while (*words != '\0' && position < count)
    {
      gunichar wanted = g_utf8_get_char (words), there = letter (text, position)->character;
      if (there == SOFT_HYPHEN)
        position++;
      else if (is_gap (wanted) && is_gap (there))
        {
          while (is_gap (g_utf8_get_char (words)))
            words = g_utf8_next_char (words);
          while (position < count && is_gap (letter (text, position)->character))
            position++;
        }
      else if (g_unichar_tolower (wanted) != g_unichar_tolower (there))
        return 0;
      else
        {
          words = g_utf8_next_char (words);
          position++;
        }
    }
  return *words == '\0' ? position : 0;
}

gboolean
mft_page_text_find (const MftPageText *text, const char *words, guint *start, guint *end)
{
  for (; *words != '\0' && *start < text->letters->len; (*start)++)
    if (letter (text, *start)->character != SOFT_HYPHEN)
      {
        *end = match (text, *start, words);
        if (*end > *start)
          return TRUE;
      }
  return FALSE;
}
