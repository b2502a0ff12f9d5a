/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "base/secret.h"

#include "command/command.h"

G_BEGIN_DECLS

/* The password of encrypted inputs, from --password-file; `file` NULL: none, which leaves it NULL. On
 * failure says why and returns the exit status. */
MftExit mft_input_password (const char *file, MftSecret **password);

/* Reads an agreement of any format that exchange reads; `password` may be NULL. Errors: of exchange. */
MftAgreement *mft_input_load (const char *path, MftSecret *password, GError **error);

/* The same; on failure says why and returns the exit status. */
MftExit mft_input_agreement (const char *path, MftSecret *password, MftAgreement **agreement);

/* Before the work is done: the output is not the input and, without `replace`, not there yet. Says so
 * and returns the exit status. */
MftExit mft_output_check (const char *input, const char *output, gboolean replace);

/* Whose name an error of making one file from another is told with: what the disk refuses is the output,
 * unless the input cannot be read. Borrowed. */
const char *mft_output_subject (const GError *error, const char *input, const char *output);

/* Writes an agreement in the format of the name's end (.pks, .xml, .txt), or bytes as they are: whole
 * or not at all. On failure says why and returns the exit status. */
MftExit mft_output_agreement (MftAgreement *agreement, const char *path, gboolean replace);

/* The same for one's own work: a .pks keeps everything, internal comments too. */
MftExit mft_output_work (MftAgreement *agreement, const char *path, gboolean replace);

/* The same for colleagues, a .pks only: decisions, notes and paraf go along. */
MftExit mft_output_for_house (MftAgreement *agreement, const char *path, gboolean replace);

/* Before --with-review: only a .pks can carry it. */
MftExit mft_output_check_for_house (const char *path);

MftExit mft_output_bytes (GBytes *bytes, const char *path, gboolean replace);

G_END_DECLS
