/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logos and pictures of attachments, out to Word and OpenDocument files and in again. */
#include "docx-fixture.h"
#include "random-edits.h"
#include "support.h"

#include "agreement/asset.h"
#include "exchange/exchange.h"
#include "exchange/picture.h"
#include "typeset/profile.h"

#include <cairo.h>

static cairo_status_t
append (gpointer bytes, const guint8 *data, guint size)
{
  g_byte_array_append (bytes, data, size);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (int across, int down)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, across, down);
  GByteArray *png = g_byte_array_new ();

  cairo_surface_write_to_png_stream (surface, append, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static char *
keep (MftAgreement *agreement, const char *name, int across, int down)
{
  g_autoptr (GBytes) png = draw (across, down);
  char *entry = mft_asset_add (agreement, name, png, NULL);

  g_assert_nonnull (entry);
  return entry;
}

static void
append_words (MftBlock *parent, MftBlockKind kind, const char *words, const char *entry)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);
  MftBlock *block = mft_block_append (parent, mft_block_new (kind, text));

  if (entry != NULL)
    mft_block_set_trait (block, MFT_TRAIT_SOURCE, entry);
}

/* Two logos; an attachment with a sentence, a picture with a caption, one without, and a sentence. */
static MftAgreement *
illustrated (void)
{
  g_autoptr (MftAgreement) plain = mft_test_agreement ();
  MftBlock *root = mft_block_copy (mft_agreement_get_root (plain));
  g_autoptr (MftText) title = mft_text_new ("DENAH LOKASI", MFT_STYLE_PLAIN);
  g_autoptr (MftAgreement) assets = mft_test_agreement ();
  g_autofree char *left = keep (assets, "Logo Dinas.png", 40, 40);
  g_autofree char *right = keep (assets, "logo.png", 40, 50);
  g_autofree char *plan = keep (assets, "Denah (1).png", 120, 80);
  g_autofree char *photo = keep (assets, "foto.png", 80, 120);
  MftBlock *attachment = mft_block_append (root, mft_block_new (MFT_BLOCK_ATTACHMENT, title));

  append_words (attachment, MFT_BLOCK_PARAGRAPH, "Denah lokasi sebagai berikut:", NULL);
  append_words (attachment, MFT_BLOCK_FIGURE, "Gambar 1. Denah", plan);
  append_words (attachment, MFT_BLOCK_FIGURE, "", photo);
  append_words (attachment, MFT_BLOCK_PARAGRAPH, "Demikian lampiran ini.", NULL);
  MftAgreement *agreement = mft_agreement_new (root);
  mft_agreement_set_n_parties (agreement, mft_agreement_n_parties (plain));
  mft_agreement_set_setting (agreement, "naskah", "PERJANJIAN KERJA SAMA");
  mft_agreement_set_setting (agreement, MFT_SETTING_LOGO_LEFT, left);
  mft_agreement_set_setting (agreement, MFT_SETTING_LOGO_RIGHT, right);
  mft_asset_copy_all (agreement, assets);
  return agreement;
}

static void
assert_entry (MftAgreement *was, MftAgreement *is, const char *entry)
{
  g_assert_nonnull (entry);
  g_assert_nonnull (mft_asset_get (is, entry));
  g_assert_true (g_bytes_equal (mft_asset_get (was, entry), mft_asset_get (is, entry)));
}

static void
assert_logo (MftAgreement *was, MftAgreement *is, const char *place)
{
  const char *entry = mft_agreement_get_setting (is, place);

  g_assert_cmpstr (entry, ==, mft_agreement_get_setting (was, place));
  if (entry != NULL)
    assert_entry (was, is, entry);
}

static MftBlock *
last_part (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  return mft_block_get_child (root, mft_block_n_children (root) - 1);
}

static void
assert_illustrated (MftAgreement *was, GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) is = mft_exchange_read (bytes, name, &report, &error);
  g_assert_no_error (error);
  MftBlock *sent = last_part (was);
  MftBlock *back = last_part (is);

  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
  assert_logo (was, is, MFT_SETTING_LOGO_LEFT);
  assert_logo (was, is, MFT_SETTING_EMBLEM);
  assert_logo (was, is, MFT_SETTING_LOGO_RIGHT);
  g_assert_cmpuint (mft_block_n_children (back), ==, mft_block_n_children (sent));
  for (guint i = 0; i < mft_block_n_children (sent); i++)
    {
      MftBlock *from = mft_block_get_child (sent, i), *to = mft_block_get_child (back, i);
      g_autofree char *words = mft_text_dup_words (mft_block_get_text (to));
      g_autofree char *expected = mft_text_dup_words (mft_block_get_text (from));
      const char *entry = mft_block_get_trait (to, MFT_TRAIT_SOURCE);
      g_assert_cmpint (mft_block_get_kind (to), ==, mft_block_get_kind (from));
      g_assert_cmpstr (mft_block_get_id (to), ==, mft_block_get_id (from));
      g_assert_cmpstr (words, ==, expected);
      g_assert_cmpstr (entry, ==, mft_block_get_trait (from, MFT_TRAIT_SOURCE));
      if (entry != NULL)
        assert_entry (was, is, entry);
    }
}

static void
test_there_and_back (gconstpointer name)
{
  g_autoptr (MftAgreement) agreement = illustrated ();
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, name, NULL);
  g_autoptr (GBytes) foreign = mft_zip_fixture_without_source (bytes);

  assert_illustrated (agreement, bytes, name);
  assert_illustrated (agreement, foreign, name);
}

/* One picture in the middle is an emblem, wherever it is alone. */
static void
test_emblem (gconstpointer name)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *entry = keep (agreement, "lambang.png", 30, 30);
  mft_agreement_set_setting (agreement, MFT_SETTING_EMBLEM, entry);
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, name, NULL);
  g_autoptr (GBytes) foreign = mft_zip_fixture_without_source (bytes);
  g_autoptr (MftAgreement) back = mft_exchange_read (foreign, name, NULL, NULL);

  g_assert_nonnull (back);
  assert_logo (agreement, back, MFT_SETTING_EMBLEM);
  g_assert_null (mft_agreement_get_setting (back, MFT_SETTING_LOGO_LEFT));
}

static gboolean
tells (const MftImportReport *report, const char *as)
{
  for (guint i = 0; i < report->guesses->len; i++)
    if (g_str_equal (g_array_index (report->guesses, MftImportGuess, i).as, as))
      return TRUE;
  return FALSE;
}

/* A picture that leads nowhere, in a drawing and in old markup, is told and costs no word. */
static void
test_left_out (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      "<w:p><w:r><w:t>Pasal 1</w:t></w:r></w:p><w:p><w:r><w:t>BIAYA</w:t></w:r></w:p><w:p><w:r>"
      "<w:t xml:space=\"preserve\">Satu </w:t></w:r><w:r><w:drawing><a:blip "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
      "r:embed=\"rId99\"/></w:drawing></w:r><w:r><w:t>dua.</w:t></w:r></w:p>",
      NULL);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "a.docx", &report, NULL);

  g_assert_nonnull (agreement);
  g_assert_true (tells (report, "picture-left-out"));
  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
}

static void
assert_sides (const char *data, gsize size, guint across, guint down)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  guint found_across, found_down;
  gboolean found = mft_picture_get_sides (bytes, &found_across, &found_down);

  g_assert_cmpint (found, ==, across > 0);
  if (found)
    {
      g_assert_cmpuint (found_across, ==, across);
      g_assert_cmpuint (found_down, ==, down);
    }
}

/* A frame behind other segments; cut off, empty, without an end, absurdly large. */
static void
test_sides (void)
{
  static const char jpeg[] = "\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xff\xc0\x00\x0b\x08\x00\x20\x00"
                             "\x10\x01\x01\x11\x00\xff\xd9";
  static const char endless[] = "\xff\xd8\xff\xe0\x00\x00\xff\xe0\x00\x00\xff\xe0\x00\x00\x00\x00";
  static const char large[] = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\x00\x00\x00\x01";

  assert_sides (jpeg, sizeof jpeg - 1, 16, 32);
  for (gsize size = 0; size < 18; size++)
    assert_sides (jpeg, size, 0, 0);
  assert_sides (endless, sizeof endless - 1, 0, 0);
  assert_sides (large, sizeof large - 1, 0, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_data_func ("/exchange/pictures/docx", "a.docx", test_there_and_back);
  g_test_add_data_func ("/exchange/pictures/odt", "a.odt", test_there_and_back);
  g_test_add_data_func ("/exchange/pictures/emblem/docx", "a.docx", test_emblem);
  g_test_add_data_func ("/exchange/pictures/emblem/odt", "a.odt", test_emblem);
  g_test_add_func ("/exchange/pictures/left-out", test_left_out);
  g_test_add_func ("/exchange/pictures/sides", test_sides);
  return g_test_run ();
}
