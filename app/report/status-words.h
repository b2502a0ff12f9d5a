/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library-version.h"
#include "store/status.h"

G_BEGIN_DECLS

/* "In force", "Named version": for people, in their language. */
const char *mft_status_word (MftStatus status);
const char *mft_version_kind_word (MftVersionKind kind);

G_END_DECLS
