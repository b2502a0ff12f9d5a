/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/status.h"

#include "check/check.h"

G_DEFINE_QUARK (mft - status - error, mft_status_error)

#define BIT(status) (1u << MFT_STATUS_##status)

/* Going back from a locked text is how it is unlocked; what is signed never goes back. */
static const struct
{
  const char *name;
  guint next;
  MftLock lock;
} statuses[] = {
  [MFT_STATUS_DRAFT] = { "draft", BIT (DISCUSSION) | BIT (FINAL), MFT_LOCK_NONE },
  [MFT_STATUS_DISCUSSION] = { "discussion", BIT (DRAFT) | BIT (FINAL), MFT_LOCK_NONE },
  [MFT_STATUS_FINAL] = { "final", BIT (DISCUSSION) | BIT (READY), MFT_LOCK_TEXT },
  [MFT_STATUS_READY]
  = { "ready", BIT (DISCUSSION) | BIT (FINAL) | BIT (PARTLY_SIGNED) | BIT (IN_FORCE),
      MFT_LOCK_ALL },
  [MFT_STATUS_PARTLY_SIGNED] = { "partly-signed", BIT (IN_FORCE) | BIT (TERMINATED), MFT_LOCK_ALL },
  [MFT_STATUS_IN_FORCE]
  = { "in-force", BIT (AMENDED) | BIT (EXTENDED) | BIT (EXPIRED) | BIT (TERMINATED), MFT_LOCK_ALL },
  [MFT_STATUS_AMENDED]
  = { "amended", BIT (EXTENDED) | BIT (EXPIRED) | BIT (TERMINATED), MFT_LOCK_ALL },
  [MFT_STATUS_EXTENDED]
  = { "extended", BIT (AMENDED) | BIT (EXPIRED) | BIT (TERMINATED), MFT_LOCK_ALL },
  [MFT_STATUS_EXPIRED] = { "expired", BIT (EXTENDED), MFT_LOCK_ALL },
  [MFT_STATUS_TERMINATED] = { "terminated", 0, MFT_LOCK_ALL },
};

const char *
mft_status_name (MftStatus status)
{
  return statuses[status].name;
}

gboolean
mft_status_from_name (const char *name, MftStatus *status)
{
  for (guint i = 0; i < MFT_STATUS_N; i++)
    if (g_str_equal (statuses[i].name, name))
      {
        *status = (MftStatus) i;
        return TRUE;
      }
  return FALSE;
}

MftLock
mft_status_lock (MftStatus status)
{
  return statuses[status].lock;
}

gboolean
mft_status_may_follow (MftStatus status, MftStatus next)
{
  return (statuses[status].next & (1u << next)) != 0;
}

/* Every required field has a value; those that come late only if `late`. */
static gboolean
check_fields (MftAgreement *agreement, gboolean late, GError **error)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; missing[i] != NULL; i++)
    {
      MftField *field = mft_agreement_get_field (agreement, missing[i]);
      if (late || !mft_field_comes_late (missing[i]))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                                mft_field_get_meaning (field));
    }
  if (names->len == 0)
    return TRUE;
  g_set_error (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_FIELDS, "still empty: %s", names->str);
  return FALSE;
}

static gboolean
check_findings (MftAgreement *agreement, GError **error)
{
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  const MftFinding *first = NULL;
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      if (finding->severity != MFT_SEVERITY_ERROR || finding->ignored)
        continue;
      if (first == NULL)
        first = finding;
      count++;
    }
  if (first == NULL)
    return TRUE;
  g_set_error (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_FINDINGS,
               "'%u' errors in the text, the first: '%s %s'", count, first->path, first->text);
  return FALSE;
}

gboolean
mft_status_check (MftStatus status, MftStatus next, MftAgreement *agreement, GError **error)
{
  if (!mft_status_may_follow (status, next))
    {
      g_set_error (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_ORDER, "'%s' does not follow '%s'",
                   mft_status_name (next), mft_status_name (status));
      return FALSE;
    }
  if (next == MFT_STATUS_FINAL)
    return check_fields (agreement, FALSE, error);
  if (next == MFT_STATUS_READY)
    return check_fields (agreement, TRUE, error) && check_findings (agreement, error);
  return TRUE;
}
