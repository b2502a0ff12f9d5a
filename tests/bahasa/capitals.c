/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "bahasa/capitals.h"

static void
test_title (void)
{
  static const char *const cases[][2] = {
    { "pemanfaatan sertifikat elektronik pada sistem elektronik di kementerian tata samudra",
      "Pemanfaatan Sertifikat Elektronik pada Sistem Elektronik di Kementerian Tata Samudra" },
    { "PEMERINTAH KOTA TANJUNG BAHARI", "Pemerintah Kota Tanjung Bahari" },
    { "PENYEDIAAN LAYANAN DI LINGKUNGAN PEMERINTAH DKI JAKARTA LANTAI IV",
      "Penyediaan Layanan di Lingkungan Pemerintah DKI Jakarta Lantai IV" },
    { "penyusunan SOP oleh BSrE", "Penyusunan SOP oleh BSrE" },
    { "KERJA SAMA DENGAN BSRE DAN BSSN", "Kerja Sama dengan BSrE dan BSSN" },
    { "di bawah tanah", "Di Bawah Tanah" },
    { "Undang-undang dasar", "Undang-Undang Dasar" },
    { "PERATURAN PERUNDANG-UNDANGAN", "Peraturan Perundang-undangan" },
    { "surat-menyurat dan sayur-mayur", "Surat-menyurat dan Sayur-mayur" },
    { "anti-korupsi", "Anti-Korupsi" },
    { "data dan/atau informasi", "Data dan/atau Informasi" },
    { "P.T. MAJU SEJAHTERA", "P.T. Maju Sejahtera" },
    { "perubahan atas undang-undang tentang TNI", "Perubahan atas Undang-Undang tentang TNI" },
    { "BAGIAN II", "Bagian II" },
    { "MIX DAN DI", "Mix dan di" },
    { "“keadaan kahar”", "“Keadaan Kahar”" },
    { "énergi émas", "Énergi Émas" },
    { "  dua  spasi ", "  Dua  Spasi " },
    { "", "" },
    { "123 -- /", "123 -- /" },
    { "rusak \xff di", "Rusak \xef\xbf\xbd di" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = mft_capitals (cases[i][0], MFT_CAPITALS_TITLE);
      g_assert_cmpstr (title, ==, cases[i][1]);
      g_autofree char *again = mft_capitals (title, MFT_CAPITALS_TITLE);
      g_assert_cmpstr (again, ==, title);
    }
}

static void
test_other_styles (void)
{
  g_autofree char *upper = mft_capitals ("Undang-Undang énergi", MFT_CAPITALS_UPPER);
  g_autofree char *lower = mft_capitals ("DKI ÉNERGI", MFT_CAPITALS_LOWER);
  g_autofree char *first = mft_capitals ("“énergi DKI", MFT_CAPITALS_FIRST);

  g_assert_cmpstr (upper, ==, "UNDANG-UNDANG ÉNERGI");
  g_assert_cmpstr (lower, ==, "dki énergi");
  g_assert_cmpstr (first, ==, "“Énergi DKI");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bahasa/capitals/title", test_title);
  g_test_add_func ("/bahasa/capitals/others", test_other_styles);
  return g_test_run ();
}
