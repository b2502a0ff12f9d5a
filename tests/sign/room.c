/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A token whose answer is larger than its certificates let expect. */
#include "support.h"

#include "pdf-fixture.h"
#include "pdf/signature-field.h"
#include "practice-key.h"
#include "sign/error.h"
#include "sign/pades.h"

#define TYPE_TOKEN (token_get_type ())
G_DECLARE_FINAL_TYPE (Token, token, MFT, TOKEN, GObject)

struct _Token
{
  GObject parent_instance;
  MftKey *key;
  guint signatures;
  gsize answer; /* how many bytes it answers with */
  gsize growth; /* how many more each time */
};

static MftCertificate *
token_get_certificate (MftKey *key)
{
  return mft_key_get_certificate (MFT_TOKEN (key)->key);
}

static GPtrArray *
token_get_chain (MftKey *key)
{
  return mft_key_get_chain (MFT_TOKEN (key)->key);
}

static GBytes *
token_sign (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size, GError **error)
{
  Token *token = MFT_TOKEN (key);

  g_autoptr (GBytes) honest = mft_key_sign (token->key, scheme, data, size, error);
  GByteArray *answer = g_bytes_unref_to_array (g_steal_pointer (&honest));
  guint honest_size = answer->len;

  token->signatures++;
  g_byte_array_set_size (answer, (guint) token->answer);
  memset (answer->data + honest_size, 0, answer->len - honest_size);
  token->answer += token->growth;
  return g_byte_array_free_to_bytes (answer);
}

static void
token_key_init (struct _MftKeyInterface *interface)
{
  interface->get_certificate = token_get_certificate;
  interface->get_chain = token_get_chain;
  interface->sign = token_sign;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Token, token, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MFT_TYPE_KEY, token_key_init))

static void
token_finalize (GObject *object)
{
  Token *token = MFT_TOKEN (object);

  g_clear_object (&token->key);
  G_OBJECT_CLASS (token_parent_class)->finalize (object);
}

static void
token_class_init (TokenClass *class)
{
  G_OBJECT_CLASS (class)->finalize = token_finalize;
}

static void
token_init (Token *token)
{
  token->key = mft_test_key_named ("Bagas Manikmaya");
}

static char *
sign (Token *token, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftSafeFile) output = mft_safe_file_new (path, NULL);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 26, 0, 0, 0);
  const MftSignRequest request = { .field = "PIHAK_KESATU", .time = time };
  char *field = mft_pades_sign (source, MFT_KEY (token), &request, output, NULL, NULL, error);

  if (field != NULL)
    g_assert_true (mft_safe_file_commit (output, FALSE, NULL));
  return field;
}

static void
test_asked_again (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (Token) token = g_object_new (TYPE_TOKEN, NULL);
  g_autoptr (GError) error = NULL;

  token->answer = 40000;
  g_autofree char *field = sign (token, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (token->signatures, ==, 2);

  g_autoptr (MftByteSource) source = mft_byte_source_new_file (path, NULL);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, 1, NULL);
  const MftPdfSignatureField *signed_field = g_ptr_array_index (fields, 0);
  gsize size;
  mft_pdf_object_get_string (mft_pdf_dict_get (signed_field->value, "Contents"), &size);
  g_assert_cmpstr (signed_field->name, ==, field);
  g_assert_cmpuint (size, >, 40000);
}

static void
test_never_fits (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (Token) token = g_object_new (TYPE_TOKEN, NULL);
  g_autoptr (GError) error = NULL;

  token->answer = token->growth = 40000;
  g_assert_null (sign (token, path, &error));
  g_assert_error (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_UNSUPPORTED);
  g_assert_cmpuint (token->signatures, ==, 2);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/sign/room/asked-again", test_asked_again);
  g_test_add_func ("/sign/room/never-fits", test_never_fits);
  return g_test_run ();
}
