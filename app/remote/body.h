/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The body of a request that holds a secret: every copy of it is wiped when it goes. */
typedef struct
{
  char *bytes;
  gsize size, room;
} MftBody;

void mft_body_append (MftBody *body, gconstpointer bytes, gsize size);
void mft_body_append_text (MftBody *body, const char *text);

/* `"key": "value"`, escaped; with a comma before it unless it is the first of an object. */
void mft_body_append_member (MftBody *body, const char *key, const char *value);
void mft_body_append_base64 (MftBody *body, GBytes *bytes);

/* Takes it over; wiped with the last reference. */
GBytes *mft_body_steal (MftBody *body);
void mft_body_clear (MftBody *body);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftBody, mft_body_clear)

G_END_DECLS
