/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/recognise/line.h"
#include "exchange/recognise/margin.h"
#include "exchange/recognise/remarked.h"

G_BEGIN_DECLS

/* The lines of a document that has paragraphs, while a reader goes through it. */
typedef struct MftImportSource MftImportSource;

/* What a paragraph's surroundings say about it. Strings are borrowed. */
typedef struct
{
  const char *label; /* the number that the source computes for it, or NULL */
  guint list;        /* as in MftImportLine */
  gboolean bullet;
  gboolean across; /* on pages that lie on their side */
  MftImportPlace place;
} MftImportHints;

MftImportSource *mft_import_source_new (MftImportReport *report);
void mft_import_source_free (MftImportSource *self);

/* Adds to the paragraph that is being read. "\n" in the words begins a new line of it, "\t" a new
 * column. `link` is the anchor that the words lead to, or NULL. */
void mft_import_source_words (MftImportSource *self, const char *words, MftStyle style,
                              const char *link);

/* The paragraph, the next one if none has words yet, can be reached by this name; one of the form
 * "_mft_ID" says of which block of ours it was written. */
void mft_import_source_anchor (MftImportSource *self, const char *name);

/* What a comment is about begins and ends here, in words of one paragraph. */
void mft_import_source_begin_comment (MftImportSource *self, const char *id);
void mft_import_source_end_comment (MftImportSource *self, const char *id);

/* Puts the words that the comment `id` is about, and where they stand, into what is told of it. */
void mft_import_source_place_comment (MftImportSource *self, const char *id,
                                      MftImportComment *comment);

/* Words of the paragraph that an eye would not find, and why: they are told, each reason by itself. */
void mft_import_source_unseen (MftImportSource *self, const char *words, const char *as);

/* A picture in the paragraph that is being read; outside of one, `margin`: in a header. `name` is for people, or the
 * entry of ours that it was written from. */
void mft_import_source_picture (MftImportSource *self, const char *name, GBytes *bytes,
                                gboolean margin);

/* What a header (`setting`: MFT_SETTING_HEAD) or footer (MFT_SETTING_FOOT) says. Words that every page of
 * ours can have are taken for that setting, others are dropped; both are told, and each only once. */
void mft_import_source_margin (MftImportSource *self, const char *setting, MftImportMargin *margin);

/* The paper of the first pages, in points. */
void mft_import_source_paper (MftImportSource *self, double width, double height);

/* Ends the paragraph: it becomes lines, or, if it is empty, a gap. Lines without a letter or digit are
 * dropped and told. */
void mft_import_source_end (MftImportSource *self, const MftImportHints *hints);

/* The number of the paragraph that is being read, from 1: what a report calls its line. */
guint mft_import_source_number (const MftImportSource *self);

/* Makes an agreement of all that was read. Errors: MFT_EXCHANGE_ERROR_EMPTY. */
MftAgreement *mft_import_source_recognise (MftImportSource *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftImportSource, mft_import_source_free)

G_END_DECLS
