/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes canonical XML: equal calls give equal bytes. Attributes come in the order given, text in
 * NFC, no white space but that of mft_xml_writer_line(). Text that XML cannot carry (control
 * characters, invalid UTF-8) becomes U+FFFD. Names are the caller's and are written as they are. */
typedef struct MftXmlWriter MftXmlWriter;

/* Begins with the XML declaration; the fragment does not. */
MftXmlWriter *mft_xml_writer_new (void);
MftXmlWriter *mft_xml_writer_new_fragment (void);
void mft_xml_writer_free (MftXmlWriter *writer);

void mft_xml_writer_start (MftXmlWriter *writer, const char *name);

/* Only right after start. A NULL value writes nothing. */
void mft_xml_writer_attribute (MftXmlWriter *writer, const char *name, const char *value);

void mft_xml_writer_text (MftXmlWriter *writer, const char *text);
void mft_xml_writer_end (MftXmlWriter *writer);

/* A line feed: what follows begins a new line. */
void mft_xml_writer_line (MftXmlWriter *writer);

/* start, text, end. */
void mft_xml_writer_element (MftXmlWriter *writer, const char *name, const char *text);

/* Markup of a fragment, as it stands. */
void mft_xml_writer_raw (MftXmlWriter *writer, const char *markup);

/* Ends what is open and hands over the bytes; a whole file ends with a line feed. */
GBytes *mft_xml_writer_finish (MftXmlWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftXmlWriter, mft_xml_writer_free)

G_END_DECLS
