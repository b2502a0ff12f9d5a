/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-objects.h"

#include <zlib.h>

#include "draw/pdf/pdf-values.h"

struct MftPdfObjects
{
  GString *file;
  GArray *places; /* gsize by number; 0: not written yet */
  z_stream press; /* one for all streams: its tables are larger than most of them */
};

MftPdfObjects *
mft_pdf_objects_new (void)
{
  MftPdfObjects *objects = g_new0 (MftPdfObjects, 1);
  int status = deflateInit (&objects->press, Z_DEFAULT_COMPRESSION);

  g_assert (status == Z_OK); /* else there is no memory, which ends the program anyhow */
  objects->file = g_string_sized_new (1 << 18);
  objects->places = g_array_new (FALSE, TRUE, sizeof (gsize));
  g_array_set_size (objects->places, 1); /* object 0 is the head of the free ones */
  /* Four bytes above 127 say that the file is not text (ISO 19005-3, 6.1.2). */
  g_string_append (objects->file, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  return objects;
}

void
mft_pdf_objects_free (MftPdfObjects *objects)
{
  deflateEnd (&objects->press);
  g_string_free (objects->file, TRUE);
  g_array_unref (objects->places);
  g_free (objects);
}

guint
mft_pdf_objects_reserve (MftPdfObjects *objects)
{
  g_array_set_size (objects->places, objects->places->len + 1);
  return objects->places->len - 1;
}

GString *
mft_pdf_objects_begin (MftPdfObjects *objects, guint number)
{
  gsize *place = &g_array_index (objects->places, gsize, number);

  g_assert (number > 0 && number < objects->places->len && *place == 0);
  *place = objects->file->len;
  mft_pdf_put_integer (objects->file, number);
  g_string_append (objects->file, " 0 obj\n");
  return objects->file;
}

void
mft_pdf_objects_end (MftPdfObjects *objects)
{
  g_string_append (objects->file, "\nendobj\n");
}

void
mft_pdf_objects_write (MftPdfObjects *objects, guint number, const void *text, gsize size)
{
  g_string_append_len (mft_pdf_objects_begin (objects, number), text, (gssize) size);
  mft_pdf_objects_end (objects);
}

/* To the end of the file. Returns how many bytes it takes. */
static gsize
append_deflated (MftPdfObjects *objects, const void *data, gsize size)
{
  GString *file = objects->file;
  gsize before = file->len;
  z_stream *press = &objects->press;

  g_assert (size <= G_MAXUINT);
  deflateReset (press);
  g_string_set_size (file, before + deflateBound (press, size));
  press->next_in = (Bytef *) data;
  press->avail_in = (uInt) size;
  press->next_out = (Bytef *) file->str + before;
  press->avail_out = (uInt) (file->len - before);
  int status = deflate (press, Z_FINISH);
  g_assert (status == Z_STREAM_END); /* the bound is enough */
  g_string_truncate (file, before + press->total_out);
  return press->total_out;
}

/* After the end of line that PDF/A asks for (ISO 19005-3, 6.1.7.1). */
static void
end_stream (MftPdfObjects *objects)
{
  g_string_append (objects->file, "\nendstream");
  mft_pdf_objects_end (objects);
}

/* The length is written before the bytes that it counts: its digits are filled in afterwards. */
void
mft_pdf_objects_write_stream (MftPdfObjects *objects, guint number, const char *entries,
                              const void *data, gsize size)
{
  GString *file = mft_pdf_objects_begin (objects, number);
  char length[11];

  g_string_append_printf (file, "<< %s /Filter /FlateDecode /Length ", entries);
  gsize place = file->len;
  g_string_append (file, "           >>\nstream\n");
  gsize written = append_deflated (objects, data, size);
  g_snprintf (length, sizeof length, "%10" G_GSIZE_FORMAT, written);
  memcpy (file->str + place, length, sizeof length - 1);
  end_stream (objects);
}

void
mft_pdf_objects_write_raw_stream (MftPdfObjects *objects, guint number, const char *entries,
                                  const void *data, gsize size)
{
  GString *file = mft_pdf_objects_begin (objects, number);

  g_string_append_printf (file, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", entries, size);
  g_string_append_len (file, data, (gssize) size);
  end_stream (objects);
}

/* Twenty bytes each (7.5.4). */
static void
put_table (MftPdfObjects *objects)
{
  char entry[21];

  g_string_append_printf (objects->file, "xref\n0 %u\n0000000000 65535 f \n", objects->places->len);
  for (guint i = 1; i < objects->places->len; i++)
    {
      gsize place = g_array_index (objects->places, gsize, i);
      g_assert (place > 0);
      g_snprintf (entry, sizeof entry, "%010" G_GSIZE_FORMAT " 00000 n \n", place);
      g_string_append_len (objects->file, entry, 20);
    }
}

GBytes *
mft_pdf_objects_finish (MftPdfObjects *objects, guint catalog, guint information)
{
  GString *file = objects->file;
  gsize table = file->len;
  g_autofree char *digest
      = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) file->str, file->len);

  put_table (objects);
  g_string_append_printf (file,
                          "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /ID [ <%s> <%s> ] >>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          objects->places->len, catalog, information, digest, digest, table);
  objects->file = g_string_new (NULL);
  mft_pdf_objects_free (objects);
  return g_string_free_to_bytes (file);
}
