/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "template/template.h"
#include "template/values.h"

G_BEGIN_DECLS

/* What someone asks of a template. All but `template` may be NULL or 0. */
typedef struct
{
  const MftTemplate *template;
  const MftValues *values;
  GHashTable *choices; /* id of a choice or clause → choice, both char * */
  guint parties;       /* 0: the template's; more: added after the pattern of its last one */
  gboolean incomplete; /* required fields may be empty */
} MftTemplateRequest;

/* Puts the agreement together: its words are runs, every number in words and every reference computed.
 * The same request gives the same block ids. Errors: MFT_TEMPLATE_ERROR_UNKNOWN (a choice), _PARTIES,
 * _NEEDS, _VALUE, _INCOMPLETE (the message ends with the fields' ids, parted by ", "). */
MftAgreement *mft_template_instantiate (const MftTemplateRequest *request, GError **error);

G_END_DECLS
