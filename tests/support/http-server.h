/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A web server on this machine, in a thread of its own. */
typedef struct MftTestServer MftTestServer;

/* What it answers to a request: the body (NULL: none), and `status` if it is not 200. Runs in the
 * server's thread. */
typedef GBytes *(*MftTestAnswerFunc) (const char *path, GBytes *body, guint *status, gpointer data);

MftTestServer *mft_test_server_new (MftTestAnswerFunc answer, gpointer data);
void mft_test_server_free (MftTestServer *server);

/* The address of `path`, owned by the caller. */
char *mft_test_server_url (MftTestServer *server, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTestServer, mft_test_server_free)

G_END_DECLS
