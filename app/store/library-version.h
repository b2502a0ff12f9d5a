/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

typedef struct MftLibrary MftLibrary;

/* Why a text was kept. Automatic ones grow fewer with age; the others stay. */
typedef enum
{
  MFT_VERSION_AUTOMATIC,
  MFT_VERSION_NAMED,
  MFT_VERSION_SENT,
  MFT_VERSION_FINAL,
  MFT_VERSION_SIGNED,
  MFT_VERSION_CONFLICT, /* words that came too late: somebody else had saved */
} MftVersionKind;

/* A text of an agreement as it once was. */
typedef struct
{
  gint64 number;
  MftVersionKind kind;
  char *name;     /* "" */
  gint64 created; /* microseconds since 1970 */
  guint changes;  /* blocks that differ from the version before */
} MftLibraryVersion;

/* "automatic": its name in JSON. */
const char *mft_version_kind_name (MftVersionKind kind);

/* Keeps what is saved now as a version. `name` may be NULL. Errors: MISSING. */
gboolean mft_library_keep (MftLibrary *library, const char *id, MftVersionKind kind,
                           const char *name, GError **error);

/* Newest first; an array of MftLibraryVersion, owned by the caller. */
GPtrArray *mft_library_versions (MftLibrary *library, const char *id, GError **error);

/* Errors: MISSING. */
MftAgreement *mft_library_load_version (MftLibrary *library, const char *id, gint64 number,
                                        GError **error);

/* Makes the text of a version the agreement's text again; what it was until now is kept as a version.
 * Errors: MISSING; MFT_AGREEMENT_ERROR_LOCKED. */
gboolean mft_library_revert (MftLibrary *library, const char *id, gint64 number, GError **error);

void mft_library_version_free (MftLibraryVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLibraryVersion, mft_library_version_free)

G_END_DECLS
