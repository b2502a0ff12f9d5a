/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Asks what a field of a template is to be: what it asks for, its kind, whether it must be filled in, its
 * default, its choices, its pattern. `id`: NULL for a new one. One step of the template's history. */
void mft_field_dialog_present (GtkWidget *over, MftAgreement *template, const char *id);

/* A type of fields in words for people. */
const char *mft_field_kind_words (MftFieldType type);

G_END_DECLS
