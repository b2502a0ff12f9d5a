/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import-report.h"

#include "bahasa/words.h"

const char *
mft_confidence_name (MftConfidence confidence)
{
  static const char *const names[] = { "low", "medium", "high" };

  return names[confidence];
}

static void
clear_guess (gpointer data)
{
  MftImportGuess *guess = data;

  g_free (guess->text);
  g_free (guess->as);
  g_free (guess->block);
}

static void
clear_dropped (gpointer data)
{
  g_free (((MftImportDropped *) data)->text);
}

static void
clear_comment (gpointer data)
{
  MftImportComment *comment = data;

  g_free (comment->author);
  g_free (comment->text);
  g_free (comment->time);
  g_free (comment->quote);
  g_free (comment->block);
}

MftImportReport *
mft_import_report_new (const char *kind)
{
  MftImportReport *report = g_new0 (MftImportReport, 1);

  report->kind = kind;
  report->guesses = g_array_new (FALSE, FALSE, sizeof (MftImportGuess));
  g_array_set_clear_func (report->guesses, clear_guess);
  report->dropped = g_array_new (FALSE, FALSE, sizeof (MftImportDropped));
  g_array_set_clear_func (report->dropped, clear_dropped);
  report->comments = g_array_new (FALSE, FALSE, sizeof (MftImportComment));
  g_array_set_clear_func (report->comments, clear_comment);
  report->lost = g_new0 (char *, 1);
  return report;
}

void
mft_import_report_free (MftImportReport *report)
{
  g_array_unref (report->guesses);
  g_array_unref (report->dropped);
  g_array_unref (report->comments);
  g_strfreev (report->lost);
  g_free (report);
}

gboolean
mft_import_report_is_own (const MftImportReport *report)
{
  return g_str_equal (report->kind, "pks") || g_str_equal (report->kind, "xml");
}

const char *
mft_origin_name (MftOrigin origin)
{
  static const char *const names[] = { "file", "embedded", "pages", "pages_differing" };

  return names[origin];
}

MftOrigin
mft_import_report_get_origin (const MftImportReport *report)
{
  for (guint i = 0; i < report->guesses->len; i++)
    {
      const char *as = g_array_index (report->guesses, MftImportGuess, i).as;
      if (g_str_equal (as, "source-embedded"))
        return MFT_ORIGIN_EMBEDDED;
      if (g_str_equal (as, "source-differs"))
        return MFT_ORIGIN_PAGES_DIFFERING;
    }
  return g_strcmp0 (report->kind, "pdf") == 0 ? MFT_ORIGIN_PAGES : MFT_ORIGIN_FILE;
}

void
mft_import_report_guess (MftImportReport *report, guint line, const char *text, const char *as,
                         MftConfidence confidence)
{
  MftImportGuess guess = { line, g_strdup (text), g_strdup (as), NULL, confidence };

  g_array_append_val (report->guesses, guess);
}

void
mft_import_report_drop (MftImportReport *report, guint line, const char *text)
{
  MftImportDropped dropped = { line, g_strdup (text) };

  g_array_append_val (report->dropped, dropped);
}

MftImportComment *
mft_import_report_comment (MftImportReport *report, guint line, const char *author,
                           const char *text)
{
  MftImportComment comment = { .line = line, .author = g_strdup (author), .text = g_strdup (text) };

  g_array_append_val (report->comments, comment);
  return &g_array_index (report->comments, MftImportComment, report->comments->len - 1);
}

void
mft_import_report_compare (MftImportReport *report, const char *before, const char *after)
{
  g_autoptr (MftWords) words_before = mft_words_new (before);
  g_autoptr (MftWords) words_after = mft_words_new (after);

  report->words_before = mft_words_count (words_before);
  for (guint i = 0; i < report->dropped->len; i++)
    {
      const char *text = g_array_index (report->dropped, MftImportDropped, i).text;
      g_autoptr (MftWords) dropped = mft_words_new (text);
      report->words_before += mft_words_count (dropped);
    }
  report->words_after = mft_words_count (words_after);
  g_strfreev (report->lost);
  report->lost = mft_words_missing (words_before, words_after);
}

void
mft_import_report_keep (MftImportReport *report, const char *text)
{
  g_autoptr (MftWords) words = mft_words_new (text);

  report->words_before = report->words_after = mft_words_count (words);
  g_strfreev (report->lost);
  report->lost = g_new0 (char *, 1);
}
