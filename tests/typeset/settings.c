/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages.h"

#include "agreement/edit.h"
#include "agreement/house-style.h"
#include "draw/stamp.h"
#include "typeset/notice.h"
#include "typeset/profile.h"

#include "sample.h"

static MftPages *
typeset_with (MftAgreement *agreement, MftTypesetOptions options)
{
  g_autoptr (GError) error = NULL;
  MftPages *pages = mft_typeset (agreement, &options, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static MftPages *
typeset (MftAgreement *agreement)
{
  return typeset_with (agreement, (MftTypesetOptions){ 0 });
}

static GBytes *
to_pdf (MftPages *pages)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 26, 5, 0, 0);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = mft_pages_to_pdf (pages, date, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* What a reader of its own finds on the pages; in MFT_TEST_OUTPUT for looking at them. */
static char *
words_of (MftPages *pages, const char *name)
{
  g_autoptr (GBytes) pdf = to_pdf (pages);
  g_autofree char *folder = mft_test_folder ();
  const char *kept = g_getenv ("MFT_TEST_OUTPUT");
  g_autofree char *path = g_build_filename (kept != NULL ? kept : folder, name, NULL);
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", quoted);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, &error));
  g_assert_no_error (error);
  return text;
}

static gboolean
says (MftAgreement *agreement, MftTypesetOptions options, const char *words, const char *name)
{
  g_autoptr (MftPages) pages = typeset_with (agreement, options);
  g_autofree char *text = words_of (pages, name);

  return strstr (text, words) != NULL;
}

static void
test_profile (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  MftProfile profile;

  mft_agreement_set_setting (agreement, MFT_SETTING_PROFILE, "f4-arial");
  mft_agreement_set_setting (agreement, MFT_SETTING_SIZE, "11");
  mft_agreement_set_setting (agreement, MFT_SETTING_LEADING, "rapat");
  mft_agreement_set_setting (agreement, MFT_SETTING_MARGINS, "40 25 30 35");
  mft_agreement_set_setting (agreement, MFT_SETTING_NUMBERS, "strip");
  mft_agreement_set_setting (agreement, MFT_SETTING_CATCHWORD, "ya");
  g_assert_true (mft_profile_init (&profile, agreement, NULL));
  g_assert_cmpfloat_with_epsilon (profile.height, 935.43, 0.01);
  g_assert_cmpfloat_with_epsilon (profile.size, 11, 0.01);
  g_assert_cmpfloat_with_epsilon (profile.leading, 13.2, 0.01);
  g_assert_cmpfloat_with_epsilon (profile.left, 113.39, 0.01);
  g_assert_cmpfloat_with_epsilon (profile.bottom, 99.21, 0.01);
  g_assert_cmpint (profile.numbers, ==, MFT_PAGE_NUMBERS_DASHES);
  g_assert_true (profile.catchword);
  g_assert_false (mft_profile_init (&profile, agreement, "kertas-buram"));
}

static void
test_settings_that_say_nothing (void)
{
  static const char *const values[]
      = { "", "9999", "-1", "30 20 25", "30 20 25 9", "nan", "0x1p3" };
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  const MftProfile *usual = mft_profile_find ("a4");
  MftProfile profile;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      mft_agreement_set_setting (agreement, MFT_SETTING_SIZE, values[i]);
      mft_agreement_set_setting (agreement, MFT_SETTING_LEADING, values[i]);
      mft_agreement_set_setting (agreement, MFT_SETTING_MARGINS, values[i]);
      mft_agreement_set_setting (agreement, MFT_SETTING_NUMBERS, values[i]);
      g_assert_true (mft_profile_init (&profile, agreement, NULL));
      g_assert_cmpfloat_with_epsilon (profile.size, usual->size, 0.01);
      g_assert_cmpfloat_with_epsilon (profile.leading, usual->leading, 0.01);
      g_assert_cmpfloat_with_epsilon (profile.top, usual->top, 0.01);
      g_assert_cmpint (profile.numbers, ==, usual->numbers);
    }
}

/* Every notice names who issued the certificates, on every page, and stays within its foot. */
static void
test_notices (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);

  for (const MftNotice *notice = mft_notices (); notice->id != NULL; notice++)
    {
      g_autofree char *filled = mft_notice_fill (notice->words, "Balai Uji Sandi (BUS)", NULL,
                                                 "https://periksa.tatasamudra.example");
      g_autofree char *name = g_strconcat (notice->id, ".pdf", NULL);
      g_autoptr (MftPages) pages = typeset_with (
          agreement, (MftTypesetOptions){ .notice = filled, .qr = "https://periksa.example/1" });
      g_autofree char *words = words_of (pages, name);
      g_assert_null (strchr (filled, '{'));
      guint count = 0;
      for (const char *at = words; (at = strstr (at, "(BUS)")) != NULL; at++)
        count++;
      g_assert_cmpuint (count, ==, mft_pages_count (pages));
    }
  g_assert_false (says (agreement, (MftTypesetOptions){ .notice = "" }, "BSrE", "tanpa.pdf"));
  g_assert_false (says (agreement, (MftTypesetOptions){ .draft = TRUE }, "BSrE", "konsep.pdf"));
}

static guint
count_fields (MftAgreement *agreement)
{
  g_autoptr (MftPages) pages = typeset_with (agreement, (MftTypesetOptions){ .initials = 2 });
  guint count;

  mft_pages_fields (pages, &count);
  return count;
}

/* Parties that sign in ink: boxes for initials, and neither a word nor a field of electronic
 * signatures. */
static void
test_wet_closing (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (3, 4);

  g_assert_cmpuint (count_fields (agreement), ==, 5);

  g_assert_true (says (agreement, (MftTypesetOptions){ 0 }, "ditandatangani secara elektronik",
                       "elektronik.pdf"));
  g_assert_false (says (agreement, (MftTypesetOptions){ 0 }, "Paraf", "elektronik.pdf"));
  mft_agreement_set_setting (agreement, "penutupan", "basah");
  g_assert_cmpuint (count_fields (agreement), ==, 0);
  g_assert_false (
      says (agreement, (MftTypesetOptions){ 0 }, "ditandatangani secara elektronik", "basah.pdf"));
  g_assert_true (says (agreement, (MftTypesetOptions){ 0 }, "Paraf", "basah.pdf"));
  mft_agreement_set_setting (agreement, MFT_SETTING_INITIALS, "tidak");
  g_assert_false (says (agreement, (MftTypesetOptions){ 0 }, "Paraf", "tanpa-paraf.pdf"));
}

static void
test_reviewers_fields (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  g_autoptr (MftPages) pages = typeset_with (agreement, (MftTypesetOptions){ .initials = 2 });
  g_autoptr (GBytes) pdf = to_pdf (pages);
  guint count;
  const MftFieldPlace *fields = mft_pages_fields (pages, &count);

  g_assert_cmpuint (count, ==, 4);
  g_assert_cmpstr (fields[3].name, ==, "PARAF_2");
  g_assert_cmpfloat (fields[3].width, <, 0.01);
  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "(PARAF_2)", 9));
}

static void
test_logos (void)
{
  static const char svg[]
      = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' "
        "height='10' fill='red'/></svg>";
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  g_autoptr (MftPages) without = typeset (agreement);
  GHashTable *entries = mft_agreement_get_entries (agreement);
  guint count;
  double before = mft_pages_places (without, &count)->y;

  g_hash_table_insert (entries, g_strdup ("aset/logo.svg"),
                       g_bytes_new_static (svg, sizeof svg - 1));
  g_hash_table_insert (entries, g_strdup ("aset/rusak.png"), g_bytes_new_static ("\x89PNG", 4));
  mft_agreement_set_setting (agreement, MFT_SETTING_LOGO_LEFT, "aset/logo.svg");
  mft_agreement_set_setting (agreement, MFT_SETTING_LOGO_RIGHT, "aset/logo.svg");
  mft_agreement_set_setting (agreement, MFT_SETTING_EMBLEM, "aset/rusak.png");
  g_autoptr (MftPages) with = typeset (agreement);
  g_autofree char *words = words_of (with, "logo.pdf");
  g_assert_cmpfloat (mft_pages_places (with, &count)->y, >, before + 60);
}

/* Whether a point of the first page, in points from the upper left corner, is red. */
static gboolean
is_red (MftPages *pages, int x, int y)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (image);

  mft_pages_draw (pages, 0, cr);
  cairo_surface_flush (image);
  guint32 colour = ((guint32 *) (void *) (cairo_image_surface_get_data (image)
                                          + y * cairo_image_surface_get_stride (image)))[x];
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return (colour & 0xffffff) == 0xff0000;
}

/* As high as the others if its third of the line has room for that, from the margin. */
static void
test_wide_and_high_logos (void)
{
  static const char wide[] = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>"
                             "<rect width='200' height='100' fill='red'/></svg>";
  static const char high[] = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='100'>"
                             "<rect width='10' height='100' fill='red'/></svg>";
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  GHashTable *entries = mft_agreement_get_entries (agreement);
  MftProfile profile;

  g_hash_table_insert (entries, g_strdup ("aset/lebar.svg"),
                       g_bytes_new_static (wide, sizeof wide - 1));
  g_hash_table_insert (entries, g_strdup ("aset/tinggi.svg"),
                       g_bytes_new_static (high, sizeof high - 1));
  mft_agreement_set_setting (agreement, MFT_SETTING_LOGO_LEFT, "aset/lebar.svg");
  mft_agreement_set_setting (agreement, MFT_SETTING_LOGO_RIGHT, "aset/tinggi.svg");
  g_assert_true (mft_profile_init (&profile, agreement, "a4"));
  g_autoptr (MftPages) pages = typeset_with (agreement, (MftTypesetOptions){ .profile = "a4" });
  int right = (int) (profile.width - profile.right), top = (int) profile.top;
  g_assert_true (is_red (pages, (int) profile.left + 3, top + 31));
  g_assert_true (is_red (pages, (int) profile.left + 115, top + 5));
  g_assert_false (is_red (pages, (int) profile.left + 130, top + 31));
  g_assert_true (is_red (pages, right - 3, top + 31));
  g_assert_false (is_red (pages, right - 10, top + 31));
}

/* Wide, high, and one still without; each with its caption on the same page. */
static void
test_figures (void)
{
  static const char wide[] = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='100'>"
                             "<rect width='400' height='100' fill='blue'/></svg>";
  static const char high[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 90'>"
                             "<rect width='10' height='90' fill='green'/></svg>";
  static const char *const sources[] = { "aset/lebar.svg", "aset/tinggi.svg", NULL };
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *attachment = sample_add (root, MFT_BLOCK_ATTACHMENT, "DENAH");
  MftBlock *figures[G_N_ELEMENTS (sources)];

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      figures[i] = sample_add (attachment, MFT_BLOCK_FIGURE, "Gambar lokasi pelabuhan");
      mft_block_set_trait (figures[i], MFT_TRAIT_SOURCE, sources[i]);
    }
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  GHashTable *entries = mft_agreement_get_entries (agreement);
  g_hash_table_insert (entries, g_strdup (sources[0]), g_bytes_new_static (wide, sizeof wide - 1));
  g_hash_table_insert (entries, g_strdup (sources[1]), g_bytes_new_static (high, sizeof high - 1));
  g_autoptr (MftPages) pages = typeset (agreement);
  g_autofree char *words = words_of (pages, "gambar.pdf");
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  for (guint i = 0; i < count; i++)
    {
      g_assert_cmpfloat (places[i].y + places[i].height, <=, 841.89 - 70);
      /* 455 points wide, so 114 high, and the caption. */
      if (g_str_equal (places[i].block, mft_block_get_id (figures[0])))
        g_assert_cmpfloat (places[i].height, >, 114 + 12);
    }
}

static MftBlock *
first_attachment (MftAgreement *agreement)
{
  return mft_agreement_get_part (agreement, MFT_BLOCK_ATTACHMENT);
}

static void
test_attachment_lies_across (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 3);
  MftBlock *attachment = first_attachment (agreement);
  g_autofree char *key = g_strconcat (MFT_SETTING_ATTACHMENT, mft_block_get_id (attachment), NULL);

  mft_agreement_set_setting (agreement, key, "f4");
  mft_block_set_trait (attachment, MFT_TRAIT_ORIENTATION, "mendatar");
  g_autoptr (MftPages) pages = typeset (agreement);
  g_autofree char *words = words_of (pages, "mendatar.pdf");
  guint last = mft_pages_count (pages) - 1, count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  g_assert_cmpfloat (mft_pages_width (pages, 0), <, mft_pages_height (pages, 0));
  g_assert_cmpfloat_with_epsilon (mft_pages_width (pages, last), 935.43, 0.01);
  for (guint i = 0; i < count; i++)
    {
      g_assert_cmpfloat (places[i].x + places[i].width, <=,
                         mft_pages_width (pages, places[i].page));
      g_assert_cmpfloat (places[i].y + places[i].height, <=,
                         mft_pages_height (pages, places[i].page) - 50);
    }
}

/* --- only what changed is laid out again ------------------------------------------------------------ */

/* Laid out from scratch and from the state before: the same bytes. */
static void
assert_same (MftAgreement *agreement, const MftPages *former)
{
  g_autoptr (MftPages) anew = typeset (agreement);
  g_autoptr (MftPages) again = typeset_with (agreement, (MftTypesetOptions){ .former = former });
  g_autoptr (GBytes) first = to_pdf (anew);
  g_autoptr (GBytes) second = to_pdf (again);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_taking_over (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 10);
  g_autoptr (MftPages) former = typeset (agreement);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *pasal = mft_block_get_child (body, 3);
  MftBlock *ayat = mft_block_get_child (pasal, 0);
  g_autoptr (GError) error = NULL;

  assert_same (agreement, former);
  g_autoptr (MftText) words = mft_text_new ("Dengan ini ", MFT_STYLE_PLAIN);
  g_assert_true (mft_edit_text (agreement, ayat, 0, 0, words, &error));
  g_assert_no_error (error);
  assert_same (agreement, former);
  /* Numbers of all that follows, and references to it. */
  g_assert_true (mft_edit_remove (agreement, pasal, &error));
  g_assert_no_error (error);
  assert_same (agreement, former);
  mft_agreement_set_setting (agreement, MFT_SETTING_SIZE, "11");
  assert_same (agreement, former);
  mft_agreement_set_setting (agreement, MFT_SETTING_MARGINS, "30 20 40 40");
  assert_same (agreement, former);
  sample_set (agreement, "p1.nama", MFT_FIELD_TEXT, "Kementerian Uji Coba");
  sample_set (agreement, "p2.nomor", MFT_FIELD_TEXT, "99/UJI/2026");
  assert_same (agreement, former);
}

/* What words read as may change while the words do not. */
static void
test_taking_over_style (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 3);
  g_autoptr (GError) error = NULL;

  for (const MftStyleKey *style = mft_house_style_keys (); style->key != NULL; style++)
    for (guint i = 0; style->choices[i] != NULL; i++)
      {
        g_autoptr (MftPages) former = typeset (agreement);
        g_assert_true (mft_house_style_set (agreement, style->key, style->choices[i], &error));
        g_assert_no_error (error);
        assert_same (agreement, former);
      }
}

static MftBlock *
first_reference (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (at)); i++)
      {
        const MftRun *run = mft_text_get_run (mft_block_get_text (at), i);
        if (run->kind == MFT_RUN_REFERENCE)
          return mft_agreement_get_block (agreement, run->value);
      }
  return NULL;
}

/* A reference whose target goes reads differently, though its own text stays. */
static void
test_taking_over_reference (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 10);
  MftBlock *target = first_reference (agreement);
  g_autoptr (MftPages) former = typeset (agreement);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (target);
  g_assert_true (mft_edit_remove (agreement, target, &error));
  g_assert_no_error (error);
  assert_same (agreement, former);
}

/* --- dangerous text --------------------------------------------------------------------------------- */

static void
assert_inside (MftPages *pages)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  for (guint i = 0; i < count; i++)
    {
      g_assert_cmpfloat (places[i].x, >=, 0);
      g_assert_cmpfloat (places[i].y, >=, 0);
      g_assert_cmpfloat (places[i].x + places[i].width, <=,
                         mft_pages_width (pages, places[i].page));
      g_assert_cmpfloat (places[i].y + places[i].height, <=,
                         mft_pages_height (pages, places[i].page));
    }
}

static void
add_row (MftBlock *table, MftBlockKind kind, guint cells, const char *words)
{
  MftBlock *row = sample_add (table, kind, "");

  for (guint i = 0; i < cells; i++)
    sample_add (row, MFT_BLOCK_CELL, words);
}

static void
test_dangerous_tables (void)
{
  g_autofree char *word = g_strnfill (300, 'm');
  GString *long_words = g_string_new (NULL);
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *attachment = sample_add (root, MFT_BLOCK_ATTACHMENT, "DATA");

  for (guint i = 0; i < 200; i++)
    g_string_append (long_words, "kalimat yang panjang ");
  for (guint columns = 1; columns <= 24; columns += 23)
    {
      MftBlock *table = sample_add (attachment, MFT_BLOCK_TABLE, "");
      add_row (table, MFT_BLOCK_TABLE_HEAD, columns, columns == 1 ? long_words->str : word);
      add_row (table, MFT_BLOCK_ROW, columns, word);
      add_row (table, MFT_BLOCK_ROW, 2, long_words->str);
      add_row (table, MFT_BLOCK_ROW, 0, "");
      add_row (table, MFT_BLOCK_ROW, columns, "مشروع 漢字 \xe2\x80\xae x");
    }
  sample_add (attachment, MFT_BLOCK_TABLE, "");
  g_string_free (long_words, TRUE);
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  g_autoptr (MftPages) pages = typeset_with (agreement, (MftTypesetOptions){ .draft = TRUE });
  g_autoptr (GBytes) pdf = to_pdf (pages);

  assert_inside (pages);
  g_assert_cmpuint (mft_pages_count (pages), >, 3);
}

static double
width_of (MftPages *pages, const char *block)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  for (guint i = 0; i < count; i++)
    if (g_str_equal (places[i].block, block))
      return places[i].width;
  g_assert_not_reached ();
}

/* A word that no column could hold is cut, and leaves its neighbours room for their sentences. */
static void
test_neighbour_of_a_long_word (void)
{
  g_autofree char *word = g_strnfill (200, 'm');
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *attachment = sample_add (root, MFT_BLOCK_ATTACHMENT, "DATA");
  MftBlock *table = sample_add (attachment, MFT_BLOCK_TABLE, "");

  add_row (table, MFT_BLOCK_TABLE_HEAD, 2, "Uraian");
  MftBlock *row = sample_add (table, MFT_BLOCK_ROW, "");
  sample_add_id (row, MFT_BLOCK_CELL, "kalimataaa",
                 "kalimat yang tidak pendek tentang hal lain "
                 "yang juga penting bagi para pihak");
  sample_add_id (row, MFT_BLOCK_CELL, "katapanjan", word);
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  g_autoptr (MftPages) pages = typeset (agreement);

  assert_inside (pages);
  g_assert_cmpfloat (width_of (pages, "kalimataaa"), >, mft_pages_width (pages, 0) / 6);
  g_assert_cmpfloat (width_of (pages, "katapanjan"), >, width_of (pages, "kalimataaa"));
}

/* Names that no stamp could hold, parties without any, and margins as wide as they may be. */
static void
test_dangerous_signatures (void)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *signatures = sample_add (root, MFT_BLOCK_SIGNATURES, "");
  g_autofree char *name = g_strnfill (900, 'W');

  for (guint party = 0; party < 12; party++)
    {
      MftBlock *signature
          = sample_add (signatures, MFT_BLOCK_SIGNATURE, party % 3 == 0 ? name : "");
      for (guint line = 0; line < party * 6; line++)
        sample_add (signature, MFT_BLOCK_LINE, line % 16 == 0 ? name : "Nama Pejabat");
    }
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  mft_agreement_set_setting (agreement, MFT_SETTING_MARGINS, "60 60 60 60");
  g_autoptr (MftPages) pages = typeset (agreement);
  g_autoptr (GBytes) pdf = to_pdf (pages);
  guint count;

  mft_pages_fields (pages, &count);
  g_assert_cmpuint (count, ==, 12);
  assert_inside (pages);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/settings/profile", test_profile);
  g_test_add_func ("/typeset/settings/say-nothing", test_settings_that_say_nothing);
  g_test_add_func ("/typeset/settings/notices", test_notices);
  g_test_add_func ("/typeset/settings/wet-closing", test_wet_closing);
  g_test_add_func ("/typeset/settings/reviewers-fields", test_reviewers_fields);
  g_test_add_func ("/typeset/settings/logos", test_logos);
  g_test_add_func ("/typeset/settings/wide-and-high-logos", test_wide_and_high_logos);
  g_test_add_func ("/typeset/settings/figures", test_figures);
  g_test_add_func ("/typeset/settings/attachment-lies-across", test_attachment_lies_across);
  g_test_add_func ("/typeset/settings/taking-over", test_taking_over);
  g_test_add_func ("/typeset/settings/taking-over-style", test_taking_over_style);
  g_test_add_func ("/typeset/settings/taking-over-reference", test_taking_over_reference);
  g_test_add_func ("/typeset/settings/dangerous-tables", test_dangerous_tables);
  g_test_add_func ("/typeset/settings/neighbour-of-a-long-word", test_neighbour_of_a_long_word);
  g_test_add_func ("/typeset/settings/dangerous-signatures", test_dangerous_signatures);
  return g_test_run ();
}
