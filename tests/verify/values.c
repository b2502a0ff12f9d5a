/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of a filled-in field is its value, and nothing else is painted. Sources as in looks.c. */
#include "verify-support.h"

#define FORM "/Type /XObject /Subtype /Form /BBox [0 0 200 20]"
#define WITH(fonts) FORM " /Resources << /Font << " fonts " >> >>"
#define SHOW(text) "/Tx BMC q BT /Helv 9 Tf 0 g 2 2 Td (" text ") Tj ET Q EMC"
#define FRAME "1 g 0 0 200 20 re f 0 G 1 w 0.5 0.5 199 19 re S "
#define WIDGET "/Type /Annot /Subtype /Widget /P 4 0 R /F 4 /Rect [50 300 250 320] "
#define NAME(more) "<< " WIDGET "/FT /Tx /T (NAMA) " more " >>", NULL
#define FRAMED(more) "<< " WIDGET "/FT /Tx /T (BINGKAI) " more " >>", NULL
#define SUM(more)                                                                                  \
  "<< " WIDGET "/FT /Tx /T (JUMLAH) /AA << /F << /S /JavaScript /JS (x) >> >> " more " >>", NULL
#define CITY(more)                                                                                 \
  "<< " WIDGET "/FT /Ch /Ff 131072 /T (KOTA) /Opt [[(1) (Satu)] [(2) (Dua)]] " more " >>", NULL
#define BOX(more) "<< " WIDGET "/FT /Btn /T (SETUJU) " more " >>", NULL
#define BOX_LOOKS "/AP << /N << /Ya 60 0 R /Off 61 0 R >> >>"
#define RADIO(more) "<< /FT /Btn /Ff 49152 /T (PILIH) /Kids [46 0 R 47 0 R] " more " >>", NULL
#define RADIO_KID(more) "<< " WIDGET "/Parent 45 0 R " more " >>", NULL
#define PUSH(more) "<< " WIDGET "/FT /Btn /Ff 65536 /T (TEKAN) " more " >>", NULL
#define SECRET(more) "<< " WIDGET "/FT /Tx /Ff 8192 /T (SANDI) " more " >>", NULL
#define PICTURE(more) "<< " WIDGET "/FT /Tx /T (GAMBAR) " more " >>", NULL

static const TestObject document[] = {
  { 4,
    "<< /Type /Page /Parent 2 0 R /Annots [6 0 R 7 0 R 40 0 R 41 0 R 42 0 R 43 0 R 44 0 R 46 0 R "
    "47 "
    "0 R 48 0 R 49 0 R 50 0 R] >>",
    NULL },
  { 5,
    "<< /Fields [6 0 R 7 0 R 40 0 R 41 0 R 42 0 R 43 0 R 44 0 R 45 0 R 48 0 R 49 0 R 50 0 R] "
    "/SigFlags 3 /DR << /Font << /Helv 70 0 R /Tetap 71 0 R /Lain 74 0 R >> >> >>",
    NULL },
  { 40, NAME ("/V (tiga) /AP << /N 62 0 R >>") },
  { 41, FRAMED ("/V (tiga) /AP << /N 63 0 R >>") },
  { 42, SUM ("/V (3) /AP << /N 64 0 R >>") },
  { 43, CITY ("/V (1) /AP << /N 65 0 R >>") },
  { 44, BOX ("/V /Off /AS /Off " BOX_LOOKS) },
  { 45, RADIO ("/V /A") },
  { 46, RADIO_KID ("/AS /A /AP << /N << /A 66 0 R /Off 61 0 R >> >>") },
  { 47, RADIO_KID ("/AS /Off /AP << /N << /B 66 0 R /Off 61 0 R >> >>") },
  { 48, PUSH ("/AP << /N 67 0 R >>") },
  { 49, SECRET ("") },
  { 50, PICTURE ("/V (tiga) /AP << /N 68 0 R >>") },
  { 60, FORM, "BT /ZaDb 9 Tf (4) Tj ET" },
  { 61, FORM, "" },
  { 62, FORM, SHOW ("tiga") },
  { 63, FORM, FRAME SHOW ("tiga") },
  { 64, FORM, SHOW ("Rp3,00") },
  { 65, FORM, SHOW ("Satu") },
  { 66, FORM, "BT /ZaDb 9 Tf (l) Tj ET" },
  { 67, FORM, SHOW ("Tekan") },
  { 68, FORM, "/Gambar Do " SHOW ("tiga") },
  { 70, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", NULL },
  { 71, "<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Satu /FontDescriptor 72 0 R >>",
    NULL },
  { 72, "<< /Type /FontDescriptor /FontName /AAAAAA+Satu /FontFile2 73 0 R >>", NULL },
  { 73, "", "true" },
  { 74,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [97 /b /three "
    "/quoteleft] >> >>",
    NULL },
};

#define EMPAT NAME ("/V (empat) /AP << /N 90 0 R >>")
#define FRAMED_EMPAT FRAMED ("/V (empat) /AP << /N 90 0 R >>")

static const struct
{
  const char *name;
  TestObject objects[4];
  MftVerdict expected;
  const char *told; /* a change; NULL: only what every filling-in is */
} cases[] = {
  { "says-it", { { 40, EMPAT }, { 90, FORM, SHOW ("empat") } }, MFT_VERDICT_VALID, NULL },
  { "says-it-in-pieces",
    { { 40, EMPAT }, { 90, FORM, "BT /Helv 9 Tf [(em) 20 (p)] TJ 1 0 Td <6174> Tj ET" } },
    MFT_VERDICT_VALID,
    NULL },
  { "says-it-in-lines",
    { { 40, NAME ("/V (dua  kata\\rlagi) /AP << /N 90 0 R >>") },
      { 90, FORM, "BT /Helv 9 Tf (dua kata) Tj T* (lagi) ' ET" } },
    MFT_VERDICT_VALID,
    NULL },
  { "says-something-else",
    { { 40, EMPAT }, { 90, FORM, SHOW ("lima") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "says-more",
    { { 40, EMPAT }, { 90, FORM, SHOW ("empat") SHOW ("belas") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "says-nothing", { { 40, EMPAT }, { 90, FORM, "" } }, MFT_VERDICT_INVALID, "form_look" },
  { "look-taken-away",
    { { 40, NAME ("/V (empat) /AP << >>") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "look-of-no-states",
    { { 40, NAME ("/V (empat) /AP << /N << >> >>") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "unseen-letters",
    { { 40, EMPAT }, { 90, FORM, "BT /Helv 9 Tf 3 Tr (empat) Tj ET" } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "letters-by-other-names",
    { { 40, NAME ("/V (a) /AP << /N 90 0 R >>") }, { 90, FORM, "BT /Lain 9 Tf (a) Tj ET" } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "letters-that-nobody-knows",
    { { 40, NAME ("/V (c) /AP << /N 90 0 R >>") }, { 90, FORM, "BT /Lain 9 Tf (c) Tj ET" } },
    MFT_VERDICT_VALID,
    "form_look_unclear" },
  { "value-alone",
    { { 40, NAME ("/V (empat) /AP << /N 62 0 R >>") } },
    MFT_VERDICT_VALID,
    "form_look_unclear" },
  { "same-value-drawn-again",
    { { 40, NAME ("/V (tiga) /AP << /N 90 0 R >>") }, { 90, FORM, "BT /Helv 12 Tf (tiga) Tj ET" } },
    MFT_VERDICT_VALID,
    NULL },
  { "same-value-drawn-larger",
    { { 40, NAME ("/V (tiga) /AP << /N 90 0 R >>") },
      { 90, "/Subtype /Form /BBox [0 0 20 2]", SHOW ("tiga") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "same-value-says-something-else",
    { { 40, NAME ("/V (tiga) /AP << /N 90 0 R >>") }, { 90, FORM, SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "formatted",
    { { 42, SUM ("/V (4) /AP << /N 90 0 R >>") }, { 90, FORM, SHOW ("Rp4,00") } },
    MFT_VERDICT_VALID,
    "form_look_unclear" },
  { "password",
    { { 49, SECRET ("/V (empat) /AP << /N 90 0 R >>") }, { 90, FORM, SHOW ("*****") } },
    MFT_VERDICT_VALID,
    "form_look_unclear" },
  { "not-ascii",
    { { 40, NAME ("/V (\\351mpat) /AP << /N 90 0 R >>") }, { 90, FORM, SHOW ("?mpat") } },
    MFT_VERDICT_VALID,
    "form_look_unclear" },
  { "font-brought-along",
    { { 40, EMPAT },
      { 90, WITH ("/Helv 91 0 R"), SHOW ("empat") },
      { 91, "<< /Type /Font /Subtype /TrueType /BaseFont /Baru /FontDescriptor 92 0 R >>", NULL },
      { 92, "<< /Type /FontDescriptor /FontName /Baru /FontFile2 73 0 R >>", NULL } },
    MFT_VERDICT_INDETERMINATE,
    "form_look_unclear" },
  { "font-of-the-form",
    { { 40, EMPAT }, { 90, FORM, "BT /Tetap 9 Tf (empat) Tj ET" } },
    MFT_VERDICT_VALID,
    NULL },
  { "font-of-pictures",
    { { 40, NAME ("/V (n) /AP << /N 90 0 R >>") }, { 90, FORM, "BT /ZaDb 900 Tf 1 g (n) Tj ET" } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "frame-drawn-again",
    { { 41, FRAMED_EMPAT },
      { 90, FORM,
        "q 1 1 1 rg 0 0 200 20 re f Q 0 0 0 RG 0.5 0.5 199 19 re s q 2 2 196 16 re W n " SHOW (
            "empat") " Q" } },
    MFT_VERDICT_VALID,
    NULL },
  { "frame-drawn-by-mupdf",
    { { 41, FRAMED_EMPAT },
      { 90, FORM " /Matrix [1 0 0 1 0 0]",
        "/Tx BMC q 1 g 0 0 200 20 re f 1 w 1 1 198 18 re W n BT 0 g 2 5.2 Td /Helv 16 Tf (empat) "
        "Tj ET Q EMC" } },
    MFT_VERDICT_VALID,
    NULL },
  { "frame-in-another-colour",
    { { 41, FRAMED_EMPAT }, { 90, FORM, "0 g 0 0 200 20 re f 1 g " SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "another-line",
    { { 41, FRAMED_EMPAT }, { 90, FORM, FRAME "0 10 m 200 10 l S " SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "a-thicker-line",
    { { 41, FRAMED_EMPAT }, { 90, FORM, "20 w 0.5 0.5 199 19 re S " SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "a-line-into-the-frame",
    { { 41, FRAMED_EMPAT }, { 90, FORM, "20 10 99 1 re S " SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "a-larger-area",
    { { 41, FRAMED_EMPAT }, { 90, FORM, "1 g 2 0 0 2 0 0 cm 0 0 200 20 re f " SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "the-same-area-in-another-frame",
    { { 41, FRAMED_EMPAT },
      { 90, "/Subtype /Form /BBox [0 0 200 20] /Matrix [3 0 0 3 0 0]", FRAME SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "another-picture",
    { { 50, PICTURE ("/V (empat) /AP << /N 90 0 R >>") },
      { 90, FORM, "/Lain Do " SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "a-look-on-a-layer",
    { { 40, EMPAT }, { 90, FORM " /OC << /Type /OCG >>", SHOW ("empat") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "text-on-a-layer",
    { { 40, EMPAT }, { 90, FORM, "/OC /L BDC " SHOW ("empat") " EMC" } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "choice-in-words",
    { { 43, CITY ("/V (2) /AP << /N 90 0 R >>") }, { 90, FORM, SHOW ("Dua") } },
    MFT_VERDICT_VALID,
    NULL },
  { "choice-in-other-words",
    { { 43, CITY ("/V (2) /AP << /N 90 0 R >>") }, { 90, FORM, SHOW ("Tiga") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "choice-painted-over",
    { { 43, CITY ("/V (2) /AP << /N 90 0 R >>") },
      { 90, FORM, "1 g 0 0 200 20 re f " SHOW ("Dua") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "box-ticked", { { 44, BOX ("/V /Ya /AS /Ya " BOX_LOOKS) } }, MFT_VERDICT_VALID, NULL },
  { "box-drawn-again",
    { { 44, BOX ("/V /Ya /AS /Ya /AP << /N << /Ya 90 0 R /Off 61 0 R >> >>") },
      { 90, FORM, "BT /ZaDb 9 Tf (4) Tj ET" } },
    MFT_VERDICT_VALID,
    NULL },
  { "box-of-words",
    { { 44, BOX ("/V /Ya /AS /Ya /AP << /N << /Ya 90 0 R /Off 61 0 R >> >>") },
      { 90, FORM, SHOW ("30%") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "button-of-words",
    { { 48, PUSH ("/AP << /N 90 0 R >>") }, { 90, FORM, SHOW ("30%") } },
    MFT_VERDICT_INVALID,
    "form_look" },
  { "another-button",
    { { 45, RADIO ("/V /B") },
      { 46, RADIO_KID ("/AS /Off /AP << /N << /A 66 0 R /Off 61 0 R >> >>") },
      { 47, RADIO_KID ("/AS /B /AP << /N << /B 66 0 R /Off 61 0 R >> >>") } },
    MFT_VERDICT_VALID,
    NULL },
  { "another-button-unseen", { { 45, RADIO ("/V /B") } }, MFT_VERDICT_INVALID, "form_look" },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) form = update_with (plain, document, G_N_ELEMENTS (document), "");
  g_autoptr (GBytes) once = mft_test_sign_field (form, "PIHAK_KESATU");
  g_autoptr (GBytes) filled = update_with (once, cases[i].objects, 4, "");
  g_autoptr (MftVerifyReport) report = verify (filled);
  const GPtrArray *changes = signature_of (report, "PIHAK_KESATU")->changes;
  gboolean told = FALSE;

  assert_verdict (once, MFT_VERDICT_VALID);
  for (guint k = 0; k < changes->len; k++)
    {
      const MftVerifyChange *change = g_ptr_array_index (changes, k);
      g_test_message ("%s", change->kind);
      told = told || g_strcmp0 (change->kind, cases[i].told) == 0;
      g_assert_true (cases[i].told != NULL || strcmp (change->kind, "form_value") == 0);
    }
  g_assert_cmpstr (mft_verdict_name (report->verdict), ==, mft_verdict_name (cases[i].expected));
  g_assert_cmpint (told, ==, cases[i].told != NULL);
}

/* Where readers draw the fields themselves, a value alone is seen, and a look may be brought along. */
static void
test_redrawn (void)
{
  static const TestObject before[] = {
    { 4, "<< /Type /Page /Parent 2 0 R /Annots [6 0 R 7 0 R 40 0 R] >>", NULL },
    { 5, "<< /Fields [6 0 R 7 0 R 40 0 R] /SigFlags 3 /NeedAppearances true >>", NULL },
    { 40, NAME ("/V (tiga)") },
  };
  static const TestObject value = { 40, NAME ("/V (empat)") };
  static const TestObject look[]
      = { { 40, NAME ("/V (tiga) /AP << /N 62 0 R >>") }, { 62, FORM, SHOW ("tiga") } };
  static const TestObject lie[]
      = { { 40, NAME ("/V (tiga) /AP << /N 62 0 R >>") }, { 62, FORM, SHOW ("empat") } };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) form = update_with (plain, before, G_N_ELEMENTS (before), "");
  g_autoptr (GBytes) once = mft_test_sign_field (form, "PIHAK_KESATU");
  g_autoptr (GBytes) filled = update_with (once, &value, 1, "");
  g_autoptr (GBytes) drawn = update_with (once, look, 2, "");
  g_autoptr (GBytes) attacked = update_with (once, lie, 2, "");

  assert_verdict (filled, MFT_VERDICT_VALID);
  assert_verdict (drawn, MFT_VERDICT_VALID);
  assert_verdict (attacked, MFT_VERDICT_INVALID);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/values/", cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/verify/values/redrawn", test_redrawn);
  return g_test_run ();
}
