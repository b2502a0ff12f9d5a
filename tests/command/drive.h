/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Drives the real program (MUFAKAT_PROGRAM) as a person at a shell would: own home, own data folder,
 * no display, in a new empty folder. */

#define MFT_DRIVE_PASSPHRASE "kunci-Rahasia-7Q"

/* The words after the program's name. */
#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct
{
  int status; /* -1: ended by a signal */
  char *output;
  char *messages;
} MftDriven;

/* Where commands run; every path may be relative to it. */
const char *mft_drive_folder (void);
char *mft_drive_path (const char *name);
char *mft_drive_data_folder (void);

/* To change its surroundings before mft_drive_by(). Owned by the caller. */
GSubprocessLauncher *mft_drive_launcher (void);
GSubprocess *mft_drive_start (GSubprocessLauncher *launcher, const char *const *words);

MftDriven *mft_drive (const char *const *words);
MftDriven *mft_drive_by (GSubprocessLauncher *launcher, const char *const *words);
MftDriven *mft_drive_wait (GSubprocess *process, const char *input);
void mft_driven_free (MftDriven *driven);

/* Exit status 0; its standard output, owned by the caller. */
char *mft_drive_done (const char *const *words);

/* This exit status, a sentence on standard error and nothing on standard output; no file `output`
 * (may be NULL), and no other file in the folder than before. */
void mft_drive_fails (int status, const char *output, const char *const *words);

/* Standard output of `status` as JSON. Owned by the caller. */
JsonNode *mft_drive_json (int status, const char *const *words);

/* The object has every one of these keys (separated by spaces). */
void mft_drive_assert_keys (JsonObject *object, const char *keys);

/* Files of the folder. The keys of both parties are under one practice CA; the passphrase is
 * MFT_DRIVE_PASSPHRASE. */
void mft_drive_write (const char *name, gconstpointer data, gssize size);
GBytes *mft_drive_read (const char *name);
gboolean mft_drive_exists (const char *name);
void mft_drive_make_keys (void);  /* kesatu.p12, kedua.p12, ca.pem, sandi.txt, sandi-salah.txt */
void mft_drive_make_pages (void); /* naskah.pks, naskah.pdf: the sample of pks-bsre */
void mft_drive_sign (const char *input, const char *output, guint party);

/* A sound PDF of about `size` bytes. */
void mft_drive_make_large (const char *name, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftDriven, mft_driven_free)

G_END_DECLS
