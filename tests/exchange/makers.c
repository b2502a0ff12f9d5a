/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement as twenty typists and programs would set it; it comes in the same from all of them. */
#include "docx-fixture.h"
#include "imported.h"
#include "support.h"

#include "exchange/exchange.h"

typedef enum
{
  LINE,
  PERSON,
  PASAL,
  AYAT,
  HURUF,
  ANGKA,
  N_KINDS
} Kind;

static const struct
{
  Kind kind;
  const char *label;
  const char *text;
} agreement_lines[] = {
  { LINE, "", "PERJANJIAN KERJA SAMA" },
  { LINE, "", "ANTARA" },
  { LINE, "", "DINAS PERIKANAN" },
  { LINE, "", "DENGAN" },
  { LINE, "", "DINAS KELAUTAN" },
  { LINE, "", "TENTANG" },
  { LINE, "", "PETA LAUT" },
  { LINE, "", "Pada hari ini, yang bertanda tangan di bawah ini:" },
  { PERSON, "1.", "Wulan Hapsari : Kepala, selanjutnya disebut PIHAK KESATU;" },
  { PERSON, "2.", "Bagas Manikmaya : Kepala, selanjutnya disebut PIHAK KEDUA." },
  { LINE, "", "PARA PIHAK sepakat dengan ketentuan sebagai berikut:" },
  { PASAL, "Pasal 1", "BIAYA" },
  { AYAT, "(1)", "Biaya meliputi:" },
  { HURUF, "a.", "alat:" },
  { ANGKA, "1.", "jaring; dan" },
  { ANGKA, "2.", "perahu; dan" },
  { HURUF, "b.", "jasa." },
  { AYAT, "(2)", "Biaya dibebankan pada anggaran PIHAK KESATU." },
  { PASAL, "Pasal 2", "JANGKA WAKTU" },
  { AYAT, "(1)", "Berlaku satu tahun menurut Pasal 1 ayat (2)." },
  { AYAT, "(2)", "Dapat diperpanjang." },
  { LINE, "", "Demikian dibuat." },
};

static const char expected[]
    = "PERJANJIAN KERJA SAMA\n\nANTARA\n\nDINAS PERIKANAN\n\nDENGAN\n\nDINAS "
      "KELAUTAN\n\nTENTANG\n\nPETA LAUT\n\nPada hari ini, yang bertanda tangan di bawah ini:\n\n1. "
      "Wulan Hapsari : Kepala, selanjutnya disebut PIHAK KESATU;\n\n2. Bagas Manikmaya : Kepala, "
      "selanjutnya disebut PIHAK KEDUA.\n\nPARA PIHAK sepakat dengan ketentuan sebagai "
      "berikut:\n\nPasal 1\nBIAYA\n\n(1) Biaya meliputi:\n    a. alat:\n        1. jaring; "
      "dan\n        2. perahu; dan\n    b. jasa.\n\n(2) Biaya dibebankan pada anggaran PIHAK "
      "KESATU.\n\nPasal 2\nJANGKA WAKTU\n\n(1) Berlaku satu tahun menurut Pasal 1 ayat (2).\n\n(2) "
      "Dapat diperpanjang.\n\nDemikian dibuat.\n\nPIHAK KESATU,\nWulan Hapsari\n\nPIHAK "
      "KEDUA,\nBagas Manikmaya";

#define R(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define P(content) "<w:p>" content "</w:p>"
#define PP(properties, content) "<w:p><w:pPr>" properties "</w:pPr>" content "</w:p>"
#define NUMBER(num, level)                                                                         \
  "<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" num "\"/></w:numPr>"
#define STYLE(name) "<w:pStyle w:val=\"" name "\"/>"
#define LEVEL(level, format, text)                                                                 \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                    \
  "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define LIST(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define NUM(id, list) "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" list "\"/></w:num>"
#define TYPED P (R ("@L @T"))

/* All levels in one list, as Word's multilevel lists are. */
#define OUTLINE                                                                                    \
  LIST ("0", LEVEL ("0", "decimal", "Pasal %1") LEVEL ("1", "decimal", "(%2)")                     \
                 LEVEL ("2", "lowerLetter", "%3.") LEVEL ("3", "decimal", "%4."))                  \
  NUM ("1", "0")

/* Word's styles know their list and its levels know them. */
#define LINKED(level, format, style, text)                                                         \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                    \
  "\"/>" STYLE (style) "<w:lvlText w:val=\"" text "\"/></w:lvl>"
#define LINKED_OUTLINE                                                                             \
  LIST ("0",                                                                                       \
        LINKED ("0", "decimal", "Pasal", "Pasal %1") LINKED ("1", "decimal", "Ayat", "(%2)")       \
            LINKED ("2", "lowerLetter", "Huruf", "%3.") LINKED ("3", "decimal", "Angka", "%4."))   \
  NUM ("1", "0")

/* A list a level, which begins anew by itself only below its own level. */
#define SEPARATE                                                                                   \
  LIST ("0", LEVEL ("0", "decimal", "(%1)"))                                                       \
  LIST ("1", LEVEL ("0", "lowerLetter", "%1."))                                                    \
  LIST ("2", LEVEL ("0", "decimal", "%1.")) NUM ("1", "0") NUM ("2", "1") NUM ("3", "2")

#define STYLED(id, level)                                                                          \
  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" id "\"><w:name w:val=\"" id     \
  "\"/><w:pPr>" NUMBER ("1", level) "</w:pPr></w:style>"

/* How a maker writes each kind: @L is the label, @T the text; NULL: as a line. */
typedef struct
{
  const char *name;
  const char *forms[N_KINDS];
  const char *numbering;
  const char *styles;
  const char *before;
  const char *after;
} Maker;

static const Maker makers[] = {
  { .name = "typed", .forms = { [LINE] = P (R ("@T")), [PASAL] = P (R ("@L")) P (R ("@T")) } },
  { .name = "typed-with-tabs",
    .forms = { [LINE] = P (R ("@T")),
               [PERSON] = P (R ("@L") "<w:r><w:tab/></w:r>" R ("@T")),
               [PASAL] = P (R ("@L")) P (R ("@T")),
               [AYAT] = P ("<w:r><w:t>@L</w:t><w:tab/><w:t>@T</w:t></w:r>"),
               [HURUF] = P ("<w:r><w:tab/><w:t>@L</w:t><w:tab/><w:t>@T</w:t></w:r>"),
               [ANGKA] = P ("<w:r><w:tab/><w:tab/><w:t>@L</w:t><w:tab/><w:t>@T</w:t></w:r>") } },
  { .name = "heading-in-one-line",
    .forms = { [LINE] = P (R ("@T")),
               [PASAL] = P (R ("@L ") "<w:r><w:rPr><w:b/></w:rPr><w:t>@T</w:t></w:r>") } },
  { .name = "heading-with-a-soft-break",
    .forms
    = { [LINE] = P (R ("@T")), [PASAL] = P ("<w:r><w:t>@L</w:t><w:br/><w:t>@T</w:t></w:r>") } },
  { .name = "no-break-spaces",
    .forms = { [LINE] = P (R ("@T")),
               [PERSON] = P (R ("@L\xc2\xa0@T")),
               [PASAL] = P (R ("@L\xc2\xa0")) P (R ("\xc2\xa0@T")),
               [AYAT] = P (R ("@L\xc2\xa0\xc2\xa0@T")),
               [HURUF] = P (R ("\xc2\xa0\xc2\xa0@L\xc2\xa0@T")),
               [ANGKA] = P (R ("@L \xc2\xa0@T ")) } },
  { .name = "empty-paragraphs",
    .forms = { [LINE] = P (R ("@T")) P (""),
               [PERSON] = TYPED P (""),
               [PASAL] = P (R ("@L")) P ("") P (R ("@T")) P (""),
               [AYAT] = TYPED P (""),
               [HURUF] = TYPED P (""),
               [ANGKA] = TYPED P ("") } },
  { .name = "word-outline",
    .forms = { [LINE] = P (R ("@T")),
               [PASAL] = PP (NUMBER ("1", "0"), R ("@T")),
               [AYAT] = PP (NUMBER ("1", "1"), R ("@T")),
               [HURUF] = PP (NUMBER ("1", "2"), R ("@T")),
               [ANGKA] = PP (NUMBER ("1", "3"), R ("@T")) },
    .numbering = OUTLINE },
  { .name = "word-outline-heading-below",
    .forms = { [LINE] = P (R ("@T")),
               [PASAL] = PP (NUMBER ("1", "0"), "") P (R ("@T")),
               [AYAT] = PP (NUMBER ("1", "1"), R ("@T")),
               [HURUF] = PP (NUMBER ("1", "2"), R ("@T")),
               [ANGKA] = PP (NUMBER ("1", "3"), R ("@T")) },
    .numbering = OUTLINE },
  { .name = "word-styles",
    .forms = { [LINE] = P (R ("@T")),
               [PASAL] = PP (STYLE ("Pasal"), R ("@T")),
               [AYAT] = PP (STYLE ("Ayat"), R ("@T")),
               [HURUF] = PP (STYLE ("Huruf"), R ("@T")),
               [ANGKA] = PP (STYLE ("Angka"), R ("@T")) },
    .numbering = LINKED_OUTLINE,
    .styles
    = STYLED ("Pasal", "0") STYLED ("Ayat", "1") STYLED ("Huruf", "2") STYLED ("Angka", "3") },
  { .name = "google-docs",
    .forms = { [LINE] = P (R ("@T")),
               [PASAL] = PP (NUMBER ("1", "0"),
                             "<w:r><w:rPr><w:rtl w:val=\"0\"/></w:rPr><w:t>@T</w:t></w:r>"),
               [AYAT] = PP (NUMBER ("1", "1") "<w:ind w:left=\"720\"/>", R ("@T")),
               [HURUF] = PP (NUMBER ("1", "2") "<w:ind w:left=\"1440\"/>", R ("@T")),
               [ANGKA] = PP (NUMBER ("1", "3"), R ("@T")) },
    .numbering = OUTLINE,
    .before = "<w:sdt><w:sdtContent>",
    .after = "</w:sdtContent></w:sdt>" },
  { .name = "typed-pasal-and-ayat-listed-items",
    .forms = { [LINE] = P (R ("@T")),
               [PASAL] = P (R ("@L")) P (R ("@T")),
               [HURUF] = PP (NUMBER ("2", "0"), R ("@T")),
               [ANGKA] = PP (NUMBER ("3", "0"), R ("@T")) },
    .numbering = SEPARATE },
  { .name = "listed-persons",
    .forms = { [LINE] = P (R ("@T")),
               [PERSON] = PP (NUMBER ("3", "0"), R ("@T")),
               [PASAL] = P (R ("@L")) P (R ("@T")) },
    .numbering = SEPARATE },
  { .name = "split-runs",
    .forms = { [LINE] = P ("<w:proofErr w:type=\"spellStart\"/>" R ("@T")),
               [PERSON] = P (R ("@L") R (" ") R ("@T")),
               [PASAL] = P ("<w:bookmarkStart w:id=\"1\" w:name=\"_Toc1\"/>" R (
                   "@L") "<w:bookmarkEnd "
                         "w:id=\"1\"/>") P ("<w:r><w:lastRenderedPageBreak/><w:t>@T</w:t></w:r>"),
               [AYAT] = P (R ("@L") "<w:smartTag>" R (" @T") "</w:smartTag>") } },
  { .name = "content-controls",
    .forms
    = { [LINE] = "<w:sdt><w:sdtPr><w:tag w:val=\"a\"/></w:sdtPr><w:sdtContent>" P (
            R ("@T")) "</w:sdtContent></w:sdt>",
        [PASAL] = P (R ("@L")) P ("<w:sdt><w:sdtContent>" R ("@T") "</w:sdtContent></w:sdt>"),
        [AYAT] = P (R ("@L ") "<w:sdt><w:sdtContent>" R ("@T") "</w:sdtContent></w:sdt>") } },
  { .name = "all-inserted",
    .forms
    = { [LINE] = P ("<w:ins w:id=\"1\">" R ("@T") "</w:ins>"),
        [PASAL]
        = PP ("<w:rPr><w:ins w:id=\"2\"/></w:rPr>", "<w:ins w:id=\"3\">" R ("@L") "</w:ins>")
            P (R ("@T") "<w:del w:id=\"4\"><w:r><w:delText> LAMA</w:delText></w:r></w:del>") } },
  { .name = "number-fields",
    .forms
    = { [LINE] = P (R ("@T")),
        [PASAL]
        = P ("<w:fldSimple w:instr=\" SEQ pasal \">" R ("@L") "</w:fldSimple>") P (R ("@T")),
        [AYAT] = P ("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> SEQ ayat "
                    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" R (
                        "@L") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" R (" @T")) } },
  { .name = "one-column-table",
    .forms = { [LINE] = P (R ("@T")), [PASAL] = P (R ("@L")) P (R ("@T")) },
    .before = "<w:tbl><w:tr><w:tc>",
    .after = "</w:tc></w:tr></w:tbl>" },
  { .name = "label-column",
    .forms = { [LINE] = P (R ("@T")),
               [PERSON] = "<w:tbl><w:tr><w:tc>" P (R ("@L")) "</w:tc><w:tc>" P (
                   R ("@T")) "</w:tc></w:tr></w:tbl>",
               [PASAL] = P (R ("@L")) P (R ("@T")),
               [AYAT] = "<w:tbl><w:tr><w:tc>" P (R ("@L")) "</w:tc><w:tc>" P (
                   R ("@T")) "</w:tc></w:tr></w:tbl>" } },
  { .name = "capitals-by-look",
    .forms = { [LINE] = P (R ("@T")),
               [PASAL] = P (R ("@L")) P ("<w:r><w:rPr><w:caps/></w:rPr><w:t>@T</w:t></w:r>") } },
  { .name = "markdown-and-dashes",
    .forms = { [LINE] = P (R ("@T")),
               [PERSON] = TYPED,
               [PASAL] = P (R ("@L **@T**")),
               [AYAT] = P (R ("- @L @T")),
               [HURUF] = P (R (" - @L @T")),
               [ANGKA] = P (R ("- @L @T")) } },
};

static void
append (GString *body, const Maker *maker, guint line)
{
  const char *form = maker->forms[agreement_lines[line].kind];
  g_autoptr (GString) xml = g_string_new (form != NULL ? form : TYPED);

  g_string_replace (xml, "@L", agreement_lines[line].label, 0);
  g_string_replace (xml, "@T", agreement_lines[line].text, 0);
  g_string_append (body, xml->str);
}

static GBytes *
make (const Maker *maker)
{
  g_autoptr (GString) body = g_string_new (maker->before);

  for (guint i = 0; i < G_N_ELEMENTS (agreement_lines); i++)
    append (body, maker, i);
  g_string_append (body, maker->after != NULL ? maker->after : "");
  return mft_docx_fixture (body->str, "numbering", maker->numbering != NULL ? maker->numbering : "",
                           "styles", maker->styles != NULL ? maker->styles : "", NULL);
}

/* For judges, who have other programs open and save the files: MUFAKAT_KEEP_MAKERS names a folder. */
static void
keep (GBytes *bytes, const Maker *maker)
{
  const char *folder = g_getenv ("MUFAKAT_KEEP_MAKERS");
  g_autofree char *path = g_strdup_printf ("%s/%s.docx", folder, maker->name);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (folder != NULL)
    g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static void
test_maker (gconstpointer data)
{
  g_autoptr (GBytes) bytes = make (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "a.docx", &report, &error);

  g_assert_no_error (error);
  keep (bytes, data);
  mft_test_assert_written (agreement, expected);
  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
  g_assert_cmpuint (report->dropped->len, ==, 0);
  g_assert_cmpuint (report->counts.pasal, ==, 2);
  g_assert_cmpuint (report->counts.ayat, ==, 4);
  g_assert_cmpuint (report->counts.huruf, ==, 2);
  g_assert_cmpuint (report->counts.angka, ==, 2);
  g_assert_cmpuint (report->counts.references, ==, 1);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/makers/", makers[i].name, NULL);
      g_test_add_data_func (path, &makers[i], test_maker);
    }
  return g_test_run ();
}
