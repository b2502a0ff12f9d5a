/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-layout.h"

#include "bahasa/label.h"
#include "bahasa/text.h"
#include "exchange/pdf/pdf-hyphen.h"
#include "exchange/pdf/pdf-line.h"
#include "exchange/recognise/line.h"
#include "exchange/recognise/marks.h"

/* A gap this much larger than the usual one begins a paragraph. */
#define GAP_RATIO 1.25

/* A line that ends this far before the right edge, in parts of the width, is the last of a paragraph. */
#define SHORT_PART 0.15

/* Above a heading, in empty lines: more than paragraphs have between them. */
#define HEADING_GAP 2

/* Pages that say the same at their edge, one in this many: it belongs to the paper. */
#define REPEATS_PART 2

/* What parts two words, in heights of the line. */
#define SPACE_PART 0.25

#define PITCHES 400 /* quarter points */

typedef struct
{
  double pitch; /* from one line of a paragraph to the next */
  double left;  /* of the text */
  double right;
} Measure;

/* "Halaman 3 dari 17" as "Halaman # dari #". */
static char *
without_numbers (const char *words)
{
  GString *form = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      g_string_append_c (form, *at);
    else if (form->len == 0 || form->str[form->len - 1] != '#')
      g_string_append_c (form, '#');
  return g_string_free (form, FALSE);
}

/* A line by what it says, numbers left out, and by where it stands: in the head or the foot, which lie
 * elsewhere on pages of another size; in a scan, by its height. */
static char *
form_of (const MftPdfLine *line)
{
  g_autofree char *form = without_numbers (line->words);

  if (line->foot > 0)
    return g_strdup_printf ("%s %s", line->foot < line->top ? "foot" : "head", form);
  return g_strdup_printf ("%d %s", (int) (line->top / 6 + 0.5), form);
}

/* How many pages have each form of a line at their edges. */
static GHashTable *
count_forms (GPtrArray *lines)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MftPdfLine *line = lines->pdata[i];
      char *form = line->edge ? form_of (line) : NULL;
      guint count = form != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, form)) + 1 : 0;
      if (form != NULL)
        g_hash_table_insert (counts, form, GUINT_TO_POINTER (count));
    }
  return counts;
}

static gboolean
is_furniture (GHashTable *counts, const MftPdfLine *line, guint pages)
{
  MftLabel label;
  g_autofree char *form = form_of (line);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, form));

  return line->edge && mft_label_scan (line->words, &label) == 0 && pages >= 2 && count >= 2
         && count * REPEATS_PART >= pages;
}

/* The usual distance of lines, and where they begin and end. */
static Measure
measure (GPtrArray *lines)
{
  Measure found = { .left = G_MAXDOUBLE };
  guint counts[PITCHES] = { 0 };
  guint most = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const MftPdfLine *line = lines->pdata[i];
      const MftPdfLine *before = i > 0 ? lines->pdata[i - 1] : NULL;
      double step
          = before != NULL && before->page == line->page ? (line->top - before->top) * 4 : 0;

      found.left = MIN (found.left, line->left);
      found.right = MAX (found.right, line->right);
      if (step >= 1 && step < PITCHES - 1)
        counts[(guint) (step + 0.5)]++;
    }
  for (guint i = 0; i < PITCHES; i++)
    if (counts[i] > counts[most])
      most = i;
  found.pitch = most / 4.0;
  return found;
}

/* Whether a paragraph may begin here: more space above, or the line before did not fill its line; on a new
 * page only the latter can be seen. */
static gboolean
begins (const Measure *measure, const MftPdfLine *before, const MftPdfLine *line)
{
  double width = measure->right - measure->left;

  if (before == NULL)
    return FALSE;
  if (before->page == line->page && line->top - before->top > measure->pitch * GAP_RATIO)
    return TRUE;
  return before->right < measure->right - width * SHORT_PART;
}

/* "Pasal 7" in the middle, alone: no sentence goes on like this, however full the line before is. */
static gboolean
is_heading (const Measure *measure, const MftPdfLine *line, const char *words)
{
  double before = line->left - measure->left;
  double after = measure->right - line->right;
  double width = measure->right - measure->left;
  MftLabel label;

  return mft_label_scan (words, &label) == strlen (words) && label.kind == MFT_LABEL_PASAL
         && before > width * SHORT_PART && ABS (before - after) < line->height;
}

/* Whether the line before had no room left for the first word of this one. */
static gboolean
is_wrapped (const Measure *measure, const MftPdfLine *before, const MftPdfLine *line)
{
  return before != NULL && line->first > 0
         && before->right + SPACE_PART * line->height + line->first > measure->right;
}

/* The words of a line, in the styles its letters have; plain where those are not known. */
static MftText *
make_text (const MftPdfLine *line, const char *words)
{
  const GByteArray *styles = line->styles;
  MftTextBuilder builder;
  const char *start = words;
  MftStyle style = styles != NULL && styles->len > 0 ? styles->data[0] : MFT_STYLE_PLAIN;
  guint ink = 0;

  mft_text_builder_init (&builder);
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == ' ')
        continue;
      MftStyle own = styles != NULL && ink < styles->len ? styles->data[ink] : MFT_STYLE_PLAIN;
      ink++;
      if (own == style)
        continue;
      const char *end = at > start && at[-1] == ' ' ? at - 1 : at;
      g_autofree char *part = g_strndup (start, (gsize) (end - start));
      mft_text_builder_words (&builder, part, style);
      mft_text_builder_words (&builder, end < at ? " " : "", style & own);
      start = at;
      style = own;
    }
  mft_text_builder_words (&builder, start, style);
  MftText *text = mft_text_builder_end (&builder);
  if (styles != NULL && ink == styles->len)
    return text;
  mft_text_unref (text);
  return mft_text_new (words, MFT_STYLE_PLAIN);
}

GPtrArray *
mft_pdf_layout (GPtrArray *lines, guint pages, MftImportReport *report)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_import_line_free);
  g_autoptr (GHashTable) counts = count_forms (lines);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      MftPdfLine *line = lines->pdata[i];
      g_autofree char *words = mft_text_normalize (line->words);

      if (is_furniture (counts, line, pages) || !mft_import_has_words (words)
          || mft_import_is_page_number (words))
        {
          if (words[0] != '\0')
            mft_import_report_drop (report, i + 1, words);
        }
      else
        g_ptr_array_add (kept, line);
    }
  mft_pdf_join_hyphens (kept);
  Measure found = measure (kept);
  MftStyle style = MFT_STYLE_PLAIN;
  for (guint i = 0, number = 0; i < kept->len; i++)
    {
      const MftPdfLine *line = kept->pdata[i];
      const MftPdfLine *before = i > 0 ? kept->pdata[i - 1] : NULL;
      g_autofree char *words = mft_text_normalize (line->words);
      g_autoptr (MftText) whole = make_text (line, words);
      g_autoptr (MftText) marked
          = mft_text_slice (whole, (guint) mft_import_bullet_size (words), G_MAXUINT);
      guint gap = is_heading (&found, line, words) ? HEADING_GAP
                  : begins (&found, before, line)  ? 1
                                                   : 0;

      style = gap > 0 ? MFT_STYLE_PLAIN : style;
      g_autoptr (MftText) text = mft_import_unmark (marked, &style);
      while (lines->pdata[number] != line)
        number++;
      MftImportLine *import
          = mft_import_line_new (number + 1, gap, text, mft_import_columns (line->words));
      import->wrapped = is_wrapped (&found, before, line);
      g_ptr_array_add (result, import);
    }
  return result;
}
