/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/timestamp-authority.h"

#include "net/http.h"

#define ANSWER_MOST (1 << 20)

struct MftTimestampAuthority
{
  MftTimestampSource source;
  char *url;
  char *user;          /* NULL: no account */
  MftSecret *password; /* NULL */
};

static GBytes *
ask (gpointer data, GBytes *request, MftJob *job, GError **error)
{
  const MftTimestampAuthority *authority = data;

  return mft_http_exchange (&(MftHttpRequest){ .url = authority->url,
                                               .content_type = "application/timestamp-query",
                                               .body = request,
                                               .user = authority->user,
                                               .password = authority->password },
                            ANSWER_MOST, job, error);
}

MftTimestampAuthority *
mft_timestamp_authority_new (const char *url, MftSecret *account)
{
  MftTimestampAuthority *authority = g_new0 (MftTimestampAuthority, 1);
  const char *words = account != NULL ? mft_secret_peek (account) : NULL;
  const char *colon = words != NULL ? strchr (words, ':') : NULL;

  authority->source = (MftTimestampSource){ ask, authority };
  authority->url = g_strdup (url);
  if (words != NULL)
    {
      gsize length = colon != NULL ? (gsize) (colon - words) : strlen (words);
      const char *password = colon != NULL ? colon + 1 : "";
      authority->user = g_strndup (words, length);
      authority->password = mft_secret_new (password, strlen (password));
    }
  return authority;
}

void
mft_timestamp_authority_free (MftTimestampAuthority *authority)
{
  g_free (authority->url);
  g_free (authority->user);
  g_clear_pointer (&authority->password, mft_secret_unref);
  g_free (authority);
}

const MftTimestampSource *
mft_timestamp_authority_source (const MftTimestampAuthority *authority)
{
  return &authority->source;
}
