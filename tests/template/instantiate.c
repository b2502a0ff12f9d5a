/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/support.h"

#include "agreement/edit.h"
#include "agreement/numbering.h"
#include "agreement/party.h"
#include "container/json.h"
#include "template/dump.h"
#include "template/error.h"
#include "template/sample.h"

#define ROWS                                                                                       \
  "{\"tahun_anggaran\": 2026, \"nilai_kerja_sama\": 4500000.5, \"rab\": ["                         \
  "{\"uraian\": \"Peta *laut*; {lama}\", \"tahun\": 2026, \"volume\": 2, \"satuan\": \"lembar\","  \
  " \"harga\": 750000.25, \"sumber\": \"APBN\"},"                                                  \
  "{\"uraian\": \"Bimbingan teknis\", \"tahun\": 2026, \"volume\": 1, \"satuan\": \"kegiatan\","   \
  " \"harga\": 3000000, \"sumber\": \"APBN\"}]}"

/* The sample of a template with one choice or two made otherwise. */
static MftAgreement *
make (const char *template_id, const char *id, const char *choice, gboolean incomplete,
      GError **error)
{
  g_autoptr (MftValues) values = mft_sample_values (template_id);
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  const MftTemplateRequest request = { .template = mft_template_get (template_id),
                                       .values = values,
                                       .choices = choices,
                                       .incomplete = incomplete };

  if (id != NULL)
    g_hash_table_insert (choices, (gpointer) id, (gpointer) choice);
  return mft_template_instantiate (&request, error);
}

static char *
dump_choice (const char *template_id, const char *id, const char *choice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = make (template_id, id, choice, TRUE, &error);

  g_assert_no_error (error);
  return dump (agreement);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is not in\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("\"%s\" is in\n%s", part, text);
}

static void
test_golden (void)
{
  static const char *const ids[] = { "pks-bsre", "pks-umum", "pks-tiga-pihak" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strdup_printf ("template/%s.txt", ids[i]);
      g_autoptr (MftAgreement) agreement = mft_sample_agreement (ids[i]);
      g_autofree char *text = dump (agreement);
      if (g_getenv ("MFT_TEST_UPDATE") != NULL)
        {
          g_autofree char *path = mft_test_file (name);
          g_assert_true (g_file_set_contents (path, text, -1, NULL));
        }
      g_autoptr (GBytes) bytes = mft_test_read (name);
      g_autofree char *expected
          = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      mft_test_assert_text (text, expected);
    }
}

static void
test_counts (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  MftCounts counts = mft_count (agreement);

  g_assert_cmpuint (counts.pasal, ==, 15);
  g_assert_cmpuint (counts.contacts, ==, 2);
  g_assert_cmpuint (counts.references, ==, 10);
  g_assert_cmpuint (counts.legal_basis, ==, 0);
  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 2);
  g_assert_cmpstr (mft_agreement_get_setting (agreement, "templat"), ==, "pks-bsre");
  g_assert_cmpuint (strlen (mft_agreement_get_setting (agreement, "garis")), ==, 10);
  g_autofree char *title = mft_agreement_dup_title (agreement);
  g_assert_cmpstr (title, ==,
                   "Pemanfaatan Sertifikat Elektronik pada Sistem Elektronik di Kementerian "
                   "Tata Samudra");
}

/* Every closing mark of a list: ";" but for the last two items. */
static void
check_lists (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    {
      guint index = mft_block_get_index (block);
      MftBlock *parent = mft_block_get_parent (block);
      g_autofree char *text = mft_shown_text (agreement, block);
      gboolean definition = strstr (text, " adalah ") != NULL;
      if (mft_block_get_kind (block) != MFT_BLOCK_ITEM || definition
          || mft_block_n_children (block) > 0)
        continue;
      guint size = mft_block_n_children (parent);
      /* One item alone: only the blank of a list that is still empty. */
      g_assert_true (size > 1 || g_str_has_prefix (text, "["));
      if (index + 2 < size)
        g_assert_true (g_str_has_suffix (text, ";"));
      else if (index + 2 == size)
        g_assert_true (g_str_has_suffix (text, "; dan") || g_str_has_suffix (text, "; atau")
                       || g_str_has_suffix (text, "; dan/atau"));
      else
        g_assert_true (g_str_has_suffix (text, "."));
    }
}

static void
check_whole (MftAgreement *agreement, const char *what)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    {
      g_autoptr (GArray) spans = mft_shown_spans (agreement, block);
      g_autofree char *text = mft_shown_text (agreement, block);
      for (guint i = 0; i < spans->len; i++)
        if (g_array_index (spans, MftShownSpan, i).state == MFT_SHOWN_DANGLING)
          g_error ("%s: dangling reference in \"%s\"", what, text);
      if (strpbrk (text, "{}*") != NULL || strstr (text, "[#") != NULL
          || strstr (text, "  ") != NULL || strstr (text, " ,") != NULL
          || strstr (text, " .") != NULL || strstr (text, "..") != NULL
          || strstr (text, "pada dalam") != NULL || g_str_has_prefix (text, " ")
          || (mft_block_get_kind (block) != MFT_BLOCK_CELL && g_str_has_suffix (text, " ")))
        g_error ("%s: \"%s\"", what, text);
      if (mft_block_get_kind (block) == MFT_BLOCK_PASAL)
        g_assert_cmpuint (mft_block_n_children (block), >, 0);
    }
  check_lists (agreement);
}

/* One agreement of a template with these choices, looked at from end to end. */
static void
check_choices (const MftTemplate *template, GHashTable *choices, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values = mft_sample_values (template->id);
  const MftTemplateRequest request
      = { .template = template, .values = values, .choices = choices, .incomplete = TRUE };
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, &error);

  if (agreement == NULL)
    g_error ("%s: %s", what, error->message);
  check_whole (agreement, what);
}

/* Every template with every choice of every kind. The rounds turn each choice by its own place, so
 * that the choices meet in other company each time; a pack brings its own clauses. */
static void
test_every_choice (void)
{
  const guint rounds = 6;

  for (const MftTemplate *const *template = mft_templates (); *template != NULL; template ++)
    for (guint round = 0; round < rounds; round++)
      {
        g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
        g_autofree char *what = g_strdup_printf ("%s, round %u", (*template)->id, round);
        for (guint i = 0; i < (*template)->choices->len; i++)
          {
            const MftChoice *choice = g_ptr_array_index ((*template)->choices, i);
            guint size = g_strv_length (choice->choices);
            g_assert_true (
                g_strv_contains ((const char *const *) choice->choices, choice->initial));
            if (g_str_equal (choice->id, "paket"))
              continue;
            g_assert_cmpuint (size, <=, rounds);
            g_hash_table_insert (chosen, choice->id, choice->choices[(round + i) % size]);
          }
        check_choices (*template, chosen, what);
      }
}

static void
test_every_pack (void)
{
  guint packs = 0;

  for (const MftTemplate *const *template = mft_templates (); *template != NULL; template ++)
    {
      const MftChoice *choice = mft_template_get_choice (*template, "paket");
      for (guint i = 0; choice != NULL && choice->choices[i] != NULL; i++, packs++)
        {
          g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (chosen, choice->id, choice->choices[i]);
          check_choices (*template, chosen, choice->choices[i]);
        }
    }
  g_assert_cmpuint (packs, ==, 15 + 2);
}

static void
test_variants (void)
{
  g_autofree char *one = dump_choice ("pks-bsre", "varian_hki", "lama");
  g_autofree char *two = dump_choice ("pks-bsre", "varian_hki", "lama-dan-baru");
  g_autofree char *leaders = dump_choice ("pks-bsre", "varian_perselisihan", "pimpinan");
  g_autofree char *amendment = dump_choice ("pks-bsre", "nama_perubahan", "Amendemen");
  g_autofree char *basis = dump_choice ("pks-bsre", "dasar_hukum", "ya");
  g_autofree char *wet = dump_choice ("pks-bsre", "varian_penutup", "basah");
  g_autofree char *ayat = dump_choice ("pks-bsre", "gaya_definisi", "ayat");
  g_autofree char *full = dump_choice ("pks-bsre", "gaya_acuan", "lengkap");

  assert_has (one, "Pasal 8 KEKAYAAN INTELEKTUAL\nKekayaan intelektual yang telah dimiliki");
  assert_lacks (one, "yang dihasilkan dari pelaksanaan");
  assert_has (two, "Pasal 8 KEKAYAAN INTELEKTUAL\n(1) Kekayaan");
  assert_has (two, "\n(2) Kekayaan intelektual yang dihasilkan dari pelaksanaan");
  assert_has (two, "yang besarannya ditetapkan");
  assert_has (leaders, "pimpinan masing-masing untuk memperoleh arahan");
  assert_lacks (leaders, "mediasi");
  assert_has (amendment, "dituangkan dalam Amendemen yang");
  assert_lacks (amendment, "Adendum");
  assert_has (basis, "\n  5. Peraturan Presiden Nomor 28 Tahun 2021");
  assert_has (basis, "Nomor 182); dan\n");
  assert_has (wet, "dalam rangkap 2 (dua) asli yang");
  assert_lacks (wet, "secara elektronik oleh PARA PIHAK");
  assert_has (ayat, "\n(1) Balai Besar Sertifikasi Elektronik yang selanjutnya");
  assert_lacks (ayat, "  1. Balai Besar");
  assert_has (full, "sebagaimana dimaksud pada ayat (1) Pasal ini dapat diperpanjang");
}

/* A clause is named by itself, too; lines that are off at first, by their labels. */
static void
test_clauses (void)
{
  g_autofree char *lines = dump_choice ("pks-bsre", "K-55#diterima", "ya");
  g_autofree char *closing = dump_choice ("pks-bsre", "K-58", "basah-meterai");
  g_autofree char *without = dump_choice ("pks-bsre", "K-31", "tidak");
  g_autofree char *extra = dump_choice ("pks-bsre", "K-20", "ya");
  g_autofree char *term = dump_choice ("pks-bsre", "D-osd", "ya");

  assert_has (lines, "\n(3) Pemberitahuan dianggap telah diterima");
  assert_lacks (lines, "alamat terakhir dianggap sah");
  assert_has (closing, "bermeterai cukup");
  assert_lacks (without, "1266");
  assert_has (extra, "Pasal 12 KEAMANAN INFORMASI");
  assert_has (extra, "Pasal 16 PENUTUP");
  assert_has (term, "yang selanjutnya disebut OSD Lemsaneg adalah");
}

/* A reference to a clause says "dalam Pasal" across Pasal and "pada ayat" inside one. */
static void
test_references (void)
{
  g_autofree char *joined = dump_choice ("pks-umum", NULL, NULL);
  g_autofree char *order = dump_choice ("pks-umum", "K-4", "ya");
  g_autofree char *work = dump_choice ("pks-umum", "K-5", "terlampir");

  assert_has (joined, "Kewajiban menjaga kerahasiaan sebagaimana dimaksud pada ayat (1) tetap");
  assert_has (joined, "sebagaimana dimaksud pada ayat (1) dan ayat (2) tidak berlaku");
  assert_has (joined, "sebagaimana tercantum dalam Lampiran.");
  assert_has (order, "sebagaimana dimaksud pada ayat (1) huruf b dan huruf c tidak dapat");
  assert_has (work, "sebagaimana tercantum dalam Lampiran I.");
  assert_has (work, "sebagaimana tercantum dalam Lampiran II.");
  assert_has (work, "\nLampiran I Rencana Kerja\n");
}

static void
test_pack (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dump_choice ("pks-umum", "paket", "paket-6");
  g_autofree char *data = dump_choice ("pks-umum", "paket", "paket-2");

  assert_has (text, "Pasal 7 PEMBIAYAAN");
  assert_has (text, "Swakelola adalah cara memperoleh");
  assert_has (text, "dibubuhi meterai elektronik");
  assert_has (data, "Data Pribadi adalah data tentang orang perseorangan");
  assert_has (data, "kegagalan pelindungan Data Pribadi, yang selanjutnya disebut Insiden");
  assert_has (data, "di bidang keterbukaan informasi publik");
  g_assert_null (make ("pks-bsre", "paket", "paket-6", TRUE, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
}

/* A single item is no list: its introduction says it. Terms without definition are lower case. */
static void
test_drafting (void)
{
  g_autofree char *text = dump_choice ("nota-kesepakatan", NULL, NULL);
  g_autofree char *three = dump_choice ("pks-tiga-pihak", NULL, NULL);

  assert_has (three, "PIHAK KEDUA berkewajiban mengambil contoh air laut dan menyampaikan datanya "
                     "kepada PIHAK KESATU dan PIHAK KETIGA.\n");
  assert_has (three, "KEMENTERIAN TATA SAMUDRA,\nPEMERINTAH KOTA TANJUNG BAHARI\nDAN\n");
  assert_has (text, "NOTA KESEPAKATAN\nANTARA\n");
  assert_has (text, "dengan kesepakatan tertulis pejabat penghubung PARA PIHAK");
  assert_has (text, "tanda tangan elektronik tersertifikasi");
  assert_has (text, "\n1.\nPemutakhiran peta ruang laut\n");
  assert_has (text, "\n2 Maret 2026\n31 Agustus 2026\n");
  assert_lacks (text, "Perjanjian Kerja Sama");
}

/* One value feeds every place. */
static void
test_field_change (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");

  g_assert_true (mft_edit_field (agreement, "p1.nama", "Dinas Arsip Samudra", &error));
  g_assert_true (mft_edit_field (agreement, "jangka_waktu", "3 tahun", &error));
  g_assert_true (mft_edit_field (agreement, "tanggal_ttd", "2026-11-26", &error));
  g_assert_true (mft_edit_field (agreement, "nama_perubahan", "Amendemen", &error));
  g_assert_no_error (error);
  g_autofree char *text = dump (agreement);
  assert_lacks (text, "KEMENTERIAN TATA SAMUDRA");
  assert_has (text, "\nDINAS ARSIP SAMUDRA\n");
  assert_has (text, "PADA SISTEM ELEKTRONIK DI DINAS ARSIP SAMUDRA\n");
  assert_has (text, "Sistem Elektronik di Dinas Arsip Samudra, yang selanjutnya");
  assert_has (text, "untuk dan atas nama Dinas Arsip Samudra, selanjutnya disebut PIHAK KESATU.");
  assert_has (text, "jangka waktu 3 (tiga) tahun terhitung");
  assert_has (text, "Kamis tanggal dua puluh enam bulan November tahun dua ribu dua puluh enam "
                    "(26-11-2026)");
  assert_lacks (text, "Adendum");
}

/* The same template gives the same ids, so that two of its agreements can be compared. */
static void
test_ids (void)
{
  g_autoptr (MftAgreement) a = mft_sample_agreement ("pks-bsre");
  g_autoptr (MftAgreement) b = make ("pks-bsre", "varian_hki", "lama", FALSE, NULL);
  MftBlock *root = mft_agreement_get_root (b);
  guint shared = 0, total = 0;

  for (MftBlock *block = mft_block_next (root, root); block != NULL;
       block = mft_block_next (block, root), total++)
    {
      const char *id = mft_block_get_id (block);
      g_assert_cmpuint (strlen (id), ==, 10);
      g_assert_true (g_ascii_islower (id[0]));
      g_assert_true (mft_agreement_get_block (b, id) == block);
      shared += mft_agreement_get_block (a, id) != NULL;
    }
  g_assert_cmpuint (shared, >=, total - 1);
  g_assert_cmpstr (mft_agreement_get_setting (a, "garis"), !=,
                   mft_agreement_get_setting (b, "garis"));
}

static void
test_refused (void)
{
  g_autoptr (MftValues) empty = mft_values_new ();
  MftTemplateRequest request = { .template = mft_template_get ("pks-bsre"), .values = empty };
  const struct
  {
    const char *id;
    const char *choice;
    const char *part;
  } wrong[] = {
    { "K-99", "ya", "K-99" },
    { "K-25", "abadi", "abadi" },
    { "varian_hki", "baru", "baru" },
    { "dasar_kewenangan_p1", "titah", "titah" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (make ("pks-bsre", wrong[i].id, wrong[i].choice, TRUE, &error));
      g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
      assert_has (error->message, wrong[i].part);
      g_clear_error (&error);
    }
  g_assert_null (mft_template_instantiate (&request, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_INCOMPLETE);
  assert_has (error->message, "p1.nama, ");
  assert_has (error->message, "tanggal_ttd");
  g_clear_error (&error);

  request.incomplete = TRUE;
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, &error);
  g_assert_no_error (error);
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);
  g_assert_true (g_strv_contains ((const char *const *) missing, "p1.nama"));
  g_assert_false (g_strv_contains ((const char *const *) missing, "jangka_waktu"));

  request.parties = 3;
  g_assert_null (mft_template_instantiate (&request, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_PARTIES);
  assert_has (error->message, "pks-tiga-pihak");
}

/* The three kinds of adendum speak of the agreement that they change by its name. */
static void
test_addenda (void)
{
  static const char *const ids[][2] = {
    { "adendum-perubahan", "sepakat mengubah Perjanjian Kerja Sama dengan Adendum ini" },
    { "adendum-perpanjangan",
      "Jangka waktu Perjanjian Kerja Sama diperpanjang selama 2 (dua) tahun" },
    { "adendum-pengakhiran", "sepakat mengakhiri Perjanjian Kerja Sama terhitung sejak" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MftAgreement) agreement
          = make (ids[i][0], "varian_penutup", "basah-meterai", TRUE, &error);
      g_assert_no_error (error);
      g_autofree char *text = dump (agreement);
      assert_has (text, "ADENDUM KESATU\n");
      assert_has (text, ids[i][1]);
      assert_has (text, "Adendum ini dibuat dalam rangkap 2 (dua) asli, bermeterai cukup");
      assert_lacks (text, "secara elektronik");
    }
}

/* More parties than the template speaks of follow its last one. */
static void
test_more_parties (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values = mft_values_new ();
  MftTemplateRequest request = { .template = mft_template_get ("nota-kesepahaman"),
                                 .values = values,
                                 .parties = 4,
                                 .incomplete = TRUE };

  g_assert_true (mft_values_set (values, "p4.nama", "Universitas Arung Samudra", NULL));
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 4);
  g_assert_false (mft_agreement_can_undo (agreement));
  g_autofree char *text = dump (agreement);
  assert_has (text, "UNIVERSITAS ARUNG SAMUDRA");
  assert_has (text,
              "untuk dan atas nama Universitas Arung Samudra, selanjutnya disebut PIHAK KEEMPAT");
  assert_has (text, "PIHAK KESATU, PIHAK KEDUA, PIHAK KETIGA, dan PIHAK KEEMPAT secara");
  request.parties = MFT_PARTIES_MOST + 1;
  g_assert_null (mft_template_instantiate (&request, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_PARTIES);
}

/* A table is filled from rows, its sums computed; what people write stays as it is. */
static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values = mft_sample_values ("pks-umum");
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  const MftTemplateRequest request
      = { .template = mft_template_get ("pks-umum"), .values = values, .choices = choices };
  g_autoptr (GBytes) rows = g_bytes_new_static (ROWS, strlen (ROWS));
  g_autoptr (JsonObject) object = mft_json_parse_object (rows, "rows", &error);

  g_hash_table_insert (choices, (gpointer) "K-13", (gpointer) "tahun-tunggal");
  g_assert_true (mft_values_load (values, object, &error));
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, &error);
  g_assert_no_error (error);
  g_autofree char *text = dump (agreement);
  assert_lacks (text, "anggaran masing-masing PIHAK");
  assert_has (text, "sebesar Rp4.500.000,50 (empat juta lima ratus ribu rupiah lima puluh sen).");
  assert_has (text, "\n1.\nPeta *laut*; {lama}\n2026\n2\nlembar\n750.000,25\n1.500.000,50\nAPBN\n");
  assert_has (text, "\n2.\nBimbingan teknis\n2026\n1\nkegiatan\n3.000.000,00\n3.000.000,00\n");
  assert_has (text, "\nJumlah\n4.500.000,50\nTerbilang: empat juta lima ratus ribu "
                    "rupiah lima puluh sen\n");
}

static void
test_last_day (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values = mft_sample_values ("pks-bsre");
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  const MftTemplateRequest request
      = { .template = mft_template_get ("pks-bsre"), .values = values, .choices = choices };

  g_hash_table_insert (choices, (gpointer) "K-25", (gpointer) "tanggal");
  g_assert_true (mft_values_set (values, "tanggal_mulai", "2024-02-29", &error));
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, &error);
  g_assert_no_error (error);
  g_autofree char *text = dump (agreement);
  assert_has (text, "sejak tanggal 29 Februari 2024 sampai dengan tanggal 28 Februari 2028.");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/template/instantiate/golden", test_golden);
  g_test_add_func ("/template/instantiate/counts", test_counts);
  g_test_add_func ("/template/instantiate/every-choice", test_every_choice);
  g_test_add_func ("/template/instantiate/every-pack", test_every_pack);
  g_test_add_func ("/template/instantiate/variants", test_variants);
  g_test_add_func ("/template/instantiate/clauses", test_clauses);
  g_test_add_func ("/template/instantiate/references", test_references);
  g_test_add_func ("/template/instantiate/pack", test_pack);
  g_test_add_func ("/template/instantiate/drafting", test_drafting);
  g_test_add_func ("/template/instantiate/field-change", test_field_change);
  g_test_add_func ("/template/instantiate/ids", test_ids);
  g_test_add_func ("/template/instantiate/refused", test_refused);
  g_test_add_func ("/template/instantiate/addenda", test_addenda);
  g_test_add_func ("/template/instantiate/more-parties", test_more_parties);
  g_test_add_func ("/template/instantiate/table", test_table);
  g_test_add_func ("/template/instantiate/last-day", test_last_day);
  return g_test_run ();
}
