/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/look-shape.h"

G_BEGIN_DECLS

/* What an appearance stream shows (ISO 32000-2, 12.5.5), as far as comparing with a value needs it. */
typedef struct
{
  GString *text;     /* in the order of showing; U+FFFD: nobody can tell */
  GPtrArray *shapes; /* MftLookShape */
  GPtrArray *fonts;  /* MftPdfObject: embedded ones that it shows text in, as it refers to them */
  gboolean has_pictures; /* images, drawings, shadings, patterns, letters that are drawings */
  gboolean is_unreadable;
  MftPdfRect box;
  double matrix[6];
  GStringChunk *colours;
} MftLook;

/* Reads a stream's object. Never fails: what cannot be read is said so. */
MftLook *mft_look_new (MftPdfFile *file, guint revision, const MftPdfObject *stream);
void mft_look_free (MftLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLook, mft_look_free)

/* Whether every path of `look` was painted by one of `before` (MftLook) already. */
gboolean mft_look_paints_no_more (const MftLook *look, GPtrArray *before);

/* Whether one of `before` (none: yes) has the same box and matrix, give or take a line's width. */
gboolean mft_look_has_frame_of (const MftLook *look, GPtrArray *before);

/* Whether it shows text in this embedded font; `font` is how resources refer to it. */
gboolean mft_look_has_font (const MftLook *look, const MftPdfObject *font);

G_END_DECLS
