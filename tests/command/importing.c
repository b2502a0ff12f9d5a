/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Word file with tracked changes comes in: accepted, rejected, or kept as suggestions. */
#include "drive.h"
#include "support.h"

#include <string.h>

#define BEFORE "Biaya ditanggung PIHAK KESATU."
#define AFTER "Biaya ditanggung PIHAK KEDUA."
#define TEXT "Pasal 1\nBIAYA\n(1) %s\n(2) Pajak nol.\n"

static char *
text_of (const char *name)
{
  return mft_drive_done (WORDS ("show", name, "--text"));
}

static void
make_tracked (void)
{
  g_autofree char *before = g_strdup_printf (TEXT, BEFORE);
  g_autofree char *after = g_strdup_printf (TEXT, AFTER);

  mft_drive_write ("lama.txt", before, -1);
  mft_drive_write ("baru.txt", after, -1);
  g_autoptr (MftDriven) made = mft_drive (
      WORDS ("compare", "lama.txt", "baru.txt", "-o", "bertanda.docx", "--as", "redline"));
  g_assert_cmpint (made->status, ==, 1);
}

static void
test_whole (void)
{
  make_tracked ();
  g_free (mft_drive_done (WORDS ("import", "bertanda.docx", "-o", "terima.pks")));
  g_free (
      mft_drive_done (WORDS ("import", "bertanda.docx", "-o", "tolak.pks", "--changes", "reject")));
  g_autofree char *accepted = text_of ("terima.pks");
  g_autofree char *rejected = text_of ("tolak.pks");
  g_assert_nonnull (strstr (accepted, AFTER));
  g_assert_nonnull (strstr (rejected, BEFORE));
  g_assert_false (mft_drive_exists ("terima-usulan.pks"));
  mft_drive_fails (2, "x.pks", WORDS ("import", "bertanda.docx", "-o", "x.pks", "--changes", "ya"));
}

/* Two texts, which a comparison takes apart into the changes again. */
static void
test_kept (void)
{
  g_autoptr (JsonNode) told = mft_drive_json (
      0, WORDS ("import", "bertanda.docx", "-o", "simpan.pks", "--changes", "keep", "--json"));
  g_autofree char *before = text_of ("simpan.pks");
  g_autofree char *after = text_of ("simpan-usulan.pks");
  g_autoptr (JsonNode) compared
      = mft_drive_json (1, WORDS ("compare", "simpan.pks", "simpan-usulan.pks", "--json"));
  JsonObject *summary = json_object_get_object_member (json_node_get_object (compared), "summary");

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (told), "suggested"), ==,
                   "simpan-usulan.pks");
  g_assert_nonnull (strstr (before, BEFORE));
  g_assert_null (strstr (before, AFTER));
  g_assert_nonnull (strstr (after, AFTER));
  g_assert_null (strstr (after, BEFORE));
  g_assert_cmpint (json_object_get_int_member (summary, "edited"), ==, 1);
  /* Neither file is replaced unasked; without changes there is nothing to keep apart. */
  mft_drive_fails (4, "lagi.pks",
                   WORDS ("import", "bertanda.docx", "-o", "simpan.pks", "--changes", "keep"));
  g_autoptr (JsonNode) plain = mft_drive_json (
      0, WORDS ("import", "lama.txt", "-o", "polos.pks", "--changes", "keep", "--json"));
  g_assert_true (json_object_get_null_member (json_node_get_object (plain), "suggested"));
  g_assert_false (mft_drive_exists ("polos-usulan.pks"));
}

static void
test_beside (void)
{
  mft_drive_write ("ada-usulan.pks", "milik orang lain", -1);
  mft_drive_fails (4, "ada.pks",
                   WORDS ("import", "bertanda.docx", "-o", "ada.pks", "--changes", "keep"));
  g_autoptr (GBytes) left = mft_drive_read ("ada-usulan.pks");
  g_assert_cmpuint (g_bytes_get_size (left), ==, strlen ("milik orang lain"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/command/importing/whole", test_whole);
  g_test_add_func ("/command/importing/kept", test_kept);
  g_test_add_func ("/command/importing/beside", test_beside);
  return g_test_run ();
}
