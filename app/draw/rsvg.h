/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <librsvg/rsvg.h>

#include "config.h"

/* Pictures in SVG. Loaded late: every function that is called stands here. */
#define rsvg_handle_get_intrinsic_dimensions(...)                                                  \
  MFT_LATE (MFT_LATE_RSVG, rsvg_handle_get_intrinsic_dimensions) (__VA_ARGS__)
#define rsvg_handle_get_intrinsic_size_in_pixels(...)                                              \
  MFT_LATE (MFT_LATE_RSVG, rsvg_handle_get_intrinsic_size_in_pixels) (__VA_ARGS__)
#define rsvg_handle_new_from_data(...)                                                             \
  MFT_LATE (MFT_LATE_RSVG, rsvg_handle_new_from_data) (__VA_ARGS__)
#define rsvg_handle_render_document(...)                                                           \
  MFT_LATE (MFT_LATE_RSVG, rsvg_handle_render_document) (__VA_ARGS__)
