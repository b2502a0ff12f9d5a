/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pdf/byte-source.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* What updates did to a file since it was `size` bytes long and not signed, by the allow-list that holds after
 * signing. `changes` gets MftVerifyChange; `password` may be NULL. UNKNOWN where the file cannot be read or
 * no revision ends there. */
MftChanges mft_changes_since (MftByteSource *source, goffset size, MftSecret *password,
                              GPtrArray *changes);

G_END_DECLS
