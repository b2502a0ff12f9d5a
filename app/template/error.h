/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_TEMPLATE_ERROR (mft_template_error_quark ())

typedef enum
{
  MFT_TEMPLATE_ERROR_SYNTAX,     /* a text breaks the form; the message starts with FILE:LINE */
  MFT_TEMPLATE_ERROR_UNKNOWN,    /* no such template, clause, choice or field */
  MFT_TEMPLATE_ERROR_VALUE,      /* a value does not fit its field; the message names the field */
  MFT_TEMPLATE_ERROR_INCOMPLETE, /* required fields have no value; the message names them */
  MFT_TEMPLATE_ERROR_FORM,       /* a list where a text is due, and the like; names the field */
  MFT_TEMPLATE_ERROR_NEEDS,      /* a clause is in without the one that it rests on; names both */
  MFT_TEMPLATE_ERROR_PARTIES,    /* the template, named, is not made for so many parties */
} MftTemplateError;

GQuark mft_template_error_quark (void);

G_END_DECLS
