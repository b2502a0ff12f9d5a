/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http-server.h"

#include <libsoup/soup.h>

struct MftTestServer
{
  MftTestAnswerFunc answer;
  gpointer data;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  SoupServer *server;
  guint port;
};

static void
answer_cb (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query,
           gpointer data)
{
  MftTestServer *server = data;
  g_autoptr (GBytes) body
      = soup_message_body_flatten (soup_server_message_get_request_body (message));
  guint status = SOUP_STATUS_OK;
  g_autoptr (GBytes) answer = server->answer (path, body, &status, server->data);

  (void) soup;
  (void) query;
  soup_server_message_set_status (message, status, NULL);
  if (answer != NULL)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), answer);
}

static gpointer
run (gpointer data)
{
  MftTestServer *server = data;

  g_main_context_push_thread_default (server->context);
  g_main_loop_run (server->loop);
  g_main_context_pop_thread_default (server->context);
  return NULL;
}

/* In the server's thread: quitting a loop that does not run yet would be lost. */
static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

MftTestServer *
mft_test_server_new (MftTestAnswerFunc answer, gpointer data)
{
  MftTestServer *server = g_new0 (MftTestServer, 1);
  g_autoptr (GError) error = NULL;

  server->answer = answer;
  server->data = data;
  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  g_main_context_push_thread_default (server->context);
  server->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server->server, NULL, answer_cb, server, NULL);
  soup_server_listen_local (server->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  GSList *uris = soup_server_get_uris (server->server);
  server->port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_context_pop_thread_default (server->context);
  server->thread = g_thread_new ("server", run, server);
  return server;
}

void
mft_test_server_free (MftTestServer *server)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit_cb, server->loop, NULL);
  g_source_attach (source, server->context);
  g_thread_join (server->thread);
  g_main_context_push_thread_default (server->context);
  soup_server_disconnect (server->server);
  g_object_unref (server->server);
  g_main_context_pop_thread_default (server->context);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_free (server);
}

char *
mft_test_server_url (MftTestServer *server, const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", server->port, path);
}
