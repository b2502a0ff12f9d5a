/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "verify/verify.h"

#define HEAD                                                                                       \
  "%PDF-1.7\n"                                                                                     \
  "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [4 0 R] >> "           \
  ">>\nendobj\n"                                                                                   \
  "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"                                   \
  "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"                         \
  "4 0 obj\n<< /FT /Sig /T (A) /V 5 0 R >>\nendobj\n"                                              \
  "5 0 obj\n"

/* A sound file around any signature dictionary: its /ByteRange and /Contents are what is tried. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  goffset section;

  g_string_append_len (text, (const char *) data, (gssize) size);
  g_string_append (text, "\nendobj\n");
  section = (goffset) text->len;
  g_string_append (text, "xref\n0 6\n0000000000 65535 f \n");
  for (guint number = 1; number <= 5; number++)
    {
      g_autofree char *mark = g_strdup_printf ("\n%u 0 obj", number);
      g_string_append_printf (text, "%010u 00000 n \n", (guint) (strstr (HEAD, mark) + 1 - HEAD));
    }
  g_string_append_printf (
      text, "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
      section);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text->str, text->len);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftVerifyReport) report = mft_verify (source, NULL, NULL, NULL);
  g_assert_nonnull (report);
  /* Nobody trusts whoever signed this. */
  g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
  return 0;
}
