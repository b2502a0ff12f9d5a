/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/page.h"

G_BEGIN_DECLS

/* A signature field of the form, empty or signed, at one revision. */
typedef struct
{
  char *name;     /* full: parents' names joined by periods */
  guint32 number; /* of the field's object; 0 if it is not an object of its own */
  guint32 generation;
  MftPdfObject *dict;    /* the field */
  guint32 widget_number; /* of its widget; the field itself where the two are one */
  guint32 widget_generation;
  MftPdfObject *widget;
  MftPdfRect rect;      /* in the page's space; empty if invisible */
  guint page;           /* from 1, the one whose /Annots holds the widget; 0: none */
  gboolean is_signed;   /* has a value, whatever that is */
  guint32 value_number; /* of the value's object; 0 if it stands in the field itself */
  guint32 value_generation;
  MftPdfObject *value; /* the signature dictionary; NULL if there is none that can be read */
} MftPdfSignatureField;

void mft_pdf_signature_field_free (MftPdfSignatureField *field);

/* All of them, in the form's order (MftPdfSignatureField, free function set). A file without a form
 * has none. Errors: MFT_PDF_ERROR_*: a form or page tree that is damaged or goes in circles. */
GPtrArray *mft_pdf_signature_fields (MftPdfFile *file, guint revision, GError **error);

/* The same without their values, which are large: is_signed and value are set by the second function, which
 * asks at `revision` again. */
GPtrArray *mft_pdf_signature_fields_unread (MftPdfFile *file, guint revision, GError **error);
void mft_pdf_signature_field_read (MftPdfSignatureField *field, MftPdfFile *file, guint revision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfSignatureField, mft_pdf_signature_field_free)

G_END_DECLS
