/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/text/text-reader.h"

#include "bahasa/text.h"
#include "exchange/error.h"
#include "exchange/recognise/importer.h"
#include "exchange/recognise/line.h"
#include "exchange/recognise/marks.h"

#define SIZE_MOST (4 * 1024 * 1024)

typedef struct
{
  GPtrArray *lines;
  MftImportReport *report;
  MftStyle style; /* a bold run may go over lines that follow each other */
  guint number;
  guint gap;
} Reader;

static void
add_line (Reader *reader, const char *raw)
{
  g_autofree char *normal = mft_text_normalize (raw);

  reader->number++;
  if (normal[0] == '\0')
    {
      reader->gap++;
      reader->style = MFT_STYLE_PLAIN;
      return;
    }
  if (!mft_import_has_words (normal) || mft_import_is_page_number (normal))
    {
      mft_import_report_drop (reader->report, reader->number, normal);
      return;
    }
  g_autoptr (MftText) marked
      = mft_text_new (normal + mft_import_bullet_size (normal), MFT_STYLE_PLAIN);
  g_autoptr (MftText) text = mft_import_unmark (marked, &reader->style);
  g_ptr_array_add (reader->lines, mft_import_line_new (reader->number, reader->gap, text,
                                                       mft_import_columns (raw)));
  reader->gap = 0;
}

/* A NUL would end the text. Takes `text` over. */
static char *
without_nul (char *text, gsize length)
{
  char *whole = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    whole[i] = text[i] == '\0' ? ' ' : text[i];
  whole[length] = '\0';
  g_free (text);
  return whole;
}

static char *
to_utf8 (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size == 0)
    return g_strdup ("");
  /* What Windows calls Unicode. */
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      gsize length = 0;
      text = g_convert (data, (gssize) (size & ~(gsize) 1), "UTF-8", "UTF-16", NULL, &length, NULL);
      if (text != NULL)
        return without_nul (text, length);
    }
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (g_utf8_validate_len (data, size, NULL))
    return g_strndup (data, size);
  gsize length = 0;
  text = g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, &length, NULL);
  if (text == NULL)
    {
      g_autofree char *spaced = without_nul (g_memdup2 (data, size), size);
      return g_utf8_make_valid (spaced, (gssize) size);
    }
  return without_nul (text, length);
}

MftAgreement *
mft_text_import (GBytes *bytes, MftImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_import_line_free);
  Reader reader = { .lines = lines, .report = report };
  g_autofree char *text = NULL;
  g_auto (GStrv) raw = NULL;

  if (g_bytes_get_size (bytes) > SIZE_MOST)
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_LIMIT, "text too large");
      return NULL;
    }
  text = to_utf8 (bytes);
  g_strdelimit (text, "\f\v", '\n');
  raw = g_strsplit (text, "\n", -1);
  for (guint i = 0; raw[i] != NULL; i++)
    add_line (&reader, g_strdelimit (raw[i], "\r", ' '));
  if (lines->len == 0)
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY,
                           "no words in the text");
      return NULL;
    }
  return mft_import_recognise (lines, NULL, report);
}
