/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/decision.h"

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
  g_free (decision->place);
  g_free (decision->before);
  g_free (decision->after);
  g_free (decision);
}
