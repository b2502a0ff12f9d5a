/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The agreement as plain text, with its labels and everything computed. Lists are indented; parts
 * and paragraphs are parted by an empty line. Owned by the caller. */
char *mft_text_export (MftAgreement *agreement);

G_END_DECLS
