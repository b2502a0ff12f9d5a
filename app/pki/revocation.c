/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/revocation.h"

#define CLOCK_SKEW (5 * 60 * (gint64) G_USEC_PER_SEC)
#define UNLIMITED                                                                                  \
  (24 * 60 * 60 * (gint64) G_USEC_PER_SEC) /* how long one counts that says no end */

gboolean
mft_revocation_vouches (const MftRevocationQuestion *question, gint64 from, gint64 until)
{
  if (from == G_MININT64 || from > question->known_at + CLOCK_SKEW)
    return FALSE;
  if (until == G_MININT64)
    until = from + UNLIMITED;
  return (from <= question->at + CLOCK_SKEW && question->at <= until)
         || (from >= question->at && from <= mft_certificate_not_after (question->certificate));
}
