/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/verify-evidence.h"

typedef gboolean (*LoadFunc) (const char *path, gpointer target, GError **error);

static gboolean
load_anchors (const char *path, gpointer anchors, GError **error)
{
  g_autoptr (GPtrArray) list = mft_certificate_list_new_from_file (path, error);

  if (list != NULL)
    mft_anchors_add_list (anchors, list);
  return list != NULL;
}

static gboolean
load_certificates (const char *path, gpointer certificates, GError **error)
{
  GPtrArray *list = mft_certificate_list_new_from_file (path, error);

  if (list != NULL)
    g_ptr_array_extend_and_steal (certificates, list);
  return list != NULL;
}

static gboolean
load_crl (const char *path, gpointer revocations, GError **error)
{
  return mft_revocation_set_add_crl_file (revocations, path, error);
}

static gboolean
load_ocsp (const char *path, gpointer revocations, GError **error)
{
  return mft_revocation_set_add_ocsp_file (revocations, path, error);
}

static MftExit
load_all (GPtrArray *files, LoadFunc load, gpointer target)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      if (!load (path, target, &error))
        return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
    }
  return MFT_EXIT_DONE;
}

MftExit
mft_verify_evidence_load (const MftVerifyEvidence *evidence, MftAnchors *anchors,
                          GPtrArray *certificates, MftRevocationSet *revocations)
{
  MftExit status = load_all (evidence->trust, load_anchors, anchors);

  if (status == MFT_EXIT_DONE)
    status = load_all (evidence->certificates, load_certificates, certificates);
  if (status == MFT_EXIT_DONE)
    status = load_all (evidence->crls, load_crl, revocations);
  if (status == MFT_EXIT_DONE)
    status = load_all (evidence->ocsps, load_ocsp, revocations);
  return status;
}

void
mft_verify_evidence_clear (MftVerifyEvidence *evidence)
{
  g_clear_pointer (&evidence->trust, g_ptr_array_unref);
  g_clear_pointer (&evidence->certificates, g_ptr_array_unref);
  g_clear_pointer (&evidence->crls, g_ptr_array_unref);
  g_clear_pointer (&evidence->ocsps, g_ptr_array_unref);
}
