/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "review/review.h"

/* What can be read is written canonically: read again, it gives the same bytes. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MftReview) review = mft_review_read (bytes, NULL);

  if (review == NULL)
    return 0;
  mft_review_log_is_intact (review);
  g_autoptr (GBytes) first = mft_review_write (review, MFT_AUDIENCE_SELF);
  g_autoptr (MftReview) again = mft_review_read (first, NULL);
  g_assert_nonnull (again);
  g_autoptr (GBytes) second = mft_review_write (again, MFT_AUDIENCE_SELF);
  g_assert_true (g_bytes_equal (first, second));
  return 0;
}
