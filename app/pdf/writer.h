/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/buffer.h"
#include "pdf/object.h"

G_BEGIN_DECLS

/* Writes the object as it stands between "obj" and "endobj". Not for streams. */
void mft_pdf_object_write (const MftPdfObject *object, MftBuffer *buffer);

G_END_DECLS
