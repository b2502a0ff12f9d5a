/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-objects.h"

#include <zlib.h>

#include "draw/pdf/pdf-values.h"

/* Longer ones are compressed by who writes them: copies of them would wait for the worker. */
#define WORK_MOST (1024 * 1024)

/* A compressed stream, whose bytes and length are put into the file at its end. */
typedef struct
{
  gsize digits, at; /* in the file without any stream's bytes */
  GBytes *data;     /* while it waits */
  guint8 *pressed;
  gsize size;
} Stream;

struct MftPdfObjects
{
  GString *file;        /* without the bytes of the compressed streams */
  GArray *places;       /* gsize by number; 0: not written yet */
  GPtrArray *streams;   /* Stream, in the order of the file */
  z_stream press;       /* one for all: its tables are larger than most streams */
  GThread *worker;      /* compresses while pages are drawn; NULL: not needed yet */
  GAsyncQueue *waiting; /* for it: Stream; the queue itself: it may go */
};

static void
stream_free (gpointer data)
{
  Stream *stream = data;

  g_clear_pointer (&stream->data, g_bytes_unref);
  g_free (stream->pressed);
  g_free (stream);
}

MftPdfObjects *
mft_pdf_objects_new (void)
{
  MftPdfObjects *objects = g_new0 (MftPdfObjects, 1);
  int status = deflateInit (&objects->press, Z_DEFAULT_COMPRESSION);

  g_assert (status == Z_OK); /* else there is no memory, which ends the program anyhow */
  objects->file = g_string_sized_new (1 << 17);
  objects->places = g_array_new (FALSE, TRUE, sizeof (gsize));
  objects->streams = g_ptr_array_new_with_free_func (stream_free);
  objects->waiting = g_async_queue_new ();
  g_array_set_size (objects->places, 1); /* object 0 is the head of the free ones */
  /* Four bytes above 127 say that the file is not text (ISO 19005-3, 6.1.2). */
  g_string_append (objects->file, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  return objects;
}

/* --- compressing ------------------------------------------------------------------------------------ */

static void
press_bytes (z_stream *press, Stream *stream, const void *data, gsize size)
{
  g_assert (size <= G_MAXUINT);
  deflateReset (press);
  gsize most = deflateBound (press, size);
  stream->pressed = g_malloc (most);
  press->next_in = (Bytef *) data;
  press->avail_in = (uInt) size;
  press->next_out = stream->pressed;
  press->avail_out = (uInt) most;
  int status = deflate (press, Z_FINISH);
  g_assert (status == Z_STREAM_END); /* the bound is enough */
  stream->size = press->total_out;
  stream->pressed = g_realloc (stream->pressed, stream->size);
}

static void
press_waiting (z_stream *press, Stream *stream)
{
  press_bytes (press, stream, g_bytes_get_data (stream->data, NULL),
               g_bytes_get_size (stream->data));
  g_clear_pointer (&stream->data, g_bytes_unref);
}

static gpointer
work (gpointer data)
{
  GAsyncQueue *waiting = data;
  z_stream press = { 0 };
  int status = deflateInit (&press, Z_DEFAULT_COMPRESSION);
  gpointer stream;

  g_assert (status == Z_OK);
  while ((stream = g_async_queue_pop (waiting)) != waiting)
    press_waiting (&press, stream);
  deflateEnd (&press);
  return NULL;
}

/* What waits is compressed here, too, and then nobody works on a stream any more. */
static void
press_rest (MftPdfObjects *objects)
{
  Stream *stream;

  if (objects->worker == NULL)
    return;
  while ((stream = g_async_queue_try_pop (objects->waiting)) != NULL)
    press_waiting (&objects->press, stream);
  g_async_queue_push (objects->waiting, objects->waiting);
  g_thread_join (g_steal_pointer (&objects->worker));
}

static void
press_stream (MftPdfObjects *objects, Stream *stream, const void *data, gsize size)
{
  if (size > WORK_MOST || g_get_num_processors () == 1)
    {
      press_bytes (&objects->press, stream, data, size);
      return;
    }
  if (objects->worker == NULL)
    objects->worker = g_thread_new ("press", work, objects->waiting);
  stream->data = g_bytes_new (data, size);
  g_async_queue_push (objects->waiting, stream);
}

void
mft_pdf_objects_free (MftPdfObjects *objects)
{
  press_rest (objects);
  deflateEnd (&objects->press);
  g_string_free (objects->file, TRUE);
  g_array_unref (objects->places);
  g_ptr_array_unref (objects->streams);
  g_async_queue_unref (objects->waiting);
  g_free (objects);
}

/* --- objects ---------------------------------------------------------------------------------------- */

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

/* After the end of line that PDF/A asks for (ISO 19005-3, 6.1.7.1). */
static void
end_stream (MftPdfObjects *objects)
{
  g_string_append (objects->file, "\nendstream");
  mft_pdf_objects_end (objects);
}

void
mft_pdf_objects_write_stream (MftPdfObjects *objects, guint number, const char *entries,
                              const void *data, gsize size)
{
  GString *file = mft_pdf_objects_begin (objects, number);
  Stream *stream = g_new0 (Stream, 1);

  g_string_append_printf (file, "<< %s /Filter /FlateDecode /Length ", entries);
  stream->digits = file->len;
  g_string_append (file, "           >>\nstream\n");
  stream->at = file->len;
  end_stream (objects);
  g_ptr_array_add (objects->streams, stream);
  press_stream (objects, stream, data, size);
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

/* --- the file --------------------------------------------------------------------------------------- */

/* By halves: there are thousands of objects. */
static guint
count_streams_before (const MftPdfObjects *objects, gsize place)
{
  guint from = 0, to = objects->streams->len;

  while (from < to)
    {
      guint middle = (from + to) / 2;
      if (((const Stream *) objects->streams->pdata[middle])->at <= place)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* Puts the streams' bytes where they belong. Returns what they make up, and moves the places of objects. */
static GString *
put_together (MftPdfObjects *objects)
{
  g_autofree gsize *before = g_new (gsize, objects->streams->len + 1);
  gsize all = 0, done = 0;

  for (guint i = 0; i < objects->streams->len; i++)
    all += ((const Stream *) objects->streams->pdata[i])->size;
  GString *file = g_string_sized_new (objects->file->len + all + 22 * objects->places->len + 512);
  all = 0;
  for (guint i = 0; i < objects->streams->len; i++)
    {
      const Stream *stream = objects->streams->pdata[i];
      char length[11];
      g_snprintf (length, sizeof length, "%10" G_GSIZE_FORMAT, stream->size);
      memcpy (objects->file->str + stream->digits, length, sizeof length - 1);
      g_string_append_len (file, objects->file->str + done, (gssize) (stream->at - done));
      g_string_append_len (file, (const char *) stream->pressed, (gssize) stream->size);
      done = stream->at;
      before[i] = all += stream->size;
    }
  g_string_append_len (file, objects->file->str + done, (gssize) (objects->file->len - done));
  for (guint number = 1; number < objects->places->len; number++)
    {
      gsize *place = &g_array_index (objects->places, gsize, number);
      guint passed = count_streams_before (objects, *place);
      *place += passed > 0 ? before[passed - 1] : 0;
    }
  return file;
}

/* Twenty bytes each (7.5.4). */
static void
put_table (const MftPdfObjects *objects, GString *file)
{
  char entry[21];

  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", objects->places->len);
  for (guint i = 1; i < objects->places->len; i++)
    {
      gsize place = g_array_index (objects->places, gsize, i);
      g_snprintf (entry, sizeof entry, "%010" G_GSIZE_FORMAT " 00000 n \n", place);
      g_string_append_len (file, entry, 20);
    }
}

GBytes *
mft_pdf_objects_finish (MftPdfObjects *objects, guint catalog, guint information)
{
  press_rest (objects);
  for (guint number = 1; number < objects->places->len; number++)
    g_assert (g_array_index (objects->places, gsize, number) > 0);
  GString *file = put_together (objects);
  gsize table = file->len;
  g_autofree char *digest
      = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) file->str, file->len);

  put_table (objects, file);
  g_string_append_printf (file,
                          "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /ID [ <%s> <%s> ] >>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          objects->places->len, catalog, information, digest, digest, table);
  mft_pdf_objects_free (objects);
  return g_string_free_to_bytes (file);
}
