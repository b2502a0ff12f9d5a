/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library/register-view.h"

G_BEGIN_DECLS

/* What is shown once there are agreements: what one may begin, and the register. */
#define MFT_TYPE_WORK_LIST (mft_work_list_get_type ())
G_DECLARE_FINAL_TYPE (MftWorkList, mft_work_list, MFT, WORK_LIST, AdwBin)

/* Borrowed. */
MftRegisterView *mft_work_list_get_agreements (MftWorkList *self);

G_END_DECLS
