/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/filter.h"

#include <zlib.h>

#include "base/buffer.h"
#include "pdf/error.h"

static gboolean
fail (GError **error, MftPdfError code, const char *what)
{
  g_set_error_literal (error, MFT_PDF_ERROR, (int) code, what);
  return FALSE;
}

static GBytes *
inflate_bytes (GBytes *raw, gsize limit, GError **error)
{
  g_auto (MftBuffer) out = { 0 };
  guint8 piece[16384];
  gsize size;
  const guint8 *data = g_bytes_get_data (raw, &size);
  z_stream stream = { .next_in = (Bytef *) data, .avail_in = (uInt) size };
  int status = Z_OK;

  if (size > G_MAXUINT32 || inflateInit (&stream) != Z_OK)
    return fail (error, MFT_PDF_ERROR_LIMIT, "a stream is too large"), NULL;
  mft_buffer_init (&out, limit);
  while (status == Z_OK && !out.full)
    {
      stream.next_out = piece;
      stream.avail_out = sizeof piece;
      status = inflate (&stream, Z_NO_FLUSH);
      mft_buffer_append (&out, piece, sizeof piece - stream.avail_out);
    }
  inflateEnd (&stream);
  if (out.full)
    return fail (error, MFT_PDF_ERROR_LIMIT, "a stream expands to too many bytes"), NULL;
  if (status != Z_STREAM_END)
    return fail (error, MFT_PDF_ERROR_DAMAGED, "a compressed stream is damaged"), NULL;
  return mft_buffer_steal (&out);
}

static int
paeth (int left, int up, int corner)
{
  int estimate = left + up - corner;
  int to_left = ABS (estimate - left), to_up = ABS (estimate - up);
  int to_corner = ABS (estimate - corner);

  if (to_left <= to_up && to_left <= to_corner)
    return left;
  return to_up <= to_corner ? up : corner;
}

/* One row of a PNG filter (ISO/IEC 15948, 9), in place; `above` is the row before, decoded. */
static gboolean
undo_row (guint8 kind, guint8 *row, const guint8 *above, gsize columns, gsize pixel)
{
  for (gsize i = 0; i < columns; i++)
    {
      int left = i >= pixel ? row[i - pixel] : 0;
      int up = above != NULL ? above[i] : 0;
      int corner = above != NULL && i >= pixel ? above[i - pixel] : 0;
      switch (kind)
        {
        case 0:
          break;
        case 1:
          row[i] = (guint8) (row[i] + left);
          break;
        case 2:
          row[i] = (guint8) (row[i] + up);
          break;
        case 3:
          row[i] = (guint8) (row[i] + (left + up) / 2);
          break;
        case 4:
          row[i] = (guint8) (row[i] + paeth (left, up, corner));
          break;
        default:
          return FALSE;
        }
    }
  return TRUE;
}

static GBytes *
undo_png (GBytes *packed, gsize columns, gsize pixel, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);
  gsize rows = size / (columns + 1);

  if (size % (columns + 1) != 0)
    return fail (error, MFT_PDF_ERROR_DAMAGED, "a predicted stream has a cut row"), NULL;
  g_autofree guint8 *out = g_malloc (rows * columns + 1);
  for (gsize i = 0; i < rows; i++)
    {
      guint8 *row = out + i * columns;
      memcpy (row, data + i * (columns + 1) + 1, columns);
      if (!undo_row (data[i * (columns + 1)], row, i > 0 ? row - columns : NULL, columns, pixel))
        return fail (error, MFT_PDF_ERROR_DAMAGED, "a stream has an unknown row filter"), NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&out), rows * columns);
}

static GBytes *
undo_predictor (const MftPdfObject *parameters, GBytes *packed, GError **error)
{
  gint64 predictor = mft_pdf_object_get_integer (mft_pdf_dict_get (parameters, "Predictor"), 1);
  gint64 colors = mft_pdf_object_get_integer (mft_pdf_dict_get (parameters, "Colors"), 1);
  gint64 bits = mft_pdf_object_get_integer (mft_pdf_dict_get (parameters, "BitsPerComponent"), 8);
  gint64 columns = mft_pdf_object_get_integer (mft_pdf_dict_get (parameters, "Columns"), 1);

  if (predictor == 1)
    return g_bytes_ref (packed);
  if (predictor < 10 || predictor > 15)
    return fail (error, MFT_PDF_ERROR_UNSUPPORTED, "a stream has an unknown predictor"), NULL;
  if (colors < 1 || colors > 32 || (bits != 8 && bits != 16) || columns < 1 || columns > 1 << 20)
    return fail (error, MFT_PDF_ERROR_DAMAGED, "a stream has impossible parameters"), NULL;
  gsize pixel = (gsize) (colors * bits / 8);
  return undo_png (packed, (gsize) columns * pixel, pixel, error);
}

GBytes *
mft_pdf_filter_decode (const MftPdfObject *dict, GBytes *raw, gsize limit, GError **error)
{
  const MftPdfObject *filter = mft_pdf_dict_get (dict, "Filter");
  const MftPdfObject *parameters = mft_pdf_dict_get (dict, "DecodeParms");

  if (mft_pdf_array_size (filter) > 1)
    return fail (error, MFT_PDF_ERROR_UNSUPPORTED, "a stream has several filters"), NULL;
  if (mft_pdf_object_is (filter, MFT_PDF_ARRAY))
    filter = mft_pdf_array_item (filter, 0);
  if (mft_pdf_object_is (parameters, MFT_PDF_ARRAY))
    parameters = mft_pdf_array_item (parameters, 0);
  if (mft_pdf_object_is (filter, MFT_PDF_NULL))
    return g_bytes_get_size (raw) <= limit
               ? g_bytes_ref (raw)
               : (fail (error, MFT_PDF_ERROR_LIMIT, "a stream is too large"), NULL);
  if (!mft_pdf_object_is_name (filter, "FlateDecode"))
    return fail (error, MFT_PDF_ERROR_UNSUPPORTED, "a stream has an unknown filter"), NULL;

  g_autoptr (GBytes) packed = inflate_bytes (raw, limit, error);
  return packed != NULL ? undo_predictor (parameters, packed, error) : NULL;
}
