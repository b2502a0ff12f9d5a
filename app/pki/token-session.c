/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/token-session.h"

#define OBJECTS_MOST 20
#define ATTRIBUTE_MOST (64u << 10)
#define MECHANISMS_MOST 1000

void
mft_token_session_fail (GError **error, CK_RV result, const char *what)
{
  MftPkiError code = MFT_PKI_ERROR_FAILED;

  switch (result)
    {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
      code = MFT_PKI_ERROR_WRONG_PASSPHRASE;
      break;
    case CKR_PIN_LOCKED:
      code = MFT_PKI_ERROR_PIN_LOCKED;
      break;
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_DEVICE_REMOVED:
    case CKR_DEVICE_ERROR:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_SLOT_ID_INVALID:
      code = MFT_PKI_ERROR_NO_TOKEN;
      break;
    default:
      break;
    }
  g_set_error (error, MFT_PKI_ERROR, (int) code, "%s: %s", what, p11_kit_strerror (result));
}

/* Only what names a token and a key: nothing that loads code or carries a secret. */
static P11KitUri *
parse_uri (const char *text, GError **error)
{
  P11KitUri *uri = p11_kit_uri_new ();

  if (p11_kit_uri_parse (text, P11_KIT_URI_FOR_ANY, uri) == P11_KIT_URI_OK
      && !p11_kit_uri_any_unrecognized (uri) && p11_kit_uri_get_module_path (uri) == NULL
      && p11_kit_uri_get_module_name (uri) == NULL && p11_kit_uri_get_pin_value (uri) == NULL
      && p11_kit_uri_get_pin_source (uri) == NULL)
    return uri;
  p11_kit_uri_free (uri);
  g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_UNSUPPORTED,
               "'%s' is no address of a token that can be used", text);
  return NULL;
}

/* The tokens of a module that the URI may mean; how many. */
static guint
match_tokens (MftTokenSession *token, CK_FUNCTION_LIST *module)
{
  CK_SLOT_ID slots[MFT_TOKEN_SLOTS_MOST];
  CK_ULONG count = MFT_TOKEN_SLOTS_MOST;
  guint matches = 0;

  if (module->C_GetSlotList (CK_TRUE, slots, &count) != CKR_OK)
    return 0;
  for (CK_ULONG i = 0; i < count; i++)
    {
      CK_TOKEN_INFO info;
      if (module->C_GetTokenInfo (slots[i], &info) != CKR_OK
          || (info.flags & CKF_TOKEN_INITIALIZED) == 0
          || !p11_kit_uri_match_token_info (token->uri, &info))
        continue;
      token->module = module;
      token->slot = slots[i];
      matches++;
    }
  return matches;
}

static gboolean
find_token (MftTokenSession *token, GError **error)
{
  CK_FUNCTION_LIST *module;
  guint matches = 0;

  for (guint i = 0; (module = mft_token_modules_get (token->modules, i)) != NULL; i++)
    matches += match_tokens (token, module);
  if (matches == 1)
    return TRUE;
  g_set_error_literal (error, MFT_PKI_ERROR,
                       matches == 0 ? MFT_PKI_ERROR_NO_TOKEN : MFT_PKI_ERROR_SEVERAL,
                       matches == 0 ? "no token fits" : "several tokens fit");
  return FALSE;
}

MftTokenSession *
mft_token_session_open (const char *uri, GError **error)
{
  g_autoptr (MftTokenSession) token = g_new0 (MftTokenSession, 1);
  CK_RV result;

  token->uri = parse_uri (uri, error);
  token->modules = token->uri != NULL ? mft_token_modules_new (error) : NULL;
  if (token->modules == NULL || !find_token (token, error))
    return NULL;
  result
      = token->module->C_OpenSession (token->slot, CKF_SERIAL_SESSION, NULL, NULL, &token->session);
  if (result == CKR_OK)
    return g_steal_pointer (&token);
  mft_token_session_fail (error, result, "the token does not open");
  return NULL;
}

void
mft_token_session_close (MftTokenSession *token)
{
  if (token->session != 0)
    token->module->C_CloseSession (token->session);
  g_clear_pointer (&token->modules, mft_token_modules_free);
  if (token->uri != NULL)
    p11_kit_uri_free (token->uri);
  g_free (token);
}

gboolean
mft_token_session_login (MftTokenSession *token, MftSecret *pin, gboolean context, GError **error)
{
  CK_TOKEN_INFO info = { 0 };
  gboolean has_pad;
  CK_RV result;

  token->module->C_GetTokenInfo (token->slot, &info);
  has_pad = (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
  result = token->module->C_Login (token->session, context ? CKU_CONTEXT_SPECIFIC : CKU_USER,
                                   has_pad || pin == NULL ? NULL
                                                          : (CK_UTF8CHAR_PTR) mft_secret_peek (pin),
                                   has_pad || pin == NULL ? 0 : mft_secret_size (pin));
  if (result == CKR_OK || result == CKR_USER_ALREADY_LOGGED_IN)
    return TRUE;
  info.flags = 0;
  token->module->C_GetTokenInfo (token->slot, &info);
  if ((info.flags & CKF_USER_PIN_LOCKED) != 0)
    result = CKR_PIN_LOCKED;
  if (result == CKR_PIN_INCORRECT && (info.flags & CKF_USER_PIN_FINAL_TRY) != 0)
    g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_PIN_LAST,
                         "the PIN is wrong, and one try is left");
  else
    mft_token_session_fail (error, result, "the token refuses the PIN");
  return FALSE;
}

GArray *
mft_token_session_find (MftTokenSession *token, CK_OBJECT_CLASS class, gboolean by_uri,
                        const CK_ATTRIBUTE *attribute)
{
  g_autoptr (GArray) template = g_array_new (FALSE, FALSE, sizeof (CK_ATTRIBUTE));
  const CK_ATTRIBUTE kind = { CKA_CLASS, &class, sizeof class };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CK_OBJECT_HANDLE));
  CK_ULONG count = 0;
  CK_ATTRIBUTE *named = by_uri ? p11_kit_uri_get_attributes (token->uri, &count) : NULL;

  g_array_append_val (template, kind);
  for (CK_ULONG i = 0; i < count; i++)
    if (named[i].type != CKA_CLASS)
      g_array_append_val (template, named[i]);
  if (attribute != NULL)
    g_array_append_vals (template, attribute, 1);
  if (token->module->C_FindObjectsInit (token->session, (CK_ATTRIBUTE *) (void *) template->data,
                                        template->len)
      != CKR_OK)
    return found;
  g_array_set_size (found, OBJECTS_MOST);
  count = 0;
  if (token->module->C_FindObjects (token->session, (CK_OBJECT_HANDLE *) (void *) found->data,
                                    OBJECTS_MOST, &count)
      != CKR_OK)
    count = 0;
  g_array_set_size (found, (guint) MIN (count, OBJECTS_MOST));
  token->module->C_FindObjectsFinal (token->session);
  return found;
}

GBytes *
mft_token_session_get (MftTokenSession *token, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type)
{
  CK_ATTRIBUTE attribute = { type, NULL, 0 };

  if (token->module->C_GetAttributeValue (token->session, object, &attribute, 1) != CKR_OK
      || attribute.ulValueLen == CK_UNAVAILABLE_INFORMATION || attribute.ulValueLen == 0
      || attribute.ulValueLen > ATTRIBUTE_MOST)
    return NULL;
  g_autofree guint8 *value = g_malloc0 (attribute.ulValueLen);
  CK_ULONG room = attribute.ulValueLen;
  attribute.pValue = value;
  if (token->module->C_GetAttributeValue (token->session, object, &attribute, 1) != CKR_OK
      || attribute.ulValueLen > room)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&value), attribute.ulValueLen);
}

MftCertificate *
mft_token_session_certificate (MftTokenSession *token, CK_OBJECT_HANDLE object)
{
  g_autoptr (GBytes) der = mft_token_session_get (token, object, CKA_VALUE);

  return der != NULL ? mft_certificate_new_from_der (g_bytes_get_data (der, NULL),
                                                     g_bytes_get_size (der), NULL)
                     : NULL;
}

gboolean
mft_token_session_has_mechanism (MftTokenSession *token, CK_MECHANISM_TYPE mechanism)
{
  CK_MECHANISM_TYPE all[MECHANISMS_MOST];
  CK_ULONG count = MECHANISMS_MOST;

  if (token->module->C_GetMechanismList (token->slot, all, &count) != CKR_OK)
    return FALSE;
  for (CK_ULONG i = 0; i < count; i++)
    if (all[i] == mechanism)
      return TRUE;
  return FALSE;
}
