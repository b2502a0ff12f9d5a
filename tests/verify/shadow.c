/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that the attacker prepared before they were signed (shadow attacks): what an update may
 * change is named so that a page uses it too. */
#include "verify-support.h"
#include "verify/evidence.h"

#define CATALOG(more) "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R " more " >>"
#define PAGE_1(resources, contents)                                                                \
  "<< /Type /Page /Parent 2 0 R /Resources << " resources " >> /Contents " contents " >>"
#define XOBJECT "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
#define FONT "/Type /Font /Subtype /Type1 /BaseFont "
#define WIDGET "/Type /Annot /Subtype /Widget /P 4 0 R /F 4"
#define PAGES(kids) "<< /Type /Pages /Kids " kids " /Count 2 /MediaBox [0 0 595 842] "
#define BEFORE "0 0 9 9 re f"
#define AFTER "9 9 99 99 re f"

typedef struct
{
  const char *name;
  TestObject prepared[4];
  TestObject attack[4];
  const char *trailer;
} Shadow;

static const Shadow shadows[] = {
  { "a drawing as information",
    { { 3, PAGE_1 ("/XObject << /Info 41 0 R >>", "8 0 R"), NULL }, { 41, XOBJECT, BEFORE } },
    { { 41, XOBJECT, AFTER } },
    "/Info 41 0 R" },
  { "a font as information",
    { { 3, PAGE_1 ("/Font << /Info 41 0 R >>", "8 0 R"), NULL },
      { 41, "<< " FONT "/Helvetica >>", NULL } },
    { { 41, "<< " FONT "/Symbol >>", NULL } },
    "/Info 41 0 R" },
  { "a drawing as metadata",
    { { 1, CATALOG ("/Metadata 41 0 R"), NULL },
      { 3, PAGE_1 ("/XObject << /Metadata 41 0 R >>", "8 0 R"), NULL },
      { 41, XOBJECT, "<a> " BEFORE " </a>" } },
    { { 41, XOBJECT, "<a> " AFTER " </a>" } },
    "" },
  { "a font as extensions",
    { { 1, CATALOG ("/Extensions 41 0 R"), NULL },
      { 3, PAGE_1 ("/Font << /Extensions 41 0 R >>", "8 0 R"), NULL },
      { 41, "<< " FONT "/Helvetica >>", NULL } },
    { { 41, "<< " FONT "/Helvetica /Encoding << /Differences [49 /nine] >> >>", NULL } },
    "" },
  { "a drawing as validation data",
    { { 1, CATALOG ("/DSS << /Certs 41 0 R >>"), NULL },
      { 3, PAGE_1 ("/XObject << /Certs 41 0 R >>", "8 0 R"), NULL },
      { 41, XOBJECT, BEFORE } },
    { { 41, "[]", NULL } },
    "" },
  { "a drawing as a signature's validation data",
    { { 1, CATALOG ("/DSS << /VRI << /0123456789ABCDEF0123456789ABCDEF01234567 41 0 R >> >>"),
        NULL },
      { 3, PAGE_1 ("/XObject << /X 41 0 R >>", "8 0 R"), NULL },
      { 41, XOBJECT, BEFORE } },
    { { 41, "<< " XOBJECT " >>", NULL } },
    "" },
  { "content as a cross-reference stream",
    { { 3, PAGE_1 ("", "[8 0 R 41 0 R]"), NULL }, { 41, "/Type /XRef", BEFORE } },
    { { 41, "/Type /XRef", AFTER } },
    "" },
  { "pages as fields",
    { { 2, PAGES ("41 0 R") ">>", NULL },
      { 41, "[3 0 R 4 0 R]", NULL },
      { 5, "<< /Fields [6 0 R 7 0 R 42 0 R] /SigFlags 1 >>", NULL },
      { 42, "<< /FT /Sig /T (H) /Kids 41 0 R >>", NULL } },
    { { 41, "[3 0 R 4 0 R 43 0 R]", NULL }, { 43, "<< /FT /Sig /T (x) /Parent 42 0 R >>", NULL } },
    "" },
  { "the page tree as a field",
    { { 2, PAGES ("[3 0 R 4 0 R]") "/FT /Sig /T (H) >>", NULL },
      { 5, "<< /Fields [6 0 R 7 0 R 2 0 R] /SigFlags 1 >>", NULL } },
    { { 2, PAGES ("[3 0 R 4 0 R 43 0 R]") "/FT /Sig /T (H) >>", NULL },
      { 43, "<< /FT /Sig /T (x) /Parent 2 0 R >>", NULL } },
    "" },
  { "the signed field's own widget",
    { { 6, "<< /FT /Sig /T (PIHAK_KESATU) /Kids [41 0 R] >>", NULL },
      { 41, "<< " WIDGET " /Parent 6 0 R /Rect [100 100 250 153] >>", NULL },
      { 4, "<< /Type /Page /Parent 2 0 R /Annots [41 0 R 7 0 R] >>", NULL } },
    { { 41, "<< " WIDGET " /Parent 6 0 R /Rect [100 100 250 153] /AP << /N 44 0 R >> >>", NULL },
      { 44, "/Subtype /Form /BBox [0 0 9 9]", AFTER } },
    "" },
};

static void
test_shadows (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();

  for (guint i = 0; i < G_N_ELEMENTS (shadows); i++)
    {
      const Shadow *shadow = &shadows[i];
      g_test_message ("%s", shadow->name);
      g_autoptr (GBytes) prepared
          = update_with (bytes, shadow->prepared, G_N_ELEMENTS (shadow->prepared), shadow->trailer);
      g_autoptr (GBytes) once = mft_test_sign_field (prepared, "PIHAK_KESATU");
      g_autoptr (GBytes) attacked
          = update_with (once, shadow->attack, G_N_ELEMENTS (shadow->attack), shadow->trailer);
      assert_verdict (once, MFT_VERDICT_VALID);
      assert_verdict (attacked, MFT_VERDICT_INVALID);
    }
}

/* What stays honest: the same keys, held by whom they should be. */
static void
test_honest (void)
{
  static const TestObject before[] = { { 1, CATALOG ("/DSS 42 0 R /Metadata 43 0 R"), NULL },
                                       { 41, "<< /Title (Lama) /Trapped /False >>", NULL },
                                       { 42, "<< /Certs [44 0 R] /VRI 45 0 R >>", NULL },
                                       { 43, "/Type /Metadata /Subtype /XML", "<a/>" },
                                       { 44, "", "xx" },
                                       { 45, "<< /AB 46 0 R >>", NULL },
                                       { 46, "<< /Cert [44 0 R] >>", NULL } };
  static const TestObject after[]
      = { { 41, "<< /Title (Baru) /Trapped /False >>", NULL },
          { 42, "<< /Certs [44 0 R 47 0 R] /VRI 45 0 R >>", NULL },
          { 43, "/Type /Metadata /Subtype /XML", "<b/>" },
          { 45, "<< /AB 46 0 R /0123456789ABCDEF0123456789ABCDEF01234567 << /Cert [47 0 R] >> >>",
            NULL },
          { 46, "<< /Cert [44 0 R 47 0 R] >>", NULL },
          { 47, "", "yy" } };
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) prepared = update_with (bytes, before, G_N_ELEMENTS (before), "/Info 41 0 R");
  g_autoptr (GBytes) once = mft_test_sign_field (prepared, "PIHAK_KESATU");
  g_autoptr (GBytes) updated = update_with (once, after, G_N_ELEMENTS (after), "/Info 41 0 R");
  g_autoptr (GBytes) again = mft_test_sign_field (updated, "PIHAK_KEDUA");

  assert_verdict (updated, MFT_VERDICT_VALID);
  assert_verdict (again, MFT_VERDICT_VALID);
}

/* A certificate's mark in the catalog cannot be taken away. */
static void
test_permission_removed (void)
{
  const MftSignRequest certified = { .invisible = TRUE, .certify = MFT_CERTIFY_LOCKED };
  const TestObject removed = { 1, CATALOG (""), NULL };
  g_autoptr (MftPdfFixture) plain = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (plain, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (plain, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (plain, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
  mft_pdf_fixture_table (plain, 4, "/Root 1 0 R /ID [<6162> <6364>]");
  g_autoptr (GBytes) unsigned_bytes = mft_pdf_fixture_bytes (plain);
  g_autoptr (GBytes) once = mft_test_sign (unsigned_bytes, mft_test_key (), &certified);
  g_autoptr (GBytes) attacked = update_with (once, &removed, 1, "");
  assert_verdict (once, MFT_VERDICT_VALID);
  assert_verdict (attacked, MFT_VERDICT_INVALID);
}

/* Page 1 with other content, put in an object stream of the update. */
static GBytes *
replace_packed (GBytes *bytes, gboolean hybrid)
{
  static const char body[] = "3 0 " PAGE_1 ("", "41 0 R");
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (bytes);
  g_autofree char *trailer = g_strdup_printf (
      "/Root 1 0 R /Prev %" G_GOFFSET_FORMAT,
      mft_pdf_file_revision (file, mft_pdf_file_last_revision (file))->xref_start);

  mft_pdf_fixture_stream (fixture, 41, "", AFTER);
  mft_pdf_fixture_stream (fixture, 42, "/Type /ObjStm /N 1 /First 4", body);
  mft_pdf_fixture_packed (fixture, 3, 42, 0);
  if (hybrid)
    {
      goffset hidden = mft_pdf_fixture_hidden_stream (fixture, 43, 50);
      g_autofree char *more = g_strdup_printf ("%s /XRefStm %" G_GOFFSET_FORMAT, trailer, hidden);
      g_array_set_size (fixture->entries, 0);
      mft_pdf_fixture_table (fixture, 50, more);
    }
  else
    mft_pdf_fixture_xref_stream (fixture, 43, 50, trailer);
  return mft_pdf_fixture_bytes (fixture);
}

static void
test_object_streams (void)
{
  g_autoptr (GBytes) table = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) stream = mft_pdf_fixture_simple_stream ();
  g_autoptr (GBytes) table_signed = mft_test_sign_field (table, "PIHAK_KESATU");
  g_autoptr (GBytes) stream_signed = mft_test_sign_field (stream, "PIHAK_KESATU");
  g_autoptr (GBytes) swapped = replace_packed (stream_signed, FALSE);
  g_autoptr (GBytes) hidden = replace_packed (table_signed, TRUE);

  assert_verdict (swapped, MFT_VERDICT_INVALID);
  assert_verdict (hidden, MFT_VERDICT_INVALID);
}

/* The signature dictionary written once more, with the old bytes' range: its own Contents does not
 * lie in the gap, whether it is copied, stands elsewhere, or is named twice. */
static void
test_dictionary_renewed (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (bytes, "PIHAK_KESATU");
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (once);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, 1, NULL);
  const MftPdfSignatureField *field = g_ptr_array_index (fields, 0);
  g_autoptr (MftVerifyReport) sound = verify (once);
  const gint64 *at = signature_of (sound, "PIHAK_KESATU")->byte_range;
  g_autofree char *range
      = g_strdup_printf ("[%d %d %d %d]", (int) at[0], (int) at[1], (int) at[2], (int) at[3]);
  g_autofree char *contents
      = g_strndup ((const char *) g_bytes_get_data (once, NULL) + at[1], (gsize) (at[2] - at[1]));

  g_autofree char *copied = g_strdup_printf ("/ByteRange %s /Contents %s", range, contents);
  g_autofree char *elsewhere = g_strdup_printf ("/ByteRange %s /Contents 45 0 R", range);
  g_autofree char *counted_elsewhere = g_strdup_printf ("/ByteRange 46 0 R /Contents %s", contents);
  g_autofree char *twice = g_strdup_printf ("/ByteRange %s %s", range, copied);
  const char *const entries[] = { copied, elsewhere, counted_elsewhere, twice };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *body = g_strdup_printf (
          "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached %s >>", entries[i]);
      const TestObject renewed[]
          = { { field->value_number, body, NULL }, { 45, contents, NULL }, { 46, range, NULL } };
      g_autoptr (GBytes) attacked = update_with (once, renewed, G_N_ELEMENTS (renewed), "");
      assert_verdict (attacked, MFT_VERDICT_INVALID);
    }
}

static guint
count_certificates (const char *list)
{
  g_autofree char *large = g_strnfill (1 << 20, ' ');
  g_autofree char *huge = g_strnfill (15 << 20, ' ');
  g_autoptr (GBytes) der = mft_certificate_der (mft_test_ca ());
  g_autofree char *catalog = g_strdup_printf (CATALOG ("/DSS << /Certs [%s] /CRLs [] >>"), list);
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  const MftVerifyOptions options = { 0 };
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  MftEvidence evidence;
  guint count;

  mft_pdf_fixture_object (fixture, 1, catalog);
  mft_pdf_fixture_stream (fixture, 41, "", large);
  mft_pdf_fixture_stream (fixture, 42, "", huge);
  mft_pdf_fixture_blob (fixture, 43, "", der);
  mft_pdf_fixture_table (fixture, 50, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  mft_evidence_init (&evidence, file, nobody, &options, NULL, NULL);
  count = evidence.certificates->len;
  mft_evidence_clear (&evidence);
  return count;
}

/* A stream named many times is read once, and all of one kind together take 16 MiB at most. */
static void
test_validation_data_bomb (void)
{
  g_assert_cmpuint (count_certificates ("43 0 R"), ==, 1);
  g_assert_cmpuint (count_certificates ("41 0 R 41 0 R 41 0 R 41 0 R 41 0 R 41 0 R 41 0 R 41 0 R "
                                        "41 0 R 41 0 R 41 0 R 41 0 R 41 0 R 41 0 R 41 0 R 41 0 R "
                                        "41 0 R 43 0 R 43 0 R"),
                    ==, 1);
  g_assert_cmpuint (count_certificates ("41 0 R 42 0 R 43 0 R"), ==, 0);
}

/* An object stream that is also a field's appearance: filling in may renew the one, and with it all that the
 * other holds. */
static void
test_appearance_of_objects (void)
{
  static const char packed[] = "44 0 [8 0 R] ", repacked[] = "44 0 [9 0 R] ";
  static const char text[]
      = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (NAMA) /V (%s) /Rect [0 0 9 9] /F 4 "
        "/AP << /N 41 0 R >> >>";
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autofree char *empty = g_strdup_printf (text, "lama");
  g_autofree char *filled = g_strdup_printf (text, "baru");

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> "
                          "/Contents 44 0 R /Annots [5 0 R] >>");
  mft_pdf_fixture_object (fixture, 4, "<< /Fields [5 0 R] >>");
  mft_pdf_fixture_object (fixture, 5, empty);
  mft_pdf_fixture_stream (fixture, 8, "", BEFORE);
  mft_pdf_fixture_stream (fixture, 9, "", AFTER);
  mft_pdf_fixture_stream (fixture, 41, "/Type /ObjStm /Subtype /Form /BBox [0 0 9 9] /N 1 /First 5",
                          packed);
  mft_pdf_fixture_packed (fixture, 44, 41, 0);
  mft_pdf_fixture_xref_stream (fixture, 45, 46, "/Root 1 0 R /ID [<6162> <6364>]");
  g_autoptr (GBytes) plain = mft_pdf_fixture_bytes (fixture);
  const MftSignRequest request = { .invisible = TRUE };
  g_autoptr (GBytes) once = mft_test_sign (plain, mft_test_key (), &request);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (once);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (MftPdfFixture) update = mft_pdf_fixture_new_after (once);
  g_autofree char *trailer
      = g_strdup_printf ("/Root 1 0 R /ID [<6162> <6364>] /Prev %" G_GOFFSET_FORMAT,
                         mft_pdf_file_revision (file, 1)->xref_start);

  mft_pdf_fixture_object (update, 5, filled);
  mft_pdf_fixture_stream (update, 41, "/Type /ObjStm /Subtype /Form /BBox [0 0 9 9] /N 1 /First 5",
                          repacked);
  mft_pdf_fixture_xref_stream (update, 60, 61, trailer);
  g_autoptr (GBytes) attacked = mft_pdf_fixture_bytes (update);
  assert_verdict (once, MFT_VERDICT_VALID);
  assert_verdict (attacked, MFT_VERDICT_INVALID);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/verify/shadow/cases", test_shadows);
  g_test_add_func ("/verify/shadow/honest", test_honest);
  g_test_add_func ("/verify/shadow/permission-removed", test_permission_removed);
  g_test_add_func ("/verify/shadow/object-streams", test_object_streams);
  g_test_add_func ("/verify/shadow/dictionary-renewed", test_dictionary_renewed);
  g_test_add_func ("/verify/shadow/validation-data-bomb", test_validation_data_bomb);
  g_test_add_func ("/verify/shadow/appearance-of-objects", test_appearance_of_objects);
  return g_test_run ();
}
