/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Feeds one input to the parser. Has to return, not to crash, and to leave nothing behind. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
