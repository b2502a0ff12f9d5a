/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/matrix.h"

G_BEGIN_DECLS

/* What is made of a comparison. */
typedef enum
{
  MFT_COMPARISON_MATRIX,
  MFT_COMPARISON_REDLINE,
} MftComparisonForm;

/* The matrix, or the newer text with what was taken out, put in and moved marked, and a legend, as PDF/A.
 * Errors: MFT_DRAW_ERROR. */
GBytes *mft_matrix_to_pdf (const MftMatrix *matrix, GDateTime *date, GError **error);
GBytes *mft_redline_to_pdf (const MftComparison *comparison, const char *title, GDateTime *date,
                            GError **error);

/* Whether there is a file of this name's ending in this form: a matrix as .pdf, .docx, .xlsx, .html, .csv, a
 * redline as .pdf or .docx. */
gboolean mft_comparison_can_write (const char *name, MftComparisonForm form);

/* What a name's ending means where nothing else is said: .docx the redline with tracked changes, else the
 * matrix. */
MftComparisonForm mft_comparison_usual_form (const char *name);

/* The file's bytes; the name must be one that can be written. `date` is the time of a PDF and of tracked
 * changes. Errors: MFT_DRAW_ERROR, MFT_CONTAINER_ERROR. */
GBytes *mft_comparison_write (const MftComparison *comparison, MftComparisonForm form,
                              const MftMatrixOptions *options, const char *name, GDateTime *date,
                              GError **error);

G_END_DECLS
