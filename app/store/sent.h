/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* A version that was given to the other party. */
typedef struct
{
  gint64 version; /* mft_library_load_version() */
  char *agreement;
  char *sha256; /* of the file, hexadecimal */
  char *receiver;
  char *file;     /* its name */
  gint64 created; /* microseconds since 1970 */
} MftSent;

/* Keeps what was sent as a version and remembers the file and who got it. `sent` is the text as it went
 * out. Errors: MFT_STORE_ERROR. */
gboolean mft_sent_add (MftLibrary *library, const char *agreement, MftAgreement *sent,
                       const char *sha256, const char *receiver, const char *file, GError **error);

/* Of one agreement, or of all (NULL); newest first. An array of MftSent, owned by the caller. */
GPtrArray *mft_sent_list (MftLibrary *library, const char *agreement, GError **error);

void mft_sent_free (MftSent *sent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSent, mft_sent_free)

G_END_DECLS
