/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-structure.h"

#include "draw/pdf/pdf-values.h"

/* Everything that is being put together. */
typedef struct
{
  const MftTags *tags;
  MftPdfObjects *objects;
  const MftPdfPlaces *places;
  guint *numbers; /* of the elements' objects; 0: holds nothing */
} Tree;

guint
mft_pdf_structure_link_key (const MftPdfPlaces *places, guint link)
{
  return places->n_pages + link;
}

guint
mft_pdf_structure_field_key (const MftPdfPlaces *places, const MftTags *tags, guint field)
{
  return places->n_pages + tags->links->len + field;
}

/* Cells stay where they are empty: a row has them all. */
static gboolean
is_kept_empty (const MftTagElement *element)
{
  return g_str_equal (element->name, "TD") || g_str_equal (element->name, "TH");
}

static guint
n_kids (const MftTagElement *element)
{
  return element->kids != NULL ? element->kids->len : 0;
}

static const MftTagKid *
kid_of (const MftTagElement *element, guint index)
{
  return &g_array_index (element->kids, MftTagKid, index);
}

/* Numbers what is kept: elements with contents, or with kept elements. They are nested as deep as the lists
 * of an agreement, no deeper. */
static gboolean
number_kept (Tree *tree, guint index)
{
  const MftTagElement *element = _mft_tags_element (tree->tags, index);
  gboolean kept = index == 0 || is_kept_empty (element);

  if (g_str_equal (element->name, MFT_TAG_ARTIFACT))
    return FALSE;
  for (guint i = 0; i < n_kids (element); i++)
    {
      const MftTagKid *kid = kid_of (element, i);
      kept = (kid->kind != MFT_TAG_KID_ELEMENT || number_kept (tree, kid->index)) || kept;
    }
  if (kept)
    tree->numbers[index] = mft_pdf_objects_reserve (tree->objects);
  return kept;
}

/* A stretch of the page that the element begins on is its number alone. */
static void
put_stretch (const Tree *tree, GString *text, const MftTagKid *kid, guint page)
{
  if (kid->page == page)
    {
      mft_pdf_put_integer (text, kid->index);
      return;
    }
  g_string_append_printf (text, "<< /Type /MCR /Pg %u 0 R /MCID %u >>",
                          tree->places->pages[kid->page], kid->index);
}

static void
put_annotation (const Tree *tree, GString *text, const MftPdfAnnotation *annotation)
{
  g_string_append_printf (text, "<< /Type /OBJR /Obj %u 0 R /Pg %u 0 R >>", annotation->number,
                          tree->places->pages[annotation->page]);
}

static gboolean
is_shown (const Tree *tree, const MftTagKid *kid)
{
  return kid->kind != MFT_TAG_KID_ELEMENT || tree->numbers[kid->index] > 0;
}

static void
put_kid (const Tree *tree, GString *text, const MftTagKid *kid, guint page)
{
  switch (kid->kind)
    {
    case MFT_TAG_KID_ELEMENT:
      mft_pdf_put_reference (text, tree->numbers[kid->index]);
      break;
    case MFT_TAG_KID_STRETCH:
      put_stretch (tree, text, kid, page);
      break;
    case MFT_TAG_KID_LINK:
      put_annotation (tree, text, &tree->places->links[kid->index]);
      break;
    case MFT_TAG_KID_FIELD:
      put_annotation (tree, text, &tree->places->fields[kid->index]);
      break;
    }
}

/* A kid alone stands without an array: ISO 32000-1 table 323 allows both, but validators that compare
 * revisions (pyHanko) know a field in the structure only as Form.K.Obj. */
static void
put_kids (const Tree *tree, GString *text, const MftTagElement *element, guint page)
{
  guint shown = 0;

  for (guint i = 0; i < n_kids (element); i++)
    shown += is_shown (tree, kid_of (element, i));
  g_string_append (text, shown == 1 ? " /K " : " /K [");
  for (guint i = 0; i < n_kids (element); i++)
    {
      const MftTagKid *kid = kid_of (element, i);
      if (!is_shown (tree, kid))
        continue;
      if (shown > 1)
        g_string_append_c (text, ' ');
      put_kid (tree, text, kid, page);
    }
  if (shown != 1)
    g_string_append (text, " ]");
}

/* The page of its first stretch; G_MAXUINT: it has none. */
static guint
first_page (const MftTagElement *element)
{
  for (guint i = 0; i < n_kids (element); i++)
    if (kid_of (element, i)->kind == MFT_TAG_KID_STRETCH)
      return kid_of (element, i)->page;
  return G_MAXUINT;
}

static void
write_element (const Tree *tree, guint index, guint parent)
{
  const MftTagElement *element = _mft_tags_element (tree->tags, index);
  GString *text = mft_pdf_objects_begin (tree->objects, tree->numbers[index]);
  guint page = first_page (element);

  g_string_append (text, "<< /Type /StructElem /S /");
  g_string_append (text, element->name);
  g_string_append (text, " /P ");
  mft_pdf_put_reference (text, parent);
  if (page != G_MAXUINT)
    {
      g_string_append (text, " /Pg ");
      mft_pdf_put_reference (text, tree->places->pages[page]);
    }
  if (element->alternative != NULL)
    {
      g_string_append (text, " /Alt ");
      mft_pdf_put_text (text, element->alternative, -1);
    }
  if (element->scope != NULL)
    g_string_append_printf (text, " /A << /O /Table /Scope /%s >>", element->scope);
  put_kids (tree, text, element, page);
  g_string_append (text, " >>");
  mft_pdf_objects_end (tree->objects);
}

static void
write_annotation_keys (const Tree *tree, GString *text)
{
  const MftTags *tags = tree->tags;

  for (guint i = 0; i < tags->links->len; i++)
    g_string_append_printf (text, " %u %u 0 R", mft_pdf_structure_link_key (tree->places, i),
                            tree->numbers[g_array_index (tags->links, MftTagLink, i).element]);
  for (guint i = 0; i < tags->fields->len; i++)
    g_string_append_printf (text, " %u %u 0 R", mft_pdf_structure_field_key (tree->places, tags, i),
                            tree->numbers[g_array_index (tags->fields, MftTagField, i).element]);
}

/* From a mark or an annotation to its element (ISO 32000-1, 14.7.4.4). Returns its number. */
static guint
write_parents (const Tree *tree)
{
  guint number = mft_pdf_objects_reserve (tree->objects);
  g_autoptr (GString) all = g_string_new ("<< /Nums [");

  for (guint page = 0; page < tree->places->n_pages; page++)
    {
      const GArray *stretches
          = page < tree->tags->pages->len ? tree->tags->pages->pdata[page] : NULL;
      guint list = mft_pdf_objects_reserve (tree->objects);
      GString *text = mft_pdf_objects_begin (tree->objects, list);
      g_string_append_c (text, '[');
      for (guint i = 0; stretches != NULL && i < stretches->len; i++)
        {
          g_string_append_c (text, ' ');
          mft_pdf_put_reference (text, tree->numbers[g_array_index (stretches, guint, i)]);
        }
      g_string_append (text, " ]");
      mft_pdf_objects_end (tree->objects);
      g_string_append_printf (all, " %u %u 0 R", page, list);
    }
  write_annotation_keys (tree, all);
  g_string_append (all, " ] >>");
  mft_pdf_objects_write (tree->objects, number, all->str, all->len);
  return number;
}

guint
mft_pdf_structure_write (const MftTags *tags, MftPdfObjects *objects, const MftPdfPlaces *places)
{
  g_autofree guint *numbers = g_new0 (guint, tags->elements->len);
  Tree tree = { tags, objects, places, numbers };
  guint root = mft_pdf_objects_reserve (objects);

  number_kept (&tree, 0);
  for (guint i = 0; i < tags->elements->len; i++)
    if (numbers[i] > 0)
      write_element (&tree, i, i == 0 ? root : numbers[_mft_tags_element (tags, i)->parent]);
  guint parents = write_parents (&tree);
  GString *text = mft_pdf_objects_begin (objects, root);
  g_string_append_printf (
      text, "<< /Type /StructTreeRoot /K %u 0 R /ParentTree %u 0 R /ParentTreeNextKey %u >>",
      numbers[0], parents, mft_pdf_structure_field_key (places, tags, tags->fields->len));
  mft_pdf_objects_end (objects);
  return root;
}
