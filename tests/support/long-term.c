/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "long-term.h"

#include <string.h>

#include "base/digest.h"
#include "pdf-fixture.h"
#include "pdf/file.h"
#include "pki/cms-build.h"

#define CONTENTS_SIZE 8192
#define FIRST_DATA 20 /* numbers of validation data; below: the file and its signatures */

/* The hexadecimal digits of the last /Contents; where they begin and how many. */
static char *
last_contents (char *text, gsize size, gsize *length)
{
  char *found = NULL;

  for (char *at = text; (at = memmem (at, size - (gsize) (at - text), "/Contents", 9)) != NULL;)
    {
      at += strlen ("/Contents");
      at += strspn (at, " ");
      if (at[0] == '<' && at[1] != '<')
        found = at + 1;
    }
  g_assert_nonnull (found);
  *length = strspn (found, "0123456789abcdefABCDEF");
  return found;
}

static void
put_hex (char *digits, gsize room, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *hex = mft_hex (data, size);

  g_assert_cmpuint (size * 2, <=, room);
  memset (digits, '0', room);
  memcpy (digits, hex, size * 2);
}

GBytes *
mft_test_add_token (GBytes *pdf, MftKey *tsa, gint64 time, GBytes *over)
{
  gsize size = g_bytes_get_size (pdf), length;
  char *text = g_memdup2 (g_bytes_get_data (pdf, NULL), size);
  char *digits = last_contents (text, size, &length);
  g_autofree guint8 *raw = g_malloc (length / 2);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < length / 2; i++)
    raw[i] = (guint8) (g_ascii_xdigit_value (digits[2 * i]) << 4
                       | g_ascii_xdigit_value (digits[2 * i + 1]));
  g_autoptr (GBytes) cms = g_bytes_new (raw, length / 2);
  g_autoptr (GBytes) value = mft_cms_signature_value (cms, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) token = mft_test_stamp (tsa, over != NULL ? over : value, time);
  g_autoptr (GBytes) stamped = mft_cms_add_timestamp (cms, token, &error);
  g_assert_no_error (error);
  put_hex (digits, length, stamped);
  return g_bytes_new_take (text, size);
}

static GBytes *
close_update (MftPdfFixture *fixture, GBytes *before)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (before);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  goffset section = mft_pdf_file_revision (file, mft_pdf_file_last_revision (file))->xref_start;
  g_autofree char *trailer
      = g_strdup_printf ("/ID [<6162> <6364>] /Root 1 0 R /Prev %" G_GOFFSET_FORMAT, section);

  mft_pdf_fixture_table (fixture, 100, trailer);
  return mft_pdf_fixture_bytes (fixture);
}

static void
add_data (MftPdfFixture *fixture, GString *dict, const char *key, GBytes *const *data,
          guint *number)
{
  g_string_append_printf (dict, "/%s [", key);
  for (guint i = 0; data[i] != NULL; i++)
    {
      mft_pdf_fixture_blob (fixture, *number, "", data[i]);
      g_string_append_printf (dict, " %u 0 R", (*number)++);
    }
  g_string_append (dict, " ] ");
}

GBytes *
mft_test_add_dss (GBytes *pdf, const MftTestDss *dss)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (pdf);
  g_autoptr (GString) dict
      = g_string_new ("<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /DSS << ");
  guint number = FIRST_DATA;

  add_data (fixture, dict, "Certs", dss->certificates, &number);
  add_data (fixture, dict, "CRLs", dss->crls, &number);
  add_data (fixture, dict, "OCSPs", dss->ocsps, &number);
  g_string_append (dict, ">> >>");
  mft_pdf_fixture_object (fixture, 1, dict->str);
  return close_update (fixture, pdf);
}

/* The form's fields so far, and one more. */
static char *
form_with (GBytes *pdf, guint field)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  guint last = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) form = mft_pdf_file_load (file, last, 5, 0, NULL);
  const MftPdfObject *fields = mft_pdf_dict_get (form, "Fields");
  GString *text = g_string_new ("<< /SigFlags 3 /Fields [");

  for (guint i = 0; i < mft_pdf_array_size (fields); i++)
    g_string_append_printf (text, " %u 0 R",
                            mft_pdf_object_get_reference (mft_pdf_array_item (fields, i), NULL));
  g_string_append_printf (text, " %u 0 R ] >>", field);
  return g_string_free (text, FALSE);
}

GBytes *
mft_test_stamp_file (GBytes *pdf, MftKey *tsa, gint64 time, guint field)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (pdf);
  g_autofree char *form = form_with (pdf, field);
  g_autofree char *zeros = g_strnfill (CONTENTS_SIZE, '0');
  g_autofree char *widget
      = g_strdup_printf ("<< /FT /Sig /T (WAKTU%u) /V %u 0 R >>", field, field + 1);
  g_autofree char *value
      = g_strdup_printf ("<< /Type /DocTimeStamp /Filter /Adobe.PPKLite "
                         "/SubFilter /ETSI.RFC3161 /Contents <%s> /ByteRange [%60s] >>",
                         zeros, "");
  gsize size, length;

  mft_pdf_fixture_object (fixture, 5, form);
  mft_pdf_fixture_object (fixture, field, widget);
  mft_pdf_fixture_object (fixture, field + 1, value);
  g_autoptr (GBytes) open = close_update (fixture, pdf);
  char *text = g_memdup2 (g_bytes_get_data (open, &size), g_bytes_get_size (open));
  char *digits = last_contents (text, size, &length);
  gsize from = (gsize) (digits - text) - 1, to = from + length + 2;
  char *range = memmem (text + to, size - to, "/ByteRange [", 12);
  g_autofree char *numbers = g_strdup_printf ("0 %zu %zu %zu", from, to, size - to);
  memcpy (range + 12, numbers, strlen (numbers));
  g_autoptr (GByteArray) covered = g_byte_array_new ();
  g_byte_array_append (covered, (guint8 *) text, (guint) from);
  g_byte_array_append (covered, (guint8 *) text + to, (guint) (size - to));
  g_autoptr (GBytes) bytes = g_bytes_new (covered->data, covered->len);
  g_autoptr (GBytes) token = mft_test_stamp (tsa, bytes, time);
  put_hex (digits, length, token);
  return g_bytes_new_take (text, size);
}
