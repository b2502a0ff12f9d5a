/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "exchange/fragment/fragment.h"

/* "Pasal:JUDUL|(Isi|a1:…": kind, level and words of every line; b and i for its first style. */
static char *
describe (GArray *lines)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MftFragmentLine *line = &g_array_index (lines, MftFragmentLine, i);
      g_autofree char *words = mft_text_dup_words (line->text);
      const char *kind = line->kind == MFT_BLOCK_PASAL  ? "P"
                         : line->kind == MFT_BLOCK_AYAT ? "A"
                         : line->kind == MFT_BLOCK_ITEM ? "I"
                                                        : "-";
      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", kind);
      if (line->level > 0)
        g_string_append_printf (all, "%u", line->level);
      g_string_append_printf (all, ":%s", words);
    }
  return g_string_free (all, FALSE);
}

static void
assert_text (const char *words, const char *expected)
{
  g_autoptr (GArray) lines = mft_fragment_read_text (words);
  g_autofree char *is = describe (lines);

  g_assert_cmpstr (is, ==, expected);
}

static void
assert_html (const char *html, const char *expected)
{
  g_autoptr (GArray) lines = mft_fragment_read_html (html, strlen (html));
  g_autofree char *is = describe (lines);

  g_assert_cmpstr (is, ==, expected);
}

static void
test_text (void)
{
  assert_text ("satu dua", "-:satu dua");
  assert_text ("", "");
  assert_text (" \n\n\t ", "");
  /* Words alone are put into a line as they are. */
  assert_text (" a. kata ", "-: a. kata ");
  assert_text (
      "Pasal 5\nJANGKA WAKTU\n(1) Isi pertama.\n(2)\tIsi kedua:\na. huruf;\n1) angka;\nb. huruf.",
      "P:JANGKA WAKTU|A:Isi pertama.|A:Isi kedua:|I1:huruf;|I2:angka;|I1:huruf.");
  assert_text ("Pasal 7\u2028PENUTUP\nDemikian.", "P:PENUTUP|-:Demikian.");
  /* A wrapped line goes on; a sentence that begins does not. */
  assert_text ("Para pihak sepakat\nuntuk bekerja sama.\nKalimat baru.",
               "-:Para pihak sepakat untuk bekerja sama.|-:Kalimat baru.");
  assert_text ("- satu;\n- dua:\na. tiga", "I1:satu;|I1:dua:|I2:tiga");
  /* Years and amounts are no markers. */
  assert_text ("2019 tentang Sistem", "-:2019 tentang Sistem");
}

static void
test_depth (void)
{
  assert_text ("a. x:\n1. x:\na) x:\n1) x:\n- terlalu dalam",
               "I1:x:|I2:x:|I3:x:|I4:x:|I4:terlalu dalam");
}

static void
test_html (void)
{
  assert_html ("<p>Kata <b>tebal</b> dan\n   <i>asing</i>.</p><p>Dua</p>",
               "-:Kata tebal dan asing.|-:Dua");
  assert_html ("<div>(1)&nbsp;&nbsp;Isi</div><ol type=a><li>huruf;<ol><li>angka</ol><li>dua</ol>",
               "A:Isi|I1:huruf;|I2:angka|I1:dua");
  assert_html ("<ul><li>satu;</li><li>dua.</li></ul>", "I1:satu;|I1:dua.");
  assert_html ("<head><title>x</title><style>p{}</style></head><script>alert(1)</script>Isi",
               "-:Isi");
  assert_html ("", "");
  /* What is no HTML at all is not more than words. */
  g_autoptr (GArray) odd = mft_fragment_read_html ("<<<>&&;;</p></p><p", 18);
  g_assert_cmpuint (odd->len, <=, 1);
}

/* As Word puts it on the clipboard: markers are words in spans of their own. */
static void
test_word (void)
{
  assert_html (
      "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><!--StartFragment-->"
      "<p class=MsoNormal align=center><b>Pasal 3<o:p></o:p></b></p>"
      "<p class=MsoNormal align=center><b>HAK DAN KEWAJIBAN<o:p></o:p></b></p>"
      "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>"
      "<span style='mso-list:Ignore'>(1)<span>&nbsp;&nbsp; </span></span></span><![endif]>"
      "PIHAK KESATU berhak\r\natas <i>server</i>:</p>"
      "<p style='mso-list:l0 level2 lfo1'><span>a.<span>&nbsp; </span></span>data;</p>"
      "<!--EndFragment--></body></html>",
      "P:HAK DAN KEWAJIBAN|A:PIHAK KESATU berhak atas server:|I1:data;");
}

static void
test_styles (void)
{
  const char *html = "<b style=\"font-weight:normal\">biasa</b> <span "
                     "style=\"font-style:italic\">asing</span> <strong>tebal</strong>";
  g_autoptr (GArray) lines = mft_fragment_read_html (html, strlen (html));
  MftText *text = g_array_index (lines, MftFragmentLine, 0).text;

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (mft_text_get_run (text, 0)->style, ==, MFT_STYLE_PLAIN);
  g_assert_cmpint (mft_text_get_run_at (text, 7, NULL)->style, ==, MFT_STYLE_ITALIC);
  g_assert_cmpint (mft_text_get_run_at (text, 14, NULL)->style, ==, MFT_STYLE_BOLD);
}

/* Deep and large ones are refused whole. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 250; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "x");
  g_assert_null (mft_fragment_read_html (deep->str, deep->len));
  g_assert_null (mft_fragment_read_html ("x", 9 * 1024 * 1024));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/fragment/text", test_text);
  g_test_add_func ("/exchange/fragment/depth", test_depth);
  g_test_add_func ("/exchange/fragment/html", test_html);
  g_test_add_func ("/exchange/fragment/word", test_word);
  g_test_add_func ("/exchange/fragment/styles", test_styles);
  g_test_add_func ("/exchange/fragment/hostile", test_hostile);
  return g_test_run ();
}
