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
  const char *quote = comment->quote != NULL ? comment->quote : "";
  const char *at = shown != NULL && *quote != '\0' ? strstr (shown, quote) : NULL;
  gboolean some = at != NULL && !g_str_equal (shown, quote);

  if (block == NULL)
    block = mft_agreement_get_root (agreement);
  return mft_thread_new (mft_block_get_id (block), some ? quote : "",
                         some ? (guint) g_utf8_pointer_to_offset (shown, at) : 0, !outward);
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

GPtrArray *
mft_exchange_list_comments (MftReview *review, MftBlock *block)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; block != NULL && i < mft_review_threads (review)->len; i++)
    {
      MftThread *thread = mft_review_threads (review)->pdata[i];
      if (!thread->internal && g_str_equal (thread->block, mft_block_get_id (block)))
        g_ptr_array_add (found, thread);
    }
  return found;
}
