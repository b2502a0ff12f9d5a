/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pdf/byte-source.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* Says in a finished report whether the agreement inside the PDF (naskah.xml) is what its pages say, both as
 * they were when the first party signed; without a signature, as they are now. A difference is told
 * (SOURCE_DIFFERS). `password` may be NULL. */
void mft_pdf_prove_source (MftByteSource *source, MftSecret *password, MftVerifyReport *report);

/* The same for a file by name. */
void mft_pdf_prove_source_of_file (const char *path, MftSecret *password, MftVerifyReport *report);

G_END_DECLS
