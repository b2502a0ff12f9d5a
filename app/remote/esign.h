/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/secret.h"
#include "remote/error.h"

G_BEGIN_DECLS

/* BSrE's Esign Client Service (Petunjuk Teknis Penggunaan API, v2.0, January 2024): it runs in the
 * agency's network, takes a PDF and gives it back signed with a key that BSrE keeps. What comes back is
 * hostile until proven; the caller proves it. Everything is borrowed. */
typedef struct
{
  const char *url; /* of the service, without "/api" */
  guint version;   /* 2; 1 where the agency has not renewed it */
  const char *user;
  MftSecret *password; /* of the application (Basic); NULL: none */
} MftEsignService;

/* Of the person: only ISSUE may sign. */
typedef enum
{
  MFT_ESIGN_ISSUE,
  MFT_ESIGN_EXPIRED,
  MFT_ESIGN_RENEW,
  MFT_ESIGN_WAITING_FOR_VERIFICATION,
  MFT_ESIGN_NEW,
  MFT_ESIGN_NO_CERTIFICATE,
  MFT_ESIGN_NOT_REGISTERED,
  MFT_ESIGN_SUSPEND,
  MFT_ESIGN_REVOKE,
  MFT_ESIGN_UNKNOWN,
} MftEsignState;

/* How a signature is to be made. */
typedef struct
{
  MftSecret *nik;
  MftSecret *passphrase; /* or */
  MftSecret *totp;       /* by e-mail, v2 only */
  guint page;            /* from 1; 0: invisible */
  double left, bottom;   /* in points from the lower left corner of the page as seen */
  double width, height;  /* of the stamp */
  double page_height;    /* as seen: v2 counts from above */
  GBytes *image;         /* PNG; needed for a visible one */
  const char *reason;    /* may be NULL */
  const char *location;
} MftEsignRequest;

/* Whether the person may sign: errors by state (MFT_REMOTE_ERROR_EXPIRED…). Other errors:
 * MFT_REMOTE_ERROR, MFT_NET_ERROR, G_IO_ERROR_CANCELLED. */
gboolean mft_esign_check (const MftEsignService *service, MftSecret *nik, MftJob *job,
                          GError **error);

/* Has a one-time code sent to the person by e-mail (v2). */
gboolean mft_esign_send_totp (const MftEsignService *service, MftSecret *nik, MftJob *job,
                              GError **error);

/* What the service says is `pdf`, signed. Owned by the caller. */
GBytes *mft_esign_sign (const MftEsignService *service, const MftEsignRequest *request, GBytes *pdf,
                        MftJob *job, GError **error);

/* "3171••••••••0003"; anything that is no NIK is bullets alone. Owned by the caller. */
char *mft_nik_mask (MftSecret *nik);

/* Sixteen digits. */
gboolean mft_nik_is_sound (MftSecret *nik);

G_END_DECLS
