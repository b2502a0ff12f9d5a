/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BSrE's Esign Client Service as its manual describes it, on this machine: honest, refusing, slow, cut
 * and lying. */
#include "drive.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

#include "esign-server.h"

typedef struct
{
  MftTestEsign *esign;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->esign = mft_test_esign_new (MFT_DRIVE_PASSPHRASE);
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  mft_drive_make_large ("lain.pdf", 2000);
  fixture->esign->other_document = mft_drive_read ("lain.pdf");
  mft_drive_write ("nik.txt", MFT_TEST_NIK "\n", -1);
  mft_drive_write ("kode.txt", MFT_TEST_ESIGN_CODE "\n", -1);
  mft_drive_write ("akun.txt", "biro:rahasia\n", -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_test_esign_free (fixture->esign);
}

#define ESIGN(output, ...)                                                                         \
  WORDS ("sign", "naskah.pdf", "-o", output, "--esign", fixture->esign->url, "--nik-file",         \
         "nik.txt", "--name", MFT_TEST_ESIGN_NAME, "--yes", "--json", __VA_ARGS__)
#define PASSPHRASE "--passphrase-file", "sandi.txt"

static void
test_honest (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (JsonNode) done = mft_drive_json (
      0, ESIGN ("a.pdf", PASSPHRASE, "--invisible", "--esign-account-file", "akun.txt"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (done), "signer"), ==,
                   MFT_TEST_ESIGN_NAME);
  g_assert_false (fixture->esign->was_visible);
  g_free (mft_drive_done (ESIGN ("b.pdf", PASSPHRASE, "--field", "PIHAK_KESATU")));
  g_assert_true (fixture->esign->was_visible);
  g_free (mft_drive_done (ESIGN ("c.pdf", PASSPHRASE, "--page", "1", "--rect", "10,10,142,53",
                                 "--esign-version", "1")));
  g_assert_true (fixture->esign->was_visible);
  g_free (mft_drive_done (ESIGN ("d.pdf", PASSPHRASE, "--invisible", "--esign-version", "1")));
  g_assert_false (fixture->esign->was_visible);
  g_assert_cmpint (fixture->esign->sent_totp, ==, 0);
  g_free (mft_drive_done (ESIGN ("e.pdf", "--totp-file", "kode.txt", "--invisible")));
  g_assert_true (fixture->esign->used_totp);
  fixture->esign->manner = MFT_TEST_ESIGN_SLOW;
  g_free (mft_drive_done (ESIGN ("f.pdf", PASSPHRASE, "--invisible")));
  g_assert_cmpint (fixture->esign->asked, ==, 12);
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
  g_assert_cmpint (fixture->esign->sent_totp, ==, 1);
  g_assert_true (fixture->esign->used_totp);
}

/* Broken off after the first, it goes on with the second; the first is not asked for again. */
static void
test_batch (Fixture *fixture, gconstpointer data)
{
#define BATCH                                                                                      \
  WORDS ("sign", "naskah.pdf", "lain.pdf", "-o", "hasil", "--esign", fixture->esign->url,          \
         "--nik-file", "nik.txt", "--name", MFT_TEST_ESIGN_NAME, "--yes", "--json", PASSPHRASE,    \
         "--invisible")
  g_autofree char *folder = mft_drive_path ("hasil");

  (void) data;
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_free (mft_drive_done (ESIGN ("hasil/naskah.pdf", PASSPHRASE, "--invisible")));
  g_assert_cmpint (fixture->esign->asked, ==, 2);
  g_free (mft_drive_done (BATCH));
  g_assert_cmpint (fixture->esign->asked, ==, 4);
  g_assert_true (mft_drive_exists ("hasil/lain.pdf"));
  g_free (mft_drive_done (BATCH));
  g_assert_cmpint (fixture->esign->asked, ==, 4);
}

/* Nothing is kept of an answer that is not this document with this signature and nothing else. */
static void
test_lies (Fixture *fixture, gconstpointer data)
{
  (void) data;
  for (fixture->esign->manner = MFT_TEST_ESIGN_CUT;
       fixture->esign->manner <= MFT_TEST_ESIGN_HALF_A_DOCUMENT; fixture->esign->manner++)
    mft_drive_fails (4, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible"));
  for (fixture->esign->manner = MFT_TEST_ESIGN_UNCHANGED;
       fixture->esign->manner <= MFT_TEST_ESIGN_HALF_A_DOCUMENT; fixture->esign->manner++)
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
      fixture->esign->state = is_state ? states[i] : "ISSUE";
      fixture->esign->refusal = is_state ? 0 : refusals[i - G_N_ELEMENTS (states)].status;
      fixture->esign->refusal_text = is_state ? NULL : refusals[i - G_N_ELEMENTS (states)].text;
      gint before = g_atomic_int_get (&fixture->esign->asked);
      g_autoptr (MftDriven) driven = mft_drive (ESIGN ("x.pdf", PASSPHRASE, "--invisible"));
      g_assert_cmpint (driven->status, ==, 4);
      g_assert_false (mft_drive_exists ("x.pdf"));
      g_assert_null (strstr (driven->messages, MFT_TEST_NIK));
      /* What is not told as received is told once only; registration is missing in two ways. */
      if (!g_hash_table_add (seen, g_strdup (driven->messages)))
        g_assert_nonnull (strstr (driven->messages, "NIK"));
      if (is_state) /* the document was not sent */
        g_assert_cmpint (g_atomic_int_get (&fixture->esign->asked), ==, before + 1);
    }
}

static void
assert_without_nik (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size = 0;
      g_assert_null (strstr (name, MFT_TEST_NIK));
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_without_nik (path);
      else if (!g_str_equal (name, "nik.txt") && g_file_get_contents (path, &bytes, &size, NULL))
        g_assert_null (memmem (bytes, size, MFT_TEST_NIK, strlen (MFT_TEST_NIK)));
    }
}

/* Signed or not, with every message that there is to be had: no file, no name of one, no word has it. */
static void
test_nik_is_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
  g_autofree char *kept = mft_drive_data_folder ();

  (void) data;
  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  for (guint i = 0; i < 2; i++)
    {
      fixture->esign->state = i == 0 ? "ISSUE" : "EXPIRED";
      g_autoptr (MftDriven) driven
          = mft_drive_by (launcher, ESIGN ("nik.pdf", PASSPHRASE, "--invisible", "--force"));
      g_assert_cmpint (driven->status, ==, i == 0 ? 0 : 4);
      g_assert_null (strstr (driven->output, MFT_TEST_NIK));
      g_assert_null (strstr (driven->messages, MFT_TEST_NIK));
    }
  assert_without_nik (mft_drive_folder ());
  assert_without_nik (kept);
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_drive_fails (2, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", fixture->esign->url,
                          "--name", MFT_TEST_ESIGN_NAME, "--yes", "--invisible", PASSPHRASE));
  mft_drive_fails (2, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", fixture->esign->url,
                          "--nik-file", "nik.txt", "--yes", "--invisible", PASSPHRASE));
  mft_drive_fails (2, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible", "--p12", "kesatu.p12"));
  mft_drive_fails (2, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible", "--level", "lta"));
  mft_drive_fails (2, "x.pdf", ESIGN ("x.pdf", PASSPHRASE, "--invisible", "--esign-version", "3"));
  mft_drive_write ("nik-salah.txt", "31710101\n", -1);
  mft_drive_fails (2, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", fixture->esign->url,
                          "--name", MFT_TEST_ESIGN_NAME, "--nik-file", "nik-salah.txt", "--yes",
                          "--invisible", PASSPHRASE));
  /* In the clear, over the network: never. */
  mft_drive_fails (4, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--esign", "http://ecs.tata.example",
                          "--name", MFT_TEST_ESIGN_NAME, "--nik-file", "nik.txt", "--yes",
                          "--invisible", PASSPHRASE));
  g_assert_cmpint (g_atomic_int_get (&fixture->esign->asked), ==, 0);
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
  ADD ("nik-is-nowhere", test_nik_is_nowhere);
  ADD ("usage", test_usage);
  return g_test_run ();
}
