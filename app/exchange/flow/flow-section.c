/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow-private.h"

#include "typeset/furniture.h"

void
mft_flow_begin_pages (MftFlow *flow)
{
  MftProfile *profile = g_new0 (MftProfile, 1);

  if (!mft_profile_init (profile, flow->agreement, NULL))
    mft_profile_init (profile, flow->agreement, mft_profiles ()->id);
  flow->sections = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (flow->sections, profile);
  flow->profile = profile;
}

static gboolean
look_alike (const MftProfile *a, const MftProfile *b)
{
  return g_str_equal (a->id, b->id) && a->width == b->width && a->left == b->left;
}

gboolean
mft_flow_turn_pages (MftFlow *flow, MftBlock *attachment)
{
  MftProfile profile;

  mft_profile_init_attachment (&profile, mft_flow_get_profile (flow), flow->agreement, attachment);
  if (look_alike (&profile, flow->profile))
    return FALSE;
  flow->profile = g_memdup2 (&profile, sizeof profile);
  g_ptr_array_add (flow->sections, (gpointer) flow->profile);
  return TRUE;
}

const MftProfile *
mft_flow_get_profile (const MftFlow *flow)
{
  return mft_flow_get_section (flow, 0);
}

guint
mft_flow_n_sections (const MftFlow *flow)
{
  return flow->sections->len;
}

const MftProfile *
mft_flow_get_section (const MftFlow *flow, guint section)
{
  return flow->sections->pdata[section];
}

static const char *
get_words (const MftFlow *flow, const char *setting)
{
  const char *words = mft_agreement_get_setting (flow->agreement, setting);

  return words != NULL && *words != '\0' ? words : NULL;
}

const char *
mft_flow_head (const MftFlow *flow)
{
  return get_words (flow, MFT_SETTING_HEAD);
}

const char *
mft_flow_foot (const MftFlow *flow)
{
  return get_words (flow, MFT_SETTING_FOOT);
}

/* From the upper edge to the top of the line whose foot is where our own pages have it. */
double
mft_flow_head_edge (const MftProfile *profile)
{
  return mft_furniture_head_baseline (profile) - MFT_FURNITURE_NUMBER_SIZE;
}

double
mft_flow_foot_edge (const MftProfile *profile)
{
  return MAX (profile->bottom - MFT_FURNITURE_FOOT_BELOW - 0.3 * MFT_FURNITURE_WORDS_SIZE, 0);
}
