/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-face.h"

static gboolean
holds_one_of (const char *name, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (name, *words) != NULL)
      return TRUE;
  return FALSE;
}

MftStyle
mft_pdf_face_style (const char *name)
{
  static const char *const bold[] = { "bold", "demi", "black", "heavy", NULL };
  static const char *const italic[] = { "italic", "oblique", "slanted", "kursiv", NULL };
  /* Computer Modern and its heirs, as TeX names them. */
  static const char *const tex_bold[] = { "cmbx", "sfbx", "lmbx", "ecbx", NULL };
  static const char *const tex_italic[] = { "cmti", "sfti", "cmbxti", "sfbi", "cmsl", NULL };
  g_autofree char *small = g_ascii_strdown (name, -1);
  MftStyle style = MFT_STYLE_PLAIN;

  if (holds_one_of (small, bold) || holds_one_of (small, tex_bold))
    style |= MFT_STYLE_BOLD;
  if (holds_one_of (small, italic) || holds_one_of (small, tex_italic))
    style |= MFT_STYLE_ITALIC;
  return style;
}

guint8 *
mft_pdf_face_styles (PopplerPage *page, guint count)
{
  guint8 *styles = g_new0 (guint8, MAX (count, 1));
  GList *spans = poppler_page_get_text_attributes (page);

  for (GList *link = spans; link != NULL; link = link->next)
    {
      const PopplerTextAttributes *span = link->data;
      MftStyle style = span->font_name != NULL ? mft_pdf_face_style (span->font_name) : 0;
      for (int i = MAX (span->start_index, 0); i <= span->end_index && i < (int) count; i++)
        styles[i] = (guint8) style;
    }
  poppler_page_free_text_attributes (spans);
  return styles;
}
