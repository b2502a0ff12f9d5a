/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "http-server.h"
#include "pki/key.h"

G_BEGIN_DECLS

/* BSrE's Esign Client Service as its manual describes it, on this machine: honest, refusing, slow, cut and
 * lying. */
#define MFT_TEST_NIK "3171010101900003"
#define MFT_TEST_ESIGN_NAME "Wulan Hapsari Tirtanegara"
#define MFT_TEST_ESIGN_CODE "123456"

typedef enum
{
  MFT_TEST_ESIGN_HONEST,
  MFT_TEST_ESIGN_SLOW,
  MFT_TEST_ESIGN_CUT,             /* half an answer */
  MFT_TEST_ESIGN_GARBAGE,         /* no JSON */
  MFT_TEST_ESIGN_NO_FILE,         /* JSON of another kind */
  MFT_TEST_ESIGN_UNCHANGED,       /* the document as it was sent */
  MFT_TEST_ESIGN_OTHER_DOCUMENT,  /* signed, but another one */
  MFT_TEST_ESIGN_OTHER_SIGNER,    /* the document, signed by somebody else */
  MFT_TEST_ESIGN_CHANGED_PAGE,    /* the document with a page turned, then signed */
  MFT_TEST_ESIGN_TWICE,           /* two signatures */
  MFT_TEST_ESIGN_BROKEN,          /* a byte changed inside the signature */
  MFT_TEST_ESIGN_HALF_A_DOCUMENT, /* what was sent, and half of the rest */
} MftTestEsignManner;

typedef struct
{
  MftTestServer *server;
  char *url;
  MftKey *key, *other;
  const char *passphrase; /* the right one */
  GBytes *other_document; /* for that lie */
  MftTestEsignManner manner;
  const char *state; /* of the person; at first ISSUE */
  guint refusal;     /* HTTP status of signing; 0: none */
  const char *refusal_text;
  gint asked, sent_totp;
  gboolean used_totp, was_visible;
} MftTestEsign;

MftTestEsign *mft_test_esign_new (const char *passphrase);
void mft_test_esign_free (MftTestEsign *esign);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTestEsign, mft_test_esign_free)

G_END_DECLS
