/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_FIELD_TEXT,     /* one line of words */
  MFT_FIELD_INTEGER,  /* "4" */
  MFT_FIELD_PERCENT,  /* "5", "2.5" */
  MFT_FIELD_MONEY,    /* rupiah: "10000", "10000.50" */
  MFT_FIELD_DATE,     /* "2026-11-26" */
  MFT_FIELD_YEAR,     /* "2026" */
  MFT_FIELD_DURATION, /* "4 tahun", "30 hari kalender" */
  MFT_FIELD_CHOICE,   /* one of the choices, as written there */
} MftFieldType;

/* A typed blank of the agreement: one value feeds every place. Values are kept in one canonical
 * written form, given above. */
typedef struct MftField MftField;

/* `meaning` says in Indonesian what to fill in (data, not gettext). `choices`: NULL-terminated or
 * NULL. The field starts without a value. */
MftField *mft_field_new (const char *id, MftFieldType type, gboolean required, const char *meaning,
                         const char *const *choices);
MftField *mft_field_copy (const MftField *field);
void mft_field_free (MftField *field);

const char *mft_field_get_id (const MftField *field);
MftFieldType mft_field_get_type (const MftField *field);
gboolean mft_field_is_required (const MftField *field);
const char *mft_field_get_meaning (const MftField *field);
const char *const *mft_field_get_choices (const MftField *field);

/* NULL while empty. */
const char *mft_field_get_value (const MftField *field);

/* The default that a template gave, or NULL. */
const char *mft_field_get_default (const MftField *field);
void mft_field_set_default (MftField *field, const char *value);

/* Reads what a person or a file gives ("4 Tahun", "Rp10.000", "26-11-2026", "26 November 2026") and
 * returns the canonical form, owned by the caller; "" stands for no value.
 * Errors: MFT_AGREEMENT_ERROR_FIELD, naming the field. */
char *mft_field_parse (const MftField *field, const char *given, GError **error);

/* Takes a canonical value; NULL or "" empties. Building only; in an agreement: mft_edit_field(). */
void mft_field_set_value (MftField *field, const char *value);

/* "teks", "bilangan", "persen", "uang", "tanggal", "tahun", "durasi", "pilihan": the type's name in
 * files and JSON. */
const char *mft_field_type_to_name (MftFieldType type);
gboolean mft_field_type_from_name (const char *name, MftFieldType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftField, mft_field_free)

G_END_DECLS
