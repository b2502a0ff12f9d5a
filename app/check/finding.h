/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_SEVERITY_ERROR,
  MFT_SEVERITY_WARNING,
  MFT_SEVERITY_SUGGESTION,
} MftSeverity;

typedef enum
{
  MFT_FIX_TEXT,   /* characters `start` to `end` of the block's text */
  MFT_FIX_LABEL,  /* the block's locked label, which is to be counted again: `words` is empty */
  MFT_FIX_FIELD,  /* the value of `field` */
  MFT_FIX_ITALIC, /* characters `start` to `end` stand in italics, in the same words */
} MftFixKind;

/* What is now `before` is to become `words`. */
typedef struct
{
  MftFixKind kind;
  guint start;
  guint end;
  char *field;
  char *before;
  char *words;
} MftFix;

/* What a rule found at one place. */
typedef struct
{
  const char *rule;   /* its id: "number-words" */
  const char *source; /* the law or practice behind it, in Indonesian */
  MftSeverity severity;
  char *block_id; /* NULL: nowhere in particular */
  char *path;     /* "Pasal 7 ayat (1)"; "" with no block */
  guint start;    /* the place in the block's text, in characters */
  guint end;
  char *text;          /* the words there, as read */
  const char *message; /* English, marked for gettext, with {1}, {2} for the arguments */
  char **arguments;
  MftFix *fix;      /* NULL: a person must decide */
  gboolean ignored; /* a person lets it stand: ignored.h */
} MftFinding;

void mft_finding_free (MftFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftFinding, mft_finding_free)

/* "error", "warning", "suggestion": the name in JSON. */
const char *mft_severity_name (MftSeverity severity);

/* The name of a fix for people: English, marked for gettext, with {1} for what is there now and {2} for
 * what it becomes; for mft_fix_words(). */
const char *mft_fix_label (const MftFix *fix);
char *mft_fix_words (const MftFix *fix, const char *template);

/* The message for people; `template` is gettext (finding->message). Owned by the caller. */
char *mft_finding_words (const MftFinding *finding, const char *template);

G_END_DECLS
