/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* How the model's kinds are called in naskah.xml; shared by its writer and its reader. */

/* Where a block's own words go. */
typedef enum
{
  MFT_AKN_WORDS_NONE,
  MFT_AKN_WORDS_DIRECT,  /* into the element */
  MFT_AKN_WORDS_P,       /* into a p */
  MFT_AKN_WORDS_INTRO,   /* into a p of an intro, or of a content if no hierarchy follows */
  MFT_AKN_WORDS_HEADING, /* into a heading */
} MftAknWords;

/* An element that stands for a block. `mark` is the value of its "name" or "class" attribute, or
 * NULL. In the body and in attachments Akoma Ntoso wants hierarchy (paragraph, point), elsewhere
 * plain blocks (p, item). */
typedef struct
{
  MftBlockKind kind;
  gboolean hierarchic;
  const char *element;
  const char *mark_attribute;
  const char *mark;
  MftAknWords words;
} MftAknElement;

/* Whether the children of `parent` stand in hierarchy. */
gboolean _mft_akn_is_hierarchic (MftBlock *parent);

/* The element for a block, by where it stands and whether it holds others. */
const MftAknElement *_mft_akn_element_for (MftBlock *block);

/* The way back; `name` and `class_name` may be NULL. NULL if there is no such element. */
const MftAknElement *_mft_akn_element_find (const char *element, const char *name,
                                            const char *class_name);

/* Values of m:bentuk. NULL, or FALSE, for what there is not. */
const char *_mft_akn_form_name (int form);
gboolean _mft_akn_form_from_name (const char *name, int *form);
const char *_mft_akn_reference_name (int form);
gboolean _mft_akn_reference_from_name (const char *name, int *form);

/* Values of m:daftar; NULL for AUTO. */
const char *_mft_akn_marks_name (MftMarks marks);
gboolean _mft_akn_marks_from_name (const char *name, MftMarks *marks);

/* The attribute of our namespace that says it; NULL: none does. */
const char *_mft_akn_trait_name (MftTrait trait);
gboolean _mft_akn_is_trait (const char *name);

/* The setting that carries what a newer minor version put into our part of the metadata. */
#define MFT_AKN_KEPT "_lain"

/* The setting that carries that minor version: what came from it is known in no lower one. */
#define MFT_AKN_KEPT_VERSION "_versi"

G_END_DECLS
