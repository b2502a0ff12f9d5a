/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/language.h"

#include <libintl.h>
#include <locale.h>

#include "config.h"

/* gettext translates nothing in "C" and "POSIX", not even when LANGUAGE asks for it. */
static void
leave_c (int category)
{
  const char *name = setlocale (category, NULL);

  if (name == NULL || g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    setlocale (category, "C.UTF-8");
}

void
mft_language_init (void)
{
  gboolean english = g_strcmp0 (g_getenv ("MUFAKAT_LANG"), "en") == 0;
  const char *folder = g_getenv ("MUFAKAT_LOCALE_DIR");

  setlocale (LC_ALL, "");
  leave_c (LC_CTYPE);
  leave_c (LC_MESSAGES);
  g_setenv ("LANGUAGE", english ? "en" : "id", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : MFT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
