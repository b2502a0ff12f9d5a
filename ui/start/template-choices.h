/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "template/template.h"

G_BEGIN_DECLS

/* What a template lets one choose before the agreement is made: number of parties, kind of cooperation,
 * how it is signed, alternatives, optional Pasal, attachments; each with what to mind. */
#define MFT_TYPE_TEMPLATE_CHOICES (mft_template_choices_get_type ())
G_DECLARE_FINAL_TYPE (MftTemplateChoices, mft_template_choices, MFT, TEMPLATE_CHOICES, AdwWindow)

/* The action "win.new-from" of `parent` makes it, with what mft_template_choices_dup_request() says. */
MftTemplateChoices *mft_template_choices_new (GtkWindow *parent, const MftTemplate *template);

/* "pks-umum?paket=paket-3&K-25=tanggal&pihak=3": what differs from the template. Owned by the caller. */
char *mft_template_choices_dup_request (MftTemplateChoices *self);

G_END_DECLS
