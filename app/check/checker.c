/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/checker-private.h"

#include "check/terms-private.h"

static void
reading_free (gpointer data)
{
  MftReading *reading = data;

  g_free (reading->text);
  g_array_unref (reading->spans);
  g_clear_pointer (&reading->findings, g_ptr_array_unref);
  g_free (reading);
}

void
_mft_checker_init (MftChecker *checker, MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  *checker = (MftChecker){ .agreement = agreement };
  checker->readings = g_ptr_array_new_with_free_func (reading_free);
  checker->places = g_hash_table_new (NULL, NULL);
  checker->elsewhere = g_ptr_array_new ();
  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    {
      MftReading *reading = g_new0 (MftReading, 1);
      reading->block = block;
      reading->spans = mft_shown_spans (agreement, block);
      reading->text = mft_shown_join (reading->spans);
      g_ptr_array_add (checker->readings, reading);
      g_hash_table_insert (checker->places, block, reading);
    }
  checker->terms = _mft_terms_new (checker);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MftFinding *first = *(const MftFinding *const *) a;
  const MftFinding *second = *(const MftFinding *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

GPtrArray *
_mft_checker_finish (MftChecker *checker)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_finding_free);

  for (guint i = 0; i < checker->readings->len; i++)
    {
      MftReading *reading = checker->readings->pdata[i];
      if (reading->findings == NULL)
        continue;
      g_ptr_array_sort (reading->findings, compare_places);
      g_ptr_array_extend_and_steal (findings, g_steal_pointer (&reading->findings));
    }
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&checker->elsewhere));
  _mft_terms_free (checker->terms);
  g_hash_table_unref (checker->places);
  g_ptr_array_unref (checker->readings);
  return findings;
}

void
_mft_checker_go (MftChecker *checker, MftReading *reading)
{
  checker->reading = reading;
  checker->block = reading != NULL ? reading->block : NULL;
  checker->text = reading != NULL ? reading->text : NULL;
  checker->spans = reading != NULL ? reading->spans : NULL;
}

MftReading *
_mft_checker_find (MftChecker *checker, MftBlock *block)
{
  return g_hash_table_lookup (checker->places, block);
}

gboolean
_mft_checker_is_in (MftChecker *checker, MftBlockKind part)
{
  return mft_block_get_ancestor (checker->block, part) != NULL;
}

MftStyle
_mft_checker_style (MftChecker *checker, gsize byte)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      at += strlen (span->text);
      if (byte < at)
        return span->run->style;
    }
  return MFT_STYLE_PLAIN;
}

/* Whether every run in these bytes is of the kinds wanted. */
static gboolean
consists_of (MftChecker *checker, gsize start, gsize end, gboolean external)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len && at < end; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (next > start && span->run->kind != MFT_RUN_TEXT
          && !(external && span->state == MFT_SHOWN_EXTERNAL))
        return FALSE;
      at = next;
    }
  return TRUE;
}

gboolean
_mft_checker_is_typed (MftChecker *checker, gsize start, gsize end)
{
  return consists_of (checker, start, end, FALSE);
}

gboolean
_mft_checker_is_written (MftChecker *checker, gsize start, gsize end)
{
  return consists_of (checker, start, end, TRUE);
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
  if (checker->reading != NULL && checker->reading->findings == NULL)
    checker->reading->findings = g_ptr_array_new ();
  g_ptr_array_add (checker->reading != NULL ? checker->reading->findings : checker->elsewhere,
                   finding);
  return finding;
}

void
_mft_checker_propose (MftChecker *checker, MftFinding *finding, gsize start, gsize end,
                      const char *words)
{
  if (!_mft_checker_is_typed (checker, start, end))
    return;
  finding->fix = g_new0 (MftFix, 1);
  finding->fix->kind = MFT_FIX_TEXT;
  finding->fix->start = text_offset (checker, start);
  finding->fix->end = text_offset (checker, end);
  finding->fix->before = g_strndup (checker->text + start, end - start);
  finding->fix->words = g_strdup (words);
}

void
_mft_checker_propose_italic (MftChecker *checker, MftFinding *finding, gsize start, gsize end)
{
  g_autofree char *words = g_strndup (checker->text + start, end - start);

  _mft_checker_propose (checker, finding, start, end, words);
  if (finding->fix != NULL)
    finding->fix->kind = MFT_FIX_ITALIC;
}

void
_mft_checker_propose_label (MftChecker *checker, MftFinding *finding)
{
  finding->fix = g_new0 (MftFix, 1);
  finding->fix->kind = MFT_FIX_LABEL;
  finding->fix->before = g_strdup (mft_block_get_locked_label (checker->block));
  finding->fix->words = g_strdup ("");
}

void
_mft_checker_propose_field (MftChecker *checker, MftFinding *finding, const char *field,
                            const char *value)
{
  finding->fix = g_new0 (MftFix, 1);
  finding->fix->kind = MFT_FIX_FIELD;
  finding->fix->field = g_strdup (field);
  finding->fix->before = g_strdup (mft_agreement_get_value (checker->agreement, field));
  finding->fix->words = g_strdup (value);
}
