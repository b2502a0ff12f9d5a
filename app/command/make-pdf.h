/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

#include "command/command.h"

G_BEGIN_DECLS

/* The agreement as PDF/A-3 with its source, ready to be signed. A final text needs all its required
 * fields. `date`: NULL for the rule of mft_typeset_date(). On failure says why and returns the exit
 * status. */
MftExit mft_make_pdf (MftAgreement *agreement, const MftTypesetOptions *options, GDateTime *date,
                      GBytes **pdf);

G_END_DECLS
