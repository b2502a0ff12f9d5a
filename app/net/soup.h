/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <libsoup/soup.h>

#include "config.h"

/* The web. Loaded late: every function that is called stands here. */
#define soup_auth_authenticate(...) MFT_LATE (MFT_LATE_SOUP, soup_auth_authenticate) (__VA_ARGS__)
#define soup_message_add_flags(...) MFT_LATE (MFT_LATE_SOUP, soup_message_add_flags) (__VA_ARGS__)
#define soup_message_get_status(...) MFT_LATE (MFT_LATE_SOUP, soup_message_get_status) (__VA_ARGS__)
#define soup_message_new_from_uri(...)                                                             \
  MFT_LATE (MFT_LATE_SOUP, soup_message_new_from_uri) (__VA_ARGS__)
#define soup_message_set_request_body_from_bytes(...)                                              \
  MFT_LATE (MFT_LATE_SOUP, soup_message_set_request_body_from_bytes) (__VA_ARGS__)
#define soup_session_new_with_options(...)                                                         \
  MFT_LATE (MFT_LATE_SOUP, soup_session_new_with_options) (__VA_ARGS__)
#define soup_session_send(...) MFT_LATE (MFT_LATE_SOUP, soup_session_send) (__VA_ARGS__)
