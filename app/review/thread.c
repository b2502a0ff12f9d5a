/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/thread.h"

#include <string.h>

#include "agreement/shown.h"
#include "base/clock.h"
#include "base/random.h"

char *
mft_review_dup_now (void)
{
  g_autoptr (GDateTime) now = mft_clock_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static void
remark_free (gpointer data)
{
  MftRemark *remark = data;

  g_free (remark->author);
  g_free (remark->time);
  g_free (remark->text);
  g_free (remark);
}

MftThread *
mft_thread_new (const char *block, const char *quote, guint start, gboolean internal)
{
  MftThread *thread = g_new0 (MftThread, 1);

  thread->id = mft_random_id ();
  thread->block = g_strdup (block);
  thread->quote = g_strdup (quote != NULL ? quote : "");
  thread->start = start;
  thread->internal = internal;
  thread->remarks = g_ptr_array_new_with_free_func (remark_free);
  return thread;
}

void
mft_thread_free (MftThread *thread)
{
  g_ptr_array_unref (thread->remarks);
  g_free (thread->id);
  g_free (thread->block);
  g_free (thread->quote);
  g_free (thread);
}

void
mft_thread_say (MftThread *thread, const char *author, const char *time, const char *text)
{
  MftRemark *remark = g_new0 (MftRemark, 1);

  remark->author = g_strdup (author);
  remark->time = time != NULL ? g_strdup (time) : mft_review_dup_now ();
  remark->text = g_strdup (text);
  g_ptr_array_add (thread->remarks, remark);
}

/* Where the quote stands nearest to where it stood; NULL if it is gone. Bounded by the text's length. */
static const char *
find_nearest (const char *text, const char *quote, guint start)
{
  const char *best = NULL;
  glong best_distance = G_MAXLONG;

  for (const char *at = strstr (text, quote); at != NULL; at = strstr (at + 1, quote))
    {
      glong distance = ABS (g_utf8_pointer_to_offset (text, at) - (glong) start);
      if (distance >= best_distance)
        break;
      best = at;
      best_distance = distance;
    }
  return best;
}

MftAnchor
mft_thread_find (const MftThread *thread, MftAgreement *agreement, guint *start, guint *end)
{
  MftBlock *block = mft_agreement_get_block (agreement, thread->block);

  if (block == NULL)
    return MFT_ANCHOR_ORPHAN;
  if (thread->quote[0] == '\0' || !mft_block_kind_has_text (mft_block_get_kind (block)))
    return MFT_ANCHOR_BLOCK;
  g_autofree char *text = mft_shown_text (agreement, block);
  const char *found = find_nearest (text, thread->quote, thread->start);
  if (found == NULL)
    return MFT_ANCHOR_BLOCK;
  *start = (guint) g_utf8_pointer_to_offset (text, found);
  *end = *start + (guint) g_utf8_strlen (thread->quote, -1);
  return MFT_ANCHOR_WORDS;
}
