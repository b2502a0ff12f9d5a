/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/change.h"

#include <string.h>

#include "base/digest.h"

static const char *const names[MFT_CHANGE_N_CLASSES] = {
  [MFT_CHANGE_SAME] = "same",
  [MFT_CHANGE_EDITED] = "edited",
  [MFT_CHANGE_MOVED] = "moved",
  [MFT_CHANGE_MOVED_EDITED] = "moved_edited",
  [MFT_CHANGE_INSERTED] = "inserted",
  [MFT_CHANGE_DELETED] = "deleted",
  [MFT_CHANGE_SPLIT] = "split",
  [MFT_CHANGE_MERGED] = "merged",
  [MFT_CHANGE_RENUMBERED] = "renumbered",
  [MFT_CHANGE_REFERENCE_ONLY] = "reference_only",
  [MFT_CHANGE_COSMETIC] = "cosmetic",
};

const char *
mft_change_class_name (MftChangeClass class)
{
  return names[class];
}

gboolean
mft_change_class_from_name (const char *name, MftChangeClass *class)
{
  for (guint i = 0; i < MFT_CHANGE_N_CLASSES; i++)
    if (g_str_equal (names[i], name))
      {
        *class = (MftChangeClass) i;
        return TRUE;
      }
  return FALSE;
}

static void
version_free (MftVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->path);
  g_free (version->id);
  g_free (version->label);
  g_free (version->text);
  g_strfreev (version->ids);
  g_free (version);
}

void
mft_change_free (MftChange *change)
{
  version_free (change->left);
  version_free (change->right);
  g_free (change->article);
  g_free (change->heading);
  g_array_unref (change->pieces);
  g_free (change);
}

gboolean
mft_change_is_hidden (const MftChange *change, guint classes)
{
  return !change->important && (classes & 1u << change->class) != 0;
}

char *
mft_change_dup_key (const MftChange *change, MftCompared side)
{
  const MftVersion *own = side == MFT_COMPARED_LEFT ? change->left : change->right;
  const MftVersion *other = side == MFT_COMPARED_LEFT ? change->right : change->left;

  if (own != NULL)
    return g_strdup (own->id);
  g_autofree char *digest = mft_sha256_hex (other->text, strlen (other->text));
  return g_strdup_printf ("baru-%.16s", digest);
}
