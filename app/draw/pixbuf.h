/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "config.h"

/* Pictures of dots. Loaded late: every function that is called stands here. */
#define gdk_pixbuf_get_height(...) MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_get_height) (__VA_ARGS__)
#define gdk_pixbuf_get_n_channels(...)                                                             \
  MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_get_n_channels) (__VA_ARGS__)
#define gdk_pixbuf_get_rowstride(...)                                                              \
  MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_get_rowstride) (__VA_ARGS__)
#define gdk_pixbuf_get_width(...) MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_get_width) (__VA_ARGS__)
#define gdk_pixbuf_loader_close(...)                                                               \
  MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_loader_close) (__VA_ARGS__)
#define gdk_pixbuf_loader_get_pixbuf(...)                                                          \
  MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_loader_get_pixbuf) (__VA_ARGS__)
#define gdk_pixbuf_loader_new_with_type(...)                                                       \
  MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_loader_new_with_type) (__VA_ARGS__)
#define gdk_pixbuf_loader_write(...)                                                               \
  MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_loader_write) (__VA_ARGS__)
#define gdk_pixbuf_read_pixels(...) MFT_LATE (MFT_LATE_PIXBUF, gdk_pixbuf_read_pixels) (__VA_ARGS__)
