/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a DOCX can hold, one thing each. */
#include "docx-fixture.h"
#include "imported.h"
#include "support.h"

#define RUN(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define PARAGRAPH(content) "<w:p>" content "</w:p>"
#define P(words) PARAGRAPH (RUN (words))
#define N(num, level, words)                                                                       \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" num                        \
  "\"/></w:numPr></w:pPr><w:r><w:t>" words "</w:t></w:r></w:p>"
#define S(style, words)                                                                            \
  "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" words "</w:t></w:r></w:p>"
#define HEAD P ("Pasal 1") P ("BIAYA")
#define LEVEL(level, format, text)                                                                 \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                    \
  "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ABSTRACT(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define NUM(id, abstract)                                                                          \
  "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract "\"/></w:num>"

#define START_AGAIN(id, abstract)                                                                  \
  "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract                                   \
  "\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"

/* Pasal, ayat, a., 1), in one list of several levels, as a careful typist sets it up. */
#define OUTLINE                                                                                    \
  ABSTRACT ("0", LEVEL ("0", "decimal", "Pasal %1") LEVEL ("1", "decimal", "(%2)")                 \
                     LEVEL ("2", "lowerLetter", "%3.") LEVEL ("3", "decimal", "%4)"))

static MftAgreement *
import (GBytes *bytes, MftTrackedChanges changes, MftImportReport **report)
{
  return mft_test_import (bytes, "docx", changes, report);
}

/* Takes `bytes`. Imported and exported as text, it is `expected`. */
static void
assert_import (GBytes *bytes, const char *expected)
{
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, NULL);

  mft_test_assert_written (agreement, expected);
  g_bytes_unref (bytes);
}

static const MftImportGuess *
find_guess (const MftImportReport *report, const char *as)
{
  for (guint i = 0; i < report->guesses->len; i++)
    if (g_str_equal (g_array_index (report->guesses, MftImportGuess, i).as, as))
      return &g_array_index (report->guesses, MftImportGuess, i);
  return NULL;
}

static gboolean
has_dropped (const MftImportReport *report, const char *text)
{
  for (guint i = 0; i < report->dropped->len; i++)
    if (g_str_equal (g_array_index (report->dropped, MftImportDropped, i).text, text))
      return TRUE;
  return FALSE;
}

static const char outline_text[]
    = "Pasal 1\nBIAYA\n\n(1) Meliputi:\n    a. satu:\n        1) kecil; dan\n        2) besar; "
      "dan\n    b. dua.\n\n(2) Dua.\n\nPasal 2\nJANGKA\n\n(1) Satu.\n\n(2) Dua lagi:\n    a. tiga.";

static void
test_outline (void)
{
  assert_import (mft_docx_fixture (
                     N ("1", "0", "BIAYA") N ("1", "1", "Meliputi:") N ("1", "2", "satu:")
                         N ("1", "3", "kecil; dan") N ("1", "3", "besar; dan") N ("1", "2", "dua.")
                             N ("1", "1", "Dua.") N ("1", "0", "JANGKA") N ("1", "1", "Satu.")
                                 N ("1", "1", "Dua lagi:") N ("1", "2", "tiga."),
                     "numbering", OUTLINE NUM ("1", "0"), NULL),
                 outline_text);
}

/* The number belongs to the style, or to the style that one is based on; the level names the style. */
static void
test_style_chain (void)
{
  assert_import (
      mft_docx_fixture (
          S ("Kepala", "BIAYA") S ("Ayat", "Meliputi:") S ("Huruf", "satu; dan") S ("Huruf", "dua.")
              S ("AyatTebal", "Dua.") "<w:p><w:pPr><w:pStyle w:val=\"Ayat\"/><w:numPr><w:numId "
                                      "w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>Tanpa "
                                      "nomor.</w:t></w:r></w:p>",
          "numbering",
          "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
          "w:val=\"1\"/><w:pStyle "
          "w:val=\"Kepala\"/><w:lvlText w:val=\"Pasal %1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start "
          "w:val=\"1\"/><w:pStyle w:val=\"Ayat\"/><w:lvlText w:val=\"(%2)\"/></w:lvl><w:lvl "
          "w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:pStyle "
          "w:val=\"Huruf\"/><w:lvlText w:val=\"%3.\"/></w:lvl></w:abstractNum>" NUM ("7", "0"),
          "styles",
          "<w:style w:type=\"paragraph\" w:styleId=\"Kepala\"><w:name w:val=\"Kepala\"/><w:pPr>"
          "<w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style><w:style "
          "w:type=\"paragraph\" "
          "w:styleId=\"Ayat\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/></w:numPr>"
          "</w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"AyatTebal\"><w:basedOn "
          "w:val=\"Ayat\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Huruf\"><w:pPr>"
          "<w:numPr><w:ilvl w:val=\"2\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>",
          NULL),
      "Pasal 1\nBIAYA\n\n(1) Meliputi:\n    a. satu; dan\n    b. dua.\n\n(2) Dua.\n\n    Tanpa "
      "nomor.");
}

/* A style that changes only the level of the one it is based on. */
static void
test_level_of_a_style (void)
{
  assert_import (
      mft_docx_fixture (
          P ("Pasal 1") P ("BIAYA") S ("Daftar", "Meliputi:") S ("Dalam", "satu; dan")
              S ("DalamTebal", "dua.") S ("Daftar", "Dua."),
          "numbering",
          "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
          "<w:lvlText w:val=\"(%1)\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
          "<w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
          "</w:abstractNum>" NUM ("7", "0"),
          "styles",
          "<w:style w:type=\"paragraph\" w:styleId=\"Daftar\"><w:pPr><w:numPr><w:numId "
          "w:val=\"7\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" "
          "w:styleId=\"Dalam\"><w:basedOn w:val=\"Daftar\"/><w:pPr><w:numPr><w:ilvl "
          "w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" "
          "w:styleId=\"DalamTebal\"><w:basedOn w:val=\"Dalam\"/></w:style>",
          NULL),
      "Pasal 1\nBIAYA\n\n(1) Meliputi:\n    a. satu; dan\n    b. dua.\n\n(2) Dua.");
}

static void
test_overrides (void)
{
  static const char numbering[] = ABSTRACT ("0", LEVEL ("0", "decimal", "(%1)"))
      ABSTRACT ("1", LEVEL ("0", "lowerLetter", "%1.")) NUM ("1", "0") NUM ("2", "1")
          START_AGAIN ("3", "1");

  assert_import (mft_docx_fixture (HEAD N ("1", "0", "Meliputi:") N ("2", "0", "satu;")
                                       N ("2", "0", "dua.") N ("1", "0", "Juga:")
                                           N ("3", "0", "tiga;") N ("3", "0", "empat."),
                                   "numbering", numbering, NULL),
                 "Pasal 1\nBIAYA\n\n(1) Meliputi:\n    a. satu;\n    b. dua.\n\n(2) Juga:\n    a. "
                 "tiga;\n    b. empat.");
}

/* Marks that we have no form for stay as they are. */
static void
test_foreign_marks (void)
{
  assert_import (
      mft_docx_fixture (HEAD P ("Meliputi:") N ("1", "0", "satu;") N ("1", "1", "kecil;")
                            N ("1", "1", "besar;") N ("1", "0", "dua."),
                        "numbering",
                        ABSTRACT ("0", LEVEL ("0", "upperLetter", "%1.")
                                           LEVEL ("1", "lowerRoman", "(%2)")) NUM ("1", "0"),
                        NULL),
      "Pasal 1\nBIAYA\n\nMeliputi:\n    A. satu;\n        (i) kecil;\n        (ii) besar;\n    B. "
      "dua.");
}

static void
test_bullets (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      HEAD P ("Meliputi:") N ("1", "0", "satu; dan") N ("1", "0", "dua."), "numbering",
      ABSTRACT ("0", LEVEL ("0", "bullet", "\xef\x82\xb7")) NUM ("1", "0"), NULL);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, &report);

  mft_test_assert_written (agreement, "Pasal 1\nBIAYA\n\nMeliputi:\n    a. satu; dan\n    b. dua.");
  g_assert_nonnull (find_guess (report, "bullet"));
}

/* A Pasal whose ayat are numbered "1.", "2.", typed or by the list. */
static void
test_ayat_with_a_full_stop (void)
{
  static const char expected[]
      = "Pasal 1\nBIAYA\n\n1. Meliputi:\n    a. satu.\n\n2. Dua.\n\n3. Tiga.";

  assert_import (
      mft_docx_fixture (HEAD P ("1. Meliputi:") P ("a. satu.") P ("2. Dua.") P ("3. Tiga."), NULL),
      expected);
  assert_import (mft_docx_fixture (HEAD N ("1", "0", "Meliputi:") N ("2", "0", "satu.")
                                       N ("1", "0", "Dua.") N ("1", "0", "Tiga."),
                                   "numbering",
                                   ABSTRACT ("0", LEVEL ("0", "decimal", "%1."))
                                       ABSTRACT ("1", LEVEL ("0", "lowerLetter", "%1."))
                                           NUM ("1", "0") NUM ("2", "1"),
                                   NULL),
                 expected);
}

static void
test_soft_breaks (void)
{
  assert_import (mft_docx_fixture ("<w:p><w:r><w:t>Pasal 1</w:t><w:br/><w:t>BIAYA</w:t></w:r></w:p>"
                                   "<w:p><w:r><w:t>Biaya dibebankan</w:t><w:br/><w:t>pada "
                                   "anggaran.</w:t></w:r></w:p>",
                                   NULL),
                 "Pasal 1\nBIAYA\n\nBiaya dibebankan pada anggaran.");
}

#define DELETED(id, words)                                                                         \
  "<w:del w:id=\"" id "\"><w:r><w:delText>" words "</w:delText></w:r></w:del>"
#define INSERTED(id, content) "<w:ins w:id=\"" id "\">" content "</w:ins>"
#define INSERTED_MARK(id) "<w:pPr><w:rPr><w:ins w:id=\"" id "\"/></w:rPr></w:pPr>"
#define MOVED_FROM(id, content) "<w:moveFrom w:id=\"" id "\">" content "</w:moveFrom>"
#define MOVED_TO(id, content) "<w:moveTo w:id=\"" id "\">" content "</w:moveTo>"

static const char changed[] = HEAD PARAGRAPH (
    RUN ("Biaya ditanggung ") DELETED ("1", "PIHAK KESATU") INSERTED ("2", RUN ("PIHAK KEDUA"))
        RUN (".")) PARAGRAPH (INSERTED_MARK ("3") INSERTED ("4", RUN ("Pajak menurut peraturan.")))
    PARAGRAPH (MOVED_FROM ("5", RUN ("Satu. ")) RUN ("Dua.") MOVED_TO ("6", RUN (" Satu.")));

static void
test_tracked_changes (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (changed, NULL);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) accepted = import (bytes, MFT_CHANGES_ACCEPT, &report);
  g_autoptr (MftAgreement) rejected = import (bytes, MFT_CHANGES_REJECT, NULL);

  mft_test_assert_written (accepted,
                           "Pasal 1\nBIAYA\n\nBiaya ditanggung PIHAK KEDUA.\n\nPajak menurut "
                           "peraturan.\n\nDua. Satu.");
  mft_test_assert_written (rejected,
                           "Pasal 1\nBIAYA\n\nBiaya ditanggung PIHAK KESATU.\n\nSatu. Dua.");
  g_assert_cmpuint (report->insertions, ==, 4);
  g_assert_cmpuint (report->deletions, ==, 2);
}

#define NEW_LEVEL                                                                                  \
  "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"                          \
  "<w:pPrChange w:id=\"1\"><w:pPr/></w:pPrChange></w:pPr>"

/* Rejecting a new list level brings the old number back; a row that was struck out is gone. */
static void
test_tracked_properties (void)
{
  g_autoptr (GBytes) bytes
      = mft_docx_fixture (HEAD PARAGRAPH (NEW_LEVEL RUN ("Satu.")), "numbering",
                          ABSTRACT ("0", LEVEL ("0", "decimal", "(%1)")) NUM ("1", "0"), NULL);
  g_autoptr (MftAgreement) accepted = import (bytes, MFT_CHANGES_ACCEPT, NULL);
  g_autoptr (MftAgreement) rejected = import (bytes, MFT_CHANGES_REJECT, NULL);

  mft_test_assert_written (accepted, "Pasal 1\nBIAYA\n\n(1) Satu.");
  mft_test_assert_written (rejected, "Pasal 1\nBIAYA\n\nSatu.");
}

#define LOOKING(how, words)                                                                        \
  "<w:r><w:rPr>" how "</w:rPr><w:t xml:space=\"preserve\">" words "</w:t></w:r>"

static void
test_unseen_words (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      HEAD PARAGRAPH (RUN ("Biaya nol.") LOOKING ("<w:vanish/>", " Denda berlaku."))
          PARAGRAPH (LOOKING ("<w:color w:val=\"ffffff\"/>", "Bunga berlaku."))
              PARAGRAPH (LOOKING ("<w:sz w:val=\"2\"/>", "Cicilan berlaku.")),
      NULL);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, &report);

  mft_test_assert_written (
      agreement,
      "Pasal 1\nBIAYA\n\nBiaya nol. Denda berlaku.\n\nBunga berlaku.\n\nCicilan berlaku.");
  g_assert_cmpstr (find_guess (report, "hidden-text")->text, ==, " Denda berlaku.");
  g_assert_cmpuint (find_guess (report, "hidden-text")->line, ==, 3);
  g_assert_cmpstr (find_guess (report, "white-text")->text, ==, "Bunga berlaku.");
  g_assert_cmpstr (find_guess (report, "tiny-text")->text, ==, "Cicilan berlaku.");
}

static void
test_beside_the_text (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      HEAD "<w:p><w:commentRangeStart w:id=\"4\"/>" RUN (
          "Biaya nol.") "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
      "header1", P ("DINAS PERIKANAN"), "header2", P ("DINAS PERIKANAN"), "footer1",
      P ("Halaman 1"), "footnotes", "<w:footnote w:id=\"2\">" P ("Lihat lampiran.") "</w:footnote>",
      "comments",
      "<w:comment w:id=\"4\" w:author=\"Biro Hukum\">" P ("Tambah pajak?") "</w:comment>", NULL);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, &report);

  mft_test_assert_written (agreement, "Pasal 1\nBIAYA\n\nBiaya nol.");
  g_assert_cmpstr (find_guess (report, "page-words")->text, ==, "DINAS PERIKANAN");
  g_assert_true (has_dropped (report, "Halaman 1"));
  g_assert_true (has_dropped (report, "Lihat lampiran."));
  g_assert_cmpuint (report->dropped->len, ==, 2);
  g_assert_cmpuint (report->comments->len, ==, 1);
  const MftImportComment *comment = &g_array_index (report->comments, MftImportComment, 0);
  g_assert_cmpstr (comment->author, ==, "Biro Hukum");
  g_assert_cmpstr (comment->text, ==, "Tambah pajak?");
  g_assert_cmpuint (comment->line, ==, 3);
}

/* Newer drawings repeat their text for older programs; it comes in once. */
static void
test_text_box (void)
{
#define BOX(content) "<w:txbxContent>" content "</w:txbxContent>"
#define NEWER(content)                                                                             \
  "<mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wps:txbx>" content                           \
  "</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
#define OLDER(content)                                                                             \
  "<mc:Fallback><w:pict><v:textbox>" content "</v:textbox></w:pict></mc:Fallback>"
  static const char body[] = HEAD "<w:p><w:r><mc:AlternateContent>" NEWER (BOX (P ("Pajak nol.")))
      OLDER (BOX (P ("Pajak nol."))) "</mc:AlternateContent><w:t>Biaya nol.</w:t></w:r></w:p>";
  g_autoptr (GBytes) bytes = mft_docx_fixture (body, NULL);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, &report);

  mft_test_assert_written (agreement, "Pasal 1\nBIAYA\n\nBiaya nol.\n\nPajak nol.");
  g_assert_nonnull (find_guess (report, "text-box"));
}

#define CELL(content) "<w:tc>" content "</w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"

static void
test_komparisi_in_a_table (void)
{
  assert_import (
      mft_docx_fixture (P ("Pada hari ini, yang bertanda tangan di bawah ini:") "<w:tbl>" ROW (
                            CELL (P ("1.")) CELL (P ("Wulan Hapsari")) CELL (P (":"))
                                CELL (P ("Kepala Dinas, selanjutnya disebut PIHAK KESATU;")))
                            ROW (CELL (P ("2.")) CELL (P ("Bagas Manikmaya")) CELL (P (":")) CELL (
                                P ("Sekretaris, selanjutnya disebut PIHAK KEDUA."))) "</w:tbl>" HEAD
                                P ("Biaya nol."),
                        NULL),
      "Pada hari ini, yang bertanda tangan di bawah ini:\n\n1. Wulan Hapsari : Kepala Dinas, "
      "selanjutnya disebut PIHAK KESATU;\n\n2. Bagas Manikmaya : Sekretaris, selanjutnya disebut "
      "PIHAK KEDUA.\n\nPasal 1\nBIAYA\n\nBiaya nol.\n\nPIHAK KESATU,\nWulan Hapsari\n\n"
      "PIHAK KEDUA,\nBagas Manikmaya");
}

static void
test_signatures_in_a_table (void)
{
  assert_import (mft_docx_fixture (HEAD P ("Biaya nol.") P ("Demikian dibuat.") "<w:tbl>" ROW (
                                       CELL (P ("PIHAK KEDUA,") P ("") P ("BAGAS MANIKMAYA"))
                                           CELL (P ("")) CELL (P ("PIHAK KESATU,") P ("") P (
                                               "WULAN HAPSARI") P ("NIP 1"))) "</w:tbl>",
                                   NULL),
                 "Pasal 1\nBIAYA\n\nBiaya nol.\n\nDemikian dibuat.\n\nPIHAK KEDUA,\nBAGAS "
                 "MANIKMAYA\n\nPIHAK KESATU,\nWULAN HAPSARI\nNIP 1");
}

static void
test_contacts_in_a_table (void)
{
  assert_import (mft_docx_fixture (HEAD P ("(1) Surat dikirim ke:") "<w:tbl>" ROW (
                                       CELL (P ("PIHAK KESATU")) CELL (P ("PIHAK KEDUA")))
                                       ROW (CELL (P ("Telp : 1")) CELL (P ("Telp : 2"))) "</w:tbl>",
                                   NULL),
                 "Pasal 1\nBIAYA\n\n(1) Surat dikirim ke:\n    PIHAK KESATU\n        Telp : 1\n "
                 "   PIHAK "
                 "KEDUA\n        Telp : 2");
}

static void
test_drawn_table (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      HEAD P (
          "(1) Jadwal:") "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders>"
                         "</w:tblPr>" ROW (
                             CELL ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Tahap</w:t></w:r></w:p>")
                                 CELL (
                                     "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bulan</w:t></w:r></w:p>"))
                             ROW (CELL (P ("Satu")) CELL (P (""))) ROW (CELL (P ("Dua")) CELL (
                                 P ("Mei") P ("Juni"))) "</w:tbl>" P ("(2) Berlaku."),
      NULL);
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, NULL);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 0), 0);
  MftBlock *table = mft_block_get_child (ayat, 0);

  g_assert_cmpint (mft_block_get_kind (table), ==, MFT_BLOCK_TABLE);
  g_assert_cmpint (mft_block_get_kind (mft_block_get_child (table, 0)), ==, MFT_BLOCK_TABLE_HEAD);
  mft_test_assert_written (agreement,
                           "Pasal 1\nBIAYA\n\n(1) Jadwal:\n    Tahap | Bulan\n    Satu | \n    "
                           "Dua | Mei Juni\n\n(2) Berlaku.");
}

#define MARK(id, name) "<w:bookmarkStart w:id=\"" id "\" w:name=\"" name "\"/>"

/* A bookmark of ours brings the block's id back. */
static void
test_own_ids (void)
{
  g_autoptr (GBytes) bytes
      = mft_docx_fixture (PARAGRAPH (MARK ("1", "_mft_abcdefghij") RUN ("Pasal 1")) P ("BIAYA")
                              PARAGRAPH (MARK ("2", "_mft_kkkkkkkkkk") RUN ("Biaya nol."))
                                  PARAGRAPH (MARK ("3", "_mft_kkkkkkkkkk") RUN ("Pajak nol."))
                                      PARAGRAPH (MARK ("4", "_mft_../../etc") RUN ("Denda nol.")),
                          NULL);
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, NULL);
  MftBlock *pasal = mft_agreement_get_block (agreement, "abcdefghij");
  MftBlock *first = mft_agreement_get_block (agreement, "kkkkkkkkkk");

  g_assert_cmpint (mft_block_get_kind (pasal), ==, MFT_BLOCK_PASAL);
  g_assert_true (mft_block_get_parent (first) == pasal);
  g_assert_cmpuint (mft_block_get_index (first), ==, 0);
  g_assert_cmpuint (mft_block_n_children (pasal), ==, 3);
}

/* Particulars one below the other are one person's. */
static void
test_particulars (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      P ("Pada hari ini, yang bertanda tangan di bawah ini:") P ("1. Nama : Wulan Hapsari")
          P ("Jabatan : Kepala Dinas") P ("Alamat : Jalan Laut 1")
              P ("selanjutnya disebut PIHAK KESATU;") P ("2. Nama : Bagas Manikmaya")
                  P ("Jabatan : Sekretaris") P ("selanjutnya disebut PIHAK KEDUA.")
                      HEAD P ("Biaya nol."),
      NULL);
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, NULL);
  MftBlock *komparisi = mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI);

  g_assert_cmpuint (mft_block_n_children (komparisi), ==, 2);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.pejabat"), ==, "Wulan Hapsari");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.jabatan"), ==, "Kepala Dinas");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.alamat"), ==, "Jalan Laut 1");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p2.jabatan"), ==, "Sekretaris");
}

/* Words that two blocks could be meant by lead where the field leads; if they say something else, that is
 * told. */
static void
test_reference_fields (void)
{
#define TO(name, words)                                                                            \
  "<w:fldSimple w:instr=\" REF " name " \\r \\h \">" RUN (words) "</w:fldSimple>"
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      HEAD PARAGRAPH (MARK ("1", "_Ref1") RUN ("(1) Satu.")) P ("(2) Dua.") P ("Pasal 2")
          P ("JANGKA") PARAGRAPH (RUN ("(1) Menurut ") TO ("_Ref1", "Pasal 1 ayat (1)") RUN ("."))
              PARAGRAPH (RUN ("(2) Menurut ") TO ("_Ref1", "Pasal 1 ayat (2)") RUN (".")),
      NULL);
#undef TO
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, &report);

  g_assert_cmpuint (report->counts.references, ==, 2);
  g_assert_cmpstr (find_guess (report, "reference-differs")->text, ==, "Pasal 1 ayat (2)");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/docx/outline", test_outline);
  g_test_add_func ("/exchange/docx/style-chain", test_style_chain);
  g_test_add_func ("/exchange/docx/level-of-a-style", test_level_of_a_style);
  g_test_add_func ("/exchange/docx/overrides", test_overrides);
  g_test_add_func ("/exchange/docx/foreign-marks", test_foreign_marks);
  g_test_add_func ("/exchange/docx/bullets", test_bullets);
  g_test_add_func ("/exchange/docx/ayat-with-a-full-stop", test_ayat_with_a_full_stop);
  g_test_add_func ("/exchange/docx/soft-breaks", test_soft_breaks);
  g_test_add_func ("/exchange/docx/tracked-changes", test_tracked_changes);
  g_test_add_func ("/exchange/docx/tracked-properties", test_tracked_properties);
  g_test_add_func ("/exchange/docx/unseen-words", test_unseen_words);
  g_test_add_func ("/exchange/docx/beside-the-text", test_beside_the_text);
  g_test_add_func ("/exchange/docx/text-box", test_text_box);
  g_test_add_func ("/exchange/docx/komparisi-in-a-table", test_komparisi_in_a_table);
  g_test_add_func ("/exchange/docx/signatures-in-a-table", test_signatures_in_a_table);
  g_test_add_func ("/exchange/docx/contacts-in-a-table", test_contacts_in_a_table);
  g_test_add_func ("/exchange/docx/drawn-table", test_drawn_table);
  g_test_add_func ("/exchange/docx/own-ids", test_own_ids);
  g_test_add_func ("/exchange/docx/particulars", test_particulars);
  g_test_add_func ("/exchange/docx/reference-fields", test_reference_fields);
  return g_test_run ();
}
