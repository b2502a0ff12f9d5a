/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "http-server.h"
#include "net/error.h"
#include "net/http.h"

static GBytes *
answer (const char *path, GBytes *body, guint *status, gpointer data)
{
  gint *asked = data;

  g_atomic_int_inc (asked);
  if (g_str_equal (path, "/gema"))
    return g_bytes_ref (body);
  if (g_str_equal (path, "/lama"))
    g_usleep (300 * 1000);
  if (g_str_equal (path, "/pindah"))
    *status = 302;
  if (g_str_equal (path, "/rusak"))
    *status = 500;
  return g_bytes_new_static ("jawaban", 7);
}

typedef struct
{
  MftTestServer *server;
  gint asked;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->server = mft_test_server_new (answer, &fixture->asked);
  mft_net_allow (TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_net_allow (FALSE);
  mft_test_server_free (fixture->server);
}

static GBytes *
get (Fixture *fixture, const char *path, gsize limit, MftJob *job, GError **error)
{
  g_autofree char *url = mft_test_server_url (fixture->server, path);

  return mft_http_exchange (&(MftHttpRequest){ .url = url }, limit, job, error);
}

static void
assert_fails (Fixture *fixture, const char *path, gsize limit, MftNetError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (get (fixture, path, limit, NULL, &error));
  g_assert_error (error, MFT_NET_ERROR, (gint) code);
}

static void
test_exchange (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = mft_test_server_url (fixture->server, "/gema");
  g_autoptr (GBytes) body = g_bytes_new_static ("tanya\0nya", 9);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) echo = mft_http_exchange (
      &(MftHttpRequest){ .url = url, .body = body, .content_type = "application/octet-stream" }, 9,
      NULL, &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (echo, body));
  g_autoptr (GBytes) got = get (fixture, "/", 7, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (got), ==, 7);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  (void) data;
  assert_fails (fixture, "/", 6, MFT_NET_ERROR_LIMIT);
  assert_fails (fixture, "/rusak", 100, MFT_NET_ERROR_REFUSED);
  assert_fails (fixture, "/pindah", 100, MFT_NET_ERROR_REFUSED);
  g_autoptr (GError) error = NULL;
  g_assert_null (
      mft_http_exchange (&(MftHttpRequest){ .url = "file:///etc/passwd" }, 100, NULL, &error));
  g_assert_error (error, MFT_NET_ERROR, MFT_NET_ERROR_ADDRESS);
}

/* Shut: not even a connection. */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_net_allow (FALSE);
  assert_fails (fixture, "/", 100, MFT_NET_ERROR_OFF);
  g_assert_cmpint (g_atomic_int_get (&fixture->asked), ==, 0);
}

/* A password goes over TLS, stays on this machine, or does not go at all. */
static void
test_password (Fixture *fixture, gconstpointer data)
{
  g_autofree char *here = mft_test_server_url (fixture->server, "/");
  const char *url = "http://tata.example/";
  g_autoptr (MftSecret) password = mft_secret_new ("rahasia", 7);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (mft_http_exchange (
      &(MftHttpRequest){ .url = url, .user = "biro", .password = password }, 100, NULL, &error));
  g_assert_error (error, MFT_NET_ERROR, MFT_NET_ERROR_ADDRESS);
  g_clear_error (&error);
  g_assert_null (mft_http_exchange (&(MftHttpRequest){ .url = url, .is_confidential = TRUE }, 100,
                                    NULL, &error));
  g_assert_error (error, MFT_NET_ERROR, MFT_NET_ERROR_ADDRESS);
  g_assert_cmpint (g_atomic_int_get (&fixture->asked), ==, 0);
  g_autoptr (GBytes) answer = mft_http_exchange (
      &(MftHttpRequest){ .url = here, .user = "biro", .password = password }, 100, NULL, NULL);
  g_assert_nonnull (answer);
}

static void
test_unreachable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = mft_test_server_url (fixture->server, "/");
  g_autoptr (GError) error = NULL;

  (void) data;
  mft_test_server_free (fixture->server);
  fixture->server = NULL;
  g_assert_null (mft_http_exchange (&(MftHttpRequest){ .url = url }, 100, NULL, &error));
  g_assert_error (error, MFT_NET_ERROR, MFT_NET_ERROR_UNREACHABLE);
  fixture->server = mft_test_server_new (answer, &fixture->asked);
}

static gpointer
stop (gpointer job)
{
  g_usleep (50 * 1000);
  mft_job_cancel (job);
  return NULL;
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("stop", stop, job);

  (void) data;
  g_assert_null (get (fixture, "/lama", 100, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/net/http/exchange", test_exchange },
    { "/net/http/refusals", test_refusals },
    { "/net/http/off", test_off },
    { "/net/http/password", test_password },
    { "/net/http/unreachable", test_unreachable },
    { "/net/http/stopped", test_stopped },
  };

  mft_test_init (&argc, &argv);
  mft_secret_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
