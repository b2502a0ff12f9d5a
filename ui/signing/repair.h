/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* mft_tell_error() about a PDF; where it is damaged, repairing it into a new file is offered. */
void mft_tell_pdf_error (GtkWidget *widget, const char *heading, const char *path,
                         const GError *error);

/* Asks for the new file's name, makes it, and offers to sign it. */
void mft_repair (GtkWidget *widget, const char *path);

G_END_DECLS
