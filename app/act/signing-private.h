/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"

G_BEGIN_DECLS

/* Writes down what happened. A journal that cannot be written is told on standard error: the act
 * itself is done or failed already. `signer`, `result`, `failure` may be NULL. */
void _mft_act_write_down (const MftSigningRequest *request, const char *signer,
                          const MftSigningResult *result, const GError *failure);

/* What is told of the signature that was made. Takes `report`; `input_sha256` is NULL where nobody knows it yet. */
MftSigningResult *_mft_act_result_new (const MftSigningRequest *request, const char *input_sha256,
                                       const MftSignatureReport *own, MftVerifyReport *report);

/* Whether the input is still what was seen: PP 71/2019 Ps 62(3) asks that it is known before it is signed.
 * Errors: MFT_ACT_ERROR_CHANGED. */
gboolean _mft_act_check_unchanged (const MftSigningRequest *request, GError **error);

G_END_DECLS
