/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What programs of others do to a file that is signed, beside signing it; and what only looks the same. Numbers are
 * clauses of ISO 32000-2. */
#include "verify-support.h"

#define WIDGET "/Subtype /Widget /FT /Sig /Rect [300 100 450 153] /P 4 0 R"
#define CATALOG(more) "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R " more " >>"
#define FORM(fields, more) "<< /Fields [6 0 R 7 0 R 40 0 R " fields "] /SigFlags 3 " more " >>"
#define PAGE(annotations) "<< /Type /Page /Parent 2 0 R /Annots " annotations " >>"
#define HASH "0123456789ABCDEF0123456789ABCDEF01234567"

static const TestObject document[] = {
  { 4, PAGE ("[6 0 R 7 0 R 40 0 R]"), NULL },
  { 5, FORM ("", "/NeedAppearances true"), NULL },
  { 7, "<< " WIDGET " /T (PIHAK_KEDUA) >>", NULL },
  { 40, "<< " WIDGET " /T (SAKSI) >>", NULL },
};

static const struct
{
  const char *name, *source;
  TestObject objects[4];
  MftVerdict expected;
} cases[] = {
  { "type-added",
    "12.5.2",
    { { 7, "<< /Type /Annot " WIDGET " /T (PIHAK_KEDUA) >>", NULL } },
    MFT_VERDICT_VALID },
  { "another-type",
    "12.5.2",
    { { 7, "<< /Type /Page " WIDGET " /T (PIHAK_KEDUA) >>", NULL } },
    MFT_VERDICT_INVALID },
  { "flags-said",
    "12.7.4.1",
    { { 7, "<< " WIDGET " /T (PIHAK_KEDUA) /Ff 0 >>", NULL } },
    MFT_VERDICT_VALID },
  { "closed",
    "12.7.4.1",
    { { 7, "<< " WIDGET " /T (PIHAK_KEDUA) /Ff 7 >>", NULL } },
    MFT_VERDICT_VALID },
  { "other-flags",
    "12.7.4.1",
    { { 7, "<< " WIDGET " /T (PIHAK_KEDUA) /Ff 65536 >>", NULL } },
    MFT_VERDICT_INVALID },
  { "drawn-no-more", "12.7.3", { { 5, FORM ("", ""), NULL } }, MFT_VERDICT_VALID },
  { "group-of-signatures",
    "12.7.4.2",
    { { 4, PAGE ("[6 0 R 7 0 R 40 0 R 46 0 R]"), NULL },
      { 5, FORM ("45 0 R", "/NeedAppearances true"), NULL },
      { 45, "<< /T (KELOMPOK) /Kids [46 0 R] >>", NULL },
      { 46, "<< /Type /Annot " WIDGET " /T (A) /Parent 45 0 R >>", NULL } },
    MFT_VERDICT_INVALID },
  { "widget-beside-its-field",
    "12.7.4.1",
    { { 4, PAGE ("[6 0 R 7 0 R 40 0 R 46 0 R]"), NULL },
      { 5, FORM ("45 0 R", "/NeedAppearances true"), NULL },
      { 45, "<< /FT /Sig /T (BARU) /Kids [46 0 R] >>", NULL },
      { 46, "<< /Subtype /Widget /Rect [0 0 9 9] /P 4 0 R >>", NULL } },
    MFT_VERDICT_VALID },
  { "widget-of-another-field",
    "12.7.4.1",
    { { 4, PAGE ("[6 0 R 7 0 R 40 0 R 46 0 R]"), NULL },
      { 5, FORM ("45 0 R", "/NeedAppearances true"), NULL },
      { 45, "<< /FT /Sig /T (BARU) /Kids [46 0 R] >>", NULL },
      { 46, "<< /Subtype /Widget /Rect [0 0 9 9] /P 4 0 R /Parent 7 0 R >>", NULL } },
    MFT_VERDICT_INVALID },
  { "notes-by-reference",
    "12.5.2",
    { { 4, PAGE ("45 0 R"), NULL }, { 45, "[6 0 R 7 0 R 40 0 R]", NULL } },
    MFT_VERDICT_VALID },
  { "evidence-of-a-signature",
    "EN 319 142-1, 5.4.2.3",
    { { 1, CATALOG ("/DSS << /VRI << /" HASH " << /Cert [45 0 R] /TU (D:2026) >> >> >>"), NULL },
      { 45, "", "x" } },
    MFT_VERDICT_VALID },
  { "evidence-of-nothing",
    "EN 319 142-1, 5.4.2.3",
    { { 1, CATALOG ("/DSS << /VRI << /Foto << /Cert [45 0 R] >> >> >>"), NULL }, { 45, "", "x" } },
    MFT_VERDICT_INVALID },
  { "evidence-with-a-page",
    "EN 319 142-1, 5.4.2.3",
    { { 1, CATALOG ("/DSS << /VRI << /" HASH " << /TU 3 0 R >> >> >>"), NULL } },
    MFT_VERDICT_INVALID },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) form = update_with (plain, document, G_N_ELEMENTS (document), "");
  g_autoptr (GBytes) once = mft_test_sign_field (form, "PIHAK_KESATU");
  g_autoptr (GBytes) updated = update_with (once, cases[i].objects, 4, "");

  g_test_message ("%s", cases[i].source);
  assert_verdict (once, MFT_VERDICT_VALID);
  assert_verdict (updated, cases[i].expected);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/makers/", cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
