/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN.md §7: the keys of the JSON, the exit statuses, and the whole road. */
#include "drive.h"
#include "encrypted-pdf.h"
#include "support.h"

static JsonObject *
object_of (JsonNode *node)
{
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  return json_node_get_object (node);
}

/* The first element of the array `key`, an object. */
static JsonObject *
first_of (JsonObject *object, const char *key)
{
  JsonArray *array = json_object_get_array_member (object, key);

  g_assert_nonnull (array);
  g_assert_cmpuint (json_array_get_length (array), >, 0);
  return json_array_get_object_element (array, 0);
}

static const char *
fixture (const char *name)
{
  static GStringChunk *chunk;
  g_autofree char *path = g_build_filename ("exchange/fixtures", name, NULL);
  g_autofree char *full = mft_test_file (path);

  if (chunk == NULL)
    chunk = g_string_chunk_new (256);
  return g_string_chunk_insert_const (chunk, full);
}

static char *
sample_values (void)
{
  return mft_test_file ("../resources/content/samples/pks-bsre.json");
}

static void
test_template (void)
{
  g_autoptr (JsonNode) all = mft_drive_json (0, WORDS ("template", "list", "--json"));
  g_autoptr (JsonNode) one = mft_drive_json (0, WORDS ("template", "show", "pks-bsre", "--json"));
  JsonObject *template = object_of (one);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (all)), >=, 2);
  mft_drive_assert_keys (json_array_get_object_element (json_node_get_array (all), 0),
                         "id title fields alternatives");
  mft_drive_assert_keys (template, "id title fields alternatives");
  g_assert_cmpstr (json_object_get_string_member (template, "id"), ==, "pks-bsre");
  mft_drive_assert_keys (first_of (template, "fields"),
                         "id type required default format choices meaning");
  mft_drive_assert_keys (first_of (template, "alternatives"), "id choices default");
  mft_drive_fails (2, NULL, WORDS ("template", "show", "tidak-ada", "--json"));
  mft_drive_fails (2, NULL, WORDS ("template", "hapus"));
}

/* Any agreement, also one that is imported, becomes a template, and an agreement again. */
static void
test_own_template (void)
{
  mft_drive_write ("naskah.txt", "PERJANJIAN KERJA SAMA\n\nPasal 1\nTUJUAN\nTujuan kami.\n", -1);
  mft_drive_fails (2, NULL, WORDS ("template", "add", "naskah.txt"));
  mft_drive_fails (3, NULL, WORDS ("template", "add", "tiada.txt", "--title", "Kami"));
  g_autofree char *id = mft_drive_done (WORDS ("template", "add", "naskah.txt", "--title", "Kami"));
  g_strchomp (id);
  g_autoptr (JsonNode) one = mft_drive_json (0, WORDS ("template", "show", id, "--json"));
  mft_drive_assert_keys (object_of (one), "id title fields alternatives");
  g_assert_cmpstr (json_object_get_string_member (object_of (one), "title"), ==, "Kami");
  g_free (mft_drive_done (WORDS ("new", "--template", id, "-o", "kami.pks")));
  g_autofree char *text = mft_drive_done (WORDS ("show", "kami.pks", "--text"));
  g_assert_nonnull (strstr (text, "Tujuan kami."));
  mft_drive_fails (2, "x.pks",
                   WORDS ("new", "--template", id, "--alternative", "tujuan=tidak", "-o", "x.pks"));

  g_autofree char *same = mft_drive_done (
      WORDS ("template", "add", "kami.pks", "--title", "Kami lagi", "--replace", id));
  g_assert_cmpstr (g_strchomp (same), ==, id);
  g_autofree char *list = mft_drive_done (WORDS ("template", "list"));
  g_assert_nonnull (strstr (list, "Kami lagi"));
  g_free (mft_drive_done (WORDS ("template", "remove", id)));
  mft_drive_fails (2, NULL, WORDS ("template", "remove", id));
  mft_drive_fails (2, NULL, WORDS ("template", "show", "sendiri-../../x"));
  mft_drive_fails (2, NULL, WORDS ("template", "add", "kami.pks", "--title", "x", "--replace", id));
}

static void
test_new (void)
{
  g_autofree char *values = sample_values ();

  mft_drive_fails (4, "n.pks", WORDS ("new", "--template", "pks-bsre", "-o", "n.pks"));
  g_free (mft_drive_done (WORDS ("new", "--template", "pks-bsre", "--incomplete", "-o", "b.pks")));
  g_free (
      mft_drive_done (WORDS ("new", "--template", "pks-bsre", "--values", values, "-o", "n.pks")));
  mft_drive_fails (4, NULL,
                   WORDS ("new", "--template", "pks-bsre", "--values", values, "-o", "n.pks"));
  /* What is empty in it must be filled before there are pages. */
  mft_drive_fails (4, "b.pdf", WORDS ("export", "b.pks", "-o", "b.pdf"));
  g_free (mft_drive_done (WORDS ("export", "b.pks", "-o", "b.pdf", "--draft")));
}

static void
test_new_misused (void)
{
  g_autofree char *values = sample_values ();

  mft_drive_write ("rusak.json", "{\"p1\": ", -1);
  mft_drive_fails (
      3, "x.pks", WORDS ("new", "--template", "pks-bsre", "--values", "rusak.json", "-o", "x.pks"));
  mft_drive_fails (
      3, "x.pks", WORDS ("new", "--template", "pks-bsre", "--values", "tiada.json", "-o", "x.pks"));
  mft_drive_fails (2, "x.pks", WORDS ("new", "--template", "tiada", "-o", "x.pks"));
  mft_drive_fails (2, NULL, WORDS ("new", "--template", "pks-bsre"));
  mft_drive_write ("daftar.json", "{\"p1\": {\"nama\": [1]}}", -1);
  mft_drive_fails (
      2, "x.pks",
      WORDS ("new", "--template", "pks-bsre", "--values", "daftar.json", "-o", "x.pks"));
  /* The sentence says what was wrong, by its name. */
  const struct
  {
    const char *option, *word, *named;
  } wrong[] = {
    { "--set", "tidak_ada=1", "“tidak_ada”" },
    { "--set", "tanggal_ttd=31-31-2026", "“31-31-2026”" },
    { "--set", "tanggal_ttd=Jum'at", "“Jum'at”" },
    { "--set", "tanggal_ttd", "--set" },
    { "--alternative", "tidak-ada=x", "“tidak-ada=x”" },
    { "--alternative", "K-25=tiada", "“K-25=tiada”" },
    { "--set", "p9.nama=Dinas Arus", "“p9.nama”" },
    { "--set", "pihak.9.nama=Dinas Arus", "“pihak.9.nama”" },
    { "--parties", "99", "99" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *const *words = WORDS ("new", "--template", "pks-bsre", "--values", values,
                                        wrong[i].option, wrong[i].word, "-o", "x.pks");
      mft_drive_fails (2, "x.pks", words);
      g_autoptr (MftDriven) driven = mft_drive (words);
      g_assert_nonnull (strstr (driven->messages, wrong[i].named));
    }
}

/* --set beats --values, and the value stands in the text. */
static void
test_new_set (void)
{
  g_autofree char *values = sample_values ();

  g_free (mft_drive_done (WORDS ("new", "--template", "pks-bsre", "--values", values, "--set",
                                 "p1.nama=Dinas Arus Laut", "-o", "s.pks")));
  g_autofree char *text = mft_drive_done (WORDS ("show", "s.pks", "--text"));
  g_assert_nonnull (strstr (text, "DINAS ARUS LAUT"));
  g_assert_null (strstr (text, "KEMENTERIAN TATA SAMUDRA"));
}

/* A newer major version: its words are shown, and that it can only be read is told. */
static void
test_show_newer (void)
{
  g_free (
      mft_drive_done (WORDS ("new", "--template", "pks-bsre", "--incomplete", "-o", "baru.xml")));
  g_autofree char *path = mft_drive_path ("baru.xml");
  g_autofree char *text = NULL;
  g_autoptr (GString) newer = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  newer = g_string_new (text);
  g_string_replace (newer, "versi=\"1.0\"", "versi=\"2.0\"", 1);
  mft_drive_write ("baru2.xml", newer->str, (gssize) newer->len);
  MftDriven *shown = mft_drive (WORDS ("show", "baru2.xml", "--text"));
  g_assert_cmpint (shown->status, ==, 3);
  g_assert_nonnull (strstr (shown->output, "JANGKA WAKTU"));
  g_assert_cmpstr (shown->messages, !=, "");
  mft_driven_free (shown);
  mft_drive_fails (3, NULL, WORDS ("show", "baru2.xml", "--json"));
  mft_drive_fails (3, "x.pks", WORDS ("import", "baru2.xml", "-o", "x.pks"));
}

static void
test_show (void)
{
  mft_drive_make_pages ();
  g_autoptr (JsonNode) shown = mft_drive_json (0, WORDS ("show", "naskah.pks", "--json"));
  JsonObject *agreement = object_of (shown);
  JsonObject *article = first_of (agreement, "articles");

  mft_drive_assert_keys (agreement,
                         "title date place parties opening komparisi legal_basis articles "
                         "closing signatures attachments fields counts");
  mft_drive_assert_keys (first_of (agreement, "parties"),
                         "role name document_number official office authority");
  mft_drive_assert_keys (article, "number label title id blocks");
  mft_drive_assert_keys (first_of (article, "blocks"), "kind label level id text");
  mft_drive_assert_keys (json_object_get_object_member (agreement, "counts"),
                         "pasal ayat huruf angka sub_huruf sub_angka contacts references "
                         "definitions legal_basis");
  g_assert_cmpstr (json_object_get_string_member (agreement, "date"), ==, "2026-03-09");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (agreement, "counts"), "pasal"), ==,
      15);
  mft_drive_fails (2, NULL, WORDS ("show", "naskah.pks", "--json", "--text"));
  mft_drive_fails (3, NULL, WORDS ("show", "tiada.pks"));
}

static void
test_check (void)
{
  static const char text[] = "PERJANJIAN KERJA SAMA\n\nPasal 1\nBIAYA\n\n"
                             "(1) Biaya dibayar dalam 4 (lima) hari.\n"
                             "(2) Sesuai dengan Pasal 9 ayat (3).\n";

  mft_drive_write ("salah.txt", text, -1);
  g_free (mft_drive_done (WORDS ("import", "salah.txt", "-o", "salah.pks")));
  g_autoptr (JsonNode) checked = mft_drive_json (1, WORDS ("check", "salah.pks", "--json"));
  JsonArray *findings = json_object_get_array_member (object_of (checked), "findings");
  g_autoptr (GString) rules = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);
      mft_drive_assert_keys (finding, "rule severity path id text message source ignored fix");
      g_string_append_printf (rules, "%s ", json_object_get_string_member (finding, "rule"));
      if (!g_str_equal (json_object_get_string_member (finding, "rule"), "number-words"))
        continue;
      JsonObject *fix = json_object_get_object_member (finding, "fix");
      JsonArray *edits = json_object_get_array_member (fix, "edits");
      g_assert_cmpstr (json_object_get_string_member (fix, "label"), ==, "Ganti dengan “empat”");
      g_assert_cmpuint (json_array_get_length (edits), ==, 1);
      mft_drive_assert_keys (json_array_get_object_element (edits, 0), "id start end text");
    }
  mft_drive_assert_keys (object_of (checked), "dictionary findings");
  g_assert_nonnull (strstr (rules->str, "number-words "));
  g_assert_nonnull (strstr (rules->str, "ref-dangling "));

  g_free (
      mft_drive_done (WORDS ("check", "salah.pks", "--fix", "number-words", "-o", "benar.pks")));
  g_autofree char *mended = mft_drive_done (WORDS ("show", "benar.pks"));
  g_assert_nonnull (strstr (mended, "4 (empat) hari"));
  mft_drive_fails (2, "x.pks", WORDS ("check", "salah.pks", "--fix", "tiada", "-o", "x.pks"));
  mft_drive_fails (2, NULL, WORDS ("check", "salah.pks", "--fix", "number-words"));
  mft_drive_fails (2, NULL,
                   WORDS ("check", "salah.pks", "--fix", "number-words", "-o", "salah.pks"));
  mft_drive_make_pages ();
  g_free (mft_drive_done (WORDS ("check", "naskah.pks")));
}

/* Text in, two signatures out. */
static void
walk (const char *text, const char *const *counts, const char *stem)
{
  g_autofree char *pks = g_strconcat (stem, ".pks", NULL);
  g_autofree char *pdf = g_strconcat (stem, ".pdf", NULL);
  g_autofree char *once = g_strconcat (stem, "-1.pdf", NULL);
  g_autofree char *twice = g_strconcat (stem, "-2.pdf", NULL);
  g_autoptr (JsonNode) imported
      = mft_drive_json (0, WORDS ("import", fixture (text), "-o", pks, "--json"));
  g_autoptr (JsonNode) shown = mft_drive_json (0, WORDS ("show", pks, "--json"));
  JsonObject *report = object_of (imported);
  JsonObject *shown_counts = json_object_get_object_member (object_of (shown), "counts");

  mft_drive_assert_keys (report, "kind counts guesses dropped words_before words_after");
  mft_drive_assert_keys (first_of (report, "guesses"), "line text as confidence");
  g_assert_cmpint (json_object_get_int_member (report, "words_before"), ==,
                   json_object_get_int_member (report, "words_after"));
  for (; *counts != NULL; counts++)
    {
      g_auto (GStrv) pair = g_strsplit (*counts, "=", 2);
      g_assert_cmpint (json_object_get_int_member (shown_counts, pair[0]), ==,
                       g_ascii_strtoll (pair[1], NULL, 10));
    }
  g_free (mft_drive_done (WORDS ("export", pks, "-o", pdf)));
  mft_drive_sign (pdf, once, 1);
  mft_drive_sign (once, twice, 2);
  g_free (mft_drive_done (WORDS ("verify", once, twice, "--trust", "ca.pem")));
}

static void
test_text_to_signatures (void)
{
  walk ("penanda.md", WORDS ("pasal=5", "ayat=7", "huruf=5", "angka=5", "contacts=2"), "penanda");
  walk ("terlipat.txt", WORDS ("pasal=3", "ayat=5", "huruf=3", "angka=0", "legal_basis=3"),
        "terlipat");
}

static void
test_sign_and_verify (void)
{
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_autoptr (JsonNode) made = mft_drive_json (
      0, WORDS ("sign", "naskah.pdf", "-o", "ttd.pdf", "--p12", "kesatu.p12", "--passphrase-file",
                "sandi.txt", "--field", "PIHAK_KESATU", "--yes", "--json"));
  g_autoptr (JsonNode) verified
      = mft_drive_json (0, WORDS ("verify", "ttd.pdf", "--trust", "ca.pem", "--json"));
  JsonObject *file = first_of (object_of (verified), "files");
  JsonObject *signature = first_of (file, "signatures");

  mft_drive_assert_keys (object_of (made), "file field level signer timestamp sha256");
  mft_drive_assert_keys (object_of (verified), "policy judged_at files");
  mft_drive_assert_keys (file, "file sha256 verdict source source_matches signatures");
  mft_drive_assert_keys (signature,
                         "field state kind signer issuer subfilter level integrity coverage "
                         "revision revisions byte_range certification changes_after changes trust "
                         "revocation signing_time signing_time_source digest algorithm indication "
                         "subindication messages");
  g_assert_cmpstr (json_object_get_string_member (file, "verdict"), ==, "valid");
  g_assert_cmpstr (json_object_get_string_member (file, "sha256"), ==,
                   json_object_get_string_member (object_of (made), "sha256"));
  g_assert_cmpstr (json_object_get_string_member (signature, "level"), ==, "B-B");
  g_assert_cmpstr (json_object_get_string_member (signature, "subfilter"), ==,
                   "ETSI.CAdES.detached");
}

static void
assert_verdicts (JsonNode *node, const char *const *verdicts)
{
  JsonArray *files = json_object_get_array_member (object_of (node), "files");

  for (guint i = 0; verdicts[i] != NULL; i++)
    {
      JsonObject *file = json_array_get_object_element (files, i);
      mft_drive_assert_keys (file, "file sha256 verdict source source_matches signatures");
      g_assert_cmpstr (json_object_get_string_member (file, "verdict"), ==, verdicts[i]);
    }
}

/* Every file is told; what cannot be read beats what is not valid. */
static void
test_verify_many (void)
{
  mft_drive_make_pages ();
  mft_drive_sign ("naskah.pdf", "banyak.pdf", 1);
  mft_drive_write ("bukan.pdf", "ini bukan PDF", -1);
  g_autoptr (JsonNode) unsigned_too = mft_drive_json (
      1, WORDS ("verify", "banyak.pdf", "naskah.pdf", "--trust", "ca.pem", "--json"));
  g_autoptr (JsonNode) untrusted = mft_drive_json (1, WORDS ("verify", "banyak.pdf", "--json"));
  g_autoptr (JsonNode) all
      = mft_drive_json (3, WORDS ("verify", "tiada.pdf", "bukan.pdf", "naskah.pdf", "banyak.pdf",
                                  "--trust", "ca.pem", "--json"));

  assert_verdicts (unsigned_too, WORDS ("valid", "unsigned"));
  assert_verdicts (untrusted, WORDS ("indeterminate"));
  assert_verdicts (all, WORDS ("unreadable", "unreadable", "unsigned", "valid"));
  mft_drive_fails (3, NULL, WORDS ("verify", "banyak.pdf", "--trust", "tiada.pem"));
  mft_drive_fails (2, NULL, WORDS ("verify", "banyak.pdf", "--at", "kemarin"));
}

static void
test_demo (void)
{
  static const char *const names[]
      = { "naskah.pks",           "naskah.pdf",   "ditandatangani-1.pdf",
          "ditandatangani-2.pdf", "laporan.json", "ca.pem" };
  g_free (mft_drive_done (WORDS ("demo", "-o", "contoh")));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename ("contoh", names[i], NULL);
      g_assert_true (mft_drive_exists (name));
    }
  g_autoptr (GBytes) report = mft_drive_read ("contoh/laporan.json");
  g_autoptr (JsonNode) root = json_from_string (g_bytes_get_data (report, NULL), NULL);
  assert_verdicts (root, WORDS ("valid", "valid"));
  g_free (
      mft_drive_done (WORDS ("verify", "contoh/ditandatangani-2.pdf", "--trust", "contoh/ca.pem")));
  mft_drive_fails (4, NULL, WORDS ("demo", "-o", "contoh"));
}

/* Unknown options are refused, not ignored. */
static guint
count_words (const char *text, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

/* Every line fits a terminal, whatever the language; wrong use names the command's own help. */
static void
test_help (void)
{
  static const char *const languages[] = { "id", "en" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
      g_subprocess_launcher_setenv (launcher, "MUFAKAT_LANG", languages[i], TRUE);
      g_autoptr (MftDriven) driven = mft_drive_by (launcher, WORDS ("help"));
      g_assert_cmpint (driven->status, ==, 0);
      g_assert_nonnull (strstr (driven->output, "\n  mufakat library restore "));
      g_auto (GStrv) lines = g_strsplit (driven->output, "\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        g_assert_cmpint (g_utf8_strlen (lines[j], -1), <=, 80);
    }
  g_autofree char *one = mft_drive_done (WORDS ("template", "--help"));
  g_assert_cmpuint (count_words (one, "  mufakat template "), ==, 4);
  g_autoptr (MftDriven) wrong = mft_drive (WORDS ("compare", "--tidak-dikenal"));
  g_assert_nonnull (strstr (wrong->messages, "mufakat compare --help"));
}

static void
test_misuse (void)
{
  static const char *const commands[]
      = { "template", "new", "import", "show", "check", "export", "sign", "verify", "demo" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      mft_drive_fails (2, NULL, WORDS (commands[i], "--tidak-dikenal"));
      mft_drive_fails (2, NULL, WORDS (commands[i], "a", "b", "c", "-o", "x", "-o", "y"));
      mft_drive_fails (2, NULL, WORDS (commands[i], "-o"));
      g_free (mft_drive_done (WORDS (commands[i], "--help")));
    }
  mft_drive_fails (2, NULL, WORDS ("teken"));
  mft_drive_fails (2, NULL, WORDS ("--data-dir"));
  mft_drive_fails (2, "x.wpd", WORDS ("export", fixture ("penanda.md"), "-o", "x.wpd"));
}

/* The term of the sample, changed by hand; its keys, classes, words, and what ignoring does. */
static void
test_compare (void)
{
  g_autofree char *values = sample_values ();
  g_autofree char *same = NULL;

  g_free (
      mft_drive_done (WORDS ("new", "--template", "pks-bsre", "--values", values, "-o", "a.pks")));
  g_free (mft_drive_done (WORDS ("new", "--template", "pks-bsre", "--values", values, "--set",
                                 "jangka_waktu=7 tahun", "-o", "c.pks")));
  same = mft_drive_done (WORDS ("compare", "a.pks", "a.pks"));
  g_assert_null (strstr (same, "[-"));

  g_autoptr (JsonNode) node = mft_drive_json (1, WORDS ("compare", "a.pks", "c.pks", "--json"));
  mft_drive_assert_keys (object_of (node), "summary origins changes");
  JsonObject *summary = json_object_get_object_member (object_of (node), "summary");
  mft_drive_assert_keys (summary, "same edited moved moved_edited inserted deleted split merged "
                                  "renumbered reference_only cosmetic");
  g_assert_cmpint (json_object_get_int_member (summary, "edited"), >=, 1);
  g_assert_cmpint (json_object_get_int_member (summary, "same"), >, 40);
  JsonObject *change = first_of (object_of (node), "changes");
  mft_drive_assert_keys (change, "class important marked article left right words");
  mft_drive_assert_keys (json_object_get_object_member (change, "left"), "path id text");
  g_assert_true (json_object_get_null_member (change, "marked"));

  MftDriven *told = mft_drive (WORDS ("compare", "a.pks", "c.pks"));
  g_assert_cmpint (told->status, ==, 1);
  g_assert_nonnull (strstr (told->output, "{+7 (tujuh)+}"));
  mft_driven_free (told);

  /* What is important is told, whatever is ignored. */
  g_autoptr (JsonNode) ignored
      = mft_drive_json (1, WORDS ("compare", "a.pks", "c.pks", "--json", "--ignore", "edited"));
  first_of (object_of (ignored), "changes");
}

/* Whatever reads a PDF opens an encrypted one, and says of a wrong password that it is one. */
static void
test_password (void)
{
  g_autofree char *text = g_strdup (fixture ("penanda.md"));

  g_free (mft_drive_done (WORDS ("export", text, "-o", "polos.pdf")));
  g_autofree char *path = mft_drive_path ("polos.pdf");
  g_autofree char *data = NULL;
  gsize size = 0;
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_autoptr (GBytes) plain = g_bytes_new (data, size);
  g_autoptr (GBytes) locked
      = mft_test_encrypt (plain, MFT_TEST_AES_256, "rahasia", "rahasia", TRUE);
  mft_drive_write ("kunci.pdf", g_bytes_get_data (locked, NULL),
                   (gssize) g_bytes_get_size (locked));
  mft_drive_write ("sandi", "rahasia\n", -1);
  mft_drive_fails (3, NULL, WORDS ("compare", "kunci.pdf", "polos.pdf"));
#define PASSWORD "--password-file", "sandi"
  g_free (mft_drive_done (WORDS ("compare", "polos.pdf", "kunci.pdf", PASSWORD)));
  mft_drive_fails (3, NULL, WORDS ("show", "kunci.pdf"));
  mft_drive_write ("sandi-lain", "salah\n", -1);
  mft_drive_fails (3, NULL, WORDS ("show", "kunci.pdf", "--password-file", "sandi-lain"));
  mft_drive_fails (3, NULL,
                   WORDS ("compare", "kunci.pdf", "polos.pdf", "--password-file", "sandi-lain"));
  g_free (mft_drive_done (WORDS ("show", "kunci.pdf", PASSWORD)));
  g_autoptr (MftDriven) checked = mft_drive (WORDS ("check", "kunci.pdf", PASSWORD));
  g_assert_cmpint (checked->status, <=, 1); /* read, whatever is found */
  g_free (mft_drive_done (WORDS ("export", "kunci.pdf", "-o", "terbuka.txt", PASSWORD)));
  mft_drive_fails (3, "lagi.txt",
                   WORDS ("export", "kunci.pdf", "-o", "lagi.txt", "--password-file", "tidak-ada"));
}

/* JSON, its summary and the matrix count the same. */
static void
test_compare_counts (void)
{
  const char *text = fixture ("terlipat.txt");
  const char *other = fixture ("penanda.md");
  g_autoptr (JsonNode) node = mft_drive_json (1, WORDS ("compare", text, other, "--json"));
  JsonObject *summary = json_object_get_object_member (object_of (node), "summary");
  guint changes
      = json_array_get_length (json_object_get_array_member (object_of (node), "changes"));
  g_autoptr (GList) classes = json_object_get_members (summary);
  g_autofree char *path = g_build_filename (mft_drive_folder (), "hitung.csv", NULL);
  g_autofree char *csv = NULL;
  gint64 counted = 0;

  for (GList *at = classes; at != NULL; at = at->next)
    counted += g_str_equal (at->data, "same") ? 0 : json_object_get_int_member (summary, at->data);
  mft_driven_free (
      mft_drive (WORDS ("compare", text, other, "-o", "hitung.csv", "--columns", "number,pasal")));
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (g_strchomp (csv), "\r\n", -1);
  g_assert_cmpuint (changes, >, 0);
  g_assert_cmpint (counted, ==, changes);
  g_assert_cmpuint (g_strv_length (lines), ==, changes + 1);
  mft_drive_fails (2, "x.csv", WORDS ("compare", text, other, "-o", "x.csv", "--columns", "warna"));
}

/* Every form that a comparison is written in; differences found are status 1 all the same. */
static void
test_compare_files (void)
{
  static const char *const names[] = { "m.pdf", "m.docx", "m.xlsx", "m.html", "m.csv" };
  const char *text = fixture ("terlipat.txt");
  const char *other = fixture ("penanda.md");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MftDriven *made = mft_drive (WORDS ("compare", text, other, "-o", names[i]));
      g_assert_cmpint (made->status, ==, 1);
      g_assert_cmpstr (made->output, ==, "");
      g_assert_true (mft_drive_exists (names[i]));
      mft_driven_free (made);
    }
  MftDriven *redline = mft_drive (WORDS ("compare", text, other, "-o", "r.pdf", "--as", "redline"));
  g_assert_cmpint (redline->status, ==, 1);
  mft_driven_free (redline);
  mft_drive_fails (4, NULL, WORDS ("compare", text, other, "-o", "m.pdf"));
  mft_drive_fails (2, "m.odt", WORDS ("compare", text, other, "-o", "m.odt"));
  mft_drive_fails (2, "r.csv", WORDS ("compare", text, other, "-o", "r.csv", "--as", "redline"));
  mft_drive_fails (2, "r.csv", WORDS ("compare", text, other, "-o", "r.csv", "--as", "semua"));
  mft_drive_fails (2, NULL, WORDS ("compare", text, other, "--as", "matrix"));
  mft_drive_fails (2, NULL, WORDS ("compare", "m.html", other, "-o", "m.html", "--force"));
}

static void
test_compare_fails (void)
{
  const char *text = fixture ("terlipat.txt");

  mft_drive_fails (2, NULL, WORDS ("compare", text));
  mft_drive_fails (2, NULL, WORDS ("compare", text, text, text));
  mft_drive_fails (2, NULL, WORDS ("compare", text, text, "--ignore", "semua"));
  mft_drive_fails (3, NULL, WORDS ("compare", text, "tidak-ada.pks"));
  mft_drive_fails (3, NULL, WORDS ("compare", "tidak-ada.pks", text));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/command/template", test_template);
  g_test_add_func ("/command/template/own", test_own_template);
  g_test_add_func ("/command/new", test_new);
  g_test_add_func ("/command/new/misused", test_new_misused);
  g_test_add_func ("/command/new/set", test_new_set);
  g_test_add_func ("/command/show", test_show);
  g_test_add_func ("/command/show/newer", test_show_newer);
  g_test_add_func ("/command/check", test_check);
  g_test_add_func ("/command/compare", test_compare);
  g_test_add_func ("/command/compare/files", test_compare_files);
  g_test_add_func ("/command/compare/counts", test_compare_counts);
  g_test_add_func ("/command/contract/password", test_password);
  g_test_add_func ("/command/compare/fails", test_compare_fails);
  g_test_add_func ("/command/text-to-signatures", test_text_to_signatures);
  g_test_add_func ("/command/sign-and-verify", test_sign_and_verify);
  g_test_add_func ("/command/verify/many", test_verify_many);
  g_test_add_func ("/command/demo", test_demo);
  g_test_add_func ("/command/help", test_help);
  g_test_add_func ("/command/misuse", test_misuse);
  return g_test_run ();
}
