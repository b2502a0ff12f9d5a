/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/tags.h"

G_BEGIN_DECLS

typedef enum
{
  KID_ELEMENT,
  KID_STRETCH,
  KID_LINK,
  KID_FIELD,
} KidKind;

typedef struct
{
  KidKind kind;
  guint index; /* of the kind's own array */
} Kid;

typedef struct
{
  const char *name; /* interned */
  char *alternative;
  const char *scope; /* interned or NULL */
  guint parent;
  GArray *kids; /* Kid */
  qpdf_oh object;
} Element;

/* `number` is its place among the marked contents of its page; -1: nothing was drawn in it. */
typedef struct
{
  guint page;
  guint element;
  int number;
} Stretch;

typedef struct
{
  guint page;
  guint element;
  double x, y, width, height;
  char *destination;
  char *contents;
} Link;

typedef struct
{
  guint element;
  char *name;
} Field;

struct MftTags
{
  grefcount references;
  GArray *elements;  /* Element; the first is the Document */
  GArray *stretches; /* Stretch, in the order of drawing */
  GArray *links;     /* Link */
  GArray *fields;    /* Field */
  guint open;        /* an element */
};

/* Renames cairo's marks in the pages' contents after the stretches, and numbers these. */
gboolean _mft_tags_mark_pages (MftTags *tags, MftQpdf *pdf, GError **error);

G_END_DECLS
