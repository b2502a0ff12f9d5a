/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/xml-writer.h"

#include "report/marked.h"

G_BEGIN_DECLS

/* What Office Open XML files (ECMA-376) share. */

/* A package of one main part with its style part. `names` of the two are relative to `folder`. */
typedef struct
{
  const char *folder;    /* "word" */
  const char *main_name; /* "document.xml" */
  const char *main_type; /* content types */
  const char *styles_type;
  GBytes *main;
  const char *styles;

  /* A spreadsheet's one sheet; NULL in a text. */
  GBytes *sheet;
} MftOfficePackage;

/* Errors: MFT_CONTAINER_ERROR. */
GBytes *mft_office_write (const MftOfficePackage *package, GError **error);

/* A text of Word whose document.xml is `main`, in the styles below. Errors: MFT_CONTAINER_ERROR. */
GBytes *mft_office_write_word (GBytes *main, GError **error);

/* <w:r> with one mark as formatting; line feeds become <w:br/>. */
void mft_office_run (MftXmlWriter *xml, MftMarkKind kind, const char *text);

/* Text of one run, kept with its spaces, in <w:t> or <w:delText>. */
void mft_office_words (MftXmlWriter *xml, const char *element, const char *text);

#define MFT_WORD_SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define MFT_SHEET_SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

G_END_DECLS
