/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/tags-private.h"

static void
element_clear (gpointer data)
{
  Element *element = data;

  g_free (element->alternative);
  g_array_unref (element->kids);
}

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_free (link->destination);
  g_free (link->contents);
}

static void
field_clear (gpointer data)
{
  g_free (((Field *) data)->name);
}

static guint
add_element (MftTags *tags, const char *name, guint parent)
{
  Element element = { .name = g_intern_string (name),
                      .parent = parent,
                      .kids = g_array_new (FALSE, FALSE, sizeof (Kid)) };

  g_array_append_val (tags->elements, element);
  return tags->elements->len - 1;
}

MftTags *
mft_tags_new (void)
{
  MftTags *tags = g_new0 (MftTags, 1);

  g_ref_count_init (&tags->references);
  tags->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  g_array_set_clear_func (tags->elements, element_clear);
  tags->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  tags->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (tags->links, link_clear);
  tags->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (tags->fields, field_clear);
  add_element (tags, "Document", 0);
  return tags;
}

MftTags *
mft_tags_ref (MftTags *tags)
{
  g_ref_count_inc (&tags->references);
  return tags;
}

void
mft_tags_unref (MftTags *tags)
{
  if (!g_ref_count_dec (&tags->references))
    return;
  g_array_unref (tags->elements);
  g_array_unref (tags->stretches);
  g_array_unref (tags->links);
  g_array_unref (tags->fields);
  g_free (tags);
}

static Element *
open_element (MftTags *tags)
{
  return &g_array_index (tags->elements, Element, tags->open);
}

static void
add_kid (MftTags *tags, guint element, KidKind kind, guint index)
{
  Kid kid = { kind, index };

  g_array_append_val (g_array_index (tags->elements, Element, element).kids, kid);
}

guint
mft_tags_add (MftTags *tags, guint parent, const char *name)
{
  guint element = add_element (tags, name, parent);

  add_kid (tags, parent, KID_ELEMENT, element);
  return element;
}

void
mft_tags_open (MftTags *tags, guint element)
{
  tags->open = element;
}

guint
mft_tags_get_open (MftTags *tags)
{
  return tags->open;
}

guint
mft_tags_get_parent (MftTags *tags, guint element)
{
  return g_array_index (tags->elements, Element, element).parent;
}

void
mft_tags_set_alternative (MftTags *tags, const char *text)
{
  g_free (open_element (tags)->alternative);
  open_element (tags)->alternative = g_strdup (text);
}

void
mft_tags_set_scope (MftTags *tags, const char *scope)
{
  open_element (tags)->scope = g_intern_string (scope);
}

void
mft_tags_add_stretch (MftTags *tags, guint page)
{
  Stretch stretch = { page, tags->open, -1 };

  g_array_append_val (tags->stretches, stretch);
  add_kid (tags, tags->open, KID_STRETCH, tags->stretches->len - 1);
}

void
mft_tags_add_link (MftTags *tags, guint page, double x, double y, double width, double height,
                   const char *destination, const char *contents)
{
  Link link
      = { page, tags->open, x, y, width, height, g_strdup (destination), g_strdup (contents) };

  g_array_append_val (tags->links, link);
  add_kid (tags, tags->open, KID_LINK, tags->links->len - 1);
}

void
mft_tags_add_field (MftTags *tags, const char *name)
{
  Field field = { tags->open, g_strdup (name) };

  g_array_append_val (tags->fields, field);
  add_kid (tags, tags->open, KID_FIELD, tags->fields->len - 1);
}
