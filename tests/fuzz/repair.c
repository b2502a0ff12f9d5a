/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>

#include "act/repair.h"
#include "base/safe-file.h"
#include "pdf/page.h"

/* What was repaired can be read; what was not leaves nothing behind. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static char damaged[] = "/tmp/mufakat-XXXXXX", repaired[sizeof damaged + 4];

  if (repaired[0] == '\0')
    {
      g_close (g_mkstemp (damaged), NULL);
      g_snprintf (repaired, sizeof repaired, "%s.pdf", damaged);
    }
  g_assert_true (mft_safe_file_save (damaged, data, size, TRUE, NULL));
  guint pages = mft_act_repair (damaged, repaired, TRUE, NULL, NULL);
  g_assert_true ((pages > 0) == g_file_test (repaired, G_FILE_TEST_EXISTS));
  g_unlink (damaged);
  if (pages == 0)
    return 0;
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (repaired, NULL);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_assert_nonnull (file);
  g_assert_cmpint (mft_pdf_pages_count (file, mft_pdf_file_last_revision (file), NULL), ==, pages);
  g_unlink (repaired);
  return 0;
}
