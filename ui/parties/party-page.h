/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The form of one party. Owned by the caller (floating). */
GtkWidget *mft_party_page_new (MftAgreement *agreement, guint party);

G_END_DECLS
