/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/xml.h"

#include "container/error.h"

const MftXmlLimits mft_xml_limits_default = {
  .size = 64 * 1024 * 1024,
  .depth = 64,
  .nodes = 2000000,
};

/* What the handlers below watch while libxml2 builds the tree. */
typedef struct
{
  const MftXmlLimits *limits;
  guint depth;
  guint nodes;
  MftContainerError code;
  const char *refusal; /* why the parser was stopped, NULL if it was not */
} Watch;

static void
free_parser (xmlParserCtxt *parser)
{
  xmlFreeParserCtxt (parser);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, free_parser)

static void
stop (xmlParserCtxt *parser, MftContainerError code, const char *why)
{
  Watch *watch = parser->_private;

  if (watch->refusal == NULL)
    {
      watch->code = code;
      watch->refusal = why;
    }
  xmlStopParser (parser);
}

static void
count (xmlParserCtxt *parser, guint nodes)
{
  Watch *watch = parser->_private;

  if (nodes > watch->limits->nodes - watch->nodes)
    stop (parser, MFT_CONTAINER_ERROR_LIMIT, "too many nodes");
  else
    watch->nodes += nodes;
}

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
          int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
          const xmlChar **attributes)
{
  xmlParserCtxt *parser = data;
  Watch *watch = parser->_private;

  count (parser, 1 + (guint) n_namespaces + (guint) n_attributes);
  if (++watch->depth > watch->limits->depth)
    stop (parser, MFT_CONTAINER_ERROR_LIMIT, "nested too deeply");
  if (watch->refusal == NULL)
    xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                           n_defaulted, attributes);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlParserCtxt *parser = data;
  Watch *watch = parser->_private;

  watch->depth--;
  xmlSAX2EndElementNs (data, name, prefix, uri);
}

static void
on_text (void *data, const xmlChar *text, int size)
{
  count (data, 1);
  xmlSAX2Characters (data, text, size);
}

static void
on_doctype (void *data, G_GNUC_UNUSED const xmlChar *name, G_GNUC_UNUSED const xmlChar *public_id,
            G_GNUC_UNUSED const xmlChar *system_id)
{
  stop (data, MFT_CONTAINER_ERROR_REFUSED, "a document type declaration is not accepted");
}

static void
on_reference (void *data, G_GNUC_UNUSED const xmlChar *name)
{
  stop (data, MFT_CONTAINER_ERROR_REFUSED, "an entity reference is not accepted");
}

/* Comments and processing instructions carry nothing for us. */
static void
on_comment (void *data, G_GNUC_UNUSED const xmlChar *text)
{
  count (data, 1);
}

static void
on_instruction (void *data, G_GNUC_UNUSED const xmlChar *target, G_GNUC_UNUSED const xmlChar *text)
{
  count (data, 1);
}

static void
watch_parser (xmlParserCtxt *parser, Watch *watch)
{
  parser->_private = watch;
  parser->sax->startElementNs = on_start;
  parser->sax->endElementNs = on_end;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->sax->internalSubset = on_doctype;
  parser->sax->externalSubset = NULL;
  parser->sax->reference = on_reference;
  parser->sax->comment = on_comment;
  parser->sax->processingInstruction = on_instruction;
}

static void
tell (xmlParserCtxt *parser, const Watch *watch, const char *name, GError **error)
{
  const xmlError *last = xmlCtxtGetLastError (parser);
  int line = parser->input != NULL ? parser->input->line : 0;
  g_autofree char *reason = NULL;

  if (watch->refusal != NULL)
    {
      g_set_error (error, MFT_CONTAINER_ERROR, watch->code, "\"%s\", line %d: %s", name, line,
                   watch->refusal);
      return;
    }
  if (last != NULL && last->message != NULL)
    {
      line = last->line;
      reason = g_utf8_make_valid (last->message, -1);
      g_strchomp (reason);
    }
  g_set_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED, "\"%s\", line %d: %s", name,
               line, reason != NULL ? reason : "not well formed");
}

xmlDoc *
mft_xml_parse (GBytes *bytes, const char *name, const MftXmlLimits *limits, GError **error)
{
  g_autoptr (xmlParserCtxt) parser = NULL;
  Watch watch = { .limits = limits != NULL ? limits : &mft_xml_limits_default };
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *doc;

  if (size > watch.limits->size || size > G_MAXINT)
    {
      g_set_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_LIMIT, "\"%s\": too large",
                   name);
      return NULL;
    }
  if (size == 0)
    {
      g_set_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED, "\"%s\": empty", name);
      return NULL;
    }
  parser = xmlNewParserCtxt ();
  watch_parser (parser, &watch);
  doc = xmlCtxtReadMemory (parser, data, (int) size, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (doc == NULL || watch.refusal != NULL)
    {
      tell (parser, &watch, name, error);
      xmlFreeDoc (doc);
      return NULL;
    }
  return doc;
}

static gboolean
in_space (const xmlNs *ns, const char *space)
{
  return space == NULL ? ns == NULL : ns != NULL && g_strcmp0 ((const char *) ns->href, space) == 0;
}

gboolean
mft_xml_is (const xmlNode *node, const char *space, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && in_space (node->ns, space)
         && g_str_equal ((const char *) node->name, name);
}

const char *
mft_xml_attribute (const xmlNode *node, const char *space, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (in_space (attribute->ns, space) && g_str_equal ((const char *) attribute->name, name))
      /* Without entities a value is one text node, and none if it is empty. */
      return attribute->children != NULL ? (const char *) attribute->children->content : "";
  return NULL;
}

xmlNode *
mft_xml_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

void
mft_xml_free (xmlDoc *doc)
{
  xmlFreeDoc (doc);
}
