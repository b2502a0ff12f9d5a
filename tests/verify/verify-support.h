/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pdf-fixture.h"
#include "pdf/signature-field.h"
#include "signed-pdf.h"
#include "support.h"
#include "verify/verify.h"

/* Verifies with the practice CA trusted. */
static inline MftVerifyReport *
verify_at (GBytes *bytes, gint64 at)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  MftVerifyOptions options = { .at = at, .anchors = anchors };
  g_autoptr (GError) error = NULL;
  MftVerifyReport *report;

  mft_anchors_add (anchors, mft_test_ca ());
  report = mft_verify (source, &options, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static inline MftVerifyReport *
verify (GBytes *bytes)
{
  return verify_at (bytes, 0);
}

static inline MftSignatureReport *
signature_of (MftVerifyReport *report, const char *field)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      MftSignatureReport *one = g_ptr_array_index (report->signatures, i);
      if (strcmp (one->field, field) == 0)
        return one;
    }
  return NULL;
}

static inline void
assert_verdict (GBytes *bytes, MftVerdict expected)
{
  g_autoptr (MftVerifyReport) report = verify (bytes);

  g_assert_cmpstr (mft_verdict_name (report->verdict), ==, mft_verdict_name (expected));
}
