/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "bahasa/label.h"
#include "typeset/profile.h"

G_BEGIN_DECLS

/* An agreement the way word processors see it: one row of paragraphs, some of them in tables. The
 * writers of DOCX, ODT and HTML go through it from the first item to the last. */

typedef enum
{
  MFT_FLOW_PARAGRAPH,
  MFT_FLOW_TABLE, /* begins; ended by END, as are ROW and CELL */
  MFT_FLOW_ROW,
  MFT_FLOW_CELL,
  MFT_FLOW_END,
} MftFlowKind;

/* Named styles; what each looks like: mft_flow_style(). */
typedef enum
{
  MFT_FLOW_TITLE,
  MFT_FLOW_BODY,
  MFT_FLOW_CHAPTER,
  MFT_FLOW_PASAL,
  MFT_FLOW_AYAT,
  MFT_FLOW_HURUF,
  MFT_FLOW_ANGKA,
  MFT_FLOW_SUB_HURUF,
  MFT_FLOW_SUB_ANGKA,
  MFT_FLOW_CONTACT,
  MFT_FLOW_PERSON_NAME,
  MFT_FLOW_PERSON,
  MFT_FLOW_ROLE,   /* over a signature */
  MFT_FLOW_SPACE,  /* where a party signs */
  MFT_FLOW_SIGNER, /* under it */
  MFT_FLOW_ATTACHMENT,
  MFT_FLOW_ATTACHMENT_HEAD,
  MFT_FLOW_ATTACHMENT_TITLE,
  MFT_FLOW_SUBTITLE,
  MFT_FLOW_TABLE_HEAD,
  MFT_FLOW_TABLE_CELL,
  MFT_FLOW_LOGO,
  MFT_FLOW_FIGURE,         /* with its caption */
  MFT_FLOW_QUOTED_HEADING, /* of a Pasal that an addendum quotes */
  MFT_FLOW_N_STYLES,
} MftFlowStyle;

typedef enum
{
  MFT_FLOW_LEFT,
  MFT_FLOW_CENTRE,
  MFT_FLOW_JUSTIFIED,
} MftFlowAlign;

typedef struct
{
  const char *id;   /* ASCII, for files */
  const char *name; /* as the word processor shows it; Indonesian */
  MftFlowAlign align;
  gboolean bold;
  gboolean keep_next;
  guint outline; /* 1: a heading of the first level; 0: none */
  double above;  /* points */
  double below;
  double size;    /* of the letters */
  double leading; /* least distance of the lines */
} MftFlowLook;

/* A PNG or JPEG as it is shown; sides in points. */
typedef struct
{
  char *name; /* the entry "aset/…" that it comes from */
  GBytes *bytes;
  double width, height;
} MftFlowPicture;

/* A stretch of words. */
typedef struct
{
  char *text;
  MftStyle style;
  const char *field;  /* the empty field that it stands for, or NULL; borrowed from the agreement */
  const char *target; /* the block that it leads to, or NULL; borrowed */
  gboolean number;    /* it is the target's number, which the word processor computes too */
  gboolean tab;       /* a tab stands before it */
  guint at;           /* characters that the block shows before it */
} MftFlowSpan;

/* A list of several levels. Level 0 is the Pasal's, 1 the ayat's, from 2 on the items'. */
#define MFT_FLOW_LEVELS 6

typedef struct
{
  MftLabelKind levels[MFT_FLOW_LEVELS];
} MftFlowList;

typedef struct
{
  MftFlowKind kind;

  /* PARAGRAPH */
  MftFlowStyle style;
  MftBlock *block;               /* the block it can be found by, or NULL; borrowed */
  GArray *spans;                 /* MftFlowSpan */
  MftBlock *source;              /* whose words the spans are, or NULL; borrowed */
  guint from, to;                /* and which: the other characters stand in another paragraph */
  const MftFlowPicture *picture; /* before the words, on lines of its own; or NULL; borrowed */
  const char *label;             /* typed, not computed: before the words; "" for none; borrowed */
  guint list;                    /* of mft_flow_get_list(), from 1; 0: has no computed number */
  guint level;
  guint start;    /* not 0: the level begins here with this number */
  double left;    /* points: where the words stand; its number hangs before them */
  double hanging; /* by so much */
  gboolean page_before;
  guint section; /* not 0: pages of its own begin here, mft_flow_get_section() */
  gboolean keep_next;

  /* TABLE, CELL */
  gboolean ruled;
  guint columns;        /* TABLE: how many; CELL: how many it spans */
  const double *widths; /* TABLE: of the columns, points */
  gboolean head;        /* ROW: is repeated on every page */
} MftFlowItem;

/* The same spans cut at the places, in characters of what the block shows; what leads somewhere or is to be
 * filled in stays whole. Owned by the caller. */
GArray *mft_flow_spans_cut (const GArray *spans, const guint *places, guint n_places);

typedef struct MftFlow MftFlow;

/* Lives as long as the agreement stays as it is. The page profile is the one that the setting
 * "profil" names. */
MftFlow *mft_flow_new (MftAgreement *agreement);
void mft_flow_free (MftFlow *flow);

const MftProfile *mft_flow_get_profile (const MftFlow *flow);

/* Pages of one measure; 0 are the agreement's own, each other one begins with an attachment. */
guint mft_flow_n_sections (const MftFlow *flow);
const MftProfile *mft_flow_get_section (const MftFlow *flow, guint section);

/* What stands on every page over and under the text, as the settings say: one's own words, NULL for none, and
 * how far from the paper's edge their line is. */
const char *mft_flow_head (const MftFlow *flow);
const char *mft_flow_foot (const MftFlow *flow);
double mft_flow_head_edge (const MftProfile *profile);
double mft_flow_foot_edge (const MftProfile *profile);

MftAgreement *mft_flow_get_agreement (const MftFlow *flow);

guint mft_flow_size (const MftFlow *flow);
const MftFlowItem *mft_flow_get (const MftFlow *flow, guint index);

/* All pictures, in order: of MftFlowPicture; borrowed. */
GPtrArray *mft_flow_pictures (const MftFlow *flow);

guint mft_flow_n_lists (const MftFlow *flow);

/* From 1. */
const MftFlowList *mft_flow_get_list (const MftFlow *flow, guint list);

/* The looks depend on the profile. */
MftFlowLook mft_flow_look (MftFlowStyle style, const MftProfile *profile);

/* The face as word processors know it, and whether it has no serifs. */
const char *mft_flow_family (const MftProfile *profile);
gboolean mft_flow_is_sans (const MftProfile *profile);

/* The name that a block's paragraph can be found by: "_mft_ID". Owned by the caller. */
#define MFT_FLOW_ANCHOR "_mft_"
char *mft_flow_anchor (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftFlow, mft_flow_free)

G_END_DECLS
