/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify-support.h"

#define PAGE_1 "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 8 0 R >>"
#define CATALOG(more) "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R " more " >>"
#define FORM(more) "<< /Fields [6 0 R 7 0 R " more "] /SigFlags 3 >>"
#define PAGE_2(annotations)                                                                        \
  "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [6 0 R 7 0 R " annotations "] >>"
#define WIDGET "/Type /Annot /Subtype /Widget /P 4 0 R /F 4"
#define NEW_FIELD(more) "<< " WIDGET " /FT /Sig /T (BARU) /Rect [0 0 9 9] " more " >>"
#define XMP "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"

typedef struct
{
  const char *name;
  TestObject objects[4];
  const char *trailer;
  MftChanges expected;
} Case;

/* New numbers start at 40, above all that signing used. */
static const Case cases[] = {
  { "nothing", { { 0 } }, "", MFT_CHANGES_NONE },
  { "an orphan", { { 40, "(tidak dirujuk)", NULL } }, "", MFT_CHANGES_NONE },
  { "the same again", { { 3, PAGE_1, NULL } }, "", MFT_CHANGES_NONE },
  { "page content", { { 8, "", "9 9 99 99 re f" } }, "", MFT_CHANGES_FORBIDDEN },
  { "other content",
    { { 3, "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 40 0 R >>", NULL },
      { 40, "", "9 9 99 99 re f" } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a page less",
    { { 2, "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 595 842] >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "an annotation",
    { { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (lain) >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "an annotation less",
    { { 4, "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [7 0 R] >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "an action", { { 1, CATALOG ("/OpenAction [4 0 R /Fit]"), NULL } }, "", MFT_CHANGES_FORBIDDEN },
  { "another root", { { 40, CATALOG (""), NULL } }, "/Root 40 0 R", MFT_CHANGES_FORBIDDEN },
  { "layers",
    { { 1, CATALOG ("/OCProperties << /OCGs [] /D << >> >>"), NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "scripts",
    { { 1, CATALOG ("/Names << /JavaScript << /Names [(x) << /S /JavaScript /JS (x) >>] >> >>"),
        NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "actions",
    { { 1, CATALOG ("/AA << /WC << /S /URI >> >>"), NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a stamp",
    { { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, "<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 41 0 R >> >>", NULL },
      { 41, "/Subtype /Form /BBox [0 0 99 99]", "0 0 99 99 re f" } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "metadata",
    { { 1, CATALOG ("/Metadata 40 0 R"), NULL }, { 40, "/Type /Metadata /Subtype /XML", XMP } },
    "",
    MFT_CHANGES_PERMITTED },
  { "metadata with entities",
    { { 1, CATALOG ("/Metadata 40 0 R"), NULL },
      { 40, "/Type /Metadata", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>" } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "information",
    { { 40, "<< /Title (Judul) >>", NULL } },
    "/Info 40 0 R",
    MFT_CHANGES_PERMITTED },
  { "validation data",
    { { 1, CATALOG ("/DSS 40 0 R"), NULL },
      { 40, "<< /Certs [41 0 R] /VRI << >> >>", NULL },
      { 41, "", "xx" } },
    "",
    MFT_CHANGES_PERMITTED },
  { "validation data of another kind",
    { { 1, CATALOG ("/DSS 40 0 R"), NULL }, { 40, "<< /Certs (x) >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "appearances on demand",
    { { 5, "<< /Fields [6 0 R 7 0 R] /SigFlags 3 /NeedAppearances true >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "an empty signature field",
    { { 5, FORM ("40 0 R"), NULL }, { 4, PAGE_2 ("40 0 R"), NULL }, { 40, NEW_FIELD (""), NULL } },
    "",
    MFT_CHANGES_PERMITTED },
  { "an empty signature field that draws nothing",
    { { 5, FORM ("40 0 R"), NULL },
      { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, NEW_FIELD ("/AP << /N 41 0 R >>"), NULL },
      { 41, "/Subtype /Form /BBox [0 0 9 9]", " " } },
    "",
    MFT_CHANGES_PERMITTED },
  { "an empty signature field that draws",
    { { 5, FORM ("40 0 R"), NULL },
      { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, NEW_FIELD ("/AP << /N 41 0 R >>"), NULL },
      { 41, "/Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f" } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a signature field under the signed one",
    { { 5, FORM ("40 0 R"), NULL }, { 40, NEW_FIELD ("/Parent 6 0 R"), NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a stamp in an empty signature field",
    { { 7, "<< " WIDGET " /FT /Sig /T (PIHAK_KEDUA) /Rect [110 100 250 153] /AP << /N 40 0 R >> >>",
        NULL },
      { 40, "/Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f" } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a signature field that acts",
    { { 5, FORM ("40 0 R"), NULL },
      { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, NEW_FIELD ("/A << /S /URI >>"), NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a field of text",
    { { 5, FORM ("40 0 R"), NULL },
      { 40, "<< " WIDGET " /FT /Tx /T (T) /Rect [0 0 9 9] >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a name twice",
    { { 5, FORM ("40 0 R"), NULL },
      { 40, "<< " WIDGET " /FT /Sig /T (PIHAK_KEDUA) /Rect [0 0 9 9] >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "a field less",
    { { 5, "<< /Fields [6 0 R] /SigFlags 3 >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "the other field moved",
    { { 7, "<< " WIDGET " /FT /Sig /T (PIHAK_KEDUA) /Rect [0 0 595 842] >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
  { "the signed field moved",
    { { 6, "<< " WIDGET " /FT /Sig /T (PIHAK_KESATU) /V 9 0 R /Rect [0 0 595 842] >>", NULL } },
    "",
    MFT_CHANGES_FORBIDDEN },
};

static GBytes *
update (GBytes *bytes, const Case *change)
{
  return update_with (bytes, change->objects, G_N_ELEMENTS (change->objects), change->trailer);
}

static void
test_cases (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (bytes, "PIHAK_KESATU");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) changed = update (once, &cases[i]);
      g_autoptr (MftVerifyReport) report = verify (changed);
      MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (one);
      g_assert_cmpstr (mft_changes_name (one->changes_after), ==,
                       mft_changes_name (cases[i].expected));
      g_assert_cmpstr (mft_verdict_name (report->verdict), ==,
                       cases[i].expected == MFT_CHANGES_FORBIDDEN ? "invalid" : "valid");
    }
}

/* A new field that shows an old signature (recycled signature objects). */
static void
test_recycled (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (bytes, "PIHAK_KESATU");
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (once);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, 1, NULL);
  const MftPdfSignatureField *signed_field = g_ptr_array_index (fields, 0);
  g_autofree char *evil = g_strdup_printf (
      "<< " WIDGET " /FT /Sig /T (PALSU) /Rect [0 0 9 9] /V %u 0 R >>", signed_field->value_number);
  const Case change = {
    "recycled", { { 5, FORM ("40 0 R"), NULL }, { 40, evil, NULL } }, "", MFT_CHANGES_FORBIDDEN
  };
  g_autoptr (GBytes) changed = update (once, &change);
  g_autoptr (MftVerifyReport) report = verify (changed);

  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INVALID);
  g_assert_cmpint (signature_of (report, "PIHAK_KESATU")->changes_after, ==, MFT_CHANGES_FORBIDDEN);
  g_assert_true (
      mft_verify_has_message (signature_of (report, "PALSU")->messages, "SIGNATURE_RECYCLED"));
}

/* A signature that a later revision lost is still listed, though what was signed after is sound. */
static void
test_removed (void)
{
  const Case change
      = { "removed",
          { { 5, "<< /Fields [7 0 R] /SigFlags 3 >>", NULL },
            { 4, "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [7 0 R] >>", NULL } },
          "",
          MFT_CHANGES_FORBIDDEN };
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (bytes, "PIHAK_KESATU");
  g_autoptr (GBytes) removed = update (once, &change);
  g_autoptr (GBytes) again = mft_test_sign_field (removed, "PIHAK_KEDUA");
  g_autoptr (MftVerifyReport) report = verify (again);
  MftSignatureReport *lost = signature_of (report, "PIHAK_KESATU");

  g_assert_nonnull (lost);
  g_assert_true (mft_verify_has_message (lost->messages, "SIGNATURE_REMOVED"));
  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INVALID);
}

/* What the signed revision refers to without having it may not be put there later. */
static void
test_prepared_hole (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  const Case prepare = { "prepare",
                         { { 3,
                             "<< /Type /Page /Parent 2 0 R /Resources << >> "
                             "/Contents [8 0 R 45 0 R] >>",
                             NULL } },
                         "",
                         MFT_CHANGES_NONE };
  const Case fill = { "fill", { { 45, "", "9 9 99 99 re f" } }, "", MFT_CHANGES_FORBIDDEN };
  g_autoptr (GBytes) prepared = update (bytes, &prepare);
  g_autoptr (GBytes) once = mft_test_sign_field (prepared, "PIHAK_KESATU");
  g_autoptr (GBytes) filled = update (once, &fill);

  assert_verdict (once, MFT_VERDICT_VALID);
  assert_verdict (filled, MFT_VERDICT_INVALID);
}

/* A page, and a field of text with a value. */
static GBytes *
make_form (const char *field)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (fixture, 1,
                          "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
  mft_pdf_fixture_object (fixture, 4, field);
  mft_pdf_fixture_table (fixture, 5, "/Root 1 0 R /ID [<6162> <6364>]");
  return mft_pdf_fixture_bytes (fixture);
}

/* Filling in is permitted, unless the document was certified with P 1. */
static void
test_filling_in (void)
{
  const Case fill
      = { "fill", { { 4, "<< /FT /Tx /T (NAMA) /V (baru) >>", NULL } }, "", MFT_CHANGES_PERMITTED };
  const Case retype = {
    "retype", { { 4, "<< /FT /Ch /T (NAMA) /V (baru) >>", NULL } }, "", MFT_CHANGES_FORBIDDEN
  };
  const MftSignRequest open = { .invisible = TRUE };
  const MftSignRequest locked = { .invisible = TRUE, .certify = MFT_CERTIFY_LOCKED };
  g_autoptr (GBytes) form = make_form ("<< /FT /Tx /T (NAMA) /V (lama) >>");
  g_autoptr (GBytes) approved = mft_test_sign (form, mft_test_key (), &open);
  g_autoptr (GBytes) certified = mft_test_sign (form, mft_test_key (), &locked);
  g_autoptr (GBytes) filled = update (approved, &fill);
  g_autoptr (GBytes) retyped = update (approved, &retype);
  g_autoptr (GBytes) forced = update (certified, &fill);

  assert_verdict (certified, MFT_VERDICT_VALID);
  assert_verdict (filled, MFT_VERDICT_VALID);
  assert_verdict (retyped, MFT_VERDICT_INVALID);
  assert_verdict (forced, MFT_VERDICT_INVALID);
}

/* A field that a signature closes stays closed, however its name and the lock are written. */
static void
test_closed (void)
{
  static const struct
  {
    const char *name;
    const char *lock;
    MftVerdict expected;
  } ways[] = {
    { "(NAMA)", "/Action /Include /Fields [(NAMA)]", MFT_VERDICT_INVALID },
    { "8 0 R", "/Action /Include /Fields [(NAMA)]", MFT_VERDICT_INVALID },
    { "8 0 R", "/Action 9 0 R /Fields 10 0 R", MFT_VERDICT_INVALID },
    { "(NAMA)", "/Action /Include /Fields [8 0 R 3]", MFT_VERDICT_INVALID },
    { "8 0 R", "/Action /Include /Fields [(LAIN)]", MFT_VERDICT_VALID },
    { "(NAMA)", "/Action /Exclude /Fields [8 0 R]", MFT_VERDICT_VALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
      g_autofree char *text = g_strdup_printf ("<< /FT /Tx /T %s /V (lama) >>", ways[i].name);
      g_autofree char *filled = g_strdup_printf ("<< /FT /Tx /T %s /V (baru) >>", ways[i].name);
      g_autofree char *field
          = g_strdup_printf ("<< /Type /Annot /Subtype /Widget /FT /Sig /T (TTD) /F 4 /P 3 0 R "
                             "/Rect [0 0 0 0] /Lock << /Type /SigFieldLock %s >> >>",
                             ways[i].lock);
      const Case fill = { "fill", { { 4, filled, NULL } }, "", MFT_CHANGES_UNKNOWN };

      mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>");
      mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
      mft_pdf_fixture_object (fixture, 3,
                              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
                              "/Resources << >> /Annots [6 0 R] >>");
      mft_pdf_fixture_object (fixture, 4, text);
      mft_pdf_fixture_object (fixture, 5, "<< /Fields [4 0 R 6 0 R] /SigFlags 3 >>");
      mft_pdf_fixture_object (fixture, 6, field);
      mft_pdf_fixture_object (fixture, 8, "(NAMA)");
      mft_pdf_fixture_object (fixture, 9, "/Include");
      mft_pdf_fixture_object (fixture, 10, "[8 0 R]");
      mft_pdf_fixture_table (fixture, 11, "/Root 1 0 R /ID [<6162> <6364>]");
      g_autoptr (GBytes) form = mft_pdf_fixture_bytes (fixture);
      g_autoptr (GBytes) signed_form = mft_test_sign_field (form, "TTD");
      g_autoptr (GBytes) changed = update (signed_form, &fill);
      g_test_message ("%s, %s", ways[i].name, ways[i].lock);
      assert_verdict (signed_form, MFT_VERDICT_VALID);
      assert_verdict (changed, ways[i].expected);
    }
}

/* However deep the object lies, the pages that show it are named. */
static void
test_pages_named (void)
{
  static const TestObject document[]
      = { { 3, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 40 0 R >> >> >>", NULL },
          { 4,
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 40 0 R >> /XObject << /X 43 0 "
            "R >> >> /Annots [6 0 R 7 0 R] >>",
            NULL },
          { 40, "<< /Type /Font /Subtype /TrueType /FontDescriptor 41 0 R >>", NULL },
          { 41, "<< /Type /FontDescriptor /FontFile2 42 0 R >>", NULL },
          { 42, "", "huruf" },
          { 43, "/Type /XObject /Subtype /Form /Resources << /ExtGState << /G 44 0 R >> >>", "" },
          { 44, "<< /ca 1 >>", NULL } };
  static const TestObject attack[] = { { 42, "", "lain!" }, { 44, "<< /ca 0 >>", NULL } };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) prepared = update_with (plain, document, G_N_ELEMENTS (document), "");
  g_autoptr (GBytes) once = mft_test_sign_field (prepared, "PIHAK_KESATU");
  g_autoptr (GBytes) attacked = update_with (once, attack, G_N_ELEMENTS (attack), "");
  g_autoptr (MftVerifyReport) report = verify (attacked);
  const GPtrArray *changes = signature_of (report, "PIHAK_KESATU")->changes;
  guint font_pages = 0, state_pages = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (changes, i);
      g_assert_false (change->permitted);
      g_assert_cmpstr (change->kind, ==, "page");
      if (change->object == 42)
        font_pages |= 1u << change->page;
      else if (change->object == 44)
        state_pages |= 1u << change->page;
    }
  g_assert_cmphex (font_pages, ==, 1u << 1 | 1u << 2);
  g_assert_cmphex (state_pages, ==, 1u << 2);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/verify/changes/cases", test_cases);
  g_test_add_func ("/verify/changes/recycled", test_recycled);
  g_test_add_func ("/verify/changes/removed", test_removed);
  g_test_add_func ("/verify/changes/prepared-hole", test_prepared_hole);
  g_test_add_func ("/verify/changes/filling-in", test_filling_in);
  g_test_add_func ("/verify/changes/closed", test_closed);
  g_test_add_func ("/verify/changes/pages-named", test_pages_named);
  return g_test_run ();
}
