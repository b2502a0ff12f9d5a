/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/completion-wish.h"

#include "ui/wrap/settings.h"

gboolean
mft_settings_want_timestamp (void)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *address = g_settings_get_string (settings, "timestamp-address");

  return g_settings_get_boolean (settings, "timestamp-on") && address[0] != '\0';
}

gboolean
mft_settings_want_evidence (void)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  return g_settings_get_boolean (settings, "evidence-on");
}

MftCompletionKit *
mft_completion_kit_new_from_settings (void)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *address = g_settings_get_string (settings, "timestamp-address");
  const MftCompletionWish wish
      = { .timestamp_url = g_settings_get_boolean (settings, "timestamp-on") ? address : NULL,
          .evidence = mft_settings_want_evidence () };

  return mft_completion_kit_new (&wish);
}

MftSignatureWish
mft_settings_algorithm (void)
{
  static const guint bits[] = { 0, 256, 384, 512 };
  g_autoptr (GSettings) settings = mft_settings_new ();

  return (MftSignatureWish){ .digest_bits = bits[g_settings_get_int (settings, "signature-digest")],
                             .pss = g_settings_get_boolean (settings, "signature-pss") };
}
