/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/pdf/pdf-objects.h"
#include "draw/tags-private.h"

G_BEGIN_DECLS

/* An annotation of a page that belongs to an element of the structure: a link, or a field's widget. */
typedef struct
{
  guint number; /* of its object */
  guint page;   /* from 0 */
} MftPdfAnnotation;

/* The numbers of what the structure refers to. Borrowed. */
typedef struct
{
  const guint *pages;
  guint n_pages;
  const MftPdfAnnotation *links;  /* as in the tags */
  const MftPdfAnnotation *fields; /* as in the tags */
} MftPdfPlaces;

/* The keys under which pages, links and fields are found in the structure: /StructParents,
 * /StructParent (ISO 32000-1, 14.7.4.4). A page's is its number from 0. */
guint mft_pdf_structure_link_key (const MftPdfPlaces *places, guint link);
guint mft_pdf_structure_field_key (const MftPdfPlaces *places, const MftTags *tags, guint field);

/* Writes the tree of elements that hold anything. Returns the number of its root. */
guint mft_pdf_structure_write (const MftTags *tags, MftPdfObjects *objects,
                               const MftPdfPlaces *places);

G_END_DECLS
