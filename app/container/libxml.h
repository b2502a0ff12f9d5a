/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "config.h"

/* XML. Loaded late: every function that is called stands here. What it gives out is freed by g_free(). */
#define htmlReadMemory(...) MFT_LATE (MFT_LATE_LIBXML, htmlReadMemory) (__VA_ARGS__)
#define xmlCtxtGetLastError(...) MFT_LATE (MFT_LATE_LIBXML, xmlCtxtGetLastError) (__VA_ARGS__)
#define xmlCtxtReadMemory(...) MFT_LATE (MFT_LATE_LIBXML, xmlCtxtReadMemory) (__VA_ARGS__)
#define xmlDocGetRootElement(...) MFT_LATE (MFT_LATE_LIBXML, xmlDocGetRootElement) (__VA_ARGS__)
#define xmlFreeDoc(...) MFT_LATE (MFT_LATE_LIBXML, xmlFreeDoc) (__VA_ARGS__)
#define xmlFreeParserCtxt(...) MFT_LATE (MFT_LATE_LIBXML, xmlFreeParserCtxt) (__VA_ARGS__)
#define xmlGetLineNo(...) MFT_LATE (MFT_LATE_LIBXML, xmlGetLineNo) (__VA_ARGS__)
#define xmlGetProp(...) MFT_LATE (MFT_LATE_LIBXML, xmlGetProp) (__VA_ARGS__)
#define xmlIsBlankNode(...) MFT_LATE (MFT_LATE_LIBXML, xmlIsBlankNode) (__VA_ARGS__)
#define xmlNewParserCtxt(...) MFT_LATE (MFT_LATE_LIBXML, xmlNewParserCtxt) (__VA_ARGS__)
#define xmlNodeGetContent(...) MFT_LATE (MFT_LATE_LIBXML, xmlNodeGetContent) (__VA_ARGS__)
#define xmlSAX2Characters(...) MFT_LATE (MFT_LATE_LIBXML, xmlSAX2Characters) (__VA_ARGS__)
#define xmlSAX2EndElementNs(...) MFT_LATE (MFT_LATE_LIBXML, xmlSAX2EndElementNs) (__VA_ARGS__)
#define xmlSAX2StartElementNs(...) MFT_LATE (MFT_LATE_LIBXML, xmlSAX2StartElementNs) (__VA_ARGS__)
#define xmlStopParser(...) MFT_LATE (MFT_LATE_LIBXML, xmlStopParser) (__VA_ARGS__)
#define xmlStrcmp(...) MFT_LATE (MFT_LATE_LIBXML, xmlStrcmp) (__VA_ARGS__)
