/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"

G_BEGIN_DECLS

/* Where the bytes themselves show a signature, whatever the structure leads to: a damaged or bent
 * structure must not turn a signed document into an unsigned one. */
typedef struct
{
  GArray *places;  /* goffset, of "/ByteRange" */
  guint8 tail[16]; /* the end of the piece before */
  gsize tail_size;
} MftTraces;

void mft_traces_init (MftTraces *traces);
void mft_traces_clear (MftTraces *traces);

/* Takes the file piece by piece, in order. */
void mft_traces_look (MftTraces *traces, const guint8 *piece, gsize size, goffset at);

/* Whether one of them leaves out a gap of this very file that no subject (MftSubject) and no usage
 * right knows. `file` is NULL where the structure cannot be read. */
gboolean mft_traces_lead_elsewhere (const MftTraces *traces, MftByteSource *source,
                                    MftPdfFile *file, GPtrArray *subjects);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftTraces, mft_traces_clear)

G_END_DECLS
