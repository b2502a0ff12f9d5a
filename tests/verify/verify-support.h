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

/* An object as an update writes it; a stream where `data` is set. */
typedef struct
{
  guint number;
  const char *body;
  const char *data;
} TestObject;

/* `bytes` and an update after it: objects up to number 0, and the trailer's entries besides /ID, /Prev
 * and the usual /Root. Owned by the caller. */
static inline GBytes *
update_with (GBytes *bytes, const TestObject *objects, guint count, const char *more)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  const MftPdfRevision *last = mft_pdf_file_revision (file, mft_pdf_file_last_revision (file));
  gint64 size = mft_pdf_object_get_integer (mft_pdf_dict_get (last->trailer, "Size"), 0);
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (bytes);
  g_autofree char *trailer
      = g_strdup_printf ("/ID [<6162> <6364>] /Prev %" G_GOFFSET_FORMAT " %s %s", last->xref_start,
                         strstr (more, "/Root") != NULL ? "" : "/Root 1 0 R", more);

  for (guint i = 0; i < count && objects[i].number != 0; i++)
    if (objects[i].data != NULL)
      mft_pdf_fixture_stream (fixture, objects[i].number, objects[i].body, objects[i].data);
    else
      mft_pdf_fixture_object (fixture, objects[i].number, objects[i].body);
  mft_pdf_fixture_table (fixture, MAX (50, (guint) size), trailer);
  return mft_pdf_fixture_bytes (fixture);
}
