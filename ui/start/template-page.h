/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The templates to begin an agreement from. Choosing one activates "win.new-from" with its id. */
#define MFT_TYPE_TEMPLATE_PAGE (mft_template_page_get_type ())
G_DECLARE_FINAL_TYPE (MftTemplatePage, mft_template_page, MFT, TEMPLATE_PAGE, AdwBin)

GtkWidget *mft_template_page_new (void);

/* Sets the focus on the first template, once the page is shown. */
void mft_template_page_begin (MftTemplatePage *self);

G_END_DECLS
