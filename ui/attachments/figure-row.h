/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/edit.h"

G_BEGIN_DECLS

/* A picture or pages of a PDF in a lampiran: how it looks, its caption, which pages. */
GtkWidget *mft_figure_row_new (MftAgreement *agreement, MftBlock *figure);

G_END_DECLS
