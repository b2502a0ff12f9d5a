/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/certificate.h"

#include <glib/gi18n.h>

#include "act/signer.h"
#include "pki/token-modules.h"

static const char *const pin_codes[] = {
  [MFT_PIN_FRESH] = "fresh",
  [MFT_PIN_WAS_WRONG] = "was_wrong",
  [MFT_PIN_LAST_TRY] = "last_try",
  [MFT_PIN_LOCKED] = "locked",
};

static char *
as_json (GPtrArray *signers)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, "tokens");
  for (guint i = 0; i < signers->len; i++)
    {
      const MftTokenSigner *signer = g_ptr_array_index (signers, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "token", signer->token);
      mft_json_writer_string (json, "uri", signer->uri);
      mft_json_writer_string (json, "pin", pin_codes[signer->pin]);
      mft_json_writer_boolean (json, "reader_asks", signer->has_pad);
      if (signer->certificate != NULL)
        mft_certificate_write (json, "certificate", signer->certificate);
      else
        mft_json_writer_null (json, "certificate");
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

static char *
as_text (GPtrArray *signers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < signers->len; i++)
    {
      const MftTokenSigner *signer = g_ptr_array_index (signers, i);
      const char *state = mft_pin_state_words (signer->pin);
      g_string_append_printf (text, "%s: %s\n  %s\n", signer->token,
                              signer->certificate != NULL
                                  ? mft_certificate_common_name (signer->certificate)
                                  : _ ("shows no certificate before the PIN"),
                              signer->uri);
      if (state != NULL)
        g_string_append_printf (text, "  %s\n", state);
    }
  return signers->len > 0 ? g_string_free (text, FALSE)
                          : (g_string_free (text, TRUE), g_strdup (_ ("No token is there.")));
}

MftExit
mft_certificate_tokens (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;

  mft_token_modules_set_own (arguments->token_module);
  g_autoptr (GPtrArray) signers = mft_token_signers (&error);
  if (signers == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  g_autofree char *text = arguments->json ? as_json (signers) : as_text (signers);
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}
