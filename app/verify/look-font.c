/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/look-font.h"

#define UNKNOWN 0xfffd

static MftPdfObject *
find_in (MftPdfFile *file, guint revision, const MftPdfObject *resources, const char *name)
{
  g_autoptr (MftPdfObject) fonts = mft_pdf_file_get (file, revision, resources, "Font", NULL);
  MftPdfObject *value = mft_pdf_dict_get (fonts, name);

  return value != NULL ? mft_pdf_object_ref (value) : NULL;
}

static MftPdfObject *
find (MftPdfFile *file, guint revision, const MftPdfObject *look, const char *name)
{
  g_autoptr (MftPdfObject) own = mft_pdf_file_get (file, revision, look, "Resources", NULL);
  g_autoptr (MftPdfObject) form = mft_pdf_file_form (file, revision, NULL);
  g_autoptr (MftPdfObject) common = mft_pdf_file_get (file, revision, form, "DR", NULL);
  MftPdfObject *value = find_in (file, revision, own, name);

  return value != NULL ? value : find_in (file, revision, common, name);
}

static char
letter_of (const char *glyph)
{
  static const char *const digits[]
      = { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" };

  if (g_ascii_isalpha (glyph[0]) && glyph[1] == '\0')
    return glyph[0];
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (strcmp (glyph, digits[i]) == 0)
      return (char) ('0' + i);
  return strcmp (glyph, "space") == 0 ? ' ' : 0;
}

/* The Latin encodings agree on ASCII; differences are named (ISO 32000-2, 9.6.5). */
static void
read_encoding (MftLookFont *font, MftPdfFile *file, guint revision, const MftPdfObject *encoding)
{
  g_autoptr (MftPdfObject) differences
      = mft_pdf_file_get (file, revision, encoding, "Differences", NULL);
  gint64 code = 0;

  for (int i = ' '; i < 127; i++)
    font->letters[i] = (char) i;
  for (guint i = 0; i < mft_pdf_array_size (differences); i++)
    {
      const MftPdfObject *item = mft_pdf_array_item (differences, i);
      const char *glyph = mft_pdf_object_get_name (item);
      if (glyph == NULL)
        code = mft_pdf_object_get_integer (item, G_N_ELEMENTS (font->letters));
      else if (code >= 0 && code < (gint64) G_N_ELEMENTS (font->letters))
        font->letters[code++] = letter_of (glyph);
    }
}

/* Fonts that readers have themselves, whose letters are pictures. */
static gboolean
is_pictures (const char *name)
{
  return name != NULL
         && (g_str_has_suffix (name, "ZapfDingbats") || g_str_has_suffix (name, "Symbol")
             || strcmp (name, "ZaDb") == 0 || g_str_has_suffix (name, "Wingdings"));
}

static gboolean
has_program (MftPdfFile *file, guint revision, const MftPdfObject *font)
{
  g_autoptr (MftPdfObject) descriptor
      = mft_pdf_file_get (file, revision, font, "FontDescriptor", NULL);

  return mft_pdf_dict_get (descriptor, "FontFile") != NULL
         || mft_pdf_dict_get (descriptor, "FontFile2") != NULL
         || mft_pdf_dict_get (descriptor, "FontFile3") != NULL;
}

static void
read_composite (MftLookFont *font, MftPdfFile *file, guint revision, const MftPdfObject *dict)
{
  g_autoptr (MftPdfObject) below = mft_pdf_file_get (file, revision, dict, "DescendantFonts", NULL);
  g_autoptr (MftPdfObject) descendant
      = below != NULL ? mft_pdf_file_resolve (file, revision, mft_pdf_array_item (below, 0), NULL)
                      : NULL;

  font->is_coded = TRUE;
  font->is_embedded = descendant == NULL || has_program (file, revision, descendant);
}

MftLookFont *
mft_look_font_new (MftPdfFile *file, guint revision, const MftPdfObject *look, const char *name)
{
  MftLookFont *font = g_new0 (MftLookFont, 1);
  g_autoptr (MftPdfObject) dict = NULL;
  g_autoptr (MftPdfObject) subtype = NULL;
  g_autoptr (MftPdfObject) base = NULL;
  g_autoptr (MftPdfObject) encoding = NULL;

  font->value = find (file, revision, look, name);
  dict = font->value != NULL ? mft_pdf_file_resolve (file, revision, font->value, NULL) : NULL;
  subtype = mft_pdf_file_get (file, revision, dict, "Subtype", NULL);
  base = mft_pdf_file_get (file, revision, dict, "BaseFont", NULL);
  encoding = mft_pdf_file_get (file, revision, dict, "Encoding", NULL);
  font->is_drawings = (font->value != NULL && dict == NULL)
                      || mft_pdf_object_is_name (subtype, "Type3")
                      || is_pictures (dict != NULL ? mft_pdf_object_get_name (base) : name);
  font->is_embedded = has_program (file, revision, dict);
  if (mft_pdf_object_is_name (subtype, "Type0"))
    read_composite (font, file, revision, dict);
  else
    read_encoding (font, file, revision, encoding);
  return font;
}

void
mft_look_font_free (MftLookFont *font)
{
  g_clear_pointer (&font->value, mft_pdf_object_unref);
  g_free (font);
}

void
mft_look_font_read (const MftLookFont *font, const char *bytes, gsize size, GString *text)
{
  for (gsize i = 0; i < size; i++)
    {
      guint8 code = (guint8) bytes[i];
      char letter = font != NULL && !font->is_coded && code < G_N_ELEMENTS (font->letters)
                        ? font->letters[code]
                        : 0;
      g_string_append_unichar (text, letter != 0 ? (gunichar) letter : UNKNOWN);
    }
}
