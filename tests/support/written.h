/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "bahasa/label.h"
#include "container/xml.h"
#include "container/zip.h"

G_BEGIN_DECLS

/* What a writer of files is tried with: the samples, and agreements with lists of every form, in every order. */
void mft_test_try_writer (void (*assert_written_well) (MftAgreement *agreement));

/* A part of a package, which must be well-formed. Owned by the caller. */
xmlDoc *mft_test_part (MftZip *zip, const char *name);

/* Whether a word processor is to compute the block's number: locked ones are typed. */
gboolean mft_test_is_computed (MftBlock *block, MftLabel *label);

G_END_DECLS
