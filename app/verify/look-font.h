/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"

G_BEGIN_DECLS

/* A font as far as one can tell from outside what its codes show. */
typedef struct
{
  MftPdfObject *value;  /* as the resources name it; NULL: they do not */
  gboolean is_drawings; /* Type 3, or pictures that stand for letters */
  gboolean is_embedded; /* its letters may look like anything */
  gboolean is_coded;    /* codes of more than one byte, or of its own */
  char letters[128];    /* what a code shows; 0: unknown */
} MftLookFont;

/* `name` in a look's resources, or in the form's that hold for all fields (ISO 32000-2, 12.7.4.3). */
MftLookFont *mft_look_font_new (MftPdfFile *file, guint revision, const MftPdfObject *look,
                                const char *name);
void mft_look_font_free (MftLookFont *font);

/* Appends what the bytes show, U+FFFD for what nobody can tell. */
void mft_look_font_read (const MftLookFont *font, const char *bytes, gsize size, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLookFont, mft_look_font_free)

G_END_DECLS
