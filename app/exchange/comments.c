/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/comments.h"

#include "agreement/shown.h"

/* Within what komentar.xml holds. */
#define COMMENTS_MOST 5000
#define TEXT_MOST 16384

static MftThread *
thread_new (MftAgreement *agreement, const MftImportComment *comment, gboolean outward)
{
  MftBlock *block
      = comment->block != NULL ? mft_agreement_get_block (agreement, comment->block) : NULL;
  g_autofree char *shown = block != NULL ? mft_shown_text (agreement, block) : NULL;
  const char *quote = g_strcmp0 (comment->quote, shown) != 0 ? comment->quote : NULL;
  MftThread *thread;
  guint end;

  if (block == NULL)
    block = mft_agreement_get_root (agreement);
  thread = mft_thread_new (mft_block_get_id (block), quote, comment->at, !outward);
  if (mft_thread_find (thread, agreement, &thread->start, &end) != MFT_ANCHOR_WORDS)
    {
      thread->quote[0] = '\0';
      thread->start = 0;
    }
  return thread;
}

/* As much of it as a comment may be long. Owned by the caller. */
static char *
clip (const char *text)
{
  const char *end = text + MIN (strlen (text), TEXT_MOST);

  while (((guchar) *end & 0xc0) == 0x80)
    end--;
  return g_strndup (text, (gsize) (end - text));
}

void
mft_exchange_take_comments (MftAgreement *agreement, const MftImportReport *report,
                            gboolean outward)
{
  g_autoptr (MftReview) review = mft_review_new ();
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  for (guint i = 0; i < MIN (report->comments->len, COMMENTS_MOST); i++)
    {
      const MftImportComment *comment = &g_array_index (report->comments, MftImportComment, i);
      gboolean answers = comment->answers > 0 && comment->answers <= i;
      MftThread *thread = answers ? threads->pdata[comment->answers - 1]
                                  : thread_new (agreement, comment, outward);

      g_autofree char *author = clip (comment->author);
      g_autofree char *text = clip (comment->text);
      mft_thread_say (thread, author, comment->time, text);
      thread->resolved |= comment->resolved && !answers;
      g_ptr_array_add (threads, thread);
      if (!answers)
        mft_review_add_thread (review, thread);
    }
  if (threads->len > 0)
    mft_review_save (review, agreement);
}

/* The block whose words the comment stands on: what has none shows it on the first that has, and one whose
 * block is gone stands at the beginning. */
static MftBlock *
find_home (const MftThread *thread, MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *block = mft_agreement_get_block (agreement, thread->block);
  MftBlock *top = block != NULL ? block : root;
  MftBlock *at = top;

  while (at != NULL && !mft_block_kind_has_text (mft_block_get_kind (at)))
    at = mft_block_next (at, top);
  return at != NULL ? at : mft_block_get_child (mft_block_get_child (root, 0), 0);
}

/* Whether the paragraph is the one where the comment begins; then `range` says on which words. */
static gboolean
find_range (const MftThread *thread, MftAgreement *agreement, const MftFlowItem *item,
            MftCommentRange *range)
{
  *range = (MftCommentRange){ .thread = thread, .end = G_MAXUINT };
  if (thread->internal || item->source == NULL || find_home (thread, agreement) != item->source)
    return FALSE;
  if (mft_thread_find (thread, agreement, &range->start, &range->end) != MFT_ANCHOR_WORDS)
    return item->from == 0;
  return range->start >= item->from && range->start < item->to;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const MftCommentRange *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->first < second->first ? -1 : 1;
}

static void
list_ranges (GArray *ranges, MftReview *review, MftAgreement *agreement, const MftFlowItem *item,
             guint *remarks)
{
  GPtrArray *threads = mft_review_threads (review);

  for (guint i = 0; i < threads->len; i++)
    {
      MftCommentRange range;
      if (!find_range (threads->pdata[i], agreement, item, &range))
        continue;
      range.first = i;
      g_array_append_val (ranges, range);
    }
  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      MftCommentRange *range = &g_array_index (ranges, MftCommentRange, i);
      range->first = *remarks;
      *remarks += range->thread->remarks->len;
    }
}

static GArray *
cut (const GArray *spans, const GArray *ranges)
{
  g_autofree guint *places = g_new (guint, 2 * ranges->len);

  for (guint i = 0; i < ranges->len; i++)
    {
      places[2 * i] = g_array_index (ranges, MftCommentRange, i).start;
      places[2 * i + 1] = g_array_index (ranges, MftCommentRange, i).end;
    }
  return mft_flow_spans_cut (spans, places, 2 * ranges->len);
}

/* One paragraph that is being written. */
typedef struct
{
  const MftCommentFuncs *funcs;
  gpointer writer;
  GArray *ranges; /* MftCommentRange, in order */
  guint begun;    /* so many of them */
} Paragraph;

/* Begins what begins before the character `end`. */
static void
begin_ranges (Paragraph *self, guint end)
{
  for (; self->begun < self->ranges->len; self->begun++)
    {
      const MftCommentRange *range = &g_array_index (self->ranges, MftCommentRange, self->begun);
      if (range->start >= end)
        return;
      self->funcs->begin (self->writer, range);
    }
}

/* Ends what ends after the character `from` and up to `to`. */
static void
end_ranges (Paragraph *self, guint from, guint to)
{
  for (guint i = 0; i < self->begun; i++)
    {
      const MftCommentRange *range = &g_array_index (self->ranges, MftCommentRange, i);
      if (range->end > from && range->end <= to)
        self->funcs->end (self->writer, range);
    }
}

void
mft_comments_write (const MftCommentFuncs *funcs, gpointer writer, MftReview *review,
                    const MftFlow *flow, const MftFlowItem *item, guint *remarks)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (MftCommentRange));
  Paragraph self = { funcs, writer, ranges, 0 };
  guint at = 0;

  if (review != NULL)
    list_ranges (ranges, review, mft_flow_get_agreement (flow), item, remarks);
  g_autoptr (GArray) pieces = cut (item->spans, ranges);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MftFlowSpan *span = &g_array_index (pieces, MftFlowSpan, i);
      guint end = span->at + (guint) g_utf8_strlen (span->text, -1);
      begin_ranges (&self, end);
      funcs->words (writer, span);
      end_ranges (&self, at, end);
      at = end;
    }
  begin_ranges (&self, G_MAXUINT);
  end_ranges (&self, at, G_MAXUINT);
}
