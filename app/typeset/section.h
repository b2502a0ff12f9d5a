/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/piece.h"
#include "typeset/profile.h"

G_BEGIN_DECLS

/* A Pasal, or another part of the agreement, as pieces. Once composed it does not change and may be
 * shared by many states of an agreement, also between threads. */
typedef struct
{
  gatomicrefcount references;
  GBytes *key;         /* says all that its pieces depend on; NULL: they are not to be used again */
  GPtrArray *texts;    /* MftText that the key names by address, kept so that no other gets it */
  gboolean attachment; /* begins a page of its own */
  MftProfile profile;
  GPtrArray *pieces; /* MftPiece */
  GPtrArray *tags;   /* MftTag */
  char *unread;      /* what a figure should show and cannot, the first of them; or NULL */
} MftSection;

MftSection *mft_section_new (const MftProfile *profile);
MftSection *mft_section_ref (MftSection *section);
void mft_section_unref (MftSection *section);

/* An element inside another (NULL: right in the document). Owned by the section. */
const MftTag *mft_section_add_tag (MftSection *section, const MftTag *parent, const char *name);

/* What all sections of these pages depend on: their measures and the house style. Owned by the caller. */
char *mft_section_dup_common_key (MftAgreement *agreement, const MftProfile *profile);

/* What the pieces of `block` depend on, as a key; its texts stand in it by their address and are added to
 * `texts`. `common` is from above, `salt` is what else. `targets`: ids of the blocks that references lead
 * to. */
GBytes *mft_section_dup_key (MftAgreement *agreement, MftBlock *block, GHashTable *targets,
                             const char *common, const char *salt, GPtrArray *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSection, mft_section_unref)

G_END_DECLS
