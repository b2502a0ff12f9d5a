/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A driver of tokens that do what SoftHSM's never do: a reader with keys of its own, a key that wants
 * the PIN each time, a card that hashes nothing, tries that run out, a card that is pulled out. The
 * folder MFT_MOCK_TOKEN holds kunci.pem and sertifikat.der, and the words of how it behaves (cara). */
#include <glib.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <p11-kit/pkcs11.h>
#include <string.h>

#define PIN "271828"
#define TRIES 3
#define OBJECT_KEY 1
#define OBJECT_CERTIFICATE 2

typedef struct
{
  EVP_PKEY *key;
  GBytes *certificate;
  gboolean is_in;      /* logged in */
  gboolean is_allowed; /* logged in for the signature that was begun */
  CK_MECHANISM mechanism;
  CK_RSA_PKCS_PSS_PARAMS pss;
  gboolean is_signing;
  CK_OBJECT_HANDLE found[2];
  guint n_found, at;
} Token;

static Token token;

static char *
read_file (const char *name, gsize *size)
{
  g_autofree char *path = g_build_filename (g_getenv ("MFT_MOCK_TOKEN"), name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, size, NULL);
  return text;
}

static gboolean
behaves (const char *word)
{
  g_autofree char *words = read_file ("cara", NULL);

  return words != NULL && strstr (words, word) != NULL;
}

/* How many wrong PINs in a row: a card remembers, a driver that was closed does not. */
static guint
n_wrong (void)
{
  g_autofree char *text = read_file ("salah", NULL);

  return text != NULL ? (guint) strlen (text) : 0;
}

static void
set_wrong (guint count)
{
  g_autofree char *path = g_build_filename (g_getenv ("MFT_MOCK_TOKEN"), "salah", NULL);
  g_autofree char *text = g_strnfill (count, 'x');

  g_file_set_contents (path, text, -1, NULL);
}

static CK_RV
initialize (void *arguments)
{
  gsize size = 0;
  g_autofree char *pem = read_file ("kunci.pem", &size);

  (void) arguments;
  if (pem == NULL)
    return CKR_OK;
  BIO *bio = BIO_new_mem_buf (pem, (int) size);
  token.key = PEM_read_bio_PrivateKey (bio, NULL, NULL, NULL);
  BIO_free (bio);
  char *der = read_file ("sertifikat.der", &size);
  token.certificate = der != NULL ? g_bytes_new_take (der, size) : NULL;
  return CKR_OK;
}

static CK_RV
finalize (void *reserved)
{
  (void) reserved;
  g_clear_pointer (&token.key, EVP_PKEY_free);
  g_clear_pointer (&token.certificate, g_bytes_unref);
  token.is_in = token.is_signing = FALSE;
  return CKR_OK;
}

static CK_RV
get_info (CK_INFO *info)
{
  memset (info, 0, sizeof *info);
  info->cryptokiVersion.major = 2;
  info->cryptokiVersion.minor = 40;
  return CKR_OK;
}

static gboolean
is_there (void)
{
  return token.key != NULL && !behaves ("tercabut");
}

static CK_RV
get_slot_list (CK_BBOOL with_token, CK_SLOT_ID *slots, CK_ULONG *count)
{
  (void) with_token;
  *count = is_there () ? 1 : 0;
  if (slots != NULL && *count > 0)
    slots[0] = 7;
  return CKR_OK;
}

static void
pad (unsigned char *field, gsize size, const char *text)
{
  memset (field, ' ', size);
  memcpy (field, text, strlen (text));
}

static CK_RV
get_slot_info (CK_SLOT_ID slot, CK_SLOT_INFO *info)
{
  memset (info, 0, sizeof *info);
  pad (info->slotDescription, sizeof info->slotDescription, "Pembaca tiruan");
  pad (info->manufacturerID, sizeof info->manufacturerID, "Mufakat");
  info->flags = CKF_REMOVABLE_DEVICE | (is_there () ? CKF_TOKEN_PRESENT : 0);
  return slot == 7 ? CKR_OK : CKR_SLOT_ID_INVALID;
}

static CK_RV
get_token_info (CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
  memset (info, 0, sizeof *info);
  if (slot != 7 || !is_there ())
    return CKR_TOKEN_NOT_PRESENT;
  pad (info->label, sizeof info->label, "Tiruan");
  pad (info->manufacturerID, sizeof info->manufacturerID, "Mufakat");
  pad (info->model, sizeof info->model, "Uji");
  pad ((unsigned char *) info->serialNumber, sizeof info->serialNumber, "1");
  info->flags = CKF_TOKEN_INITIALIZED | CKF_LOGIN_REQUIRED | CKF_USER_PIN_INITIALIZED;
  info->flags |= behaves ("papan") ? CKF_PROTECTED_AUTHENTICATION_PATH : 0;
  info->flags |= n_wrong () > 0 ? CKF_USER_PIN_COUNT_LOW : 0;
  info->flags |= n_wrong () == TRIES - 1 ? CKF_USER_PIN_FINAL_TRY : 0;
  info->flags |= n_wrong () >= TRIES ? CKF_USER_PIN_LOCKED : 0;
  return CKR_OK;
}

static CK_RV
get_mechanism_list (CK_SLOT_ID slot, CK_MECHANISM_TYPE *list, CK_ULONG *count)
{
  static const CK_MECHANISM_TYPE plain[] = { CKM_RSA_PKCS, CKM_RSA_PKCS_PSS, CKM_ECDSA };

  (void) slot;
  if (list != NULL)
    memcpy (list, plain, sizeof plain);
  *count = G_N_ELEMENTS (plain);
  return CKR_OK;
}

static CK_RV
open_session (CK_SLOT_ID slot, CK_FLAGS flags, void *application, CK_NOTIFY notify,
              CK_SESSION_HANDLE *session)
{
  (void) flags;
  (void) application;
  (void) notify;
  *session = 1;
  return slot == 7 && is_there () ? CKR_OK : CKR_TOKEN_NOT_PRESENT;
}

static CK_RV
close_session (CK_SESSION_HANDLE session)
{
  (void) session;
  token.is_in = token.is_signing = FALSE;
  return CKR_OK;
}

/* A reader with keys gets no PIN, and asks for it itself. */
static gboolean
is_right (const unsigned char *pin, gsize size)
{
  if (behaves ("papan"))
    return pin == NULL && !behaves ("salah-di-papan");
  return pin != NULL && size == strlen (PIN) && memcmp (pin, PIN, size) == 0;
}

static CK_RV
login (CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG size)
{
  (void) session;
  if (!is_there ())
    return CKR_DEVICE_REMOVED;
  if (n_wrong () >= TRIES)
    return CKR_PIN_LOCKED;
  if (!is_right (pin, size))
    {
      set_wrong (n_wrong () + 1);
      return CKR_PIN_INCORRECT;
    }
  set_wrong (0);
  if (user == CKU_CONTEXT_SPECIFIC)
    token.is_allowed = TRUE;
  else
    token.is_in = TRUE;
  return CKR_OK;
}

static CK_RV
find_objects_init (CK_SESSION_HANDLE session, CK_ATTRIBUTE *template, CK_ULONG count)
{
  (void) session;
  token.n_found = token.at = 0;
  for (CK_ULONG i = 0; i < count; i++)
    {
      CK_OBJECT_CLASS class = CK_UNAVAILABLE_INFORMATION;
      if (template[i].type == CKA_CLASS)
        memcpy (&class, template[i].pValue, sizeof class);
      if (class == CKO_PRIVATE_KEY && token.is_in)
        token.found[token.n_found++] = OBJECT_KEY;
      if (class == CKO_CERTIFICATE && token.certificate != NULL)
        token.found[token.n_found++] = OBJECT_CERTIFICATE;
    }
  return CKR_OK;
}

static CK_RV
find_objects (CK_SESSION_HANDLE session, CK_OBJECT_HANDLE *objects, CK_ULONG most, CK_ULONG *count)
{
  (void) session;
  for (*count = 0; *count < most && token.at < token.n_found; (*count)++)
    objects[*count] = token.found[token.at++];
  return CKR_OK;
}

static CK_RV
find_objects_final (CK_SESSION_HANDLE session)
{
  (void) session;
  return CKR_OK;
}

static void
give (CK_ATTRIBUTE *attribute, gconstpointer value, gsize size)
{
  if (attribute->pValue != NULL && attribute->ulValueLen >= size)
    memcpy (attribute->pValue, value, size);
  attribute->ulValueLen = size;
}

static CK_RV
get_attribute_value (CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *template,
                     CK_ULONG count)
{
  const CK_BBOOL each = behaves ("tiap-kali") ? CK_TRUE : CK_FALSE;

  (void) session;
  for (CK_ULONG i = 0; i < count; i++)
    {
      CK_ATTRIBUTE *wanted = &template[i];
      if (wanted->type == CKA_ID)
        give (wanted, "\x01", 1);
      else if (object == OBJECT_CERTIFICATE && wanted->type == CKA_VALUE)
        give (wanted, g_bytes_get_data (token.certificate, NULL),
              g_bytes_get_size (token.certificate));
      else if (object == OBJECT_KEY && wanted->type == CKA_ALWAYS_AUTHENTICATE)
        give (wanted, &each, sizeof each);
      else
        wanted->ulValueLen = CK_UNAVAILABLE_INFORMATION;
    }
  return CKR_OK;
}

static CK_RV
sign_init (CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key)
{
  (void) session;
  if (!is_there ())
    return CKR_DEVICE_REMOVED;
  if (!token.is_in || key != OBJECT_KEY)
    return CKR_USER_NOT_LOGGED_IN;
  token.mechanism = *mechanism;
  if (mechanism->mechanism == CKM_RSA_PKCS_PSS)
    memcpy (&token.pss, mechanism->pParameter, sizeof token.pss);
  token.is_signing = TRUE;
  token.is_allowed = !behaves ("tiap-kali");
  return CKR_OK;
}

static CK_RV
sign_rsa (const unsigned char *data, gsize size, unsigned char *value, CK_ULONG *value_size)
{
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new (token.key, NULL);
  const EVP_MD *digest = size == 64 ? EVP_sha512 () : size == 48 ? EVP_sha384 () : EVP_sha256 ();
  gboolean pss = token.mechanism.mechanism == CKM_RSA_PKCS_PSS;
  gsize room = *value_size;
  gboolean done
      = EVP_PKEY_sign_init (context) == 1
        && EVP_PKEY_CTX_set_rsa_padding (context, pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING)
               == 1
        && (!pss
            || (token.pss.sLen == size && EVP_PKEY_CTX_set_signature_md (context, digest) == 1
                && EVP_PKEY_CTX_set_rsa_pss_saltlen (context, (int) size) == 1))
        && EVP_PKEY_sign (context, value, &room, data, size) == 1;

  EVP_PKEY_CTX_free (context);
  *value_size = room;
  return done ? CKR_OK : CKR_DATA_INVALID;
}

/* r and s, each as long as the curve. */
static CK_RV
sign_ec (const unsigned char *data, gsize size, unsigned char *value, CK_ULONG *value_size)
{
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new (token.key, NULL);
  unsigned char der[256];
  gsize der_size = sizeof der;
  const unsigned char *at = der;
  int half = (EVP_PKEY_get_bits (token.key) + 7) / 8;

  if (EVP_PKEY_sign_init (context) != 1 || EVP_PKEY_sign (context, der, &der_size, data, size) != 1)
    return CKR_DATA_INVALID;
  ECDSA_SIG *pair = d2i_ECDSA_SIG (NULL, &at, (long) der_size);
  BN_bn2binpad (ECDSA_SIG_get0_r (pair), value, half);
  BN_bn2binpad (ECDSA_SIG_get0_s (pair), value + half, half);
  ECDSA_SIG_free (pair);
  EVP_PKEY_CTX_free (context);
  *value_size = (CK_ULONG) half * 2;
  return CKR_OK;
}

static CK_RV
sign (CK_SESSION_HANDLE session, unsigned char *data, CK_ULONG size, unsigned char *value,
      CK_ULONG *value_size)
{
  (void) session;
  if (!is_there () || behaves ("putus"))
    return CKR_DEVICE_REMOVED;
  if (!token.is_signing || !token.is_allowed)
    return CKR_USER_NOT_LOGGED_IN;
  token.is_signing = FALSE;
  return token.mechanism.mechanism == CKM_ECDSA ? sign_ec (data, size, value, value_size)
                                                : sign_rsa (data, size, value, value_size);
}

CK_RV C_GetFunctionList (CK_FUNCTION_LIST **list);

CK_RV
C_GetFunctionList (CK_FUNCTION_LIST **list)
{
  static CK_FUNCTION_LIST functions = {
    .version = { 2, 40 },
    .C_Initialize = initialize,
    .C_Finalize = finalize,
    .C_GetInfo = get_info,
    .C_GetFunctionList = C_GetFunctionList,
    .C_GetSlotList = get_slot_list,
    .C_GetSlotInfo = get_slot_info,
    .C_GetTokenInfo = get_token_info,
    .C_GetMechanismList = get_mechanism_list,
    .C_OpenSession = open_session,
    .C_CloseSession = close_session,
    .C_Login = login,
    .C_FindObjectsInit = find_objects_init,
    .C_FindObjects = find_objects,
    .C_FindObjectsFinal = find_objects_final,
    .C_GetAttributeValue = get_attribute_value,
    .C_SignInit = sign_init,
    .C_Sign = sign,
  };

  *list = &functions;
  return CKR_OK;
}
