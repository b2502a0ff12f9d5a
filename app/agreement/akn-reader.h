/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "container/libxml.h"
#include "container/xml-writer.h"

G_BEGIN_DECLS

/* The state of one reading of naskah.xml, shared by the files that do it. */
typedef struct
{
  gboolean newer;   /* written by a higher minor version */
  char version[16]; /* which */
  GHashTable *ids;  /* of the blocks so far, borrowed */
  GArray *written;  /* MftAknWritten */
} MftAknReader;

/* Computed words as the file has them. */
typedef struct
{
  MftBlock *block;
  int atom; /* which atom of the block's text, from 0; -1 for its label */
  char *words;
} MftAknWritten;

/* Sets an error at the line of `node`. What nobody knows is damage, or VERSION in a newer file. */
gboolean _mft_akn_fail (const xmlNode *node, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean _mft_akn_fail_unknown (const MftAknReader *reader, const xmlNode *node, GError **error);

/* An attribute of no namespace; one of ours. Borrowed, NULL if absent. */
const char *_mft_akn_plain (const xmlNode *node, const char *name);
const char *_mft_akn_own (const xmlNode *node, const char *name);

/* The inline content of an element as the text of `block`. */
gboolean _mft_akn_read_inline (MftAknReader *reader, MftBlock *block, xmlNode *element,
                               GError **error);

/* An element of our namespace that this version does not know, as canonical markup. */
gboolean _mft_akn_keep (MftXmlWriter *xml, xmlNode *node, GError **error);

/* Fields and settings. */
gboolean _mft_akn_read_proprietary (MftAknReader *reader, MftAgreement *agreement,
                                    xmlNode *proprietary, GError **error);

G_END_DECLS
