/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/review-private.h"

#include "bahasa/text.h"

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MftReview, mft_review, G_TYPE_OBJECT)

static void
mft_review_finalize (GObject *object)
{
  MftReview *self = MFT_REVIEW (object);

  g_ptr_array_unref (self->threads);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->reviewers);
  g_ptr_array_unref (self->parafs);
  G_OBJECT_CLASS (mft_review_parent_class)->finalize (object);
}

static void
mft_review_class_init (MftReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_review_finalize;
  changed_signal = g_signal_new ("changed", MFT_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
mft_review_init (MftReview *self)
{
  self->threads = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_thread_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_decision_free);
  self->reviewers = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_reviewer_free);
  self->parafs = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_paraf_free);
}

MftReview *
mft_review_new (void)
{
  return g_object_new (MFT_TYPE_REVIEW, NULL);
}

static void
tell (MftReview *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* --- beside the agreement --------------------------------------------------------------------------- */

MftReview *
mft_review_load (MftAgreement *agreement, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (mft_agreement_get_entries (agreement), MFT_REVIEW_ENTRY);

  return bytes != NULL ? mft_review_read (bytes, error) : mft_review_new ();
}

gboolean
mft_review_has_house_part (MftReview *self)
{
  return self->decisions->len > 0 || self->reviewers->len > 0 || self->parafs->len > 0;
}

static gboolean
is_empty (MftReview *self)
{
  return self->threads->len == 0 && !mft_review_has_house_part (self);
}

static void
leave (MftReview *self, MftAgreement *agreement, MftAudience audience)
{
  GHashTable *entries = mft_agreement_get_entries (agreement);

  if (is_empty (self))
    g_hash_table_remove (entries, MFT_REVIEW_ENTRY);
  else
    g_hash_table_replace (entries, g_strdup (MFT_REVIEW_ENTRY), mft_review_write (self, audience));
}

void
mft_review_save (MftReview *self, MftAgreement *agreement)
{
  leave (self, agreement, MFT_AUDIENCE_SELF);
}

void
mft_review_strip (MftAgreement *agreement, MftAudience audience)
{
  g_autoptr (MftReview) review = mft_review_load (agreement, NULL);

  if (review != NULL)
    leave (review, agreement, audience);
  else
    g_hash_table_remove (mft_agreement_get_entries (agreement), MFT_REVIEW_ENTRY);
}

/* --- comments --------------------------------------------------------------------------------------- */

GPtrArray *
mft_review_threads (MftReview *self)
{
  return self->threads;
}

MftThread *
mft_review_find_thread (MftReview *self, const char *id)
{
  for (guint i = 0; i < self->threads->len; i++)
    if (g_str_equal (((MftThread *) g_ptr_array_index (self->threads, i))->id, id))
      return g_ptr_array_index (self->threads, i);
  return NULL;
}

void
mft_review_add_thread (MftReview *self, MftThread *thread)
{
  g_ptr_array_add (self->threads, thread);
  tell (self);
}

void
mft_review_answer (MftReview *self, MftThread *thread, const char *author, const char *text)
{
  mft_thread_say (thread, author, NULL, text);
  tell (self);
}

void
mft_review_set_resolved (MftReview *self, MftThread *thread, gboolean resolved)
{
  if (thread->resolved == resolved)
    return;
  thread->resolved = resolved;
  tell (self);
}

void
mft_review_remove_thread (MftReview *self, MftThread *thread)
{
  g_ptr_array_remove (self->threads, thread);
  tell (self);
}

/* --- decisions -------------------------------------------------------------------------------------- */

/* Where a decision on this change is, or would be. */
static guint
find_decision (MftReview *self, const char *change, gboolean *found)
{
  guint low = 0;
  guint high = self->decisions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const MftDecision *decision = g_ptr_array_index (self->decisions, middle);
      if (strcmp (decision->change, change) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *found
      = low < self->decisions->len
        && g_str_equal (((MftDecision *) g_ptr_array_index (self->decisions, low))->change, change);
  return low;
}

const MftDecision *
mft_review_get_decision (MftReview *self, const char *change)
{
  gboolean found;
  guint index = find_decision (self, change, &found);

  return found ? g_ptr_array_index (self->decisions, index) : NULL;
}

void
_mft_review_put_decision (MftReview *self, MftDecision *decision)
{
  gboolean found;
  guint index = find_decision (self, decision->change, &found);

  if (found)
    g_ptr_array_remove_index (self->decisions, index);
  g_ptr_array_insert (self->decisions, (int) index, decision);
}

void
mft_review_decide (MftReview *self, const char *change, MftStance stance, const char *note,
                   const char *author)
{
  gboolean found;
  guint index = find_decision (self, change, &found);
  MftDecision *decision;

  if (stance == MFT_STANCE_NONE && (note == NULL || note[0] == '\0'))
    {
      if (found)
        g_ptr_array_remove_index (self->decisions, index);
    }
  else
    {
      decision = g_new0 (MftDecision, 1);
      decision->change = g_strdup (change);
      decision->stance = stance;
      decision->note = g_strdup (note != NULL ? note : "");
      decision->author = g_strdup (author);
      decision->time = mft_review_dup_now ();
      _mft_review_put_decision (self, decision);
    }
  tell (self);
}

void
mft_review_record (MftReview *self, const char *change, const char *place, const char *before,
                   const char *after)
{
  gboolean found;
  guint index = find_decision (self, change, &found);
  MftDecision *decision = found ? g_ptr_array_index (self->decisions, index) : NULL;

  if (decision == NULL)
    return;
  g_free (decision->place);
  g_free (decision->before);
  g_free (decision->after);
  decision->place = g_strdup (place);
  decision->before = g_strdup (before);
  decision->after = g_strdup (after);
  tell (self);
}

GPtrArray *
mft_review_decisions (MftReview *self)
{
  return self->decisions;
}

/* --- paraf ------------------------------------------------------------------------------------------ */

GPtrArray *
mft_review_reviewers (MftReview *self)
{
  return self->reviewers;
}

void
mft_review_add_reviewer (MftReview *self, MftReviewer *reviewer)
{
  g_ptr_array_add (self->reviewers, reviewer);
  tell (self);
}

void
mft_review_move_reviewer (MftReview *self, guint from, guint to)
{
  if (from >= self->reviewers->len || to >= self->reviewers->len)
    return;
  g_ptr_array_insert (self->reviewers, (int) to, g_ptr_array_steal_index (self->reviewers, from));
  tell (self);
}

void
mft_review_remove_reviewer (MftReview *self, guint index)
{
  g_return_if_fail (index < self->reviewers->len);
  g_ptr_array_remove_index (self->reviewers, index);
  tell (self);
}

GPtrArray *
mft_review_parafs (MftReview *self)
{
  return self->parafs;
}

MftParafState
mft_review_get_state (MftReview *self, guint index, const char *text, const MftParaf **paraf)
{
  const MftReviewer *reviewer = g_ptr_array_index (self->reviewers, index);
  const MftParaf *last = NULL;

  for (guint i = 0; i < self->parafs->len; i++)
    {
      const MftParaf *at = g_ptr_array_index (self->parafs, i);
      if (g_str_equal (at->reviewer, reviewer->id))
        last = at;
    }
  if (paraf != NULL)
    *paraf = last;
  if (last == NULL)
    return MFT_PARAF_NONE;
  return g_str_equal (last->text, text) ? MFT_PARAF_GIVEN : MFT_PARAF_OLD;
}

static gboolean
check_turn (MftReview *self, guint index, const char *text, GError **error)
{
  for (guint i = 0; i < index; i++)
    if (mft_review_get_state (self, i, text, NULL) != MFT_PARAF_GIVEN)
      {
        const MftReviewer *before = g_ptr_array_index (self->reviewers, i);
        g_set_error (error, MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_ORDER,
                     "\"%s\" comes before and has not initialled this text", before->name);
        return FALSE;
      }
  return TRUE;
}

gboolean
mft_review_give_paraf (MftReview *self, guint index, MftAgreement *agreement, const char *note,
                       GError **error)
{
  g_autofree char *text = mft_paraf_dup_text (agreement);
  const MftReviewer *reviewer = g_ptr_array_index (self->reviewers, index);
  guint n = self->parafs->len;

  if (!check_turn (self, index, text, error))
    return FALSE;

  MftParaf *paraf = g_new0 (MftParaf, 1);
  paraf->reviewer = g_strdup (reviewer->id);
  /* In the one form that a file gives back: the hash is of this. */
  paraf->name = mft_text_normalize (reviewer->name);
  paraf->time = mft_review_dup_now ();
  paraf->text = g_steal_pointer (&text);
  paraf->note = mft_text_normalize (note != NULL ? note : "");
  paraf->before
      = g_strdup (n > 0 ? ((const MftParaf *) g_ptr_array_index (self->parafs, n - 1))->hash : "");
  paraf->hash = mft_paraf_dup_hash (paraf);
  g_ptr_array_add (self->parafs, paraf);
  tell (self);
  return TRUE;
}

gboolean
mft_review_log_is_intact (MftReview *self)
{
  const char *before = "";

  for (guint i = 0; i < self->parafs->len; i++)
    {
      const MftParaf *paraf = g_ptr_array_index (self->parafs, i);
      g_autofree char *hash = mft_paraf_dup_hash (paraf);
      if (!g_str_equal (paraf->before, before) || !g_str_equal (paraf->hash, hash))
        return FALSE;
      before = paraf->hash;
    }
  return TRUE;
}
