/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/passphrase.h"

#include <errno.h>
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

static MftSecret *
ask_terminal (GError **error)
{
  char line[SIZE_MOST];
  int fd = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  MftSecret *secret = NULL;

  if (fd < 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "no terminal: %s", g_strerror (errno));
      return NULL;
    }
  g_printerr ("%s ", _ ("Passphrase:"));
  gsize length = read_silently (fd, line, sizeof line);
  g_printerr ("\n");
  close (fd);
  gboolean ended = mft_job_check (mft_command_job (), error);
  if (ended && length > 0 && length < sizeof line)
    secret = mft_secret_new (line, length);
  else if (ended)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "no passphrase");
  mft_wipe (line, sizeof line);
  return secret;
}

MftSecret *
mft_passphrase_get (const char *file, GError **error)
{
  if (file == NULL)
    return ask_terminal (error);
  mft_command_set_waiting (TRUE);
  MftSecret *secret = mft_secret_new_from_file (file, error);
  mft_command_set_waiting (FALSE);
  return secret;
}
