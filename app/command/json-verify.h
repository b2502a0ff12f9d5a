/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/json-writer.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* One element of "files" of `verify --json` (DESIGN.md §7). */
void mft_json_verify_file (MftJsonWriter *json, const char *file, const MftVerifyReport *report);

/* The same for a file that could not be opened; `error` says why. */
void mft_json_verify_unreadable (MftJsonWriter *json, const char *file, const GError *error);

G_END_DECLS
