/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/tags-private.h"

static void
set (MftQpdf *pdf, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
}

static qpdf_oh
page_at (MftQpdf *pdf, guint page)
{
  return qpdf_get_page_n (pdf, page);
}

/* Cells stay where they are empty: a row has them all. */
static gboolean
is_kept_empty (const Element *element)
{
  return g_str_equal (element->name, "TD") || g_str_equal (element->name, "TH");
}

static gboolean
has_contents (const MftTags *tags, const Element *element)
{
  if (g_str_equal (element->name, MFT_TAG_ARTIFACT))
    return FALSE;
  for (guint i = 0; i < element->kids->len; i++)
    {
      Kid kid = g_array_index (element->kids, Kid, i);
      switch (kid.kind)
        {
        case KID_ELEMENT:
          if (has_contents (tags, &g_array_index (tags->elements, Element, kid.index)))
            return TRUE;
          break;
        case KID_STRETCH:
          if (g_array_index (tags->stretches, Stretch, kid.index).number >= 0)
            return TRUE;
          break;
        case KID_LINK:
        case KID_FIELD:
          return TRUE;
        }
    }
  return is_kept_empty (element);
}

static qpdf_oh
new_element (MftQpdf *pdf, const Element *element, qpdf_oh parent)
{
  qpdf_oh object = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));
  g_autofree char *name = g_strconcat ("/", element->name, NULL);

  set (pdf, object, "/Type", qpdf_oh_new_name (pdf, "/StructElem"));
  set (pdf, object, "/S", qpdf_oh_new_name (pdf, name));
  set (pdf, object, "/P", parent);
  if (element->alternative != NULL)
    set (pdf, object, "/Alt", qpdf_oh_new_unicode_string (pdf, element->alternative));
  if (element->scope != NULL)
    {
      g_autofree char *attribute = g_strdup_printf ("<< /O /Table /Scope /%s >>", element->scope);
      set (pdf, object, "/A", qpdf_oh_parse (pdf, attribute));
    }
  return object;
}

/* A stretch of the page that the element begins on is its number alone. */
static qpdf_oh
stretch_kid (MftQpdf *pdf, const Stretch *stretch, int *page, qpdf_oh object)
{
  qpdf_oh number = qpdf_oh_new_integer (pdf, stretch->number);

  if (*page < 0)
    {
      *page = (int) stretch->page;
      set (pdf, object, "/Pg", page_at (pdf, stretch->page));
    }
  if (*page == (int) stretch->page)
    return number;
  qpdf_oh reference = qpdf_oh_parse (pdf, "<< /Type /MCR >>");
  set (pdf, reference, "/Pg", page_at (pdf, stretch->page));
  set (pdf, reference, "/MCID", number);
  return reference;
}

/* Everything that is being put together. */
typedef struct
{
  MftTags *tags;
  MftQpdf *pdf;
  qpdf_oh *links;     /* annotations, a link each */
  qpdf_oh *fields;    /* widgets, a field each */
  GPtrArray *by_page; /* GArray of the elements' handles, by number of the stretch */
} Builder;

static qpdf_oh
annotation_kid (MftQpdf *pdf, qpdf_oh annotation)
{
  qpdf_oh reference = qpdf_oh_parse (pdf, "<< /Type /OBJR >>");

  set (pdf, reference, "/Obj", annotation);
  if (qpdf_oh_has_key (pdf, annotation, "/P"))
    set (pdf, reference, "/Pg", qpdf_oh_get_key (pdf, annotation, "/P"));
  return reference;
}

static void
remember (Builder *builder, const Stretch *stretch, qpdf_oh object)
{
  GArray *elements = builder->by_page->pdata[stretch->page];

  if (elements->len <= (guint) stretch->number)
    g_array_set_size (elements, (guint) stretch->number + 1);
  g_array_index (elements, qpdf_oh, stretch->number) = object;
}

static void build (Builder *builder, guint index, qpdf_oh parent);

static void
add_kids (Builder *builder, const Element *element, qpdf_oh object)
{
  MftQpdf *pdf = builder->pdf;
  qpdf_oh kids = qpdf_oh_new_array (pdf);
  int page = -1;

  for (guint i = 0; i < element->kids->len; i++)
    {
      Kid kid = g_array_index (element->kids, Kid, i);
      Element *child = &g_array_index (builder->tags->elements, Element, kid.index);
      const Stretch *stretch = &g_array_index (builder->tags->stretches, Stretch, kid.index);
      switch (kid.kind)
        {
        case KID_ELEMENT:
          if (!has_contents (builder->tags, child))
            break;
          build (builder, kid.index, object);
          qpdf_oh_append_item (pdf, kids, child->object);
          break;
        case KID_STRETCH:
          if (stretch->number < 0)
            break;
          qpdf_oh_append_item (pdf, kids, stretch_kid (pdf, stretch, &page, object));
          remember (builder, stretch, object);
          break;
        case KID_LINK:
          qpdf_oh_append_item (pdf, kids, annotation_kid (pdf, builder->links[kid.index]));
          break;
        case KID_FIELD:
          qpdf_oh_append_item (pdf, kids, annotation_kid (pdf, builder->fields[kid.index]));
          break;
        }
    }
  /* A kid alone stands without an array: ISO 32000-1 table 323 allows both, but validators that compare
   * revisions (pyHanko) know a field in the structure only as Form.K.Obj. */
  set (pdf, object, "/K",
       qpdf_oh_get_array_n_items (pdf, kids) == 1 ? qpdf_oh_get_array_item (pdf, kids, 0) : kids);
}

/* Elements are nested as deep as the lists of an agreement, no deeper. */
static void
build (Builder *builder, guint index, qpdf_oh parent)
{
  Element *element = &g_array_index (builder->tags->elements, Element, index);

  element->object = new_element (builder->pdf, element, parent);
  add_kids (builder, element, element->object);
}

static qpdf_oh
rectangle (MftQpdf *pdf, const Link *link)
{
  double height
      = mft_qpdf_number (pdf, qpdf_oh_get_key (pdf, page_at (pdf, link->page), "/MediaBox"), 3);
  double top = height - link->y;

  return mft_qpdf_rectangle (pdf, link->x, top - link->height, link->x + link->width, top);
}

static void
add_annotation (MftQpdf *pdf, qpdf_oh page, qpdf_oh annotation)
{
  if (!qpdf_oh_has_key (pdf, page, "/Annots"))
    set (pdf, page, "/Annots", qpdf_oh_new_array (pdf));
  qpdf_oh_append_item (pdf, qpdf_oh_get_key (pdf, page, "/Annots"), annotation);
}

static qpdf_oh
new_link (MftQpdf *pdf, const Link *link)
{
  qpdf_oh page = page_at (pdf, link->page);
  qpdf_oh annotation = qpdf_make_indirect_object (
      pdf, qpdf_oh_parse (pdf, "<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] >>"));

  set (pdf, annotation, "/Rect", rectangle (pdf, link));
  set (pdf, annotation, "/Dest", qpdf_oh_new_string (pdf, link->destination));
  set (pdf, annotation, "/Contents", qpdf_oh_new_unicode_string (pdf, link->contents));
  set (pdf, annotation, "/P", page);
  add_annotation (pdf, page, annotation);
  return annotation;
}

static qpdf_oh
find_field (MftQpdf *pdf, const char *name)
{
  qpdf_oh form = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/AcroForm");
  qpdf_oh fields = qpdf_oh_get_key (pdf, form, "/Fields");

  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, fields); i++)
    {
      qpdf_oh field = qpdf_oh_get_array_item (pdf, fields, i);
      if (g_strcmp0 (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, field, "/T")), name) == 0)
        return field;
    }
  g_return_val_if_reached (qpdf_oh_new_null (pdf));
}

static void
number_annotation (Builder *builder, qpdf_oh numbers, int *key, qpdf_oh annotation, guint element)
{
  qpdf_oh number = qpdf_oh_new_integer (builder->pdf, *key);

  set (builder->pdf, annotation, "/StructParent", number);
  qpdf_oh_append_item (builder->pdf, numbers, number);
  qpdf_oh_append_item (builder->pdf, numbers,
                       g_array_index (builder->tags->elements, Element, element).object);
  (*key)++;
}

/* From a mark or an annotation to its element (ISO 32000-1, 14.7.4.4). */
static qpdf_oh
parent_tree (Builder *builder)
{
  MftQpdf *pdf = builder->pdf;
  qpdf_oh tree = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));
  qpdf_oh numbers = qpdf_oh_new_array (pdf);
  int key = (int) builder->by_page->len;

  for (guint page = 0; page < builder->by_page->len; page++)
    {
      const GArray *elements = builder->by_page->pdata[page];
      qpdf_oh list = qpdf_oh_new_array (pdf);
      for (guint i = 0; i < elements->len; i++)
        qpdf_oh_append_item (pdf, list, g_array_index (elements, qpdf_oh, i));
      set (pdf, page_at (pdf, page), "/StructParents", qpdf_oh_new_integer (pdf, (int) page));
      qpdf_oh_append_item (pdf, numbers, qpdf_oh_new_integer (pdf, (int) page));
      qpdf_oh_append_item (pdf, numbers, qpdf_make_indirect_object (pdf, list));
    }
  for (guint i = 0; i < builder->tags->links->len; i++)
    number_annotation (builder, numbers, &key, builder->links[i],
                       g_array_index (builder->tags->links, Link, i).element);
  for (guint i = 0; i < builder->tags->fields->len; i++)
    number_annotation (builder, numbers, &key, builder->fields[i],
                       g_array_index (builder->tags->fields, Field, i).element);
  set (pdf, tree, "/Nums", numbers);
  return tree;
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

gboolean
mft_tags_apply (MftTags *tags, MftQpdf *pdf, GError **error)
{
  if (!_mft_tags_mark_pages (tags, pdf, error))
    return FALSE;
  g_autofree qpdf_oh *links = g_new (qpdf_oh, tags->links->len + 1);
  g_autofree qpdf_oh *fields = g_new (qpdf_oh, tags->fields->len + 1);
  g_autoptr (GPtrArray) by_page = g_ptr_array_new_with_free_func (free_array);
  Builder builder = { tags, pdf, links, fields, by_page };
  qpdf_oh root
      = qpdf_make_indirect_object (pdf, qpdf_oh_parse (pdf, "<< /Type /StructTreeRoot >>"));

  for (int page = 0; page < qpdf_get_num_pages (pdf); page++)
    {
      g_ptr_array_add (by_page, g_array_new (FALSE, FALSE, sizeof (qpdf_oh)));
      set (pdf, page_at (pdf, (guint) page), "/Tabs", qpdf_oh_new_name (pdf, "/S"));
    }
  for (guint i = 0; i < tags->links->len; i++)
    links[i] = new_link (pdf, &g_array_index (tags->links, Link, i));
  for (guint i = 0; i < tags->fields->len; i++)
    fields[i] = find_field (pdf, g_array_index (tags->fields, Field, i).name);
  build (&builder, 0, root);
  set (pdf, root, "/K", g_array_index (tags->elements, Element, 0).object);
  set (pdf, root, "/ParentTree", parent_tree (&builder));
  set (pdf, root, "/ParentTreeNextKey",
       qpdf_oh_new_integer (pdf, (int) (by_page->len + tags->links->len + tags->fields->len)));
  set (pdf, qpdf_get_root (pdf), "/StructTreeRoot", root);
  return TRUE;
}
