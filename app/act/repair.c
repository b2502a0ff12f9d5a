/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/repair.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/file-error.h"
#include "base/safe-file.h"
#include "draw/qpdf-late.h"
#include "pdf/error.h"
#include "pdf/page.h"

#include "act/repair-whole.h"
#include "act/self-check.h"
#include "act/signing.h"

/* What every signature dictionary has, never compressed (ISO 32000-2, 12.8.1). */
#define KEY "ByteRange"
#define MARK "/" KEY

#define DISK_BLOCK 4096

typedef struct _qpdf_data Recovery;

static void
recovery_free (Recovery *recovery)
{
  /* An error that nobody looked at is printed. */
  if (qpdf_has_error (recovery))
    qpdf_get_error (recovery);
  qpdf_cleanup (&recovery);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recovery, recovery_free)

static gboolean
fail (MftActError code, const char *path, GError **error)
{
  static const char *const words[] = {
    [MFT_ACT_ERROR_SOUND] = "is not damaged",
    [MFT_ACT_ERROR_SIGNED] = "carries a signature",
    [MFT_ACT_ERROR_BEYOND_REPAIR] = "is beyond repair",
    [MFT_ACT_ERROR_PARTS_MISSING] = "lacks some of its parts",
  };

  g_set_error (error, MFT_ACT_ERROR, (int) code, "'%s' %s", path, words[code]);
  return FALSE;
}

static gboolean
has_only_harmless_facts (MftPdfFile *file)
{
  const GArray *facts = mft_pdf_file_facts (file);

  for (guint i = 0; i < facts->len; i++)
    if (!mft_pdf_fact_is_harmless (g_array_index (facts, MftPdfFact, i).kind))
      return FALSE;
  return TRUE;
}

/* The pages of a sound file; 0: it is not sound. */
static guint
count_sound_pages (MftPdfFile *file)
{
  guint last = mft_pdf_file_last_revision (file);
  int pages;

  for (guint revision = 0; revision <= last; revision++)
    mft_pdf_file_check_between (file, revision);
  pages = mft_pdf_pages_count (file, last, NULL);
  return pages > 0 && has_only_harmless_facts (file) ? (guint) pages : 0;
}

static gboolean
check_damaged (MftByteSource *source, const char *path, GError **error)
{
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);

  return file == NULL || count_sound_pages (file) == 0 || fail (MFT_ACT_ERROR_SOUND, path, error);
}

/* Whatever the damaged bytes mean, they hold nothing that looks like a signature. */
static gboolean
check_unsigned (MftByteSource *source, const char *path, MftJob *job, GError **error)
{
  goffset size = mft_byte_source_size (source);

  for (goffset at = 0; at < size; at++)
    {
      if (mft_byte_source_byte (source, at) == '/' && mft_byte_source_holds (source, at, MARK))
        return fail (MFT_ACT_ERROR_SIGNED, path, error);
      if ((at & 0xfffff) == 0 && !mft_job_check (job, error))
        return FALSE;
    }
  return TRUE;
}

static Recovery *
recover (const char *path, GError **error)
{
  g_autoptr (Recovery) recovery = qpdf_init ();

  qpdf_silence_errors (recovery);
  qpdf_set_suppress_warnings (recovery, QPDF_TRUE);
  qpdf_set_attempt_recovery (recovery, QPDF_TRUE);
  QPDF_ERROR_CODE result = qpdf_read (recovery, path, NULL);
  qpdf_error failure = (result & QPDF_ERRORS) != 0 ? qpdf_get_error (recovery) : NULL;
  if (failure == NULL && !qpdf_is_encrypted (recovery) && qpdf_get_num_pages (recovery) > 0)
    return g_steal_pointer (&recovery);
  if (failure == NULL ? qpdf_is_encrypted (recovery)
                      : qpdf_get_error_code (recovery, failure) == qpdf_e_password)
    g_set_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_ENCRYPTED, "'%s' is encrypted", path);
  else
    fail (MFT_ACT_ERROR_BEYOND_REPAIR, path, error);
  return NULL;
}

/* What ended the writing: qpdf tells only in words that the disk refused. */
static gboolean
fail_writing (Recovery *recovery, int reason, const char *input, GError **error)
{
  if (qpdf_get_error_code (recovery, qpdf_get_error (recovery)) != qpdf_e_system || reason == 0)
    return fail (MFT_ACT_ERROR_BEYOND_REPAIR, input, error);
  return mft_file_fail (error, reason, "cannot write what was found in", input);
}

static gboolean
write_recovered (Recovery *recovery, MftSafeFile *output, const char *input, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", mft_safe_file_fd (output));

  errno = 0;
  if ((qpdf_init_write (recovery, path) & QPDF_ERRORS) == 0)
    {
      qpdf_set_object_stream_mode (recovery, qpdf_o_disable);
      qpdf_set_deterministic_ID (recovery, QPDF_TRUE);
      qpdf_write (recovery);
    }
  return !qpdf_has_error (recovery) || fail_writing (recovery, errno, input, error);
}

/* Packed signatures, against the standard, show only now. */
static gboolean
is_unsigned (MftPdfFile *file)
{
  guint32 highest = mft_pdf_file_highest_number (file);

  for (guint32 number = 1; number <= highest; number++)
    {
      g_autoptr (MftPdfObject) object = mft_pdf_file_load (file, 0, number, 0, NULL);
      if (mft_pdf_dict_get (object, KEY) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* qpdf 11 passes over it if a disk takes a part of what it buffered: a full disk takes no more. */
static int
ask_disk (MftSafeFile *output)
{
  struct stat status;
  int file = mft_safe_file_fd (output);

  if (fstat (file, &status) != 0)
    return errno;
  int reason = posix_fallocate (file, status.st_size, DISK_BLOCK);
  return reason == ENOSPC || reason == EDQUOT ? reason : 0;
}

static void
fail_written (MftSafeFile *output, const char *input, GError **error)
{
  int reason = ask_disk (output);

  if (reason != 0)
    mft_file_fail (error, reason, "cannot write what was found in", input);
  else
    fail (MFT_ACT_ERROR_BEYOND_REPAIR, input, error);
}

/* 0 with an error. */
static guint
check_written (MftSafeFile *output, const char *input, GError **error)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_fd (mft_safe_file_fd (output), error);
  g_autoptr (MftPdfFile) file = source != NULL ? mft_pdf_file_new (source, NULL) : NULL;
  guint pages = file != NULL ? count_sound_pages (file) : 0;

  if (source == NULL)
    return 0;
  if (pages == 0)
    fail_written (output, input, error);
  else if (!is_unsigned (file))
    fail (MFT_ACT_ERROR_SIGNED, input, error);
  else
    return pages;
  return 0;
}

guint
mft_act_repair (const char *input, const char *output, gboolean replace, MftJob *job,
                GError **error)
{
  if (!mft_act_check_output (input, output, replace, error))
    return 0;
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (input, error);
  if (source == NULL || !check_damaged (source, input, error)
      || !check_unsigned (source, input, job, error))
    return 0;
  g_autoptr (Recovery) recovery = recover (input, error);
  g_autoptr (MftSafeFile) file = recovery != NULL ? mft_safe_file_new (output, error) : NULL;
  if (file == NULL)
    return 0;
  if (!_mft_act_is_whole (recovery, source))
    {
      fail (MFT_ACT_ERROR_PARTS_MISSING, input, error);
      return 0;
    }
  if (!write_recovered (recovery, file, input, error))
    return 0;
  guint pages = check_written (file, input, error);
  return pages > 0 && mft_job_check (job, error) && mft_safe_file_commit (file, replace, error)
             ? pages
             : 0;
}

char *
mft_act_suggest_repaired (const char *input)
{
  gsize length = strlen (input);

  if (g_str_has_suffix (input, ".pdf") || g_str_has_suffix (input, ".PDF"))
    length -= strlen (".pdf");
  return g_strdup_printf ("%.*s-diperbaiki.pdf", (int) length, input);
}
