/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"
#include "ui/wrap/tone.h"

G_BEGIN_DECLS

/* An end is warned of so many days ahead, ever more urgently. */
#define MFT_VALIDITY_EARLY 90
#define MFT_VALIDITY_SOON 30
#define MFT_VALIDITY_URGENT 7

#define MFT_DAY_MICROSECONDS ((gint64) 24 * 3600 * G_USEC_PER_SEC)

/* How long a certificate holds, as seen today: "Berlaku s.d. 14 Maret 2028", "Berakhir 23 hari lagi".
 * `words` is owned by the caller. Practice certificates that hold are "Tidak tersertifikasi". */
MftTone mft_validity (const MftCertificate *certificate, char **words);

/* Days until it ends, 0 on the last day; negative: it has ended. */
int mft_validity_days (const MftCertificate *certificate);

/* "14 Maret 2028", in the person's zone. Owned by the caller. */
char *mft_day_words (gint64 microseconds);

G_END_DECLS
