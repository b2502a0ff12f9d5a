/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/matrix.h"

G_BEGIN_DECLS

/* Asks which columns and rows a matrix has; what was chosen last for its kind is chosen already. */

typedef struct
{
  MftMatrixKind kind;
  guint columns; /* bits 1 << column */
  gboolean unchanged;
} MftMatrixChoice;

/* `chosen` is called once if the person goes on; `data`, which it gets, is held until then. */
typedef void (*MftMatrixChosen) (const MftMatrixChoice *choice, gpointer data);

void mft_matrix_dialog_ask (GtkWindow *parent, MftMatrixKind kind, MftMatrixChosen chosen,
                            GObject *data);

G_END_DECLS
