/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "authority.h"

G_BEGIN_DECLS

/* What makes a signature last, added to a signed file of mft_pdf_fixture_simple_table(). Everything
 * is owned by the caller. */

/* A timestamp by `tsa` inside the file's last signature; `over` NULL: over its value, as it must. */
GBytes *mft_test_add_token (GBytes *pdf, MftKey *tsa, gint64 time, GBytes *over);

/* Validation data as an update: arrays of GBytes, NULL for none. */
typedef struct
{
  GBytes *certificates[8];
  GBytes *crls[8];
  GBytes *ocsps[8];
} MftTestDss;

GBytes *mft_test_add_dss (GBytes *pdf, const MftTestDss *dss);

/* A document timestamp by `tsa` in a new field, whose object has the number `field` (50 to 98). */
GBytes *mft_test_stamp_file (GBytes *pdf, MftKey *tsa, gint64 time, guint field);

G_END_DECLS
