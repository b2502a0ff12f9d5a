/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an update may show in the places that the allow-list leaves open: filling in changes a value, and its look
 * follows; it is no way to paint over what was signed. Sources: "Shadow" is Mainka, Mladenov, Rohlmann (NDSS 2021),
 * "SSA" is Rohlmann, Mladenov, Mainka, Schwenk (IEEE S&P 2021); numbers alone are clauses of ISO 32000-2. */
#include "encrypted-pdf.h"
#include "verify-support.h"

#define FORM "/Type /XObject /Subtype /Form /BBox [0 0 500 700]"
#define TEXT "/Tx BMC q BT /Helv 9 Tf 2 2 Td (empat) Tj ET Q EMC"
#define WHITE_BOX "1 1 1 rg 0 0 500 700 re f BT /Helv 9 Tf 2 2 Td (30%) Tj ET"
#define NAME(more)                                                                                 \
  "<< /Type /Annot /Subtype /Widget /FT /Tx /T (NAMA) /Rect [50 50 550 750] /P 4 0 R " more " >>"
#define NEW(more)                                                                                  \
  "<< /Type /Annot /Subtype /Widget /FT /Tx /T (BARU) /Rect [50 50 550 750] /P 4 0 R " more " >>"
#define LIST(more)                                                                                 \
  "<< /Type /Annot /Subtype /Widget /FT /Ch /Opt [(a) (b)] /T (DAFTAR) /Rect [0 0 9 9] /P 4 0 R "  \
  "/AP << /N 47 0 R >> " more " >>"
#define BOX(more)                                                                                  \
  "<< /Type /Annot /Subtype /Widget /FT /Btn /T (SETUJU) /Rect [0 0 9 9] /P 4 0 R " more " >>"
#define BOX_LOOKS "/AP << /N << /Ya 43 0 R /Off 44 0 R >> >>"
#define PUSH(more)                                                                                 \
  "<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (TEKAN) /Rect [0 0 500 700] /P 4 0 R "   \
  "" more " >>"

static const TestObject document[] = {
  { 4, "<< /Type /Page /Parent 2 0 R /Annots [6 0 R 7 0 R 40 0 R 41 0 R 42 0 R 45 0 R 46 0 R] >>",
    NULL },
  { 5, "<< /Fields [6 0 R 7 0 R 40 0 R 41 0 R 42 0 R 45 0 R 46 0 R] /SigFlags 3 >>", NULL },
  { 40, NAME ("/V (tiga) /AP << /N 47 0 R >>"), NULL },
  { 41, NEW (""), NULL },
  { 42, BOX ("/V /Ya /AS /Ya " BOX_LOOKS), NULL },
  { 43, FORM, "BT /ZaDb 9 Tf 1 1 Td (4) Tj ET" },
  { 44, FORM, "" },
  { 45, PUSH (""), NULL },
  { 46, LIST (""), NULL },
  { 47, FORM, "/Tx BMC q BT /Helv 9 Tf 2 2 Td (tiga) Tj ET Q EMC" },
};

/* A field whose look was unreadable from the beginning. */
static const TestObject unreadable[] = { { 40, NAME ("/V (tiga) /AP << /N 44 0 R >>"), NULL },
                                         { 44, FORM " /Filter /ASCIIHexDecode", "20>" },
                                         { 0 } };

static const struct
{
  const char *name, *source;
  TestObject objects[3];
  MftVerdict expected;
} cases[] = {
  { "value-and-text",
    "12.7.5.3",
    { { 40, NAME ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, TEXT } },
    MFT_VERDICT_VALID },
  { "value-and-text-in-place",
    "12.7.5.3",
    { { 40, NAME ("/V (empat) /AP << /N 47 0 R >>"), NULL }, { 47, FORM, TEXT } },
    MFT_VERDICT_INVALID }, /* the list's look as well */
  { "first-value",
    "12.7.5.3",
    { { 41, NEW ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, TEXT } },
    MFT_VERDICT_VALID },
  { "box-cleared",
    "12.7.5.2.3",
    { { 42, BOX ("/V /Off /AS /Off " BOX_LOOKS), NULL } },
    MFT_VERDICT_VALID },
  { "choice-painted",
    "12.7.5.4",
    { { 46,
        "<< /Type /Annot /Subtype /Widget /FT /Ch /Opt [(a) (b)] /T (DAFTAR) /Rect [0 0 9 9] /P 4 "
        "0 R /V (a) /AP << /N 48 0 R >> >>",
        NULL },
      { 48, FORM, "0.6 0.7 0.9 rg 0 0 9 9 re f BT /Helv 9 Tf (a) Tj (b) Tj ET" } },
    MFT_VERDICT_VALID },
  { "shapes-over-text",
    "Shadow, Replace via Overlay",
    { { 40, NAME ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, WHITE_BOX } },
    MFT_VERDICT_INVALID },
  { "lines-through-text",
    "Shadow, Replace via Overlay",
    { { 40, NAME ("/V (empat) /AP << /N 48 0 R >>"), NULL },
      { 48, FORM, "0 350 m 500 350 l S " TEXT } },
    MFT_VERDICT_INVALID },
  { "shapes-with-first-value",
    "Shadow, Replace via Overlay",
    { { 41, NEW ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, WHITE_BOX } },
    MFT_VERDICT_INVALID },
  { "drawing-inside",
    "Shadow, Replace via Overlay",
    { { 41, NEW ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, "/X1 Do" } },
    MFT_VERDICT_INVALID },
  { "picture-inside",
    "8.9.7",
    { { 41, NEW ("/V (empat) /AP << /N 48 0 R >>"), NULL },
      { 48, FORM, "q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q" } },
    MFT_VERDICT_INVALID },
  { "shading-inside",
    "8.7.4.2",
    { { 41, NEW ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, "/S1 sh" } },
    MFT_VERDICT_INVALID },
  { "font-of-drawings",
    "9.6.4",
    { { 41, NEW ("/V (empat) /AP << /N 48 0 R >>"), NULL },
      { 48, FORM " /Resources << /Font << /Helv << /Type /Font /Subtype /Type3 >> >> >>", TEXT } },
    MFT_VERDICT_INVALID },
  { "look-that-nobody-can-read",
    "7.4",
    { { 41, NEW ("/V (empat) /AP << /N 48 0 R >>"), NULL },
      { 48, FORM " /Filter /ASCIIHexDecode", "302030203939203939207265206620>" } },
    MFT_VERDICT_INVALID },
  { "look-without-value",
    "Shadow, Replace via Overlay",
    { { 41, NEW ("/AP << /N 48 0 R >>"), NULL }, { 48, FORM, TEXT } },
    MFT_VERDICT_INVALID },
  { "look-when-pointed-at",
    "12.5.5",
    { { 40, NAME ("/V (empat) /AP << /N 48 0 R /R 49 0 R >>"), NULL },
      { 48, FORM, TEXT },
      { 49, FORM, WHITE_BOX } },
    MFT_VERDICT_INVALID },
  { "box-shown-empty",
    "12.5.5",
    { { 42, BOX ("/V /Ya /AS /Off " BOX_LOOKS), NULL } },
    MFT_VERDICT_INVALID },
  { "box-shown-on-without-value",
    "12.5.5",
    { { 42, BOX ("/AS /Ya " BOX_LOOKS), NULL } },
    MFT_VERDICT_INVALID },
  { "box-repainted",
    "Shadow, Replace via Overlay",
    { { 43, FORM, WHITE_BOX } },
    MFT_VERDICT_INVALID },
  { "box-with-another-look",
    "Shadow, Replace via Overlay",
    { { 42, BOX ("/V /Ya /AS /Ya /AP << /N << /Ya 48 0 R /Off 44 0 R >> >>"), NULL },
      { 48, FORM, WHITE_BOX } },
    MFT_VERDICT_INVALID },
  { "push-button-painted",
    "Shadow, Replace via Overlay",
    { { 45, PUSH ("/AP << /N 48 0 R >>"), NULL }, { 48, FORM, WHITE_BOX } },
    MFT_VERDICT_INVALID },
  { "comment-renamed",
    "12.5.2",
    { { 40, NAME ("/V (tiga) /NM (lain) /AP << /N 47 0 R >>"), NULL } },
    MFT_VERDICT_INVALID },
  { "pop-up",
    "12.5.6.14",
    { { 40, NAME ("/V (tiga) /Popup 48 0 R /AP << /N 47 0 R >>"), NULL },
      { 48, "<< /Type /Annot /Subtype /Popup /Parent 40 0 R /Rect [0 0 500 700] >>", NULL } },
    MFT_VERDICT_INVALID },
};

static GBytes *
signed_once (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) form = update_with (plain, document, G_N_ELEMENTS (document), "");

  return mft_test_sign_field (form, "PIHAK_KESATU");
}

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) once = signed_once ();
  g_autoptr (GBytes) updated = update_with (once, cases[i].objects, 3, "");

  g_test_message ("%s", cases[i].source);
  assert_verdict (once, MFT_VERDICT_VALID);
  assert_verdict (updated, cases[i].expected);
}

/* Poppler (pdfsig, Okular) dates the widget, names the look's state and gives the old look's number away. */
static void
test_as_poppler_writes (void)
{
  static const TestObject before[] = {
    { 7,
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (PIHAK_KEDUA) /P 4 0 R /Rect [300 100 450 "
      "153] /AP << /N 40 0 R >> >>",
      NULL },
    { 40, FORM, "" }
  };
  static const TestObject after[] = {
    { 7,
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (PIHAK_KEDUA) /P 4 0 R /Rect [300 100 450 "
      "153] /AP << /N 41 0 R >> /AS /N /M (D:20260101000000Z) >>",
      NULL },
    { 40, FORM, WHITE_BOX },
    { 41, FORM, "" }
  };
  static const TestObject kept[] = {
    { 4,
      "<< /Type /Page /Parent 2 0 R /Annots [6 0 R 7 0 R] /Resources << /XObject << /X 40 0 R "
      ">> >> >>",
      NULL }
  };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) form = update_with (plain, before, G_N_ELEMENTS (before), "");
  g_autoptr (GBytes) once = mft_test_sign_field (form, "PIHAK_KESATU");
  g_autoptr (GBytes) updated = update_with (once, after, G_N_ELEMENTS (after), "");
  g_autoptr (GBytes) shown = update_with (form, kept, G_N_ELEMENTS (kept), "");
  g_autoptr (GBytes) shown_once = mft_test_sign_field (shown, "PIHAK_KESATU");
  g_autoptr (GBytes) attacked = update_with (shown_once, after, G_N_ELEMENTS (after), "");

  assert_verdict (updated, MFT_VERDICT_VALID);
  assert_verdict (attacked, MFT_VERDICT_INVALID); /* the page drew the old look as well */
}

/* A form of signature fields alone may get fonts for new stamps, under new names. */
static void
test_form_fonts (void)
{
#define FORM_WITH(fonts) "<< /Fields [6 0 R 7 0 R] /SigFlags 3 /DR << /Font " fonts " >> >>"
  static const TestObject before[] = { { 5, FORM_WITH ("40 0 R"), NULL },
                                       { 40, "<< /Helv 41 0 R >>", NULL },
                                       { 41, "<< /Type /Font /BaseFont /Satu >>", NULL } };
  static const struct
  {
    TestObject objects[2];
    MftVerdict expected;
  } after[] = {
    { { { 40, "<< /Helv 41 0 R /Baru 42 0 R >>", NULL }, { 42, "<< /Type /Font >>", NULL } },
      MFT_VERDICT_VALID },
    { { { 5, FORM_WITH ("<< /Helv 41 0 R /Baru 42 0 R >>"), NULL },
        { 42, "<< /Type /Font >>", NULL } },
      MFT_VERDICT_VALID },
    { { { 40, "<< /Helv 42 0 R >>", NULL }, { 42, "<< /Type /Font >>", NULL } },
      MFT_VERDICT_INVALID },
    { { { 40, "<< /Baru 41 0 R >>", NULL } }, MFT_VERDICT_INVALID },
    { { { 41, "<< /Type /Font /BaseFont /Dua >>", NULL } }, MFT_VERDICT_INVALID },
  };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) form = update_with (plain, before, G_N_ELEMENTS (before), "");
  g_autoptr (GBytes) once = mft_test_sign_field (form, "PIHAK_KESATU");

  assert_verdict (once, MFT_VERDICT_VALID);
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_autoptr (GBytes) updated = update_with (once, after[i].objects, 2, "");
      assert_verdict (updated, after[i].expected);
    }
}

/* What nobody could read licenses nothing. */
static void
test_unreadable_before (void)
{
  static const TestObject painted[]
      = { { 40, NAME ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, WHITE_BOX } };
  static const TestObject written[]
      = { { 40, NAME ("/V (empat) /AP << /N 48 0 R >>"), NULL }, { 48, FORM, TEXT } };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) form = update_with (plain, document, G_N_ELEMENTS (document), "");
  g_autoptr (GBytes) odd = update_with (form, unreadable, G_N_ELEMENTS (unreadable), "");
  g_autoptr (GBytes) once = mft_test_sign_field (odd, "PIHAK_KESATU");
  g_autoptr (GBytes) attacked = update_with (once, painted, 2, "");
  g_autoptr (GBytes) honest = update_with (once, written, 2, "");

  assert_verdict (attacked, MFT_VERDICT_INVALID);
  assert_verdict (honest, MFT_VERDICT_VALID);
}

/* A widget belongs to one page; shown on others as well, one honest stamp hides them all. */
static void
test_widget_on_two_pages (void)
{
  static const TestObject stamped[] = {
    { 4, "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [6 0 R 7 0 R 40 0 R] >>", NULL },
    { 5, "<< /Fields [6 0 R 7 0 R 40 0 R] /SigFlags 3 >>", NULL },
    { 40, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (SAKSI) /Rect [0 0 9 9] /P 4 0 R >>", NULL }
  };
  static const TestObject again
      = { 3, "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 8 0 R /Annots [40 0 R] >>",
          NULL };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  g_autoptr (GBytes) placed = update_with (once, stamped, 3, "");
  g_autoptr (GBytes) twice = update_with (placed, &again, 1, "");

  assert_verdict (placed, MFT_VERDICT_VALID);
  assert_verdict (twice, MFT_VERDICT_INVALID);
}

/* SSA by somebody whose certificate is trusted: the signature holds, the page cannot be relied on. */
static void
test_large_stamp (void)
{
  static const MftPdfRect places[]
      = { { 300, 100, 450, 153 }, { 0, 0, 595, 842 }, { 0, 300, 595, 700 } };
  static const TestObject small_paper
      = { 2, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 450 216] >>", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const MftSignRequest request = { .page = 1, .rect = places[i] };
      g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
      g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
      g_autoptr (GBytes) stamped = mft_test_sign (once, mft_test_key (), &request);
      g_autoptr (MftVerifyReport) report = verify (stamped);
      g_assert_cmpint (report->verdict, ==, i == 0 ? MFT_VERDICT_VALID : MFT_VERDICT_INDETERMINATE);
      g_assert_cmpint (mft_verify_has_message (report->messages, "STAMP_HIDES_PAGE"), ==, i > 0);
    }
  const MftSignRequest request = { .page = 1, .rect = { 15, 110, 430, 200 } };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) small = update_with (plain, &small_paper, 1, "");
  g_autoptr (GBytes) once = mft_test_sign_field (small, "PIHAK_KESATU");
  g_autoptr (GBytes) stamped = mft_test_sign (once, mft_test_key (), &request);
  assert_verdict (stamped, MFT_VERDICT_VALID);
}

/* The same in small pieces. */
static void
test_many_widgets (void)
{
  static const char *const places[] = { "0 0 595 200", "0 200 595 400", "0 400 595 600" };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  TestObject objects[6] = {
    { 4,
      "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [6 0 R 7 0 R 41 0 R 42 0 R 43 0 R] >>",
      NULL },
    { 5, "<< /Fields [40 0 R 6 0 R 7 0 R] /SigFlags 3 >>", NULL },
    { 40, "<< /FT /Sig /T (SAKSI) /Kids [41 0 R 42 0 R 43 0 R] >>", NULL },
  };

  for (guint i = 0; i < 3; i++)
    objects[3 + i]
        = (TestObject){ 41 + i,
                        g_strdup_printf ("<< /Type /Annot /Subtype /Widget /Parent 40 0 R "
                                         "/Rect [%s] /P 4 0 R >>",
                                         places[i]),
                        NULL };
  g_autoptr (GBytes) placed = update_with (once, objects, 6, "");
  g_autoptr (GBytes) stamped = mft_test_sign_by_hand (placed, mft_test_key (), "");
  g_autoptr (MftVerifyReport) report = verify (stamped);
  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INDETERMINATE);
  g_assert_true (mft_verify_has_message (report->messages, "STAMP_HIDES_PAGE"));
  for (guint i = 0; i < 3; i++)
    g_free ((char *) objects[3 + i].body);
}

/* 7.5.5: readers pass over numbers beyond /Size, so an update that lowers it hides objects from some. */
static void
test_size_shrinks (void)
{
  g_autoptr (GBytes) once = signed_once ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (once);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (GString) longer
      = g_string_new_len (g_bytes_get_data (once, NULL), (gssize) g_bytes_get_size (once));
  goffset before = mft_pdf_file_revision (file, mft_pdf_file_last_revision (file))->xref_start;
  goffset at = (goffset) longer->len;

  g_string_append_printf (longer,
                          "xref\n0 0\ntrailer\n<< /Size 8 /Root 1 0 R /ID [<6162> <6364>] /Prev "
                          "%" G_GOFFSET_FORMAT " >>\nstartxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
                          before, at);
  g_autoptr (GBytes) attacked = g_bytes_new (longer->str, longer->len);
  assert_verdict (attacked, MFT_VERDICT_INDETERMINATE);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/looks/", cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/verify/looks/as-poppler-writes", test_as_poppler_writes);
  g_test_add_func ("/verify/looks/form-fonts", test_form_fonts);
  g_test_add_func ("/verify/looks/unreadable-before", test_unreadable_before);
  g_test_add_func ("/verify/looks/widget-on-two-pages", test_widget_on_two_pages);
  g_test_add_func ("/verify/looks/large-stamp", test_large_stamp);
  g_test_add_func ("/verify/looks/many-widgets", test_many_widgets);
  g_test_add_func ("/verify/looks/size-shrinks", test_size_shrinks);
  return g_test_run ();
}
