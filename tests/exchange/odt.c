/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an ODT can hold, one thing each. */
#include "docx-fixture.h"
#include "imported.h"
#include "support.h"

#include "typeset/profile.h"

#define SPACE(prefix, name)                                                                        \
  " xmlns:" prefix "=\"urn:oasis:names:tc:opendocument:xmlns:" name ":1.0\""

static const char spaces[] = SPACE ("office", "office") SPACE ("text", "text")
    SPACE ("style", "style") SPACE ("table", "table") SPACE ("draw", "drawing")
        SPACE ("fo", "xsl-fo-compatible") " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

#define P(words) "<text:p>" words "</text:p>"
#define HEAD P ("Pasal 1") P ("BIAYA")
#define ITEM(content) "<text:list-item>" content "</text:list-item>"
#define LEVEL(level, format, prefix, suffix)                                                       \
  "<text:list-level-style-number text:level=\"" level "\" style:num-format=\"" format              \
  "\" style:num-prefix=\"" prefix "\" style:num-suffix=\"" suffix "\"/>"
#define OUTLINE                                                                                    \
  "<text:list-style style:name=\"L1\">" LEVEL ("1", "1", "Pasal ", "") LEVEL ("2", "1", "(", ")")  \
      LEVEL ("3", "a", "", ".") "</text:list-style>"

static GBytes *
make (const char *automatic, const char *text, const char *master)
{
  g_autofree char *content = g_strdup_printf (
      "<?xml version=\"1.0\"?><office:document-content%s><office:automatic-styles>%s"
      "</office:automatic-styles><office:body><office:text>%s</office:text></office:body>"
      "</office:document-content>",
      spaces, automatic, text);
  g_autofree char *styles
      = g_strdup_printf ("<?xml version=\"1.0\"?><office:document-styles%s><office:master-styles>%s"
                         "</office:master-styles></office:document-styles>",
                         spaces, master);

  return mft_zip_fixture ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
                          content, "styles.xml", styles, NULL);
}

static MftAgreement *
import (GBytes *bytes, MftTrackedChanges changes, MftImportReport **report)
{
  return mft_test_import (bytes, "odt", changes, report);
}

#define LIST(items) "<text:list>" items "</text:list>"
#define OUTLINED(more, items) "<text:list text:style-name=\"L1\"" more ">" items "</text:list>"
#define CONTINUED " text:continue-numbering=\"true\""

/* Lists in lists; a paragraph in parts of its own list, as LibreOffice writes it, goes on counting. */
static void
test_lists (void)
{
  g_autoptr (GBytes) bytes
      = make (OUTLINE,
              OUTLINED ("", ITEM (P ("BIAYA") LIST (ITEM (P ("Meliputi:") LIST (
                                ITEM (P ("satu; dan")) ITEM (P ("dua.")))) ITEM (P ("Dua.")))))
                  OUTLINED (CONTINUED, ITEM (P ("JANGKA")))
                      OUTLINED (CONTINUED, ITEM (LIST (ITEM (P ("Satu.")) ITEM (P ("Dua lagi."))))),
              "");
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, NULL);

  mft_test_assert_written (agreement,
                           "Pasal 1\nBIAYA\n\n(1) Meliputi:\n    a. satu; dan\n    b. dua.\n\n(2) "
                           "Dua.\n\nPasal 2\nJANGKA\n\n(1) Satu.\n\n(2) Dua lagi.");
}

static void
test_tracked_changes (void)
{
  g_autoptr (GBytes) bytes = make (
      "",
      "<text:tracked-changes><text:changed-region text:id=\"a\"><text:insertion/>"
      "</text:changed-region><text:changed-region text:id=\"b\"><text:deletion>" P (
          "PIHAK KESATU") "</text:deletion></text:changed-region></text:tracked-changes>" HEAD
                          "<text:p>Biaya ditanggung <text:change "
                          "text:change-id=\"b\"/><text:change-start "
                          "text:change-id=\"a\"/>PIHAK KEDUA<text:change-end "
                          "text:change-id=\"a\"/>.</text:p>",
      "");
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) accepted = import (bytes, MFT_CHANGES_ACCEPT, &report);
  g_autoptr (MftAgreement) rejected = import (bytes, MFT_CHANGES_REJECT, NULL);

  mft_test_assert_written (accepted, "Pasal 1\nBIAYA\n\nBiaya ditanggung PIHAK KEDUA.");
  mft_test_assert_written (rejected, "Pasal 1\nBIAYA\n\nBiaya ditanggung PIHAK KESATU.");
  g_assert_cmpuint (report->insertions, ==, 1);
  g_assert_cmpuint (report->deletions, ==, 1);
}

#define NOTE(words)                                                                                \
  "<text:note><text:note-citation>1</text:note-citation><text:note-body>" P (                      \
      words) "</text:note-body></text:note>"
#define REMARK(who, words)                                                                         \
  "<office:annotation><dc:creator>" who "</dc:creator>" P (words) "</office:annotation>"
#define UNSEEN(words) "<text:span text:style-name=\"T1\">" words "</text:span>"
#define BOX(words) "<draw:frame><draw:text-box>" P (words) "</draw:text-box></draw:frame>"

static void
test_beside_the_text (void)
{
  g_autoptr (GBytes) bytes = make (
      "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "
      "text:display=\"none\"/></style:style>",
      HEAD "<text:p>Biaya<text:s text:c=\"3\"/>nol." NOTE ("Lihat lampiran.")
          REMARK ("Biro Hukum", "Tambah pajak?") UNSEEN (" Denda.") BOX ("Pajak nol.") "</text:p>",
      "<style:master-page><style:header><text:p>DINAS PERIKANAN</text:p></style:header>"
      "</style:master-page>");
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, &report);

  mft_test_assert_written (agreement, "Pasal 1\nBIAYA\n\nBiaya nol. Denda.\n\nPajak nol.");
  g_assert_cmpuint (report->dropped->len, ==, 1);
  g_assert_cmpstr (g_array_index (report->dropped, MftImportDropped, 0).text, ==,
                   "Lihat lampiran.");
  g_assert_cmpstr (mft_agreement_get_setting (agreement, MFT_SETTING_HEAD), ==, "DINAS PERIKANAN");
  g_assert_cmpuint (report->comments->len, ==, 1);
  g_assert_cmpstr (g_array_index (report->comments, MftImportComment, 0).text, ==, "Tambah pajak?");
  g_assert_cmpstr (g_array_index (report->guesses, MftImportGuess, 0).as, ==, "hidden-text");
}

#define CELL(content) "<table:table-cell>" content "</table:table-cell>"

static void
test_signatures (void)
{
  g_autoptr (GBytes) bytes
      = make ("",
              HEAD P ("Biaya nol.") P ("Demikian dibuat.") "<table:table><table:table-row>" CELL (
                  P ("PIHAK KESATU,") P ("WULAN HAPSARI"))
                  CELL (P ("PIHAK KEDUA,") P ("BAGAS")) "</table:table-row></table:table>",
              "");
  g_autoptr (MftAgreement) agreement = import (bytes, MFT_CHANGES_ACCEPT, NULL);

  mft_test_assert_written (agreement,
                           "Pasal 1\nBIAYA\n\nBiaya nol.\n\nDemikian dibuat.\n\nPIHAK KESATU,\n"
                           "WULAN HAPSARI\n\nPIHAK KEDUA,\nBAGAS");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/odt/lists", test_lists);
  g_test_add_func ("/exchange/odt/tracked-changes", test_tracked_changes);
  g_test_add_func ("/exchange/odt/beside-the-text", test_beside_the_text);
  g_test_add_func ("/exchange/odt/signatures", test_signatures);
  return g_test_run ();
}
