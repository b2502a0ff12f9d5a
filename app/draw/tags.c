/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/tags-private.h"

static void
element_clear (gpointer data)
{
  MftTagElement *element = data;

  g_free (element->alternative);
  g_clear_pointer (&element->kids, g_array_unref);
}

static void
link_clear (gpointer data)
{
  MftTagLink *link = data;

  g_free (link->destination);
  g_free (link->contents);
}

static void
field_clear (gpointer data)
{
  g_free (((MftTagField *) data)->name);
}

static void
page_free (gpointer data)
{
  g_array_unref (data);
}

static guint
add_element (MftTags *tags, const char *name, guint parent)
{
  const MftTagElement element = { .name = g_intern_string (name), .parent = parent };

  g_array_append_val (tags->elements, element);
  return tags->elements->len - 1;
}

MftTags *
mft_tags_new (void)
{
  MftTags *tags = g_new0 (MftTags, 1);

  tags->elements = g_array_new (FALSE, FALSE, sizeof (MftTagElement));
  g_array_set_clear_func (tags->elements, element_clear);
  tags->pages = g_ptr_array_new_with_free_func (page_free);
  tags->links = g_array_new (FALSE, FALSE, sizeof (MftTagLink));
  g_array_set_clear_func (tags->links, link_clear);
  tags->fields = g_array_new (FALSE, FALSE, sizeof (MftTagField));
  g_array_set_clear_func (tags->fields, field_clear);
  add_element (tags, "Document", 0);
  return tags;
}

void
mft_tags_free (MftTags *tags)
{
  g_array_unref (tags->elements);
  g_ptr_array_unref (tags->pages);
  g_array_unref (tags->links);
  g_array_unref (tags->fields);
  g_free (tags);
}

static void
add_kid (MftTags *tags, guint element, MftTagKidKind kind, guint index, guint page)
{
  const MftTagKid kid = { kind, index, page };
  GArray **kids = &_mft_tags_element (tags, element)->kids;

  if (*kids == NULL)
    *kids = g_array_new (FALSE, FALSE, sizeof (MftTagKid));
  g_array_append_val (*kids, kid);
}

guint
mft_tags_add (MftTags *tags, guint parent, const char *name)
{
  guint element = add_element (tags, name, parent);

  add_kid (tags, parent, MFT_TAG_KID_ELEMENT, element, 0);
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

const char *
mft_tags_get_open_name (MftTags *tags)
{
  const char *name = _mft_tags_element (tags, tags->open)->name;

  return tags->open > 0 && !g_str_equal (name, MFT_TAG_ARTIFACT) ? name : NULL;
}

guint
mft_tags_get_parent (MftTags *tags, guint element)
{
  return _mft_tags_element (tags, element)->parent;
}

void
mft_tags_set_alternative (MftTags *tags, const char *text)
{
  MftTagElement *element = _mft_tags_element (tags, tags->open);

  g_free (element->alternative);
  element->alternative = g_strdup (text);
}

void
mft_tags_set_scope (MftTags *tags, const char *scope)
{
  _mft_tags_element (tags, tags->open)->scope = g_intern_string (scope);
}

guint
mft_tags_add_stretch (MftTags *tags, guint page)
{
  while (tags->pages->len <= page)
    g_ptr_array_add (tags->pages, g_array_new (FALSE, FALSE, sizeof (guint)));
  GArray *stretches = tags->pages->pdata[page];
  g_array_append_val (stretches, tags->open);
  add_kid (tags, tags->open, MFT_TAG_KID_STRETCH, stretches->len - 1, page);
  return stretches->len - 1;
}

void
mft_tags_add_link (MftTags *tags, guint page, double x, double y, double width, double height,
                   const char *destination, const char *contents)
{
  const MftTagLink link
      = { page, tags->open, x, y, width, height, g_strdup (destination), g_strdup (contents) };

  g_array_append_val (tags->links, link);
  add_kid (tags, tags->open, MFT_TAG_KID_LINK, tags->links->len - 1, page);
}

void
mft_tags_add_field (MftTags *tags, const char *name)
{
  const MftTagField field = { tags->open, g_strdup (name) };

  g_array_append_val (tags->fields, field);
  add_kid (tags, tags->open, MFT_TAG_KID_FIELD, tags->fields->len - 1, 0);
}
