/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing with a token, which a driver of our own plays (tests/pki/mock-token.c). */
#include "drive.h"
#include "support.h"

#include "mock-token.h"

typedef struct
{
  char *folder, *module;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->folder = mft_mock_token_plug_in ("-algorithm RSA -pkeyopt rsa_keygen_bits:2048",
                                            "Wulan Hapsari Tirtanegara", TRUE);
  fixture->module = g_test_build_filename (G_TEST_BUILT, "pki", "mft-mock-token.so", NULL);
  mft_drive_make_pages ();
  mft_drive_write ("pin.txt", MFT_MOCK_PIN "\n", -1);
  mft_drive_write ("pin-salah.txt", "000000\n", -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_free (fixture->folder);
  g_free (fixture->module);
}

static JsonObject *
get_token (JsonNode *list)
{
  JsonArray *tokens = json_object_get_array_member (json_node_get_object (list), "tokens");

  for (guint i = 0; i < json_array_get_length (tokens); i++)
    {
      JsonObject *one = json_array_get_object_element (tokens, i);
      if (g_str_equal (json_object_get_string_member (one, "token"), "Tiruan"))
        return one;
    }
  g_assert_not_reached ();
}

#define SIGN(output, ...)                                                                          \
  WORDS ("sign", "naskah.pdf", "-o", output, "--token-module", fixture->module, "--field",         \
         "PIHAK_KESATU", "--yes", "--json", __VA_ARGS__)
#define TOKENS WORDS ("certificate", "tokens", "--token-module", fixture->module, "--json")

/* From the list to the signature, by its address; B-B with every digest, and PSS. */
static void
test_signs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) list = mft_drive_json (0, TOKENS);
  JsonObject *token = get_token (list);
  const char *uri = json_object_get_string_member (token, "uri");

  (void) data;
  mft_drive_assert_keys (token, "token uri pin reader_asks certificate");
  g_assert_cmpstr (json_object_get_string_member (token, "pin"), ==, "fresh");
  g_free (mft_drive_done (SIGN ("a.pdf", "--token", uri, "--passphrase-file", "pin.txt")));
  g_free (mft_drive_done (SIGN ("b.pdf", "--token", uri, "--passphrase-file", "pin.txt", "--pss",
                                "--digest", "sha512")));
  mft_mock_token_behave (fixture->folder, "tiap-kali");
  g_free (mft_drive_done (SIGN ("c.pdf", "--token", uri, "--passphrase-file", "pin.txt")));
  /* Nothing is asked on this side where the reader asks. */
  mft_mock_token_behave (fixture->folder, "papan");
  g_free (mft_drive_done (SIGN ("d.pdf", "--token", uri)));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  const char *uri = "pkcs11:token=Tiruan";

  (void) data;
  mft_drive_fails (4, "x.pdf",
                   SIGN ("x.pdf", "--token", uri, "--passphrase-file", "pin-salah.txt"));
  mft_drive_fails (4, "x.pdf",
                   SIGN ("x.pdf", "--token", uri, "--passphrase-file", "pin-salah.txt"));
  g_autoptr (JsonNode) list = mft_drive_json (0, TOKENS);
  g_assert_cmpstr (json_object_get_string_member (get_token (list), "pin"), ==, "last_try");
  mft_mock_token_behave (fixture->folder, "putus");
  mft_drive_fails (4, "x.pdf", SIGN ("x.pdf", "--token", uri, "--passphrase-file", "pin.txt"));
  mft_mock_token_behave (fixture->folder, "tercabut");
  mft_drive_fails (4, "x.pdf", SIGN ("x.pdf", "--token", uri, "--passphrase-file", "pin.txt"));
  mft_drive_fails (4, "x.pdf",
                   WORDS ("certificate", "tokens", "--token-module", "naskah.pdf", "--json"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add ("/command/tokens/signs", Fixture, NULL, set_up, test_signs, tear_down);
  g_test_add ("/command/tokens/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  return g_test_run ();
}
