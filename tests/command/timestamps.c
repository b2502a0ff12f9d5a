/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures with a proven time, from an authority on this machine. */
#include "drive.h"
#include "support.h"

#include "authority.h"
#include "http-server.h"

typedef struct
{
  MftTestAuthority *authority;
  MftKey *key;
  MftTestServer *server;
  char *url;
  gint asked;
} Fixture;

static GBytes *
answer (const char *path, GBytes *body, guint *status, gpointer data)
{
  Fixture *fixture = data;

  g_atomic_int_inc (&fixture->asked);
  if (g_str_equal (path, "/rusak"))
    *status = 503;
  if (g_str_equal (path, "/ngawur"))
    return g_bytes_new_static ("<html>", 6);
  return mft_test_answer_stamp (fixture->key, body, MFT_TEST_AT (30));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->authority = mft_test_authority_new ("PSrE Uji");
  fixture->key = mft_test_authority_issue (
      fixture->authority, &(MftTestIdentity){ .name = "TSA Uji",
                                              .days = 3000,
                                              .usage = "critical,digitalSignature",
                                              .extended = "critical,timeStamping" });
  fixture->server = mft_test_server_new (answer, fixture);
  fixture->url = mft_test_server_url (fixture->server, "/");
  mft_drive_make_keys ();
  mft_drive_make_pages ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_test_server_free (fixture->server);
  g_free (fixture->url);
  g_object_unref (fixture->key);
  mft_test_authority_free (fixture->authority);
}

#define SIGN(output, ...)                                                                          \
  WORDS ("sign", "naskah.pdf", "-o", output, "--p12", "kesatu.p12", "--passphrase-file",           \
         "sandi.txt", "--field", "PIHAK_KESATU", "--yes", "--json", __VA_ARGS__)

static void
test_sign (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (JsonNode) done
      = mft_drive_json (0, SIGN ("waktu.pdf", "--level", "t", "--timestamp-url", fixture->url));
  JsonObject *result = json_node_get_object (done);

  g_assert_cmpstr (json_object_get_string_member (result, "level"), ==, "B-T");
  g_assert_cmpstr (json_object_get_string_member (result, "timestamp"), ==,
                   "2025-01-31T00:00:00+00:00");
  g_assert_cmpint (fixture->asked, ==, 1);
  g_autoptr (JsonNode) plain = mft_drive_json (0, SIGN ("biasa.pdf", "--level", "b"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (plain), "level"), ==,
                   "B-B");
  g_assert_true (json_object_get_null_member (json_node_get_object (plain), "timestamp"));
  g_assert_cmpint (fixture->asked, ==, 1);
}

/* No level is lowered: without its timestamp there is no signature. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *broken = mft_test_server_url (fixture->server, "/rusak");
  g_autofree char *odd = mft_test_server_url (fixture->server, "/ngawur");

  (void) data;
  mft_drive_fails (4, "x.pdf", SIGN ("x.pdf", "--level", "t", "--timestamp-url", broken));
  mft_drive_fails (4, "x.pdf", SIGN ("x.pdf", "--level", "t", "--timestamp-url", odd));
  mft_drive_fails (4, "x.pdf",
                   SIGN ("x.pdf", "--level", "t", "--timestamp-url", "http://127.0.0.1:1/"));
  mft_drive_fails (4, "x.pdf", SIGN ("x.pdf", "--level", "t", "--timestamp-url", "ftp://a/"));
  /* The account's password would go in the clear. */
  mft_drive_fails (4, "x.pdf",
                   SIGN ("x.pdf", "--level", "t", "--timestamp-url", "http://tsa.tata.example/",
                         "--timestamp-auth-file", "sandi.txt"));
  mft_drive_fails (2, "x.pdf", SIGN ("x.pdf", "--level", "t"));
  mft_drive_fails (2, "x.pdf", SIGN ("x.pdf", "--timestamp-url", fixture->url));
  mft_drive_fails (2, "x.pdf", SIGN ("x.pdf", "--level", "x"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add ("/command/timestamps/sign", Fixture, NULL, set_up, test_sign, tear_down);
  g_test_add ("/command/timestamps/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  return g_test_run ();
}
