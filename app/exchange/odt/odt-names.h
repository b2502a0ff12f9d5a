/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* OpenDocument 1.3 part 3: the namespaces that are read. */
#define MFT_ODT_OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define MFT_ODT_TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define MFT_ODT_STYLE "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
#define MFT_ODT_TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define MFT_ODT_DRAW "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
#define MFT_ODT_FO "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
#define MFT_ODT_XLINK "http://www.w3.org/1999/xlink"
#define MFT_ODT_DC "http://purl.org/dc/elements/1.1/"
#define MFT_ODT_XML "http://www.w3.org/XML/1998/namespace"
#define MFT_ODT_LOEXT "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
