/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/asset.h"

G_BEGIN_DECLS

/* The same picture without what it tells besides: camera, place, author, edits, thumbnails, comments, and
 * whatever stands behind its end. Colours and resolution stay. One that is damaged stays as it is. Owned by
 * the caller. */
GBytes *mft_picture_strip (GBytes *picture, MftAssetKind kind);

G_END_DECLS
