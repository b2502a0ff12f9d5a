/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/stamp.h"
#include "pdf/page.h"
#include "pki/signature-scheme.h"
#include "pki/timestamp-source.h"

G_BEGIN_DECLS

/* What the first signer allows afterwards: DocMDP 2, 3, 1 (ISO 32000-2, 12.8.2.2). */
typedef enum
{
  MFT_CERTIFY_NONE,
  MFT_CERTIFY_FILL,     /* filling in and signing the fields that are there */
  MFT_CERTIFY_ANNOTATE, /* and annotations */
  MFT_CERTIFY_LOCKED,   /* nothing */
} MftCertify;

/* What is asked of a signature. Everything is borrowed. */
typedef struct
{
  const char *field;  /* its name; NULL: the one empty field, or a new one at `page` */
  guint page;         /* from 1: a new visible field there; 0: no new one */
  MftPdfRect rect;    /* in points from the lower left corner of the page as seen */
  gboolean invisible; /* a new field that is not seen */

  MftCertify certify;
  const char *reason;   /* may be NULL */
  const char *location; /* may be NULL */
  GDateTime *time;      /* the claimed time, in the signer's zone */

  const MftStampContent *stamp; /* lines that are NULL: what the certificate says, and the time */
  MftMark *mark;                /* NULL: the project's own */

  GPtrArray *issuers; /* MftCertificate that the signature carries; NULL: what came with the key */

  MftSignatureWish algorithm;
  const MftTimestampSource *timestamp; /* NULL: B-B; else B-T */
} MftSignRequest;

G_END_DECLS
