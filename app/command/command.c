/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/command.h"

#include <glib/gi18n.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "act/failure.h"

#include "command/subcommand.h"
#include "command/usage.h"
#include "config.h"

static const MftSubcommand *const subcommands[] = {
  &mft_subcommand_template,    &mft_subcommand_new,    &mft_subcommand_import,
  &mft_subcommand_show,        &mft_subcommand_check,  &mft_subcommand_export,
  &mft_subcommand_sign,        &mft_subcommand_extend, &mft_subcommand_verify,
  &mft_subcommand_compare,     &mft_subcommand_amend,  &mft_subcommand_apply,
  &mft_subcommand_certificate, &mft_subcommand_demo,   &mft_subcommand_library,
  &mft_subcommand_settings,    &mft_subcommand_repair, &mft_subcommand_report,
};

/* The one that runs. */
static const MftSubcommand *running;

/* Lives as long as the program: the signal thread knows it. */
static MftJob *job;

static const MftSubcommand *
find (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (g_str_equal (subcommands[i]->name, word))
      return subcommands[i];
  return NULL;
}

gboolean
mft_command_knows (const char *word)
{
  return find (word) != NULL || g_str_equal (word, "help") || g_str_equal (word, "--help")
         || g_str_equal (word, "-h") || g_str_equal (word, "--version");
}

gboolean
mft_command_print (const char *text)
{
  gsize size = strlen (text);

  fwrite (text, 1, size, stdout);
  if (size == 0 || text[size - 1] != '\n')
    fputc ('\n', stdout);
  fflush (stdout);
  if (!ferror (stdout))
    return TRUE;
  g_printerr ("mufakat: %s\n", _ ("The result could not be written to the standard output."));
  return FALSE;
}

static MftExit
help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n  mufakat [--data-dir %s] [--example | %s…]\n      %s\n",
                          _ ("Usage:"), _ ("FOLDER"), _ ("FILE"), _ ("opens the window"));
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    mft_usage_append (text, subcommands[i]);
  g_string_append_printf (text, "\n%s\n  0 %s\n  1 %s\n  2 %s\n  3 %s\n  4 %s\n  130 %s\n",
                          _ ("Exit status:"), _ ("done"), _ ("done, with findings"),
                          _ ("wrong usage"), _ ("an input cannot be read"), _ ("refused or failed"),
                          _ ("interrupted"));
  return mft_command_print (text->str) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static gboolean
asks_for_help (int argc, char **argv)
{
  return argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"));
}

static MftExit
help_for (const MftSubcommand *subcommand)
{
  g_autoptr (GString) text = g_string_new (NULL);

  mft_usage_append (text, subcommand);
  return mft_command_print (text->str) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static gint waiting;

/* Ctrl+C stops the job; a second one ends the program at once: unfinished files have no name yet. */
static gpointer
wait_for_signals (gpointer data)
{
  int number;

  for (;;)
    {
      sigwait (data, &number);
      if (mft_job_is_cancelled (job) || g_atomic_int_get (&waiting))
        _exit (MFT_EXIT_INTERRUPTED);
      mft_job_cancel (job);
    }
  return NULL;
}

static void
catch_signals (void)
{
  static sigset_t caught;

  sigemptyset (&caught);
  sigaddset (&caught, SIGINT);
  sigaddset (&caught, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &caught, NULL);
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, &caught));
}

MftJob *
mft_command_job (void)
{
  return job;
}

void
mft_command_set_waiting (gboolean is_waiting)
{
  g_atomic_int_set (&waiting, is_waiting);
}

MftExit
mft_command_fail (MftExit status, const char *subject, const GError *error)
{
  g_autofree char *sentence = mft_failure_sentence (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    status = MFT_EXIT_INTERRUPTED;
  if (subject != NULL)
    g_printerr ("mufakat: %s: %s\n", subject, sentence);
  else
    g_printerr ("mufakat: %s\n", sentence);
  return status;
}

MftExit
mft_command_misuse (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("mufakat: %s\n", text);
  g_printerr (_ ("“mufakat %s --help” says what there is.\n"), running->name);
  return MFT_EXIT_USAGE;
}

int
mft_command_main (int argc, char **argv)
{
  running = argc > 1 ? find (argv[1]) : NULL;
  if (running == NULL && argc > 1 && g_str_equal (argv[1], "--version"))
    return mft_command_print ("mufakat " MFT_VERSION) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
  if (running == NULL)
    return (int) help ();
  if (asks_for_help (argc - 1, argv + 1))
    return (int) help_for (running);
  job = mft_job_new (NULL);
  catch_signals ();
  return (int) running->run (argc - 1, argv + 1);
}
