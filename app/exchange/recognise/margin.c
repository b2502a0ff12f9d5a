/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/margin.h"

#include "bahasa/text.h"
#include "exchange/recognise/line.h"

#define LETTERS_MOST 120 /* what has room in one line of a page */

struct MftImportMargin
{
  GString *piece;
  gboolean numbered; /* a number was computed in it */
  GPtrArray *pieces; /* char * */
  gboolean mixed;    /* in one of them words and a number stand together */
};

MftImportMargin *
mft_import_margin_new (void)
{
  MftImportMargin *self = g_new0 (MftImportMargin, 1);

  self->piece = g_string_new (NULL);
  self->pieces = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
mft_import_margin_free (MftImportMargin *self)
{
  g_string_free (self->piece, TRUE);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

void
mft_import_margin_words (MftImportMargin *self, const char *words)
{
  g_string_append (self->piece, words);
}

void
mft_import_margin_number (MftImportMargin *self)
{
  self->numbered = TRUE;
}

/* "- 2 -", "Halaman 2 dari 9" */
static gboolean
only_numbers (const char *words)
{
  static const char *const beside[] = { "halaman", "hal", "dari", "page", "of", NULL };
  g_auto (GStrv) parts = g_strsplit_set (words, " .,-/|:", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (parts[i], -1);
      if (mft_import_has_words (lower) && lower[strspn (lower, "0123456789")] != '\0'
          && !g_strv_contains (beside, lower))
        return FALSE;
    }
  return TRUE;
}

void
mft_import_margin_break (MftImportMargin *self)
{
  g_autofree char *words = mft_text_normalize (self->piece->str);
  gboolean number = only_numbers (words);

  if (mft_import_has_words (words) && !(self->numbered && number))
    {
      self->mixed |= self->numbered || number;
      g_ptr_array_add (self->pieces, g_steal_pointer (&words));
    }
  g_string_truncate (self->piece, 0);
  self->numbered = FALSE;
}

char *
mft_import_margin_end (MftImportMargin *self, gboolean *single)
{
  char *words;

  mft_import_margin_break (self);
  g_ptr_array_add (self->pieces, NULL);
  words = g_strjoinv (" ", (char **) self->pieces->pdata);
  *single = self->pieces->len == 2 && !self->mixed && g_utf8_strlen (words, -1) <= LETTERS_MOST;
  return words;
}
