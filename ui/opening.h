/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "act/reply.h"
#include "base/job.h"
#include "base/secret.h"
#include "exchange/import-report.h"

G_BEGIN_DECLS

/* Why a file comes in. */
typedef enum
{
  MFT_OPENING_TEXT,    /* the person wants its text */
  MFT_OPENING_REPLY,   /* it is said to answer something of the library */
  MFT_OPENING_ARRIVED, /* dropped, or given by another program: it says itself what it is */
} MftOpeningWish;

/* What a file turned out to be; exactly one of them. */
typedef struct
{
  gboolean is_signed; /* a PDF to verify */
  MftReply *reply;
  MftAgreement *agreement;
  MftImportReport *report; /* of `agreement`; may be NULL */
  MftAgreement *before;    /* the text without its tracked changes; NULL: it has none */
} MftOpening;

void mft_opening_free (MftOpening *opening);

/* Reads a file in the background. `folder` is the library's, which is read beside the window's own;
 * `password` may be NULL. `job` stops it. `callback` gets `source`. */
void mft_opening_read_async (const char *path, MftOpeningWish wish, const char *folder,
                             MftSecret *password, MftJob *job, gpointer source,
                             GAsyncReadyCallback callback, gpointer user_data);

/* Errors: of the readers; NULL without error: the library has nothing like it. */
MftOpening *mft_opening_read_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftOpening, mft_opening_free)

G_END_DECLS
