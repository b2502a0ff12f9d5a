/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A picture as a self-contained set of PDF objects that can be added to any PDF: object 0 is the
 * Form XObject, the rest is what it needs (embedded fonts, images). Immutable. */
typedef struct MftFormXObject MftFormXObject;

/* Takes the one page of `pdf` (made by cairo). Errors: MFT_DRAW_ERROR_PDF. */
MftFormXObject *mft_form_xobject_new_from_page (GBytes *pdf, GError **error);
void mft_form_xobject_free (MftFormXObject *form);

double mft_form_xobject_width (const MftFormXObject *form);
double mft_form_xobject_height (const MftFormXObject *form);

guint mft_form_xobject_count (const MftFormXObject *form);

/* What stands between "N 0 obj" and "endobj" of object `index`, where the set is numbered `first`,
 * `first` + 1, … (so the Form XObject is `first` 0 R). Equal input gives equal bytes. Owned by the
 * caller. */
GBytes *mft_form_xobject_object (const MftFormXObject *form, guint index, guint first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftFormXObject, mft_form_xobject_free)

G_END_DECLS
