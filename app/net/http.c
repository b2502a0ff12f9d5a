/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/http.h"

#include "base/buffer.h"
#include "net/error.h"
#include "net/soup.h"

#define TIMEOUT 30 /* seconds */
#define PIECE (64 * 1024)

G_DEFINE_QUARK (mft - net - error, mft_net_error)

static gint allowed;

void
mft_net_allow (gboolean is_allowed)
{
  g_atomic_int_set (&allowed, is_allowed);
}

static void
fail (GError **error, MftNetError code, const char *url, const char *why)
{
  g_set_error (error, MFT_NET_ERROR, (gint) code, "'%s': %s", url, why);
}

/* What libsoup and GIO say, in our words; a stop stays a stop. */
static void
translate (GError **error, const char *url, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, cause);
  else
    {
      fail (error,
            cause->domain == G_TLS_ERROR ? MFT_NET_ERROR_UNTRUSTED : MFT_NET_ERROR_UNREACHABLE, url,
            cause->message);
      g_error_free (cause);
    }
}

static gboolean
stays_here (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  return g_strcmp0 (host, "127.0.0.1") == 0 || g_strcmp0 (host, "::1") == 0
         || g_strcmp0 (host, "localhost") == 0;
}

/* A password never goes where others can read it. */
static SoupMessage *
new_message (const MftHttpRequest *request, GError **error)
{
  g_autoptr (GUri) uri
      = g_uri_parse (request->url, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  gboolean is_web = g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
  gboolean is_private = g_strcmp0 (scheme, "https") == 0 || (is_web && stays_here (uri));
  gboolean needs_privacy = request->user != NULL || request->is_confidential;

  if (!is_web || (needs_privacy && !is_private))
    {
      fail (error, MFT_NET_ERROR_ADDRESS, request->url,
            is_web ? "passwords need https" : "not an http address");
      return NULL;
    }
  SoupMessage *message = soup_message_new_from_uri (request->body != NULL ? "POST" : "GET", uri);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);
  return message;
}

static gboolean
authenticate_cb (SoupMessage *message, SoupAuth *auth, gboolean retrying,
                 const MftHttpRequest *request)
{
  (void) message;
  if (!retrying && request->user != NULL)
    soup_auth_authenticate (auth, request->user, mft_secret_peek (request->password));
  return FALSE;
}

static GBytes *
read_answer (GInputStream *stream, const char *url, gsize limit, GCancellable *cancellable,
             GError **error)
{
  g_auto (MftBuffer) buffer = { 0 };
  g_autofree guint8 *piece = g_malloc (PIECE);
  GError *cause = NULL;
  gssize size;

  mft_buffer_init (&buffer, limit);
  while ((size = g_input_stream_read (stream, piece, PIECE, cancellable, &cause)) > 0)
    if (!mft_buffer_append (&buffer, piece, (gsize) size))
      {
        fail (error, MFT_NET_ERROR_LIMIT, url, "the answer is too large");
        return NULL;
      }
  if (size < 0)
    {
      translate (error, url, cause);
      return NULL;
    }
  return mft_buffer_steal (&buffer);
}

GBytes *
mft_http_exchange (const MftHttpRequest *request, gsize limit, MftJob *job, GError **error)
{
  GError *cause = NULL;

  if (!g_atomic_int_get (&allowed))
    {
      fail (error, MFT_NET_ERROR_OFF, request->url, "the network is switched off");
      return NULL;
    }
  g_autoptr (SoupMessage) message = new_message (request, error);
  if (message == NULL)
    return NULL;
  g_autoptr (SoupSession) session = soup_session_new_with_options (
      "timeout", request->timeout != 0 ? request->timeout : TIMEOUT, "max-conns", 1, "user-agent",
      "Mufakat", NULL);
  GCancellable *cancellable = job != NULL ? mft_job_get_cancellable (job) : NULL;
  g_signal_connect (message, "authenticate", G_CALLBACK (authenticate_cb), (gpointer) request);
  g_autoptr (GInputStream) stream = soup_session_send (session, message, cancellable, &cause);
  if (stream == NULL)
    {
      translate (error, request->url, cause);
      return NULL;
    }
  if (request->status != NULL)
    *request->status = (guint) soup_message_get_status (message);
  else if (soup_message_get_status (message) != SOUP_STATUS_OK)
    {
      g_autofree char *status
          = g_strdup_printf ("status %u", (guint) soup_message_get_status (message));
      fail (error, MFT_NET_ERROR_REFUSED, request->url, status);
      return NULL;
    }
  return read_answer (stream, request->url, limit, cancellable, error);
}
