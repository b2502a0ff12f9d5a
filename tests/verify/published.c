/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published attacks on PDF signatures, each built on a file of our own, and what looks like them and is
 * harmless. Sources:
 *   [1] Mladenov, Mainka, Meyer zu Selhausen, Grothe, Schwenk: 1 Trillion Dollar Refund – How To Spoof PDF
 *       Signatures, ACM CCS 2019 (USF, ISA, SWA)
 *   [2] Mainka, Mladenov, Rohlmann: Shadow Attacks – Hiding and Replacing Content in Signed PDFs, NDSS 2021
 *   [3] Rohlmann, Mladenov, Mainka, Schwenk: Breaking the Specification – PDF Certification, IEEE S&P 2021
 *       (EAA, SSA)
 *   [4] Markwood, Liu, Lu, Shen: PDF Mirage – Content Masking Attack, USENIX Security 2017
 *   [5] ISO 32000-2, 7.5.6, 7.5.8.4, 12.8 (updates, hybrid files, signatures) read as an attacker would */
#include "encrypted-pdf.h"
#include "verify-support.h"

#include "sign/request.h"

#define PAGE_1(more) "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 8 0 R " more " >>"
#define PAGE_2(more)                                                                               \
  "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [6 0 R 7 0 R " more "] >>"
#define CATALOG(more) "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R " more " >>"
#define FORM(more) "<< /Fields [6 0 R 7 0 R] /SigFlags 3 " more " >>"
#define EVIL "9 9 500 700 re f"

/* Signature dictionaries: how each is made unreadable or bent (USF). */
static const struct
{
  const char *name, *source;
  const char *what, *with; /* `with` is not longer; spaces fill it up */
} forgeries[] = {
  { "no-contents", "[1] USF 1", "/Contents <", "/Kontents <" },
  { "contents-null", "[1] USF 2", "/Contents <", "/Contents null %<" },
  { "contents-empty", "[1] USF 2", "/Contents <", "/Contents () %<" },
  { "no-byte-range", "[1] USF 3", "/ByteRange", "/ByteRang3" },
  { "byte-range-null", "[1] USF 4", "/ByteRange [", "/ByteRange null %[" },
  { "byte-range-empty", "[1] USF 4", "/ByteRange [", "/ByteRange [] %[" },
  { "other-subfilter", "[1] USF, [5] 12.8.3", "/ETSI.CAdES.detached", "/adbe.x509.rsa_sha1 " },
  { "no-type", "[5] 12.8.1", "/SubFilter", "/SubFilte2" },
};

/* Updates after signing: what shows something else without touching a signed byte. */
static const struct
{
  const char *name, *source;
  TestObject objects[4];
  const char *trailer;
} updates[] = {
  { "page-contents", "[1] ISA 1", { { 8, "", EVIL } }, "" },
  { "page-swapped",
    "[1] ISA 1",
    { { 3, "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 41 0 R >>", NULL },
      { 41, "", EVIL } },
    "" },
  { "page-tree",
    "[1] ISA 1",
    { { 2, "<< /Type /Pages /Kids [40 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>", NULL },
      { 40, "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 41 0 R >>", NULL },
      { 41, "", EVIL } },
    "" },
  { "page-added",
    "[1] ISA 1",
    { { 2, "<< /Type /Pages /Kids [3 0 R 4 0 R 40 0 R] /Count 3 /MediaBox [0 0 595 842] >>", NULL },
      { 40, "<< /Type /Page /Parent 2 0 R /Resources << >> >>", NULL } },
    "" },
  { "page-turned", "[1] ISA 1", { { 3, PAGE_1 ("/Rotate 180"), NULL } }, "" },
  { "page-cropped", "[4] masking", { { 3, PAGE_1 ("/CropBox [0 0 9 9]"), NULL } }, "" },
  { "catalog-swapped",
    "[1] ISA 2",
    { { 40, "<< /Type /Catalog /Pages 41 0 R /AcroForm 5 0 R >>", NULL },
      { 41, "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 595 842] >>", NULL } },
    "/Root 40 0 R" },
  { "signature-copied",
    "[1] ISA 4",
    { { 8, "", EVIL }, { 40, "<< /Type /Sig /Filter /Adobe.PPKLite /Contents <00> >>", NULL } },
    "" },
  { "shadow-hide-form", "[2] Hide", { { 5, FORM ("/XFA (tersembunyi)"), NULL } }, "" },
  { "shadow-replace-font",
    "[2] Replace via Font",
    { { 3,
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 40 0 R >> >> /Contents 8 0 R >>",
        NULL },
      { 40, "<< /Type /Font /Subtype /Type3 >>", NULL } },
    "" },
  { "shadow-replace-overlay",
    "[2] Replace via Overlay",
    { { 4, PAGE_2 ("40 0 R"), NULL },
      { 40,
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (TUTUP) /V (3%) /Rect [0 0 500 700] /F 4 >>",
        NULL } },
    "" },
  { "shadow-hide-and-replace",
    "[2] Hide-and-Replace",
    { { 8, "", EVIL }, { 1, CATALOG (""), NULL } },
    "" },
  { "layers",
    "[2] Hide",
    { { 1, CATALOG ("/OCProperties << /OCGs [] /D << /BaseState /OFF >> >>"), NULL } },
    "" },
  { "free-text",
    "[3] EAA",
    { { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, "<< /Type /Annot /Subtype /FreeText /Contents (3%) /Rect [0 0 500 700] /F 4 >>",
        NULL } },
    "" },
  { "redaction",
    "[3] EAA",
    { { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, "<< /Type /Annot /Subtype /Redact /Rect [0 0 500 700] /F 4 >>", NULL } },
    "" },
  { "stamp",
    "[3] EAA",
    { { 4, PAGE_2 ("40 0 R"), NULL },
      { 40, "<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 700] /F 4 /AP << /N 41 0 R >> >>",
        NULL },
      { 41, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", EVIL } },
    "" },
  { "sneaky-signature",
    "[3] SSA",
    { { 7,
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (PIHAK_KEDUA) /F 4 /P 4 0 R /Rect [0 0 595 "
        "842] "
        "/AP << /N 41 0 R >> >>",
        NULL },
      { 41, "/Type /XObject /Subtype /Form /BBox [0 0 595 842]", EVIL } },
    "" },
  { "script",
    "[5] 12.6.4.17",
    { { 1, CATALOG ("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), NULL } },
    "" },
  { "signed-widget-moved",
    "[5] 12.5.2",
    { { 6,
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (PIHAK_KESATU) /F 2 /P 4 0 R /Rect [0 0 0 0] "
        ">>",
        NULL } },
    "" },
  { "needs-appearances", "[5] 12.7.3", { { 5, FORM ("/NeedAppearances true"), NULL } }, "" },
};

static GBytes *
signed_once (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();

  return mft_test_sign_field (bytes, "PIHAK_KESATU");
}

/* The first `what` becomes `with`; every offset stays, what is written over is part of the hole. */
static GBytes *
bend (GBytes *bytes, const char *what, const char *with)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *copy = g_memdup2 (data, size);
  char *at = memmem (copy, size, what, strlen (what));

  g_assert_nonnull (at);
  memcpy (at, with, strlen (with));
  return g_bytes_new_take (copy, size);
}

static void
test_forgery (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (GBytes) attacked = bend (bytes, forgeries[i].what, forgeries[i].with);
  g_autoptr (MftVerifyReport) report = verify (attacked);

  g_test_message ("%s", forgeries[i].source);
  g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
  /* Nor does the file pass for one that nobody signed. */
  g_assert_cmpint (report->verdict, !=, MFT_VERDICT_UNSIGNED);
}

static void
test_update (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (GBytes) attacked = update_with (bytes, updates[i].objects, 4, updates[i].trailer);

  g_test_message ("%s", updates[i].source);
  assert_verdict (bytes, MFT_VERDICT_VALID);
  assert_verdict (attacked, MFT_VERDICT_INVALID);
}

/* [1] ISA 3: an update without cross-references; readers that repair show it. */
static void
test_update_without_table (void)
{
  static const char *const tails[]
      = { "8 0 obj\n<< /Length 16 >>\nstream\n" EVIL "\nendstream\nendobj\n",
          "8 0 obj\n<< /Length 16 >>\nstream\n" EVIL
          "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n",
          "trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n",
          "xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 9 >>\n%%EOF\n" };
  g_autoptr (GBytes) bytes = signed_once ();

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr (GByteArray) longer = g_byte_array_new ();
      g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_byte_array_append (longer, (const guint8 *) tails[i], strlen (tails[i]));
      g_autoptr (GBytes) attacked = g_bytes_new_static (longer->data, longer->len);
      g_autoptr (MftVerifyReport) report = verify (attacked);
      g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
    }
}

/* [1] SWA: the second half of the signed bytes moves back, and what lies between is another document. The byte
 * range stays as signed, or is written anew for the new place. */
static GBytes *
wrap (GBytes *bytes, gboolean renew)
{
  g_autoptr (MftVerifyReport) sound = verify (bytes);
  const gint64 *range = signature_of (sound, "PIHAK_KESATU")->byte_range;
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize middle = (gsize) range[2], size = g_bytes_get_size (bytes);
  g_autoptr (GString) wrapped = g_string_new_len (data, (gssize) middle);

  g_string_append (wrapped, "8 0 obj\n<< /Length 16 >>\nstream\n" EVIL "\nendstream\nendobj\n");
  g_string_append_len (wrapped, data + middle, (gssize) (size - middle));
  if (renew)
    {
      g_autofree char *old = g_strdup_printf ("%" G_GINT64_FORMAT, range[2]);
      g_autofree char *new = g_strdup_printf ("%" G_GSIZE_FORMAT, wrapped->len - (size - middle));
      char *at = memmem (wrapped->str, wrapped->len, "/ByteRange", 10);
      char *number = strstr (at, old);
      g_assert_nonnull (number);
      g_assert_cmpuint (strlen (new), ==, strlen (old));
      memcpy (number, new, strlen (new));
    }
  return g_bytes_new (wrapped->str, wrapped->len);
}

static void
test_wrapping (void)
{
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (GBytes) as_signed = wrap (bytes, FALSE);
  g_autoptr (GBytes) renewed = wrap (bytes, TRUE);
  g_autoptr (MftVerifyReport) first = verify (as_signed);
  g_autoptr (MftVerifyReport) second = verify (renewed);

  g_assert_cmpint (first->verdict, !=, MFT_VERDICT_VALID);
  g_assert_cmpint (second->verdict, !=, MFT_VERDICT_VALID);
}

/* [3] EAA on a file whose certification permits filling in: annotations are still none of it. */
static void
test_certified (void)
{
  const MftSignRequest request = { .field = "PIHAK_KESATU", .certify = MFT_CERTIFY_FILL };
  const TestObject note[]
      = { { 4, PAGE_2 ("40 0 R"), NULL },
          { 40, "<< /Type /Annot /Subtype /FreeText /Contents (3%) /Rect [0 0 500 700] /F 4 >>",
            NULL } };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) certified = mft_test_sign (plain, mft_test_key (), &request);
  g_autoptr (GBytes) attacked = update_with (certified, note, 2, "");

  assert_verdict (certified, MFT_VERDICT_VALID);
  assert_verdict (attacked, MFT_VERDICT_INVALID);
}

/* Only the first signature certifies, and a second one loosens nothing (ISO 32000-2, 12.8.2.2.1). */
static void
test_certified_again (void)
{
  static const char *const certification
      = "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
        "/TransformParams /P 3 /V /1.2 >> >>]";
  static const MftCertify first[] = { MFT_CERTIFY_NONE, MFT_CERTIFY_FILL };
  const TestObject note[]
      = { { 4, PAGE_2 ("40 0 R"), NULL },
          { 40, "<< /Type /Annot /Subtype /FreeText /Contents (3%) /Rect [0 0 500 700] /F 4 >>",
            NULL } };
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      const MftSignRequest request = { .field = "PIHAK_KESATU", .certify = first[i] };
      g_autoptr (GBytes) once = mft_test_sign (plain, mft_test_key (), &request);
      g_autoptr (GBytes) again = mft_test_sign_by_hand (once, mft_test_key (), certification);
      g_autoptr (GBytes) honest = mft_test_sign_by_hand (once, mft_test_key (), "");
      g_autoptr (GBytes) attacked = update_with (again, note, 2, "");
      g_autoptr (MftVerifyReport) report = verify (again);
      assert_verdict (honest, MFT_VERDICT_VALID);
      g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INDETERMINATE);
      g_assert_true (mft_verify_has_message (report->messages, "CERTIFIED_LATE"));
      assert_verdict (attacked, MFT_VERDICT_INVALID);
    }
}

/* What honest programs do after signing. */
static void
test_look_alikes (void)
{
  g_autoptr (GBytes) once = signed_once ();
  g_autoptr (GBytes) twice = mft_test_sign_field (once, "PIHAK_KEDUA");
  const TestObject evidence[]
      = { { 1, CATALOG ("/DSS 40 0 R"), NULL }, { 40, "<< /Type /DSS /Certs [] >>", NULL } };
  g_autoptr (GBytes) with_evidence = update_with (twice, evidence, 2, "");
  g_autoptr (GBytes) nothing_new = update_with (twice, evidence, 0, "");

  assert_verdict (once, MFT_VERDICT_VALID);
  assert_verdict (twice, MFT_VERDICT_VALID);
  assert_verdict (with_evidence, MFT_VERDICT_VALID);
  assert_verdict (nothing_new, MFT_VERDICT_VALID);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/published/", forgeries[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_forgery);
    }
  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/published/", updates[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_update);
    }
  g_test_add_func ("/verify/published/update-without-table", test_update_without_table);
  g_test_add_func ("/verify/published/wrapping", test_wrapping);
  g_test_add_func ("/verify/published/certified", test_certified);
  g_test_add_func ("/verify/published/certified-again", test_certified_again);
  g_test_add_func ("/verify/published/look-alikes", test_look_alikes);
  return g_test_run ();
}
