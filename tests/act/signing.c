/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"
#include "support.h"

#include <glib/gstdio.h>

#include "base/clock.h"
#include "base/data-folder.h"
#include "base/file-mark.h"
#include "base/safe-file.h"
#include "pki/error.h"
#include "practice-key.h"
#include "sign/error.h"

#include "act/journal.h"
#include "act/signing.h"

typedef struct
{
  char *folder, *input, *output;
  MftKey *key;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = mft_pdf_fixture_simple_table ();

  (void) data;
  fixture->folder = mft_test_folder ();
  fixture->input = g_build_filename (fixture->folder, "a.pdf", NULL);
  fixture->output = g_build_filename (fixture->folder, "b.pdf", NULL);
  fixture->key = mft_test_key_named ("Wulan Hapsari Tirtanegara");
  mft_data_folder_set (fixture->folder);
  mft_safe_file_save (fixture->input, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), FALSE,
                      NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_data_folder_set (NULL);
  g_free (fixture->folder);
  g_free (fixture->input);
  g_free (fixture->output);
  g_object_unref (fixture->key);
}

static MftSigningRequest
request_for (Fixture *fixture, const char *field)
{
  return (MftSigningRequest){ .input = fixture->input,
                              .output = fixture->output,
                              .key = fixture->key,
                              .field = field,
                              .basis = MFT_BASIS_SCREEN };
}

static char *
read_journal (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "catatan.jsonl", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_signs_and_verifies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MftSigningRequest request = request_for (fixture, "PIHAK_KESATU");
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, NULL, &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpstr (result->field, ==, "PIHAK_KESATU");
  g_assert_cmpstr (result->signer, ==, "Wulan Hapsari Tirtanegara");
  g_assert_cmpuint (result->report->signatures->len, ==, 2);
  g_autofree char *journal = read_journal (fixture);
  g_assert_nonnull (strstr (journal, "\"outcome\": \"done\""));
  g_assert_nonnull (strstr (journal, result->sha256));
  g_assert_nonnull (strstr (journal, "\"basis\": \"screen\""));
  g_assert_null (strstr (journal, "b.pdf"));
}

static void
test_practice_is_marked (Fixture *fixture, gconstpointer data)
{
  MftSigningRequest request = request_for (fixture, "PIHAK_KESATU");
  g_autoptr (MftStampContent) stamp
      = mft_act_stamp (&request, mft_key_get_certificate (fixture->key));

  (void) data;
  g_assert_true (stamp->is_practice);
}

/* The second signature, in either order, leaves the first one standing. */
static void
test_both_orders (Fixture *fixture, gconstpointer data)
{
  const char *const *fields = data;
  g_autofree char *second = g_build_filename (fixture->folder, "c.pdf", NULL);
  g_autoptr (GError) error = NULL;
  MftSigningRequest request = request_for (fixture, fields[0]);
  g_autoptr (MftSigningResult) first_result = mft_act_sign (&request, NULL, &error);
  g_assert_no_error (error);

  request.input = fixture->output;
  request.output = second;
  request.field = fields[1];
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (result->report->signatures, i);
      g_assert_cmpint (signature->state, ==, MFT_SIGNATURE_SIGNED);
      g_assert_cmpint (signature->integrity, ==, MFT_INTEGRITY_INTACT);
      g_assert_cmpint (signature->changes_after, !=, MFT_CHANGES_FORBIDDEN);
    }
}

/* A name that shows otherwise than it is written is found again in the result. */
static void
test_invisible_in_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MftPdfFixture) pdf = mft_pdf_fixture_new ();
  g_autoptr (GError) error = NULL;

  (void) data;
  mft_pdf_fixture_object (pdf, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>");
  mft_pdf_fixture_object (pdf, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (pdf, 3,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
                          "/Resources << >> /Annots [4 0 R] >>");
  mft_pdf_fixture_object (pdf, 4,
                          "<< /Type /Annot /Subtype /Widget /FT /Sig /T <FEFF005400AD0054> /F 4 "
                          "/P 3 0 R /Rect [0 0 0 0] >>");
  mft_pdf_fixture_object (pdf, 5, "<< /Fields [4 0 R] /SigFlags 3 >>");
  mft_pdf_fixture_table (pdf, 6, "/Root 1 0 R /ID [<6162> <6364>]");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (pdf);
  mft_safe_file_save (fixture->input, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                      TRUE, NULL);
  MftSigningRequest request = request_for (fixture, NULL);
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->field, ==, "T<U+00AD>T");
}

static void
assert_refused (Fixture *fixture, const MftSigningRequest *request, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_act_sign (request, NULL, &error));
  g_assert_error (error, domain, code);
  g_autofree char *outcome = mft_journal_outcome (error);
  g_autofree char *journal = read_journal (fixture);
  g_assert_nonnull (strstr (journal, outcome));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *linked = g_build_filename (fixture->folder, "sama.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "tidak", "ada.pdf", NULL);
  MftSigningRequest same = request_for (fixture, "PIHAK_KESATU");
  MftSigningRequest unknown = request_for (fixture, "PIHAK_KETIGA");
  MftSigningRequest no_folder = request_for (fixture, "PIHAK_KESATU");

  (void) data;
  g_assert_cmpint (link (fixture->input, linked), ==, 0);
  same.output = linked;
  same.replace = TRUE;
  assert_refused (fixture, &same, MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE);
  assert_refused (fixture, &unknown, MFT_SIGN_ERROR, MFT_SIGN_ERROR_NO_FIELD);
  no_folder.output = nowhere;
  assert_refused (fixture, &no_folder, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

static void
test_existing_output (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MftSigningRequest request = request_for (fixture, "PIHAK_KESATU");

  (void) data;
  g_file_set_contents (fixture->output, "milik orang", -1, NULL);
  assert_refused (fixture, &request, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  request.replace = TRUE;
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, NULL, &error);
  g_assert_no_error (error);
}

/* PP 71/2019 Ps 62(1): the certificate is looked at first. */
static void
test_expired (Fixture *fixture, gconstpointer data)
{
  gint64 long_ago = mft_clock_now () - (gint64) 3 * 366 * 24 * 3600 * G_USEC_PER_SEC;
  const MftPracticeIdentity identity
      = { .common_name = "Bagas Manikmaya", .key = MFT_PRACTICE_KEY_EC, .not_before = long_ago };
  g_autoptr (MftKey) key = mft_test_key_new (NULL, &identity);
  MftSigningRequest request = request_for (fixture, "PIHAK_KESATU");

  (void) data;
  request.key = key;
  assert_refused (fixture, &request, MFT_PKI_ERROR, MFT_PKI_ERROR_EXPIRED);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

/* A wrong passphrase fails before there is a key; it is written down all the same. */
static void
test_failed_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error
      = g_error_new_literal (MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE, "x");

  (void) data;
  mft_act_note_failure (fixture->input, "PIHAK_KESATU", MFT_BASIS_PAPER,
                        mft_certificate_common_name (mft_key_get_certificate (fixture->key)),
                        error);
  g_autofree char *journal = read_journal (fixture);
  g_assert_nonnull (strstr (journal, "\"mft-pki-error/0\""));
  g_assert_nonnull (strstr (journal, "\"basis\": \"paper\""));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftJob) job = mft_job_new (NULL);
  MftSigningRequest request = request_for (fixture, "PIHAK_KESATU");

  (void) data;
  mft_job_cancel (job);
  g_assert_null (mft_act_sign (&request, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

/* A key during whose work another program writes to the document. */
#define MFT_TYPE_DISTURBED_KEY (mft_disturbed_key_get_type ())
G_DECLARE_FINAL_TYPE (MftDisturbedKey, mft_disturbed_key, MFT, DISTURBED_KEY, GObject)

struct _MftDisturbedKey
{
  GObject parent;

  MftKey *key;
  const char *document;
};

static MftCertificate *
disturbed_certificate (MftKey *key)
{
  return mft_key_get_certificate (MFT_DISTURBED_KEY (key)->key);
}

static GPtrArray *
disturbed_chain (MftKey *key)
{
  return mft_key_get_chain (MFT_DISTURBED_KEY (key)->key);
}

static GBytes *
disturbed_sign (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size,
                GError **error)
{
  MftDisturbedKey *self = MFT_DISTURBED_KEY (key);
  FILE *document = g_fopen (self->document, "r+b");

  g_usleep (20000); /* a clock tick of the file system */
  g_assert_cmpint (fseek (document, 700, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc ('x', document), ==, 'x');
  g_assert_cmpint (fclose (document), ==, 0);
  return mft_key_sign (self->key, scheme, data, size, error);
}

static void
disturbed_iface (MftKeyInterface *interface)
{
  interface->get_certificate = disturbed_certificate;
  interface->get_chain = disturbed_chain;
  interface->sign = disturbed_sign;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MftDisturbedKey, mft_disturbed_key, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MFT_TYPE_KEY, disturbed_iface))

static void
mft_disturbed_key_class_init (MftDisturbedKeyClass *class)
{
  (void) class;
}

static void
mft_disturbed_key_init (MftDisturbedKey *key)
{
  (void) key;
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftDisturbedKey) key = g_object_new (MFT_TYPE_DISTURBED_KEY, NULL);
  MftSigningRequest request = request_for (fixture, "PIHAK_KESATU");

  (void) data;
  key->key = fixture->key;
  key->document = fixture->input;
  request.key = MFT_KEY (key);
  g_assert_null (mft_act_sign (&request, NULL, &error));
  g_assert_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_CHANGED);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
  g_autofree char *journal = read_journal (fixture);
  g_assert_nonnull (strstr (journal, "mft-act-error"));
}

/* Between the reading and the signing; a file of the same name and size is another one, too. */
static void
test_changed_since_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = mft_file_mark (fixture->input);
  g_autoptr (GBytes) bytes = mft_file_read (fixture->input, 1 << 20, NULL);
  MftSigningRequest request = request_for (fixture, "PIHAK_KESATU");

  (void) data;
  request.seen = seen;
  g_assert_true (mft_safe_file_save (fixture->input, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), TRUE, NULL));
  g_assert_null (mft_act_sign (&request, NULL, &error));
  g_assert_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_CHANGED);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

static void
test_suggested_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = mft_act_suggest_output (fixture->input);
  g_autofree char *expected_first = g_build_filename (fixture->folder, "a_ttd-1.pdf", NULL);
  g_autofree char *expected_second = g_build_filename (fixture->folder, "a_ttd-2.pdf", NULL);

  (void) data;
  g_assert_cmpstr (first, ==, expected_first);
  g_file_set_contents (first, "", 0, NULL);
  g_autofree char *second = mft_act_suggest_output (first);
  g_assert_cmpstr (second, ==, expected_second);
}

#define ADD(name, data, function)                                                                  \
  g_test_add ("/act/signing/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  static const char *const kesatu_first[] = { "PIHAK_KESATU", "PIHAK_KEDUA" };
  static const char *const kedua_first[] = { "PIHAK_KEDUA", "PIHAK_KESATU" };

  mft_test_init (&argc, &argv);
  ADD ("signs", NULL, test_signs_and_verifies);
  ADD ("practice-is-marked", NULL, test_practice_is_marked);
  ADD ("kesatu-first", kesatu_first, test_both_orders);
  ADD ("kedua-first", kedua_first, test_both_orders);
  ADD ("refusals", NULL, test_refusals);
  ADD ("existing", NULL, test_existing_output);
  ADD ("expired", NULL, test_expired);
  ADD ("failed-before", NULL, test_failed_before);
  ADD ("cancelled", NULL, test_cancelled);
  ADD ("changed-meanwhile", NULL, test_changed_meanwhile);
  ADD ("changed-since-seen", NULL, test_changed_since_seen);
  ADD ("invisible-in-name", NULL, test_invisible_in_name);
  ADD ("suggested", NULL, test_suggested_name);
  return g_test_run ();
}
