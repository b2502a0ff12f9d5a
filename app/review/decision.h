/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a reviewer thinks of a change. */
typedef enum
{
  MFT_STANCE_NONE,
  MFT_STANCE_AGREE,   /* setuju */
  MFT_STANCE_REFUSE,  /* tolak */
  MFT_STANCE_DISCUSS, /* bahas */
} MftStance;

#define MFT_STANCE_N (MFT_STANCE_DISCUSS + 1)

/* "setuju": its name in komentar.xml and in JSON; NULL for NONE. */
const char *mft_stance_name (MftStance stance);
gboolean mft_stance_from_name (const char *name, MftStance *stance);

/* The stance on one change, and a note. */
typedef struct
{
  char *change; /* what it is known by: mft_change_dup_key() in compare */
  MftStance stance;
  char *note;
  char *author;
  char *time;

  /* What the change was then, for the matrices of later rounds; NULL: was not kept. */
  char *place;  /* "Pasal 7 ayat (1)" */
  char *before; /* "" where it was put in */
  char *after;  /* "" where it was taken out */
} MftDecision;

void mft_decision_free (MftDecision *decision);

G_END_DECLS
