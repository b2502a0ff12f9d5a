/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include <libxml/relaxng.h>

#include "agreement/akn.h"
#include "agreement/edit.h"
#include "agreement/table.h"
#include "container/error.h"
#include "container/xml.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)

static xmlRelaxNG *schema;

static char *
to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
write_text (MftAgreement *agreement)
{
  g_autoptr (GBytes) bytes = mft_akn_write (agreement);

  return to_text (bytes);
}

static MftAgreement *
read_text (const char *text, GPtrArray **mismatches, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mft_akn_read (bytes, mismatches, error);
}

/* `text` with the first `from` replaced. */
static char *
replaced (const char *text, const char *from, const char *to)
{
  const char *place = strstr (text, from);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, to, place + strlen (from));
}

static gboolean
is_valid (GBytes *bytes)
{
  g_autoptr (xmlDoc) doc = mft_xml_parse (bytes, "naskah.xml", NULL, NULL);
  g_autoptr (xmlRelaxNGValidCtxt) context = xmlRelaxNGNewValidCtxt (schema);

  g_assert_nonnull (doc);
  return xmlRelaxNGValidateDoc (context, doc) == 0;
}

/* Saved, loaded and saved again: the same agreement, the same bytes, valid by the schema. */
static void
assert_round_trip (MftAgreement *agreement)
{
  g_autoptr (GBytes) written = mft_akn_write (agreement);
  g_autoptr (GPtrArray) mismatches = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = mft_akn_read (written, &mismatches, &error);
  g_autofree char *first = to_text (written);
  g_autofree char *before = mft_test_dump (agreement);

  g_assert_no_error (error);
  g_autofree char *second = write_text (read);
  g_autofree char *after = mft_test_dump (read);
  mft_test_assert_text (after, before);
  mft_test_assert_text (second, first);
  g_assert_cmpuint (mismatches->len, ==, 0);
  g_assert_true (is_valid (written));
}

static void
test_round_trip (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  assert_round_trip (agreement);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  for (int round = 0; round < 20; round++)
    {
      for (int i = 0; i < 10; i++)
        mft_test_random_edit (agreement, random);
      assert_round_trip (agreement);
    }
}

static void
test_empty (void)
{
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);

  assert_round_trip (agreement);
}

/* Every field of a block and every kind of run. */
static void
test_everything (void)
{
  static const MftStyle all
      = MFT_STYLE_BOLD | MFT_STYLE_ITALIC | MFT_STYLE_DEFINITION | MFT_STYLE_TERM;
  static const MftRun runs[] = {
    { MFT_RUN_TEXT, all, 0, " <&\"> “é” " },
    { MFT_RUN_REFERENCE, MFT_STYLE_BOLD, MFT_REFERENCE_EXTERNAL, "Pasal 1266 KUHPerdata" },
    { MFT_RUN_REFERENCE, MFT_STYLE_PLAIN, MFT_REFERENCE_IGNORED, "ayat (9)" },
    { MFT_RUN_REFERENCE, MFT_STYLE_PLAIN, MFT_REFERENCE_PATH, "hilanghila" },
    { MFT_RUN_FIELD, MFT_STYLE_ITALIC, MFT_FORM_UPPER, "p9.tidak_ada" },
    { MFT_RUN_NUMBER, all, MFT_FORM_MONEY, "10000.50" },
    { MFT_RUN_DATE, MFT_STYLE_PLAIN, MFT_FORM_DATE_DIGITS, "2023-05-08" },
    { MFT_RUN_PARTY, MFT_STYLE_PLAIN, 0, "tiap" },
    { MFT_RUN_TEXT, MFT_STYLE_PLAIN, 0, " " },
  };
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *body = mft_block_append (root, mft_block_new (MFT_BLOCK_BODY, NULL));
  MftBlock *pasal = mft_block_append (body, mft_block_new (MFT_BLOCK_PASAL, NULL));
  g_autoptr (MftText) text = mft_text_new_runs (runs, G_N_ELEMENTS (runs));
  MftBlock *ayat = mft_block_append (pasal, mft_block_new (MFT_BLOCK_AYAT, text));
  g_autoptr (MftAgreement) agreement = NULL;
  static const char *const choices[] = { "satu & dua", "<tiga>", NULL };
  MftField *field = mft_field_new ("pilih", MFT_FIELD_CHOICE, FALSE, "Apa & mana", choices);

  mft_block_set_locked_label (ayat, "(1a)");
  mft_block_set_clause (ayat, "K-25", "tetap");
  mft_block_set_marks (ayat, MFT_MARKS_SUB_ANGKA);
  mft_block_set_party (mft_block_append (ayat, mft_block_new (MFT_BLOCK_CONTACT, NULL)), 12);
  agreement = mft_agreement_new (root);
  mft_field_set_default (field, "<tiga>");
  mft_field_set_value (field, "satu & dua");
  mft_agreement_add_field (agreement, field);
  mft_agreement_set_setting (agreement, "garis", "abc");
  mft_agreement_set_n_parties (agreement, 3);
  assert_round_trip (agreement);
}

static void
assert_fails (const char *text, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = read_text (text, NULL, &error);

  g_assert_null (read);
  g_assert_error (error, domain, code);
}

/* A lampiran on its side with a table that sums, a picture, and pages of a PDF. */
static MftAgreement *
attachment_agreement (void)
{
  static const char *const titles[] = { "No.", "Uraian", "Jumlah (Rp)" };
  static const MftColumn kinds[] = { MFT_COLUMN_ROW_NUMBER, MFT_COLUMN_WORDS, MFT_COLUMN_MONEY };
  g_autoptr (MftText) title = mft_text_new ("RENCANA ANGGARAN BIAYA", MFT_STYLE_PLAIN);
  g_autoptr (MftText) amount = mft_text_new ("1.250.000", MFT_STYLE_PLAIN);
  MftAgreement *agreement = mft_test_agreement ();
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *attachment = mft_block_new (MFT_BLOCK_ATTACHMENT, title);
  MftBlock *table = mft_block_append (attachment, mft_table_new (titles, kinds, 3));
  MftBlock *picture = mft_block_append (attachment, mft_block_new (MFT_BLOCK_FIGURE, title));
  MftBlock *pages = mft_block_append (attachment, mft_block_new (MFT_BLOCK_FIGURE, NULL));

  mft_block_set_trait (attachment, MFT_TRAIT_ORIENTATION, "mendatar");
  mft_block_set_trait (picture, MFT_TRAIT_SOURCE, "aset/denah-1.png");
  mft_block_set_trait (pages, MFT_TRAIT_SOURCE, "aset/kerangka_acuan.pdf");
  mft_block_set_trait (pages, MFT_TRAIT_PAGES, "1-3,5");
  mft_block_set_text (mft_block_get_child (mft_block_get_child (table, 1), 2), amount);
  g_assert_true (mft_edit_insert (agreement, root, mft_block_n_children (root), attachment, NULL));
  MftBlock *money = mft_block_get_child (mft_table_get_head (table), 2);
  g_assert_true (mft_table_set_sum (agreement, money, TRUE, NULL));
  g_assert_true (mft_table_set_terbilang (agreement, money, TRUE, NULL));
  return agreement;
}

static void
test_attachments (void)
{
  g_autoptr (MftAgreement) agreement = attachment_agreement ();
  g_autofree char *text = write_text (agreement);

  assert_round_trip (agreement);
  g_assert_nonnull (strstr (text, "m:arah=\"mendatar\""));
  g_assert_nonnull (strstr (text, ">1.250.000,00</quantity>"));
  g_assert_nonnull (strstr (text, ">satu juta dua ratus lima puluh ribu rupiah</quantity>"));
}

static void
test_damaged_attachments (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } cases[] = {
    { "m:arah=\"mendatar\"", "m:arah=\"miring\"" },
    { "aset/denah-1.png", "aset/../denah.png" },
    { "aset/denah-1.png", "/etc/denah.png" },
    { "aset/denah-1.png", "aset/" },
    { "m:halaman=\"1-3,5\"", "m:halaman=\"3-1\"" },
    { "m:halaman=\"1-3,5\"", "m:halaman=\"semua\"" },
    { "m:kolom=\"uang\"", "m:kolom=\"emas\"" },
    { "m:hitung=\"nomor\"", "m:hitung=\"nomor nomor\"" },
    { "m:hitung=\"jumlah ", "m:hitung=\"jumlah jumlah " },
    { "class=\"gambar\"", "class=\"gambar\" m:kolom=\"uang\"" },
  };
  g_autoptr (MftAgreement) agreement = attachment_agreement ();
  g_autofree char *text = write_text (agreement);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *broken = replaced (text, cases[i].from, cases[i].to);
      g_test_message ("%s", cases[i].to);
      assert_fails (broken, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
    }
}

static void
test_computed_words_are_not_believed (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *text = write_text (agreement);
  g_autofree char *label = replaced (text, "<num>(2)</num>", "<num>(5)</num>");
  g_autofree char *words = replaced (label, ">30 (tiga puluh)<", ">30 (empat puluh)<");
  g_autoptr (GPtrArray) mismatches = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = read_text (words, &mismatches, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (mismatches->len, ==, 2);
  const MftAknMismatch *number = mismatches->pdata[0];
  g_assert_cmpstr (number->written, ==, "30 (empat puluh)");
  g_assert_cmpstr (number->computed, ==, "30 (tiga puluh)");
  g_assert_nonnull (mft_agreement_get_block (read, number->id));
  again = write_text (read);
  mft_test_assert_text (again, text);
}

static void
test_versions (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *text = write_text (agreement);
  g_autofree char *major = replaced (text, "m:versi=\"1.0\"", "m:versi=\"2.0\"");
  g_autofree char *minor = replaced (text, "m:versi=\"1.0\"", "m:versi=\"1.7\"");
  g_autofree char *none = replaced (text, " m:versi=\"1.0\"", "");
  g_autofree char *odd = replaced (text, "m:versi=\"1.0\"", "m:versi=\"satu\"");
  g_autofree char *block = replaced (minor, "<preamble>", "<preamble><m:baru/>");
  g_autofree char *attribute = replaced (minor, "<mainBody ", "<mainBody m:baru=\"1\" ");
  g_autofree char *same = replaced (text, "<preamble>", "<preamble><m:baru/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = read_text (minor, NULL, &error);

  g_assert_no_error (error);
  assert_fails (major, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION);
  assert_fails (none, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
  assert_fails (odd, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
  /* What cannot be kept is not opened at all, so that nothing is lost in silence. */
  assert_fails (block, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION);
  assert_fails (attribute, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION);
  assert_fails (same, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
}

static void
test_newer_metadata_is_kept (void)
{
  const char *added
      = "\n<m:alur tahap=\"2 &lt; 3\"><m:langkah>paraf &amp; telaah</m:langkah></m:alur>";
  g_autofree char *insertion = g_strconcat (added, "</proprietary>", NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *text = write_text (agreement);
  g_autofree char *minor = replaced (text, "m:versi=\"1.0\"", "m:versi=\"1.1\"");
  g_autofree char *newer = replaced (minor, "</proprietary>", insertion);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = read_text (newer, NULL, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = write_text (read);
  g_assert_nonnull (strstr (again, insertion));
  /* What is kept is known in no lower version: it can be read again, and again. */
  g_autoptr (MftAgreement) third = read_text (again, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *same = write_text (third);
  mft_test_assert_text (same, again);
}

/* Among the blocks too: it reads as a paragraph, is written as it came, and does not change. */
static void
test_newer_block_is_kept (void)
{
  const char *added = "\n<m:rumus bahasa=\"id\">laba <m:bagi>50%</m:bagi> &amp; sisanya</m:rumus>";
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  g_autofree char *id = g_strdup (mft_block_get_id (mft_block_get_child (body, 1)));
  g_autofree char *text = write_text (agreement);
  g_autofree char *minor = replaced (text, "m:versi=\"1.0\"", "m:versi=\"1.7\"");
  g_autofree char *insertion = g_strconcat (added, "</article>", NULL);
  char *end = strstr (strstr (minor, id), "</article>");
  g_autofree char *newer = g_strdup_printf ("%.*s%s%s", (int) (end - minor), minor, insertion,
                                            end + strlen ("</article>"));
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = read_text (newer, NULL, &error);

  g_assert_no_error (error);
  MftBlock *pasal = mft_agreement_get_block (read, id);
  MftBlock *kept = mft_block_get_child (pasal, mft_block_n_children (pasal) - 1);
  g_autofree char *words = mft_text_dup_words (mft_block_get_text (kept));
  g_assert_cmpstr (words, ==, "laba 50% & sisanya");
  g_assert_false (mft_edit_text (read, kept, 0, 4, NULL, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION);
  g_clear_error (&error);
  g_assert_null (mft_edit_split (read, kept, 2, NULL));
  g_assert_null (mft_edit_merge (read, kept, NULL, NULL));
  g_autofree char *again = write_text (read);
  g_assert_nonnull (strstr (again, added));
  g_autoptr (MftAgreement) third = read_text (again, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *same = write_text (third);
  mft_test_assert_text (same, again);
  /* A file that says it is of this version may not hold it. */
  g_autofree char *lying = replaced (newer, "m:versi=\"1.7\"", "m:versi=\"1.0\"");
  g_assert_null (read_text (lying, NULL, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } cases[] = {
    { "<article ", "<artikel " /* not well formed */ },
    { "name=\"pks\"", "name=\"lain\"" },
    { "m:bentuk=\"durasi\"", "m:bentuk=\"aneh\"" },
    { "normalized=\"30\"", "normalized=\"3O\"" },
    { "date=\"2026-11-26\" m:", "date=\"2026-02-30\" m:" },
    { "refersTo=\"#pihak-1\"", "refersTo=\"#pihak-0\"" },
    { "jenis=\"durasi\"", "jenis=\"masa\"" },
    { "nilai=\"4 tahun\"", "nilai=\"empat windu\"" },
    { "<preface eId=\"", "<preface eId=\"A" },
    { "class=\"tengah\"", "class=\"miring\"" },
    { "<paragraph ", "lepas <paragraph " },
    { "<conclusions>", "<conclusions><p>lepas</p>" },
    { "<heading>JANGKA", "<heading>DUA</heading><heading>JANGKA" },
  };
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *text = write_text (agreement);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *broken = replaced (text, cases[i].from, cases[i].to);
      g_autoptr (GError) error = NULL;
      g_autoptr (MftAgreement) read = read_text (broken, NULL, &error);

      g_test_message ("%s", cases[i].to);
      g_assert_null (read);
      g_assert_nonnull (error);
    }
}

/* The schema is of use only if it says no. */
static void
test_schema_refuses (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *text = write_text (agreement);
  g_autofree char *broken = replaced (text, "class=\"tengah\"", "class=\"miring\"");
  g_autoptr (GBytes) bytes = g_bytes_new (broken, strlen (broken));

  g_assert_false (is_valid (bytes));
}

static void
test_same_id_twice (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  const char *first = mft_block_get_id (mft_block_get_child (body, 0));
  const char *second = mft_block_get_id (mft_block_get_child (body, 1));
  g_autofree char *text = write_text (agreement);
  g_autofree char *from = g_strdup_printf ("eId=\"%s\"", second);
  g_autofree char *to = g_strdup_printf ("eId=\"%s\"", first);
  g_autofree char *twice = replaced (text, from, to);

  assert_fails (twice, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<list>");
  assert_fails (deep->str, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_LIMIT);
  assert_fails ("<!DOCTYPE akomaNtoso [<!ENTITY a \"b\">]><akomaNtoso>&a;</akomaNtoso>",
                MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_REFUSED);
  assert_fails ("<akomaNtoso/>", MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
  assert_fails ("", MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
}

/* Cut anywhere it is refused, flipped anywhere it comes back with an answer. */
static void
test_cut_and_flipped (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GBytes) whole = mft_akn_write (agreement);
  gsize size = 0;
  const char *data = g_bytes_get_data (whole, &size);

  for (gsize cut = 0; cut + 1 < size; cut += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (MftAgreement) read = mft_akn_read (part, NULL, NULL);
      g_assert_null (read);
    }
  for (gsize at = 0; at < size; at += 5)
    {
      char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (MftAgreement) read = NULL;
      g_autoptr (GError) error = NULL;

      copy[at] ^= 0x15;
      flipped = g_bytes_new_take (copy, size);
      read = mft_akn_read (flipped, NULL, &error);
      g_assert_true ((read != NULL) == (error == NULL));
    }
}

/* What is saved is not read as a person's writing: "0.125" and "12.125" stay what they are. */
static void
test_saved_numbers (void)
{
  static const char *const values[] = { "0.125", "12.125", "0.5" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_test_agreement ();
      MftField *field = mft_field_new ("denda", MFT_FIELD_PERCENT, FALSE, "Denda", NULL);
      mft_field_set_value (field, values[i]);
      mft_agreement_add_field (agreement, field);
      g_autofree char *text = write_text (agreement);
      g_autoptr (MftAgreement) read = read_text (text, NULL, NULL);
      g_assert_cmpstr (mft_agreement_get_value (read, "denda"), ==, values[i]);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;
  int result;

  mft_test_init (&argc, &argv);
  path = mft_test_file ("../resources/naskah.rng");
  parser = xmlRelaxNGNewParserCtxt (path);
  schema = xmlRelaxNGParse (parser);
  g_assert_nonnull (schema);

  g_test_add_func ("/akn/round-trip", test_round_trip);
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/akn/random/%u", seed);
      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_random);
    }
  g_test_add_func ("/akn/empty", test_empty);
  g_test_add_func ("/akn/everything", test_everything);
  g_test_add_func ("/akn/attachments", test_attachments);
  g_test_add_func ("/akn/damaged-attachments", test_damaged_attachments);
  g_test_add_func ("/akn/computed-words", test_computed_words_are_not_believed);
  g_test_add_func ("/akn/versions", test_versions);
  g_test_add_func ("/akn/newer-metadata", test_newer_metadata_is_kept);
  g_test_add_func ("/akn/newer-block", test_newer_block_is_kept);
  g_test_add_func ("/akn/damaged", test_damaged);
  g_test_add_func ("/akn/schema-refuses", test_schema_refuses);
  g_test_add_func ("/akn/same-id", test_same_id_twice);
  g_test_add_func ("/akn/hostile", test_hostile);
  g_test_add_func ("/akn/cut-and-flipped", test_cut_and_flipped);
  g_test_add_func ("/akn/saved-numbers", test_saved_numbers);
  result = g_test_run ();
  xmlRelaxNGFree (schema);
  return result;
}
