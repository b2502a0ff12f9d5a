/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"

typedef struct
{
  guint number;
  guint kind;
  goffset first;
  guint second;
} Entry;

MftPdfFixture *
mft_pdf_fixture_new (void)
{
  MftPdfFixture *fixture = g_new0 (MftPdfFixture, 1);

  fixture->text = g_string_new ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  fixture->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return fixture;
}

MftPdfFixture *
mft_pdf_fixture_new_after (GBytes *bytes)
{
  MftPdfFixture *fixture = mft_pdf_fixture_new ();

  g_string_truncate (fixture->text, 0);
  g_string_append_len (fixture->text, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes));
  return fixture;
}

static void
add_entry (MftPdfFixture *fixture, guint number, guint kind, goffset first, guint second)
{
  const Entry entry = { number, kind, first, second };

  g_array_append_val (fixture->entries, entry);
}

static goffset
here (const MftPdfFixture *fixture)
{
  return (goffset) fixture->text->len;
}

void
mft_pdf_fixture_object (MftPdfFixture *fixture, guint number, const char *body)
{
  add_entry (fixture, number, 1, here (fixture), 0);
  g_string_append_printf (fixture->text, "%u 0 obj\n%s\nendobj\n", number, body);
}

void
mft_pdf_fixture_stream (MftPdfFixture *fixture, guint number, const char *entries, const char *data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));

  mft_pdf_fixture_blob (fixture, number, entries, bytes);
}

void
mft_pdf_fixture_blob (MftPdfFixture *fixture, guint number, const char *entries, GBytes *data)
{
  add_entry (fixture, number, 1, here (fixture), 0);
  g_string_append_printf (fixture->text, "%u 0 obj\n<< %s /Length %zu >>\nstream\n", number,
                          entries, g_bytes_get_size (data));
  g_string_append_len (fixture->text, g_bytes_get_data (data, NULL),
                       (gssize) g_bytes_get_size (data));
  g_string_append (fixture->text, "\nendstream\nendobj\n");
}

void
mft_pdf_fixture_packed (MftPdfFixture *fixture, guint number, guint stream, guint index)
{
  add_entry (fixture, number, 2, stream, index);
}

void
mft_pdf_fixture_entry (MftPdfFixture *fixture, guint number, goffset offset)
{
  add_entry (fixture, number, 1, offset, 0);
}

static void
append_end (MftPdfFixture *fixture)
{
  g_string_append_printf (fixture->text, "startxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
                          fixture->xref);
  g_array_set_size (fixture->entries, 0);
}

void
mft_pdf_fixture_table (MftPdfFixture *fixture, guint size, const char *trailer)
{
  fixture->xref = here (fixture);
  g_string_append (fixture->text, "xref\n0 1\n0000000000 65535 f \n");
  for (guint i = 0; i < fixture->entries->len; i++)
    {
      const Entry *entry = &g_array_index (fixture->entries, Entry, i);
      if (entry->kind == 1)
        g_string_append_printf (fixture->text, "%u 1\n%010" G_GOFFSET_FORMAT " 00000 n \n",
                                entry->number, entry->first);
    }
  g_string_append_printf (fixture->text, "trailer\n<< /Size %u %s >>\n", size, trailer);
  append_end (fixture);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return (int) ((const Entry *) a)->number - (int) ((const Entry *) b)->number;
}

static void
append_xref_stream (MftPdfFixture *fixture, guint number, guint size, const char *trailer)
{
  add_entry (fixture, number, 1, here (fixture), 0);
  g_array_sort (fixture->entries, compare_entries);
  g_string_append_printf (fixture->text, "%u 0 obj\n<< /Type /XRef /Size %u %s /W [1 4 2] /Index [",
                          number, size, trailer);
  for (guint i = 0; i < fixture->entries->len; i++)
    g_string_append_printf (fixture->text, " %u 1",
                            g_array_index (fixture->entries, Entry, i).number);
  g_string_append_printf (fixture->text, " ] /Length %u >>\nstream\n", fixture->entries->len * 7);
  for (guint i = 0; i < fixture->entries->len; i++)
    {
      const Entry *entry = &g_array_index (fixture->entries, Entry, i);
      g_string_append_c (fixture->text, (char) entry->kind);
      for (int shift = 24; shift >= 0; shift -= 8)
        g_string_append_c (fixture->text, (char) (entry->first >> shift));
      g_string_append_c (fixture->text, (char) (entry->second >> 8));
      g_string_append_c (fixture->text, (char) entry->second);
    }
  g_string_append (fixture->text, "\nendstream\nendobj\n");
}

void
mft_pdf_fixture_xref_stream (MftPdfFixture *fixture, guint number, guint size, const char *trailer)
{
  fixture->xref = here (fixture);
  append_xref_stream (fixture, number, size, trailer);
  append_end (fixture);
}

goffset
mft_pdf_fixture_hidden_stream (MftPdfFixture *fixture, guint number, guint size)
{
  goffset at = here (fixture);

  append_xref_stream (fixture, number, size, "");
  return at;
}

GBytes *
mft_pdf_fixture_bytes (MftPdfFixture *fixture)
{
  return g_bytes_new (fixture->text->str, fixture->text->len);
}

void
mft_pdf_fixture_free (MftPdfFixture *fixture)
{
  g_string_free (fixture->text, TRUE);
  g_array_unref (fixture->entries);
  g_free (fixture);
}

#define CATALOG "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>"
#define PAGES "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>"
#define PAGE_1 "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 8 0 R >>"
#define PAGE_2 "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [6 0 R 7 0 R] >>"
#define FORM "<< /Fields [6 0 R 7 0 R] /SigFlags 1 >>"
#define FIELD(name, left)                                                                          \
  "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" name ") /F 4 /P 4 0 R /Rect [" left " 100 "     \
  "250 153] >>"

static const char *const bodies[] = {
  CATALOG, PAGES, PAGE_1, PAGE_2, FORM, FIELD ("PIHAK_KESATU", "100"), FIELD ("PIHAK_KEDUA", "110")
};

GBytes *
mft_pdf_fixture_simple_table (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    mft_pdf_fixture_object (fixture, i + 1, bodies[i]);
  mft_pdf_fixture_stream (fixture, 8, "", "0 0 10 10 re f");
  mft_pdf_fixture_table (fixture, 9, "/Root 1 0 R /ID [<6162> <6364>]");
  return mft_pdf_fixture_bytes (fixture);
}

/* All but the first and last object go into the object stream 9. */
static void
write_packed (MftPdfFixture *fixture)
{
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 1; i < G_N_ELEMENTS (bodies); i++)
    {
      g_string_append_printf (head, "%u %u ", i + 1, (guint) body->len);
      g_string_append_printf (body, "%s\n", bodies[i]);
    }
  g_autofree char *entries = g_strdup_printf ("/Type /ObjStm /N %u /First %u",
                                              (guint) G_N_ELEMENTS (bodies) - 1, (guint) head->len);
  g_string_append (head, body->str);
  mft_pdf_fixture_object (fixture, 1, bodies[0]);
  mft_pdf_fixture_stream (fixture, 8, "", "0 0 10 10 re f");
  mft_pdf_fixture_stream (fixture, 9, entries, head->str);
}

static void
list_packed (MftPdfFixture *fixture)
{
  for (guint i = 1; i < G_N_ELEMENTS (bodies); i++)
    mft_pdf_fixture_packed (fixture, i + 1, 9, i - 1);
}

GBytes *
mft_pdf_fixture_simple_stream (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  write_packed (fixture);
  list_packed (fixture);
  mft_pdf_fixture_xref_stream (fixture, 10, 11, "/Root 1 0 R");
  return mft_pdf_fixture_bytes (fixture);
}

GBytes *
mft_pdf_fixture_simple_hybrid (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  write_packed (fixture);
  g_autoptr (GArray) plain = g_array_copy (fixture->entries);
  g_array_set_size (fixture->entries, 0);
  list_packed (fixture);
  goffset hidden = mft_pdf_fixture_hidden_stream (fixture, 10, 11);
  g_array_set_size (fixture->entries, 0);
  g_array_append_vals (fixture->entries, plain->data, plain->len);
  g_autofree char *trailer = g_strdup_printf ("/Root 1 0 R /XRefStm %" G_GOFFSET_FORMAT, hidden);
  mft_pdf_fixture_table (fixture, 11, trailer);
  return mft_pdf_fixture_bytes (fixture);
}
