/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/external.h"

#include <glib/gstdio.h>

#include "exchange/error.h"

gboolean
mft_external_find (const char *program, const char *package, GError **error)
{
  g_autofree char *path = g_find_program_in_path (program);

  if (path == NULL)
    g_set_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_TOOL, "'%s' is not installed",
                 package);
  return path != NULL;
}

static gboolean
stop_cb (gpointer process)
{
  g_subprocess_force_exit (process);
  return G_SOURCE_REMOVE;
}

/* A clock of its own context, so that it runs wherever the caller's thread is. */
typedef struct
{
  GMainLoop *loop;
  char *output;
  gboolean success;
} Run;

static void
done_cb (GObject *process, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  run->success = g_subprocess_communicate_utf8_finish (G_SUBPROCESS (process), result, &run->output,
                                                       NULL, NULL)
                 && g_subprocess_get_successful (G_SUBPROCESS (process));
  g_main_loop_quit (run->loop);
}

char *
mft_external_run (const char *const *command, const char *package, guint seconds, GError **error)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  Run run = { 0 };

  if (!mft_external_find (command[0], package, error))
    return NULL;
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  /* tesseract's threads wait by spinning: on a busy machine a page takes minutes instead of seconds. */
  g_subprocess_launcher_setenv (launcher, "OMP_THREAD_LIMIT", "1", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, command, NULL);
  if (process != NULL)
    {
      g_autoptr (GSource) clock = g_timeout_source_new_seconds (seconds);
      run.loop = g_main_loop_new (context, FALSE);
      g_source_set_callback (clock, stop_cb, process, NULL);
      g_source_attach (clock, context);
      g_subprocess_communicate_utf8_async (process, NULL, NULL, done_cb, &run);
      g_main_loop_run (run.loop);
      g_main_loop_unref (run.loop);
      g_source_destroy (clock);
    }
  g_main_context_pop_thread_default (context);
  if (run.success)
    return run.output;
  g_free (run.output);
  g_set_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FAILED, "\"%s\" did not succeed",
               command[0]);
  return NULL;
}

char *
mft_external_folder (GError **error)
{
  return g_dir_make_tmp ("mufakat-XXXXXX", error);
}

void
mft_external_remove (const char *folder)
{
  g_autoptr (GDir) dir
      = g_file_test (folder, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);
      mft_external_remove (child);
    }
  g_remove (folder);
}
