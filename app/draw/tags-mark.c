/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/tags-private.h"

#include "draw/error.h"

/* The contents of a page, read token by token. */
typedef struct
{
  const char *at, *end;
} Scanner;

static gboolean
is_delimiter (char byte)
{
  return byte == '\0' || strchr ("()<>[]{}/% \t\n\f\r", byte) != NULL;
}

/* Past a string in parentheses, which may hold what looks like a mark. */
static void
skip_string (Scanner *scanner)
{
  int depth = 0;

  for (; scanner->at < scanner->end; scanner->at++)
    {
      if (*scanner->at == '\\' && scanner->at + 1 < scanner->end)
        scanner->at++;
      else if (*scanner->at == '(')
        depth++;
      else if (*scanner->at == ')' && --depth == 0)
        {
          scanner->at++;
          return;
        }
    }
}

static void
skip_word (Scanner *scanner)
{
  scanner->at++;
  while (scanner->at < scanner->end && !is_delimiter (*scanner->at))
    scanner->at++;
}

static gboolean
is_word (const char *start, const char *end, const char *word)
{
  return (gsize) (end - start) == strlen (word) && memcmp (start, word, strlen (word)) == 0;
}

static const char *
next_word (Scanner *scanner, const char **start)
{
  while (scanner->at < scanner->end)
    {
      *start = scanner->at;
      if (*scanner->at == '(')
        skip_string (scanner);
      else if (is_delimiter (*scanner->at) && *scanner->at != '/')
        scanner->at++;
      else
        {
          skip_word (scanner);
          return scanner->at;
        }
    }
  return NULL;
}

/* The stretch that a mark stands for, numbered if anything is drawn before its end. */
static void
begin_mark (MftTags *tags, Stretch *stretch, gboolean empty, guint *contents, GString *text)
{
  const Element *element = &g_array_index (tags->elements, Element, stretch->element);

  if (empty || stretch->element == 0 || g_str_equal (element->name, MFT_TAG_ARTIFACT))
    g_string_append (text, "/Artifact BMC");
  else
    {
      stretch->number = (int) (*contents)++;
      g_string_append_printf (text, "/%s << /MCID %d >> BDC", element->name, stretch->number);
    }
}

/* Whether the mark that was just begun ends without any drawing in it. */
static gboolean
is_empty (Scanner scanner)
{
  const char *start;
  const char *end = next_word (&scanner, &start);

  return end == NULL || is_word (start, end, "EMC");
}

/* cairo's marks are "/Span << /MCID 7 >> BDC", in the order of the stretches; those without a number
 * say what unusual glyphs stand for, and stay. */
static gboolean
mark_page (MftTags *tags, guint page, guint *stretch, const char *data, gsize size, GString *text)
{
  Scanner scanner = { data, data + size };
  const char *kept = data, *start, *end, *name = NULL;
  guint contents = 0;
  gboolean numbered = FALSE;

  while ((end = next_word (&scanner, &start)) != NULL)
    {
      if (is_word (start, end, "/Span"))
        {
          name = start;
          numbered = FALSE;
        }
      else if (is_word (start, end, "/MCID"))
        numbered = TRUE;
      if (!is_word (start, end, "BDC") || !numbered)
        continue;
      if (*stretch >= tags->stretches->len || name == NULL)
        return FALSE;
      Stretch *next = &g_array_index (tags->stretches, Stretch, (*stretch)++);
      if (next->page != page)
        return FALSE;
      g_string_append_len (text, kept, name - kept);
      begin_mark (tags, next, is_empty (scanner), &contents, text);
      kept = end;
      name = NULL;
      numbered = FALSE;
    }
  g_string_append_len (text, kept, data + size - kept);
  return *stretch == tags->stretches->len
         || g_array_index (tags->stretches, Stretch, *stretch).page > page;
}

static gboolean
fail (GError **error, guint page)
{
  g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_PDF,
               "the contents of page %u cannot be marked", page + 1);
  return FALSE;
}

gboolean
_mft_tags_mark_pages (MftTags *tags, MftQpdf *pdf, GError **error)
{
  guint stretch = 0;

  for (guint page = 0; page < (guint) qpdf_get_num_pages (pdf); page++)
    {
      qpdf_oh stream = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, page), "/Contents");
      unsigned char *data = NULL;
      size_t size = 0;
      if (!qpdf_oh_is_stream (pdf, stream)
          || qpdf_oh_get_stream_data (pdf, stream, qpdf_dl_generalized, NULL, &data, &size) != 0)
        return fail (error, page);
      GString *text = g_string_sized_new (size + size / 8);
      gboolean marked = mark_page (tags, page, &stretch, (const char *) data, size, text);
      free (data);
      if (marked)
        qpdf_oh_replace_stream_data (pdf, stream, (const unsigned char *) text->str, text->len,
                                     qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
      g_string_free (text, TRUE);
      if (!marked)
        return fail (error, page);
    }
  return TRUE;
}
