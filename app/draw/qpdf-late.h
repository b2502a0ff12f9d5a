/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <qpdf/qpdf-c.h>

#include "config.h"

/* Objects of PDFs. Loaded late: every function that is called stands here. */
#define qpdf_cleanup(...) MFT_LATE (MFT_LATE_QPDF, qpdf_cleanup) (__VA_ARGS__)
#define qpdf_get_buffer(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_buffer) (__VA_ARGS__)
#define qpdf_get_buffer_length(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_buffer_length) (__VA_ARGS__)
#define qpdf_get_error(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_error) (__VA_ARGS__)
#define qpdf_get_error_code(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_error_code) (__VA_ARGS__)
#define qpdf_get_error_full_text(...)                                                              \
  MFT_LATE (MFT_LATE_QPDF, qpdf_get_error_full_text) (__VA_ARGS__)
#define qpdf_get_num_pages(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_num_pages) (__VA_ARGS__)
#define qpdf_get_object_by_id(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_object_by_id) (__VA_ARGS__)
#define qpdf_get_page_n(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_page_n) (__VA_ARGS__)
#define qpdf_get_trailer(...) MFT_LATE (MFT_LATE_QPDF, qpdf_get_trailer) (__VA_ARGS__)
#define qpdf_has_error(...) MFT_LATE (MFT_LATE_QPDF, qpdf_has_error) (__VA_ARGS__)
#define qpdf_init(...) MFT_LATE (MFT_LATE_QPDF, qpdf_init) (__VA_ARGS__)
#define qpdf_init_write(...) MFT_LATE (MFT_LATE_QPDF, qpdf_init_write) (__VA_ARGS__)
#define qpdf_init_write_memory(...) MFT_LATE (MFT_LATE_QPDF, qpdf_init_write_memory) (__VA_ARGS__)
#define qpdf_is_encrypted(...) MFT_LATE (MFT_LATE_QPDF, qpdf_is_encrypted) (__VA_ARGS__)
#define qpdf_oh_begin_dict_key_iter(...)                                                           \
  MFT_LATE (MFT_LATE_QPDF, qpdf_oh_begin_dict_key_iter) (__VA_ARGS__)
#define qpdf_oh_dict_more_keys(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_dict_more_keys) (__VA_ARGS__)
#define qpdf_oh_dict_next_key(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_dict_next_key) (__VA_ARGS__)
#define qpdf_oh_get_array_item(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_get_array_item) (__VA_ARGS__)
#define qpdf_oh_get_array_n_items(...)                                                             \
  MFT_LATE (MFT_LATE_QPDF, qpdf_oh_get_array_n_items) (__VA_ARGS__)
#define qpdf_oh_get_dict(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_get_dict) (__VA_ARGS__)
#define qpdf_oh_get_int_value_as_int(...)                                                          \
  MFT_LATE (MFT_LATE_QPDF, qpdf_oh_get_int_value_as_int) (__VA_ARGS__)
#define qpdf_oh_get_key(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_get_key) (__VA_ARGS__)
#define qpdf_oh_get_object_id(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_get_object_id) (__VA_ARGS__)
#define qpdf_oh_get_stream_data(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_get_stream_data) (__VA_ARGS__)
#define qpdf_oh_has_key(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_has_key) (__VA_ARGS__)
#define qpdf_oh_is_array(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_is_array) (__VA_ARGS__)
#define qpdf_oh_is_dictionary(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_is_dictionary) (__VA_ARGS__)
#define qpdf_oh_is_dictionary_of_type(...)                                                         \
  MFT_LATE (MFT_LATE_QPDF, qpdf_oh_is_dictionary_of_type) (__VA_ARGS__)
#define qpdf_oh_is_indirect(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_is_indirect) (__VA_ARGS__)
#define qpdf_oh_is_name_and_equals(...)                                                            \
  MFT_LATE (MFT_LATE_QPDF, qpdf_oh_is_name_and_equals) (__VA_ARGS__)
#define qpdf_oh_is_null(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_is_null) (__VA_ARGS__)
#define qpdf_oh_is_stream(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_is_stream) (__VA_ARGS__)
#define qpdf_oh_new_name(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_new_name) (__VA_ARGS__)
#define qpdf_oh_release(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_release) (__VA_ARGS__)
#define qpdf_oh_release_all(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_release_all) (__VA_ARGS__)
#define qpdf_oh_remove_key(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_remove_key) (__VA_ARGS__)
#define qpdf_oh_replace_key(...) MFT_LATE (MFT_LATE_QPDF, qpdf_oh_replace_key) (__VA_ARGS__)
#define qpdf_oh_unparse_resolved(...)                                                              \
  MFT_LATE (MFT_LATE_QPDF, qpdf_oh_unparse_resolved) (__VA_ARGS__)
#define qpdf_read(...) MFT_LATE (MFT_LATE_QPDF, qpdf_read) (__VA_ARGS__)
#define qpdf_read_memory(...) MFT_LATE (MFT_LATE_QPDF, qpdf_read_memory) (__VA_ARGS__)
#define qpdf_set_attempt_recovery(...)                                                             \
  MFT_LATE (MFT_LATE_QPDF, qpdf_set_attempt_recovery) (__VA_ARGS__)
#define qpdf_set_deterministic_ID(...)                                                             \
  MFT_LATE (MFT_LATE_QPDF, qpdf_set_deterministic_ID) (__VA_ARGS__)
#define qpdf_set_object_stream_mode(...)                                                           \
  MFT_LATE (MFT_LATE_QPDF, qpdf_set_object_stream_mode) (__VA_ARGS__)
#define qpdf_set_suppress_warnings(...)                                                            \
  MFT_LATE (MFT_LATE_QPDF, qpdf_set_suppress_warnings) (__VA_ARGS__)
#define qpdf_silence_errors(...) MFT_LATE (MFT_LATE_QPDF, qpdf_silence_errors) (__VA_ARGS__)
#define qpdf_write(...) MFT_LATE (MFT_LATE_QPDF, qpdf_write) (__VA_ARGS__)
