/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/xml.h"
#include "container/zip.h"
#include "exchange/odt/odt-counter.h"
#include "exchange/odt/odt-names.h"
#include "exchange/odt/odt-reader.h"
#include "exchange/recognise/source.h"

G_BEGIN_DECLS

/* The state of one reading; shared by the files of this folder. */
typedef struct
{
  MftZip *zip;
  MftOdtStyleSheet *sheet;
  MftOdtCounter *counter;
  MftImportReport *report;
  MftImportSource *source;
  MftTrackedChanges changes;
  GHashTable *regions; /* id of a tracked change → text:insertion or text:deletion */
  guint skipping;      /* how many rejected insertions are open */

  gboolean across; /* the pages lie on their side */
  MftImportPlace place;
  guint tables;

  MftOdtList *list; /* that is being read, or NULL */
  const char *list_style;
  guint level;
  const char *start; /* where the item begins anew */
  gboolean labelled; /* the item's paragraph has its number already */

  GPtrArray *comments; /* xmlNode office:annotation, as reported */
  const char *style;   /* of the paragraph that is being read */
  GPtrArray *boxes;
} MftOdtReader;

/* The pieces of a paragraph. `style` is the character style around them, or NULL. */
void _mft_odt_read_inline (MftOdtReader *self, xmlNode *parent, const char *style);

/* text:change, text:change-start, text:change-end; FALSE for another element. */
gboolean _mft_odt_read_change (MftOdtReader *self, const xmlNode *node);

/* Says of each comment which words it is about and which it answers, once all is read. */
void _mft_odt_place_comments (MftOdtReader *self);

/* The pictures of a frame, or of a header (`margin`), but not of its text boxes. */
void _mft_odt_read_pictures (MftOdtReader *self, xmlNode *node, gboolean margin);

/* Paragraphs, lists, tables. */
void _mft_odt_read_blocks (MftOdtReader *self, xmlNode *parent);

/* Ends the paragraph that is being read, with its number. */
void _mft_odt_end_paragraph (MftOdtReader *self);

G_END_DECLS
