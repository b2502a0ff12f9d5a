/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values as a PDF spells them (ISO 32000-1, 7.3), whatever the locale, each appended to a text. */

void mft_pdf_put_integer (GString *text, gint64 number);

/* Rounded to so many decimals, at most four; no zeros at the end. */
void mft_pdf_put_number (GString *text, double number, guint decimals);

/* "12 0 R". */
void mft_pdf_put_reference (GString *text, guint number);

/* Lower left and upper right corner, in points. */
void mft_pdf_put_rectangle (GString *text, double left, double bottom, double right, double top);

/* Words for people: as they are if they are ASCII, else UTF-16. */
void mft_pdf_put_text (GString *text, const char *utf8, gssize bytes);

/* UTF-16BE in hexadecimal digits, without brackets and mark. */
void mft_pdf_put_utf16 (GString *text, const char *utf8, gssize bytes);

/* The bytes of a string, in parentheses or as a part of what stands in them. */
void mft_pdf_put_string (GString *text, const char *bytes, gsize size);
void mft_pdf_put_escaped (GString *text, const char *bytes, gsize size);

G_END_DECLS
