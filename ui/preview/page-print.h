/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Prints the pages, each on paper of its own size, when it is run. Owned by the caller. */
GtkPrintOperation *mft_page_print_new (MftPages *pages);

G_END_DECLS
