/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/subject.h"

G_BEGIN_DECLS

/* Compares for every readable signature the revision it signed with the last one, object by object,
 * and fills changes_after and changes: what the allow-list does not know is forbidden. */
void mft_changes_judge (MftPdfFile *file, GPtrArray *subjects);

G_END_DECLS
