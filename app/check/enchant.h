/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <enchant.h>

#include "config.h"

/* Spelling. Loaded late: every function that is called stands here. */
#define enchant_broker_dict_exists(...)                                                            \
  MFT_LATE (MFT_LATE_ENCHANT, enchant_broker_dict_exists) (__VA_ARGS__)
#define enchant_broker_free(...) MFT_LATE (MFT_LATE_ENCHANT, enchant_broker_free) (__VA_ARGS__)
#define enchant_broker_free_dict(...)                                                              \
  MFT_LATE (MFT_LATE_ENCHANT, enchant_broker_free_dict) (__VA_ARGS__)
#define enchant_broker_init(...) MFT_LATE (MFT_LATE_ENCHANT, enchant_broker_init) (__VA_ARGS__)
#define enchant_broker_request_dict(...)                                                           \
  MFT_LATE (MFT_LATE_ENCHANT, enchant_broker_request_dict) (__VA_ARGS__)
#define enchant_dict_check(...) MFT_LATE (MFT_LATE_ENCHANT, enchant_dict_check) (__VA_ARGS__)
#define enchant_dict_free_string_list(...)                                                         \
  MFT_LATE (MFT_LATE_ENCHANT, enchant_dict_free_string_list) (__VA_ARGS__)
#define enchant_dict_suggest(...) MFT_LATE (MFT_LATE_ENCHANT, enchant_dict_suggest) (__VA_ARGS__)
