/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/wrap/file-dialog.h"

G_BEGIN_DECLS

/* What the person reads while bytes become a file; all translated, in sentences. */
typedef struct
{
  const char *title;  /* of the dialog */
  const char *name;   /* that it proposes */
  const char *saved;  /* said in passing */
  const char *failed; /* heading over the reason */
} MftSaveWords;

/* Asks for a name, writes the bytes there and says what came of it. `words` is read now or copied. */
void mft_save_bytes (GtkWidget *widget, GBytes *bytes, MftFileKinds kind,
                     const MftSaveWords *words);

/* Of bytes that are not made twice: when they were not saved, or the dialog was cancelled, it says
 * `unsaved`, what that means, and offers to save them again. */
void mft_save_bytes_made_once (GtkWidget *widget, GBytes *bytes, MftFileKinds kind,
                               const MftSaveWords *words, const char *unsaved);

G_END_DECLS
