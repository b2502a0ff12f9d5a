/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/template.h"

G_BEGIN_DECLS

/* Something that a template asks for. */
typedef struct
{
  char *id;
  const char *type; /* "teks", "durasi", …; "daftar" for a list */
  gboolean required;
  char *initial; /* the default, or NULL; the items of a list parted by line feeds */
  const char
      *format;    /* how a value is written, Indonesian, for people; NULL if it is plain words */
  char **choices; /* or NULL */
  char *meaning;  /* Indonesian */
} MftTemplateField;

void mft_template_field_free (MftTemplateField *field);

/* All fields that any choice of the template may show, in the order of the text. An array of
 * MftTemplateField, owned by the caller. */
GPtrArray *mft_template_list_fields (const MftTemplate *template);

G_END_DECLS
