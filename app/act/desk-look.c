/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document of the desk: whom it waits for. */
#include "act/desk.h"

#include <sys/stat.h>

#include "act/summary.h"
#include "agreement/shown.h"
#include "base/clock.h"
#include "pdf/error.h"
#include "report/sentences.h"
#include "verify/verify.h"

static gboolean
is_own (const MftSignatureReport *signature, GPtrArray *own)
{
  for (guint i = 0; signature->certificate != NULL && i < own->len; i++)
    if (mft_certificate_equal (signature->certificate, g_ptr_array_index (own, i)))
      return TRUE;
  return FALSE;
}

static void
note_signature (MftDeskItem *item, const MftSignatureReport *signature, GPtrArray *own,
                GString *waiting, gboolean *mine)
{
  if (signature->kind == MFT_SIGNATURE_KIND_TIMESTAMP)
    return;
  if (signature->state == MFT_SIGNATURE_EMPTY)
    {
      g_autofree char *field = mft_sentence_field (signature);
      g_string_append_printf (waiting, "%s%s", waiting->len > 0 ? ", " : "", field);
      return;
    }
  item->n_signed++;
  if (signature->integrity != MFT_INTEGRITY_INTACT
      || signature->changes_after == MFT_CHANGES_FORBIDDEN)
    item->is_in_order = FALSE;
  if (!is_own (signature, own))
    return;
  *mine = TRUE;
}

static void
sort_in (MftDeskItem *item, const MftVerifyReport *report, GPtrArray *own)
{
  g_autoptr (GString) waiting = g_string_new (NULL);
  gboolean mine = FALSE;

  item->is_in_order = TRUE;
  for (guint i = 0; i < report->signatures->len; i++)
    note_signature (item, g_ptr_array_index (report->signatures, i), own, waiting, &mine);
  gboolean open = waiting->len > 0;
  /* With no field left, others' signatures are all there are to be; without any field nobody knows. */
  if (!mine && (open || item->n_signed == 0))
    item->group = MFT_DESK_MINE;
  else
    item->group = open ? MFT_DESK_OTHERS : MFT_DESK_DONE;
  if (item->group != MFT_DESK_MINE)
    item->preservation = mft_preservation_of (report, mft_clock_now ());
  item->waiting_for = g_strdup (waiting->str);
}

static void
entitle (MftDeskItem *item)
{
  g_autoptr (MftAgreement) agreement = mft_summary_agreement (item->path, NULL);
  g_autofree char *title = agreement != NULL ? mft_agreement_dup_title (agreement) : NULL;

  item->title = title != NULL && title[0] != '\0' ? g_steal_pointer (&title)
                                                  : g_path_get_basename (item->path);
  item->with = agreement != NULL ? mft_summary_parties (agreement) : g_strdup ("");
}

MftDeskItem *
mft_desk_look (const char *path, GPtrArray *own, MftJob *job, GError **error)
{
  g_autoptr (MftVerifyReport) report = mft_verify_file (path, NULL, job, error);
  struct stat status;

  if (report == NULL)
    return NULL;
  if (report->verdict == MFT_VERDICT_UNREADABLE)
    {
      g_set_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED, "'%s' cannot be read", path);
      return NULL;
    }
  MftDeskItem *item = g_new0 (MftDeskItem, 1);
  item->path = g_strdup (path);
  item->sha256 = g_strdup (report->sha256);
  item->pages = report->pages;
  item->changed = stat (path, &status) == 0 ? (gint64) status.st_mtime * G_USEC_PER_SEC : 0;
  sort_in (item, report, own);
  entitle (item);
  return item;
}

MftDeskItem *
mft_desk_item_new_unreadable (const char *path, const GError *fault)
{
  MftDeskItem *item = g_new0 (MftDeskItem, 1);

  item->path = g_strdup (path);
  item->title = g_path_get_basename (path);
  item->with = g_strdup ("");
  item->group = MFT_DESK_UNREADABLE;
  item->fault = g_error_copy (fault);
  return item;
}

void
mft_desk_item_free (MftDeskItem *item)
{
  g_clear_error (&item->fault);
  g_free (item->path);
  g_free (item->sha256);
  g_free (item->title);
  g_free (item->with);
  g_free (item->waiting_for);
  g_free (item);
}
