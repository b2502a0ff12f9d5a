/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Exit statuses; several inputs: the highest, but UNREADABLE beats FINDINGS. */
typedef enum
{
  MFT_EXIT_DONE = 0,
  MFT_EXIT_FINDINGS = 1,
  MFT_EXIT_USAGE = 2,
  MFT_EXIT_UNREADABLE = 3,
  MFT_EXIT_REFUSED = 4,
  MFT_EXIT_INTERRUPTED = 130,
} MftExit;
