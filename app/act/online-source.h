/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/online-evidence.h"

G_BEGIN_DECLS

/* What certificates name, over HTTP, and kept for times without (store/evidence-cache.h); static. Nothing goes out before mft_net_allow(). */
const MftEvidenceSource *mft_online_source (void);

G_END_DECLS
