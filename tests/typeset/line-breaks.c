/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/line-breaks.h"

#include <math.h>

#include "support.h"
#include "typeset/paragraph.h"

#include "draw/fonts.h"

#define TURNS 300
#define NEAR 0.01

/* Words of one to four parts with spaces between them, a few of these tied. */
static GArray *
random_items (GRand *rand, guint words)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (MftLineItem));

  for (guint word = 0; word < words; word++)
    {
      MftLineItem space
          = { 4, 0, g_rand_int_range (rand, 0, 10) == 0 ? (double) INFINITY : 0, TRUE };
      guint parts = (guint) g_rand_int_range (rand, 1, 5);
      if (word > 0)
        g_array_append_val (items, space);
      for (guint part = 0; part < parts; part++)
        {
          MftLineItem item = { g_rand_double_range (rand, 3, 18), 0, INFINITY, FALSE };
          if (part + 1 < parts)
            item.penalty = item.hyphen = 5;
          g_array_append_val (items, item);
        }
    }
  return items;
}

static const MftLineItem *
at (const GArray *items, guint index)
{
  return &g_array_index (items, MftLineItem, index);
}

/* What a line takes at least: without spaces at its end, the others as narrow as may be. */
static double
least_width (const GArray *items, guint start, guint end, double shrink)
{
  double width = at (items, end)->hyphen;

  while (end > start && at (items, end)->space)
    end--;
  for (guint i = start; i <= end; i++)
    width += at (items, i)->width * (at (items, i)->space ? 1 - shrink : 1);
  return width;
}

/* From an end where a line may end to the next one: longer than that no line has to be. */
static double
longest_part (const GArray *items)
{
  double longest = 0;

  for (guint start = 0, i = 0; i < items->len; i++)
    if (at (items, i)->penalty < INFINITY || i + 1 == items->len)
      {
        longest = MAX (longest, least_width (items, start, i, 0));
        start = i + 1;
      }
  return longest;
}

static void
assert_whole (const GArray *items, const GArray *ends, double width, double shrink)
{
  g_assert_cmpuint (g_array_index (ends, guint, ends->len - 1), ==, items->len - 1);
  for (guint i = 0, start = 0; i < ends->len; i++)
    {
      guint end = g_array_index (ends, guint, i);
      g_assert_cmpuint (end, >=, start);
      g_assert_true (at (items, end)->penalty < INFINITY || end + 1 == items->len);
      g_assert_cmpfloat (least_width (items, start, end, shrink), <=, width + NEAR);
      start = end + 1;
    }
}

/* Every line fits, and no paragraph is worse than one whose lines are filled one after the other. */
static void
test_any_paragraph (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint turn = 0; turn < TURNS; turn++)
    {
      g_autoptr (GArray) items = random_items (rand, (guint) g_rand_int_range (rand, 1, 120));
      const MftLineItem *first = (const MftLineItem *) items->data;
      double width = longest_part (items) * g_rand_double_range (rand, 1, 8), badness;
      g_autoptr (GArray) greedy
          = mft_line_breaks (first, items->len, width, MFT_BREAK_FIRST_FIT, &badness);
      g_autoptr (GArray) best
          = mft_line_breaks (first, items->len, width, MFT_BREAK_JUSTIFIED, &badness);
      g_autoptr (GArray) even
          = mft_line_breaks (first, items->len, width, MFT_BREAK_BALANCED, &badness);
      assert_whole (items, greedy, width, 0);
      assert_whole (items, best, width, MFT_SPACE_SHRINK);
      assert_whole (items, even, width, 0);
      g_assert_cmpfloat (
          mft_line_demerits (first, items->len, width, MFT_BREAK_JUSTIFIED, best), <=,
          mft_line_demerits (first, items->len, width, MFT_BREAK_JUSTIFIED, greedy) + NEAR);
      g_assert_cmpuint (even->len, ==, greedy->len);
    }
}

/* The least that any set of ends costs. */
static double
cheapest (const GArray *items, double width)
{
  double least = INFINITY;

  for (guint set = 0; set < 1u << (items->len - 1); set++)
    {
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
      gboolean possible = TRUE;
      for (guint i = 0; i < items->len; i++)
        if (i + 1 == items->len || (set >> i & 1) != 0)
          {
            possible = possible && (i + 1 == items->len || at (items, i)->penalty < INFINITY);
            g_array_append_val (ends, i);
          }
      if (possible)
        least = MIN (least, mft_line_demerits ((const MftLineItem *) items->data, items->len, width,
                                               MFT_BREAK_JUSTIFIED, ends));
    }
  return least;
}

static void
test_none_is_better (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint turn = 0; turn < TURNS; turn++)
    {
      g_autoptr (GArray) items = random_items (rand, 4);
      double width = longest_part (items) * g_rand_double_range (rand, 1, 2), badness;
      if (items->len > 14)
        continue;
      g_autoptr (GArray) best = mft_line_breaks ((const MftLineItem *) items->data, items->len,
                                                 width, MFT_BREAK_JUSTIFIED, &badness);
      double cost = mft_line_demerits ((const MftLineItem *) items->data, items->len, width,
                                       MFT_BREAK_JUSTIFIED, best);
      g_assert_cmpfloat_with_epsilon (cost, cheapest (items, width), cost * 1e-9);
    }
}

/* What is longer than a line stands on lines of its own, and what follows goes on. */
static void
test_too_long (void)
{
  const MftLineItem items[] = { { 10, 0, INFINITY, FALSE },
                                { 4, 0, 0, TRUE },
                                { 90, 0, INFINITY, FALSE },
                                { 4, 0, 0, TRUE },
                                { 10, 0, INFINITY, FALSE } };
  double badness;

  for (guint rule = MFT_BREAK_JUSTIFIED; rule <= MFT_BREAK_FIRST_FIT; rule++)
    {
      g_autoptr (GArray) ends
          = mft_line_breaks (items, G_N_ELEMENTS (items), 30, (MftBreakRule) rule, &badness);
      g_assert_cmpuint (ends->len, ==, 3);
      g_assert_cmpuint (g_array_index (ends, guint, 0), ==, 1);
      g_assert_cmpuint (g_array_index (ends, guint, 1), ==, 3);
    }
  g_autoptr (GArray) none = mft_line_breaks (items, 0, 30, MFT_BREAK_JUSTIFIED, &badness);
  g_assert_cmpuint (none->len, ==, 0);
}

static char *
words_of (const GArray *lines)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MftTextLine *line = g_array_index (lines, MftPlacedLine, i).line;
      for (guint part = 0; part < mft_text_line_n_parts (line); part++)
        g_string_append (words, mft_text_line_part (line, part).words);
    }
  g_string_replace (words, "\xc2\xad", "", 0);
  return g_string_free (words, FALSE);
}

/* In any width and alignment the same words, none of them beyond the edge. */
static void
assert_words (const char *text, MftStyle style)
{
  static const double widths[] = { 40, 90, 200, 450 };
  PangoContext *context = mft_fonts_context ();
  const MftFace face = { .family = MFT_FONT_BOOKMAN, .size = 12 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint align = MFT_ALIGN_JUSTIFIED; align <= MFT_ALIGN_RIGHT; align++)
      {
        g_autoptr (MftParagraph) paragraph = mft_paragraph_new ();
        mft_paragraph_add (paragraph, "Pasal 1 ", MFT_STYLE_BOLD);
        mft_paragraph_add (paragraph, text, style);
        g_autoptr (GArray) lines
            = mft_paragraph_lines (paragraph, context, &face, widths[i], (MftAlign) align);
        g_autofree char *shown = words_of (lines);
        g_autofree char *expected = g_strconcat ("Pasal 1 ", text, NULL);
        g_assert_cmpstr (shown, ==, expected);
        for (guint j = 0; j < lines->len; j++)
          g_assert_cmpfloat (mft_text_line_width (g_array_index (lines, MftPlacedLine, j).line), <=,
                             widths[i] + NEAR);
      }
  g_object_unref (context);
}

static void
test_same_words (void)
{
  g_autofree char *endless = g_strnfill (200, 'm');

  assert_words ("PARA PIHAK wajib melaksanakan hak dan/atau kewajiban masing-masing secara"
                " bertanggung jawab, dengan surat ke legal.tata-samudra@samudra.example.",
                MFT_STYLE_PLAIN);
  assert_words ("pertanggungjawaban  dua spasi,   tiga, dan satu di akhir ", MFT_STYLE_ITALIC);
  assert_words (endless, MFT_STYLE_BOLD);
  assert_words ("cafe\xcc\x81 \xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0 \xce\x91\xce\xb8",
                MFT_STYLE_PLAIN);
  assert_words ("", MFT_STYLE_PLAIN);
}

/* Where no way is good, the looseness is shared: no line stays far from the edge. */
static void
test_narrow_column (void)
{
  const double width = 279.5;
  PangoContext *context = mft_fonts_context ();
  const MftFace face = { .family = MFT_FONT_BOOKMAN, .size = 12 };
  g_autoptr (MftParagraph) paragraph = mft_paragraph_new ();

  mft_paragraph_add_span (paragraph,
                          "Kepala Pusat Data dan Sistem Informasi Kementerian Tata Samudra",
                          MFT_STYLE_PLAIN, NULL, TRUE);
  mft_paragraph_add (paragraph,
                     ", berkedudukan di Jalan Bahari Raya Nomor 12, Jakarta Utara, berdasarkan "
                     "Surat Kuasa Menteri Tata Samudra Nomor SK-07/MTS/II/2026 tanggal 16 Februari "
                     "2026, dalam hal ini bertindak untuk dan atas nama Kementerian Tata Samudra.",
                     MFT_STYLE_PLAIN);
  g_autoptr (GArray) lines
      = mft_paragraph_lines (paragraph, context, &face, width, MFT_ALIGN_JUSTIFIED);
  for (guint i = 0; i + 1 < lines->len; i++)
    g_assert_cmpfloat_with_epsilon (
        mft_text_line_width (g_array_index (lines, MftPlacedLine, i).line), width, NEAR);
  g_object_unref (context);
}

/* What only pango can break reaches the edge as well: each line but the last, and those of few words. */
static void
test_other_scripts (void)
{
  const double width = 300;
  PangoContext *context = mft_fonts_context ();
  const MftFace face = { .family = MFT_FONT_BOOKMAN, .size = 12 };
  g_autoptr (MftParagraph) paragraph = mft_paragraph_new ();
  guint justified = 0;

  mft_paragraph_add (paragraph,
                     "Nama resmi lembaga itu adalah مركز الدراسات البحرية dan dalam perjanjian ini "
                     "disebut Pusat, yang berkedudukan di kota pelabuhan dan menyusun peta laut "
                     "bersama kedua pihak selama perjanjian ini berlaku.",
                     MFT_STYLE_PLAIN);
  g_autoptr (GArray) left = mft_paragraph_lines (paragraph, context, &face, width, MFT_ALIGN_LEFT);
  g_autoptr (GArray) lines
      = mft_paragraph_lines (paragraph, context, &face, width, MFT_ALIGN_JUSTIFIED);
  g_assert_cmpuint (lines->len, ==, left->len);
  g_assert_cmpuint (lines->len, >, 3);
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const MftPlacedLine *line = &g_array_index (lines, MftPlacedLine, i);
      g_assert_cmpfloat (line->x, ==, 0);
      justified += mft_text_line_width (line->line) >= width - 1 ? 1 : 0;
    }
  g_assert_cmpuint (justified, ==, lines->len - 1);
  const MftPlacedLine *last = &g_array_index (lines, MftPlacedLine, lines->len - 1);
  g_assert_cmpfloat (mft_text_line_width (last->line), <, width - 20);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/line-breaks/any-paragraph", test_any_paragraph);
  g_test_add_func ("/typeset/line-breaks/none-is-better", test_none_is_better);
  g_test_add_func ("/typeset/line-breaks/too-long", test_too_long);
  g_test_add_func ("/typeset/line-breaks/same-words", test_same_words);
  g_test_add_func ("/typeset/line-breaks/narrow-column", test_narrow_column);
  g_test_add_func ("/typeset/line-breaks/other-scripts", test_other_scripts);
  return g_test_run ();
}
