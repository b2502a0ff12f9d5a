/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A damaged PDF is refused, and, if the person asks, repaired into a new file that can be signed. */
#include "drive.h"
#include "files.h"
#include "support.h"

#include <string.h>

#define SIGN(input, output)                                                                        \
  WORDS ("sign", input, "-o", output, "--p12", "kesatu.p12", "--passphrase-file", "sandi.txt",     \
         "--field", "PIHAK_KESATU", "--yes")

static void
write_bytes (const char *name, GBytes *bytes)
{
  mft_drive_write (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/* naskah.pdf, cut off before its end. */
static void
write_cut_off (const char *name, gsize missing)
{
  g_autoptr (GBytes) whole = mft_drive_read ("naskah.pdf");
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - missing);

  write_bytes (name, part);
}

static void
write_replaced (const char *name, const char *from, const char *to)
{
  g_autoptr (GBytes) whole = mft_drive_read ("naskah.pdf");
  g_autoptr (GBytes) changed = mft_test_replaced (whole, from, to);

  write_bytes (name, changed);
}

/* What was refused can be signed afterwards; the damaged file stays as it was. */
static void
assert_repairs (const char *name)
{
  g_autoptr (GBytes) before = mft_drive_read (name);

  mft_drive_fails (3, "x.pdf", SIGN (name, "x.pdf"));
  g_autoptr (JsonNode) said
      = mft_drive_json (0, WORDS ("repair", name, "-o", "sehat.pdf", "--force", "--json"));
  mft_drive_assert_keys (json_node_get_object (said), "file pages sha256");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (said), "pages"), >, 1);
  g_autoptr (MftDriven) verified = mft_drive (WORDS ("verify", "sehat.pdf"));
  g_assert_cmpint (verified->status, ==, 1); /* unsigned, and no longer unreadable */
  g_autoptr (GBytes) after = mft_drive_read (name);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_repairs (void)
{
  write_cut_off ("potong.pdf", 12);
  write_replaced ("tabel.pdf", "startxref\n", "startxref\n9");
  write_replaced ("awalan.pdf", "0000000000 65535 f", "00000000zz 65535 f");
  assert_repairs ("potong.pdf");
  assert_repairs ("tabel.pdf");
  assert_repairs ("awalan.pdf");
  g_free (mft_drive_done (SIGN ("sehat.pdf", "ditandatangani.pdf")));
  g_autoptr (MftDriven) driven = mft_drive (WORDS ("verify", "ditandatangani.pdf", "--json"));
  g_assert_nonnull (strstr (driven->output, "\"intact\""));
}

static void
test_refuses (void)
{
  g_autofree char *absolute = mft_drive_path ("potong.pdf");

  write_cut_off ("potong.pdf", 12);
  write_cut_off ("separuh.pdf", 3000);
  mft_drive_fails (3, "x.pdf", WORDS ("repair", "separuh.pdf", "-o", "x.pdf"));
  mft_drive_fails (4, "x.pdf", WORDS ("repair", "naskah.pdf", "-o", "x.pdf")); /* it is sound */
  mft_drive_fails (2, NULL, WORDS ("repair", "potong.pdf", "-o", "potong.pdf", "--force"));
  mft_drive_fails (2, NULL, WORDS ("repair", "potong.pdf", "-o", absolute, "--force"));
  mft_drive_fails (2, NULL, WORDS ("repair", "potong.pdf"));
  mft_drive_write ("ada.pdf", "tetap", 5);
  mft_drive_fails (4, NULL, WORDS ("repair", "potong.pdf", "-o", "ada.pdf"));
  mft_drive_fails (3, "x.pdf", WORDS ("repair", "tiada.pdf", "-o", "x.pdf"));
  mft_drive_write ("bukan.pdf", "%PDF-1.7\nini bukan PDF\n%%EOF\n", -1);
  mft_drive_fails (3, "x.pdf", WORDS ("repair", "bukan.pdf", "-o", "x.pdf"));
  mft_drive_write ("kosong.pdf", "", 0);
  mft_drive_fails (3, "x.pdf", WORDS ("repair", "kosong.pdf", "-o", "x.pdf"));
}

/* The reason stands in what is said, and nothing is written. */
static void
assert_beyond_repair (const char *name, const char *reason)
{
  g_autoptr (MftDriven) driven = mft_drive (WORDS ("repair", name, "-o", "x.pdf"));

  g_assert_cmpint (driven->status, ==, 3);
  g_assert_nonnull (strstr (driven->messages, reason));
  g_assert_false (mft_drive_exists ("x.pdf"));
}

/* Without its end nobody knows where the pages begin; made up, they might be another document's. */
static void
test_refuses_without_end (void)
{
  g_autoptr (GBytes) whole = mft_drive_read ("naskah.pdf");
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);
  static const char *const ends[] = { "\nxref\n", "\ntrailer" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = memmem (data, size, ends[i], strlen (ends[i]));
      g_assert_nonnull (end);
      mft_drive_write ("tanpa-akhir.pdf", data, end + 1 - data);
      assert_beyond_repair ("tanpa-akhir.pdf", "halamannya tidak ditemukan");
    }
}

/* A page whose text was lost is not quietly an empty page. */
static void
test_refuses_loss (void)
{
  g_autoptr (GBytes) whole = mft_drive_read ("naskah.pdf");
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);
  const char *contents = memmem (data, size, " 0 R /Contents ", 15); /* a page's, not a link's */

  g_assert_nonnull (contents);
  g_autofree char *object
      = g_strdup_printf ("\n%u 0 obj", (guint) g_ascii_strtoull (contents + 15, NULL, 10));
  write_replaced ("hilang.pdf", object, "\n??????");
  assert_beyond_repair ("hilang.pdf", "sebagian isinya hilang");
}

/* Nothing that repairing would silently take away. */
static void
test_refuses_signed (void)
{
  mft_drive_sign ("naskah.pdf", "satu.pdf", 1);
  g_autoptr (GBytes) whole = mft_drive_read ("satu.pdf");
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - 12);
  write_bytes ("rusak.pdf", part);
  g_autoptr (MftDriven) driven = mft_drive (WORDS ("repair", "rusak.pdf", "-o", "x.pdf"));
  g_assert_cmpint (driven->status, ==, 4);
  g_assert_nonnull (strstr (driven->messages, "tanda tangan"));
  g_assert_false (mft_drive_exists ("x.pdf"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_test_add_func ("/command/repair/repairs", test_repairs);
  g_test_add_func ("/command/repair/refuses", test_refuses);
  g_test_add_func ("/command/repair/refuses-without-end", test_refuses_without_end);
  g_test_add_func ("/command/repair/refuses-loss", test_refuses_loss);
  g_test_add_func ("/command/repair/refuses-signed", test_refuses_signed);
  return g_test_run ();
}
