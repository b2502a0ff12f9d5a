/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/decision.h"

#include <string.h>

#include "base/digest.h"

static const char *const names[MFT_STANCE_N] = {
  [MFT_STANCE_NONE] = NULL,
  [MFT_STANCE_AGREE] = "setuju",
  [MFT_STANCE_REFUSE] = "tolak",
  [MFT_STANCE_DISCUSS] = "bahas",
};

const char *
mft_stance_name (MftStance stance)
{
  return names[stance];
}

gboolean
mft_stance_from_name (const char *name, MftStance *stance)
{
  for (guint i = MFT_STANCE_AGREE; i < MFT_STANCE_N; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *stance = (MftStance) i;
        return TRUE;
      }
  return FALSE;
}

void
mft_decision_free (MftDecision *decision)
{
  g_free (decision->change);
  g_free (decision->note);
  g_free (decision->author);
  g_free (decision->time);
  g_free (decision);
}

char *
mft_decision_key (const MftChange *change, MftCompared side)
{
  const MftVersion *own = side == MFT_COMPARED_LEFT ? change->left : change->right;
  const MftVersion *other = side == MFT_COMPARED_LEFT ? change->right : change->left;

  if (own != NULL)
    return g_strdup (own->id);
  g_autofree char *digest = mft_sha256_hex (other->text, strlen (other->text));
  return g_strdup_printf ("baru-%.16s", digest);
}
