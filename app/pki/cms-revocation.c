/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/cms-attributes.h"
#include "pki/tlv.h"

#define TAG_SEQUENCE 0x30
#define TAG_CONTEXT_0 0xa0
#define STATEMENTS_MOST 100

/* PDF's own attribute (ISO 32000-2, 12.8.3.3.2), OCSPResponse inside; and CAdES's revocation-values
 * (RFC 5126 6.3.4), BasicOCSPResponse inside. Their shape is the same. */
#define ADBE_REVOCATION "1.2.840.113583.1.1.8"
#define CADES_REVOCATION "1.2.840.113549.1.9.16.2.24"

static void
take_all (MftCursor cursor, GPtrArray *statements)
{
  MftTlv sequence, one;

  if (!mft_tlv_accept (&cursor, TAG_SEQUENCE, &sequence))
    return;
  cursor = mft_tlv_open (&sequence);
  while (statements->len < STATEMENTS_MOST && mft_tlv_accept (&cursor, TAG_SEQUENCE, &one))
    g_ptr_array_add (statements, g_bytes_new (one.whole, one.whole_size));
}

static void
read_values (MftCms *cms, const ASN1_STRING *values)
{
  MftCursor cursor;
  MftTlv element;

  if (values == NULL)
    return;
  cursor = mft_cursor (ASN1_STRING_get0_data (values), (gsize) ASN1_STRING_length (values));
  if (!mft_tlv_accept (&cursor, TAG_SEQUENCE, &element))
    return;
  cursor = mft_tlv_open (&element);
  if (mft_tlv_accept (&cursor, TAG_CONTEXT_0, &element))
    take_all (mft_tlv_open (&element), cms->crls);
  if (mft_tlv_accept (&cursor, TAG_CONTEXT_0 + 1, &element))
    take_all (mft_tlv_open (&element), cms->ocsps);
}

static void
read_lists (MftCms *cms, CMS_ContentInfo *info)
{
  STACK_OF (X509_CRL) *lists = CMS_get1_crls (info);

  for (int i = 0; i < MIN (sk_X509_CRL_num (lists), STATEMENTS_MOST); i++)
    {
      unsigned char *der = NULL;
      int size = i2d_X509_CRL (sk_X509_CRL_value (lists, i), &der);
      if (size > 0)
        g_ptr_array_add (cms->crls, mft_ossl_take (der, size));
    }
  sk_X509_CRL_pop_free (lists, X509_CRL_free);
}

void
mft_cms_read_revocation (MftCms *cms, CMS_ContentInfo *info, CMS_SignerInfo *signer)
{
  ASN1_OBJECT *adbe = OBJ_txt2obj (ADBE_REVOCATION, TRUE);
  ASN1_OBJECT *cades = OBJ_txt2obj (CADES_REVOCATION, TRUE);

  read_lists (cms, info);
  read_values (cms, CMS_signed_get0_data_by_OBJ (signer, adbe, -3, V_ASN1_SEQUENCE));
  read_values (cms, CMS_unsigned_get0_data_by_OBJ (signer, cades, -3, V_ASN1_SEQUENCE));
  ASN1_OBJECT_free (adbe);
  ASN1_OBJECT_free (cades);
}
