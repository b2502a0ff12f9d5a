/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a signing service says, whatever it says. */
#include "remote/esign-answer.h"
#include "support.h"

#include <string.h>

static MftRemoteError
refused_with (guint status, const char *body, const char *quoted)
{
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr (GError) error = NULL;

  mft_esign_refuse (status, bytes, &error);
  g_assert_nonnull (error);
  g_assert_true (error->domain == MFT_REMOTE_ERROR);
  if (quoted != NULL)
    {
      g_autofree char *expected = g_strdup_printf ("the service says '%s'", quoted);
      g_assert_cmpstr (error->message, ==, expected);
    }
  return (MftRemoteError) error->code;
}

static void
test_refusals (void)
{
  static const struct
  {
    guint status;
    const char *body, *quoted;
    MftRemoteError meaning;
  } cases[] = {
    { 400, "{\"error\":\"Proses signing gagal : Passphrase anda salah 2031\"}",
      "Proses signing gagal : Passphrase anda salah 2031", MFT_REMOTE_ERROR_PASSPHRASE },
    { 400, "{\"message\":\"Gagal 2011\"}", "Gagal 2011", MFT_REMOTE_ERROR_NOT_REGISTERED },
    { 400, "{\"error\":\"x.InvalidPdfException: y\"}", NULL, MFT_REMOTE_ERROR_DOCUMENT },
    /* A code is one only where codes stand. */
    { 400, "{\"error\":\"Berkas 2031 halaman\"}", "Berkas 2031 halaman", MFT_REMOTE_ERROR_REFUSED },
    { 400, "{\"error\":\"Kode 12031\"}", "Kode 12031", MFT_REMOTE_ERROR_REFUSED },
    { 400, "{\"error\":\"kata 'kunci'\"}", "kata \"kunci\"", MFT_REMOTE_ERROR_REFUSED },
    { 401, "{\"error\":\"Passphrase anda salah 2031\"}", NULL, MFT_REMOTE_ERROR_CREDENTIAL },
    { 403, NULL, "HTTP 403", MFT_REMOTE_ERROR_CREDENTIAL },
    { 503, "<html>", "HTTP 503", MFT_REMOTE_ERROR_BUSY },
    { 500, "[1, 2]", "HTTP 500", MFT_REMOTE_ERROR_REFUSED },
    { 500, "{\"error\":7}", "HTTP 500", MFT_REMOTE_ERROR_REFUSED },
    { 500, "{\"error\":{\"a\":1}}", "HTTP 500", MFT_REMOTE_ERROR_REFUSED },
    { 500, "{\"error\":\"\xff\"}", "HTTP 500", MFT_REMOTE_ERROR_REFUSED },
    { 500, "", "HTTP 500", MFT_REMOTE_ERROR_REFUSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (refused_with (cases[i].status, cases[i].body, cases[i].quoted), ==,
                     cases[i].meaning);
}

static char *
text_of (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return mft_esign_text (json_node_get_object (node), "error");
}

/* What is told is short, on one line, and names nobody's NIK. */
static void
test_texts (void)
{
  g_autofree char *long_word = g_strnfill (5000, 'a');
  g_autofree char *json = g_strdup_printf ("{\"error\":\"%s\"}", long_word);
  g_autofree char *cut = text_of (json);
  g_autofree char *named
      = text_of ("{\"error\":\"NIK 3171010101900003, 12 berkas, 31710101019000031234\"}");
  g_autofree char *lines = text_of ("{\"error\":\"a\\nb\\u202ec\"}");
  g_autofree char *none = text_of ("{\"error\":null}");

  g_assert_cmpuint (strlen (cut), ==, 200);
  g_assert_cmpstr (named, ==, "NIK 3171********0003, 12 berkas, 3171************1234");
  g_assert_null (strchr (lines, '\n'));
  g_assert_null (strstr (lines, "\u202e"));
  g_assert_null (none);
}

/* Each state but ISSUE is an error of its own. */
static void
test_states (void)
{
  static const char *const words[]
      = { "ISSUE",          "EXPIRED", "RENEW", "WAITING_FOR_VERIFICATION", "NEW", "NO_CERTIFICATE",
          "NOT_REGISTERED", "SUSPEND", "REVOKE" };
  g_autoptr (GError) unknown = NULL;

  g_assert_true (mft_esign_state_may_sign (mft_esign_state_of ("ISSUE"), "ISSUE", NULL));
  for (gsize i = 1; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      MftEsignState state = mft_esign_state_of (words[i]);
      g_assert_cmpint (state, ==, i);
      g_assert_false (mft_esign_state_may_sign (state, words[i], &error));
      g_assert_error (error, MFT_REMOTE_ERROR, (int) (MFT_REMOTE_ERROR_EXPIRED + i - 1));
    }
  g_assert_cmpint (mft_esign_state_of ("issue"), ==, MFT_ESIGN_UNKNOWN);
  g_assert_cmpint (mft_esign_state_of (NULL), ==, MFT_ESIGN_UNKNOWN);
  g_assert_false (mft_esign_state_may_sign (MFT_ESIGN_UNKNOWN, "ENTAH", &unknown));
  g_assert_error (unknown, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_STATE_UNKNOWN);
  g_assert_nonnull (strstr (unknown->message, "ENTAH"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/remote/answer/refusals", test_refusals);
  g_test_add_func ("/remote/answer/texts", test_texts);
  g_test_add_func ("/remote/answer/states", test_states);
  return g_test_run ();
}
