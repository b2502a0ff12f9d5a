/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/online-source.h"

#include "net/http.h"
#include "store/evidence-cache.h"

#define ANSWER_MOST (32u << 20) /* a national list of revoked certificates has some MiB */

static GBytes *
fetch (gpointer data, const char *url, GBytes *request, MftJob *job, GError **error)
{
  GBytes *answer = mft_http_exchange (
      &(MftHttpRequest){ .url = url, .content_type = "application/ocsp-request", .body = request },
      ANSWER_MOST, job, error);

  (void) data;
  if (answer != NULL)
    mft_evidence_cache_keep (url, request, answer);
  return answer;
}

const MftEvidenceSource *
mft_online_source (void)
{
  static const MftEvidenceSource source = { fetch, NULL };

  return &source;
}
