/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <zip.h>

#include "config.h"

/* ZIP archives. Loaded late: every function that is called stands here. */
#define zip_close(...) MFT_LATE (MFT_LATE_LIBZIP, zip_close) (__VA_ARGS__)
#define zip_discard(...) MFT_LATE (MFT_LATE_LIBZIP, zip_discard) (__VA_ARGS__)
#define zip_fclose(...) MFT_LATE (MFT_LATE_LIBZIP, zip_fclose) (__VA_ARGS__)
#define zip_file_add(...) MFT_LATE (MFT_LATE_LIBZIP, zip_file_add) (__VA_ARGS__)
#define zip_file_get_external_attributes(...)                                                      \
  MFT_LATE (MFT_LATE_LIBZIP, zip_file_get_external_attributes) (__VA_ARGS__)
#define zip_file_set_dostime(...) MFT_LATE (MFT_LATE_LIBZIP, zip_file_set_dostime) (__VA_ARGS__)
#define zip_fopen_index(...) MFT_LATE (MFT_LATE_LIBZIP, zip_fopen_index) (__VA_ARGS__)
#define zip_fread(...) MFT_LATE (MFT_LATE_LIBZIP, zip_fread) (__VA_ARGS__)
#define zip_get_num_entries(...) MFT_LATE (MFT_LATE_LIBZIP, zip_get_num_entries) (__VA_ARGS__)
#define zip_open_from_source(...) MFT_LATE (MFT_LATE_LIBZIP, zip_open_from_source) (__VA_ARGS__)
#define zip_set_file_compression(...)                                                              \
  MFT_LATE (MFT_LATE_LIBZIP, zip_set_file_compression) (__VA_ARGS__)
#define zip_source_buffer(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_buffer) (__VA_ARGS__)
#define zip_source_buffer_create(...)                                                              \
  MFT_LATE (MFT_LATE_LIBZIP, zip_source_buffer_create) (__VA_ARGS__)
#define zip_source_close(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_close) (__VA_ARGS__)
#define zip_source_free(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_free) (__VA_ARGS__)
#define zip_source_keep(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_keep) (__VA_ARGS__)
#define zip_source_open(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_open) (__VA_ARGS__)
#define zip_source_read(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_read) (__VA_ARGS__)
#define zip_source_seek(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_seek) (__VA_ARGS__)
#define zip_source_tell(...) MFT_LATE (MFT_LATE_LIBZIP, zip_source_tell) (__VA_ARGS__)
#define zip_stat_index(...) MFT_LATE (MFT_LATE_LIBZIP, zip_stat_index) (__VA_ARGS__)
#define zip_stat_init(...) MFT_LATE (MFT_LATE_LIBZIP, zip_stat_init) (__VA_ARGS__)
#define zip_strerror(...) MFT_LATE (MFT_LATE_LIBZIP, zip_strerror) (__VA_ARGS__)
