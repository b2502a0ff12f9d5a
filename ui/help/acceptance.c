/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/help/acceptance.h"

#include <glib/gi18n.h>

#include "act/acceptance.h"
#include "ui/signing/completion-wish.h"
#include "ui/signing/stamp-looks.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/save-bytes.h"
#include "ui/wrap/settings.h"

void
mft_acceptance_save (GtkWindow *window)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *unit = g_settings_get_string (settings, "owner-unit");
  g_autofree char *check = g_settings_get_string (settings, "check-address");
  g_autofree char *timestamp = g_settings_get_string (settings, "timestamp-address");
  const MftAcceptance about = {
    .owner_unit = unit,
    .module = _ ("Certificate on the signer's workstation (PKCS #12)"),
    .visualisation
    = mft_stamp_look_word ((MftStampLook) g_settings_get_int (settings, "stamp-look")),
    .check_address = check,
    .timestamp_url = mft_settings_want_timestamp () ? timestamp : NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mft_acceptance_form (&about, &error);
  const MftSaveWords words
      = { _ ("Save the acceptance form"), _ ("acceptance test BSrE.pdf"),
          _ ("The form is saved. Print it from any PDF viewer."), _ ("The form was not saved") };

  if (pdf == NULL)
    mft_tell_error (GTK_WIDGET (window), _ ("The form was not saved"), error);
  else
    mft_save_bytes (GTK_WIDGET (window), pdf, MFT_FILE_PDF, &words);
}
