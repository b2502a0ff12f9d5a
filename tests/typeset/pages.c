/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages.h"

#include "agreement/edit.h"
#include "agreement/house-style.h"
#include "agreement/shown.h"
#include "draw/error.h"
#include "draw/stamp.h"
#include "typeset/profile.h"

#include "sample.h"

static GDateTime *
a_date (void)
{
  return g_date_time_new_utc (2026, 11, 26, 5, 0, 0);
}

static MftPages *
typeset (MftAgreement *agreement, const MftTypesetOptions *options)
{
  static const MftTypesetOptions plain;
  g_autoptr (GError) error = NULL;
  MftPages *pages = mft_typeset (agreement, options != NULL ? options : &plain, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static GBytes *
to_pdf (MftPages *pages)
{
  g_autoptr (GDateTime) date = a_date ();
  g_autoptr (GBytes) source = g_bytes_new_static ("<akomaNtoso/>", 13);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = mft_pages_to_pdf (pages, date, source, &error);

  g_assert_no_error (error);
  return pdf;
}

/* For looking at them: MFT_TEST_OUTPUT names a folder. */
static void
keep (GBytes *pdf, const char *name)
{
  const char *folder = g_getenv ("MFT_TEST_OUTPUT");

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                           NULL);
    }
}

static gboolean
has_place (MftPages *pages, MftBlock *block)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  for (guint i = 0; i < count; i++)
    if (g_str_equal (places[i].block, mft_block_get_id (block)))
      return TRUE;
  return FALSE;
}

static void
test_every_block_has_its_place (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 8);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  MftBlock *root = mft_agreement_get_root (agreement);
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (mft_block_kind_has_text (mft_block_get_kind (at)))
      g_assert_true (has_place (pages, at));
  for (guint i = 0; i < count; i++)
    {
      g_assert_cmpuint (places[i].page, <, mft_pages_count (pages));
      g_assert_cmpfloat (places[i].y, >=, 60);
      g_assert_cmpfloat (places[i].y + places[i].height, <=, 841.89 - 70);
      g_assert_cmpfloat (places[i].x, >=, 80);
      g_assert_cmpfloat (places[i].x + places[i].width, <=, 595.28 - 50);
      g_assert_cmpstr (mft_pages_block_at (pages, places[i].page, places[i].x + places[i].width / 2,
                                           places[i].y + places[i].height / 2),
                       ==, places[i].block);
    }
}

/* The lowest place of a page. */
static const MftBlockPlace *
last_of_page (MftPages *pages, guint page)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  const MftBlockPlace *last = NULL;

  for (guint i = 0; i < count; i++)
    if (places[i].page == page && (last == NULL || places[i].y >= last->y))
      last = &places[i];
  return last;
}

static void
test_no_heading_at_a_foot (void)
{
  for (guint repeat = 1; repeat < 12; repeat++)
    {
      g_autoptr (MftAgreement) agreement = sample_agreement (2, repeat);
      g_autoptr (MftPages) pages = typeset (agreement, NULL);
      for (guint page = 0; page < mft_pages_count (pages); page++)
        {
          const MftBlockPlace *last = last_of_page (pages, page);
          MftBlock *block = mft_agreement_get_block (agreement, last->block);
          g_assert_cmpint (mft_block_get_kind (block), !=, MFT_BLOCK_PASAL);
          g_assert_cmpint (mft_block_get_kind (block), !=, MFT_BLOCK_CENTERED);
        }
    }
}

static gboolean
is_cell (MftAgreement *agreement, const char *block)
{
  return mft_block_get_kind (mft_agreement_get_block (agreement, block)) == MFT_BLOCK_CELL;
}

/* A paragraph that goes over a page has at least two lines on each side. */
static void
test_no_single_lines (void)
{
  guint parted = 0;

  for (guint repeat = 1; repeat < 12; repeat++)
    {
      g_autoptr (MftAgreement) agreement = sample_agreement (2, repeat);
      g_autoptr (MftPages) pages = typeset (agreement, NULL);
      guint count;
      const MftBlockPlace *places = mft_pages_places (pages, &count);
      for (guint i = 0; i + 1 < count; i++)
        {
          const MftBlockPlace *place = &places[i], *next = &places[i + 1];
          if (!g_str_equal (place->block, next->block) || place->page == next->page
              || is_cell (agreement, place->block))
            continue;
          parted++;
          g_assert_cmpfloat (place->height, >, 30);
          g_assert_cmpfloat (next->height, >, 30);
        }
    }
  g_assert_cmpuint (parted, >, 0);
}

static void
test_signatures_keep_company (void)
{
  for (guint repeat = 1; repeat < 12; repeat++)
    {
      g_autoptr (MftAgreement) agreement = sample_agreement (3, repeat);
      g_autoptr (MftPages) pages = typeset (agreement, NULL);
      guint count, n_fields;
      const MftBlockPlace *places = mft_pages_places (pages, &count);
      const MftFieldPlace *fields = mft_pages_fields (pages, &n_fields);
      gboolean text_above = FALSE;

      g_assert_cmpuint (n_fields, ==, 3);
      g_assert_cmpstr (fields[0].name, ==, "PIHAK_KESATU");
      g_assert_cmpstr (fields[2].name, ==, "PIHAK_KETIGA");
      g_assert_cmpfloat (fields[0].x, <, fields[1].x);
      g_assert_cmpfloat_with_epsilon (fields[0].y, fields[1].y, 0.01);
      g_assert_cmpfloat (fields[2].y, >, fields[1].y + MFT_STAMP_HEIGHT);
      for (guint i = 0; i < n_fields; i++)
        {
          g_assert_cmpuint (fields[i].page, ==, fields[0].page);
          g_assert_cmpfloat (fields[i].x, >=, 85);
          g_assert_cmpfloat (fields[i].x + MFT_STAMP_WIDTH, <=, 595.28 - 56);
          g_assert_cmpfloat (fields[i].y + MFT_STAMP_HEIGHT, <=, 841.89 - 76);
        }
      for (guint i = 0; i < count; i++)
        {
          MftBlock *block = mft_agreement_get_block (agreement, places[i].block);
          text_above |= places[i].page == fields[0].page
                        && mft_block_get_ancestor (block, MFT_BLOCK_SIGNATURES) == NULL
                        && places[i].y < fields[0].y;
        }
      g_assert_true (text_above);
    }
}

/* A text that ends before its signatures still has a field for every party, before the attachments. */
static void
test_lacking_signatures (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement_with (3, 1, FALSE);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  guint count, n_fields;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  const MftFieldPlace *fields = mft_pages_fields (pages, &n_fields);

  g_assert_cmpuint (n_fields, ==, 3);
  g_assert_cmpstr (fields[1].name, ==, "PIHAK_KEDUA");
  g_assert_cmpuint (fields[2].page, <, mft_pages_count (pages) - 1);
  for (guint i = 0; i < count; i++)
    g_assert_nonnull (mft_agreement_get_block (agreement, places[i].block));
}

/* A Pasal, and places to sign that say so much of whose they are; NULL: no place at all. */
static MftFieldPlace
second_place_to_sign (const char *role)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *body = sample_add (root, MFT_BLOCK_BODY, "");
  guint count;

  sample_add (sample_add (body, MFT_BLOCK_PASAL, "PENUTUP"), MFT_BLOCK_AYAT, "Demikian dibuat.");
  if (role != NULL)
    {
      MftBlock *part = sample_add (root, MFT_BLOCK_SIGNATURES, "");
      for (guint party = 1; party <= 2; party++)
        mft_block_set_party (sample_add (part, MFT_BLOCK_SIGNATURE, role), party);
    }
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  mft_agreement_set_n_parties (agreement, 2);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  const MftFieldPlace *fields = mft_pages_fields (pages, &count);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpstr (fields[1].name, ==, "PIHAK_KEDUA");
  MftFieldPlace place = fields[1];
  place.name = NULL;
  return place;
}

/* No place to sign is left without a word of whose it is: as if the source had none at all. */
static void
test_wordless_signatures (void)
{
  MftFieldPlace lacking = second_place_to_sign (NULL);
  MftFieldPlace wordless = second_place_to_sign ("");
  MftFieldPlace said = second_place_to_sign ("PIHAK");

  g_assert_cmpfloat (wordless.y, ==, lacking.y);
  g_assert_cmpfloat (wordless.x, ==, lacking.x);
  g_assert_cmpfloat (said.y, ==, lacking.y);
}

/* House style: PIHAK KESATU signs at the left, or at the right. */
static void
test_sides (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 2);
  guint count;

  for (guint turned = 0; turned < 2; turned++)
    {
      g_assert_true (
          mft_house_style_set (agreement, MFT_STYLE_SIDES, turned ? "kanan" : "kiri", NULL));
      g_autoptr (MftPages) pages = typeset (agreement, NULL);
      const MftFieldPlace *fields = mft_pages_fields (pages, &count);
      g_assert_cmpuint (count, ==, 2);
      g_assert_cmpstr (fields[0].name, ==, "PIHAK_KESATU");
      g_assert_true ((fields[0].x > fields[1].x) == (turned == 1));
    }
}

/* The parties' logos stand at the sides, unless the pages' settings say another. */
static void
test_logos (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 2);

  g_assert_null (mft_profile_get_logo (agreement, MFT_SETTING_LOGO_RIGHT));
  mft_agreement_add_field (agreement,
                           mft_field_new ("p2.logo", MFT_FIELD_TEXT, FALSE, "Logo", NULL));
  g_assert_true (mft_edit_field (agreement, "p2.logo", "aset/dua.png", NULL));
  g_assert_cmpstr (mft_profile_get_logo (agreement, MFT_SETTING_LOGO_RIGHT), ==, "aset/dua.png");
  g_assert_null (mft_profile_get_logo (agreement, MFT_SETTING_EMBLEM));
  mft_edit_setting (agreement, MFT_SETTING_LOGO_RIGHT, "aset/lain.png");
  g_assert_cmpstr (mft_profile_get_logo (agreement, MFT_SETTING_LOGO_RIGHT), ==, "aset/lain.png");
}

static void
test_more_text_more_pages (void)
{
  g_autoptr (MftAgreement) shorter = sample_agreement (2, 2);
  g_autoptr (MftAgreement) longer = sample_agreement (2, 14);
  g_autoptr (MftPages) few = typeset (shorter, NULL);
  g_autoptr (MftPages) many = typeset (longer, NULL);
  const MftTypesetOptions tall = { .profile = "f4" };
  g_autoptr (MftPages) fewer = typeset (longer, &tall);

  g_assert_cmpuint (mft_pages_count (few), >=, 4);
  g_assert_cmpuint (mft_pages_count (many), >=, mft_pages_count (few) + 5);
  g_assert_cmpuint (mft_pages_count (fewer), <, mft_pages_count (many));
  g_assert_cmpfloat_with_epsilon (mft_pages_height (fewer, 0), 935.43, 0.01);
}

static void
test_equal_bytes (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 6);
  g_autoptr (MftAgreement) snapshot = mft_agreement_snapshot (agreement);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  g_autoptr (GBytes) pdf = to_pdf (pages);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  keep (pdf, "pks.pdf");
  g_setenv ("TZ", "Asia/Jayapura", TRUE);
  g_autoptr (MftPages) again = typeset (snapshot, NULL);
  g_autoptr (GBytes) pdf_again = to_pdf (again);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  g_assert_true (g_bytes_equal (pdf, pdf_again));
}

static gboolean
contains (GBytes *bytes, const char *needle)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), needle, strlen (needle))
         != NULL;
}

static void
test_draft (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (3, 4);
  const MftTypesetOptions options = { .draft = TRUE };
  g_autoptr (MftPages) pages = typeset (agreement, &options);
  g_autoptr (GBytes) pdf = to_pdf (pages);
  g_autoptr (MftPages) final = typeset (agreement, NULL);
  g_autoptr (GBytes) final_pdf = to_pdf (final);

  keep (pdf, "konsep.pdf");
  keep (final_pdf, "tiga-pihak.pdf");
  g_assert_true (mft_pages_is_draft (pages));
  g_assert_false (contains (pdf, "/AcroForm"));
  g_assert_true (contains (final_pdf, "(PIHAK_KETIGA)"));
  g_assert_cmpuint (mft_pages_count (pages), ==, mft_pages_count (final));
}

static void
test_missing_glyphs (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  sample_set (agreement, "p1.jabatan", MFT_FIELD_TEXT, "Direktur 漢字");
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  g_autoptr (GDateTime) date = a_date ();
  g_autoptr (GError) error = NULL;
  guint count;
  const MftMissingGlyph *missing = mft_pages_missing (pages, &count);

  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpuint (missing[0].character, ==, 0x6f22);
  g_assert_cmpint (mft_block_get_kind (mft_agreement_get_block (agreement, missing[0].block)), ==,
                   MFT_BLOCK_PERSON);
  g_assert_null (mft_pages_to_pdf (pages, date, NULL, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "漢"));
}

/* Words from right to left are boxes as well, and no final text goes out without them. */
static void
test_missing_from_right_to_left (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  sample_set (agreement, "p1.jabatan", MFT_FIELD_TEXT, "Direktur مشروع");
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  g_autoptr (GDateTime) date = a_date ();
  g_autoptr (GError) error = NULL;
  guint count;

  mft_pages_missing (pages, &count);
  g_assert_cmpuint (count, ==, 5);
  g_assert_null (mft_pages_to_pdf (pages, date, NULL, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_GLYPH);
}

static void
test_empty_and_dangerous_text (void)
{
  g_autoptr (MftAgreement) empty = mft_agreement_new (NULL);
  g_autoptr (MftPages) one_page = typeset (empty, NULL);
  g_autoptr (GBytes) empty_pdf = to_pdf (one_page);
  g_assert_cmpuint (mft_pages_count (one_page), ==, 1);

  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *body = sample_add (root, MFT_BLOCK_BODY, "");
  MftBlock *pasal = sample_add (body, MFT_BLOCK_PASAL, "");
  g_autofree char *endless = g_strnfill (5000, 'x');
  sample_add (pasal, MFT_BLOCK_AYAT, endless);
  sample_add (pasal, MFT_BLOCK_AYAT, "");
  sample_add (pasal, MFT_BLOCK_AYAT, "\xe2\x80\xaeterbalik <b>&amp; \xc2\xad (");
  g_autoptr (MftText) lines = sample_text ("satu");
  MftBlock *locked = mft_block_append (pasal, mft_block_new (MFT_BLOCK_AYAT, lines));
  mft_block_set_locked_label (locked, "(1234567890abcdefghijklmnopqrstuvwxyz)");
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  g_assert_cmpuint (mft_pages_count (pages), >, 1);
  for (guint i = 0; i < count; i++)
    g_assert_cmpfloat (places[i].y + places[i].height, <=, 841.89 - 70);
}

/* A label from outside is no name of a place in the PDF; references to it are then no links. */
static void
test_label_with_quote (void)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *body = sample_add (root, MFT_BLOCK_BODY, "");
  MftBlock *attachment = sample_add (root, MFT_BLOCK_ATTACHMENT, "RENCANA KERJA");
  g_autofree char *words = g_strdup_printf ("lihat {@%s}", mft_block_get_id (attachment));
  sample_add (sample_add (body, MFT_BLOCK_PASAL, "RUANG LINGKUP"), MFT_BLOCK_AYAT, words);
  mft_block_set_locked_label (attachment, "Lampiran I' [\"(\\");
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  g_autoptr (GBytes) pdf = to_pdf (pages);

  g_assert_cmpuint (g_bytes_get_size (pdf), >, 0);
}

/* A table's head stands on every page the table is on; no short row is torn. */
static void
test_table_goes_on (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *attachment = sample_add (root, MFT_BLOCK_ATTACHMENT, "RENCANA KERJA");
  sample_table (attachment, 0);
  MftBlock *table = mft_block_get_child (attachment, 0);
  for (guint i = 0; i < 60; i++)
    {
      MftBlock *row = sample_add (table, MFT_BLOCK_ROW, "");
      for (guint j = 0; j < 5; j++)
        sample_add (row, MFT_BLOCK_CELL,
                    i % 3 == 0 ? "Penyiapan pertukaran data perizinan usaha di wilayah pesisir"
                               : "Penyiapan pertukaran data perizinan usaha");
    }
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  guint count, heads = 0;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  g_autoptr (GBytes) pdf = to_pdf (pages);

  keep (pdf, "tabel.pdf");
  g_assert_cmpuint (mft_pages_count (pages), >=, 3);
  for (guint i = 0; i < count; i++)
    {
      MftBlock *block = mft_agreement_get_block (agreement, places[i].block);
      MftBlock *row = mft_block_get_parent (block);
      heads += mft_block_get_kind (row) == MFT_BLOCK_TABLE_HEAD && mft_block_get_index (block) == 0;
      if (mft_block_get_kind (row) == MFT_BLOCK_ROW)
        g_assert_true (g_hash_table_add (seen, (char *) places[i].block));
    }
  g_assert_cmpuint (heads, ==, mft_pages_count (pages));
}

static void
test_unknown_profile (void)
{
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);
  const MftTypesetOptions options = { .profile = "kertas-buram" };
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_typeset (agreement, &options, NULL, &error));
  g_assert_error (error, MFT_TYPESET_ERROR, MFT_TYPESET_ERROR_PROFILE);
}

static void
test_stops (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 3);
  const MftTypesetOptions options = { 0 };
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autoptr (GError) error = NULL;

  mft_job_cancel (job);
  g_assert_null (mft_typeset (agreement, &options, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whether the preview has ink inside the place of a block. */
static void
test_preview_shows_the_page (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  g_autoptr (MftPages) pages = typeset (agreement, NULL);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (image);
  guint count, dark = 0;
  const MftBlockPlace *place = mft_pages_places (pages, &count);

  mft_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  const guint8 *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  g_assert_cmpint (data[4 * 20 + 20 * stride], ==, 255); /* the margin is white */
  for (int y = (int) place->y; y < place->y + place->height; y++)
    for (int x = (int) place->x; x < place->x + place->width; x++)
      dark += data[4 * x + y * stride] < 128;
  g_assert_cmpuint (dark, >, 100);
  cairo_surface_destroy (image);
}

static void
test_date (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  g_autoptr (MftAgreement) undated = mft_agreement_new (NULL);
  g_autoptr (GDateTime) given = a_date ();
  g_autoptr (GDateTime) first = mft_typeset_date (agreement, given);
  g_assert_true (g_date_time_equal (first, given));

  g_setenv ("SOURCE_DATE_EPOCH", "1000000000", TRUE);
  g_autoptr (GDateTime) second = mft_typeset_date (agreement, NULL);
  g_assert_cmpint (g_date_time_to_unix (second), ==, 1000000000);
  g_unsetenv ("SOURCE_DATE_EPOCH");

  g_autoptr (GDateTime) third = mft_typeset_date (agreement, NULL);
  g_autofree char *day = g_date_time_format_iso8601 (third);
  g_assert_cmpstr (day, ==, "2026-11-26T00:00:00Z");
  g_autoptr (GDateTime) now = mft_typeset_date (undated, NULL);
  g_assert_cmpint (g_date_time_to_unix (now), >, 1000000000);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/pages/every-block-has-its-place", test_every_block_has_its_place);
  g_test_add_func ("/typeset/pages/no-heading-at-a-foot", test_no_heading_at_a_foot);
  g_test_add_func ("/typeset/pages/no-single-lines", test_no_single_lines);
  g_test_add_func ("/typeset/pages/signatures-keep-company", test_signatures_keep_company);
  g_test_add_func ("/typeset/pages/lacking-signatures", test_lacking_signatures);
  g_test_add_func ("/typeset/pages/wordless-signatures", test_wordless_signatures);
  g_test_add_func ("/typeset/pages/sides", test_sides);
  g_test_add_func ("/typeset/pages/logos", test_logos);
  g_test_add_func ("/typeset/pages/more-text-more-pages", test_more_text_more_pages);
  g_test_add_func ("/typeset/pages/equal-bytes", test_equal_bytes);
  g_test_add_func ("/typeset/pages/draft", test_draft);
  g_test_add_func ("/typeset/pages/missing-glyphs", test_missing_glyphs);
  g_test_add_func ("/typeset/pages/missing-from-right-to-left", test_missing_from_right_to_left);
  g_test_add_func ("/typeset/pages/empty-and-dangerous-text", test_empty_and_dangerous_text);
  g_test_add_func ("/typeset/pages/label-with-quote", test_label_with_quote);
  g_test_add_func ("/typeset/pages/table-goes-on", test_table_goes_on);
  g_test_add_func ("/typeset/pages/unknown-profile", test_unknown_profile);
  g_test_add_func ("/typeset/pages/stops", test_stops);
  g_test_add_func ("/typeset/pages/preview-shows-the-page", test_preview_shows_the_page);
  g_test_add_func ("/typeset/pages/date", test_date);
  return g_test_run ();
}
