/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/subject.h"

G_BEGIN_DECLS

/* Compares for every readable signature the revision it signed with the last one, object by object,
 * and fills changes_after and changes: what the allow-list does not know is forbidden. */
void mft_changes_judge (MftPdfFile *file, GPtrArray *subjects);

/* Names the pages of forbidden changes that have none yet: those which use the object, however deep, at
 * this revision. `lists`: arrays of MftVerifyChange. */
void mft_changes_place (MftPdfFile *file, guint revision, GPtrArray *lists);

G_END_DECLS
