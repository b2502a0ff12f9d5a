/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <p11-kit/p11-kit.h>
#include <p11-kit/uri.h>

#include "config.h"

/* Tokens. Loaded late: every function that is called stands here. */
#define p11_kit_message(...) MFT_LATE (MFT_LATE_P11, p11_kit_message) (__VA_ARGS__)
#define p11_kit_module_finalize(...) MFT_LATE (MFT_LATE_P11, p11_kit_module_finalize) (__VA_ARGS__)
#define p11_kit_module_get_filename(...)                                                           \
  MFT_LATE (MFT_LATE_P11, p11_kit_module_get_filename) (__VA_ARGS__)
#define p11_kit_module_initialize(...)                                                             \
  MFT_LATE (MFT_LATE_P11, p11_kit_module_initialize) (__VA_ARGS__)
#define p11_kit_module_load(...) MFT_LATE (MFT_LATE_P11, p11_kit_module_load) (__VA_ARGS__)
#define p11_kit_module_release(...) MFT_LATE (MFT_LATE_P11, p11_kit_module_release) (__VA_ARGS__)
#define p11_kit_modules_load_and_initialize(...)                                                   \
  MFT_LATE (MFT_LATE_P11, p11_kit_modules_load_and_initialize) (__VA_ARGS__)
#define p11_kit_strerror(...) MFT_LATE (MFT_LATE_P11, p11_kit_strerror) (__VA_ARGS__)
#define p11_kit_uri_any_unrecognized(...)                                                          \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_any_unrecognized) (__VA_ARGS__)
#define p11_kit_uri_format(...) MFT_LATE (MFT_LATE_P11, p11_kit_uri_format) (__VA_ARGS__)
#define p11_kit_uri_free(...) MFT_LATE (MFT_LATE_P11, p11_kit_uri_free) (__VA_ARGS__)
#define p11_kit_uri_get_attributes(...)                                                            \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_get_attributes) (__VA_ARGS__)
#define p11_kit_uri_get_module_name(...)                                                           \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_get_module_name) (__VA_ARGS__)
#define p11_kit_uri_get_module_path(...)                                                           \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_get_module_path) (__VA_ARGS__)
#define p11_kit_uri_get_pin_source(...)                                                            \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_get_pin_source) (__VA_ARGS__)
#define p11_kit_uri_get_pin_value(...)                                                             \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_get_pin_value) (__VA_ARGS__)
#define p11_kit_uri_get_token_info(...)                                                            \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_get_token_info) (__VA_ARGS__)
#define p11_kit_uri_match_token_info(...)                                                          \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_match_token_info) (__VA_ARGS__)
#define p11_kit_uri_new(...) MFT_LATE (MFT_LATE_P11, p11_kit_uri_new) (__VA_ARGS__)
#define p11_kit_uri_parse(...) MFT_LATE (MFT_LATE_P11, p11_kit_uri_parse) (__VA_ARGS__)
#define p11_kit_uri_set_attribute(...)                                                             \
  MFT_LATE (MFT_LATE_P11, p11_kit_uri_set_attribute) (__VA_ARGS__)
