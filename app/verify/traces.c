/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/traces.h"

#include <string.h>

#include "pdf/parser.h"
#include "verify/subject.h"

#define MARK "/ByteRange"
#define MARK_SIZE (sizeof MARK - 1)
#define PLACES_MOST 1000
#define RANGE_TEXT_MOST 256

void
mft_traces_init (MftTraces *traces)
{
  traces->places = g_array_new (FALSE, FALSE, sizeof (goffset));
  traces->tail_size = 0;
}

void
mft_traces_clear (MftTraces *traces)
{
  g_clear_pointer (&traces->places, g_array_unref);
}

/* All bytes of the file pass here, so what is looked for is the letter that is rare in a PDF. */
static void
find (MftTraces *traces, const guint8 *bytes, gsize size, goffset at)
{
  if (size < MARK_SIZE)
    return;
  const guint8 *last = bytes + size - MARK_SIZE;
  for (const guint8 *from = bytes; from <= last && traces->places->len < PLACES_MOST; from++)
    {
      from = memchr (from + 1, MARK[1], (gsize) (last - from) + 1);
      if (from == NULL)
        return;
      from--;
      if (memcmp (from, MARK, MARK_SIZE) != 0)
        continue;
      goffset place = at + (from - bytes);
      g_array_append_val (traces->places, place);
      from += MARK_SIZE - 1;
    }
}

void
mft_traces_look (MftTraces *traces, const guint8 *piece, gsize size, goffset at)
{
  guint8 seam[sizeof traces->tail + MARK_SIZE];
  gsize head = MIN (size, MARK_SIZE - 1);

  memcpy (seam, traces->tail, traces->tail_size);
  memcpy (seam + traces->tail_size, piece, head);
  find (traces, seam, traces->tail_size + head, at - (goffset) traces->tail_size);
  find (traces, piece, size, at);
  traces->tail_size = head;
  memcpy (traces->tail, piece + size - head, head);
}

/* "[0 A B C]" behind a place that leaves out the hexadecimal string from A to B of this file. */
static gboolean
read_gap (MftByteSource *source, goffset at, gint64 *gap)
{
  char text[RANGE_TEXT_MOST + 1] = "";
  goffset size = mft_byte_source_size (source);
  gsize length = (gsize) MIN (RANGE_TEXT_MOST, size - at);
  gint64 numbers[4];
  char *end;

  if (!mft_byte_source_read (source, at, text, length, NULL))
    return FALSE;
  const char *next = text + strspn (text, " \t\r\n\f");
  if (*next++ != '[')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++, next = end)
    {
      numbers[i] = g_ascii_strtoll (next, &end, 10);
      if (end == next)
        return FALSE;
    }
  gap[0] = numbers[1];
  gap[1] = numbers[2];
  return numbers[0] == 0 && gap[0] > 0 && gap[0] < size && gap[1] > gap[0] + 1 && gap[1] <= size
         && mft_byte_source_byte (source, gap[0]) == '<'
         && mft_byte_source_byte (source, gap[1] - 1) == '>';
}

static gboolean
is_subject (GPtrArray *subjects, const gint64 *gap)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSignatureReport *report
          = ((const MftSubject *) g_ptr_array_index (subjects, i))->report;
      if (report->has_byte_range && report->byte_range[1] == gap[0]
          && report->byte_range[2] == gap[1])
        return TRUE;
    }
  return FALSE;
}

/* Reader extensions are signed too, but nobody's will is behind them (ISO 32000-1, 12.8.2.3). */
static gboolean
is_usage_right (MftPdfFile *file, const gint64 *gap)
{
  guint revision = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, revision, NULL);
  g_autoptr (MftPdfObject) permissions = mft_pdf_file_get (file, revision, catalog, "Perms", NULL);

  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr (MftPdfObject) right
          = mft_pdf_file_get (file, revision, permissions, i == 0 ? "UR3" : "UR", NULL);
      const MftPdfObject *range = mft_pdf_dict_get (right, "ByteRange");
      if (mft_pdf_object_get_integer (mft_pdf_array_item (range, 1), -1) == gap[0])
        return TRUE;
    }
  return FALSE;
}

/* An encrypted file may carry a code over itself in its trailer (ISO/TS 32004); it is no signature. */
static gboolean
is_message_code (MftPdfFile *file, const gint64 *gap)
{
  for (guint i = 0; i < mft_pdf_file_revisions (file); i++)
    {
      const MftPdfObject *code
          = mft_pdf_dict_get (mft_pdf_file_revision (file, i)->trailer, "AuthCode");
      const MftPdfObject *value = mft_pdf_dict_get (code, "MAC");
      if (value != NULL && mft_pdf_object_start (value) == gap[0]
          && mft_pdf_object_end (value) == gap[1])
        return TRUE;
    }
  return FALSE;
}

gboolean
mft_traces_lead_elsewhere (const MftTraces *traces, MftByteSource *source, MftPdfFile *file,
                           GPtrArray *subjects)
{
  for (guint i = 0; i < traces->places->len; i++)
    {
      goffset place = g_array_index (traces->places, goffset, i);
      gint64 gap[2];
      if (read_gap (source, place + (goffset) MARK_SIZE, gap) && !is_subject (subjects, gap)
          && (file == NULL || !(is_usage_right (file, gap) || is_message_code (file, gap))))
        return TRUE;
    }
  return FALSE;
}
