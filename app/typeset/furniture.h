/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mark.h"
#include "typeset/paragraph.h"
#include "typeset/profile.h"

G_BEGIN_DECLS

/* Points: letters of the number and of the words, and the foot's baseline under the text. */
#define MFT_FURNITURE_NUMBER_SIZE 10.0
#define MFT_FURNITURE_WORDS_SIZE 8.5
#define MFT_FURNITURE_FOOT_BELOW 12.0

/* What stands on every page besides the text: running words, number, notice, boxes for initials. */
typedef struct
{
  gboolean draft; /* KONSEP across the page; no notice */
  char *head;     /* or NULL */
  char *foot;     /* or NULL */
  GArray *notice; /* MftPlacedLine; NULL: none */
  MftMark *mark;
  char *qr;       /* beside the notice, or NULL */
  guint initials; /* boxes, one a party; 0: none */
} MftFurniture;

/* Whether the parties sign on paper: so says the setting "penutupan" (basah | elektronik), else the
 * closing clause. Then no page tells of electronic signatures. */
#define MFT_SETTING_CLOSING "penutupan"
gboolean mft_furniture_is_wet (MftAgreement *agreement);

/* `notice` and `qr` may be NULL. `profile` is that of the agreement's pages; its foot grows where the
 * notice needs more room. */
MftFurniture *mft_furniture_new (MftAgreement *agreement, MftProfile *profile,
                                 PangoContext *context, const char *notice, const char *qr,
                                 MftMark *mark, gboolean draft);
void mft_furniture_free (MftFurniture *furniture);

/* Of the head's words and number, from the paper's edge. */
double mft_furniture_head_baseline (const MftProfile *profile);

/* The characters of the notice that its face lacks, to an array of gunichar. */
void mft_furniture_missing (const MftFurniture *furniture, GArray *missing);

/* On page `number` (from 1) of `count`. `catchword` may be NULL; `context`: mft_fonts_context(). */
void mft_furniture_draw (const MftFurniture *furniture, const MftProfile *profile, guint number,
                         guint count, const char *catchword, PangoContext *context,
                         MftCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftFurniture, mft_furniture_free)

G_END_DECLS
