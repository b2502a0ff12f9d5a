/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How good the news is. Never told by colour alone: icon, word, tint, in this order. */
typedef enum
{
  MFT_TONE_GOOD,
  MFT_TONE_WAITING,
  MFT_TONE_UNSURE,
  MFT_TONE_BAD,
  MFT_TONE_NEUTRAL,
  MFT_TONE_PRACTICE, /* works, but is not certified */
} MftTone;

const char *mft_tone_icon (MftTone tone);

/* A style class that tints text and icons. */
const char *mft_tone_class (MftTone tone);

GtkWidget *mft_tone_image_new (MftTone tone);

/* Icon and word in a line. The word is plain text. */
GtkWidget *mft_tone_label_new (MftTone tone, const char *word);

G_END_DECLS
