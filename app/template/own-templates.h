/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "template/values.h"

G_BEGIN_DECLS

/* Agreements that a person keeps as templates: .pks files in the folder "templat" of the data. */
typedef struct
{
  char *id; /* "sendiri-…" */
  char *title;
} MftOwnTemplate;

/* In the order of their titles; files that cannot be read are left out. An array of MftOwnTemplate,
 * owned by the caller. */
GPtrArray *mft_own_templates_list (void);

/* Keeps an agreement as a template: its text and fields, without the fields' values and without what
 * else its file holds, but for pictures in the text. `id`: one of theirs that it takes the place of, or NULL. Returns the id, owned by
 * the caller. Errors: MFT_TEMPLATE_ERROR_VALUE for no title, G_FILE_ERROR. */
char *mft_own_templates_save (MftAgreement *agreement, const char *id, const char *title,
                              GError **error);

/* A new agreement from one, with `values` and `choices` (own-choices.h), either of which may be NULL.
 * Errors: MFT_TEMPLATE_ERROR_UNKNOWN, _VALUE, _INCOMPLETE unless `incomplete`; what reading gives. */
MftAgreement *mft_own_templates_instantiate (const char *id, const MftValues *values,
                                             GHashTable *choices, gboolean incomplete,
                                             GError **error);

gboolean mft_own_templates_has (const char *id);

/* The template itself, to look at its fields or to change it. Errors as above. */
MftAgreement *mft_own_templates_load (const char *id, GError **error);
const char *mft_own_templates_get_title (MftAgreement *template);

gboolean mft_own_templates_remove (const char *id, GError **error);

G_END_DECLS
