/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/tags.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_TAG_KID_ELEMENT,
  MFT_TAG_KID_STRETCH,
  MFT_TAG_KID_LINK,
  MFT_TAG_KID_FIELD,
} MftTagKidKind;

typedef struct
{
  MftTagKidKind kind;
  guint index; /* of the kind's own array; of a stretch its number on `page` */
  guint page;  /* of a stretch */
} MftTagKid;

typedef struct
{
  const char *name; /* interned */
  char *alternative;
  const char *scope; /* interned or NULL */
  guint parent;
  GArray *kids; /* MftTagKid; NULL: none */
} MftTagElement;

typedef struct
{
  guint page;
  guint element;
  double x, y, width, height;
  char *destination;
  char *contents;
} MftTagLink;

typedef struct
{
  guint element;
  char *name;
} MftTagField;

struct MftTags
{
  GArray *elements; /* MftTagElement; the first is the Document */
  GPtrArray *pages; /* a GArray of guint each: the element of each stretch, by its number */
  GArray *links;    /* MftTagLink */
  GArray *fields;   /* MftTagField */
  guint open;       /* an element */
};

static inline MftTagElement *
_mft_tags_element (const MftTags *tags, guint element)
{
  return &g_array_index (tags->elements, MftTagElement, element);
}

G_END_DECLS
