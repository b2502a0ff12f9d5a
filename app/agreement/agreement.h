/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "agreement/block.h"
#include "agreement/error.h"
#include "agreement/field.h"

G_BEGIN_DECLS

/* A cooperation agreement: the tree of blocks, its fields, its settings, and the history of edits.
 * Lives on one thread; a worker gets mft_agreement_snapshot(). Changes only through edit.h and
 * mft_agreement_undo() and _redo(), each of which ends in one "changed".
 *
 * Signal "changed" (MftBlock *only): NULL if anything may have changed, or the one block whose text
 * alone did (no label, no other block). */
#define MFT_TYPE_AGREEMENT (mft_agreement_get_type ())
G_DECLARE_FINAL_TYPE (MftAgreement, mft_agreement, MFT, AGREEMENT, GObject)

/* An agreement around a tree that mft_block_new (MFT_BLOCK_AGREEMENT) starts; NULL for one with all
 * parts but LEGAL_BASIS, all empty. The tree is taken over and numbered. */
MftAgreement *mft_agreement_new (MftBlock *root);

/* An independent copy with the same ids, without history. For workers, exports and comparisons. */
MftAgreement *mft_agreement_snapshot (MftAgreement *agreement);

MftBlock *mft_agreement_get_root (MftAgreement *agreement);

/* The first part of a kind (TITLE … SIGNATURES), or NULL. */
MftBlock *mft_agreement_get_part (MftAgreement *agreement, MftBlockKind kind);

/* NULL if there is none. */
MftBlock *mft_agreement_get_block (MftAgreement *agreement, const char *id);

/* Fields in their order. */
guint mft_agreement_n_fields (MftAgreement *agreement);
MftField *mft_agreement_get_field_at (MftAgreement *agreement, guint index);
MftField *mft_agreement_get_field (MftAgreement *agreement, const char *id);

/* The canonical value of a field, or NULL. */
const char *mft_agreement_get_value (MftAgreement *agreement, const char *id);

/* Building only: takes the field over; one of the same id is replaced. */
void mft_agreement_add_field (MftAgreement *agreement, MftField *field);

/* How many places show a field. */
guint mft_agreement_count_uses (MftAgreement *agreement, const char *field_id);

/* The ids of required fields without a value that are shown somewhere. NULL-terminated, owned. */
char **mft_agreement_dup_missing (MftAgreement *agreement);

/* Settings, all with a default:
 *   naskah    the document's name: "Perjanjian Kerja Sama"
 *   sebutan   KESATU | PERTAMA
 *   tanggal   kecil | tahun | judul  capitals of a date in words: none, the year's, all
 *   acuan     ringkas | lengkap     lengkap adds "Pasal ini" after an ayat of the same Pasal
 *   templat   the template it came from, or ""
 *   garis     lineage id: agreements that come from one another share it (DESIGN.md §3)
 *   profil    the page profile, "a4"
 *   konsep    "ya" for a draft */
const char *mft_agreement_get_setting (MftAgreement *agreement, const char *key);

/* Building only; afterwards mft_edit_setting(). */
void mft_agreement_set_setting (MftAgreement *agreement, const char *key, const char *value);

/* The keys that are set, in alphabetical order. NULL-terminated, owned by the caller. */
char **mft_agreement_dup_setting_keys (MftAgreement *agreement);

guint mft_agreement_n_parties (MftAgreement *agreement);
void mft_agreement_set_n_parties (MftAgreement *agreement, guint parties);

/* History. The labels are for people: none here, the faces name the edit. */
gboolean mft_agreement_can_undo (MftAgreement *agreement);
gboolean mft_agreement_can_redo (MftAgreement *agreement);
gboolean mft_agreement_undo (MftAgreement *agreement);
gboolean mft_agreement_redo (MftAgreement *agreement);

/* Counts up at every change; equal numbers mean nothing changed in between. */
guint64 mft_agreement_get_revision (MftAgreement *agreement);

G_END_DECLS
