/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/step-words.h"

#include <glib/gi18n.h>

#include "ui/wrap/settings.h"

char *
mft_with_verifikator (const char *sentence)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *verifikator = g_settings_get_string (settings, "verifikator");

  return verifikator[0] != '\0' ? g_strdup_printf (_ ("%s\nVerifikator: %s"), sentence, verifikator)
                                : g_strdup (sentence);
}
