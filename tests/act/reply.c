/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "act/reply.h"
#include "act/sending.h"
#include "agreement/edit.h"
#include "base/safe-file.h"
#include "exchange/exchange.h"

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

static MftBlock *
first_of (MftAgreement *agreement, MftBlockKind kind)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *at = root;

  while (mft_block_get_kind (at) != kind)
    at = mft_block_next (at, root);
  return at;
}

static void
type (MftAgreement *agreement, MftBlockKind kind, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (agreement, first_of (agreement, kind), 0, 0, text, NULL));
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

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add ("/act/sending/noted", Fixture, NULL, set_up, test_sent, tear_down);
  g_test_add ("/act/sending/not-written", Fixture, NULL, set_up, test_not_written, tear_down);
  g_test_add ("/act/reply/right-version", Fixture, NULL, set_up, test_right_version, tear_down);
  g_test_add ("/act/reply/by-words", Fixture, NULL, set_up, test_by_words, tear_down);
  g_test_add ("/act/reply/stranger", Fixture, NULL, set_up, test_stranger, tear_down);
  return g_test_run ();
}
