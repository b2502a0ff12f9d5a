/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/writer.h"

#include "pdf/parser.h"
#include "pdf/object-private.h"

static void
write_name (const char *name, MftBuffer *buffer)
{
  mft_buffer_append_text (buffer, "/");
  for (; *name != '\0'; name++)
    if (*name <= ' ' || *name > '~' || *name == '#' || mft_pdf_is_delimiter ((guchar) *name))
      mft_buffer_append_printf (buffer, "#%02x", (guint) (guchar) *name);
    else
      mft_buffer_append (buffer, name, 1);
}

static void
write_string (const MftPdfObject *object, MftBuffer *buffer)
{
  gsize size;
  const char *bytes = mft_pdf_object_get_string (object, &size);
  gboolean plain = TRUE;

  for (gsize i = 0; i < size && plain; i++)
    plain = bytes[i] >= ' ' && bytes[i] <= '~';
  mft_buffer_append_text (buffer, plain ? "(" : "<");
  for (gsize i = 0; i < size; i++)
    {
      if (!plain)
        mft_buffer_append_printf (buffer, "%02x", (guint) (guchar) bytes[i]);
      else
        {
          if (strchr ("()\\", bytes[i]) != NULL)
            mft_buffer_append_text (buffer, "\\");
          mft_buffer_append (buffer, bytes + i, 1);
        }
    }
  mft_buffer_append_text (buffer, plain ? ")" : ">");
}

static void
write_array (const MftPdfObject *array, MftBuffer *buffer)
{
  mft_buffer_append_text (buffer, "[");
  for (guint i = 0; i < mft_pdf_array_size (array); i++)
    {
      if (i > 0)
        mft_buffer_append_text (buffer, " ");
      mft_pdf_object_write (mft_pdf_array_item (array, i), buffer);
    }
  mft_buffer_append_text (buffer, "]");
}

static void
write_dict (const MftPdfObject *dict, MftBuffer *buffer)
{
  mft_buffer_append_text (buffer, "<<");
  for (guint i = 0; i < mft_pdf_dict_size (dict); i++)
    {
      mft_buffer_append_text (buffer, i > 0 ? "\n" : " ");
      write_name (mft_pdf_dict_key (dict, i), buffer);
      mft_buffer_append_text (buffer, " ");
      mft_pdf_object_write (mft_pdf_dict_value (dict, i), buffer);
    }
  mft_buffer_append_text (buffer, " >>");
}

void
mft_pdf_object_write (const MftPdfObject *object, MftBuffer *buffer)
{
  switch (object->type)
    {
    case MFT_PDF_BOOLEAN:
      mft_buffer_append_text (buffer, object->as.integer != 0 ? "true" : "false");
      return;
    case MFT_PDF_INTEGER:
      mft_buffer_append_printf (buffer, "%" G_GINT64_FORMAT, object->as.integer);
      return;
    case MFT_PDF_REAL:
      mft_buffer_append (buffer, object->as.text.bytes, object->as.text.size);
      return;
    case MFT_PDF_STRING:
      write_string (object, buffer);
      return;
    case MFT_PDF_NAME:
      write_name (object->as.text.bytes, buffer);
      return;
    case MFT_PDF_ARRAY:
      write_array (object, buffer);
      return;
    case MFT_PDF_DICT:
      write_dict (object, buffer);
      return;
    case MFT_PDF_REFERENCE:
      mft_buffer_append_printf (buffer, "%u %u R", object->as.reference.number,
                                object->as.reference.generation);
      return;
    case MFT_PDF_NULL:
      mft_buffer_append_text (buffer, "null");
      return;
    case MFT_PDF_STREAM:
    default:
      g_assert_not_reached ();
    }
}
