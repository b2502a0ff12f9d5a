/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow-private.h"

#include "agreement/shown.h"

static void
span_clear (gpointer data)
{
  g_free (((MftFlowSpan *) data)->text);
}

GArray *
mft_flow_spans_new (void)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (MftFlowSpan));

  g_array_set_clear_func (spans, span_clear);
  return spans;
}

/* Takes `text` over. */
static void
add_span (GArray *spans, char *text, const MftFlowSpan *like)
{
  MftFlowSpan span = *like;

  if (*text == '\0')
    {
      g_free (text);
      return;
    }
  span.text = text;
  g_array_append_val (spans, span);
}

void
mft_flow_spans_add (GArray *spans, const char *text, MftStyle style)
{
  add_span (spans, g_strdup (text), &(MftFlowSpan){ .style = style });
}

/* The part of a reference's words that names `block`, from `at` on: "Pasal 7", "ayat (2)". */
static const char *
find_level (MftBlock *block, const char *at, gsize *prefix, gsize *size)
{
  MftLabel label;
  const char *found;

  if (mft_label_scan (mft_block_get_label (block), &label) == 0)
    return NULL;
  g_autofree char *name = mft_label_reference (label);
  found = strstr (at, name);
  *size = strlen (name);
  *prefix = 0;
  if (label.kind != MFT_LABEL_PASAL && label.kind != MFT_LABEL_LAMPIRAN)
    *prefix = strcspn (name, " ") + 1;
  return found;
}

static gboolean
is_computed (MftBlock *block)
{
  return mft_block_get_locked_label (block) == NULL
         && mft_block_get_kind (block) != MFT_BLOCK_ATTACHMENT;
}

/* "Pasal 4 ayat (1) huruf b" leads to three numbers, from the top. Returns what is left of `at`. */
static const char *
add_levels (GArray *spans, MftBlock *target, const char *at, MftStyle style)
{
  gsize prefix, size;
  const char *found;

  if (mft_block_get_parent (target) == NULL)
    return at;
  at = add_levels (spans, mft_block_get_parent (target), at, style);
  found = find_level (target, at, &prefix, &size);
  if (found == NULL)
    return at;
  MftFlowSpan link
      = { .style = style, .target = mft_block_get_id (target), .number = is_computed (target) };
  add_span (spans, g_strndup (at, (gsize) (found - at) + prefix), &(MftFlowSpan){ .style = style });
  add_span (spans, g_strndup (found + prefix, size - prefix), &link);
  return found + size;
}

static void
add_reference (GArray *spans, MftBlock *target, const char *text, MftStyle style)
{
  const char *rest = add_levels (spans, target, text, style);
  MftFlowSpan plain = { .style = style };

  if (rest == text && mft_block_kind_has_text (mft_block_get_kind (target)))
    plain.target = mft_block_get_id (target);
  add_span (spans, g_strdup (rest), &plain);
}

/* Where each stands. */
static void
count (GArray *spans)
{
  guint at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      MftFlowSpan *span = &g_array_index (spans, MftFlowSpan, i);
      span->at = at;
      at += (guint) g_utf8_strlen (span->text, -1);
    }
}

GArray *
mft_flow_spans (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GArray) shown = mft_shown_spans (agreement, block);
  GArray *spans = mft_flow_spans_new ();

  for (guint i = 0; i < shown->len; i++)
    {
      const MftShownSpan *span = &g_array_index (shown, MftShownSpan, i);
      const MftRun *run = span->run;
      MftBlock *target = run->kind == MFT_RUN_REFERENCE && span->state == MFT_SHOWN_PLAIN
                             ? mft_agreement_get_block (agreement, run->value)
                             : NULL;
      MftFlowSpan plain = { .style = run->style };
      if (run->kind == MFT_RUN_FIELD && span->state == MFT_SHOWN_MISSING)
        plain.field = run->value;
      if (target != NULL)
        add_reference (spans, target, span->text, run->style);
      else
        add_span (spans, g_strdup (span->text), &plain);
    }
  count (spans);
  return spans;
}

char *
mft_flow_spans_words (GArray *spans)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (words, g_array_index (spans, MftFlowSpan, i).text);
  return g_string_free (words, FALSE);
}

static gboolean
is_blank (GArray *spans, guint index)
{
  const char *text = g_array_index (spans, MftFlowSpan, index).text;

  return text[strspn (text, " ")] == '\0';
}

/* Without spaces at both ends, and without what was nothing else. */
static void
trim (GArray *spans)
{
  while (spans->len > 0 && is_blank (spans, 0))
    g_array_remove_index (spans, 0);
  while (spans->len > 0 && is_blank (spans, spans->len - 1))
    g_array_set_size (spans, spans->len - 1);
  if (spans->len == 0)
    return;
  MftFlowSpan *first = &g_array_index (spans, MftFlowSpan, 0);
  first->at += (guint) strspn (first->text, " ");
  g_strchug (first->text);
  g_strchomp (g_array_index (spans, MftFlowSpan, spans->len - 1).text);
}

/* The characters from `from` to before `to` of a span. */
static void
add_part (GArray *spans, const MftFlowSpan *span, glong from, glong to)
{
  MftFlowSpan part = *span;

  part.at += (guint) from;
  part.tab = span->tab && from == 0;
  add_span (spans, g_utf8_substring (span->text, from, to), &part);
}

GArray *
mft_flow_spans_slice (GArray *spans, glong start, glong end)
{
  GArray *slice = mft_flow_spans_new ();
  glong at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MftFlowSpan *span = &g_array_index (spans, MftFlowSpan, i);
      glong length = g_utf8_strlen (span->text, -1);
      glong from = CLAMP (start - at, 0, length);
      glong to = CLAMP (end - at, 0, length);
      if (from < to)
        add_part (slice, span, from, to);
      at += length;
    }
  trim (slice);
  return slice;
}

GArray *
mft_flow_spans_cut (const GArray *spans, const guint *places, guint n_places)
{
  GArray *pieces = mft_flow_spans_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const MftFlowSpan *span = &g_array_index (spans, MftFlowSpan, i);
      guint end = span->at + (guint) g_utf8_strlen (span->text, -1);
      guint from = span->at;
      while (from < end)
        {
          guint to = end;
          for (guint k = 0; span->target == NULL && span->field == NULL && k < n_places; k++)
            to = places[k] > from ? MIN (to, places[k]) : to;
          add_part (pieces, span, from - span->at, to - span->at);
          from = to;
        }
    }
  return pieces;
}
