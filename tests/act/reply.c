/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"
#include "random-edits.h"
#include "signed-pdf.h"
#include "support.h"
#include "tree.h"

#include "act/reply.h"
#include "act/returned-pdf.h"
#include "act/sending.h"
#include "agreement/edit.h"
#include "base/safe-file.h"
#include "exchange/exchange.h"
#include "verify/verify.h"

#define WHATSAPP "DOC-20261121-WA0003.docx"

typedef struct
{
  char *folder;
  MftLibrary *library;
  char *id;
  MftAgreement *agreement;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = mft_test_folder ();
  fixture->library = mft_library_open (fixture->folder, &error);
  g_assert_no_error (error);
  fixture->agreement = mft_test_agreement ();
  fixture->id = mft_library_add (fixture->library, fixture->agreement, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_library_close (fixture->library);
  g_object_unref (fixture->agreement);
  g_free (fixture->id);
  g_free (fixture->folder);
}

static void
type (MftAgreement *agreement, MftBlockKind kind, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (agreement, mft_test_first (agreement, kind), 0, 0, text, NULL));
}

/* The bytes of what was sent to `receiver`. */
static GBytes *
send_to (Fixture *fixture, const char *receiver, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (mft_send (fixture->agreement, path, FALSE, receiver, fixture->library, fixture->id,
                           NULL, &error));
  g_assert_no_error (error);
  GBytes *bytes = mft_file_read (path, MFT_EXCHANGE_SIZE_MOST, &error);
  g_assert_no_error (error);
  return bytes;
}

static MftReply *
find (Fixture *fixture, GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  MftReply *reply = mft_reply_find (fixture->library, bytes, name, &error);

  g_assert_no_error (error);
  return reply;
}

/* Who got what is written down, with the digest of the very file. */
static void
test_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = send_to (fixture, "Biro Hukum Kota Tanjung Bahari", "draf.docx");
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GPtrArray) list = mft_sent_list (fixture->library, fixture->id, &error);
  g_autoptr (GPtrArray) others = mft_sent_list (fixture->library, "lain", &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (others->len, ==, 0);
  const MftSent *sent = list->pdata[0];
  g_assert_cmpstr (sent->sha256, ==, sha256);
  g_assert_cmpstr (sent->receiver, ==, "Biro Hukum Kota Tanjung Bahari");
  g_assert_cmpstr (sent->file, ==, "draf.docx");
  g_autoptr (MftAgreement) text
      = mft_library_load_version (fixture->library, fixture->id, sent->version, &error);
  g_assert_no_error (error);
  g_assert_nonnull (text);
}

/* Two were sent and the work went on: the one that is answered is found, whatever the file's name. */
static void
test_right_version (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GBytes) first = send_to (fixture, "Pertama", "draf-1.docx");
  type (fixture->agreement, MFT_BLOCK_AYAT, "Sejak awal tahun, ");
  g_autoptr (GBytes) second = send_to (fixture, "Kedua", "draf-2.docx");
  type (fixture->agreement, MFT_BLOCK_ITEM, "paling sedikit ");
  g_autoptr (MftReply) to_first = find (fixture, first, WHATSAPP);
  g_autoptr (MftReply) to_second = find (fixture, second, WHATSAPP);

  g_assert_nonnull (to_first);
  g_assert_cmpstr (to_first->agreement, ==, fixture->id);
  g_assert_cmpstr (to_first->sent->receiver, ==, "Pertama");
  g_assert_true (to_first->by_ids);
  g_assert_cmpuint (to_first->likeness, ==, 100);
  g_assert_cmpuint (mft_comparison_count (to_first->comparison, MFT_CHANGE_EDITED), ==, 0);
  g_assert_cmpstr (to_second->sent->receiver, ==, "Kedua");
  g_autofree char *sentence = mft_reply_sentence (to_second);
  g_assert_nonnull (strstr (sentence, "Kedua"));
  g_assert_nonnull (strstr (sentence, "draf-2.docx"));
}

/* A program that keeps nothing but words: they are enough, and it is said. */
static void
test_by_words (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GBytes) sent = send_to (fixture, "Pertama", "draf.docx");
  g_autoptr (GBytes) text = mft_exchange_write (fixture->agreement, "a.txt", NULL);
  g_autoptr (MftReply) reply = find (fixture, text, "pesan.txt");

  g_assert_nonnull (reply);
  g_assert_false (reply->by_ids);
  g_assert_cmpuint (reply->likeness, >=, MFT_REPLY_LIKENESS_LEAST);
  g_assert_nonnull (reply->sent);
}

static void
test_stranger (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "Undangan rapat\n\nHadir pukul sembilan di ruang besar.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (words, strlen (words));
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (find (fixture, bytes, "pesan.txt"));
  g_assert_null (mft_reply_find (fixture->library, nothing, "kosong.docx", &error));
  g_assert_nonnull (error);
}

/* What cannot be written is not noted as sent. */
static void
test_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "tiada", "draf.docx", NULL);

  (void) data;
  g_assert_false (mft_send (fixture->agreement, path, FALSE, "Siapa", fixture->library, fixture->id,
                            NULL, &error));
  g_assert_nonnull (error);
  g_autoptr (GPtrArray) list = mft_sent_list (fixture->library, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

/* What a file that begins with a PDF that was sent came to be. */
static MftReturnedPdf *
come_back (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "DOC-WA0004.pdf", NULL);

  g_assert_true (mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     TRUE, &error));
  g_autoptr (MftVerifyReport) report = mft_verify_file (path, NULL, NULL, &error);
  g_assert_no_error (error);
  MftReturnedPdf *returned
      = mft_returned_pdf_find (fixture->library, path, NULL, report, NULL, &error);
  g_assert_no_error (error);
  return returned;
}

static GBytes *
change_page (GBytes *bytes)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (bytes);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *section = g_strrstr_len (data, (gssize) size, "startxref") + strlen ("startxref");
  g_autofree char *trailer = g_strdup_printf ("/Root 1 0 R /Prev %" G_GINT64_FORMAT,
                                              g_ascii_strtoll (section, NULL, 10));

  mft_pdf_fixture_object (fixture, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 1] >>");
  mft_pdf_fixture_table (fixture, 50, trailer);
  return mft_pdf_fixture_bytes (fixture);
}

/* The bytes that were sent and a signature, and nothing else; or something else, which is told. */
static void
test_returned_pdf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) sent = mft_pdf_fixture_simple_table ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sent);
  g_autoptr (GBytes) once = mft_test_sign_field (sent, "PIHAK_KESATU");
  g_autoptr (GBytes) twice = mft_test_sign_field (once, "PIHAK_KEDUA");
  g_autoptr (GBytes) changed = change_page (sent);
  g_autoptr (GBytes) changed_and_signed = mft_test_sign_field (changed, "PIHAK_KESATU");

  (void) data;
  g_assert_null (come_back (fixture, twice));
  g_assert_true (mft_sent_add (fixture->library, fixture->id, fixture->agreement, sha256, "Wulan",
                               "draf.pdf", NULL));
  g_autoptr (MftReturnedPdf) same = come_back (fixture, sent);
  g_assert_cmpint (same->changes, ==, MFT_CHANGES_NONE);
  g_autoptr (MftReturnedPdf) good = come_back (fixture, twice);
  g_assert_cmpint (good->changes, ==, MFT_CHANGES_PERMITTED);
  g_assert_cmpuint (good->signatures, ==, 2);
  g_assert_cmpuint (good->other->len, ==, 0);
  g_assert_cmpstr (good->sent->receiver, ==, "Wulan");
  /* Its signature is intact, and yet it is not what was sent. */
  g_autoptr (MftReturnedPdf) bad = come_back (fixture, changed_and_signed);
  g_assert_cmpint (bad->changes, ==, MFT_CHANGES_FORBIDDEN);
  g_assert_cmpuint (bad->other->len, >, 0);
  g_autofree char *sentence = mft_returned_pdf_sentence (bad);
  g_assert_nonnull (strstr (sentence, "draf.pdf"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add ("/act/sending/noted", Fixture, NULL, set_up, test_sent, tear_down);
  g_test_add ("/act/sending/not-written", Fixture, NULL, set_up, test_not_written, tear_down);
  g_test_add ("/act/reply/right-version", Fixture, NULL, set_up, test_right_version, tear_down);
  g_test_add ("/act/reply/by-words", Fixture, NULL, set_up, test_by_words, tear_down);
  g_test_add ("/act/reply/stranger", Fixture, NULL, set_up, test_stranger, tear_down);
  g_test_add ("/act/reply/returned-pdf", Fixture, NULL, set_up, test_returned_pdf, tear_down);
  return g_test_run ();
}
