/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/template.h"

G_BEGIN_DECLS

/* What a template lets one choose, in words for people (Indonesian data, no ids). Owned by the caller. */
char *mft_choice_dup_title (const MftTemplate *template, const MftChoice *choice);
char *mft_choice_dup_option (const MftTemplate *template, const MftChoice *choice,
                             const char *option);

/* For the drafter: what to mind with this option, and whether its clause may be used only after a legal
 * review ("perlu telaah"). NULL for nothing. Owned by the caller. */
char *mft_choice_dup_note (const MftTemplate *template, const MftChoice *choice,
                           const char *option);

/* Where it belongs in a form. */
typedef enum
{
  MFT_CHOICE_OF_WHOLE,      /* how it is signed, on what authority, opening */
  MFT_CHOICE_OF_WORDING,    /* how a Pasal that is always there reads */
  MFT_CHOICE_OF_OPTIONAL,   /* whether a Pasal or line is there, and how it reads */
  MFT_CHOICE_OF_ATTACHMENT, /* whether a lampiran is there */
} MftChoiceGroup;

MftChoiceGroup mft_choice_get_group (const MftChoice *choice);

G_END_DECLS
