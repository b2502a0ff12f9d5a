/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"
#include "signed-pdf.h"
#include "support.h"

#include <string.h>

#include "verify/traces.h"
#include "verify/verify.h"

static GBytes *
signed_file (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();

  return mft_test_sign_field (plain, "PIHAK_KESATU");
}

static goffset
place_of (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *found = memmem (data, size, text, strlen (text));

  g_assert_nonnull (found);
  return found - data;
}

/* Found once, wherever the pieces meet. */
static void
test_seams (void)
{
  g_autoptr (GBytes) bytes = signed_file ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  goffset place = place_of (bytes, "/ByteRange");

  for (goffset split = place - 12; split <= place + 12; split++)
    {
      g_auto (MftTraces) traces;
      mft_traces_init (&traces);
      mft_traces_look (&traces, data, (gsize) split, 0);
      mft_traces_look (&traces, data + split, size - (gsize) split, split);
      g_assert_cmpuint (traces.places->len, ==, 1);
      g_assert_cmpint (g_array_index (traces.places, goffset, 0), ==, place);
    }
}

static void
assert_verdict (GBytes *bytes, MftVerdict verdict, gboolean unreachable)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftVerifyReport) report = mft_verify (source, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (report->verdict, ==, verdict);
  g_assert_cmpint (mft_verify_has_message (report->messages, "SIGNATURE_UNREACHABLE"), ==,
                   unreachable);
}

/* A signed file that was bent until nothing leads to its signature is no unsigned file. */
static void
test_hidden (void)
{
  static const char *const marks[] = { "/AcroForm", "/Fields", "%PDF-", "xref\n0 ", "startxref" };
  g_autoptr (GBytes) bytes = signed_file ();

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize size;
      g_autofree guint8 *copy
          = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
      guint8 *end = copy + size;
      for (guint8 *at = copy; (at = memmem (at, (gsize) (end - at), marks[i], strlen (marks[i])));)
        *++at ^= 1;
      g_autoptr (GBytes) bent = g_bytes_new_take (g_steal_pointer (&copy), size);
      assert_verdict (bent, MFT_VERDICT_INVALID, TRUE);
    }
}

/* Signed by a right, which is nobody's signature; and a range that is not of this file. */
static void
test_others (void)
{
  static const char *const catalogs[]
      = { "<< /Type /Catalog /Pages 2 0 R /Perms << /UR3 4 0 R >> >>",
          "<< /Type /Catalog /Pages 2 0 R /Another 4 0 R >>" };

  for (gsize i = 0; i < G_N_ELEMENTS (catalogs); i++)
    {
      g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
      mft_pdf_fixture_object (fixture, 1, catalogs[i]);
      mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
      mft_pdf_fixture_object (fixture, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
      mft_pdf_fixture_object (
          fixture, 4, "<< /Type /Sig /ByteRange [0 1000 2000 3000] /Contents <00000000> >>");
      mft_pdf_fixture_table (fixture, 5, "/Root 1 0 R");
      g_autoptr (GBytes) foreign = mft_pdf_fixture_bytes (fixture);
      assert_verdict (foreign, MFT_VERDICT_UNSIGNED, FALSE);

      goffset gap = place_of (foreign, "<00000000>");
      g_autofree char *range = g_strdup_printf ("[0 %04d %04d 0100]", (int) gap, (int) gap + 10);
      gsize size;
      g_autofree char *copy
          = g_memdup2 (g_bytes_get_data (foreign, &size), g_bytes_get_size (foreign));
      memcpy (copy + place_of (foreign, "[0 1000"), range, strlen (range));
      g_autoptr (GBytes) own = g_bytes_new (copy, size);
      assert_verdict (own, i == 0 ? MFT_VERDICT_UNSIGNED : MFT_VERDICT_INVALID, i != 0);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/traces/seams", test_seams);
  g_test_add_func ("/traces/hidden", test_hidden);
  g_test_add_func ("/traces/others", test_others);
  return g_test_run ();
}
