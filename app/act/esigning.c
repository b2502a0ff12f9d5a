/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/esigning.h"

#include "base/clock.h"
#include "base/safe-file.h"
#include "pdf/byte-source.h"
#include "sign/permission.h"
#include "sign/target.h"
#include "verify/since.h"
#include "verify/verify.h"

#include "act/place.h"
#include "act/self-check.h"
#include "act/signing-private.h"

#define INPUT_MOST (64u << 20)
#define PIXELS_PER_POINT 4 /* 288 dpi */

/* What signing may change: the signature, its field, its evidence, and what says when a file was
 * changed. No form value, no page. */
static const char *const honest_changes[]
    = { "signature", "signature_field", "timestamp", "dss", "info",
        "metadata",  "extensions",      "version",   NULL };

static gboolean
doubt (GError **error, const char *why)
{
  g_set_error (error, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_ANSWER, "the service's answer: %s", why);
  return FALSE;
}

static cairo_status_t
append_cb (void *bytes, const unsigned char *data, unsigned int size)
{
  g_byte_array_append (bytes, data, size);
  return CAIRO_STATUS_SUCCESS;
}

/* The service puts a picture where the stamp goes. */
static GBytes *
draw_stamp (const MftSigningRequest *request, const MftEsignSigner *signer, double width,
            double height)
{
  g_autoptr (GDateTime) utc = mft_clock_now_utc ();
  g_autoptr (GDateTime) now = mft_moment_in (utc, request->zone);
  g_autofree char *when = mft_moment_format (now);
  const MftStampContent content = { .look = request->look,
                                    .qr = request->qr,
                                    .office = request->office,
                                    .name = request->name != NULL ? request->name : signer->name,
                                    .rank = request->rank,
                                    .time_text = when };
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) (width * PIXELS_PER_POINT), (int) (height * PIXELS_PER_POINT));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  mft_stamp_draw (cr, &content, NULL, width, height);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Where it goes, and whether the document lets anybody sign there. */
static gboolean
find_place (const MftSigningRequest *request, MftPdfFile *file, MftEsignRequest *wanted,
            GError **error)
{
  MftSignRequest place = { .field = request->field,
                           .page = request->page,
                           .rect = request->rect,
                           .invisible = request->invisible };
  g_autoptr (GPtrArray) fields
      = mft_pdf_signature_fields (file, mft_pdf_file_last_revision (file), error);

  if (fields == NULL
      || (request->anchor != NULL
          && !mft_act_find_place (request->input, request->anchor, &place.page, &place.rect,
                                  error)))
    return FALSE;
  g_autoptr (MftSignTarget) target = mft_sign_target_new (file, fields, &place, error);
  if (target == NULL || !mft_sign_permission_check (file, fields, target, &place, error))
    return FALSE;
  if (!target->visible)
    return TRUE;
  double width;
  MftPdfRect seen = mft_pdf_page_to_seen (target->page, &target->rect);
  mft_pdf_page_seen_size (target->page, &width, &wanted->page_height);
  wanted->page = target->page->index;
  wanted->left = seen.left;
  wanted->bottom = seen.bottom;
  wanted->width = seen.right - seen.left;
  wanted->height = seen.top - seen.bottom;
  return TRUE;
}

/* Asks for it; what comes back is not believed yet. */
static GBytes *
ask (const MftSigningRequest *request, const MftEsignSigner *signer, GBytes *pdf, MftPdfFile *file,
     MftJob *job, GError **error)
{
  MftEsignRequest wanted = { .nik = signer->nik,
                             .passphrase = signer->passphrase,
                             .totp = signer->totp,
                             .reason = request->reason,
                             .location = request->location };

  if (!find_place (request, file, &wanted, error)
      || !mft_esign_check (&signer->service, signer->nik, job, error))
    return NULL;
  g_autoptr (GBytes) image
      = wanted.page > 0 ? draw_stamp (request, signer, wanted.width, wanted.height) : NULL;
  wanted.image = image;
  return mft_esign_sign (&signer->service, &wanted, pdf, job, error);
}

static gboolean
was_signed (const MftVerifyReport *before, const char *field)
{
  const MftSignatureReport *earlier = mft_verify_report_find (before, field);

  return earlier != NULL && earlier->state != MFT_SIGNATURE_EMPTY;
}

/* The one signature that was added, by the expected signer; NULL with an error. */
static const MftSignatureReport *
find_own (const MftVerifyReport *report, const MftVerifyReport *before, const char *name,
          GError **error)
{
  const MftSignatureReport *own = NULL;
  guint added = 0;

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *one = g_ptr_array_index (report->signatures, i);
      if (one->state == MFT_SIGNATURE_EMPTY || one->kind == MFT_SIGNATURE_KIND_TIMESTAMP
          || was_signed (before, one->field))
        continue;
      own = one;
      added++;
    }
  if (added != 1 || !mft_act_stands (own) || own->certificate == NULL)
    return doubt (error, "not one sound signature was added"), NULL;
  g_autofree char *expected = g_utf8_casefold (name, -1);
  g_autofree char *found = g_utf8_casefold (mft_certificate_common_name (own->certificate), -1);
  if (!g_str_equal (expected, found))
    return doubt (error, "somebody else signed"), NULL;
  return own;
}

/* Signing, and nothing else, came after the bytes that were sent. */
static gboolean
check_changes (MftSafeFile *output, gsize sent, GError **error)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_fd (mft_safe_file_fd (output), error);
  g_autoptr (MftSignatureReport) list = mft_signature_report_new ("");

  if (source == NULL)
    return FALSE;
  if (mft_changes_since (source, (goffset) sent, NULL, list->changes) != MFT_CHANGES_PERMITTED)
    return doubt (error, "more was changed than signing does");
  for (guint i = 0; i < list->changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (list->changes, i);
      if (!g_strv_contains (honest_changes, change->kind))
        return doubt (error, "more was changed than signing does");
    }
  return TRUE;
}

static gboolean
begins_with (GBytes *answer, GBytes *sent)
{
  gsize size = g_bytes_get_size (sent);

  return g_bytes_get_size (answer) > size
         && memcmp (g_bytes_get_data (answer, NULL), g_bytes_get_data (sent, NULL), size) == 0;
}

MftSigningResult *
_mft_act_esign (const MftSigningRequest *request, MftJob *job, GError **error)
{
  const MftEsignSigner *signer = request->esign;

  if (!mft_act_check_output (request->input, request->output, request->replace, error)
      || !_mft_act_check_unchanged (request, error))
    return NULL;
  g_autoptr (GBytes) sent = mft_file_read (request->input, INPUT_MOST, error);
  g_autoptr (MftByteSource) input = sent != NULL ? mft_byte_source_new_bytes (sent) : NULL;
  g_autoptr (MftPdfFile) file = input != NULL ? mft_pdf_file_new (input, error) : NULL;
  g_autoptr (MftVerifyReport) before = file != NULL ? mft_verify (input, NULL, job, error) : NULL;
  g_autoptr (GBytes) answer = before != NULL ? ask (request, signer, sent, file, job, error) : NULL;
  if (answer == NULL)
    return NULL;
  if (!begins_with (answer, sent))
    return doubt (error, "it is not the document that was sent"), NULL;
  g_autoptr (MftSafeFile) output = mft_safe_file_new (request->output, error);
  if (output == NULL
      || !mft_safe_file_write (output, g_bytes_get_data (answer, NULL), g_bytes_get_size (answer),
                               error))
    return NULL;
  g_autoptr (MftVerifyReport) report = mft_act_self_check (output, input, NULL, NULL, job, error);
  const MftSignatureReport *own
      = report != NULL ? find_own (report, before, signer->name, error) : NULL;
  if (own == NULL || !check_changes (output, g_bytes_get_size (sent), error)
      || !_mft_act_check_unchanged (request, error) || !mft_job_check (job, error)
      || !mft_safe_file_commit (output, request->replace, error))
    return NULL;
  return _mft_act_result_new (request, before->sha256, own, g_steal_pointer (&report));
}
