/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BSrE's Esign Client Service as its manual describes it, on this machine: honest, refusing, slow, cut
 * and lying. */
#include "drive.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

#include "container/json.h"
#include "http-server.h"
#include "pdf/update.h"
#include "practice-key.h"
#include "signed-pdf.h"

#define NIK "3171010101900003"
#define NAME "Wulan Hapsari Tirtanegara"

typedef enum
{
  HONEST,
  SLOW,
  CUT,             /* half an answer */
  GARBAGE,         /* no JSON */
  NO_FILE,         /* JSON of another kind */
  UNCHANGED,       /* the document as it was sent */
  OTHER_DOCUMENT,  /* signed, but another one */
  OTHER_SIGNER,    /* the document, signed by somebody else */
  CHANGED_PAGE,    /* the document with a page turned, then signed */
  TWICE,           /* two signatures */
  BROKEN,          /* a byte changed inside the signature */
  HALF_A_DOCUMENT, /* what was sent, and half of the rest */
} Manner;

typedef struct
{
  MftTestServer *server;
  char *url;
  MftKey *key, *other;
  Manner manner;
  const char *state;
  guint refusal; /* HTTP status of signing; 0: none */
  const char *refusal_text;
  gint asked, sent_totp;
  gboolean used_totp, was_visible;
} Fixture;

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
turn_page (GBytes *pdf)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (MftPdfUpdate) update = mft_pdf_update_new (file, NULL);
  g_autoptr (MftPdfPage) page
      = mft_pdf_page_find (file, mft_pdf_file_last_revision (file), 1, NULL);
  MftPdfObject *dict = mft_pdf_update_edit (update, page->number, page->generation, NULL);

  mft_pdf_dict_set (dict, "Rotate", mft_pdf_object_new_integer (90));
  g_autoptr (GBytes) tail = mft_pdf_update_finish (update, NULL);
  GByteArray *all = g_byte_array_new ();
  g_byte_array_append (all, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (all, g_bytes_get_data (tail, NULL), (guint) g_bytes_get_size (tail));
  return g_byte_array_free_to_bytes (all);
}

static GBytes *
with_flipped_byte (GBytes *signed_pdf, gsize original)
{
  gsize size;
  guint8 *copy = g_memdup2 (g_bytes_get_data (signed_pdf, &size), g_bytes_get_size (signed_pdf));
  char *at = memmem (copy + original, size - original, "/Filter", 7);

  at[-1] ^= 1; /* white space that is signed */
  return g_bytes_new_take (copy, size);
}

static GBytes *
make_signed (Fixture *fixture, GBytes *pdf)
{
  const MftSignRequest invisible = { .invisible = TRUE };
  g_autoptr (GBytes) once = NULL, changed = NULL;

  switch (fixture->manner)
    {
    case UNCHANGED:
      return g_bytes_ref (pdf);
    case OTHER_DOCUMENT:
      changed = mft_drive_read ("lain.pdf");
      return mft_test_sign (changed, fixture->key, &invisible);
    case OTHER_SIGNER:
      return mft_test_sign (pdf, fixture->other, &invisible);
    case CHANGED_PAGE:
      changed = turn_page (pdf);
      return mft_test_sign (changed, fixture->key, &invisible);
    case TWICE:
      once = mft_test_sign (pdf, fixture->key, &invisible);
      return mft_test_sign (once, fixture->key, &invisible);
    case BROKEN:
      once = mft_test_sign (pdf, fixture->key, &invisible);
      return with_flipped_byte (once, g_bytes_get_size (pdf));
    case HALF_A_DOCUMENT:
      once = mft_test_sign (pdf, fixture->key, &invisible);
      return g_bytes_new_from_bytes (once, 0,
                                     (g_bytes_get_size (pdf) + g_bytes_get_size (once)) / 2);
    case HONEST:
    case SLOW:
    case CUT:
    case GARBAGE:
    case NO_FILE:
      break;
    }
  return mft_test_sign (pdf, fixture->key, &invisible);
}

static GBytes *
sign_v2 (Fixture *fixture, GBytes *body)
{
  g_autoptr (JsonObject) object = mft_json_parse_object (body, "body", NULL);
  JsonArray *files = json_object_get_array_member (object, "file");
  JsonObject *look = json_array_get_object_element (
      json_object_get_array_member (object, "signatureProperties"), 0);
  gsize size;
  g_autofree guchar *data = g_base64_decode (json_array_get_string_element (files, 0), &size);
  g_autoptr (GBytes) pdf = g_bytes_new (data, size);

  g_assert_cmpstr (json_object_get_string_member (object, "nik"), ==, NIK);
  fixture->used_totp = json_object_has_member (object, "totp");
  g_assert_cmpstr (
      json_object_get_string_member (object, fixture->used_totp ? "totp" : "passphrase"), ==,
      fixture->used_totp ? "123456" : MFT_DRIVE_PASSPHRASE);
  fixture->was_visible = g_str_equal (json_object_get_string_member (look, "tampilan"), "VISIBLE");
  if (fixture->was_visible)
    {
      g_autofree guchar *image
          = g_base64_decode (json_object_get_string_member (look, "imageBase64"), &size);
      g_assert_cmpmem (image, 4, "\x89PNG", 4);
      g_assert_cmpfloat (json_object_get_double_member (look, "originY"), >, 0);
    }
  g_autoptr (GBytes) signed_pdf = make_signed (fixture, pdf);
  g_autofree char *text
      = g_base64_encode (g_bytes_get_data (signed_pdf, NULL), g_bytes_get_size (signed_pdf));
  g_autofree char *answer = fixture->manner == GARBAGE ? g_strdup ("<html>")
                            : fixture->manner == NO_FILE
                                ? g_strdup ("{\"time\":1,\"file\":[]}")
                                : g_strdup_printf ("{\"time\":1,\"file\":[\"%s\"]}", text);
  if (fixture->manner == CUT)
    answer[strlen (answer) / 2] = '\0';
  return bytes_of (answer);
}

/* The PDF in the form; its other parts are looked for. */
static GBytes *
sign_v1 (Fixture *fixture, GBytes *body)
{
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  const char *start = memmem (data, size, "%PDF-", 5);
  const char *end = memmem (start, size - (gsize) (start - data), "\r\n--mufakat-", 12);

  g_assert_nonnull (memmem (data, size, "name=\"nik\"\r\n\r\n" NIK "\r\n", 32));
  g_assert_nonnull (memmem (data, size, "name=\"passphrase\"\r\n\r\n", 21));
  fixture->was_visible = memmem (data, size, "\r\n\r\nvisible\r\n", 13) != NULL;
  g_autoptr (GBytes) pdf = g_bytes_new (start, (gsize) (end - start));
  return make_signed (fixture, pdf);
}

static GBytes *
answer (const char *path, GBytes *body, guint *status, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *state = g_strdup_printf ("{\"status\":\"%s\"}", fixture->state);

  g_atomic_int_inc (&fixture->asked);
  if (g_str_equal (path, "/api/v2/user/check/status")
      || g_str_equal (path, "/api/user/status/" NIK))
    return bytes_of (state);
  if (g_str_equal (path, "/api/v2/sign/get/totp"))
    {
      fixture->sent_totp++;
      return bytes_of ("{}");
    }
  if (fixture->refusal != 0)
    {
      *status = fixture->refusal;
      return bytes_of (fixture->refusal_text);
    }
  if (fixture->manner == SLOW)
    g_usleep (1500000);
  if (g_str_equal (path, "/api/v2/sign/pdf"))
    return sign_v2 (fixture, body);
  if (g_str_equal (path, "/api/sign/pdf"))
    return sign_v1 (fixture, body);
  *status = 404;
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->state = "ISSUE";
  fixture->key = mft_test_key_named (NAME);
  fixture->other = mft_test_key_named ("Bagas Manikmaya");
  fixture->server = mft_test_server_new (answer, fixture);
  fixture->url = mft_test_server_url (fixture->server, "");
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  mft_drive_make_large ("lain.pdf", 2000);
  mft_drive_write ("nik.txt", NIK "\n", -1);
  mft_drive_write ("kode.txt", "123456\n", -1);
  mft_drive_write ("akun.txt", "biro:rahasia\n", -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_test_server_free (fixture->server);
  g_free (fixture->url);
  g_object_unref (fixture->key);
  g_object_unref (fixture->other);
}

#define ESIGN(output, ...)                                                                         \
  WORDS ("sign", "naskah.pdf", "-o", output, "--esign", fixture->url, "--nik-file", "nik.txt",     \
         "--name", NAME, "--yes", "--json", __VA_ARGS__)
#define PASSPHRASE "--passphrase-file", "sandi.txt"

static void
test_honest (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (JsonNode) done = mft_drive_json (
      0, ESIGN ("a.pdf", PASSPHRASE, "--invisible", "--esign-account-file", "akun.txt"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (done), "signer"), ==, NAME);
  g_assert_false (fixture->was_visible);
  g_free (mft_drive_done (ESIGN ("b.pdf", PASSPHRASE, "--field", "PIHAK_KESATU")));
  g_assert_true (fixture->was_visible);
  g_free (mft_drive_done (ESIGN ("c.pdf", PASSPHRASE, "--page", "1", "--rect", "10,10,142,53",
                                 "--esign-version", "1")));
  g_assert_true (fixture->was_visible);
  g_free (mft_drive_done (ESIGN ("d.pdf", PASSPHRASE, "--invisible", "--esign-version", "1")));
  g_assert_false (fixture->was_visible);
  g_assert_cmpint (fixture->sent_totp, ==, 0);
  g_free (mft_drive_done (ESIGN ("e.pdf", "--totp-file", "kode.txt", "--invisible")));
  g_assert_true (fixture->used_totp);
  fixture->manner = SLOW;
  g_free (mft_drive_done (ESIGN ("f.pdf", PASSPHRASE, "--invisible")));
  g_assert_cmpint (fixture->asked, ==, 12);
}

static void
test_code_by_mail (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
  g_autoptr (GSubprocess) process
      = mft_drive_start (launcher, ESIGN ("surel.pdf", "--totp-file", "-", "--invisible"));
  g_autoptr (MftDriven) driven = mft_drive_wait (process, "123456\n");
  g_assert_cmpint (driven->status, ==, 0);
  g_assert_cmpint (fixture->sent_totp, ==, 1);
  g_assert_true (fixture->used_totp);
}

/* Broken off after the first, it goes on with the second; the first is not asked for again. */
static void
test_batch (Fixture *fixture, gconstpointer data)
{
#define BATCH                                                                                      \
  WORDS ("sign", "naskah.pdf", "lain.pdf", "-o", "hasil", "--esign", fixture->url, "--nik-file",   \
         "nik.txt", "--name", NAME, "--yes", "--json", PASSPHRASE, "--invisible")
  g_autofree char *folder = mft_drive_path ("hasil");

  (void) data;
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_free (mft_drive_done (ESIGN ("hasil/naskah.pdf", PASSPHRASE, "--invisible")));
  g_assert_cmpint (fixture->asked, ==, 2);
  g_free (mft_drive_done (BATCH));
  g_assert_cmpint (fixture->asked, ==, 4);
  g_assert_true (mft_drive_exists ("hasil/lain.pdf"));
  g_free (mft_drive_done (BATCH));
  g_assert_cmpint (fixture->asked, ==, 4);
}

/* Nothing is kept of an answer that is not this document with this signature and nothing else. */
static void
test_lies (Fixture *fixture, gconstpointer data)
{
  (void) data;
  for (fixture->manner = CUT; fixture->manner <= HALF_A_DOCUMENT; fixture->manner++)
    mft_drive_fails (4, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible"));
  for (fixture->manner = UNCHANGED; fixture->manner <= HALF_A_DOCUMENT; fixture->manner++)
    mft_drive_fails (4, "x.pdf",
                     ESIGN ("x.pdf", PASSPHRASE, "--invisible", "--esign-version", "1"));
}

/* Every state and every error is one sentence of its own, and no NIK is in it. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "EXPIRED", "RENEW",          "WAITING_FOR_VERIFICATION",
                                        "NEW",     "NO_CERTIFICATE", "NOT_REGISTERED",
                                        "SUSPEND", "REVOKE",         "ENTAH" };
  static const struct
  {
    guint status;
    const char *text;
  } refusals[] = {
    { 400,
      "{\"error\":\"Proses signing gagal : Passphrase anda salah 2031\",\"status_code\":400}" },
    { 400, "{\"error\":\"Proses signing gagal : User tidak terdaftar 2011\",\"status_code\":400}" },
    { 400, "{\"error\":\"com.itextpdf.text.exceptions.InvalidPdfException: x\"}" },
    { 400, "{\"error\":\"Kode baru 4711\"}" },
    { 401, "x" },
    { 503, "<html>" },
    { 500, "x" },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (states) + G_N_ELEMENTS (refusals); i++)
    {
      gboolean is_state = i < G_N_ELEMENTS (states);
      fixture->state = is_state ? states[i] : "ISSUE";
      fixture->refusal = is_state ? 0 : refusals[i - G_N_ELEMENTS (states)].status;
      fixture->refusal_text = is_state ? NULL : refusals[i - G_N_ELEMENTS (states)].text;
      gint before = g_atomic_int_get (&fixture->asked);
      g_autoptr (MftDriven) driven = mft_drive (ESIGN ("x.pdf", PASSPHRASE, "--invisible"));
      g_assert_cmpint (driven->status, ==, 4);
      g_assert_false (mft_drive_exists ("x.pdf"));
      g_assert_null (strstr (driven->messages, NIK));
      /* What is not told as received is told once only; registration is missing in two ways. */
      if (!g_hash_table_add (seen, g_strdup (driven->messages)))
        g_assert_nonnull (strstr (driven->messages, "NIK"));
      if (is_state) /* the document was not sent */
        g_assert_cmpint (g_atomic_int_get (&fixture->asked), ==, before + 1);
    }
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_drive_fails (2, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", fixture->url, "--name",
                          NAME, "--yes", "--invisible", PASSPHRASE));
  mft_drive_fails (2, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", fixture->url,
                          "--nik-file", "nik.txt", "--yes", "--invisible", PASSPHRASE));
  mft_drive_fails (2, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible", "--p12", "kesatu.p12"));
  mft_drive_fails (2, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible", "--level", "lta"));
  mft_drive_fails (2, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible", "--esign-version", "3"));
  mft_drive_write ("nik-salah.txt", "31710101\n", -1);
  mft_drive_fails (2, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", fixture->url, "--name",
                          NAME, "--nik-file", "nik-salah.txt", "--yes", "--invisible", PASSPHRASE));
  /* In the clear, over the network: never. */
  mft_drive_fails (4, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", "http://ecs.tata.example",
                          "--name", NAME, "--nik-file", "nik.txt", "--yes", "--invisible",
                          PASSPHRASE));
  g_assert_cmpint (g_atomic_int_get (&fixture->asked), ==, 0);
}

int
main (int argc, char **argv)
{
#define ADD(name, test) g_test_add ("/command/esign/" name, Fixture, NULL, set_up, test, tear_down)
  mft_test_init (&argc, &argv);
  ADD ("honest", test_honest);
  ADD ("code-by-mail", test_code_by_mail);
  ADD ("batch", test_batch);
  ADD ("lies", test_lies);
  ADD ("refusals", test_refusals);
  ADD ("usage", test_usage);
  return g_test_run ();
}
