/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/secret.h"

G_BEGIN_DECLS

/* The only way out of the machine. It is shut until the person switches a feature on that needs it;
 * then for the whole process. */
void mft_net_allow (gboolean allowed);

/* One request and its answer. Everything is borrowed. */
typedef struct
{
  const char *url;          /* http or https */
  const char *content_type; /* of `body` */
  GBytes *body;             /* NULL: GET, else POST */
  const char *user;         /* NULL: no authentication; else Basic */
  MftSecret *password;
  gboolean is_confidential; /* the body is; so is everything with a `user` */
  guint timeout;            /* in seconds, for a word of the server; 0: 30 */
  guint *status;            /* NULL: only 200 is an answer; else told, and all are answers */
} MftHttpRequest;

/* Sends it and brings back the body of an answer with status 200, of at most `limit` bytes. TLS is
 * verified; redirections are not followed; what is confidential goes over https only, or stays on this
 * machine (127.0.0.1). Blocks;
 * run it in a job, which can stop it. Owned by the caller. Errors: MFT_NET_ERROR,
 * G_IO_ERROR_CANCELLED. */
GBytes *mft_http_exchange (const MftHttpRequest *request, gsize limit, MftJob *job, GError **error);

G_END_DECLS
