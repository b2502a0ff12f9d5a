/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/edit.h"

G_BEGIN_DECLS

/* The lampiran of an agreement, in their order. */
guint mft_attachment_count (MftAgreement *agreement);
MftBlock *mft_attachment_get (MftAgreement *agreement, guint index);

/* A new one behind the others. Returns it, borrowed. Errors as of edit.h. */
MftBlock *mft_attachment_add (MftAgreement *agreement, const char *title, GError **error);

/* `to` counts among the lampiran. */
gboolean mft_attachment_move (MftAgreement *agreement, MftBlock *attachment, guint to,
                              GError **error);

/* The blocks outside of it that refer to it or to something in it. An array of MftBlock, owned by the
 * caller; the blocks are borrowed. */
GPtrArray *mft_attachment_list_referring (MftAgreement *agreement, MftBlock *attachment);

/* What stands over an attachment on its page (UU 12/2011 Lampiran II): "LAMPIRAN I", the agreement's name, each
 * party's number. Owned by the caller. */
GStrv mft_attachment_dup_head (MftAgreement *agreement, MftBlock *attachment);

G_END_DECLS
