/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "container/libxml.h"

G_BEGIN_DECLS

/* What an XML file from outside may ask of us. */
typedef struct
{
  gsize size; /* bytes */
  guint depth;
  guint nodes; /* elements, attributes and stretches of text */
} MftXmlLimits;

/* 64 MiB, 64 levels, 2,000,000 nodes. */
extern const MftXmlLimits mft_xml_limits_default;

/* Parses without network, without a DTD and without entities: a DOCTYPE is refused. `name` is told
 * in errors ("naskah.xml, line 3: …"). `limits` may be NULL (default). The caller frees the document
 * (g_autoptr (xmlDoc)). Errors: MFT_CONTAINER_ERROR. */
xmlDoc *mft_xml_parse (GBytes *bytes, const char *name, const MftXmlLimits *limits, GError **error);

/* Whether `node` is the element `name` of the namespace `space` (NULL: of none). */
gboolean mft_xml_is (const xmlNode *node, const char *space, const char *name);

/* The value of an attribute of `space` (NULL: of none), borrowed from the node; NULL if absent. */
const char *mft_xml_attribute (const xmlNode *node, const char *space, const char *name);

/* The first element among `node` and its next siblings, NULL if there is none. */
xmlNode *mft_xml_element (xmlNode *node);

void mft_xml_free (xmlDoc *doc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, mft_xml_free)

G_END_DECLS
