/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/parser.h"
#include "verify/change-field.h"

#define LOOK_SIZE_MOST (1u << 20)
#define OPERATOR_MOST 16

/* One operator's bit (ISO 32000-2, annex A); 0: it paints nothing, or text. */
static guint
bit_of (const char *operator)
{
  static const char *const paths[] = { "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", NULL };
  static const char *const pictures[] = { "Do", "BI", "sh", NULL };

  if (g_strv_contains (paths, operator))
    return MFT_LOOK_PATHS;
  return g_strv_contains (pictures, operator) ? MFT_LOOK_PICTURES : 0;
}

static gboolean
begins_operand (int byte)
{
  return g_ascii_isdigit (byte) || (byte != 0 && strchr ("/(<[+-.", byte) != NULL);
}

static guint
read_content (GBytes *content)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (content);
  MftPdfParser parser = mft_pdf_parser (source, 0, mft_byte_source_size (source));
  guint found = 0;

  parser.keep_places = FALSE;
  for (mft_pdf_parser_skip_space (&parser); parser.at < parser.end;
       mft_pdf_parser_skip_space (&parser))
    {
      char operator[OPERATOR_MOST + 1] = "";
      int byte = mft_pdf_parser_peek (&parser);
      if (begins_operand (byte))
        {
          g_autoptr (MftPdfObject) operand = mft_pdf_parser_object (&parser, NULL);
          if (operand == NULL)
            return MFT_LOOK_UNREADABLE;
          continue;
        }
      for (guint i = 0;
           parser.at < parser.end && !mft_pdf_is_space (byte) && !mft_pdf_is_delimiter (byte);
           i++, parser.at++, byte = mft_pdf_parser_peek (&parser))
        if (i == OPERATOR_MOST)
          return MFT_LOOK_UNREADABLE;
        else
          operator[i] = (char) byte;
      if (operator[0] == '\0')
        return MFT_LOOK_UNREADABLE;
      found |= bit_of (operator);
    }
  return found;
}

/* A font of drawings is drawings (ISO 32000-2, 9.6.4). */
static guint
read_fonts (MftPdfFile *file, guint revision, const MftPdfObject *stream)
{
  g_autoptr (MftPdfObject) resources = mft_pdf_file_get (file, revision, stream, "Resources", NULL);
  g_autoptr (MftPdfObject) fonts = mft_pdf_file_get (file, revision, resources, "Font", NULL);

  for (guint i = 0; i < mft_pdf_dict_size (fonts); i++)
    {
      g_autoptr (MftPdfObject) font
          = mft_pdf_file_resolve (file, revision, mft_pdf_dict_value (fonts, i), NULL);
      g_autoptr (MftPdfObject) kind = mft_pdf_file_get (file, revision, font, "Subtype", NULL);
      if (font == NULL || mft_pdf_object_is_name (kind, "Type3"))
        return MFT_LOOK_PICTURES;
    }
  return 0;
}

static guint
read_look (MftPdfFile *file, guint revision, MftPdfObject *value, guint depth)
{
  g_autoptr (MftPdfObject) look = mft_pdf_file_resolve (file, revision, value, NULL);
  guint found = 0;

  if (look == NULL || depth > 2)
    return MFT_LOOK_UNREADABLE;
  if (mft_pdf_object_is (look, MFT_PDF_STREAM))
    {
      g_autoptr (GBytes) content
          = mft_pdf_file_stream_data (file, revision, look, LOOK_SIZE_MOST, NULL);
      return content != NULL ? read_content (content) | read_fonts (file, revision, look)
                             : MFT_LOOK_UNREADABLE;
    }
  for (guint i = 0; i < mft_pdf_dict_size (look); i++)
    found |= read_look (file, revision, mft_pdf_dict_value (look, i), depth + 1);
  return found;
}

guint
mft_change_look (MftDifference *difference, guint revision, MftPdfObject *appearance)
{
  return appearance != NULL ? read_look (difference->file, revision, appearance, 0) : 0;
}
