/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/path.h"
#include "pki/revocation.h"

G_BEGIN_DECLS

/* What verifying found: facts about every signature field, then one verdict. The keys of
 * `mufakat verify --json` (DESIGN.md §7) are the fields here; the words for people are elsewhere. */

typedef enum
{
  MFT_VERDICT_VALID,
  MFT_VERDICT_INVALID,
  MFT_VERDICT_INDETERMINATE,
  MFT_VERDICT_UNSIGNED,
  MFT_VERDICT_UNREADABLE,
} MftVerdict;

typedef enum
{
  MFT_SIGNATURE_SIGNED,
  MFT_SIGNATURE_EMPTY,
  MFT_SIGNATURE_UNREADABLE,
} MftSignatureState;

typedef enum
{
  MFT_SIGNATURE_KIND_SIGNATURE,
  MFT_SIGNATURE_KIND_TIMESTAMP,
} MftSignatureKind;

typedef enum
{
  MFT_LEVEL_UNKNOWN,
  MFT_LEVEL_BASIC, /* not PAdES baseline */
  MFT_LEVEL_B_B,
  MFT_LEVEL_B_T,
  MFT_LEVEL_B_LT,
  MFT_LEVEL_B_LTA,
} MftLevel;

typedef enum
{
  MFT_INTEGRITY_UNREADABLE,
  MFT_INTEGRITY_BROKEN,
  MFT_INTEGRITY_INTACT,
} MftIntegrity;

typedef enum
{
  MFT_COVERAGE_UNCLEAR, /* the byte range does not say plainly what is signed */
  MFT_COVERAGE_PARTIAL, /* it ends before the revision does, or leaves more out than the signature */
  MFT_COVERAGE_WHOLE_REVISION,
  MFT_COVERAGE_WHOLE_FILE,
} MftCoverage;

typedef enum
{
  MFT_CHANGES_UNKNOWN,
  MFT_CHANGES_NONE,
  MFT_CHANGES_PERMITTED,
  MFT_CHANGES_FORBIDDEN,
} MftChanges;

typedef enum
{
  MFT_TIME_SOURCE_NONE,
  MFT_TIME_SOURCE_ATTRIBUTE,
  MFT_TIME_SOURCE_M,
  MFT_TIME_SOURCE_TIMESTAMP, /* the only one that is proven */
} MftTimeSource;

/* EN 319 102-1, 5.1.3. */
typedef enum
{
  MFT_INDICATION_INDETERMINATE,
  MFT_INDICATION_TOTAL_PASSED,
  MFT_INDICATION_TOTAL_FAILED,
} MftIndication;

/* Whether the agreement that lies in the file (naskah.xml) can be used (DESIGN.md §4): it says what the
 * pages say that were signed first, or the pages count. */
typedef enum
{
  MFT_REPORT_SOURCE_UNKNOWN, /* nobody looked, or the pages cannot be read */
  MFT_REPORT_SOURCE_NONE,
  MFT_REPORT_SOURCE_EMBEDDED,
  MFT_REPORT_SOURCE_PAGES,
} MftReportSource;

/* A stable code such as "REVOCATION_NOT_CHECKED", and what it is about (may be NULL). */
typedef struct
{
  char *code;
  char *argument;
  gboolean is_note; /* to be looked at; the verdict does not hang on it */
} MftVerifyMessage;

/* One thing that is different from what was signed. */
typedef struct
{
  const char
      *kind;  /* "signature", "timestamp", "form_value", "dss", "page", "catalog", …; static */
  guint page; /* from 1; 0: none, or not known */
  guint32 object;
  gboolean permitted;
} MftVerifyChange;

typedef struct
{
  char *field; /* the field's full name, as mft_display_name() shows it */
  MftSignatureState state;
  MftSignatureKind kind;
  MftCertificate *certificate; /* the signer's; NULL */
  char *signer;                /* its common name; NULL */
  char *issuer;                /* NULL */
  GPtrArray *chain;            /* MftCertificate from the signer up; NULL */
  char *subfilter;             /* NULL */
  MftLevel level;
  MftIntegrity integrity;
  MftCoverage coverage;
  guint revision;  /* the signed one, from 1; 0: not known */
  guint revisions; /* how many the file has */
  gint64 byte_range[4];
  gboolean has_byte_range;
  guint certification; /* DocMDP's P; 0: does not certify */
  MftChanges changes_after;
  GPtrArray *changes; /* MftVerifyChange; the first hundred or so of the permitted ones */
  MftTrust trust;
  MftPathReason trust_reason;
  MftRevocation revocation;
  gint64 signing_time; /* microseconds since 1970, where signing_time_source is not _NONE */
  MftTimeSource signing_time_source;
  gint64 timestamp; /* what its own timestamp states, by whomever; G_MININT64: none */
  MftCertificate *timestamp_signer; /* whose timestamp that is; NULL */
  char *digest;                     /* as "SHA256"; NULL */
  char *algorithm;                  /* as "RSA"; NULL */
  char *reason;                     /* what the signer wrote, escaped; a claim; NULL */
  char *location;
  MftIndication indication;
  const char *subindication; /* NULL where there is none */
  GPtrArray *messages;       /* MftVerifyMessage */
} MftSignatureReport;

typedef struct
{
  char *sha256; /* of the whole file */
  MftVerdict verdict;
  MftReportSource source;
  guint pages;           /* 0: not known */
  gint64 judged_at;      /* microseconds since 1970 */
  GPtrArray *signatures; /* MftSignatureReport: every signature field */
  GPtrArray *messages;   /* MftVerifyMessage, about the file */
} MftVerifyReport;

#define MFT_VERIFY_POLICY "mufakat-1"

MftVerifyReport *mft_verify_report_new (void);
void mft_verify_report_free (MftVerifyReport *report);
MftSignatureReport *mft_signature_report_new (const char *field);
void mft_signature_report_free (MftSignatureReport *report);

/* The signature of this field; NULL if there is none. Borrowed. */
const MftSignatureReport *mft_verify_report_find (const MftVerifyReport *report, const char *field);

/* Whether a practice certificate is behind a signature, or behind one of them all. */
gboolean mft_signature_report_is_practice (const MftSignatureReport *signature);
gboolean mft_verify_report_has_practice (const MftVerifyReport *report);

/* Adds a message once; `argument` may be NULL. */
void mft_verify_message (GPtrArray *messages, const char *code, const char *argument);
void mft_verify_note (GPtrArray *messages, const char *code, const char *argument);
gboolean mft_verify_has_message (GPtrArray *messages, const char *code);

/* The values of the JSON contract. */
const char *mft_verdict_name (MftVerdict verdict);
const char *mft_report_source_name (MftReportSource source); /* NULL: UNKNOWN */
const char *mft_signature_state_name (MftSignatureState state);
const char *mft_signature_kind_name (MftSignatureKind kind);
const char *mft_level_name (MftLevel level);
const char *mft_integrity_name (MftIntegrity integrity);
const char *mft_coverage_name (MftCoverage coverage);
const char *mft_changes_name (MftChanges changes);
const char *mft_trust_name (MftTrust trust);
const char *mft_revocation_name (MftRevocation revocation);
const char *mft_time_source_name (MftTimeSource source);
const char *mft_indication_name (MftIndication indication);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftVerifyReport, mft_verify_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSignatureReport, mft_signature_report_free)

G_END_DECLS
