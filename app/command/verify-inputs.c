/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/verify-inputs.h"

#include <glib/gi18n.h>

#include "act/pdf-folder.h"

static MftExit
expand (const char *folder, GPtrArray *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mft_pdf_folder_list (folder, mft_command_job (), &error);

  if (found == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, folder, error);
  if (found->len == 0)
    return mft_command_misuse (_ ("there is no PDF in the folder %s"), folder);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
  return MFT_EXIT_DONE;
}

MftExit
mft_verify_inputs (GPtrArray *arguments, GPtrArray *files)
{
  MftExit status = MFT_EXIT_DONE;

  for (guint i = 0; i < arguments->len && status == MFT_EXIT_DONE; i++)
    {
      const char *path = g_ptr_array_index (arguments, i);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        status = expand (path, files);
      else
        g_ptr_array_add (files, g_strdup (path));
    }
  return status;
}
