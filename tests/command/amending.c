/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mufakat amend and mufakat apply, driven as a person does. */
#include "drive.h"
#include "support.h"

#define HEAD                                                                                       \
  "PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nDATA PELABUHAN\n\nPasal 1\n"         \
  "RUANG LINGKUP\nData kapal dipertukarkan.\n\nPasal 2\nJANGKA WAKTU\n"

static void
make_versions (void)
{
  mft_drive_write ("lama.txt", HEAD "Berlaku selama 4 (empat) tahun.\n", -1);
  mft_drive_write ("baru.txt", HEAD "Berlaku selama 5 (lima) tahun.\n", -1);
}

static void
test_there_and_back (void)
{
  make_versions ();
  g_free (mft_drive_done (WORDS ("amend", "lama.txt", "baru.txt", "-o", "adendum.pks")));
  g_autofree char *addendum = mft_drive_done (WORDS ("show", "adendum.pks", "--text"));
  g_assert_nonnull (strstr (addendum, "ADENDUM KESATU"));
  g_assert_nonnull (strstr (addendum, "Ketentuan Pasal 2 Perjanjian Kerja Sama diubah sehingga "
                                      "berbunyi sebagai berikut:"));
  g_free (mft_drive_done (WORDS ("apply", "lama.txt", "adendum.pks", "-o", "gabungan.pks")));
  g_free (mft_drive_done (WORDS ("compare", "gabungan.pks", "baru.txt")));

  g_free (mft_drive_done (WORDS ("amend", "lama.txt", "baru.txt", "--style", "before-after",
                                 "--reason", "jangka waktu terlalu pendek", "-o", "dua.pks")));
  g_autofree char *other = mft_drive_done (WORDS ("show", "dua.pks", "--text"));
  g_assert_nonnull (strstr (other, "Semula:"));
  g_assert_nonnull (strstr (other, "Berlaku selama 4 (empat) tahun."));
  g_assert_nonnull (strstr (other, "bahwa jangka waktu terlalu pendek;"));
}

/* What stands before the Pasal is amended too, unless the person leaves it as signed. */
static void
test_before_the_pasal (void)
{
  make_versions ();
  mft_drive_write ("judul.txt",
                   "PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nDATA DAN ALUR "
                   "PELAYARAN\n\nPasal 1\nRUANG LINGKUP\nData kapal dipertukarkan.\n\nPasal "
                   "2\nJANGKA WAKTU\nBerlaku selama 5 (lima) tahun.\n",
                   -1);
  g_free (mft_drive_done (WORDS ("amend", "lama.txt", "judul.txt", "-o", "semua.pks")));
  g_free (mft_drive_done (WORDS ("apply", "lama.txt", "semua.pks", "-o", "hasil.pks")));
  g_free (mft_drive_done (WORDS ("compare", "hasil.pks", "judul.txt")));

  g_free (
      mft_drive_done (WORDS ("amend", "lama.txt", "judul.txt", "--only-pasal", "-o", "pasal.pks")));
  g_autofree char *narrow = mft_drive_done (WORDS ("show", "pasal.pks", "--text"));
  g_assert_null (strstr (narrow, "ALUR"));
}

/* As texts write it, an only attachment is "LAMPIRAN": changed, put in, and taken out. */
static void
test_attachment (void)
{
#define CLOSED HEAD "Berlaku selamanya.\n\nDemikian dibuat.\n\nPIHAK KESATU,\nWulan\n"
#define ATTACHED(port) CLOSED "\nLAMPIRAN\nDAFTAR\n\n1. Pelabuhan besar di " port "\n2. Nelayan\n"
  const struct
  {
    const char *before, *after, *formula;
  } cases[] = {
    { ATTACHED ("Utara"), ATTACHED ("Timur"), "Ketentuan Lampiran Perjanjian Kerja Sama diubah" },
    { CLOSED, ATTACHED ("Utara"), "dilengkapi dengan Lampiran sebagaimana" },
    { ATTACHED ("Utara"), CLOSED, "Lampiran Perjanjian Kerja Sama dihapus." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mft_drive_write ("lama.txt", cases[i].before, -1);
      mft_drive_write ("baru.txt", cases[i].after, -1);
      g_free (mft_drive_done (WORDS ("amend", "lama.txt", "baru.txt", "-o", "l.pks", "--force")));
      g_autofree char *addendum = mft_drive_done (WORDS ("show", "l.pks", "--text"));
      g_assert_nonnull (strstr (addendum, cases[i].formula));
      g_free (mft_drive_done (WORDS ("apply", "lama.txt", "l.pks", "-o", "h.pks", "--force")));
      g_autofree char *result = mft_drive_done (WORDS ("show", "h.pks", "--text"));
      g_assert_true ((strstr (result, "Dihapus.") != NULL) == (i == 2));
      if (i < 2)
        g_free (mft_drive_done (
            WORDS ("compare", "h.pks", "baru.txt", "--ignore", "renumbered,cosmetic")));
    }
}

static void
test_refused (void)
{
  make_versions ();
  mft_drive_fails (2, NULL, WORDS ("amend", "lama.txt", "baru.txt"));
  mft_drive_fails (2, "x.pks",
                   WORDS ("amend", "lama.txt", "baru.txt", "--style", "puisi", "-o", "x.pks"));
  mft_drive_fails (2, NULL, WORDS ("apply", "lama.txt", "-o", "x.pks"));
  mft_drive_fails (3, "x.pks", WORDS ("amend", "tidak-ada.txt", "baru.txt", "-o", "x.pks"));
  mft_drive_fails (4, "x.pks", WORDS ("amend", "lama.txt", "lama.txt", "-o", "x.pks"));
  mft_drive_fails (4, "x.pks", WORDS ("apply", "lama.txt", "baru.txt", "-o", "x.pks"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/command/amending/there-and-back", test_there_and_back);
  g_test_add_func ("/command/amending/before-the-pasal", test_before_the_pasal);
  g_test_add_func ("/command/amending/refused", test_refused);
  g_test_add_func ("/command/amending/attachment", test_attachment);
  return g_test_run ();
}
