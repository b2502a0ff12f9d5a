/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "encrypted-pdf.h"
#include "verify-support.h"

#define CATALOG(more) "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R " more " >>"
#define PAGE_1(more) "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 8 0 R " more " >>"
#define FORM(fields, more) "<< /SigFlags 3 /Fields [6 0 R 7 0 R " fields "] " more " >>"
#define SCRIPT "<< /S /JavaScript /JS (x) >>"

typedef struct
{
  const char *code; /* NULL: none of them all */
  TestObject objects[3];
} Content;

/* Checklist 29: what a prepared document may hold. */
static const Content contents[] = {
  { NULL, { { 40, "(tidak dirujuk)", NULL } } },
  { NULL, { { 3, PAGE_1 ("/Annots [<< /A << /S /URI /URI (http://a.example) >> >>]"), NULL } } },
  { "SCRIPTS", { { 1, CATALOG ("/OpenAction " SCRIPT), NULL } } },
  { "SCRIPTS",
    { { 1, CATALOG ("/Names << /JavaScript << /Names [(x) " SCRIPT "] >> >>"), NULL } } },
  { "SCRIPTS", { { 3, PAGE_1 ("/AA << /O 40 0 R >>"), NULL }, { 40, SCRIPT, NULL } } },
  { "SCRIPTS", { { 3, PAGE_1 ("/Annots [<< /A << /S /GoTo /Next " SCRIPT " >> >>]"), NULL } } },
  { "ACTIONS", { { 1, CATALOG ("/OpenAction << /S /Launch /F (x.exe) >>"), NULL } } },
  { "XFA", { { 5, FORM ("", "/XFA 40 0 R"), NULL }, { 40, "", "<xdp/>" } } },
  { "NEED_APPEARANCES", { { 5, FORM ("", "/NeedAppearances true"), NULL } } },
  { "LAYERS",
    { { 1, CATALOG ("/OCProperties << /OCGs [40 0 R] /D << /OFF [40 0 R] >> >>"), NULL },
      { 40, "<< /Type /OCG /Name (x) >>", NULL } } },
  { "LAYERS", { { 1, CATALOG ("/OCProperties << /OCGs [] /D << /BaseState /OFF >> >>"), NULL } } },
  { "FONTS_OUTSIDE",
    { { 3, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 40 0 R >> >> >>", NULL },
      { 40, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", NULL } } },
  { "DATA_OUTSIDE",
    { { 3, "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /F 40 0 R >> >> >>", NULL },
      { 40, "/Type /XObject /Subtype /Image /F (lain.png)", "x" } } },
  { "ALTERNATES",
    { { 3, "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /F 40 0 R >> >> >>", NULL },
      { 40, "/Type /XObject /Subtype /Image /Alternates []", "x" } } },
};

static void
test_content (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) prepared
          = update_with (plain, contents[i].objects, G_N_ELEMENTS (contents[i].objects), "");
      g_autoptr (GBytes) once = mft_test_sign_field (prepared, "PIHAK_KESATU");
      g_autoptr (MftVerifyReport) report = verify (once);
      g_test_message ("%s", contents[i].code != NULL ? contents[i].code : "-");
      g_assert_cmpint (report->verdict, ==, MFT_VERDICT_VALID);
      g_assert_cmpuint (report->messages->len, ==, contents[i].code != NULL ? 1 : 0);
      g_assert_true (contents[i].code == NULL
                     || mft_verify_has_message (report->messages, contents[i].code));
    }
}

/* A structure that contains itself: readers disagree about it, so nothing is called valid. */
static void
test_circle (void)
{
  const TestObject objects[]
      = { { 1, CATALOG ("/StructTreeRoot 40 0 R"), NULL },
          { 40, "<< /Type /StructTreeRoot /K [41 0 R] >>", NULL },
          { 41, "<< /Type /StructElem /S /Sect /P 40 0 R /K [0 41 0 R] >>", NULL } };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) prepared = update_with (plain, objects, G_N_ELEMENTS (objects), "");
  g_autoptr (GBytes) once = mft_test_sign_field (prepared, "PIHAK_KESATU");

  assert_verdict (once, MFT_VERDICT_INDETERMINATE);
}

/* A page tree that leads back to itself ends for every reader somewhere else (ISO 32000-2, 7.7.3). */
static void
test_page_circle (void)
{
  const TestObject pages
      = { 2, "<< /Type /Pages /Kids [3 0 R 4 0 R 2 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
          NULL };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) prepared = update_with (plain, &pages, 1, "");
  g_autoptr (GBytes) once = mft_test_sign_by_hand (prepared, mft_test_key (), "");
  g_autoptr (MftVerifyReport) report = verify (once);

  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INDETERMINATE);
  g_assert_true (mft_verify_has_message (report->messages, "STRUCTURE_UNCLEAR"));
}

static void
assert_place (GBytes *once, MftPdfRect rect, gboolean covers)
{
  const MftSignRequest request = { .page = 2, .rect = rect };
  g_autoptr (GBytes) twice = mft_test_sign (once, mft_test_key (), &request);
  g_autoptr (MftVerifyReport) report = verify (twice);
  MftSignatureReport *last = g_ptr_array_index (report->signatures, 2);

  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_VALID);
  g_assert_true (mft_verify_has_message (last->messages, "PLACED_AFTER_SIGNING"));
  g_assert_cmpint (mft_verify_has_message (last->messages, "COVERS_SOMETHING"), ==, covers);
}

/* Checklist 21: a stamp may hide what others signed. */
static void
test_places (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  g_autoptr (GBytes) twice = mft_test_sign_field (once, "PIHAK_KEDUA");
  g_autoptr (MftVerifyReport) foreseen = verify (twice);
  const MftPdfRect *taken;
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (plain);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, 0, NULL);

  taken = &((MftPdfSignatureField *) g_ptr_array_index (fields, 0))->rect;
  for (guint i = 0; i < foreseen->signatures->len; i++)
    g_assert_false (mft_verify_has_message (
        ((MftSignatureReport *) g_ptr_array_index (foreseen->signatures, i))->messages,
        "PLACED_AFTER_SIGNING"));
  assert_place (once, (MftPdfRect){ 300, 700, 450, 753 }, FALSE);
  assert_place (
      once,
      (MftPdfRect){ taken->left + 5, taken->bottom + 5, taken->left + 155, taken->bottom + 58 },
      TRUE);
}

typedef struct
{
  const char *name;
  const char *field; /* as it was signed */
  const char *now;
  MftVerdict verdict;
} Filling;

#define LOOK(n) "/AP << /N " n " 0 R >>"
#define ON_OFF "/AP << /N << /Ya 44 0 R /Off 45 0 R >> >>"

/* Checklist 23: what a field shows follows its value. */
static const Filling fillings[] = {
  { "value and look", "<< /FT /Tx /T (N) /V (3 %) " LOOK ("44") " >>",
    "<< /FT /Tx /T (N) /V (30 %) " LOOK ("45") " >>", MFT_VERDICT_VALID },
  { "look only", "<< /FT /Tx /T (N) /V (3 %) " LOOK ("44") " >>",
    "<< /FT /Tx /T (N) /V (3 %) " LOOK ("45") " >>", MFT_VERDICT_INVALID },
  { "the first look", "<< /FT /Tx /T (N) /V (3 %) >>",
    "<< /FT /Tx /T (N) /V (3 %) " LOOK ("45") " >>", MFT_VERDICT_INVALID },
  { "a box ticked", "<< /FT /Btn /T (N) /V /Off /AS /Off " ON_OFF " >>",
    "<< /FT /Btn /T (N) /V /Ya /AS /Ya " ON_OFF " >>", MFT_VERDICT_VALID },
  { "a box that only looks ticked", "<< /FT /Btn /T (N) /V /Off /AS /Off " ON_OFF " >>",
    "<< /FT /Btn /T (N) /V /Off /AS /Ya " ON_OFF " >>", MFT_VERDICT_INVALID },
};

static void
test_filling (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();

  for (guint i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      const TestObject before[] = { { 5, FORM ("43 0 R", ""), NULL },
                                    { 43, fillings[i].field, NULL },
                                    { 44, "/Subtype /Form /BBox [0 0 9 9]", "(3) Tj" },
                                    { 45, "/Subtype /Form /BBox [0 0 9 9]", "(30) Tj" } };
      const TestObject after[] = { { 43, fillings[i].now, NULL } };
      g_autoptr (GBytes) prepared = update_with (plain, before, G_N_ELEMENTS (before), "");
      g_autoptr (GBytes) once = mft_test_sign_field (prepared, "PIHAK_KESATU");
      g_autoptr (GBytes) filled = update_with (once, after, G_N_ELEMENTS (after), "");
      g_test_message ("%s", fillings[i].name);
      assert_verdict (filled, fillings[i].verdict);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/verify/warnings/content", test_content);
  g_test_add_func ("/verify/warnings/circle", test_circle);
  g_test_add_func ("/verify/warnings/page-circle", test_page_circle);
  g_test_add_func ("/verify/warnings/places", test_places);
  g_test_add_func ("/verify/warnings/filling", test_filling);
  return g_test_run ();
}
