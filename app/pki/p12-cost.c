/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/p12-cost.h"

#include <openssl/asn1t.h>
#include <openssl/err.h>

#include "pki/key-p12-private.h"

#define ROUNDS_MOST 10000000
#define DEPTH_MOST 8

typedef STACK_OF (PKCS12_SAFEBAG) Bags;

/* What scrypt costs, in rounds of the others (RFC 7914 2). */
static gint64
rounds_of_scrypt (const X509_ALGOR *way)
{
  SCRYPT_PARAMS *parameters
      = ASN1_TYPE_unpack_sequence (ASN1_ITEM_rptr (SCRYPT_PARAMS), way->parameter);
  gint64 cost = -1, block = -1, parallel = -1;

  if (parameters != NULL)
    {
      cost = ASN1_INTEGER_get (parameters->costParameter);
      block = ASN1_INTEGER_get (parameters->blockSize);
      parallel = ASN1_INTEGER_get (parameters->parallelizationParameter);
    }
  SCRYPT_PARAMS_free (parameters);
  if (cost < 0 || block < 0 || parallel < 0 || cost > ROUNDS_MOST || block > 1024 || parallel > 64)
    return -1;
  return cost * block * parallel;
}

/* How often the key is derived over; too often where that cannot be read. */
static gint64
rounds_of (const X509_ALGOR *way)
{
  gboolean is_pbes2 = OBJ_obj2nid (way->algorithm) == NID_pbes2;
  PBE2PARAM *outer = NULL;
  PBKDF2PARAM *inner = NULL;
  PBEPARAM *plain = NULL;
  gint64 rounds = -1;

  if (is_pbes2)
    outer = ASN1_TYPE_unpack_sequence (ASN1_ITEM_rptr (PBE2PARAM), way->parameter);
  else
    plain = ASN1_TYPE_unpack_sequence (ASN1_ITEM_rptr (PBEPARAM), way->parameter);
  if (outer != NULL && OBJ_obj2nid (outer->keyfunc->algorithm) == NID_id_pbkdf2)
    inner = ASN1_TYPE_unpack_sequence (ASN1_ITEM_rptr (PBKDF2PARAM), outer->keyfunc->parameter);
  if (outer != NULL && OBJ_obj2nid (outer->keyfunc->algorithm) == NID_id_scrypt)
    rounds = rounds_of_scrypt (outer->keyfunc);
  if (inner != NULL)
    rounds = ASN1_INTEGER_get (inner->iter);
  else if (plain != NULL)
    rounds = ASN1_INTEGER_get (plain->iter);
  PBE2PARAM_free (outer);
  PBKDF2PARAM_free (inner);
  PBEPARAM_free (plain);
  return rounds < 0 || rounds > ROUNDS_MOST ? ROUNDS_MOST + 1 : rounds;
}

gboolean
_mft_p12_way_is_bearable (const X509_ALGOR *way)
{
  return rounds_of (way) <= ROUNDS_MOST;
}

static gint64
rounds_of_bags (const Bags *bags, guint depth)
{
  gint64 total = 0;

  if (depth > DEPTH_MOST)
    return ROUNDS_MOST + 1;
  for (int i = 0; i < sk_PKCS12_SAFEBAG_num (bags) && total <= ROUNDS_MOST; i++)
    {
      const PKCS12_SAFEBAG *bag = sk_PKCS12_SAFEBAG_value (bags, i);
      const X509_ALGOR *way;
      switch (PKCS12_SAFEBAG_get_nid (bag))
        {
        case NID_pkcs8ShroudedKeyBag:
          X509_SIG_get0 (PKCS12_SAFEBAG_get0_pkcs8 (bag), &way, NULL);
          total += rounds_of (way);
          break;
        case NID_safeContentsBag:
          total += rounds_of_bags (PKCS12_SAFEBAG_get0_safes (bag), depth + 1);
          break;
        default:
          break;
        }
    }
  return total;
}

static gint64
rounds_of_seal (PKCS12 *container)
{
  const ASN1_INTEGER *count = NULL;

  PKCS12_get0_mac (NULL, NULL, NULL, &count, container);
  if (count == NULL)
    return 0;
  gint64 rounds = ASN1_INTEGER_get (count);
  return rounds < 0 || rounds > ROUNDS_MOST ? ROUNDS_MOST + 1 : rounds;
}

gboolean
mft_p12_cost_is_bearable (PKCS12 *container, MftSecret *passphrase)
{
  STACK_OF (PKCS7) *parts = PKCS12_unpack_authsafes (container);
  gint64 total = rounds_of_seal (container);

  for (int i = 0; i < sk_PKCS7_num (parts) && total <= ROUNDS_MOST; i++)
    {
      PKCS7 *part = sk_PKCS7_value (parts, i);
      Bags *bags = NULL;

      if (PKCS7_type_is_encrypted (part))
        total += rounds_of (part->d.encrypted->enc_data->algorithm);
      if (PKCS7_type_is_data (part))
        bags = PKCS12_unpack_p7data (part);
      else if (PKCS7_type_is_encrypted (part) && passphrase != NULL && total <= ROUNDS_MOST)
        bags = PKCS12_unpack_p7encdata (part, mft_secret_peek (passphrase),
                                        (int) mft_secret_size (passphrase));
      total += rounds_of_bags (bags, 0);
      sk_PKCS12_SAFEBAG_pop_free (bags, PKCS12_SAFEBAG_free);
    }
  sk_PKCS7_pop_free (parts, PKCS7_free);
  ERR_clear_error ();
  return total <= ROUNDS_MOST;
}
