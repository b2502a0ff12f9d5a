/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects that were read are kept for other revisions, but only where those would read the same. */
#include "support.h"

#include "pdf-fixture.h"
#include "pdf-judges.h"
#include "pdf/file.h"

static goffset
stream_size (MftPdfFile *file, guint revision)
{
  g_autoptr (MftPdfObject) stream = mft_pdf_file_load (file, revision, 8, 0, NULL);

  return mft_pdf_stream_data_size (stream);
}

/* `bytes` with an update of whatever `fixture` got after it. */
static GBytes *
finish (MftPdfFixture *fixture, guint number, goffset before)
{
  g_autofree char *trailer = g_strdup_printf ("/Root 1 0 R /Prev %" G_GOFFSET_FORMAT, before);

  if (number != 0)
    mft_pdf_fixture_xref_stream (fixture, number, 50, trailer);
  else
    mft_pdf_fixture_table (fixture, 50, trailer);
  return mft_pdf_fixture_bytes (fixture);
}

/* The length of a stream may stand in an object of its own, and change. */
static void
test_length (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [] /Count 0 >>");
  mft_pdf_fixture_object (fixture, 8,
                          "<< /Length 9 0 R >>\nstream\nabc\nendstream\nxyz\nendstream");
  mft_pdf_fixture_object (fixture, 9, "3");
  mft_pdf_fixture_table (fixture, 10, "/Root 1 0 R");
  g_autoptr (GBytes) first = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFixture) more = mft_pdf_fixture_new_after (first);
  mft_pdf_fixture_object (more, 9, "17");
  g_autoptr (GBytes) bytes = finish (more, 0, fixture->xref);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);

  g_assert_cmpint (stream_size (file, 1), ==, 17);
  g_assert_cmpint (stream_size (file, 0), !=, 17);
}

/* The entry of a packed object stays while its stream is another. */
static void
test_container (void)
{
  g_autoptr (GBytes) first = mft_pdf_fixture_simple_stream ();
  g_autoptr (MftPdfFile) before = mft_test_open_pdf (first);
  g_autoptr (MftPdfFixture) more = mft_pdf_fixture_new_after (first);
  static const char body[] = "2 0 3 4 4 8 5 12 6 16 7 20 << >>\n<< >>\n<< >>\n<< >>\n(lain) (baru)";

  mft_pdf_fixture_stream (more, 9, "/Type /ObjStm /N 6 /First 27", body);
  g_autoptr (GBytes) bytes = finish (more, 40, mft_pdf_file_revision (before, 0)->xref_start);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (MftPdfObject) now = mft_pdf_file_load (file, 1, 2, 0, NULL);
      g_autoptr (MftPdfObject) then = mft_pdf_file_load (file, 0, 2, 0, NULL);
      g_assert_true (mft_pdf_object_is_name (mft_pdf_dict_get (then, "Type"), "Pages"));
      g_assert_null (mft_pdf_dict_get (now, "Type"));
    }
}

/* More objects than are kept at once: each reads as itself, however often. */
static void
test_many (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  const guint count = 20000;

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [] /Count 0 >>");
  for (guint i = 3; i < count; i++)
    {
      g_autofree char *body = g_strdup_printf ("[%u 0 R [%u]]", i, i);
      mft_pdf_fixture_object (fixture, i, body);
    }
  mft_pdf_fixture_table (fixture, count, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 3; i < count; i++)
      {
        g_autoptr (MftPdfObject) one = mft_pdf_file_load (file, 0, i, 0, NULL);
        g_assert_cmpuint (mft_pdf_object_get_reference (mft_pdf_array_item (one, 0), NULL), ==, i);
      }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pdf/kept/length", test_length);
  g_test_add_func ("/pdf/kept/container", test_container);
  g_test_add_func ("/pdf/kept/many", test_many);
  return g_test_run ();
}
