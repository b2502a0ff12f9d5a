/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "encrypted-pdf.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

#include "base/digest.h"
#include "pdf-fixture.h"
#include "pdf/signature-field.h"
#include "pdf/writer.h"
#include "pki/cms-build.h"

#define ALL QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full
#define CONTENTS_SIZE 8192

static void
set_cipher (qpdf_data qpdf, MftTestCipher cipher, const char *user, const char *owner)
{
  switch (cipher)
    {
    case MFT_TEST_RC4_40:
      qpdf_set_r2_encryption_parameters_insecure (qpdf, user, owner, QPDF_TRUE, QPDF_TRUE,
                                                  QPDF_TRUE, QPDF_TRUE);
      break;
    case MFT_TEST_RC4_128:
      qpdf_set_r3_encryption_parameters_insecure (qpdf, user, owner, ALL);
      break;
    case MFT_TEST_AES_128:
      qpdf_set_r4_encryption_parameters_insecure (qpdf, user, owner, ALL, QPDF_TRUE, QPDF_TRUE);
      break;
    case MFT_TEST_AES_256_OLD:
      qpdf_set_r5_encryption_parameters2 (qpdf, user, owner, ALL, QPDF_TRUE);
      break;
    case MFT_TEST_AES_256:
      qpdf_set_r6_encryption_parameters2 (qpdf, user, owner, ALL, QPDF_TRUE);
      break;
    case MFT_TEST_N_CIPHERS:
      g_assert_not_reached ();
    }
}

GBytes *
mft_test_encrypt (GBytes *pdf, MftTestCipher cipher, const char *user, const char *owner,
                  gboolean object_streams)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *bytes;

  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_read_memory (qpdf, "plain", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  qpdf_init_write_memory (qpdf);
  qpdf_set_object_stream_mode (qpdf, object_streams ? qpdf_o_generate : qpdf_o_disable);
  set_cipher (qpdf, cipher, user, owner);
  g_assert_cmpint (qpdf_write (qpdf) & QPDF_ERRORS, ==, 0);
  bytes = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return bytes;
}

static char *
write_object (const MftPdfObject *object)
{
  g_auto (MftBuffer) buffer = { 0 };

  mft_buffer_init (&buffer, 1 << 20);
  mft_pdf_object_write (object, &buffer);
  g_autoptr (GBytes) bytes = mft_buffer_steal (&buffer);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The first empty field with its strings as they stand, that is still hidden. */
static void
fill_field (MftPdfFixture *fixture, MftPdfFile *file, guint value)
{
  guint last = mft_pdf_file_last_revision (file), at = 0;
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, last, NULL);
  const MftPdfSignatureField *field = g_ptr_array_index (fields, at);

  while (field->is_signed)
    field = g_ptr_array_index (fields, ++at);
  g_autoptr (MftPdfObject) filled = mft_pdf_object_copy (field->dict);

  mft_pdf_dict_set (filled, "V", mft_pdf_object_new_reference (value, 0));
  g_autofree char *body = write_object (filled);
  mft_pdf_fixture_object (fixture, field->number, body);
}

/* Puts the byte range and the signature where they belong. */
static GBytes *
seal (GBytes *open, MftKey *key)
{
  gsize size = g_bytes_get_size (open);
  char *text = g_memdup2 (g_bytes_get_data (open, NULL), size);
  char *contents = (char *) memmem (text, size, "/Contents <0000", 15) + 10;
  char *range = memmem (text, size, "/ByteRange [  ", 14);
  gsize from = (gsize) (contents - text), to = from + CONTENTS_SIZE + 2;
  g_autofree char *numbers = g_strdup_printf ("0 %zu %zu %zu", from, to, size - to);
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  guint8 digest[MFT_SHA256_SIZE];
  MftSignatureScheme scheme;

  memcpy (range + 12, numbers, strlen (numbers));
  EVP_DigestInit_ex (context, EVP_sha256 (), NULL);
  EVP_DigestUpdate (context, text, from);
  EVP_DigestUpdate (context, text + to, size - to);
  EVP_DigestFinal_ex (context, digest, NULL);
  mft_signature_scheme_for (mft_key_get_certificate (key), (MftSignatureWish){ 0 }, &scheme, NULL);
  g_autoptr (GBytes) cms = mft_cms_build (key, NULL, scheme, digest, sizeof digest, NULL);
  g_autofree char *hex = mft_hex (g_bytes_get_data (cms, NULL), g_bytes_get_size (cms));
  memcpy (contents + 1, hex, strlen (hex));
  return g_bytes_new_take (text, size);
}

GBytes *
mft_test_sign_by_hand (GBytes *pdf, MftKey *key, const char *more)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  const MftPdfRevision *revision = mft_pdf_file_revision (file, mft_pdf_file_last_revision (file));
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (pdf);
  g_autoptr (MftPdfObject) trailer = mft_pdf_object_copy (revision->trailer);
  guint value = mft_pdf_file_highest_number (file) + 1;
  g_autofree char *zeros = g_strnfill (CONTENTS_SIZE, '0');
  g_autofree char *body
      = g_strdup_printf ("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
                         "/ByteRange [%60s] /Contents <%s> %s >>",
                         "", zeros, more);

  fill_field (fixture, file, value);
  mft_pdf_fixture_object (fixture, value, body);
  mft_pdf_dict_remove (trailer, "Size");
  mft_pdf_dict_set (trailer, "Prev", mft_pdf_object_new_integer (revision->xref_start));
  g_autofree char *dict = write_object (trailer);
  g_autofree char *entries = g_strndup (dict + 2, strlen (dict) - 4); /* without << and >> */
  mft_pdf_fixture_table (fixture, value + 1, entries);
  g_autoptr (GBytes) open = mft_pdf_fixture_bytes (fixture);
  return seal (open, key);
}
