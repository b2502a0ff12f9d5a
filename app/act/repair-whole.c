/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/repair-whole.h"

#define DIGITS_MOST 10

/* The number that ends before `at`; -1: there is none. */
static gint64
number_before (MftByteSource *source, goffset *at)
{
  goffset start = *at;

  while (start > 0 && *at - start < DIGITS_MOST
         && g_ascii_isdigit (mft_byte_source_byte (source, start - 1)))
    start--;
  if (start == *at)
    return -1;
  gint64 number = 0;
  for (goffset digit = start; digit < *at; digit++)
    number = 10 * number + mft_byte_source_byte (source, digit) - '0';
  *at = start;
  return number;
}

/* "N G " before `at`, as it stands in front of "R" and "obj". */
static gboolean
read_identity (MftByteSource *source, goffset at, int *number, int *generation)
{
  gint64 second, first;

  if (at < 1 || mft_byte_source_byte (source, --at) != ' ')
    return FALSE;
  second = number_before (source, &at);
  if (second < 0 || at < 1 || mft_byte_source_byte (source, --at) != ' ')
    return FALSE;
  first = number_before (source, &at);
  *number = (int) first;
  *generation = (int) second;
  return first > 0 && first <= (gint64) MFT_PDF_NUMBER_MAX && second <= G_MAXUINT16;
}

static gboolean
is_there (qpdf_data recovery, int number, int generation)
{
  qpdf_oh object = qpdf_get_object_by_id (recovery, number, generation);
  gboolean there = !qpdf_oh_is_null (recovery, object);

  qpdf_oh_release (recovery, object);
  return there;
}

/* Every "N G R" of these bytes leads somewhere. */
static gboolean
all_lead_somewhere (qpdf_data recovery, MftByteSource *source)
{
  goffset size = mft_byte_source_size (source);
  int number, generation;

  for (goffset at = 3; at < size; at++)
    if (mft_byte_source_byte (source, at) == 'R'
        && (at + 1 == size || mft_pdf_is_space (mft_byte_source_byte (source, at + 1))
            || mft_pdf_is_delimiter (mft_byte_source_byte (source, at + 1)))
        && read_identity (source, at, &number, &generation)
        && !is_there (recovery, number, generation))
      return FALSE;
  return TRUE;
}

/* What is packed in this object, if it is a stream of objects. */
static gboolean
packed_is_whole (qpdf_data recovery, int number, int generation)
{
  qpdf_oh object = qpdf_get_object_by_id (recovery, number, generation);
  gboolean whole = TRUE;

  if (qpdf_oh_is_stream (recovery, object)
      && qpdf_oh_is_dictionary_of_type (recovery, qpdf_oh_get_dict (recovery, object), "/ObjStm",
                                        ""))
    {
      unsigned char *data = NULL;
      size_t size = 0;
      QPDF_ERROR_CODE result
          = qpdf_oh_get_stream_data (recovery, object, qpdf_dl_generalized, NULL, &data, &size);
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (data, size, free, data);
      g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
      whole = (result & QPDF_ERRORS) == 0 && all_lead_somewhere (recovery, source);
    }
  qpdf_oh_release_all (recovery);
  return whole;
}

gboolean
_mft_act_is_whole (qpdf_data recovery, MftByteSource *source)
{
  goffset size = mft_byte_source_size (source);
  int number, generation;

  for (goffset at = 3; at < size; at++)
    if (mft_byte_source_byte (source, at) == 'o' && mft_byte_source_holds (source, at, "obj")
        && read_identity (source, at, &number, &generation)
        && !packed_is_whole (recovery, number, generation))
      return FALSE;
  return all_lead_somewhere (recovery, source);
}
