/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are large in every way a PDF can be: signatures, objects, revisions. Arguments: how many signatures
 * the last one has, a folder to keep them in. */
#include "pdf-fixture.h"
#include "signed-pdf.h"
#include "support.h"

#include "base/clock.h"
#include "base/safe-file.h"
#include "verify/verify.h"

#include "worked.h"

#define SIZE_MOST (200u << 20)

static GBytes *
sign_invisibly (GBytes *bytes)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftSafeFile) output = mft_safe_file_new (path, NULL);
  g_autoptr (GDateTime) now = mft_clock_now_utc ();
  const MftSignRequest request = { .invisible = TRUE, .time = now };

  g_free (mft_pades_sign (source, mft_test_key (), &request, output, NULL, NULL, NULL));
  mft_safe_file_commit (output, FALSE, NULL);
  return mft_file_read (path, SIZE_MOST, NULL);
}

/* A page, so many further objects, and as many signatures after each other. */
static GBytes *
make (guint objects, guint signatures)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  GBytes *bytes;

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
  for (guint i = 0; i < objects; i++)
    {
      g_autofree char *body = g_strdup_printf ("<< /Next %u 0 R /Words (nomor %u) >>", 4 + i, i);
      mft_pdf_fixture_object (fixture, 4 + i, body);
    }
  mft_pdf_fixture_table (fixture, 4 + objects, "/Root 1 0 R /ID [<6162> <6364>]");
  bytes = mft_pdf_fixture_bytes (fixture);
  for (guint i = 0; i < signatures; i++)
    {
      GBytes *more = sign_invisibly (bytes);
      g_bytes_unref (bytes);
      bytes = more;
    }
  return bytes;
}

/* Updates that say the same page again. */
static GBytes *
revise (GBytes *bytes, guint revisions)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (bytes);
  goffset before = mft_pdf_file_revision (file, mft_pdf_file_last_revision (file))->xref_start;

  for (guint i = 0; i < revisions; i++)
    {
      g_autofree char *trailer
          = g_strdup_printf ("/Root 1 0 R /ID [<6162> <6364>] /Prev %" G_GOFFSET_FORMAT, before);
      mft_pdf_fixture_object (fixture, 9000, "(lagi)");
      mft_pdf_fixture_table (fixture, 9001, trailer);
      before = fixture->xref;
    }
  return mft_pdf_fixture_bytes (fixture);
}

static void
measure (const char *what, gint64 budget, GBytes *bytes, const char *folder)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  MftVerifyOptions options = { .anchors = anchors };
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.pdf", folder, what) : NULL;
  gint64 start;

  mft_anchors_add (anchors, mft_test_ca ());
  if (path != NULL)
    g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                         NULL);
  start = worked ();
  g_autoptr (MftVerifyReport) report = mft_verify (source, &options, NULL, NULL);
  gint64 taken = worked () - start;
  g_autofree char *name = g_strdup_printf ("verify: %s", what);
  g_autofree char *more = g_strdup_printf (
      "(%s, %u signatures)", mft_verdict_name (report->verdict), report->signatures->len);
  tell (name, taken, budget, more, TRUE);
}

int
main (int argc, char **argv)
{
  const guint many
      = argc > 1 && g_ascii_isdigit (*argv[1]) ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 250;
  const char *folder = argc > 2 ? argv[2] : NULL;
  g_autofree char *name = g_strdup_printf ("%u signatures", many);

  argc = 1;
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_autoptr (GBytes) fifty = make (0, 50);
  g_autoptr (GBytes) large = make (50000, 2);
  g_autoptr (GBytes) once = make (0, 1);
  g_autoptr (GBytes) often = revise (once, 900);
  g_autoptr (GBytes) plenty = make (0, many);

  measure ("50 signatures", 1000000, fifty, folder);
  measure ("50000 objects", 500000, large, folder);
  measure ("900 revisions", 500000, often, folder);
  measure (name, 0, plenty, folder); /* grows with the square */
  return 0;
}
