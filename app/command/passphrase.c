/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/passphrase.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <termios.h>
#include <unistd.h>

#include "command/subcommand.h"

#define SIZE_MOST 1024

#define CONTROL_C '\003'

/* Reads a line with the echo off; the terminal is as before afterwards, also when Ctrl+C, read as a
 * character, ends it. */
static gsize
read_silently (int fd, char *line, gsize size)
{
  struct termios before, silent;
  gsize length = 0;
  char last = '\0';

  tcgetattr (fd, &before);
  silent = before;
  silent.c_lflag &= ~(tcflag_t) (ECHO | ECHOE | ECHOK | ECHONL | ISIG);
  silent.c_cc[VEOL] = CONTROL_C; /* ends the line, as Enter does */
  tcsetattr (fd, TCSAFLUSH, &silent);
  while (length < size && read (fd, &last, 1) == 1 && last != '\n' && last != CONTROL_C)
    line[length++] = last;
  tcsetattr (fd, TCSAFLUSH, &before);
  if (last == CONTROL_C)
    mft_job_cancel (mft_command_job ());
  return length;
}

static MftExit
ask_terminal (MftSecret **passphrase)
{
  char line[SIZE_MOST];
  int fd = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  g_autoptr (GError) error = NULL;

  if (fd < 0)
    return mft_command_misuse (_ ("without a terminal, %s says which file holds the passphrase"),
                               "--passphrase-file");
  g_printerr ("%s ", _ ("Passphrase:"));
  gsize length = read_silently (fd, line, sizeof line);
  g_printerr ("\n");
  close (fd);
  if (mft_job_check (mft_command_job (), &error) && length > 0 && length < sizeof line)
    *passphrase = mft_secret_new (line, length);
  mft_wipe (line, sizeof line);
  if (*passphrase != NULL)
    return MFT_EXIT_DONE;
  if (error != NULL)
    return mft_command_fail (MFT_EXIT_INTERRUPTED, NULL, error);
  g_printerr ("mufakat: %s\n", _ ("No passphrase was given."));
  return MFT_EXIT_REFUSED;
}

MftExit
mft_passphrase_get (const char *file, MftSecret **passphrase)
{
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return ask_terminal (passphrase);
  mft_command_set_waiting (TRUE);
  *passphrase = mft_secret_new_from_file (file, &error);
  mft_command_set_waiting (FALSE);
  return *passphrase != NULL ? MFT_EXIT_DONE : mft_command_fail (MFT_EXIT_UNREADABLE, file, error);
}
