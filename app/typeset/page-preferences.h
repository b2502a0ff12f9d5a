/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* What an office chose for the pages it sends out (group "halaman" of base/preferences.h):
 *   notis    N1 … N6, "tanpa", or words of its own with {balai}, {psre}, {alamat}
 *   balai    who issues the certificates; the agreement's own field "balai" comes first
 *   psre     whose body that is
 *   alamat   where a document is verified; for the notice and a QR code beside it
 *   kode_qr  "ya": that code is printed
 *   logo     path of the official mark, SVG or PNG
 *   paraf    how many reviewers sign invisibly before the officials, 0 … 9 */
#define MFT_PREFERENCES_PAGES "halaman"
#define MFT_PREFERENCE_NOTICE "notis"
#define MFT_PREFERENCE_BALAI "balai"
#define MFT_PREFERENCE_PSRE "psre"
#define MFT_PREFERENCE_ADDRESS "alamat"
#define MFT_PREFERENCE_QR "kode_qr"
#define MFT_PREFERENCE_LOGO "logo"
#define MFT_PREFERENCE_INITIALS "paraf"
#define MFT_REVIEWERS_MOST 9

#define MFT_PREFERENCE_LONGEST 600 /* characters */

/* All keys of the group; NULL-terminated. */
const char *const *mft_page_preferences_keys (void);

/* Whether a key may have a value; "" takes it back and always may. Errors: MFT_TYPESET_ERROR_VALUE, and of
 * the mark G_FILE_ERROR, MFT_DRAW_ERROR_IMAGE. */
gboolean mft_page_preference_check (const char *key, const char *value, GError **error);

/* For one typesetting, on the thread that does it. */
typedef struct
{
  char *notice;
  char *qr;
  MftMark *mark;
  guint initials;
} MftPagePreferences;

/* Errors: G_FILE_ERROR, MFT_DRAW_ERROR_IMAGE if the mark cannot be used: no page goes out with another
 * one than the office chose. */
gboolean mft_page_preferences_load (MftPagePreferences *preferences, MftAgreement *agreement,
                                    GError **error);
void mft_page_preferences_clear (MftPagePreferences *preferences);

/* mft_typeset() with what the office chose; `options` says the rest. */
MftPages *mft_typeset_as_preferred (MftAgreement *snapshot, const MftTypesetOptions *options,
                                    MftJob *job, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftPagePreferences, mft_page_preferences_clear)

G_END_DECLS
