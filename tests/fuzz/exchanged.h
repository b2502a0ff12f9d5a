/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/akn.h"
#include "exchange/exchange.h"

/* Whatever comes in, with changes accepted or rejected, can be saved and opened again. */
static inline void
read_and_save (GBytes *bytes, const char *name)
{
  for (int changes = MFT_CHANGES_ACCEPT; changes <= MFT_CHANGES_REJECT; changes++)
    {
      const MftReadOptions options = { .changes = (MftTrackedChanges) changes };
      g_autoptr (MftAgreement) agreement
          = mft_exchange_read_with (bytes, name, &options, NULL, NULL);
      if (agreement == NULL)
        return;
      g_autoptr (GBytes) saved = mft_akn_write (agreement);
      g_autoptr (GError) error = NULL;
      g_autoptr (MftAgreement) opened = mft_akn_read (saved, NULL, &error);
      g_assert_no_error (error);
    }
}
