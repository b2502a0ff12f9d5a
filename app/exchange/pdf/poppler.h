/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <poppler.h>

#include "config.h"

/* Reads PDFs and draws their pages. Loaded late: every function that is called stands here. */
#define poppler_attachment_get_name(...)                                                           \
  MFT_LATE (MFT_LATE_POPPLER, poppler_attachment_get_name) (__VA_ARGS__)
#define poppler_attachment_save_to_callback(...)                                                   \
  MFT_LATE (MFT_LATE_POPPLER, poppler_attachment_save_to_callback) (__VA_ARGS__)
#define poppler_document_get_attachments(...)                                                      \
  MFT_LATE (MFT_LATE_POPPLER, poppler_document_get_attachments) (__VA_ARGS__)
#define poppler_document_get_n_pages(...)                                                          \
  MFT_LATE (MFT_LATE_POPPLER, poppler_document_get_n_pages) (__VA_ARGS__)
#define poppler_document_get_page(...)                                                             \
  MFT_LATE (MFT_LATE_POPPLER, poppler_document_get_page) (__VA_ARGS__)
#define poppler_document_new_from_bytes(...)                                                       \
  MFT_LATE (MFT_LATE_POPPLER, poppler_document_new_from_bytes) (__VA_ARGS__)
#define poppler_document_new_from_fd(...)                                                          \
  MFT_LATE (MFT_LATE_POPPLER, poppler_document_new_from_fd) (__VA_ARGS__)
#define poppler_document_new_from_gfile(...)                                                       \
  MFT_LATE (MFT_LATE_POPPLER, poppler_document_new_from_gfile) (__VA_ARGS__)
#define poppler_document_new_from_stream(...)                                                      \
  MFT_LATE (MFT_LATE_POPPLER, poppler_document_new_from_stream) (__VA_ARGS__)
#define poppler_error_quark(...) MFT_LATE (MFT_LATE_POPPLER, poppler_error_quark) (__VA_ARGS__)
#define poppler_page_find_text(...)                                                                \
  MFT_LATE (MFT_LATE_POPPLER, poppler_page_find_text) (__VA_ARGS__)
#define poppler_page_free_image_mapping(...)                                                       \
  MFT_LATE (MFT_LATE_POPPLER, poppler_page_free_image_mapping) (__VA_ARGS__)
#define poppler_page_free_text_attributes(...)                                                     \
  MFT_LATE (MFT_LATE_POPPLER, poppler_page_free_text_attributes) (__VA_ARGS__)
#define poppler_page_get_image_mapping(...)                                                        \
  MFT_LATE (MFT_LATE_POPPLER, poppler_page_get_image_mapping) (__VA_ARGS__)
#define poppler_page_get_size(...) MFT_LATE (MFT_LATE_POPPLER, poppler_page_get_size) (__VA_ARGS__)
#define poppler_page_get_text(...) MFT_LATE (MFT_LATE_POPPLER, poppler_page_get_text) (__VA_ARGS__)
#define poppler_page_get_text_attributes(...)                                                      \
  MFT_LATE (MFT_LATE_POPPLER, poppler_page_get_text_attributes) (__VA_ARGS__)
#define poppler_page_get_text_layout(...)                                                          \
  MFT_LATE (MFT_LATE_POPPLER, poppler_page_get_text_layout) (__VA_ARGS__)
#define poppler_page_render(...) MFT_LATE (MFT_LATE_POPPLER, poppler_page_render) (__VA_ARGS__)
#define poppler_page_render_for_printing(...)                                                      \
  MFT_LATE (MFT_LATE_POPPLER, poppler_page_render_for_printing) (__VA_ARGS__)
