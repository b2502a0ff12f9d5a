/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/online-source.h"

#include "net/http.h"

#define ANSWER_MOST (32u << 20) /* a national list of revoked certificates has some MiB */

static GBytes *
fetch (gpointer data, const char *url, GBytes *request, MftJob *job, GError **error)
{
  (void) data;
  return mft_http_exchange (
      &(MftHttpRequest){ .url = url, .content_type = "application/ocsp-request", .body = request },
      ANSWER_MOST, job, error);
}

const MftEvidenceSource *
mft_online_source (void)
{
  static const MftEvidenceSource source = { fetch, NULL };

  return &source;
}
