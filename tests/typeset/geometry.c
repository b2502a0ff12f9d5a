/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds on every page of any agreement, over agreements made at random: MFT_SEED repeats one. */
#include "sample.h"

#include "typeset/pages.h"
#include "typeset/profile.h"

#define TRIES 12
#define SLACK 0.6 /* points */

static const char *const words[] = {
  "pemanfaatan",
  "sertifikat",
  "PIHAK KESATU",
  "dan",
  "pada",
  "yang",
  "penyelenggaraan",
  "4 (empat)",
  "masing-masing",
  "sebagaimana dimaksud dalam Pasal 3 ayat (1) huruf b",
  "keberlangsungan",
  "pertanggungjawaban",
  "data",
  "Rp1.250.000.000,00 (satu miliar dua ratus lima puluh juta rupiah)",
  "https://tatasamudra.example/berkas/perjanjian-kerja-sama/2026/11/"
  "naskah-akhir-yang-ditandatangani.pdf",
  "漢字の名前",
  "محمد بن عبد الله",
  "עברית",
  "Ẹ̀kọ́",
  "hukum@tatasamudra.example",
  "a",
};

static void
add_word (GRand *rand, GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (g_rand_int_range (rand, 0, 120) == 0) /* one word wider than a page */
    for (int i = 0; i < 260; i++)
      g_string_append_c (text, "abcdefghijklmnop"[i % 16]);
  else
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
}

static char *
dup_text (GRand *rand, int most)
{
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, most); i > 0; i--)
    add_word (rand, text);
  return g_string_free (text, FALSE);
}

static MftBlock *
add (GRand *rand, MftBlock *parent, MftBlockKind kind, int most)
{
  g_autofree char *text = dup_text (rand, most);

  return sample_add (parent, kind, text);
}

static void
add_table (GRand *rand, MftBlock *parent)
{
  MftBlock *table = sample_add (parent, MFT_BLOCK_TABLE, "");
  int columns = g_rand_int_range (rand, 1, 8);

  for (int i = g_rand_int_range (rand, 1, 9); i > 0; i--)
    {
      MftBlock *row = sample_add (table, MFT_BLOCK_ROW, "");
      for (int j = 0; j < columns; j++)
        add (rand, row, MFT_BLOCK_CELL, g_rand_int_range (rand, 0, 30) == 0 ? 300 : 12);
    }
}

static void
add_items (GRand *rand, MftBlock *parent, int depth)
{
  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    {
      MftBlock *item = add (rand, parent, MFT_BLOCK_ITEM, 40);
      if (depth < 4 && g_rand_int_range (rand, 0, 4) == 0)
        add_items (rand, item, depth + 1);
    }
}

static void
add_pasal (GRand *rand, MftBlock *body)
{
  MftBlock *pasal = add (rand, body, MFT_BLOCK_PASAL, 9);

  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    {
      MftBlock *ayat = add (rand, pasal, MFT_BLOCK_AYAT, 120);
      if (g_rand_boolean (rand))
        add_items (rand, ayat, 1);
      if (g_rand_int_range (rand, 0, 8) == 0)
        sample_contact (ayat, "{#1}");
    }
  if (g_rand_int_range (rand, 0, 5) == 0)
    add (rand, pasal, MFT_BLOCK_PARAGRAPH, 200);
}

static void
add_signatures (GRand *rand, MftBlock *root, guint parties)
{
  MftBlock *part = sample_add (root, MFT_BLOCK_SIGNATURES, "");

  for (guint i = 0; i < parties; i++)
    {
      MftBlock *signature = add (rand, part, MFT_BLOCK_SIGNATURE, 6);
      mft_block_set_party (signature, i + 1);
      add (rand, signature, MFT_BLOCK_LINE, 6);
    }
}

static MftAgreement *
make (GRand *rand)
{
  static const char *const profiles[] = { "a4", "f4", "a4-arial", "f4-arial" };
  static const char *const margins[] = { NULL, "10 10 10 25", "60 60 60 60" };
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  guint parties = (guint) g_rand_int_range (rand, 1, 13);

  sample_frame (root);
  MftBlock *body = sample_add (root, MFT_BLOCK_BODY, "");
  for (int i = g_rand_int_range (rand, 0, 14); i > 0; i--)
    add_pasal (rand, body);
  MftBlock *closing = sample_add (root, MFT_BLOCK_CLOSING, "");
  add (rand, closing, MFT_BLOCK_PARAGRAPH, 80);
  if (g_rand_int_range (rand, 0, 5) > 0)
    add_signatures (rand, root, parties);
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    {
      MftBlock *attachment = add (rand, root, MFT_BLOCK_ATTACHMENT, 9);
      add (rand, attachment, MFT_BLOCK_PARAGRAPH, 60);
      add_table (rand, attachment);
    }
  MftAgreement *agreement = mft_agreement_new (root);
  mft_agreement_set_n_parties (agreement, parties);
  sample_set (agreement, "p1.nama", MFT_FIELD_TEXT, words[g_rand_int_range (rand, 0, 20)]);
  mft_agreement_set_setting (agreement, MFT_SETTING_PROFILE,
                             profiles[g_rand_int_range (rand, 0, G_N_ELEMENTS (profiles))]);
  mft_agreement_set_setting (agreement, MFT_SETTING_MARGINS,
                             margins[g_rand_int_range (rand, 0, G_N_ELEMENTS (margins))]);
  return agreement;
}

/* --- what must hold ------------------------------------------------------------------------------- */

/* Where the last letter ends that is no space. */
static double
ink_width (const MftTextLine *line)
{
  double width = 0;

  for (guint part = 0; part < mft_text_line_n_parts (line); part++)
    {
      g_autoptr (GArray) edges = mft_text_line_part_edges (line, part);
      const char *at = mft_text_line_part (line, part).words;
      for (guint i = 0; i + 1 < edges->len; i++, at = g_utf8_next_char (at))
        if (!g_unichar_isspace (g_utf8_get_char (at)))
          width = MAX (width, g_array_index (edges, double, i + 1));
    }
  return width;
}

/* Only attachments may lie across; the text area is that of their own profile. */
static void
assert_inside (MftPages *pages, guint page, const MftProfile *profile, const MftPageLine *line)
{
  double right = mft_pages_width (pages, page) - profile->right;
  double bottom = mft_pages_height (pages, page) - profile->bottom;

  g_assert_cmpfloat (line->x, >=, profile->left - SLACK);
  g_assert_cmpfloat (line->y, >=, profile->top - SLACK);
  g_assert_cmpfloat (line->x + ink_width (line->line), <=, right + SLACK);
  g_assert_cmpfloat (line->y + line->height, <=, bottom + SLACK);
}

static MftBlockKind
kind_of (MftAgreement *agreement, const MftPageLine *line)
{
  MftBlock *block = line->block != NULL ? mft_agreement_get_block (agreement, line->block) : NULL;

  return block != NULL ? mft_block_get_kind (block) : MFT_BLOCK_AGREEMENT;
}

/* No Pasal's heading at a page's foot while its text goes on behind it. */
static void
assert_no_heading_last (MftAgreement *agreement, GArray *lines, const char *next)
{
  if (lines->len == 0 || next == NULL)
    return;
  const MftPageLine *last = &g_array_index (lines, MftPageLine, lines->len - 1);
  if (kind_of (agreement, last) != MFT_BLOCK_PASAL)
    return;
  MftBlock *pasal = mft_agreement_get_block (agreement, last->block);
  MftBlock *after = mft_agreement_get_block (agreement, next);
  g_assert_false (mft_block_n_children (pasal) > 0 && mft_block_get_parent (after) == pasal);
}

/* A paragraph that goes over to the next page has two lines on each, a heading is whole. */
static void
count_lines (GArray *lines, const char *block, guint *count)
{
  double y = -1;

  *count = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const MftPageLine *line = &g_array_index (lines, MftPageLine, i);
      if (g_strcmp0 (line->block, block) != 0 || line->y <= y + 1)
        continue;
      y = line->y;
      (*count)++;
    }
}

static void
assert_no_single_line (MftAgreement *agreement, GArray *before, GArray *after)
{
  if (before->len == 0 || after->len == 0)
    return;
  const MftPageLine *last = &g_array_index (before, MftPageLine, before->len - 1);
  guint here, there;
  if (kind_of (agreement, last) == MFT_BLOCK_CELL || last->block == NULL)
    return;
  count_lines (before, last->block, &here);
  count_lines (after, last->block, &there);
  if (there == 0)
    return;
  g_assert_cmpuint (here, >=, 2);
  g_assert_cmpuint (there, >=, 2);
}

/* The first page on which somebody signs says something else too. */
static void
assert_signatures_have_company (MftAgreement *agreement, MftPages *pages)
{
  guint count, company = 0;
  const MftFieldPlace *fields = mft_pages_fields (pages, &count);

  if (count == 0 || count > 4)
    return;
  g_autoptr (GArray) lines = mft_pages_lines (pages, fields[0].page);
  for (guint i = 0; i < lines->len; i++)
    {
      const MftPageLine *line = &g_array_index (lines, MftPageLine, i);
      MftBlock *block
          = line->block != NULL ? mft_agreement_get_block (agreement, line->block) : NULL;
      for (; block != NULL && mft_block_get_kind (block) != MFT_BLOCK_SIGNATURES;)
        block = mft_block_get_parent (block);
      company += block == NULL;
    }
  g_assert_cmpuint (company, >, 0);
}

static void
check_page (MftAgreement *agreement, MftPages *pages, guint page, const MftProfile *profile)
{
  g_autoptr (GArray) lines = mft_pages_lines (pages, page);
  g_autoptr (GArray) next
      = page + 1 < mft_pages_count (pages) ? mft_pages_lines (pages, page + 1) : NULL;

  for (guint i = 0; i < lines->len; i++)
    assert_inside (pages, page, profile, &g_array_index (lines, MftPageLine, i));
  if (next == NULL)
    return;
  assert_no_heading_last (agreement, lines,
                          next->len > 0 ? g_array_index (next, MftPageLine, 0).block : NULL);
  assert_no_single_line (agreement, lines, next);
}

static void
check (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (MftAgreement) agreement = make (rand);
  const MftTypesetOptions options = { .draft = TRUE };
  const MftTypesetOptions final = { 0 };
  g_autoptr (GError) error = NULL;
  MftProfile profile;

  g_test_message ("MFT_SEED=%u", seed);
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MftPages) whole = mft_typeset (agreement, &final, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mft_profile_init (&profile, agreement, NULL));
  for (guint page = 0; page < mft_pages_count (pages); page++)
    check_page (agreement, pages, page, &profile);
  assert_signatures_have_company (agreement, whole);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 26, 5, 0, 0);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, NULL, &error);
  g_assert_no_error (error);
}

static void
test_any_agreement (void)
{
  const char *seed = g_getenv ("MFT_SEED");

  if (seed != NULL)
    check ((guint32) g_ascii_strtoull (seed, NULL, 10));
  for (guint32 i = 0; seed == NULL && i < TRIES; i++)
    check (i);
}

/* Columns that are too narrow for their words break them as paragraphs do. */
static void
test_narrow_columns (void)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *attachment = sample_add (root, MFT_BLOCK_ATTACHMENT, "DAFTAR");
  MftBlock *table = sample_add (attachment, MFT_BLOCK_TABLE, "");
  MftBlock *row = sample_add (table, MFT_BLOCK_ROW, "");
  guint hyphenated = 0;

  for (guint i = 0; i < 6; i++)
    sample_add (row, MFT_BLOCK_CELL, "mempertanggungjawabkan bersama");
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  const MftTypesetOptions options = { 0 };
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GArray) lines = mft_pages_lines (pages, mft_pages_count (pages) - 1);
  for (guint i = 0; i < lines->len; i++)
    hyphenated += mft_text_line_is_hyphenated (g_array_index (lines, MftPageLine, i).line);
  g_assert_cmpuint (hyphenated, >=, 6);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/geometry/any-agreement", test_any_agreement);
  g_test_add_func ("/typeset/geometry/narrow-columns", test_narrow_columns);
  return g_test_run ();
}
