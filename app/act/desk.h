/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "pki/certificate.h"

#include "act/preservation.h"

G_BEGIN_DECLS

/* The desk: PDFs that wait for a signature, put there by hand or lying in a folder that is watched.
 * Which they are is kept in the data folder ("meja.json"). */
typedef enum
{
  MFT_DESK_MINE,   /* waits for the person */
  MFT_DESK_OTHERS, /* the person has signed, somebody else has not */
  MFT_DESK_DONE,
  MFT_DESK_UNREADABLE, /* damaged, gone, under a password */
} MftDeskGroup;

#define MFT_DESK_GROUP_N (MFT_DESK_UNREADABLE + 1)

typedef struct
{
  char *path;
  char *sha256; /* of the file as it is */
  char *title;  /* what its own source says it is about, else its name */
  char *with;   /* the parties it names, ""*/
  char *
      waiting_for; /* "PIHAK KEDUA, PIHAK KETIGA"; "" where every field is signed, or there is none */
  MftDeskGroup group;
  guint pages;
  guint n_signed;
  gint64 changed;               /* the file's time, microseconds since 1970 */
  gboolean is_in_order;         /* no signature is broken */
  MftPreservation preservation; /* only of what the person has nothing to sign in any more */
  GError *fault;                /* why it cannot be read; NULL */
} MftDeskItem;

/* Reads a PDF and says where it belongs. `own` (MftCertificate): the person's. Blocks; run it in a
 * job. Errors: G_FILE_ERROR, MFT_PDF_ERROR, G_IO_ERROR_CANCELLED. */
MftDeskItem *mft_desk_look (const char *path, GPtrArray *own, MftJob *job, GError **error);
void mft_desk_item_free (MftDeskItem *item);

/* What lies on the desk but cannot be read, for `fault`, which is copied. */
MftDeskItem *mft_desk_item_new_unreadable (const char *path, const GError *fault);

/* What lies on it. */
typedef struct
{
  GPtrArray *files; /* char *, put there by hand, last first */
  char *folder;     /* that is watched; NULL */
} MftDesk;

/* A desk that was never kept is empty. Errors: G_FILE_ERROR, MFT_CONTAINER_ERROR. */
MftDesk *mft_desk_load (GError **error);
gboolean mft_desk_save (const MftDesk *desk, GError **error);
void mft_desk_free (MftDesk *desk);

/* Puts a file on top, or takes one away. */
void mft_desk_put (MftDesk *desk, const char *path);
void mft_desk_take_away (MftDesk *desk, const char *path);

/* `result` takes the place of what was signed: a document is one row, however often it was signed. */
void mft_desk_replace (MftDesk *desk, const char *signed_input, const char *result);

/* All that lies on it, each once: the files, then the PDFs of the folder without those below it; what
 * was signed into another file there is passed over. Array of char *, owned by the caller. */
GPtrArray *mft_desk_paths (const MftDesk *desk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftDesk, mft_desk_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftDeskItem, mft_desk_item_free)

G_END_DECLS
