/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes wrong outside: the right exit status, a plain sentence, no half-written file. */
#include "drive.h"
#include "support.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

/* sign naskah.pdf, KESATU, with these files. */
#define SIGN(output, p12, passphrase)                                                              \
  WORDS ("sign", "naskah.pdf", "-o", output, "--p12", p12, "--passphrase-file", passphrase,        \
         "--field", "PIHAK_KESATU", "--yes")

static void
make_all (void)
{
  mft_drive_make_keys ();
  mft_drive_make_pages ();
}

static void
test_output_exists (void)
{
  make_all ();
  mft_drive_write ("ada.pdf", "tetap", -1);
  mft_drive_write ("ada.pks", "tetap", -1);
  mft_drive_fails (4, NULL, SIGN ("ada.pdf", "kesatu.p12", "sandi.txt"));
  mft_drive_fails (4, NULL, WORDS ("export", "naskah.pks", "-o", "ada.pdf"));
  mft_drive_fails (4, NULL, WORDS ("import", "naskah.pks", "-o", "ada.pks"));
  mft_drive_fails (4, NULL,
                   WORDS ("new", "--template", "pks-bsre", "--incomplete", "-o", "ada.pks"));
  g_autoptr (GBytes) kept = mft_drive_read ("ada.pdf");
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "tetap", 5);
  g_free (mft_drive_done (WORDS ("export", "naskah.pks", "-o", "ada.pdf", "--force")));
  g_autoptr (GBytes) replaced = mft_drive_read ("ada.pdf");
  g_assert_cmpuint (g_bytes_get_size (replaced), >, 1000);
}

static void
assert_tells (int status, const char *words, const char *const *command)
{
  g_autoptr (MftDriven) driven = mft_drive (command);

  g_assert_cmpint (driven->status, ==, status);
  g_assert_nonnull (strstr (driven->messages, words));
}

/* That a folder is no file is said in these words, of whatever is to be read. */
static void
test_folder_as_input (void)
{
  g_autofree char *folder = mft_drive_path ("map");

  make_all ();
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_tells (3, "map: Ini folder",
                WORDS ("extend", "map", "-o", "x.pdf", "--level", "lt", "--online"));
  assert_tells (3, "map: Ini folder", WORDS ("repair", "map", "-o", "x.pdf"));
  assert_tells (3, "map: Ini folder", WORDS ("library", "restore", "map", "--force"));
  assert_tells (3, "map: Ini folder", WORDS ("show", "map"));
}

/* What can be written, not what can be read. */
static void
test_unknown_output (void)
{
  make_all ();
  assert_tells (2, ".html", WORDS ("export", "naskah.pks", "-o", "x.zip"));
}

/* A damaged key file is told at once: nobody is asked for its passphrase. */
static void
test_damaged_key (void)
{
  make_all ();
  g_autoptr (GBytes) whole = mft_drive_read ("kesatu.p12");
  mft_drive_write ("rusak.p12", g_bytes_get_data (whole, NULL),
                   (gssize) g_bytes_get_size (whole) / 2);
  mft_drive_fails (3, "x.pdf", SIGN ("x.pdf", "rusak.p12", "tiada.txt"));
  g_autoptr (MftDriven) driven = mft_drive (SIGN ("x.pdf", "rusak.p12", "tiada.txt"));
  g_assert_nonnull (strstr (driven->messages, "rusak.p12"));
  g_assert_null (strstr (driven->messages, "tiada.txt"));
}

/* By its own name, another path, a link. */
static void
test_output_is_input (void)
{
  make_all ();
  g_autofree char *link = mft_drive_path ("taut.pdf");
  g_autofree char *absolute = mft_drive_path ("naskah.pdf");
  g_autoptr (GBytes) before = mft_drive_read ("naskah.pdf");
  g_autoptr (GBytes) agreement = mft_drive_read ("naskah.pks");
  g_assert_cmpint (symlink ("naskah.pdf", link), ==, 0);
  const char *const names[] = { "naskah.pdf", "./naskah.pdf", absolute, "taut.pdf" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    mft_drive_fails (2, NULL,
                     WORDS ("sign", "naskah.pdf", "-o", names[i], "--p12", "kesatu.p12",
                            "--passphrase-file", "sandi.txt", "--field", "PIHAK_KESATU", "--yes",
                            "--force"));
  mft_drive_fails (2, NULL, WORDS ("export", "naskah.pks", "-o", "./naskah.pks", "--force"));
  mft_drive_fails (2, NULL, WORDS ("import", "naskah.pks", "-o", "naskah.pks", "--force"));
  g_autoptr (GBytes) after = mft_drive_read ("naskah.pdf");
  g_autoptr (GBytes) agreement_after = mft_drive_read ("naskah.pks");
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (agreement, agreement_after));
}

static void
test_passphrase (void)
{
  make_all ();
  mft_drive_write ("sandi-kosong.txt", "\n", -1);
  mft_drive_fails (4, "x.pdf", SIGN ("x.pdf", "kesatu.p12", "sandi-salah.txt"));
  mft_drive_fails (3, "x.pdf", SIGN ("x.pdf", "kesatu.p12", "sandi-kosong.txt"));
  mft_drive_fails (3, "x.pdf", SIGN ("x.pdf", "kesatu.p12", "tiada.txt"));
  mft_drive_fails (3, "x.pdf", SIGN ("x.pdf", "tiada.p12", "sandi.txt"));
  mft_drive_fails (3, "x.pdf", SIGN ("x.pdf", "naskah.pdf", "sandi.txt"));
}

static void
leave_terminal (gpointer data)
{
  (void) data;
  setsid ();
}

/* Nowhere to ask for the passphrase, and no file that holds it. */
static void
test_no_terminal (void)
{
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();

  make_all ();
  g_subprocess_launcher_set_child_setup (launcher, leave_terminal, NULL, NULL);
  g_autoptr (MftDriven) driven
      = mft_drive_by (launcher, WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--p12", "kesatu.p12",
                                       "--field", "PIHAK_KESATU", "--yes"));
  g_assert_cmpint (driven->status, ==, 2);
  g_assert_nonnull (strstr (driven->messages, "--passphrase-file"));
  g_assert_false (mft_drive_exists ("x.pdf"));
}

/* The message is about the file that is not there, whatever else was named. */
static void
test_named (void)
{
  make_all ();
  const char *const *const commands[]
      = { WORDS ("repair", "tiada.pdf", "-o", "x.pdf"),
          WORDS ("sign", "tiada.pdf", "-o", "x.pdf", "--p12", "kesatu.p12", "--passphrase-file",
                 "sandi.txt", "--field", "PIHAK_KESATU", "--yes"),
          WORDS ("extend", "tiada.pdf", "-o", "x.pdf", "--level", "t", "--timestamp-url",
                 "http://127.0.0.1:1/") };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (MftDriven) driven = mft_drive (commands[i]);
      g_assert_cmpint (driven->status, ==, 3);
      g_assert_true (g_str_has_prefix (driven->messages, "mufakat: tiada.pdf: "));
    }
}

/* PP 71/2019 Ps 62: an act of will, said in words. */
static void
test_not_affirmed (void)
{
  make_all ();
  mft_drive_fails (2, "x.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--p12", "kesatu.p12",
                          "--passphrase-file", "sandi.txt", "--field", "PIHAK_KESATU"));
}

static void
test_place (void)
{
  make_all ();
  const char *const wrong[][4] = {
    { "--field", "TIDAK_ADA", NULL, NULL },
    { "--page", "99", "--rect", "1,1,50,50" },
    { "--page", "0", "--rect", "1,1,50,50" },
    { "--page", "1", "--rect", "1,1,-5,50" },
    { "--page", "1", NULL, NULL },
    { NULL, NULL, NULL, NULL },
    { "--page", "1", "--rect", "1;1;5;5" },
    { "--certify", "semua", "--invisible", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    mft_drive_fails (2, "x.pdf",
                     WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--p12", "kesatu.p12",
                            "--passphrase-file", "sandi.txt", "--yes", wrong[i][0], wrong[i][1],
                            wrong[i][2], wrong[i][3]));
  mft_drive_sign ("naskah.pdf", "sekali.pdf", 1);
  mft_drive_fails (4, "x.pdf",
                   WORDS ("sign", "sekali.pdf", "-o", "x.pdf", "--p12", "kedua.p12",
                          "--passphrase-file", "sandi.txt", "--yes", "--field", "PIHAK_KESATU"));
}

/* Places that nobody can write to, not even root. */
static void
test_unwritable (void)
{
  static const char *const folders[] = { "naskah.pks", "tiada", "/proc", "/proc/self" };

  make_all ();
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *pdf = g_build_filename (folders[i], "x.pdf", NULL);
      g_autofree char *pks = g_build_filename (folders[i], "x.pks", NULL);
      mft_drive_fails (4, NULL, SIGN (pdf, "kesatu.p12", "sandi.txt"));
      mft_drive_fails (4, NULL, WORDS ("export", "naskah.pks", "-o", pdf));
      mft_drive_fails (4, NULL, WORDS ("import", "naskah.pks", "-o", pks));
      mft_drive_fails (4, NULL, WORDS ("new", "--template", "pks-bsre", "--incomplete", "-o", pks));
    }
  mft_drive_fails (4, NULL, WORDS ("demo", "-o", "naskah.pks"));
  /* Into the folder under its own name: that is the input. */
  mft_drive_fails (2, NULL, SIGN (".", "kesatu.p12", "sandi.txt"));
}

static void
become_nobody (gpointer data G_GNUC_UNUSED)
{
  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (99);
}

/* The same by permission bits, which bind everybody but root. */
static void
test_no_permission (void)
{
  make_all ();
  g_autofree char *folder = mft_drive_path ("terkunci");
  g_autofree char *secret = mft_drive_path ("rahasia.pdf");
  g_autofree char *input = mft_drive_path ("naskah.pks");
  g_assert_cmpint (g_mkdir (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (mft_drive_folder (), 0755), ==, 0);
  g_assert_cmpint (g_chmod (input, 0644), ==, 0);
  mft_drive_write ("rahasia.pdf", "%PDF-1.7", -1);
  g_assert_cmpint (g_chmod (secret, 0), ==, 0);
  const char *const *const commands[]
      = { WORDS ("export", "naskah.pks", "-o", "terkunci/x.pdf"), WORDS ("verify", "rahasia.pdf") };
  const int statuses[] = { 4, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
      g_subprocess_launcher_set_child_setup (launcher, become_nobody, NULL, NULL);
      g_autoptr (GPtrArray) argv = g_ptr_array_new ();
      g_ptr_array_add (argv, (gpointer) g_getenv ("MUFAKAT_PROGRAM"));
      for (const char *const *word = commands[i]; *word != NULL; word++)
        g_ptr_array_add (argv, (gpointer) *word);
      g_ptr_array_add (argv, NULL);
      g_autoptr (GSubprocess) process
          = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, NULL);
      if (process == NULL)
        {
          g_test_skip ("another user may not run the program where it was built");
          return;
        }
      g_autoptr (MftDriven) driven = mft_drive_wait (process, NULL);
      g_assert_cmpint (driven->status, ==, statuses[i]);
      g_assert_cmpstr (driven->output, ==, "");
      g_assert_true (g_str_has_prefix (driven->messages, "mufakat: "));
    }
  g_assert_false (mft_drive_exists ("terkunci/x.pdf"));
}

static void
limit_files (gpointer size)
{
  const struct rlimit limit = { GPOINTER_TO_SIZE (size), GPOINTER_TO_SIZE (size) };

  setrlimit (RLIMIT_FSIZE, &limit);
}

/* A disk that ends after so many bytes, at the first and in the middle. */
static void
test_disk_ends (void)
{
  make_all ();
  static const gsize sizes[] = { 1024, 10000, 100000 };
  const char *const *const commands[] = { WORDS ("export", "naskah.pks", "-o", "x.pdf"),
                                          SIGN ("x.pdf", "kesatu.p12", "sandi.txt") };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (commands); j++)
      {
        g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
        g_subprocess_launcher_set_child_setup (launcher, limit_files, GSIZE_TO_POINTER (sizes[i]),
                                               NULL);
        g_autoptr (MftDriven) driven = mft_drive_by (launcher, commands[j]);
        g_assert_cmpint (driven->status, ==, 4);
        g_assert_cmpstr (driven->output, ==, "");
        g_assert_nonnull (strstr (driven->messages, "penuh"));
        g_assert_false (mft_drive_exists ("x.pdf"));
      }
}

static void
assert_empty (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  g_assert_nonnull (folder);
  g_assert_null (g_dir_read_name (folder));
}

/* A real full disk, where we may make one. */
static void
test_disk_full (void)
{
  make_all ();
  g_autofree char *disk = mft_drive_path ("kecil");
  g_autoptr (GBytes) pages = mft_drive_read ("naskah.pdf");
  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }
  mft_drive_fails (4, NULL, WORDS ("export", "naskah.pks", "-o", "kecil/x.pdf"));
  assert_empty (disk);
  mft_drive_fails (4, NULL, SIGN ("kecil/x.pdf", "kesatu.p12", "sandi.txt"));
  assert_empty (disk);
  mft_drive_fails (4, NULL, WORDS ("demo", "-o", "kecil"));
  assert_empty (disk);
  mft_drive_write ("rusak.pdf", g_bytes_get_data (pages, NULL),
                   (gssize) g_bytes_get_size (pages) - 12);
  mft_drive_fails (4, NULL, WORDS ("repair", "rusak.pdf", "-o", "kecil/x.pdf"));
  assert_empty (disk);
  g_assert_cmpint (umount (disk), ==, 0);
}

/* Results that nobody can receive. */
static void
test_output_closed (void)
{
  make_all ();
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  g_autoptr (GSubprocess) process = mft_drive_start (launcher, WORDS ("show", "naskah.pks"));

  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 4);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/refusals/output-exists", test_output_exists);
  g_test_add_func ("/refusals/folder-as-input", test_folder_as_input);
  g_test_add_func ("/refusals/unknown-output", test_unknown_output);
  g_test_add_func ("/refusals/output-is-input", test_output_is_input);
  g_test_add_func ("/refusals/damaged-key", test_damaged_key);
  g_test_add_func ("/refusals/passphrase", test_passphrase);
  g_test_add_func ("/refusals/no-terminal", test_no_terminal);
  g_test_add_func ("/refusals/named", test_named);
  g_test_add_func ("/refusals/not-affirmed", test_not_affirmed);
  g_test_add_func ("/refusals/place", test_place);
  g_test_add_func ("/refusals/unwritable", test_unwritable);
  g_test_add_func ("/refusals/no-permission", test_no_permission);
  g_test_add_func ("/refusals/disk-ends", test_disk_ends);
  g_test_add_func ("/refusals/disk-full", test_disk_full);
  g_test_add_func ("/refusals/output-closed", test_output_closed);
  return g_test_run ();
}
