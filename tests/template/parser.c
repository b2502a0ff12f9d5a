/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/support.h"

#include "base/content.h"
#include "template/error.h"
#include "template/parser.h"

static GPtrArray *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mft_template_parse ("uji.txt", bytes, error);
}

static MftPassage *
passage_at (MftUnit *unit, const char *form, guint index)
{
  return g_ptr_array_index (mft_unit_get_wording (unit, form)->passages, index);
}

static MftToken *
token_at (MftPassage *passage, guint index)
{
  return g_ptr_array_index (mft_passage_get_tokens (passage), index);
}

static void
test_clause (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units
      = parse ("# komentar\n"
               "=== K-1 | Definisi | status: disetujui\n"
               "heading: DEFINISI\n"
               "catatan: untuk perancang\n"
               "--- alternatif: satu | Satu\n"
               "heading: ARTI\n"
               "(1) [#kesatu] Menurut {@ayat:kesatu} {@huruf:b}:\n"
               "  a. *due diligence*; dan/atau\n"
               "  b. [#b] [?] paling lama {=4 tahun}.\n"
               "    1. dalam\n"
               "--- alternatif: dua | Dua\n"
               "PARA PIHAK dan PIHAK KEDUA, lihat {@pasal:K-9#data} selama {lama:durasi}.\n",
               &error);
  g_assert_no_error (error);
  g_assert_cmpuint (units->len, ==, 1);
  MftUnit *unit = units->pdata[0];
  g_assert_cmpstr (unit->id, ==, "K-1");
  g_assert_cmpuint (unit->line, ==, 2);
  g_assert_cmpuint (unit->forms->len, ==, 2);
  g_assert_cmpstr (mft_wording_get_value (unit->forms->pdata[0], unit, "heading"), ==, "ARTI");
  g_assert_cmpstr (mft_wording_get_value (unit->forms->pdata[1], unit, "heading"), ==, "DEFINISI");
  g_assert_cmpstr (mft_wording_get_value (unit->forms->pdata[1], unit, "status"), ==, "disetujui");
  g_assert_null (mft_wording_get_value (unit->forms->pdata[1], unit, "istilah"));

  MftPassage *ayat = passage_at (unit, "satu", 0);
  g_assert_cmpint (ayat->kind, ==, MFT_PASSAGE_AYAT);
  g_assert_cmpstr (ayat->label, ==, "kesatu");
  g_assert_cmpint (token_at (ayat, 1)->points, ==, MFT_POINTER_AYAT);
  g_assert_cmpint (token_at (ayat, 3)->points, ==, MFT_POINTER_HURUF);

  MftPassage *first = passage_at (unit, "satu", 1);
  g_assert_cmpint (first->level, ==, 1);
  g_assert_true (token_at (first, 0)->italic);
  g_assert_cmpstr (token_at (first, 0)->text, ==, "due diligence");
  g_assert_cmpstr (first->joint, ==, "dan/atau");

  MftPassage *second = passage_at (unit, "satu", 2);
  g_assert_true (second->optional);
  g_assert_true (second->marked);
  g_assert_null (second->joint);
  g_assert_cmpuint (token_at (second, 1)->number, ==, 4);
  g_assert_cmpstr (token_at (second, 1)->unit, ==, "tahun");
  g_assert_cmpint (passage_at (unit, "satu", 3)->level, ==, 2);
  g_assert_true (passage_at (unit, "satu", 3)->digits);
}

static void
test_tokens (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tokens = mft_tokens_parse (
      "PARA PIHAK dan PIHAK KEDUA, PIHAK; PIHAKAN {p1.nama} {@pasal:K-9#data} {lama:durasi}",
      &error);
  g_assert_no_error (error);
  const struct
  {
    MftTokenKind kind;
    const char *text;
    guint party;
  } wanted[] = {
    { MFT_TOKEN_PARTY, "PARA PIHAK", MFT_TOKEN_PARTY_ALL },
    { MFT_TOKEN_TEXT, " dan ", 0 },
    { MFT_TOKEN_PARTY, "PIHAK KEDUA", 2 },
    { MFT_TOKEN_TEXT, ", ", 0 },
    { MFT_TOKEN_PARTY, "PIHAK", MFT_TOKEN_PARTY_ANY },
    { MFT_TOKEN_TEXT, "; PIHAKAN ", 0 },
    { MFT_TOKEN_FIELD, "p1.nama", 0 },
    { MFT_TOKEN_TEXT, " ", 0 },
    { MFT_TOKEN_REFERENCE, "data", 0 },
    { MFT_TOKEN_TEXT, " ", 0 },
    { MFT_TOKEN_FIELD, "lama", 0 },
  };
  g_assert_cmpuint (tokens->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      MftToken *token = tokens->pdata[i];
      g_assert_cmpint (token->kind, ==, wanted[i].kind);
      g_assert_cmpstr (token->text, ==, wanted[i].text);
      g_assert_cmpuint (token->party, ==, wanted[i].party);
    }
  g_assert_cmpstr (((MftToken *) tokens->pdata[8])->unit, ==, "K-9");
  g_assert_cmpint (((MftToken *) tokens->pdata[10])->slot, ==, MFT_SLOT_DURASI);
}

static void
test_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = parse ("=== uji | Uji\n"
                                       "naskah: Perjanjian Kerja Sama\n"
                                       "isian: tujuan =\n"
                                       "- satu\n"
                                       "- dua\n"
                                       "dasar_hukum?:\n"
                                       "Dengan memperhatikan:\n"
                                       "  1. Undang-Undang.\n"
                                       "pasal: P-hak | HAK\n"
                                       "(1) [#satu] PIHAK KESATU berhak.\n"
                                       "pasangan: P-hak#satu ↔ P-hak#satu\n"
                                       "pasal: K-1=daftar! | DEFINISI\n",
                                       &error);
  g_assert_no_error (error);
  MftUnit *unit = units->pdata[0];
  g_assert_cmpuint (unit->entries->len, ==, 6);
  MftEntry *list = mft_entries_find (unit->entries, "isian");
  g_assert_cmpuint (list->items->len, ==, 2);
  MftEntry *basis = mft_entries_find (unit->entries, "dasar_hukum");
  g_assert_cmpint (basis->mark, ==, '?');
  g_assert_cmpuint (mft_unit_get_wording (basis->own, NULL)->passages->len, ==, 2);
  MftEntry *pasal = mft_entries_find (unit->entries, "pasal");
  g_assert_cmpstr (pasal->own->id, ==, "P-hak");
  g_assert_cmpstr (pasal->own->title, ==, "HAK");
}

/* Each text breaks the form once, in the line given. */
static void
test_faults (void)
{
  const struct
  {
    const char *text;
    const char *place;
    const char *part;
  } faults[] = {
    { "Kata", "uji.txt:1:", "before the first" },
    { "=== K-1", "uji.txt:1:", "=== ID | Title" },
    { "=== K 1 | A", "uji.txt:1:", "=== ID | Title" },
    { "=== K-1 | A\n=== K-2 | B\nTeks.", "uji.txt:2:", "has no text" },
    { "=== K-1 | A\nTeks {x}.", "uji.txt:2:", "no kind" },
    { "=== K-1 | A\nTeks {x:apa}.", "uji.txt:2:", "not a kind" },
    { "=== K-1 | A\nTeks {x:teks.", "uji.txt:2:", "not closed" },
    { "=== K-1 | A\nTeks }.", "uji.txt:2:", "without" },
    { "=== K-1 | A\nTeks {=4 abad}.", "uji.txt:2:", "unit of time" },
    { "=== K-1 | A\nTeks {@ayat:lain}.", "uji.txt:2:", "nothing here" },
    { "=== K-1 | A\n(1) [#a] Teks {@huruf:a}.", "uji.txt:2:", "labels no huruf" },
    { "=== K-1 | A\nTeks {@bab:a}.", "uji.txt:2:", "neither" },
    { "=== L-1 | A\nkolom: ", "uji.txt:2:", "without text" },
    { "=== L-1 | A\ntengah: ", "uji.txt:2:", "without text" },
    { "=== K-1 | A\nTeks {@pasal:}.", "uji.txt:2:", "names no place" },
    { "=== K-1 | A\nTeks {@pasal:K-1#}.", "uji.txt:2:", "names no place" },
    { "=== K-1 | A\nTeks {@lampiran:K-1}.", "uji.txt:2:", "names no place" },
    { "=== K-1 | A\nTeks *miring.", "uji.txt:2:", "not closed" },
    { "=== K-1 | A\nTeks  dua spasi.", "uji.txt:2:", "space too many" },
    { "=== K-1 | A\nTeks ", "uji.txt:2:", "space too many" },
    { "=== K-1 | A\n\tTeks", "uji.txt:2:", "control character" },
    { "=== K-1 | A\nTeks\xff", "uji.txt:2:", "UTF-8" },
    { "=== K-1 | A\nTeks:\n   a. tiga", "uji.txt:3:", "indented by" },
    { "=== K-1 | A\nTeks:\n    a. dalam", "uji.txt:3:", "two levels" },
    { "=== K-1 | A\nTeks:\n  tanpa tanda", "uji.txt:3:", "needs a mark" },
    { "=== K-1 | A\n(1) [#a] Satu.\n(2) [#a] Dua.", "uji.txt:3:", "stands twice" },
    { "=== K-1 | A\n(1) [?] Satu.", "uji.txt:2:", "needs a label" },
    { "=== K-1 | A\n(1) [#A] Satu.", "uji.txt:2:", "a label is made of" },
    { "=== K-1 | A\nwarna: biru", "uji.txt:2:", "unknown key" },
    { "=== K-1 | A\n- butir", "uji.txt:2:", "takes a list" },
    { "=== K-1 | A\nTeks.\n--- alternatif: a | A\nTeks.", "uji.txt:3:", "before the first" },
    { "=== K-1 | A\n--- alternatif: a | A\nTeks.\n--- alternatif: a | A\nTeks.",
      "uji.txt:4:", "stands twice" },
    { "=== K-1 | A\n--- pilihan", "uji.txt:2:", "alternatif" },
    { "=== K-1 | A\n(1) [#a] Satu.\npasangan: a ↔ b", "uji.txt:3:", "labelled \"b\"" },
    { "=== K-1 | A\n(1) [#a] Satu.\npasangan: a", "uji.txt:3:", "a pair is" },
    { "=== uji | Uji\nTeks.", "uji.txt:2:", "outside" },
    { "=== uji | Uji\nklausul: K-1", "uji.txt:2:", "unknown key" },
    { "=== uji | Uji\npasal: P-a | A\n", "uji.txt:2:", "has no text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) units = parse (faults[i].text, &error);
      g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX);
      g_assert_null (units);
      g_assert_true (g_str_has_prefix (error->message, faults[i].place));
      g_assert_nonnull (strstr (error->message, faults[i].part));
    }
}

/* Hostile sizes end in an error, soon. */
static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("=== K-1 | A\n");

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "{=1}");
  g_assert_null (parse (text->str, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX);
  g_clear_error (&error);

  g_string_assign (text, "=== K-1 | A\nx");
  for (guint i = 0; i < 900; i++)
    g_string_append (text, "{=1}");
  g_assert_null (parse (text->str, &error));
  g_assert_nonnull (strstr (error->message, "too many pieces"));
  g_clear_error (&error);

  g_string_assign (text, "=== K-1 | A\n");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "(1) Teks.\n");
  g_assert_null (parse (text->str, &error));
  g_assert_nonnull (strstr (error->message, "2000 lines"));
}

static void
test_own_content (void)
{
  static const char *const folders[] = { "clauses/", "parts/", "templates/", "amend/" };
  guint units_seen = 0;

  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    {
      g_auto (GStrv) names = mft_content_list (folders[f]);
      g_assert_cmpuint (g_strv_length (names), >, 0);
      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *name = g_strconcat (folders[f], names[i], NULL);
          g_autoptr (GBytes) bytes = mft_content_read (name);
          g_autoptr (GPtrArray) units = mft_template_parse (name, bytes, &error);
          g_assert_no_error (error);
          units_seen += units->len;
        }
    }
  g_assert_cmpuint (units_seen, >, 80);
  g_assert_null (mft_content_read ("tidak-ada"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/template/parser/clause", test_clause);
  g_test_add_func ("/template/parser/tokens", test_tokens);
  g_test_add_func ("/template/parser/template", test_template);
  g_test_add_func ("/template/parser/faults", test_faults);
  g_test_add_func ("/template/parser/limits", test_limits);
  g_test_add_func ("/template/parser/own-content", test_own_content);
  return g_test_run ();
}
