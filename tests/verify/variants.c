/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every place of a document where an update could show something else, or hide what was signed; many of them
 * prepared before signing. Sources as in published.c; numbers alone are clauses of ISO 32000-2. */
#include "verify-support.h"

#include "sign/request.h"

#define RESOURCES                                                                                  \
  "/Resources << /Font << /F1 41 0 R >> /XObject << /X1 42 0 R >> /ExtGState << /G1 44 0 R >> >>"
#define PAGE_1(more) "<< /Type /Page /Parent 2 0 R " RESOURCES " /Contents 8 0 R " more " >>"
#define PAGE_2(annotations)                                                                        \
  "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [6 0 R 7 0 R 45 0 R " annotations "] >>"
#define CATALOG(more) "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Names 46 0 R " more " >>"
#define FORM(more) "<< /Fields [6 0 R 7 0 R 45 0 R] " more " >>"
#define PAGES(kids, more) "<< /Type /Pages /Kids " kids " /MediaBox [0 0 595 842] " more " >>"
#define FONT(more) "<< /Type /Font /Subtype /TrueType /BaseFont /Satu /ToUnicode 43 0 R " more " >>"
#define IMAGE                                                                                      \
  "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
#define TEXT(more)                                                                                 \
  "<< /Type /Annot /Subtype /Widget /FT /Tx /T (NAMA) /Rect [0 0 9 9] /P 4 0 R /AP << /N 47 0 R "  \
  ">> " more " >>"
#define NOTE(kind) "<< /Type /Annot /Subtype /" kind " /Rect [0 0 500 700] /F 4 /Contents (3%) >>"
#define SIGNED_FIELD "/Type /Annot /Subtype /Widget /P 4 0 R /Rect [100 100 250 153]"
#define EVIL "9 9 500 700 re f"

static const TestObject document[] = {
  { 1, CATALOG ("/PageLabels << /Nums [0 << /S /D >>] >>"), NULL },
  { 3, PAGE_1 (""), NULL },
  { 4, PAGE_2 (""), NULL },
  { 5, FORM ("/SigFlags 3"), NULL },
  { 41, FONT (""), NULL },
  { 42, IMAGE, "x" },
  { 43, "", "1 beginbfchar <33> <0033> endbfchar" },
  { 44, "<< /Type /ExtGState /ca 1 >>", NULL },
  { 45, TEXT ("/V (tiga)"), NULL },
  { 46,
    "<< /EmbeddedFiles << /Names [(naskah.xml) 48 0 R] >> /Dests << /Names [(a) [4 0 R /Fit]] >> "
    ">>",
    NULL },
  { 47, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 1 1 re f" },
  { 48, "<< /Type /Filespec /F (naskah.xml) /EF << /F 49 0 R >> >>", NULL },
  { 49, "/Type /EmbeddedFile", "<akomaNtoso/>" },
};

static const struct
{
  const char *name, *source;
  TestObject objects[4];
  const char *trailer;
} variants[] = {
  { "pages-swapped", "7.7.3", { { 2, PAGES ("[4 0 R 3 0 R] /Count 2", ""), NULL } }, "" },
  { "page-twice", "7.7.3", { { 2, PAGES ("[3 0 R 4 0 R 3 0 R] /Count 3", ""), NULL } }, "" },
  { "page-left-out", "7.7.3", { { 2, PAGES ("[4 0 R] /Count 1", ""), NULL } }, "" },
  { "page-count", "7.7.3", { { 2, PAGES ("[3 0 R 4 0 R] /Count 1", ""), NULL } }, "" },
  { "inherited-turn",
    "7.7.3.4",
    { { 2, PAGES ("[3 0 R 4 0 R] /Count 2", "/Rotate 180"), NULL } },
    "" },
  { "inherited-box",
    "7.7.3.4",
    { { 2, PAGES ("[3 0 R 4 0 R] /Count 2", "/CropBox [0 0 9 9]"), NULL } },
    "" },
  { "page-action",
    "12.6.3",
    { { 3, PAGE_1 ("/AA << /O << /S /JavaScript /JS (x) >> >>"), NULL } },
    "" },
  { "page-unit", "14.11.2", { { 3, PAGE_1 ("/UserUnit 2"), NULL } }, "" },
  { "page-group", "11.4.7", { { 3, PAGE_1 ("/Group << /S /Transparency >>"), NULL } }, "" },
  { "page-attachment", "14.13", { { 3, PAGE_1 ("/AF [48 0 R]"), NULL } }, "" },
  { "font-program", "[2] Replace via Font", { { 41, FONT ("/FirstChar 51"), NULL } }, "" },
  { "font-encoding",
    "[2] Replace via Font",
    { { 41, FONT ("/Encoding << /Differences [51 /three] >>"), NULL } },
    "" },
  { "font-words", "[4] masking", { { 43, "", "1 beginbfchar <33> <0037> endbfchar" } }, "" },
  { "image", "[2] Replace", { { 42, IMAGE, "y" } }, "" },
  { "image-to-drawing",
    "[2] Replace",
    { { 42, "/Type /XObject /Subtype /Form /BBox [0 0 595 842]", EVIL } },
    "" },
  { "transparency", "[2] Hide", { { 44, "<< /Type /ExtGState /ca 0 >>", NULL } }, "" },
  { "destination",
    "12.3.2.4",
    { { 46,
        "<< /EmbeddedFiles << /Names [(naskah.xml) 48 0 R] >> /Dests << /Names [(a) [3 0 R /Fit]] "
        ">> >>",
        NULL } },
    "" },
  { "source-replaced", "14.13", { { 49, "/Type /EmbeddedFile", "<akomaNtos0/>" } }, "" },
  { "source-pointed-elsewhere",
    "14.13",
    { { 48, "<< /Type /Filespec /F (naskah.xml) /EF << /F 90 0 R >> >>", NULL },
      { 90, "/Type /EmbeddedFile", "<x/>" } },
    "" },
  { "attachment-added",
    "7.11.4",
    { { 46, "<< /EmbeddedFiles << /Names [(a.exe) 90 0 R (naskah.xml) 48 0 R] >> >>", NULL },
      { 90, "<< /Type /Filespec /F (a.exe) >>", NULL } },
    "" },
  { "names-removed",
    "7.7.4",
    { { 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>", NULL } },
    "" },
  { "labels", "12.4.2", { { 1, CATALOG ("/PageLabels << /Nums [0 << /S /r >>] >>"), NULL } }, "" },
  { "outline", "12.3.3", { { 1, CATALOG ("/Outlines << /Count 0 >>"), NULL } }, "" },
  { "open-action",
    "12.6",
    { { 1, CATALOG ("/OpenAction << /S /GoToR /F (x.pdf) >>"), NULL } },
    "" },
  { "launch", "12.6.4.6", { { 1, CATALOG ("/OpenAction << /S /Launch /F (x) >>"), NULL } }, "" },
  { "collection", "12.3.5", { { 1, CATALOG ("/Collection << /D (naskah.xml) >>"), NULL } }, "" },
  { "viewer", "12.2", { { 1, CATALOG ("/ViewerPreferences << /HideToolbar true >>"), NULL } }, "" },
  { "structure",
    "14.7",
    { { 1, CATALOG ("/StructTreeRoot << /Type /StructTreeRoot >>"), NULL } },
    "" },
  { "permissions-removed", "12.8.6", { { 1, CATALOG ("/Perms << >>"), NULL } }, "" },
  { "version-lowered", "7.2.2", { { 1, CATALOG ("/Version 1.2"), NULL } }, "" },
  { "key-in-disguise",
    "7.3.5",
    { { 1, CATALOG ("/Open#41ction << /S /JavaScript /JS (x) >>"), NULL } },
    "" },
  { "flags-taken-away", "12.7.3", { { 5, FORM (""), NULL } }, "" },
  { "flags-lowered", "12.7.3", { { 5, FORM ("/SigFlags 2"), NULL } }, "" },
  { "order-of-calculation", "12.7.3", { { 5, FORM ("/SigFlags 3 /CO [45 0 R]"), NULL } }, "" },
  { "form-resources",
    "[2] Replace",
    { { 5, FORM ("/SigFlags 3 /DR << /Font << /Helv 41 0 R >> >>"), NULL } },
    "" },
  { "xfa", "12.7.8", { { 5, FORM ("/SigFlags 3 /XFA 90 0 R"), NULL }, { 90, "", "<xdp/>" } }, "" },
  { "value-look",
    "[2] Replace via Overlay",
    { { 45, TEXT ("/V (tiga)"), NULL },
      { 47, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", EVIL } },
    "" },
  { "field-action",
    "12.6.3",
    { { 45, TEXT ("/V (tiga) /AA << /C << /S /JavaScript /JS (x) >> >>"), NULL } },
    "" },
  { "field-hidden", "12.5.3", { { 45, TEXT ("/V (tiga) /F 2"), NULL } }, "" },
  { "field-grown",
    "12.5.2",
    { { 45,
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (NAMA) /V (tiga) /Rect [0 0 595 842] /P 4 0 R "
        "/AP << /N 47 0 R >> >>",
        NULL } },
    "" },
  { "field-password", "12.7.5.3", { { 45, TEXT ("/V (tiga) /Ff 8192"), NULL } }, "" },
  { "field-of-another-type",
    "12.7.5",
    { { 45, "<< /Subtype /Widget /FT /Btn /T (NAMA) /Rect [0 0 9 9] >>", NULL } },
    "" },
  { "signature-emptied",
    "12.8.1",
    { { 6, "<< " SIGNED_FIELD " /FT /Sig /T (PIHAK_KESATU) >>", NULL } },
    "" },
  { "signature-renamed",
    "12.8.1",
    { { 6, "<< " SIGNED_FIELD " /FT /Sig /T (SAKSI) >>", NULL } },
    "" },
  { "signature-turned-to-text",
    "12.8.1",
    { { 6, "<< " SIGNED_FIELD " /FT /Tx /T (PIHAK_KESATU) /V (sah) >>", NULL } },
    "" },
  { "link", "[3] EAA", { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("Link"), NULL } }, "" },
  { "ink", "[3] EAA", { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("Ink"), NULL } }, "" },
  { "square", "[3] EAA", { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("Square"), NULL } }, "" },
  { "highlight",
    "[3] EAA",
    { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("Highlight"), NULL } },
    "" },
  { "watermark",
    "[3] EAA",
    { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("Watermark"), NULL } },
    "" },
  { "attachment-note",
    "[3] EAA",
    { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("FileAttachment"), NULL } },
    "" },
  { "rich-media",
    "[3] EAA",
    { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("RichMedia"), NULL } },
    "" },
  { "note-in-place", "[3] EAA", { { 4, PAGE_2 (NOTE ("Text")), NULL } }, "" },
  { "notes-elsewhere",
    "[3] EAA",
    { { 3, PAGE_1 ("/Annots [90 0 R]"), NULL }, { 90, NOTE ("Stamp"), NULL } },
    "" },
  { "old-widget-again", "12.5.2", { { 3, PAGE_1 ("/Annots [45 0 R]"), NULL } }, "" },
  { "notes-in-another-order",
    "12.5.2",
    { { 4, "<< /Type /Page /Parent 2 0 R /Resources << >> /Annots [45 0 R 7 0 R 6 0 R] >>",
        NULL } },
    "" },
  { "root-copied",
    "7.7.2",
    { { 90, CATALOG ("/PageLabels << /Nums [0 << /S /D >>] >>"), NULL } },
    "/Root 90 0 R" },
  { "evidence-of-another-kind",
    "EN 319 142-1, 5.4.2",
    { { 1,
        CATALOG ("/PageLabels << /Nums [0 << /S /D >>] >> /DSS << /Certs [42 0 R] /Foto 42 0 R >>"),
        NULL } },
    "" },
};

static GBytes *
prepared (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();

  return update_with (plain, document, G_N_ELEMENTS (document), "");
}

static GBytes *
signed_once (void)
{
  g_autoptr (GBytes) bytes = prepared ();

  return mft_test_sign_field (bytes, "PIHAK_KESATU");
}

static void
test_variant (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (GBytes) attacked = update_with (bytes, variants[i].objects, 4, variants[i].trailer);

  g_test_message ("%s", variants[i].source);
  assert_verdict (bytes, MFT_VERDICT_VALID);
  assert_verdict (attacked, MFT_VERDICT_INVALID);
}

/* Bytes behind the signed ones, as an update of its own making. %s is the place of the last section. */
static const struct
{
  const char *name, *source;
  const char *objects;
  const char *section; /* after "xref\n"; {A} is where `objects` begin */
  const char *trailer; /* {P} is the section before */
} tails[] = {
  { "content-freed", "7.5.4", "", "8 1\n0000000000 00001 f \n", "/Prev {P}" },
  { "content-of-another-generation", "7.5.4",
    "8 1 obj\n<< /Length 4 >>\nstream\n9 9 \nendstream\nendobj\n", "8 1\n{A} 00001 n \n",
    "/Prev {P}" },
  { "entry-twice", "7.5.4", "8 0 obj\n<< /Length 4 >>\nstream\n9 9 \nendstream\nendobj\n",
    "8 1\n{A} 00000 n \n8 1\n{A} 00000 n \n", "/Prev {P}" },
  { "entry-of-another-object", "7.5.4",
    "9 0 obj\n<< /Length 4 >>\nstream\n9 9 \nendstream\nendobj\n", "8 1\n{A} 00000 n \n",
    "/Prev {P}" },
  { "entry-beyond-the-end", "7.5.4", "", "8 1\n9999999999 00000 n \n", "/Prev {P}" },
  { "keys-twice", "7.3.7", "3 0 obj\n" PAGE_1 ("/Contents 8 0 R") "\nendobj\n",
    "3 1\n{A} 00000 n \n", "/Prev {P}" },
  { "object-without-entry", "7.5.6", "8 0 obj\n<< /Length 4 >>\nstream\n9 9 \nendstream\nendobj\n",
    "0 0\n", "/Prev {P}" },
  { "length-too-short", "7.3.8", "8 0 obj\n<< /Length 1 >>\nstream\n9 9 \nendstream\nendobj\n",
    "8 1\n{A} 00000 n \n", "/Prev {P}" },
  { "another-program", "polyglot", "<html><script>alert(1)</script></html>\n", "0 0\n",
    "/Prev {P}" },
  { "archive", "polyglot", "PK\003\004\024\n", "0 0\n", "/Prev {P}" },
  { "no-section-before", "[1] ISA", "", "0 0\n", "" },
  { "section-before-itself", "7.5.8", "", "0 0\n", "/Prev {X}" },
  { "section-before-outside", "7.5.8", "", "0 0\n", "/Prev 99999999" },
  { "sections-passed-over", "[1] ISA", "", "0 0\n", "/Prev {F}" },
  { "encryption-added", "7.6", "", "0 0\n", "/Prev {P} /Encrypt 45 0 R" },
  { "hidden-section", "7.5.8.4", "", "0 0\n", "/Prev {P} /XRefStm {P}" },
};

static char *
fill_in (const char *text, const char *name, goffset place)
{
  g_autofree char *number = g_strdup_printf ("%010" G_GOFFSET_FORMAT, place);
  g_auto (GStrv) parts = g_strsplit (text, name, -1);

  return g_strjoinv (number, parts);
}

static void
test_tail (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (GString) longer
      = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  goffset at = (goffset) longer->len, section = at + (goffset) strlen (tails[i].objects);
  g_autofree char *entries = fill_in (tails[i].section, "{A}", at);
  g_autofree char *first
      = fill_in (tails[i].trailer, "{F}", mft_pdf_file_revision (file, 0)->xref_start);
  g_autofree char *self = fill_in (first, "{X}", section);
  g_autofree char *trailer = fill_in (self, "{P}", mft_pdf_file_revision (file, 2)->xref_start);

  g_string_append_printf (longer,
                          "%sxref\n%strailer\n<< /Size 50 /Root 1 0 R /ID [<6162> <6364>] %s "
                          ">>\nstartxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
                          tails[i].objects, entries, trailer, section);
  g_autoptr (GBytes) attacked = g_bytes_new (longer->str, longer->len);
  g_autoptr (MftVerifyReport) report = verify (attacked);
  g_test_message ("%s: %s", tails[i].source, mft_verdict_name (report->verdict));
  g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
  g_assert_cmpint (report->verdict, !=, MFT_VERDICT_UNSIGNED);
}

/* What certification leaves open: filling in and signing where it said so, nothing new that is seen. */
static void
test_certified (void)
{
  static const struct
  {
    MftCertify certify;
    TestObject objects[3];
    MftVerdict expected;
  } cases[] = {
    { MFT_CERTIFY_FILL, { { 45, TEXT ("/V (empat)"), NULL } }, MFT_VERDICT_VALID },
    { MFT_CERTIFY_ANNOTATE, { { 45, TEXT ("/V (empat)"), NULL } }, MFT_VERDICT_VALID },
    { MFT_CERTIFY_FILL,
      { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("Stamp"), NULL } },
      MFT_VERDICT_INVALID },
    { MFT_CERTIFY_ANNOTATE,
      { { 4, PAGE_2 ("90 0 R"), NULL }, { 90, NOTE ("FreeText"), NULL } },
      MFT_VERDICT_INVALID },
    { MFT_CERTIFY_FILL,
      { { 5, "<< /Fields [6 0 R 7 0 R 45 0 R 90 0 R] /SigFlags 3 >>", NULL },
        { 4, PAGE_2 ("90 0 R"), NULL },
        { 90, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (BARU) /Rect [0 0 500 700] /P 4 0 R >>",
          NULL } },
      MFT_VERDICT_INVALID },
    { MFT_CERTIFY_FILL,
      { { 5, "<< /Fields [6 0 R 7 0 R 45 0 R 90 0 R] /SigFlags 3 >>", NULL },
        { 4, PAGE_2 ("90 0 R"), NULL },
        { 90, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (BARU) /Rect [0 0 0 0] /P 4 0 R >>",
          NULL } },
      MFT_VERDICT_VALID },
  };
  g_autoptr (GBytes) bytes = prepared ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MftSignRequest request = { .field = "PIHAK_KESATU", .certify = cases[i].certify };
      g_autoptr (GBytes) certified = mft_test_sign (bytes, mft_test_key (), &request);
      g_autoptr (GBytes) updated = update_with (certified, cases[i].objects, 3, "");
      g_test_message ("%u", i);
      assert_verdict (certified, MFT_VERDICT_VALID);
      assert_verdict (updated, cases[i].expected);
    }
}

/* What looks like the above, and what honest programs do. */
static void
test_look_alikes (void)
{
  static const struct
  {
    const char *name;
    TestObject objects[4];
    const char *trailer;
  } cases[] = {
    { "filled in, with its look",
      { { 45, TEXT ("/V (empat)"), NULL },
        { 47, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 1 1 re f BT (empat) Tj ET" } },
      "" },
    { "filled in and closed", { { 45, TEXT ("/V (empat) /Ff 1"), NULL } }, "" },
    { "title and program",
      { { 90, "<< /Producer (Program lain) /ModDate (D:2026) >>", NULL } },
      "/Info 90 0 R" },
    { "tags are good",
      { { 1, CATALOG ("/PageLabels << /Nums [0 << /S /D >>] >> /MarkInfo << /Marked true >>"),
          NULL } },
      "" },
    { "extensions and version",
      { { 1,
          CATALOG ("/PageLabels << /Nums [0 << /S /D >>] >> /Version /2.0 /Extensions << /ESIC << "
                   "/BaseVersion /1.7 /ExtensionLevel 2 >> >>"),
          NULL } },
      "" },
    { "evidence",
      { { 1, CATALOG ("/PageLabels << /Nums [0 << /S /D >>] >> /DSS 90 0 R"), NULL },
        { 90,
          "<< /Type /DSS /Certs [91 0 R] /VRI << /0123456789ABCDEF0123456789ABCDEF01234567 << "
          "/Cert [91 0 R] /TU (D:2026) >> >> >>",
          NULL },
        { 91, "", "x" } },
      "" },
    { "the same again",
      { { 41, FONT (""), NULL },
        { 42, IMAGE, "x" },
        { 2, PAGES ("[3 0 R 4 0 R] /Count 2", ""), NULL } },
      "" },
  };
  g_autoptr (GBytes) once = signed_once ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) updated = update_with (once, cases[i].objects, 4, cases[i].trailer);
      g_autoptr (GBytes) twice = mft_test_sign_field (updated, "PIHAK_KEDUA");
      g_test_message ("%s", cases[i].name);
      assert_verdict (updated, MFT_VERDICT_VALID);
      assert_verdict (twice, MFT_VERDICT_VALID);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/variants/", variants[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_variant);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/variants/", tails[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_tail);
    }
  g_test_add_func ("/verify/variants/certified", test_certified);
  g_test_add_func ("/verify/variants/look-alikes", test_look_alikes);
  return g_test_run ();
}
