/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/status-words.h"

#include <glib/gi18n.h>

const char *
mft_status_word (MftStatus status)
{
  switch (status)
    {
    case MFT_STATUS_DRAFT:
      return C_ ("status", "Draft");
    case MFT_STATUS_DISCUSSION:
      return C_ ("status", "In discussion");
    case MFT_STATUS_FINAL:
      return C_ ("status", "Final, waiting for numbers");
    case MFT_STATUS_READY:
      return C_ ("status", "Ready to be signed");
    case MFT_STATUS_PARTLY_SIGNED:
      return C_ ("status", "Partly signed");
    case MFT_STATUS_IN_FORCE:
      return C_ ("status", "In force");
    case MFT_STATUS_AMENDED:
      return C_ ("status", "Amended");
    case MFT_STATUS_EXTENDED:
      return C_ ("status", "Extended");
    case MFT_STATUS_EXPIRED:
      return C_ ("status", "Expired");
    case MFT_STATUS_TERMINATED:
      return C_ ("status", "Terminated");
    }
  return "";
}

const char *
mft_version_kind_word (MftVersionKind kind)
{
  switch (kind)
    {
    case MFT_VERSION_AUTOMATIC:
      return _ ("Kept automatically");
    case MFT_VERSION_NAMED:
      return _ ("Named version");
    case MFT_VERSION_SENT:
      return _ ("Sent");
    case MFT_VERSION_FINAL:
      return _ ("Final text");
    case MFT_VERSION_SIGNED:
      return _ ("Signed");
    case MFT_VERSION_CONFLICT:
      return _ ("Written at the same time elsewhere");
    }
  return "";
}
