/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/signature-field.h"
#include "pki/timestamp.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* One signature under examination: where it lies, what it carries, what its bytes hash to. */
typedef struct
{
  MftSignatureReport *report;  /* borrowed */
  MftPdfSignatureField *field; /* as it stands in `found_in` */
  guint found_in;              /* the last revision that has this value in this field */
  gboolean removed;            /* a later revision lost it */
  gboolean recycled;    /* the signed revision does not have it, or another field shares it */
  gboolean range_sound; /* the gap is this signature's own Contents and nothing else */
  gboolean revision_known;
  guint revision;    /* the one its bytes end with, from 0 */
  goffset gap_start; /* of the byte range */
  goffset gap_end;
  goffset end;
  GBytes *contents;     /* NULL */
  MftCms *cms;          /* NULL; of a document timestamp: inside `stamp` */
  gboolean over_sha1;   /* adbe.pkcs7.sha1: `cms` carries the SHA-1 of the bytes */
  MftTimestamp *stamp;  /* of a document timestamp; else NULL */
  MftTimestamp *token;  /* that the signature carries; NULL */
  gboolean proves_time; /* a document timestamp that holds */
  guint8 digest[EVP_MAX_MD_SIZE];
  gsize digest_size; /* 0: not hashed */
} MftSubject;

void mft_subject_free (MftSubject *subject);

/* Every signature field with the last revision first, then values that a later revision lost; adds
 * a report for each. FALSE in `complete`: some revision's form could not be read. Array of
 * MftSubject, owned by the caller. */
GPtrArray *mft_subjects_collect (MftPdfFile *file, MftVerifyReport *report, gboolean *complete);

/* Fills range, coverage and revision from the signature dictionary (ISO 32000-2, 12.8.1). */
void mft_subject_read_range (MftSubject *subject, MftPdfFile *file);

/* Fills subfilter, kind, claimed data and the CMS. */
void mft_subject_read_signature (MftSubject *subject, MftPdfFile *file);

/* Whether the signature can be hashed: a sound range and a known digest. */
gboolean mft_subject_is_hashable (const MftSubject *subject);

/* The digest that the byte range is hashed with. */
const EVP_MD *mft_subject_digest (const MftSubject *subject, gsize *size);

G_END_DECLS
