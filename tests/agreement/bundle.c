/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/akn.h"
#include "agreement/bundle.h"
#include "agreement/shown.h"
#include "agreement/table.h"
#include "base/safe-file.h"
#include "container/error.h"
#include "container/zip.h"
#include "container/zip-writer.h"

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static MftAgreement *
sample (void)
{
  MftAgreement *agreement = mft_test_agreement ();
  GHashTable *entries = mft_agreement_get_entries (agreement);

  g_hash_table_insert (entries, g_strdup ("komentar.xml"), text_bytes ("<komentar/>"));
  g_hash_table_insert (entries, g_strdup ("aset/logo-1.png"), text_bytes ("\x89PNG"));
  return agreement;
}

static GBytes *
to_bytes (MftAgreement *agreement)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mft_bundle_write (agreement, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_round_trip (void)
{
  g_autoptr (MftAgreement) agreement = sample ();
  g_autoptr (GBytes) first = to_bytes (agreement);
  g_autoptr (GPtrArray) mismatches = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = mft_bundle_read (first, &mismatches, &error);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (MftZip) zip = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (mismatches->len, ==, 0);
  g_autoptr (MftAgreement) snapshot = mft_agreement_snapshot (read);
  second = to_bytes (snapshot);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (mft_bundle_is (first));

  zip = mft_zip_open (first, NULL, &error);
  g_assert_cmpstr (mft_zip_name (zip, 0), ==, "mimetype");
  g_assert_cmpstr (mft_zip_name (zip, 1), ==, "naskah.xml");
  g_assert_cmpstr (mft_zip_name (zip, 2), ==, "aset/logo-1.png");
  g_assert_cmpstr (mft_zip_name (zip, 3), ==, "komentar.xml");
  g_assert_cmpstr (mft_zip_name (zip, 4), ==, "manifest.xml");
}

static void
test_files (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "naskah.pks", NULL);
  g_autoptr (MftAgreement) agreement = sample ();
  g_autoptr (MftAgreement) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = mft_test_dump (agreement);
  g_autofree char *after = NULL;

  g_assert_true (mft_bundle_save (agreement, path, FALSE, &error));
  g_assert_no_error (error);
  read = mft_bundle_load (path, NULL, &error);
  g_assert_no_error (error);
  after = mft_test_dump (read);
  mft_test_assert_text (after, before);

  g_assert_false (mft_bundle_save (agreement, path, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_true (mft_bundle_save (agreement, path, TRUE, NULL));
}

/* The sample's archive again, one entry's content exchanged; NULL leaves the entry out. */
static GBytes *
tampered (const char *entry, const char *content)
{
  g_autoptr (MftAgreement) agreement = sample ();
  g_autoptr (GBytes) bytes = to_bytes (agreement);
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (MftZipWriter) writer = mft_zip_writer_new ();

  for (guint i = 0; i < mft_zip_size (zip); i++)
    {
      const char *name = mft_zip_name (zip, i);
      gboolean other = !g_str_equal (name, entry);
      g_autoptr (GBytes) kept = mft_zip_read (zip, name, NULL);
      g_autoptr (GBytes) changed = content != NULL ? text_bytes (content) : NULL;

      if (other || content != NULL)
        mft_zip_writer_add (writer, name, other ? kept : changed, i == 0);
    }
  if (content != NULL && !mft_zip_has (zip, entry))
    {
      g_autoptr (GBytes) added = text_bytes (content);
      mft_zip_writer_add (writer, entry, added, FALSE);
    }
  return mft_zip_writer_finish (writer, NULL);
}

static void
test_tampered (void)
{
  static const struct
  {
    const char *entry;
    const char *content;
    MftAgreementError code;
  } cases[] = {
    { "komentar.xml", "<komentar>lain</komentar>", MFT_AGREEMENT_ERROR_DAMAGED },
    { "mimetype", "application/zip", MFT_AGREEMENT_ERROR_DAMAGED },
    { "mimetype", NULL, MFT_AGREEMENT_ERROR_DAMAGED },
    { "aset/sisipan", "bukan dari kami", MFT_AGREEMENT_ERROR_DAMAGED },
    { "manifest.xml", "<manifes/>", MFT_AGREEMENT_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = tampered (cases[i].entry, cases[i].content);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) mismatches = NULL;

      g_assert_null (mft_bundle_read (bytes, &mismatches, &error));
      g_assert_error (error, MFT_AGREEMENT_ERROR, (int) cases[i].code);
      g_assert_null (mismatches);
    }
}

static void
test_missing_parts (void)
{
  static const char *const entries[] = { "naskah.xml", "manifest.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GBytes) bytes = tampered (entries[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (mft_bundle_read (bytes, NULL, &error));
      g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
    }
}

static void
test_cut (void)
{
  g_autoptr (MftAgreement) agreement = sample ();
  g_autoptr (GBytes) whole = to_bytes (agreement);
  gsize size = 0;
  const char *data = g_bytes_get_data (whole, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (mft_bundle_read (part, NULL, &error));
      g_assert_nonnull (error);
    }
}

static void
test_is (void)
{
  g_autoptr (GBytes) text = text_bytes ("PERJANJIAN KERJA SAMA");
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  g_assert_false (mft_bundle_is (text));
  g_assert_false (mft_bundle_is (empty));
}

/* Files of released versions are read for ever: what lies in tests/formats/VERSION never changes.
 * Computed words in them may differ from today's. */
static void
test_released_formats (void)
{
  g_autoptr (GBytes) text = mft_test_read ("formats/1.0/naskah.xml");
  g_autoptr (GBytes) archive = mft_test_read ("formats/1.0/contoh.pks");
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_akn_read (text, NULL, &error);
  g_autoptr (MftAgreement) bundled = NULL;

  g_assert_no_error (error);
  bundled = mft_bundle_read (archive, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (mft_agreement_get_entries (bundled)), ==, 2);

  g_autofree char *bare = mft_test_dump (agreement);
  g_autofree char *dumped = mft_test_dump (bundled);
  mft_test_assert_text (dumped, bare);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.nama"), ==, "Kementerian Tata Samudra");
}

static void
test_released_attachments (void)
{
  g_autoptr (GBytes) text = mft_test_read ("formats/1.0/lampiran.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_akn_read (text, NULL, &error);
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *attachment = mft_block_get_child (root, mft_block_n_children (root) - 1);

  g_assert_no_error (error);
  g_assert_cmpstr (mft_block_get_trait (attachment, MFT_TRAIT_ORIENTATION), ==, "mendatar");
  g_assert_nonnull (mft_table_get_total (mft_block_get_child (attachment, 0)));
  g_autofree char *sum = mft_shown_text (agreement, mft_block_get_child (attachment, 1));
  g_assert_cmpstr (sum, ==, "Terbilang: satu juta dua ratus lima puluh ribu rupiah");
  MftBlock *pages = mft_block_get_child (attachment, 3);
  g_assert_cmpstr (mft_block_get_trait (pages, MFT_TRAIT_SOURCE), ==, "aset/kerangka_acuan.pdf");
  g_assert_cmpstr (mft_block_get_trait (pages, MFT_TRAIT_PAGES), ==, "1-3,5");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bundle/round-trip", test_round_trip);
  g_test_add_func ("/bundle/files", test_files);
  g_test_add_func ("/bundle/tampered", test_tampered);
  g_test_add_func ("/bundle/missing-parts", test_missing_parts);
  g_test_add_func ("/bundle/cut", test_cut);
  g_test_add_func ("/bundle/is", test_is);
  g_test_add_func ("/bundle/released-formats", test_released_formats);
  g_test_add_func ("/bundle/released-attachments", test_released_attachments);
  return g_test_run ();
}
