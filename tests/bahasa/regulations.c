/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/regulation.h"
#include "support.h"

static void
assert_first (const char *query, const char *id)
{
  g_autoptr (GPtrArray) found = mft_regulation_search (query, 5);

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((const MftRegulation *) found->pdata[0])->id, ==, id);
}

static void
test_search (void)
{
  assert_first ("uu ite", "UU-11-2008");
  assert_first ("UU ITE", "UU-11-2008");
  assert_first ("UU 11/2008", "UU-11-2008");
  assert_first ("Undang-Undang Nomor 11 Tahun 2008", "UU-11-2008");
  assert_first ("pp 71", "PP-71-2019");
  assert_first ("kearsipan", "UU-43-2009");
  assert_first ("  pelindungan   data pribadi ", "UU-27-2022");
  assert_first ("perpres bssn", "Perpres-28-2021");
  assert_first ("kuhper", "KUHPerdata");

  g_autoptr (GPtrArray) two = mft_regulation_search ("uu", 2);
  g_assert_cmpuint (two->len, ==, 2);
  g_autoptr (GPtrArray) none = mft_regulation_search ("zebra cross", 5);
  g_assert_cmpuint (none->len, ==, 0);
  g_autoptr (GPtrArray) nothing = mft_regulation_search ("", 5);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_autoptr (GPtrArray) hostile = mft_regulation_search ("\xff\xfe \t////---", 5);
  g_assert_cmpuint (hostile->len, ==, 0);
}

static void
assert_citation (const char *id, const char *expected)
{
  g_autofree char *citation = mft_regulation_dup_citation (mft_regulation_get (id));

  g_assert_cmpstr (citation, ==, expected);
}

static void
test_citation (void)
{
  assert_citation ("UU-43-2009",
                   "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik "
                   "Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia "
                   "Nomor 5071)");
  assert_citation (
      "UU-11-2008",
      "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik (Lembaran "
      "Negara "
      "Republik Indonesia Tahun 2008 Nomor 58, Tambahan Lembaran Negara Republik Indonesia Nomor "
      "4843) sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 1 Tahun "
      "2024 "
      "tentang Perubahan Kedua atas Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan "
      "Transaksi "
      "Elektronik (Lembaran Negara Republik Indonesia Tahun 2024 Nomor 1, Tambahan Lembaran Negara "
      "Republik Indonesia Nomor 6905)");
  /* UU 11/2020 and UU 6/2023 are one amendment. */
  g_autofree char *one = mft_regulation_dup_citation (mft_regulation_get ("UU-30-2014"));
  g_assert_nonnull (
      strstr (one, "sebagaimana telah diubah dengan Undang-Undang Nomor 6 Tahun 2023"));
  assert_citation ("Perpres-28-2021",
                   "Peraturan Presiden Nomor 28 Tahun 2021 tentang Badan Siber dan Sandi Negara "
                   "(Lembaran Negara Republik Indonesia Tahun 2021 Nomor 101)");
  assert_citation (
      "Permendagri-73-2022",
      "Peraturan Menteri Dalam Negeri Nomor 73 Tahun 2022 tentang Pencatatan Nama pada "
      "Dokumen Kependudukan (Berita Negara Republik Indonesia Tahun 2022 Nomor 429)");
  assert_citation (
      "PMK-115-2020",
      "Peraturan Menteri Keuangan Nomor 115/PMK.06/2020 tentang Pemanfaatan Barang Milik "
      "Negara");
  assert_citation ("KUHPerdata",
                   "Kitab Undang-Undang Hukum Perdata (Staatsblad Tahun 1847 Nomor 23)");
  /* What nobody could confirm is not for a program to cite. */
  assert_citation ("Permendagri-75-2022", NULL);
}

/* Every regulation that another one names is there, and every one has what a citation needs. */
static void
test_data (void)
{
  g_autoptr (GPtrArray) all = mft_regulation_search ("tahun", 1000);
  guint repealed = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const MftRegulation *regulation = all->pdata[i];
      for (char **id = regulation->amended_by; *id != NULL; id++)
        g_assert_nonnull (mft_regulation_get (*id));
      for (char **id = regulation->repealed_by; *id != NULL; id++)
        g_assert_nonnull (mft_regulation_get (*id));
      if (regulation->status == MFT_REGULATION_AMENDED)
        g_assert_nonnull (mft_regulation_get_last_amendment (regulation));
      if (regulation->status != MFT_REGULATION_UNSURE)
        g_assert_cmpstr (regulation->title, !=, "");
      repealed += regulation->status == MFT_REGULATION_REPEALED ? 1 : 0;
    }
  g_assert_cmpuint (all->len, >=, 80);
  g_assert_cmpuint (repealed, >, 0);
}

static void
test_find (void)
{
  const char *kind = "";

  g_assert_nonnull (mft_regulation_find ("PP", "71", 2019));
  g_assert_null (mft_regulation_find ("PP", "71", 2018));
  g_assert_null (mft_regulation_get ("UU-1-1"));
  g_assert_cmpuint (mft_regulation_kind_scan ("Undang-undang  Republik Indonesia Nomor", &kind), ==,
                    strlen ("Undang-undang  Republik Indonesia"));
  g_assert_cmpstr (kind, ==, "UU");
  g_assert_cmpuint (
      mft_regulation_kind_scan ("Peraturan Pemerintah Pengganti Undang-Undang", &kind), ==,
      strlen ("Peraturan Pemerintah Pengganti Undang-Undang"));
  g_assert_cmpstr (kind, ==, "Perppu");
  g_assert_cmpuint (mft_regulation_kind_scan ("Peraturan Menteri Kelautan", &kind), >, 0);
  g_assert_null (kind);
  g_assert_cmpuint (mft_regulation_kind_scan ("Undang-Undangan", &kind), ==, 0);
  g_assert_cmpuint (mft_regulation_kind_scan ("Peraturan", &kind), ==, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bahasa/regulations/search", test_search);
  g_test_add_func ("/bahasa/regulations/citation", test_citation);
  g_test_add_func ("/bahasa/regulations/data", test_data);
  g_test_add_func ("/bahasa/regulations/find", test_find);
  return g_test_run ();
}
