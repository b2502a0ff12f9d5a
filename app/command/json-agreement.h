/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/numbering.h"
#include "container/json-writer.h"

G_BEGIN_DECLS

/* The agreement as `show --json` tells it (DESIGN.md §7). Owned by the caller. */
char *mft_json_agreement (MftAgreement *agreement);

/* "counts": shared by show and import. */
void mft_json_counts (MftJsonWriter *json, const MftCounts *counts);

G_END_DECLS
