/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command/sign-arguments.h"

G_BEGIN_DECLS

/* --esign and what goes with it. */
typedef struct
{
  MftEsignSigner signer;
  char *user;
  MftSecret *password, *nik, *passphrase, *totp;
} MftSignEsign;

/* Reads the files, opens the network, asks for the passphrase or has a code sent; says what goes
 * wrong. */
MftExit mft_sign_esign_open (const MftSignArguments *arguments, MftSignEsign *esign);
void mft_sign_esign_clear (MftSignEsign *esign);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftSignEsign, mft_sign_esign_clear)

G_END_DECLS
