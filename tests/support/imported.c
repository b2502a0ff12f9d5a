/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "imported.h"

#include "exchange/text/text-writer.h"
#include "support.h"

MftAgreement *
mft_test_import (GBytes *bytes, const char *ending, MftTrackedChanges changes,
                 MftImportReport **report)
{
  const MftReadOptions options = { .changes = changes };
  g_autofree char *name = g_strconcat ("a.", ending, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) made = NULL;
  MftAgreement *agreement = mft_exchange_read_with (bytes, name, &options, &made, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (made->kind, ==, ending);
  g_assert_cmpuint (g_strv_length (made->lost), ==, 0);
  if (report != NULL)
    *report = g_steal_pointer (&made);
  return agreement;
}

void
mft_test_assert_written (MftAgreement *agreement, const char *expected)
{
  g_autofree char *written = mft_text_export (agreement);

  mft_test_assert_text (g_strstrip (written), expected);
}
