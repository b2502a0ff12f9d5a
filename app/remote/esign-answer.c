/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/esign-answer.h"

#include <string.h>

#include "container/json.h"
#include "pki/display-name.h"

#define TEXT_MOST 200
#define NIK_DIGITS 16
#define NIK_SHOWN 4 /* at either end */

static const char *const states[] = {
  [MFT_ESIGN_ISSUE] = "ISSUE",
  [MFT_ESIGN_EXPIRED] = "EXPIRED",
  [MFT_ESIGN_RENEW] = "RENEW",
  [MFT_ESIGN_WAITING_FOR_VERIFICATION] = "WAITING_FOR_VERIFICATION",
  [MFT_ESIGN_NEW] = "NEW",
  [MFT_ESIGN_NO_CERTIFICATE] = "NO_CERTIFICATE",
  [MFT_ESIGN_NOT_REGISTERED] = "NOT_REGISTERED",
  [MFT_ESIGN_SUSPEND] = "SUSPEND",
  [MFT_ESIGN_REVOKE] = "REVOKE",
};

MftEsignState
mft_esign_state_of (const char *word)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (word, states[i]))
      return (MftEsignState) i;
  return MFT_ESIGN_UNKNOWN;
}

gboolean
mft_esign_state_may_sign (MftEsignState state, const char *word, GError **error)
{
  if (state == MFT_ESIGN_ISSUE)
    return TRUE;
  g_set_error (error, MFT_REMOTE_ERROR,
               (int) (MFT_REMOTE_ERROR_EXPIRED + (state - MFT_ESIGN_EXPIRED)),
               "the signer's state is '%s'", word != NULL ? word : "");
  return FALSE;
}

/* Some services repeat the NIK in what they say; it is shown and logged nowhere. */
static void
mask_numbers (char *text)
{
  for (char *at = text; *at != '\0';)
    {
      gsize digits = strspn (at, "0123456789");
      if (digits >= NIK_DIGITS)
        memset (at + NIK_SHOWN, '*', digits - 2 * NIK_SHOWN);
      at += MAX (digits, 1);
    }
}

char *
mft_esign_text (JsonObject *answer, const char *key)
{
  JsonNode *node = answer != NULL ? json_object_get_member (answer, key) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  g_autofree char *shown = mft_display_name (json_node_get_string (node), -1);
  mask_numbers (shown);
  return g_utf8_substring (shown, 0, MIN (TEXT_MOST, g_utf8_strlen (shown, -1)));
}

/* Codes stand at the end of the message ("Passphrase anda salah 2031"). */
static MftRemoteError
meaning_of (const char *message)
{
  static const struct
  {
    const char *code, *words; /* either */
    MftRemoteError meaning;
  } meanings[] = {
    { " 2031", "assphrase anda salah", MFT_REMOTE_ERROR_PASSPHRASE },
    { " 2011", "User tidak terdaftar", MFT_REMOTE_ERROR_NOT_REGISTERED },
    { NULL, "InvalidPdfException", MFT_REMOTE_ERROR_DOCUMENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strstr (message, meanings[i].words) != NULL
        || (meanings[i].code != NULL && g_str_has_suffix (message, meanings[i].code)))
      return meanings[i].meaning;
  return MFT_REMOTE_ERROR_REFUSED;
}

void
mft_esign_refuse (guint status, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) answer
      = body != NULL ? mft_json_parse_object (body, "the answer", NULL) : NULL;
  g_autofree char *text = mft_esign_text (answer, "error");
  g_autofree char *message
      = text != NULL ? g_steal_pointer (&text) : mft_esign_text (answer, "message");
  MftRemoteError code = message != NULL ? meaning_of (message) : MFT_REMOTE_ERROR_REFUSED;

  if (status == 401 || status == 403)
    code = MFT_REMOTE_ERROR_CREDENTIAL;
  else if (status == 429 || status == 503 || status == 504)
    code = MFT_REMOTE_ERROR_BUSY;
  /* The message is quoted by what the person is told: no quotes inside it. */
  g_autofree char *quoted = message != NULL ? g_strdelimit (g_strdup (message), "'", '"')
                                            : g_strdup_printf ("HTTP %u", status);
  g_set_error (error, MFT_REMOTE_ERROR, (int) code, "the service says '%s'", quoted);
}
