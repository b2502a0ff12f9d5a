/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "esign-server.h"

#include <string.h>

#include "container/json.h"
#include "pdf/update.h"
#include "practice-key.h"
#include "signed-pdf.h"

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
make_signed (MftTestEsign *esign, GBytes *pdf)
{
  const MftSignRequest invisible = { .invisible = TRUE };
  g_autoptr (GBytes) once = NULL, changed = NULL;

  switch (esign->manner)
    {
    case MFT_TEST_ESIGN_UNCHANGED:
      return g_bytes_ref (pdf);
    case MFT_TEST_ESIGN_OTHER_DOCUMENT:
      return mft_test_sign (esign->other_document, esign->key, &invisible);
    case MFT_TEST_ESIGN_OTHER_SIGNER:
      return mft_test_sign (pdf, esign->other, &invisible);
    case MFT_TEST_ESIGN_CHANGED_PAGE:
      changed = turn_page (pdf);
      return mft_test_sign (changed, esign->key, &invisible);
    case MFT_TEST_ESIGN_TWICE:
      once = mft_test_sign (pdf, esign->key, &invisible);
      return mft_test_sign (once, esign->key, &invisible);
    case MFT_TEST_ESIGN_BROKEN:
      once = mft_test_sign (pdf, esign->key, &invisible);
      return with_flipped_byte (once, g_bytes_get_size (pdf));
    case MFT_TEST_ESIGN_HALF_A_DOCUMENT:
      once = mft_test_sign (pdf, esign->key, &invisible);
      return g_bytes_new_from_bytes (once, 0,
                                     (g_bytes_get_size (pdf) + g_bytes_get_size (once)) / 2);
    case MFT_TEST_ESIGN_HONEST:
    case MFT_TEST_ESIGN_SLOW:
    case MFT_TEST_ESIGN_CUT:
    case MFT_TEST_ESIGN_GARBAGE:
    case MFT_TEST_ESIGN_NO_FILE:
      break;
    }
  return mft_test_sign (pdf, esign->key, &invisible);
}

static GBytes *
sign_v2 (MftTestEsign *esign, GBytes *body, guint *status)
{
  g_autoptr (JsonObject) object = mft_json_parse_object (body, "body", NULL);
  JsonArray *files = json_object_get_array_member (object, "file");
  JsonObject *look = json_array_get_object_element (
      json_object_get_array_member (object, "signatureProperties"), 0);
  gsize size;
  g_autofree guchar *data = g_base64_decode (json_array_get_string_element (files, 0), &size);
  g_autoptr (GBytes) pdf = g_bytes_new (data, size);

  g_assert_cmpstr (json_object_get_string_member (object, "nik"), ==, MFT_TEST_NIK);
  esign->used_totp = json_object_has_member (object, "totp");
  if (!g_str_equal (
          json_object_get_string_member (object, esign->used_totp ? "totp" : "passphrase"),
          esign->used_totp ? MFT_TEST_ESIGN_CODE : esign->passphrase))
    {
      *status = 400;
      return bytes_of ("{\"error\":\"Proses signing gagal : Passphrase anda salah 2031\"}");
    }
  esign->was_visible = g_str_equal (json_object_get_string_member (look, "tampilan"), "VISIBLE");
  if (esign->was_visible)
    {
      g_autofree guchar *image
          = g_base64_decode (json_object_get_string_member (look, "imageBase64"), &size);
      g_assert_cmpmem (image, 4, "\x89PNG", 4);
      g_assert_cmpfloat (json_object_get_double_member (look, "originY"), >, 0);
    }
  g_autoptr (GBytes) signed_pdf = make_signed (esign, pdf);
  g_autofree char *text
      = g_base64_encode (g_bytes_get_data (signed_pdf, NULL), g_bytes_get_size (signed_pdf));
  g_autofree char *answer = esign->manner == MFT_TEST_ESIGN_GARBAGE ? g_strdup ("<html>")
                            : esign->manner == MFT_TEST_ESIGN_NO_FILE
                                ? g_strdup ("{\"time\":1,\"file\":[]}")
                                : g_strdup_printf ("{\"time\":1,\"file\":[\"%s\"]}", text);
  if (esign->manner == MFT_TEST_ESIGN_CUT)
    answer[strlen (answer) / 2] = '\0';
  return bytes_of (answer);
}

/* The PDF in the form; its other parts are looked for. */
static GBytes *
sign_v1 (MftTestEsign *esign, GBytes *body)
{
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  const char *start = memmem (data, size, "%PDF-", 5);
  const char *end = memmem (start, size - (gsize) (start - data), "\r\n--mufakat-", 12);

  g_assert_nonnull (memmem (data, size, "name=\"nik\"\r\n\r\n" MFT_TEST_NIK "\r\n", 32));
  g_assert_nonnull (memmem (data, size, "name=\"passphrase\"\r\n\r\n", 21));
  esign->was_visible = memmem (data, size, "\r\n\r\nvisible\r\n", 13) != NULL;
  g_autoptr (GBytes) pdf = g_bytes_new (start, (gsize) (end - start));
  return make_signed (esign, pdf);
}

static GBytes *
answer (const char *path, GBytes *body, guint *status, gpointer data)
{
  MftTestEsign *esign = data;
  g_autofree char *state = g_strdup_printf ("{\"status\":\"%s\"}", esign->state);

  g_atomic_int_inc (&esign->asked);
  if (g_str_equal (path, "/api/v2/user/check/status")
      || g_str_equal (path, "/api/user/status/" MFT_TEST_NIK))
    return bytes_of (state);
  if (g_str_equal (path, "/api/v2/sign/get/totp"))
    {
      esign->sent_totp++;
      return bytes_of ("{}");
    }
  if (esign->refusal != 0)
    {
      *status = esign->refusal;
      return bytes_of (esign->refusal_text);
    }
  if (esign->manner == MFT_TEST_ESIGN_SLOW)
    g_usleep (1500000);
  if (g_str_equal (path, "/api/v2/sign/pdf"))
    return sign_v2 (esign, body, status);
  if (g_str_equal (path, "/api/sign/pdf"))
    return sign_v1 (esign, body);
  *status = 404;
  return NULL;
}

MftTestEsign *
mft_test_esign_new (const char *passphrase)
{
  MftTestEsign *esign = g_new0 (MftTestEsign, 1);

  esign->passphrase = passphrase;
  esign->state = "ISSUE";
  esign->key = mft_test_key_named (MFT_TEST_ESIGN_NAME);
  esign->other = mft_test_key_named ("Bagas Manikmaya");
  esign->server = mft_test_server_new (answer, esign);
  esign->url = mft_test_server_url (esign->server, "");
  return esign;
}

void
mft_test_esign_free (MftTestEsign *esign)
{
  mft_test_server_free (esign->server);
  g_clear_pointer (&esign->other_document, g_bytes_unref);
  g_free (esign->url);
  g_object_unref (esign->key);
  g_object_unref (esign->other);
  g_free (esign);
}
