/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a defined term is used, it is seen: by rule, whatever the text itself says of its look. */
#include "ui/editor/sync-private.h"

#include <stdlib.h>

#define TERM_LEAST 2 /* characters */

static int
compare_terms (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The words of a definition, without the quotes that may stand around them. */
static char *
dup_term (const char *words)
{
  g_autofree char *term = g_strstrip (g_strdup (words));

  while (g_str_has_prefix (term, "“") || g_str_has_prefix (term, "”"))
    memmove (term, term + strlen ("“"), strlen (term + strlen ("“")) + 1);
  while (g_str_has_suffix (term, "“") || g_str_has_suffix (term, "”"))
    term[strlen (term) - strlen ("”")] = '\0';
  return g_utf8_strlen (term, -1) >= TERM_LEAST ? g_steal_pointer (&term) : NULL;
}

static char **
find_terms (GPtrArray *lines)
{
  GPtrArray *terms = g_ptr_array_new ();
  guint kept = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const MftLine *line = g_ptr_array_index (lines, i);
      for (guint s = 0; s < line->spans->len; s++)
        {
          const MftShownSpan *span = &g_array_index (line->spans, MftShownSpan, s);
          char *term
              = (span->run->style & MFT_STYLE_DEFINITION) != 0 ? dup_term (span->text) : NULL;
          if (term != NULL)
            g_ptr_array_add (terms, term);
        }
    }
  if (terms->len > 0)
    qsort (terms->pdata, terms->len, sizeof (gpointer), compare_terms);
  for (guint i = 0; i < terms->len; i++)
    if (kept > 0 && strcmp (terms->pdata[kept - 1], terms->pdata[i]) == 0)
      g_free (terms->pdata[i]);
    else
      terms->pdata[kept++] = terms->pdata[i];
  g_ptr_array_set_size (terms, (int) kept);
  g_ptr_array_add (terms, NULL);
  return (char **) g_ptr_array_free (terms, FALSE);
}

/* Whether the words from `at` to `end` stand for themselves in `text`. */
static gboolean
is_whole (const char *text, const char *at, const char *end)
{
  return (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
         && !g_unichar_isalnum (g_utf8_get_char (end));
}

static void
tag_term (MftSync *self, guint row, guint from, const char *text, const char *term)
{
  gsize length = strlen (term);

  for (const char *at = text; (at = strstr (at, term)) != NULL; at += length)
    if (is_whole (text, at, at + length))
      {
        GtkTextIter start, end;
        guint offset = from + (guint) g_utf8_pointer_to_offset (text, at);
        gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, (int) row, (int) offset);
        end = start;
        gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (term, -1));
        gtk_text_buffer_apply_tag_by_name (self->buffer, "term", &start, &end);
      }
}

void
_mft_sync_tag_terms (MftSync *self, guint row)
{
  const MftLine *line = g_ptr_array_index (self->lines, row);
  guint from = line->prefix;

  if (line->style == MFT_LINE_CENTERED || line->style == MFT_LINE_HEADING)
    return;
  for (guint s = 0; s < line->spans->len; s++)
    {
      const MftShownSpan *span = &g_array_index (line->spans, MftShownSpan, s);
      gboolean defines = (span->run->style & MFT_STYLE_DEFINITION) != 0;
      for (guint i = 0; span->run->kind == MFT_RUN_TEXT && !defines && self->terms[i] != NULL; i++)
        tag_term (self, row, from, span->text, self->terms[i]);
      from += (guint) g_utf8_strlen (span->text, -1);
    }
}

void
_mft_sync_follow_terms (MftSync *self)
{
  g_auto (GStrv) terms = find_terms (self->lines);
  GtkTextIter start, end;

  if (g_strv_equal ((const char *const *) terms, (const char *const *) self->terms))
    return;
  g_strfreev (self->terms);
  self->terms = g_steal_pointer (&terms);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, "term", &start, &end);
  for (guint row = 0; row < self->lines->len; row++)
    _mft_sync_tag_terms (self, row);
}
