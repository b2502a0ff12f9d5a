/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_PDF_NULL,
  MFT_PDF_BOOLEAN,
  MFT_PDF_INTEGER,
  MFT_PDF_REAL,
  MFT_PDF_STRING,
  MFT_PDF_NAME,
  MFT_PDF_ARRAY,
  MFT_PDF_DICT,
  MFT_PDF_STREAM, /* a dictionary whose data stay in the file */
  MFT_PDF_REFERENCE,
} MftPdfType;

/* A PDF object (ISO 32000-2, 7.3). Reference counted; one thread at a time. The getters take any
 * object, also NULL, and give the fallback where the type is another: what a file says is never a
 * programmer's fault. */
typedef struct MftPdfObject MftPdfObject;

MftPdfObject *mft_pdf_object_new (MftPdfType type); /* null, empty array or dictionary */
MftPdfObject *mft_pdf_object_new_boolean (gboolean value);
MftPdfObject *mft_pdf_object_new_integer (gint64 value);
MftPdfObject *mft_pdf_object_new_real (double value);
MftPdfObject *mft_pdf_object_new_string (gconstpointer bytes, gsize size);
MftPdfObject *mft_pdf_object_new_text (const char *utf8); /* a text string: ASCII or UTF-16BE */
MftPdfObject *mft_pdf_object_new_name (const char *name); /* without the slash */
MftPdfObject *mft_pdf_object_new_reference (guint32 number, guint32 generation);

/* A copy that can be changed; what it holds is shared with the original, so change only its own
 * items and keys. A stream's copy is its dictionary. */
MftPdfObject *mft_pdf_object_copy (const MftPdfObject *object);

MftPdfObject *mft_pdf_object_ref (MftPdfObject *object);
void mft_pdf_object_unref (MftPdfObject *object);

MftPdfType mft_pdf_object_type (const MftPdfObject *object); /* of NULL: MFT_PDF_NULL */
gboolean mft_pdf_object_is (const MftPdfObject *object, MftPdfType type);
gboolean mft_pdf_object_is_name (const MftPdfObject *object, const char *name);
gboolean mft_pdf_object_equal (const MftPdfObject *a, const MftPdfObject *b);

gboolean mft_pdf_object_get_boolean (const MftPdfObject *object, gboolean fallback);
gint64 mft_pdf_object_get_integer (const MftPdfObject *object, gint64 fallback);
double mft_pdf_object_get_number (const MftPdfObject *object, double fallback);
const char *mft_pdf_object_get_name (const MftPdfObject *object); /* NULL if no name */

/* The bytes of a string, borrowed, NUL behind them; NULL if it is none. */
const char *mft_pdf_object_get_string (const MftPdfObject *object, gsize *size);

/* A text string as UTF-8 (PDFDocEncoding, UTF-16 or UTF-8), or NULL. Owned by the caller. */
char *mft_pdf_object_dup_text (const MftPdfObject *object);

/* 0 (no object has this number) if it is no reference. */
guint32 mft_pdf_object_get_reference (const MftPdfObject *object, guint32 *generation);

/* Arrays: items are borrowed, NULL past the end. */
guint mft_pdf_array_size (const MftPdfObject *array);
MftPdfObject *mft_pdf_array_item (const MftPdfObject *array, guint index);
void mft_pdf_array_append (MftPdfObject *array, MftPdfObject *item); /* takes `item` */

/* Dictionaries, and those of streams: values are borrowed, NULL where the key is missing. Keys are
 * given without the slash and keep their order. */
guint mft_pdf_dict_size (const MftPdfObject *dict);
const char *mft_pdf_dict_key (const MftPdfObject *dict, guint index);
MftPdfObject *mft_pdf_dict_value (const MftPdfObject *dict, guint index);
MftPdfObject *mft_pdf_dict_get (const MftPdfObject *dict, const char *key);
void mft_pdf_dict_set (MftPdfObject *dict, const char *key, MftPdfObject *value); /* takes it */
void mft_pdf_dict_remove (MftPdfObject *dict, const char *key);

/* Whether a key stood twice here (the first one counts) or in a dictionary inside. */
gboolean mft_pdf_dict_has_duplicates (const MftPdfObject *dict);

/* Where the object's own bytes begin and end in the file; -1 if it lay in an object stream or was
 * not read from a file. */
goffset mft_pdf_object_start (const MftPdfObject *object);
goffset mft_pdf_object_end (const MftPdfObject *object);

/* Where a stream's raw data lie in the file. */
goffset mft_pdf_stream_data_start (const MftPdfObject *stream);
goffset mft_pdf_stream_data_size (const MftPdfObject *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfObject, mft_pdf_object_unref)

G_END_DECLS
