/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/checker-private.h"

gboolean
_mft_checker_is_typed (MftChecker *checker, gsize start, gsize end)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len && at < end; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (next > start && span->run->kind != MFT_RUN_TEXT)
        return FALSE;
      at = next;
    }
  return TRUE;
}

static guint
text_offset (MftChecker *checker, gsize byte)
{
  glong shown = g_utf8_pointer_to_offset (checker->text, checker->text + byte);

  return mft_shown_offset_to_text (checker->spans, (guint) shown);
}

/* An atom's end is behind it, not where it starts. */
static guint
text_end (MftChecker *checker, gsize byte)
{
  guint offset = text_offset (checker, byte);
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len && at < byte; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (byte > at && byte < next && span->run->kind != MFT_RUN_TEXT)
        return offset + 1;
      at = next;
    }
  return offset;
}

MftFinding *
_mft_checker_report (MftChecker *checker, const MftRule *rule, MftSeverity severity, gsize start,
                     gsize end, const char *message, ...)
{
  MftFinding *finding = g_new0 (MftFinding, 1);
  GPtrArray *arguments = g_ptr_array_new ();
  va_list list;

  va_start (list, message);
  for (const char *argument; (argument = va_arg (list, const char *)) != NULL;)
    g_ptr_array_add (arguments, g_strdup (argument));
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  finding->arguments = (char **) g_ptr_array_free (arguments, FALSE);
  finding->rule = rule->id;
  finding->source = rule->source;
  finding->severity = severity;
  finding->message = message;
  if (checker->block != NULL)
    {
      finding->block_id = g_strdup (mft_block_get_id (checker->block));
      finding->path = mft_block_dup_path (checker->block);
      finding->start = text_offset (checker, start);
      finding->end = text_end (checker, end);
      finding->text = g_strndup (checker->text + start, end - start);
    }
  else
    {
      finding->path = g_strdup ("");
      finding->text = g_strdup ("");
    }
  g_ptr_array_add (checker->findings, finding);
  return finding;
}

void
_mft_checker_propose (MftChecker *checker, MftFinding *finding, gsize start, gsize end,
                      const char *words)
{
  if (!_mft_checker_is_typed (checker, start, end))
    return;
  finding->fix = g_new0 (MftFix, 1);
  finding->fix->start = text_offset (checker, start);
  finding->fix->end = text_offset (checker, end);
  finding->fix->before = g_strndup (checker->text + start, end - start);
  finding->fix->words = g_strdup (words);
}
