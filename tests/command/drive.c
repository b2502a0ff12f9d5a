/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drive.h"

#include "pdf-fixture.h"
#include "support.h"

#include "practice-key.h"
#include "template/sample.h"

#include "agreement/bundle.h"

const char *
mft_drive_folder (void)
{
  static char *folder;

  if (folder == NULL)
    folder = mft_test_folder ();
  return folder;
}

char *
mft_drive_path (const char *name)
{
  return g_build_filename (mft_drive_folder (), name, NULL);
}

/* Beside the folder, so that what it holds does not count as somebody's output. */
static const char *
home (void)
{
  static char *folder;

  if (folder == NULL)
    folder = mft_test_folder ();
  return folder;
}

char *
mft_drive_data_folder (void)
{
  return g_build_filename (home (), "data", NULL);
}

GSubprocessLauncher *
mft_drive_launcher (void)
{
  static const char *const unset[]
      = { "DISPLAY", "WAYLAND_DISPLAY", "SOURCE_DATE_EPOCH", "MUFAKAT_LANG", "G_DEBUG" };
  GSubprocessLauncher *launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *data = mft_drive_data_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (unset); i++)
    g_subprocess_launcher_unsetenv (launcher, unset[i]);
  g_subprocess_launcher_setenv (launcher, "HOME", home (), TRUE);
  g_subprocess_launcher_setenv (launcher, "MUFAKAT_DATA_DIR", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_subprocess_launcher_set_cwd (launcher, mft_drive_folder ());
  return launcher;
}

GSubprocess *
mft_drive_start (GSubprocessLauncher *launcher, const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (g_getenv ("MUFAKAT_PROGRAM"));
  g_ptr_array_add (argv, (gpointer) g_getenv ("MUFAKAT_PROGRAM"));
  for (; *words != NULL; words++)
    g_ptr_array_add (argv, (gpointer) *words);
  g_ptr_array_add (argv, NULL);
  GSubprocess *process
      = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  return process;
}

static char *
to_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (size > 0 ? data : "", size);
}

MftDriven *
mft_drive_wait (GSubprocess *process, const char *input)
{
  g_autoptr (GBytes) given = g_bytes_new (input, input != NULL ? strlen (input) : 0);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) messages = NULL;
  MftDriven *driven = g_new0 (MftDriven, 1);

  /* A program that ends without reading its input breaks the pipe, and that is no fault. */
  g_subprocess_communicate (process, given, NULL, &output, &messages, NULL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  driven->status
      = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  driven->output = to_text (output);
  driven->messages = to_text (messages);
  return driven;
}

MftDriven *
mft_drive_by (GSubprocessLauncher *launcher, const char *const *words)
{
  g_autoptr (GSubprocess) process = mft_drive_start (launcher, words);

  return mft_drive_wait (process, NULL);
}

MftDriven *
mft_drive (const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();

  return mft_drive_by (launcher, words);
}

void
mft_driven_free (MftDriven *driven)
{
  g_free (driven->output);
  g_free (driven->messages);
  g_free (driven);
}

static void
assert_status (const MftDriven *driven, int status, const char *const *words)
{
  g_autofree char *line = g_strjoinv (" ", (char **) words);

  if (driven->status != status)
    g_error ("mufakat %s\nended with %d, not %d\n%s%s", line, driven->status, status,
             driven->output, driven->messages);
}

char *
mft_drive_done (const char *const *words)
{
  g_autoptr (MftDriven) driven = mft_drive (words);

  assert_status (driven, 0, words);
  return g_steal_pointer (&driven->output);
}

static guint
count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (mft_drive_folder (), 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  return count;
}

void
mft_drive_fails (int status, const char *output, const char *const *words)
{
  guint before = count_files ();
  g_autoptr (MftDriven) driven = mft_drive (words);

  assert_status (driven, status, words);
  g_assert_cmpstr (driven->output, ==, "");
  g_assert_true (g_str_has_prefix (driven->messages, "mufakat: "));
  g_assert_true (g_str_has_suffix (driven->messages, "\n"));
  g_assert_null (strstr (driven->messages, "“”"));
  g_assert_cmpuint (count_files (), ==, before);
  if (output != NULL)
    g_assert_false (mft_drive_exists (output));
}

JsonNode *
mft_drive_json (int status, const char *const *words)
{
  g_autoptr (MftDriven) driven = mft_drive (words);
  g_autoptr (GError) error = NULL;

  assert_status (driven, status, words);
  JsonNode *root = json_from_string (driven->output, &error);
  g_assert_no_error (error);
  return root;
}

void
mft_drive_assert_keys (JsonObject *object, const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);

  g_assert_nonnull (object);
  for (guint i = 0; list[i] != NULL; i++)
    if (!json_object_has_member (object, list[i]))
      g_error ("there is no key \"%s\"", list[i]);
}

void
mft_drive_write (const char *name, gconstpointer data, gssize size)
{
  g_autofree char *path = mft_drive_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
}

GBytes *
mft_drive_read (const char *name)
{
  g_autofree char *path = mft_drive_path (name);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

gboolean
mft_drive_exists (const char *name)
{
  g_autofree char *path = mft_drive_path (name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
write_key (MftPracticeCa *ca, const char *file, const char *name)
{
  const MftPracticeIdentity identity = { .common_name = name, .key = MFT_PRACTICE_KEY_EC };
  g_autoptr (GBytes) p12 = mft_test_p12 (ca, &identity, MFT_DRIVE_PASSPHRASE);

  mft_drive_write (file, g_bytes_get_data (p12, NULL), (gssize) g_bytes_get_size (p12));
}

void
mft_drive_make_keys (void)
{
  if (mft_drive_exists ("kesatu.p12"))
    return;
  g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_ptr_array_add (list, mft_practice_ca_certificate (ca));
  g_autofree char *pem = mft_certificate_list_to_pem (list);

  mft_drive_write ("ca.pem", pem, -1);
  mft_drive_write ("sandi.txt", MFT_DRIVE_PASSPHRASE "\n", -1);
  mft_drive_write ("sandi-salah.txt", "bukan-ini\n", -1);
  write_key (ca, "kesatu.p12", "Wulan Hapsari Tirtanegara");
  write_key (ca, "kedua.p12", "Bagas Manikmaya");
}

void
mft_drive_make_pages (void)
{
  if (mft_drive_exists ("naskah.pdf"))
    return;
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autofree char *path = mft_drive_path ("naskah.pks");
  g_assert_true (mft_bundle_save (agreement, path, FALSE, NULL));
  g_free (mft_drive_done (WORDS ("export", "naskah.pks", "-o", "naskah.pdf")));
}

void
mft_drive_sign (const char *input, const char *output, guint party)
{
  mft_drive_make_keys ();
  g_free (mft_drive_done (WORDS ("sign", input, "-o", output, "--p12",
                                 party == 1 ? "kesatu.p12" : "kedua.p12", "--passphrase-file",
                                 "sandi.txt", "--field",
                                 party == 1 ? "PIHAK_KESATU" : "PIHAK_KEDUA", "--yes")));
}

void
mft_drive_make_large (const char *name, gsize size)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autofree char *data = g_strnfill (size, 'x');

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Data 4 0 R >>");
  mft_pdf_fixture_stream (fixture, 4, "", data);
  mft_pdf_fixture_table (fixture, 5, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  mft_drive_write (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}
