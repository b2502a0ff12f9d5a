/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remote/esign.h"

G_BEGIN_DECLS

/* Who signs through the Esign Client Service. No NIK stands in a certificate, so that the name is what
 * the result is held against. Everything is borrowed. */
typedef struct
{
  MftEsignService service;
  const char *name; /* as in the certificate */
  MftSecret *nik;
  MftSecret *passphrase; /* or */
  MftSecret *totp;
} MftEsignSigner;

G_END_DECLS
