/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/settings.h"

#include "config.h"

GSettings *
mft_settings_new (void)
{
  return g_settings_new (MFT_APPLICATION_ID);
}
