/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-scan-labels.h"

#include <string.h>

#include "exchange/pdf/pdf-line.h"

#define TOKEN_MOST 6

/* The numbers that are due: of ayat, of letters and of figures. */
typedef struct
{
  guint ayat;
  guint letter;
  guint figure;
} Due;

/* What a letter or figure is taken for besides itself. */
static const struct
{
  char letter;
  const char *looks[5];
} alike[] = {
  { 'a', { "@", "4" } },
  { 'b', { "6", "8" } },
  { 'c', { "\u20ac", "\u00a2" } },
  { 'g', { "9", "q" } },
  { 'i', { "1", "|" } },
  { 'l', { "1", "I", "|" } },
  { 'o', { "0" } },
  { 's', { "5" } },
  { 'z', { "2" } },
  { '1', { "l", "I", "i", "|" } },
};

static gboolean
is_alike (const char *token, gsize size, char due)
{
  gboolean same = size > 0;

  for (gsize i = 0; i < size; i++)
    same = same && g_ascii_tolower (token[i]) == due;
  for (guint i = 0; !same && i < G_N_ELEMENTS (alike); i++)
    for (guint k = 0; alike[i].letter == due && alike[i].looks[k] != NULL; k++)
      same |= size == strlen (alike[i].looks[k]) && memcmp (token, alike[i].looks[k], size) == 0;
  return same;
}

/* "(3)": the number inside, 0 for nothing that is one; whether brackets stand there at all. */
static gboolean
read_ayat (const char *token, gsize size, guint *number)
{
  *number = 0;
  if (size < 2 || token[0] != '(' || token[size - 1] != ')')
    return FALSE;
  for (gsize i = 1; i + 1 < size; i++)
    *number = g_ascii_isdigit (token[i]) && *number < 1000
                  ? *number * 10 + (guint) g_ascii_digit_value (token[i])
                  : 0;
  return TRUE;
}

/* The label that the token stands for, or NULL; what is due then is counted on. Owned by the caller. */
static char *
mend (Due *due, const char *token, gsize size)
{
  guint number;

  if (read_ayat (token, size, &number))
    {
      gboolean known = number > 0;
      due->ayat = (known ? number : due->ayat) + 1;
      due->letter = due->figure = 0;
      return known || size > 3 ? NULL : g_strdup_printf ("(%u)", due->ayat - 1);
    }
  if (size < 2 || token[size - 1] != '.')
    return NULL;
  if (size == 2 && token[0] == 'a')
    due->letter = 0; /* a new list */
  if (due->letter < 26 && is_alike (token, size - 1, (char) ('a' + due->letter)))
    return g_strdup_printf ("%c.", 'a' + due->letter++);
  if (due->figure == 0 && is_alike (token, size - 1, '1'))
    due->figure = 1;
  else if (size != 2 || token[0] != (char) ('1' + due->figure))
    return NULL;
  else
    due->figure++;
  return g_strdup_printf ("%u.", due->figure);
}

void
mft_pdf_scan_mend_labels (GPtrArray *lines, MftImportReport *report)
{
  Due due = { .ayat = 1 };

  for (guint i = 0; i < lines->len; i++)
    {
      MftPdfLine *line = lines->pdata[i];
      gsize size = strcspn (line->words, " ");
      g_autofree char *token = g_strndup (line->words, size);
      g_autofree char *label = NULL;

      if (g_str_equal (token, "Pasal"))
        due = (Due){ .ayat = 1 };
      else if (size <= TOKEN_MOST && line->words[size] != '\0')
        label = mend (&due, token, size);
      if (label == NULL || g_str_equal (label, token))
        continue;
      mft_import_report_guess (report, i + 1, token, "uncertain-word", MFT_CONFIDENCE_LOW);
      char *words = g_strconcat (label, line->words + size, NULL);
      g_free (line->words);
      line->words = words;
    }
}
