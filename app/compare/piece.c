/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/piece.h"

#include "compare/lexeme.h"

/* Texts further apart are told as replaced; keeps the work and memory in bounds. */
#define DISTANCE_MOST 1000

/* Lexemes from..to of both sides: the same (kept), or those of the left replaced by those of the right. */
typedef struct
{
  gboolean kept;
  guint left_from, left_to;
  guint right_from, right_to;
} Span;

typedef struct
{
  const char *left, *right;
  GArray *left_lexemes, *right_lexemes;
  GArray *spans;
} Diff;

static const MftLexeme *
lexeme_at (GArray *lexemes, guint index)
{
  return &g_array_index (lexemes, MftLexeme, index);
}

static gboolean
same (const Diff *diff, guint left, guint right)
{
  return mft_lexeme_same (diff->left, lexeme_at (diff->left_lexemes, left), diff->right,
                          lexeme_at (diff->right_lexemes, right));
}

static void
add_span (GArray *spans, gboolean kept, guint left_from, guint left_to, guint right_from,
          guint right_to)
{
  Span span = { kept, left_from, left_to, right_from, right_to };
  Span *last = spans->len > 0 ? &g_array_index (spans, Span, spans->len - 1) : NULL;

  if (left_from == left_to && right_from == right_to)
    return;
  if (last != NULL && last->kept == kept)
    last->left_to = left_to, last->right_to = right_to;
  else
    g_array_append_val (spans, span);
}

/* Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986). The furthest left index on every
 * diagonal, one row of `trace` a distance: row d has 2d + 1 entries. Returns the distance, or -1 if it
 * is larger than the most. */
static int
find_path (const Diff *diff, guint from, int n, int m, GPtrArray *trace)
{
  for (int d = 0; d <= MIN (n + m, DISTANCE_MOST); d++)
    {
      const int *before = d > 0 ? (const int *) g_ptr_array_index (trace, d - 1) + (d - 1) : NULL;
      int *row = g_new (int, (gsize) (2 * d + 1));
      g_ptr_array_add (trace, row);
      for (int k = -d; k <= d; k += 2)
        {
          int x = d == 0                                                 ? 0
                  : k == -d || (k != d && before[k - 1] < before[k + 1]) ? before[k + 1]
                                                                         : before[k - 1] + 1;
          while (x < n && x - k < m && x - k >= 0
                 && same (diff, from + (guint) x, from + (guint) (x - k)))
            x++;
          row[d + k] = x;
          if (x >= n && x - k >= m)
            return d;
        }
    }
  return -1;
}

/* Walks the trace back; the spans come out in reverse. */
static void
walk_back (GArray *reversed, GPtrArray *trace, guint from, int distance, int n, int m)
{
  int x = n;
  int y = m;

  for (int d = distance; d >= 0; d--)
    {
      const int *before = d > 0 ? (const int *) g_ptr_array_index (trace, d - 1) + (d - 1) : NULL;
      int k = x - y;
      gboolean down = d > 0 && (k == -d || (k != d && before[k - 1] < before[k + 1]));
      int from_x = d == 0 ? 0 : down ? before[k + 1] : before[k - 1];
      int from_y = d == 0 ? 0 : from_x - (down ? k + 1 : k - 1);
      int after_x = d == 0 ? 0 : down ? from_x : from_x + 1;
      int after_y = d == 0 ? 0 : down ? from_y + 1 : from_y;
      Span kept = { TRUE, from + (guint) after_x, from + (guint) x, from + (guint) after_y,
                    from + (guint) y };
      Span changed = { FALSE, from + (guint) from_x, from + (guint) after_x, from + (guint) from_y,
                       from + (guint) after_y };
      g_array_append_val (reversed, kept);
      g_array_append_val (reversed, changed);
      x = from_x;
      y = from_y;
    }
}

static void
diff_middle (Diff *diff, guint from, guint left_to, guint right_to)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) reversed = g_array_new (FALSE, FALSE, sizeof (Span));
  int n = (int) (left_to - from);
  int m = (int) (right_to - from);
  int distance = find_path (diff, from, n, m, trace);

  if (distance < 0)
    {
      add_span (diff->spans, FALSE, from, left_to, from, right_to);
      return;
    }
  walk_back (reversed, trace, from, distance, n, m);
  for (guint i = reversed->len; i > 0; i--)
    {
      const Span *span = &g_array_index (reversed, Span, i - 1);
      add_span (diff->spans, span->kept, span->left_from, span->left_to, span->right_from,
                span->right_to);
    }
}

static void
find_spans (Diff *diff)
{
  guint left = diff->left_lexemes->len;
  guint right = diff->right_lexemes->len;
  guint start = 0;
  guint end = 0;

  while (start < MIN (left, right) && same (diff, start, start))
    start++;
  while (end < MIN (left, right) - start && same (diff, left - 1 - end, right - 1 - end))
    end++;
  add_span (diff->spans, TRUE, 0, start, 0, start);
  diff_middle (diff, start, left - end, right - end);
  add_span (diff->spans, TRUE, left - end, left, right - end, right);
}

static gboolean
is_replacement (const Span *span)
{
  return !span->kept && span->left_from < span->left_to && span->right_from < span->right_to;
}

/* "-30 (tiga puluh)- +14 (empat belas)+ hari -kalender- +kerja+" reads better with "hari" in both. */
static void
join_replacements (Diff *diff)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < diff->spans->len; i++)
    {
      const Span *span = &g_array_index (diff->spans, Span, i);
      gboolean lone = span->kept && span->left_to - span->left_from == 1 && i > 0
                      && i + 1 < diff->spans->len && is_replacement (span - 1)
                      && is_replacement (span + 1);
      add_span (joined, span->kept && !lone, span->left_from, span->left_to, span->right_from,
                span->right_to);
    }
  g_array_unref (diff->spans);
  diff->spans = joined;
}

static void
clear_piece (gpointer piece)
{
  g_free (((MftPiece *) piece)->text);
}

GArray *
mft_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (MftPiece));

  g_array_set_clear_func (pieces, clear_piece);
  return pieces;
}

static gboolean
join_piece (GArray *pieces, gint index, MftPieceKind kind, const char *text)
{
  MftPiece *piece = index >= 0 ? &g_array_index (pieces, MftPiece, index) : NULL;

  if (piece == NULL || piece->kind != kind)
    return FALSE;
  g_autofree char *before = piece->text;
  piece->text = g_strconcat (before, text, NULL);
  return TRUE;
}

void
mft_pieces_add (GArray *pieces, MftPieceKind kind, const char *text, gsize length)
{
  g_autofree char *added = g_strndup (text, length);
  gint last = (gint) pieces->len - 1;
  gboolean before_added = kind == MFT_PIECE_REMOVED && last >= 0
                          && g_array_index (pieces, MftPiece, last).kind == MFT_PIECE_ADDED;

  last -= before_added ? 1 : 0;
  if (length == 0 || join_piece (pieces, last, kind, added))
    return;
  MftPiece piece = { kind, g_steal_pointer (&added) };
  g_array_insert_val (pieces, (guint) (last + 1), piece);
}

/* Two stretches of text: kept if they are the same to the byte, else what they begin with in white space
 * is kept and the rest replaced. */
static void
add_replaced (GArray *pieces, const char *left, gsize left_size, const char *right,
              gsize right_size)
{
  gsize common = 0;

  if (left_size == right_size && memcmp (left, right, left_size) == 0)
    common = left_size;
  else
    while (common < MIN (left_size, right_size) && left[common] == right[common]
           && g_ascii_isspace (left[common]))
      common++;
  mft_pieces_add (pieces, MFT_PIECE_KEPT, left, common);
  mft_pieces_add (pieces, MFT_PIECE_REMOVED, left + common, left_size - common);
  mft_pieces_add (pieces, MFT_PIECE_ADDED, right + common, right_size - common);
}

/* Where the white space before a lexeme starts; the text's end behind the last. */
static gsize
gap_start (GArray *lexemes, guint index)
{
  return index > 0 ? lexeme_at (lexemes, index - 1)->end : 0;
}

static gsize
gap_end (const char *text, GArray *lexemes, guint index)
{
  return index < lexemes->len ? lexeme_at (lexemes, index)->start : strlen (text);
}

static void
add_gap (const Diff *diff, GArray *pieces, guint left, guint right)
{
  gsize left_start = gap_start (diff->left_lexemes, left);
  gsize right_start = gap_start (diff->right_lexemes, right);

  add_replaced (
      pieces, diff->left + left_start, gap_end (diff->left, diff->left_lexemes, left) - left_start,
      diff->right + right_start, gap_end (diff->right, diff->right_lexemes, right) - right_start);
}

/* All at once where even the bytes are the same; lexeme by lexeme where white space or the words of a
 * reference differ. */
static void
add_kept (const Diff *diff, GArray *pieces, const Span *span)
{
  gsize left = gap_start (diff->left_lexemes, span->left_from);
  gsize right = gap_start (diff->right_lexemes, span->right_from);
  gsize size = gap_start (diff->left_lexemes, span->left_to) - left;

  if (size == gap_start (diff->right_lexemes, span->right_to) - right
      && memcmp (diff->left + left, diff->right + right, size) == 0)
    {
      mft_pieces_add (pieces, MFT_PIECE_KEPT, diff->left + left, size);
      return;
    }
  for (guint i = 0; i < span->left_to - span->left_from; i++)
    {
      const MftLexeme *a = lexeme_at (diff->left_lexemes, span->left_from + i);
      const MftLexeme *b = lexeme_at (diff->right_lexemes, span->right_from + i);
      add_gap (diff, pieces, span->left_from + i, span->right_from + i);
      add_replaced (pieces, diff->left + a->start, a->end - a->start, diff->right + b->start,
                    b->end - b->start);
    }
}

/* Changed lexemes go with the white space before them. */
static void
add_changed (const Diff *diff, GArray *pieces, const Span *span)
{
  gsize left = gap_start (diff->left_lexemes, span->left_from);
  gsize right = gap_start (diff->right_lexemes, span->right_from);
  gsize left_end = gap_start (diff->left_lexemes, span->left_to);
  gsize right_end = gap_start (diff->right_lexemes, span->right_to);

  add_replaced (pieces, diff->left + left, left_end - left, diff->right + right, right_end - right);
}

GArray *
mft_pieces_diff (const char *left, GArray *left_lexemes, const char *right, GArray *right_lexemes)
{
  Diff diff
      = { left, right, left_lexemes, right_lexemes, g_array_new (FALSE, FALSE, sizeof (Span)) };
  GArray *pieces = mft_pieces_new ();

  if (left_lexemes == right_lexemes)
    {
      g_array_unref (diff.spans);
      mft_pieces_add (pieces, MFT_PIECE_KEPT, left, strlen (left));
      return pieces;
    }
  find_spans (&diff);
  join_replacements (&diff);
  for (guint i = 0; i < diff.spans->len; i++)
    {
      const Span *span = &g_array_index (diff.spans, Span, i);
      if (span->kept)
        add_kept (&diff, pieces, span);
      else
        add_changed (&diff, pieces, span);
    }
  add_gap (&diff, pieces, left_lexemes->len, right_lexemes->len);
  g_array_unref (diff.spans);
  return pieces;
}
